"""Random catalogues as the reader would accept them, every field of the model included.

Fields are filled from their annotations, so a new field is filled as soon as it is declared;
what one field owes to another (levels of the right scale, no cycles, electives that can be
met) is said here by hand. One draw of bytes makes all decisions, which is a hundred times
faster than a draw for each; zeros are the simplest catalogue, so that examples shrink.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, replace
from typing import Any, Literal, TypeVar, get_args, get_origin

from hypothesis import strategies as st

from curriculum_map.model import (
    NO_REQUISITE,
    AllOf,
    AnyOf,
    Area,
    Assessment,
    Catalogue,
    Competency,
    Contribution,
    Credits,
    Crosswalk,
    Descriptor,
    Framework,
    Identifier,
    Institution,
    Level,
    LevelPair,
    LevelRef,
    Needs,
    Outcome,
    PlanItem,
    Programme,
    Requirement,
    Requisite,
    RoleProfile,
    Scale,
    Settings,
    Source,
    Text,
    Unit,
    by_id,
)
from curriculum_map.model.declare import Between, Matches
from curriculum_map.problems import Where
from tape import FORMS, IDS, LANGUAGES, NUMBERS, Tape, slots

_T = TypeVar("_T")

READABLE = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffe\uffff"),
    min_size=1,
    max_size=12,
)
"""Words that every format can carry."""


class Drawing:
    """A catalogue that is being made, kind after kind; later kinds refer to earlier ones."""

    def __init__(self, tape: Tape, words: Sequence[str]) -> None:
        self.tape, self.words = tape, words
        self.sources = tape.some(IDS, 1)
        self.made = Catalogue(
            settings=self.thing(
                Settings,
                base=tape.one(("https://example.org/cm/", "http://x.org/é#")),
                languages=tape.some(LANGUAGES, 1),
            ),
            sources=by_id({name: self.thing(Source, id=name) for name in self.sources}),
        )
        for step in (self.scales, self.frameworks, self.competencies, self.profiles):
            step()
        for step in (self.institutions, self.units, self.programmes):
            step()

    def thing(self, of: type[_T], **known: Any) -> _T:
        """Make a thing: what is not known here is decided from its annotation."""
        given = dict(known)
        for name, default, kind, marks, many in slots(of):
            if name in known:
                continue
            if name == "sources":
                given[name] = self.tape.some(self.sources)
            elif default is MISSING or self.tape.below(3):
                given[name] = self.values(kind, marks) if many else self.value(kind, marks)
        return of(**given)

    def values(self, kind: Any, marks: tuple[Any, ...]) -> tuple[Any, ...]:
        """Make up to three different values."""
        made = (self.value(kind, marks) for _ in range(self.tape.below(4)))
        return tuple({repr(each): each for each in made}.values())

    def value(self, kind: Any, marks: tuple[Any, ...]) -> Any:
        """Make a value of an annotated type."""
        for mark in marks:
            if isinstance(mark, Matches):
                return self.tape.one(FORMS[mark])
            if isinstance(mark, Between):
                return self.number(kind, mark)
        if get_origin(kind) is Literal:
            return self.tape.one(get_args(kind))
        simple: dict[Any, Callable[[], Any]] = {
            str: self.word,
            bool: lambda: bool(self.tape.below(2)),
            Text: self.text,
            Where: self.place,
        }
        return simple[kind]() if kind in simple else self.thing(kind)

    def number(self, kind: type, limits: Between) -> float:
        whole = [*range(int(limits.low), int(limits.low) + 5), int(limits.high)]
        some = [n for n in NUMBERS if limits.low <= n <= limits.high]
        return self.tape.one(whole if kind is int else some)

    def word(self) -> str:
        return self.tape.one(self.words)

    def text(self) -> Text:
        said = {language: self.word() for language in self.tape.some(LANGUAGES, 1)}
        return Text(tuple(sorted(said.items())))

    def place(self) -> Where:
        sheet = self.tape.one(("", self.word()))
        return Where(self.word(), self.tape.below(200), self.tape.below(200), sheet)

    def keep(self, **collections: dict[str, Any]) -> None:
        """Add what was made to the catalogue."""
        collected = {name: by_id(found) for name, found in collections.items()}
        self.made = replace(self.made, **collected)

    def each(self, of: Sequence[str], make: Callable[[str], _T], least: int = 0) -> tuple[_T, ...]:
        """Make a thing for each of some names."""
        return tuple(make(name) for name in self.tape.some(of, least))

    def scales(self) -> None:
        """Make scales, and say what the levels of one count as on another."""
        scales = {each.id: each for each in self.each(IDS, self.scale, 1)}
        walks: dict[str, Crosswalk] = {}
        if len(scales) > 1 and self.tape.below(2):
            origin, target = list(scales.values())[:2]
            levels = self.each(_ids(origin.levels), lambda level: self.pair(level, target))
            walks["walk"] = self.thing(
                Crosswalk, id="walk", origin=origin.id, target=target.id, levels=levels
            )
        self.keep(scales=scales, crosswalks=walks)

    def scale(self, name: str) -> Scale:
        levels = self.each(IDS, lambda level: self.thing(Level, id=level), 1)
        return self.thing(Scale, id=name, levels=levels)

    def pair(self, origin: str, target: Scale) -> LevelPair:
        return self.thing(LevelPair, origin=origin, target=self.tape.one(_ids(target.levels)))

    def frameworks(self) -> None:
        """Make frameworks with their areas."""
        self.keep(frameworks={name: self.framework(name) for name in self.tape.some(IDS, 1)})

    def framework(self, name: str) -> Framework:
        areas = self.each(IDS, lambda area: self.thing(Area, id=area))
        scale = self.tape.one(list(self.made.scales))
        return self.thing(Framework, id=name, scale=scale, areas=areas)

    def competencies(self) -> None:
        """Make competencies that build on earlier ones only."""
        for name in self.tape.some(IDS, 1):
            found = self.competency(name, list(self.made.competencies))
            self.keep(competencies={**self.made.competencies, name: found})

    def competency(self, name: str, known: list[str]) -> Competency:
        framework = self.made.frameworks[self.tape.one(list(self.made.frameworks))]
        levels = _ids(self.made.scales[framework.scale].levels)
        return self.thing(
            Competency,
            id=name,
            framework=framework.id,
            area=self.tape.one(["", *_ids(framework.areas)]),
            parts=self.tape.some(known),
            replaced_by=self.tape.some(known),
            requires=self.each(known, self.requirement),
            descriptors=self.each(levels, lambda level: self.thing(Descriptor, level=level)),
        )

    def requirement(self, competency: str) -> Requirement:
        return self.thing(Requirement, competency=competency, level=self.level(competency))

    def level(self, competency: str) -> LevelRef:
        """Choose a level that the competency can be measured by."""
        scale = self.made.scale_of(competency)
        walks = (each for each in self.made.crosswalks.values() if each.target == scale.id)
        scales = [scale, *(self.made.scales[each.origin] for each in walks)]
        return self.tape.one([LevelRef(s.id, each.id) for s in scales for each in s.levels])

    def profiles(self) -> None:
        """Make role profiles."""
        self.keep(profiles={each.id: each for each in self.each(IDS, self.profile, 1)})

    def profile(self, name: str) -> RoleProfile:
        requires = self.each(list(self.made.competencies), self.requirement)
        return self.thing(RoleProfile, id=name, requires=requires)

    def institutions(self) -> None:
        """Make institutions; one may belong to an earlier one."""
        for name in self.tape.some(IDS, 1):
            parent = self.tape.one(["", *self.made.institutions])
            found = self.thing(Institution, id=name, part_of=parent, identifiers=self.identifiers())
            self.keep(institutions={**self.made.institutions, name: found})

    def identifiers(self) -> tuple[Identifier, ...]:
        return self.each(["ror", "schac"], lambda name: self.thing(Identifier, scheme=name))

    def units(self) -> None:
        """Make units whose parts and requisites are earlier units."""
        for name in self.tape.some(IDS, 1):
            found = self.unit(name, list(self.made.units))
            self.keep(units={**self.made.units, name: found})

    def unit(self, name: str, known: list[str]) -> Unit:
        outcomes = self.each(IDS, self.outcome)
        tested = [f"{name}/{each.id}" for each in outcomes]
        tested += [f"{u.id}/{each.id}" for u in self.made.units.values() for each in u.outcomes]
        return self.thing(
            Unit,
            id=name,
            institution=self.tape.one(list(self.made.institutions)),
            parts=self.tape.some(known),
            requires=self.requisite(known, 3) if known and self.tape.below(2) else NO_REQUISITE,
            outcomes=outcomes,
            assessments=self.each(IDS, lambda each: self.assessment(each, tested)),
        )

    def outcome(self, name: str) -> Outcome:
        made = self.each(list(self.made.competencies), self.contribution)
        return self.thing(Outcome, id=name, contributions=made)

    def contribution(self, competency: str) -> Contribution:
        return self.thing(Contribution, competency=competency, level=self.level(competency))

    def assessment(self, name: str, tested: list[str]) -> Assessment:
        return self.thing(Assessment, id=name, tests=self.tape.some(tested))

    def requisite(self, units: list[str], depth: int) -> Requisite:
        """Make a tree over these units that somebody can meet."""
        of = self.tape.one((Needs, AllOf, AnyOf)) if depth else Needs
        if of is Needs:
            return self.thing(Needs, unit=self.tape.one(units))
        count = 1 + self.tape.below(3)
        return of(tuple(self.requisite(units, depth - 1) for _ in range(count)))

    def programmes(self) -> None:
        """Make programmes whose elective groups can be met."""
        self.keep(programmes={each.id: each for each in self.each(IDS, self.programme, 1)})

    def programme(self, name: str) -> Programme:
        order = self.tape.some(list(self.made.units), 3)
        cut = self.tape.below(len(order) + 1)
        return self.thing(
            Programme,
            id=name,
            institution=self.tape.one(list(self.made.institutions)),
            aims=self.tape.some(list(self.made.profiles)),
            identifiers=self.identifiers(),
            plan=tuple(self.item(part) for part in (order[:cut], order[cut:]) if part),
        )

    def item(self, units: tuple[str, ...]) -> PlanItem:
        """Make a place of a plan: for everybody, by count, or by credits where all have some."""
        stated = [self.made.units[each].credits for each in units]
        total = sum(each.ec for each in stated if isinstance(each, Credits))
        by_credits = total > 0 and None not in stated
        kind = self.tape.one(("all", "count", "credits" if by_credits else "all"))
        choose = 1 + self.tape.below(len(units)) if kind == "count" else None
        wanted = self.tape.one((total, total / 2)) if kind == "credits" else None
        return self.thing(PlanItem, units=units, choose=choose, credits=wanted)


def _ids(things: Sequence[Any]) -> list[str]:
    return [each.id for each in things]


def catalogues(words: st.SearchStrategy[str] = READABLE) -> st.SearchStrategy[Catalogue]:
    """Draw a catalogue; all free text is one of a few drawn from `words`."""
    decisions = st.binary(min_size=2000, max_size=2000)
    some_words = st.lists(words, min_size=1, max_size=6)
    return st.builds(lambda tape, said: Drawing(Tape(tape), said).made, decisions, some_words)
