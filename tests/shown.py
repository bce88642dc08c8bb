"""What the page tests share: a catalogue with something of everything, and hostile authors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from html.parser import HTMLParser
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from curriculum_map.model import (
    Alignment,
    Catalogue,
    Contribution,
    Credits,
    Learners,
    LevelRef,
    Outcome,
    Settings,
    Source,
    Text,
    by_id,
)
from curriculum_map.model.declare import Iri, Matches, Ref
from curriculum_map.pages.every_page import site
from curriculum_map.problems import Where
from sample import (
    any_of,
    catalogue,
    competency,
    exam,
    examined,
    framework,
    item,
    needed,
    pre,
    profile,
    programme,
    teaches,
    text,
    unit,
    written,
)

_T = TypeVar("_T")

TYPED = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"))
"""Texts an author can type: what a browser reads differently from Python's parser is none."""


def medicine() -> Catalogue:
    """Build two programmes in which every state of a competency and many findings occur."""
    care = Contribution(
        competency="eHealth",
        level=LevelRef("miller", "knows-how"),
        status="suggested",
        evidence="an eHealth lecture and assignment",
        claimed_by="the coordinator",
        sources=("report",),
        quote="engaged with eHealth",
        note="The assignment is not described.",
        assumed=True,
    )
    built = catalogue(
        Source(
            id="report",
            title=text("Annual report"),
            creator="The faculty",
            date="2025",
            url="https://faculty.example/report",
            licence="https://creativecommons.org/licenses/by/4.0/",
            attribution="The faculty, 2025",
            note="Body and summary disagree.",
        ),
        replace(framework("framework", "data", "care"), disclaimer=text("Illustrative only.")),
        competency("privacy", area="data", definition=text("Keeps data safe.")),
        competency("statistics", area="data", requires={"privacy": 1}),
        competency("quality", "cleaning", "checking", area="data"),
        competency("cleaning", area="data"),
        competency("checking", area="data"),
        competency(
            "eHealth",
            area="care",
            alignments=(
                Alignment(relation="close", target="https://esco.example/1", label="eHealth use"),
            ),
        ),
        competency("teamwork", area="care"),
        competency("law", area="care"),
        replace(
            profile("basic", privacy=2, statistics=3, quality=1, eHealth=2, teamwork=2, law=1),
            requires=tuple(
                replace(each, assumed=each.competency == "law")
                for each in needed(
                    {"privacy": 2, "statistics": 3, "quality": 1, "eHealth": 2, "teamwork": 2}
                    | {"law": 1}
                )
            ),
            description=text("What everybody needs."),
        ),
        unit("intro", *(examined("privacy", 2)), teaches("cleaning", 1), hours=2, ec=5),
        unit("numbers", teaches("statistics", 2), requires=any_of(pre("intro"), pre("theme"))),
        unit("theme", Outcome(id="uses", text=text("Uses eHealth."), contributions=(care,))),
        unit("team-a", *examined("teamwork", 2), requires=pre("intro")),
        unit("team-b", teaches("privacy", 4)),
        unit("loose", exam()),
        programme(
            "medicine",
            item("intro", "numbers", year=1, term=1),
            replace(item("theme", year=1, term=2), assumed=True),
            item("team-a", "team-b", title="Free choice", year=2, choose=1),
            aims="basic",
            learners=Learners(count=400, assumed=True),
            credits=Credits(ec=180),
            degree="bachelor",
            description=text("Six years of medicine."),
            disclaimer=text("Only what the report names."),
            audience=text("Future doctors."),
            url="https://faculty.example/medicine",
            note="The plan is not complete.",
            sources=("report",),
        ),
        programme("bootcamp", item("theme"), title=Text((("nl", "Stoomcursus"),))),
        settings=Settings(
            title=text("The faculty's map"),
            publisher="The faculty",
            licence="https://creativecommons.org/licenses/by/4.0/",
        ),
    )
    units = {each.id: written(each, 10 + n) for n, each in enumerate(built.units.values())}
    return replace(built, units=by_id(units))


def spoken_by(author: str, thing: _T) -> _T:
    """Let an author say the same words in every free text of a thing, all the way down.

    The words are followed by the name of the class and the field, in square brackets, so
    that it can be seen where they turn up. Web addresses become `javascript:` addresses,
    file names of places the words.
    """
    return _respoken(author, thing)


def _respoken(author: str, thing: Any) -> Any:
    if isinstance(thing, Mapping):
        return by_id({key: _respoken(author, each) for key, each in thing.items()})
    if isinstance(thing, tuple) and not hasattr(thing, "_fields"):
        return tuple(_respoken(author, each) for each in thing)
    if not is_dataclass(thing) or isinstance(thing, Text | type):
        return thing
    return replace(thing, **dict(_changes(author, thing)))


def _changes(author: str, thing: Any) -> Iterator[tuple[str, Any]]:
    hints = get_type_hints(type(thing), include_extras=True)
    for each in fields(thing):
        words = f"{author} [{type(thing).__name__}.{each.name}]"
        if each.name == "where":
            yield each.name, Where(words, 1)
        elif hints[each.name] is Text:
            yield each.name, Text((("en", words),))
        elif _free(hints[each.name]) and each.name != "area":
            yield each.name, words
        elif hints[each.name] == Iri:
            yield each.name, "javascript:window.hacked=1"
        else:
            yield each.name, _respoken(author, getattr(thing, each.name))


def _free(hint: Any) -> bool:
    base, *markers = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    return base is str and not any(isinstance(marker, Matches | Ref) for marker in markers)


def site_of(built: Catalogue, files: Mapping[str, str | bytes] | None = None) -> dict[str, str]:
    """Make the pages of a catalogue: address in the site to HTML, other files left out."""
    made = site(built, files or {})
    return {name: page for name, page in made if isinstance(page, str) and name.endswith(".html")}


@cache
def shown() -> Mapping[str, str]:
    """Make the pages of `medicine` once."""
    return site_of(medicine(), {"gaps.csv": "code", "elm.ttl": "", "elm.ttl.losses.csv": "kind"})


class Reader(HTMLParser):
    """Reads HTML as Python's own parser does: elements, their attributes, and visible text."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._inside: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Note what can be read."""
        if not {"script", "style"} & set(self._inside):
            self.text += data
