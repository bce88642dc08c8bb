"""What a format is: a reader, a writer, or both, and what it cannot carry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from curriculum_map.errors import BadQuestion, InvalidProject
from curriculum_map.model import Catalogue
from curriculum_map.problems import Problem, Where

if TYPE_CHECKING:
    from curriculum_map.formats.reading import Reading

Files = Mapping[str, str | bytes]
"""Name, with `/` between folders, to content."""
Document = TypeVar("Document", str, bytes, Files)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a reader is handed: one file, or the files of a folder or of a ZIP archive.

    Attributes:
        name: What to call it in problems.
        files: Content by name. Of one file the name is `name`; of a folder or an archive it is
            the path inside, with `/`, and they are sorted.
        syntax: One of the syntaxes of the format; empty for a folder.
        options: What the person who imports said beside it; see `Format.options`.
        project: What the project has already, where `Format.matches`; `None` if there is none.
    """

    name: str
    files: Mapping[str, bytes]
    syntax: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    project: Catalogue | None = None

    @property
    def content(self) -> bytes:
        """The content of the one file.

        Raises:
            InvalidProject: If a folder or an archive was given.
        """
        if list(self.files) != [self.name]:
            message = "One file is read here, not a folder or an archive. Name the file."
            raise InvalidProject([Problem(Where(self.name), "not-one-file", message)])
        return self.files[self.name]

    @property
    def text(self) -> str:
        """The text of the one file, which has to be UTF-8 with or without byte order mark.

        Raises:
            InvalidProject: If it is not, or if a folder or an archive was given.
        """
        return text_of(self.content, self.name)


def text_of(data: bytes, name: str) -> str:
    """Give the text of a file, which has to be UTF-8 with or without byte order mark.

    Raises:
        InvalidProject: If it is not.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = 'The file is not saved as UTF-8. Save it again with the encoding "UTF-8".'
        raise InvalidProject([Problem(Where(name), "not-utf-8", message)]) from None


class Undeclared(BadQuestion):
    """A file does not say what it means, so that a person has to.

    Attributes:
        proposal: What a person may begin with: the text of the file in which they say it.
        seen: What the file seems to say, and what is unsure of that; lines for a person to read.
    """

    code = "undeclared"

    def __init__(self, proposal: str, seen: str, way_out: str) -> None:
        self.proposal, self.seen = proposal, seen
        super().__init__(f"{seen}\n{way_out}")


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
class Written(Generic[Document]):
    """What a writer returns.

    Attributes:
        document: The text of the file; bytes where it is no text; files by name where the
            format is a folder.
        losses: Everything the format could not carry, sorted; empty if it carries all.
        beside: Files that belong to the one file: what its name is followed by, to content.
    """

    document: Document
    losses: tuple[Loss, ...] = ()
    beside: Files = field(default_factory=dict)


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
        read: Makes a catalogue of what is given, and gives it with every problem found; it may
            be used if none is an error. `None` if the format cannot be read. Raises
            `InvalidProject` with every problem if nothing can be made of it.
        options: What `read` takes beside the file: name to what it says, for help.
        beside: What the names of files that belong to a file add to its name; `read` gets those
            that are there.
        matches: Whether `read` asks what the project has already.
        fetch: Gets what lies at a web address, page by page; `None` if files are all there is.
        missing: Lists what the format asks for and a catalogue does not say, as warnings with
            their places; `None` if it asks for nothing, or tells of it as losses.
    """

    name: str
    title: str
    spec: str
    suffixes: Mapping[str, str] = field(default_factory=dict)
    write: Callable[[Catalogue, str], Written[Any]] | None = None
    read: Callable[[Given], Reading] | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    beside: tuple[str, ...] = ()
    matches: bool = False
    fetch: Callable[[str], Mapping[str, bytes]] | None = None
    missing: Callable[[Catalogue], tuple[Problem, ...]] | None = None


def of_text(read: Callable[[str, str, str], Reading]) -> Callable[[Given], Reading]:
    """Make a reader of one that takes text, syntax and file name."""
    return lambda given: read(given.text, given.syntax, given.name)
