"""What a format is: a reader, a writer, or both, and what it cannot carry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from curriculum_map.model import Catalogue

if TYPE_CHECKING:
    from curriculum_map.formats.assemble import Reading
    from curriculum_map.problems import Problem


class Loss(NamedTuple):
    """Something in the catalogue that a format has no place for.

    Attributes:
        kind: What sort of thing was left out, such as `workload`.
        name: The id of what lost it.
        reason: Why the format cannot carry it, in one sentence.
    """

    kind: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer returns.

    Attributes:
        document: The text of the file.
        losses: Everything the format could not carry, sorted; empty if it carries all.
    """

    document: str
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to hand a catalogue over.

    Attributes:
        name: What the format is called on the command line.
        title: What it is called in a sentence.
        spec: Web address of its specification.
        suffixes: File name endings it is written to, the usual one first, with the name
            of the syntax each stands for.
        write: Makes the document in one of the syntaxes; changes nothing.
        read: Makes a catalogue of text, syntax and file name, and gives it with every problem
            found; it may be used if none is an error. `None` if the format cannot be read. Raises
            `InvalidProject` with every problem if nothing can be made of the text.
        missing: Lists what the format asks for and a catalogue does not say, as warnings with
            their places; `None` if it asks for nothing, or tells of it as losses.
    """

    name: str
    title: str
    spec: str
    suffixes: Mapping[str, str] = field(default_factory=dict)
    write: Callable[[Catalogue, str], Written] | None = None
    read: Callable[[str, str, str], Reading] | None = None
    missing: Callable[[Catalogue], tuple[Problem, ...]] | None = None
