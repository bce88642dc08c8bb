"""Questions that together are answered with every sentence there is, and what they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from curriculum_map.analysis import Table, figures, gaps
from curriculum_map.analysis.changes import Change
from curriculum_map.analysis.closing.plan import closing_plan
from curriculum_map.analysis.closing.question import Repair
from curriculum_map.analysis.compare import compare, side_by_side
from curriculum_map.analysis.difference import what_if
from curriculum_map.analysis.metric_subjects import unit_requisites
from curriculum_map.analysis.metrics import VIEWS
from curriculum_map.analysis.optimum.words import verdict
from curriculum_map.analysis.paths.blocked import Blocked
from curriculum_map.analysis.paths.limits import Limits
from curriculum_map.analysis.paths.next import next_units
from curriculum_map.analysis.paths.path import Journey, learning_path
from curriculum_map.analysis.position import Position
from curriculum_map.analysis.speech import Speech
from curriculum_map.model import Catalogue, Institution
from sample import (
    all_of,
    any_of,
    catalogue,
    co,
    competency,
    crosswalk,
    exam,
    examined,
    item,
    outcome,
    pre,
    profile,
    programme,
    scale,
    strict_co,
    teaches,
    titled,
    unit,
    works_on,
)

WORDY = ("reason", "definition", "verdict")
"""The columns in which answers make sentences."""


def states() -> Catalogue:
    """Give a plan in which required competencies are in every state, for every reason."""
    return catalogue(
        scale("stars", "none", "one"),
        crosswalk("stars", "miller", one="knows"),
        competency("whole", "part", "other-part"),
        competency("sum", "half"),
        unit(
            "low",
            teaches("below", 1),
            *examined("low-exam", 1),
            outcome("o", works_on("low-exam", 2)),
        ),
        unit("ml", teaches("choice", 3), teaches("choice-from-nothing", 2), teaches("part", 3)),
        *(unit(f"more-{number}", teaches("below", 1)) for number in range(3)),
        unit("law", teaches("choice", 1)),
        unit("core", teaches("untested", 1)),
        programme(
            "medicine",
            item("low", year=1, term=2),
            item("core", "more-0", "more-1", "more-2", year=1),
            item("ml", "law", choose=1, year=3),
            aims="p q",
        ),
        profile(
            "p",
            absent=1,
            sum=1,
            below=2,
            whole=3,
            choice=3,
            choice_from_nothing=2,
            untested=1,
            low_exam=2,
        ),
        profile("q", absent="stars/none"),
    )


def order() -> Catalogue:
    """Give plans with every mistake of order and every hole in the chain."""
    return catalogue(
        competency("models", requires={"maths": 2}),
        competency("graphs", requires={"stats": 2}),
        unit("a", teaches("models", 1), teaches("stats", 1), exam("z/late")),
        unit("b", teaches("graphs", 4), requires=all_of(pre("z"), co("y"), strict_co("z"))),
        unit("c", teaches("graphs", 1), requires=any_of(pre("ghost"), pre("lone"))),
        unit("y", teaches("graphs", 4), requires=any_of()),
        unit("z", outcome("late"), requires=pre("choice")),
        unit("choice"),
        unit("block", parts=["inner"]),
        unit("inner"),
        unit("weak", teaches("law", 1, status="suggested"), exam()),
        unit("ghost"),
        unit("lone", outcome("o")),
        programme(
            "medicine",
            item("a", "b", year=1),
            item("c", year=2),
            item("y", "block", "weak", year=3),
            item("z", year=4),
            item("choice", "inner", choose=1, year=3),
        ),
        programme("empty"),
        profile("idle", law=1),
    )


def changing() -> Catalogue:
    """Give a plan that a change makes worse in every way."""
    return catalogue(
        unit("stats", teaches("vis", 1)),
        unit("maths", teaches("vis", 1)),
        unit("ml", requires=any_of(pre("stats"), pre("maths"))),
        unit("lab", requires=pre("stats")),
        unit("again", teaches("vis", 1)),
        programme("medicine", item("stats", "maths", year=1), item("ml", "lab", year=2), aims="p"),
        profile("p", vis=1, law=1),
    )


def repairing() -> Catalogue:
    """Give a programme with gaps that other units close, or do not."""
    return catalogue(
        unit("basics", hours=8),
        unit("two", teaches("law", 1), teaches("ethics", 1), requires=pre("basics"), hours=1),
        unit("one", teaches("vis", 2), requires=pre("basics"), hours=2),
        unit("elective", teaches("talk", 1), hours=1),
        unit("other", hours=1),
        programme("medicine", item("elective", "other", choose=1, year=1), aims="p"),
        programme("single", aims="q"),
        programme("none", aims="r"),
        programme("done", item("elective"), aims="done"),
        profile("p", law=1, ethics=1, vis=2, talk=1, nobody=3),
        profile("q", vis=2),
        profile("r", nobody=3),
        profile("done", talk=1),
    )


def travelling() -> Catalogue:
    """Give units on the way to goals, and everything that can be in the way."""
    return catalogue(
        Institution(id="elsewhere", title=titled("elsewhere")),
        unit("basics", hours=8, terms=(1,)),
        unit("two", teaches("law", 1), teaches("ethics", 1), requires=pre("basics"), hours=900),
        unit("one", teaches("vis", 2), requires=pre("basics"), hours=2, languages=("nl",)),
        unit("unstated", requires=pre("one")),
        unit("third", hours=1, ec=90, terms=(3,)),
        unit("here", requires=all_of(strict_co("there")), hours=1, terms=(1,)),
        unit("there", requires=strict_co("here"), hours=1, terms=(2,)),
        unit("hen", requires=pre("egg"), hours=1),
        unit("egg", requires=pre("hen"), hours=1),
        unit("never", requires=any_of(), hours=1),
        competency("nobody"),
        profile("p", law=1, ethics=1, vis=2),
    )


def _texts(*tables: Table) -> Iterator[str]:
    for table in tables:
        for row in table.records():
            yield from (row[column] for column in WORDY if row.get(column))


def _gaps(things: Catalogue, only: str = "") -> Callable[[str], Iterator[str]]:
    return lambda language: _texts(gaps(things, only=only, language=language))


def _what_if(*changes: Change) -> Callable[[str], Iterator[str]]:
    def told(language: str) -> Iterator[str]:
        found = what_if(changing(), "medicine", changes, language=language)
        yield from _texts(*found)

    return told


def _close(programme: str, **asked: str) -> Callable[[str], Iterator[str]]:
    def told(language: str) -> Iterator[str]:
        repair = Repair(programme=programme, **asked)
        plan = closing_plan(repairing(), repair, language=language)
        yield from (each.verdict for each in plan.proposals)
        yield from _texts(plan.table, plan.open_table, plan.coverage)

    return told


def _path(*to: str, **asked: object) -> Callable[[str], Iterator[str]]:
    def told(language: str) -> Iterator[str]:
        path = learning_path(travelling(), Journey(to=to, **asked), language=language)
        yield from (path.verdict, replace(path, soonest=0).verdict)
        for goals in (["a"], ["a", "b"]):
            beyond = tuple(Blocked(goal, "", "", "", "") for goal in goals)
            yield replace(path, blocked=beyond).verdict
        yield from _texts(path.table, path.blocked_table)

    return told


def _next(*to: str) -> Callable[[str], Iterator[str]]:
    return lambda lang: _texts(next_units(travelling(), Journey(to=to), language=lang))


def _side_by_side(language: str) -> Iterator[str]:
    for row in side_by_side(compare(states(), ["medicine"]), language=language).rows:
        yield from (cell for cell in row[1:] if " " in cell)


def _costs(language: str) -> Iterator[str]:
    speech = Speech(language)
    yield verdict(5, 42.5, 42.5, "hours", speech)
    yield verdict(1, 54, 50, "hours", speech)
    yield verdict(2, 2, 0, "units", speech)


def _places(language: str) -> Iterator[str]:
    yield from map(Speech(language).when, [Position(None, None), Position(1, None), Position(1, 2)])


QUESTIONS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "states": _gaps(states()),
    "order": _gaps(order()),
    "weak": _gaps(order(), "declared"),
    "figures": lambda language: _texts(figures(states(), language=language)),
    "side by side": _side_by_side,
    "drop": _what_if(Change("drop", "stats")),
    "move": _what_if(Change("move", "stats", Position(3, None))),
    "drop all": _what_if(Change("drop", "stats"), Change("drop", "maths")),
    "add": _what_if(Change("add", "again", Position(3, None))),
    "close": _close("medicine"),
    "close and assess": _close("medicine", kind="assessed"),
    "close one": _close("single"),
    "nothing to add": _close("done"),
    "path": _path("p"),
    "one unit": _path("basics"),
    "two units": _path("one"),
    "held": _path("basics", have=("basics",)),
    "nobody teaches it": _path("nobody@does"),
    "nobody teaches so far": _path("vis@does"),
    "left out": _path("one", limits=Limits(without=("basics",))),
    "another institution": _path("one", limits=Limits(institutions=("elsewhere",))),
    "another language": _path("one", limits=Limits(languages=("nl",))),
    "too heavy": _path("two", load="420h"),
    "hours not stated": _path("unstated", load="420h"),
    "credits not stated": _path("one", load="30ec"),
    "too many credits": _path("third", load="30ec"),
    "in no term": _path("third", terms=2),
    "never together": _path("here"),
    "a circle": _path("hen"),
    "impossible": _path("never"),
    "next": _next(),
    "next to a goal": _next("one"),
    "costs": _costs,
    "places": _places,
    "totals": lambda lang: _texts(VIEWS["totals"](unit_requisites(order(), language=lang))),
    "meanings": lambda lang: _texts(VIEWS["meanings"](unit_requisites(order(), language=lang))),
}
"""What is asked, and what gives every sentence of the answer in a language."""
