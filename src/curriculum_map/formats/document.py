"""One file of a project, as far as it could be read."""

from __future__ import annotations

from typing import NamedTuple

from curriculum_map.formats.tree import Mapping


class Document(NamedTuple):
    """One file of a project.

    Attributes:
        file: Path relative to the project folder, with `/` on every system.
        root: What could be read; None where nothing could, or where the file is not a mapping.
        text_rest: The text that could not be read, from the beginning of the line on which
            reading stopped; empty when everything was read. Its first line may have been
            read in part. Of a file that is not UTF-8 it is everything, with U+FFFD for wrong
            bytes; of a file that could not be opened it is empty.
        complete: Whether the whole file was read. When it is not, names that seem to be
            missing may stand in the part that could not be read.
    """

    file: str
    root: Mapping | None
    text_rest: str = ""
    complete: bool = True
