"""What a field's type says beyond its Python type.

Each model class is the one declaration of a thing: reading, the JSON Schema for
editors, the reference page and the RDF vocabulary are all derived from its annotated
fields and the `Attributes:` part of its docstring. The markers here are the words
such an annotation can use.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, ClassVar, NamedTuple

from curriculum_map.model.text import Text
from curriculum_map.problems import Where


class Ref(NamedTuple):
    """The text is the id of something of this kind, such as `unit`."""

    kind: str


class Between(NamedTuple):
    """The number lies in this range, both ends included, and is finite."""

    low: float
    high: float


class Matches(NamedTuple):
    """The text has this form.

    Attributes:
        pattern: Regular expression that the whole text fits.
        meaning: What the form is, in words that complete "... is not".
    """

    pattern: str
    meaning: str


class KeyedBy(NamedTuple):
    """The things stand in a file as a map whose keys are this field."""

    field: str


class Inherited(NamedTuple):
    """Left out, the field takes the value that stands at the head of what encloses it."""


class Key(NamedTuple):
    """The name the field has in a file, where it differs from the attribute."""

    name: str


ID_PATTERN = r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*"

ID_FORM = Matches(ID_PATTERN, "an id (letters a-z, digits, and single . - _ between them)")

Id = Annotated[str, ID_FORM]
Iri = Annotated[str, Matches(r"https?://[^\s<>\"{}|\\^`]+", "a web address (http:// or https://)")]
Language = Annotated[
    str, Matches(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "a language tag such as en, nl or et")
]
Country = Annotated[str, Matches(r"[A-Z]{2}", "a two-letter country code such as NL")]
Date = Annotated[
    str, Matches(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", "a year, month or day such as 2025-04-24")
]
EqfLevel = Annotated[int, Between(1, 8)]
FieldOfStudy = Annotated[
    str,
    Matches(r"(?:0[0-9]|10|99)[0-9]{0,2}", "a field of ISCED-F in two to four digits such as 0688"),
]
NationalLevel = Annotated[
    str,
    Matches(
        r"http://data\.europa\.eu/snb/qdr/c_[0-9a-f]{8}",
        "the address of a level in the European list of national qualifications frameworks",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What was written somewhere.

    Attributes:
        where: Where it was written. Not part of equality.
    """

    where: Where | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced(Placed):
    """What every fact can say about itself.

    Attributes:
        sources: Where the fact comes from.
        assumed: True if the project assumes it because no source states it. Shown as
            such wherever the fact is shown.
        quote: The words of the source, as they stand there.
        note: What a reader should know about the fact, such as sources that disagree.
    """

    sources: Annotated[tuple[Annotated[str, Ref("source")], ...], Key("source"), Inherited()] = ()
    assumed: bool = False
    quote: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Sourced):
    """A thing that a catalogue finds by its id.

    Attributes:
        id: Its short, stable name, unique among things of its kind in a project. It becomes
            part of an IRI.
        title: What it is called.
    """

    kind: ClassVar[str]

    id: Id
    title: Text
