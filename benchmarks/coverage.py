"""Coverage of all programmes of a national catalogue, beside a plain maximum over the same links.

A link is a contribution as one planned unit of a programme brings it. The catalogue is built in
code: programmes of fifty units of their own discipline, a third of them elective by number or by
credits, every twentieth with a part; units that other units assess; competencies of which every
tenth has parts; a profile for each discipline. The other sides get the links as a table of ids, as
numbers, or as arrays, and give one maximum for each programme and competency. Coverage is four
figures, states, chains and counts, as a data frame with all its texts. It starts from what a former
question about the same catalogue left behind (warm), from the compiled catalogue alone (anew), or
from the catalogue as it was read (cold), which may take a second at best. The four numbers of
every programme and its gaps are asked once, from the catalogue as it was read.
"""

from __future__ import annotations

import argparse
import gc
import random
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from statistics import median
from sys import intern
from typing import NamedTuple

import numpy as np
import pandas as pd

import curriculum_map as cm
from curriculum_map.analysis import figures, gaps
from curriculum_map.analysis.arrays import brought, compiled
from curriculum_map.analysis.arrays.compiled import arrays_of
from curriculum_map.analysis.arrays.links import links
from curriculum_map.model import (
    STATUSES,
    Assessment,
    Catalogue,
    Competency,
    Contribution,
    Credits,
    Framework,
    Institution,
    Level,
    LevelRef,
    Outcome,
    PlanItem,
    Programme,
    Requirement,
    RoleProfile,
    Scale,
    Text,
    Unit,
    by_id,
)

LEVELS = tuple(LevelRef("miller", each) for each in ("knows", "knows-how", "shows-how", "does"))
DISCIPLINE = 350
"""How many competencies a discipline has."""
LIMIT = 1.0
"""How many seconds the first question about a national catalogue may take."""
FAMILY = 10
"""Every tenth competency consists of up to three of the next nine."""


class Size(NamedTuple):
    """How large a catalogue is."""

    units: int
    competencies: int
    programmes: int


def catalogue(size: Size) -> Catalogue:
    """Build a catalogue; the same size gives the same one."""
    dice = random.Random(1)
    steps = tuple(Level(id=level.level, title=Text()) for level in LEVELS)
    disciplines = range(0, size.competencies, DISCIPLINE)
    return Catalogue(
        scales=by_id({"miller": Scale(id="miller", title=Text(), levels=steps)}),
        frameworks=by_id({"all": Framework(id="all", title=Text(), scale="miller")}),
        competencies=by_id({c.id: c for c in _competencies(size, dice)}),
        profiles=by_id({_name("p", n): _profile(n, size, dice) for n in disciplines}),
        institutions=by_id({"school": Institution(id="school", title=Text())}),
        programmes=by_id({p.id: p for p in _programmes(size, dice)}),
        units=by_id({u.id: u for u in _units(size, dice)}),
    )


def _competencies(size: Size, dice: random.Random) -> Iterator[Competency]:
    for number in range(size.competencies):
        whole = number % FAMILY == 0
        parts = dice.sample(range(number + 1, number + FAMILY), dice.randint(2, 3)) if whole else []
        named = tuple(_name("c", part) for part in parts if part < size.competencies)
        yield Competency(id=_name("c", number), title=Text(), framework="all", parts=named)


def _name(kind: str, number: int) -> str:
    """Give a name; one text serves all who use it, as when files are read."""
    return intern(f"{kind}{number}")


def _discipline(start: int, size: Size) -> range:
    return range(start, min(start + DISCIPLINE, size.competencies))


def _profile(start: int, size: Size, dice: random.Random) -> RoleProfile:
    asked = _discipline(start, size)
    needs = dice.sample(asked, min(40, len(asked)))
    requires = tuple(
        Requirement(competency=_name("c", each), level=dice.choice(LEVELS))
        for each in sorted(needs)
    )
    return RoleProfile(id=_name("p", start), title=Text(), requires=requires)


def _start(programme: int, size: Size) -> int:
    return programme % -(-size.competencies // DISCIPLINE) * DISCIPLINE


def _units(size: Size, dice: random.Random) -> Iterator[Unit]:
    own = size.units // size.programmes
    for number in range(size.units):
        asked = _discipline(_start(number // own, size), size)
        made = tuple(_outcome(each, asked, dice) for each in range(2))
        tests = (f"u{number}/o0", f"u{max(number - 1, 0)}/o1")[: dice.randint(0, 2)]
        parted = number % 20 == 0 and number + 1 < size.units
        yield Unit(
            id=_name("u", number),
            title=Text(),
            institution="school",
            unit_kind="course",
            credits=Credits(ec=dice.choice((2.5, 5, 7.5))),
            parts=(_name("u", number + 1),) if parted else (),
            outcomes=made,
            assessments=(Assessment(id="exam", title=Text(), tests=tests),),
        )


def _outcome(number: int, asked: range, dice: random.Random) -> Outcome:
    made = tuple(
        Contribution(
            competency=_name("c", each), level=dice.choice(LEVELS), status=dice.choice(STATUSES[1:])
        )
        for each in dice.sample(asked, dice.randint(2, 3))
    )
    return Outcome(id=f"o{number}", contributions=made)


def _programmes(size: Size, dice: random.Random) -> Iterator[Programme]:
    own = size.units // size.programmes
    for number in range(size.programmes):
        units = [_name("u", number * own + n) for n in range(own)]
        chosen, third = dice.choice((0, 1, 2)), own // 3
        yield Programme(
            id=_name("m", number),
            title=Text(),
            institution="school",
            aims=(_name("p", _start(number, size)),),
            plan=tuple(_plan(units, third, chosen)),
        )


def _plan(units: list[str], third: int, first: int) -> Iterator[PlanItem]:
    yield PlanItem(units=tuple(units[third:]))
    for at in range(0, third, 4):
        group = tuple(units[at : min(at + 4, third)])
        amounts = ({"choose": 1}, {"choose": len(group)}, {"credits": 2.5 * len(group)})
        yield PlanItem(units=group, **amounts[(first + at // 4) % 3])


class Sides(NamedTuple):
    """The links of a catalogue, as the others get them."""

    programme: np.ndarray
    competency: np.ndarray
    rank: np.ndarray
    numbers: pd.DataFrame
    ids: pd.DataFrame


def sides(asked: Catalogue) -> Sides:
    """Give every link, in the order of plans, as arrays, as numbers and as ids."""
    arrays = arrays_of(asked)
    found = links(arrays, np.arange(len(arrays.plans.unit)), 0)
    found_in_plans = np.argsort(found.planned, kind="stable")
    pair, width = found.pair[found_in_plans], len(arrays.competencies)
    programme, competency = pair // width, pair % width
    rank = found.rank[found_in_plans]
    numbers = {"programme": programme, "competency": competency, "rank": rank}
    ids = {
        "programme": pd.array(arrays.programmes, dtype="string").take(programme),
        "competency": pd.array(arrays.competencies, dtype="string").take(competency),
        "rank": rank,
    }
    return Sides(programme, competency, rank, pd.DataFrame(numbers), pd.DataFrame(ids))


def grouped(table: pd.DataFrame) -> pd.Series:
    """Take the plain maximum with pandas."""
    return table.groupby(["programme", "competency"])["rank"].max()


def by_hand(given: Sides, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Take the plain maximum with NumPy."""
    pair = given.programme * width + given.competency
    order = np.argsort(pair, kind="stable")
    ordered = pair[order]
    start = np.flatnonzero(np.diff(ordered, prepend=-1))
    return ordered[start], np.maximum.reduceat(given.rank[order], start)


def rounds(works: dict[str, Callable[[], object]], times: int) -> dict[str, list[float]]:
    """Run every side once a round, so that a busy machine slows all of them alike."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(times):
        for name, work in works.items():
            gc.collect()
            started = time.perf_counter()
            work()
            seconds[name].append(time.perf_counter() - started)
    return seconds


def peak(work: Callable[[], object]) -> float:
    """Give the most megabytes that some work holds at a time."""
    gc.collect()
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def anew(asked: Catalogue) -> pd.DataFrame:
    """Answer with nothing kept but the compiled catalogue."""
    brought.forget()
    return cm.coverage(asked)


def cold(asked: Catalogue) -> pd.DataFrame:
    """Answer as the first question about a catalogue does."""
    compiled.forget()
    return anew(asked)


def once(asked: Catalogue, plain: float) -> Iterator[str]:
    """Ask about the numbers and the gaps of all programmes; `plain` is the seconds of pandas."""
    for name, work in {"figures": figures, "gaps": gaps}.items():
        fresh = replace(asked)
        started = time.perf_counter()
        answer = work(fresh)
        took = time.perf_counter() - started
        yield f"  {name:16} {took:7.3f} s  {took / plain:6.2f} x pandas, ids  {len(answer):,} rows"


def check(asked: Catalogue, given: Sides) -> None:
    """Compare the plain maximum with `possible`, where nothing but it is asked for."""
    answer = cm.coverage(asked)
    simple = [c.id for c in asked.competencies.values() if not c.parts]
    answer = answer[answer["competency"].isin(simple) & (answer["contributions"] > 0)]
    ours = answer.set_index(["programme", "competency"])["possible"].sort_index()
    theirs = grouped(given.ids).loc[ours.index]
    if not (ours.to_numpy() == theirs.to_numpy()).all():
        raise SystemExit("The sides give different numbers.")


def compare(size: Size, times: int) -> Iterator[str]:
    """Compare one catalogue on all sides; stop if the first question took too long every time."""
    asked = catalogue(size)
    given = sides(asked)
    check(asked, given)
    works: dict[str, Callable[[], object]] = {
        "pandas, ids": lambda: grouped(given.ids),
        "pandas, numbers": lambda: grouped(given.numbers),
        "NumPy by hand": lambda: by_hand(given, size.competencies),
        "coverage, warm": lambda: cm.coverage(asked),
        "coverage, anew": lambda: anew(asked),
        "coverage, cold": lambda: cold(asked),
    }
    seconds = rounds(works, times)
    yield "{:,} units, {:,} competencies, {:,} programmes".format(*size)
    yield f"  {len(given.rank):,} links, {len(cm.coverage(asked)):,} rows of coverage"
    for name, took in seconds.items():
        yield f"  {name:16} {median(took):7.3f} s, at best {min(took):.3f}" + "".join(
            f"  {_ratio(took, seconds[other]):6.2f} x {other}" for other in list(works)[:3]
        )
    yield from once(asked, median(seconds["pandas, ids"]))
    warm, first = peak(lambda: cm.coverage(asked)), peak(lambda: cold(asked))
    each = f"{first / len(given.rank) * 1e6:.0f} bytes a link"
    yield f"  most memory: pandas, ids {peak(works['pandas, ids']):.0f} MB"
    yield f"               coverage {warm:.0f} MB warm, {first:.0f} MB cold ({each})"
    if min(seconds["coverage, cold"]) > LIMIT:
        raise SystemExit(f"The first question took more than {LIMIT:g} s every time.")


def _ratio(one: list[float], other: list[float]) -> float:
    return median(a / b for a, b in zip(one, other, strict=True))


def main() -> None:
    """Compare a national catalogue, and one of a fourth of its size to show what grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--competencies", type=int, default=14_000)
    parser.add_argument("--programmes", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=7, help="runs of each side")
    given = parser.parse_args()
    whole = Size(given.units, given.competencies, given.programmes)
    for size in (Size(*(number // 4 for number in whole)), whole):
        for line in compare(size, given.rounds):
            print(line, flush=True)


if __name__ == "__main__":
    main()
