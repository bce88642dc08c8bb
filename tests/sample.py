"""Small catalogues built in code, in the words a test is written in.

    catalogue(
        unit("lecture", teaches("vis", 2)),
        programme("medicine", item("lecture", year=1), aims="basic"),
        profile("basic", vis=3),
    )

Levels are ranks on Miller's pyramid (1 knows, 2 knows-how, 3 shows-how, 4 does). Titles are
ids with a capital letter. Competencies that are only mentioned come into being.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

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
    Framework,
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
    Workload,
    by_id,
)
from curriculum_map.problems import Where

Thing = (
    Scale
    | Crosswalk
    | Framework
    | Competency
    | RoleProfile
    | Institution
    | Programme
    | Unit
    | Source
)
_T = TypeVar("_T", bound=Thing)

LEVELS = ("knows", "knows-how", "shows-how", "does")


def text(words: str) -> Text:
    """Say something in English."""
    return Text((("en", words),)) if words else Text()


def titled(name: str) -> Text:
    """Make a title of an id: `data-law` is called "Data law"."""
    return text(name.replace("-", " ").capitalize())


def scale(name: str, *levels: str) -> Scale:
    """Build a scale, lowest level first."""
    steps = tuple(Level(id=each, title=text(each.replace("-", " "))) for each in levels)
    return Scale(id=name, title=titled(name), levels=steps)


MILLER = scale("miller", *LEVELS)


def level(rank: int | str) -> LevelRef:
    """Name a level: by rank on Miller's pyramid, or as `scale/level`."""
    if isinstance(rank, str):
        return LevelRef(*rank.split("/"))
    return LevelRef(MILLER.id, LEVELS[rank - 1])


def crosswalk(origin: str, target: str, **levels: str) -> Crosswalk:
    """Build a crosswalk; `_` in the name of a level stands for `-`."""
    pairs = [(a.replace("_", "-"), b.replace("_", "-")) for a, b in levels.items()]
    return Crosswalk(
        id=f"{origin}-{target}",
        title=titled(f"{origin}-as-{target}"),
        origin=origin,
        target=target,
        levels=tuple(LevelPair(origin=a, target=b) for a, b in pairs),
    )


def framework(name: str, *areas: str, scale: str = MILLER.id, **said: Any) -> Framework:
    """Build a framework with its areas."""
    groups = tuple(Area(id=each, title=titled(each)) for each in areas)
    return Framework(id=name, title=titled(name), scale=scale, areas=groups, **said)


def competency(
    name: str,
    *parts: str,
    requires: dict[str, int | str] | None = None,
    framework: str = "framework",
    area: str = "area",
    **said: Any,
) -> Competency:
    """Build a competency with its parts and what it requires (competency to rank)."""
    return Competency(
        id=name,
        framework=framework,
        area=area,
        **{"title": titled(name), **said},
        parts=parts,
        requires=needed(requires or {}),
    )


def needed(levels: dict[str, int | str]) -> tuple[Requirement, ...]:
    """Build requirements from competency to rank."""
    return tuple(Requirement(competency=c, level=level(rank)) for c, rank in levels.items())


def profile(name: str, **levels: int | str) -> RoleProfile:
    """Build a role profile; `_` in the name of a competency stands for `-`."""
    asked = {c.replace("_", "-"): rank for c, rank in levels.items()}
    return RoleProfile(id=name, title=titled(name), requires=needed(asked))


def works_on(competency: str, rank: int | str, **said: Any) -> Contribution:
    """Build a contribution, declared unless `status` says otherwise."""
    return Contribution(competency=competency, level=level(rank), **said)


def outcome(name: str, *made: Contribution, **said: Any) -> Outcome:
    """Build an outcome with its contributions."""
    return Outcome(id=name, **{"text": titled(name), **said}, contributions=made)


def teaches(competency: str, rank: int | str, **said: Any) -> Outcome:
    """Build an outcome that works on one competency and is called after it."""
    return outcome(competency, works_on(competency, rank, **said))


def exam(*outcomes: str, name: str = "exam", **said: Any) -> Assessment:
    """Build an assessment; an outcome without a unit belongs to the unit it is given to."""
    return Assessment(id=name, title=titled(name), tests=outcomes, **said)


def examined(competency: str, rank: int | str, **said: Any) -> tuple[Outcome, Assessment]:
    """Build an outcome that works on one competency together with what tests it."""
    return teaches(competency, rank, **said), exam(competency, name=f"exam-{competency}")


def pre(unit: str) -> Needs:
    """Require a unit before."""
    return Needs(unit, "pre")


def co(unit: str) -> Needs:
    """Require a unit before or in the same term."""
    return Needs(unit, "co")


def strict_co(unit: str) -> Needs:
    """Require a unit in the same term."""
    return Needs(unit, "strict-co")


def all_of(*items: Requisite) -> AllOf:
    """Require all."""
    return AllOf(items)


def any_of(*items: Requisite) -> AnyOf:
    """Require one."""
    return AnyOf(items)


def unit(
    name: str,
    *does: Outcome | Assessment | tuple[Outcome, Assessment],
    parts: Iterable[str] = (),
    requires: Requisite = NO_REQUISITE,
    ec: float | None = None,
    hours: float | None = None,
    **said: Any,
) -> Unit:
    """Build a unit with its outcomes and assessments."""
    things = [each for one in does for each in (one if isinstance(one, tuple) else (one,))]
    return Unit(
        id=name,
        **{"institution": "school", "unit_kind": "course", "title": titled(name), **said},
        parts=tuple(parts),
        requires=requires,
        credits=None if ec is None else Credits(ec=ec),
        workload=None if hours is None else Workload(hours=hours),
        outcomes=tuple(each for each in things if isinstance(each, Outcome)),
        assessments=tuple(_own(name, each) for each in things if isinstance(each, Assessment)),
    )


def _own(unit: str, assessment: Assessment) -> Assessment:
    full = (each if "/" in each else f"{unit}/{each}" for each in assessment.tests)
    return replace(assessment, tests=tuple(full))


def item(*units: str, title: str = "", **said: Any) -> PlanItem:
    """Build an entry of a plan: `year`, `term`, and `choose` or `credits` for electives."""
    return PlanItem(units=units, title=text(title), **said)


def programme(name: str, *plan: PlanItem, aims: str = "", **said: Any) -> Programme:
    """Build a programme that aims at the profiles named in one string, and its plan."""
    return Programme(
        id=name,
        **{"institution": "school", "title": titled(name), **said},
        aims=tuple(aims.split()),
        plan=plan,
    )


def written(thing: Any, line: int, file: str = "curricula/sample.yaml") -> Any:
    """Say on which line something was written."""
    return replace(thing, where=Where(file, line))


def catalogue(*things: Thing, settings: Settings | None = None) -> Catalogue:
    """Build a catalogue of these things and the competencies they mention."""
    known = _of(Competency, things)
    mentioned = {each: competency(each) for each in _mentioned(things)}
    areas = sorted({each.area for each in known.values()} | {"area"})
    return Catalogue(
        settings=settings or Settings(title=text("Sample")),
        sources=by_id(_of(Source, things)),
        scales=by_id({MILLER.id: MILLER} | _of(Scale, things)),
        crosswalks=by_id(_of(Crosswalk, things)),
        frameworks=by_id({"framework": framework("framework", *areas)} | _of(Framework, things)),
        competencies=by_id(mentioned | known),
        profiles=by_id(_of(RoleProfile, things)),
        institutions=by_id(
            {"school": Institution(id="school", title=titled("school"))} | _of(Institution, things)
        ),
        programmes=by_id(_of(Programme, things)),
        units=by_id(_of(Unit, things)),
    )


def _of(kind: type[_T], things: Iterable[Thing]) -> dict[str, _T]:
    return {each.id: each for each in things if isinstance(each, kind)}


def _mentioned(things: Iterable[Thing]) -> Iterable[str]:
    for each in things:
        if isinstance(each, Competency):
            yield from each.parts
        if isinstance(each, Competency | RoleProfile):
            yield from (need.competency for need in each.requires)
        if isinstance(each, Unit):
            yield from (made.competency for one in each.outcomes for made in one.contributions)
