"""Learning paths through a large catalogue: seconds until the cheapest one is proved.

The catalogue is built in code. It consists of fields of twenty competencies; a unit brings one to
four competencies of its field to a level, every fifth unit one of another field as well. Half of
the units require one or two of those before them among forty, some one of several; every tenth
competency requires another one of its field. The first question about a catalogue compiles it and
is measured apart. What could not be proved in time is printed with the certified gap. Every
question is asked several times, of which the fastest counts; of the questions of one size the
slowest is compared with the limit.
"""

from __future__ import annotations

import argparse
import gc
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from statistics import median
from sys import intern

from curriculum_map.analysis.paths.path import Journey, learning_path
from curriculum_map.model import (
    NO_REQUISITE,
    AllOf,
    AnyOf,
    Catalogue,
    Competency,
    Contribution,
    Framework,
    Institution,
    Level,
    LevelRef,
    Needs,
    Outcome,
    Requirement,
    Requisite,
    Scale,
    Text,
    Unit,
    Workload,
    by_id,
)

FIELD, NEIGHBOURS = 20, 40
LEVELS = ("knows", "knows-how", "shows-how", "does")
STEPS = {level: LevelRef("miller", level) for level in LEVELS}


def catalogue(units: int, competencies: int, seed: int) -> Catalogue:
    """Build a catalogue; the same numbers give the same one."""
    dice = random.Random(seed)
    steps = tuple(Level(id=level, title=Text()) for level in LEVELS)
    return Catalogue(
        scales=by_id({"miller": Scale(id="miller", title=Text(), levels=steps)}),
        frameworks=by_id({"all": Framework(id="all", title=Text(), scale="miller")}),
        competencies=by_id({c.id: c for c in _competencies(competencies, dice)}),
        institutions=by_id({"school": Institution(id="school", title=Text())}),
        units=by_id({u.id: u for u in _units(units, competencies, dice)}),
    )


def _name(kind: str, number: int) -> str:
    """Give a name; one text serves all who use it, as when files are read."""
    return intern(f"{kind}{number}")


def _competencies(count: int, dice: random.Random) -> Iterator[Competency]:
    for number in range(count):
        start = number - number % FIELD
        needs = [dice.randrange(start, number)] if number > start and dice.random() < 0.1 else []
        requires = tuple(
            Requirement(competency=_name("c", need), level=STEPS["knows"]) for need in needs
        )
        yield Competency(id=_name("c", number), title=Text(), framework="all", requires=requires)


def _units(count: int, competencies: int, dice: random.Random) -> Iterator[Unit]:
    for number in range(count):
        field = number * competencies // count // FIELD * FIELD
        made = {
            min(field + dice.randrange(FIELD), competencies - 1) for _ in range(dice.randint(1, 4))
        }
        made |= {dice.randrange(competencies)} if dice.random() < 0.2 else set()
        yield Unit(
            id=_name("u", number),
            title=Text(),
            institution="school",
            unit_kind="course",
            workload=Workload(hours=dice.randint(4, 400) / 2),
            requires=_requires(number, dice),
            outcomes=(Outcome(id="o", contributions=tuple(_made(sorted(made), dice))),),
        )


def _made(competencies: list[int], dice: random.Random) -> Iterator[Contribution]:
    for competency in competencies:
        level = STEPS[dice.choice(LEVELS)]
        yield Contribution(competency=_name("c", competency), level=level)


def _requires(number: int, dice: random.Random) -> Requisite:
    start = number - number % NEIGHBOURS
    before = [_name("u", dice.randrange(start, number)) for _ in range(3)] if number > start else []
    kind = dice.random()
    if not before or kind < 0.5:
        return NO_REQUISITE
    if kind < 0.75:
        return Needs(before[0])
    if kind < 0.9:
        return AllOf((Needs(before[0]), Needs(before[1])))
    return AllOf((Needs(before[0]), AnyOf((Needs(before[1]), Needs(before[2])))))


def journey(of: Catalogue, goals: int, seed: int) -> Journey:
    """Give a question about some competencies; the same numbers give the same one."""
    dice = random.Random(seed)
    names = dice.sample(sorted(of.competencies), goals)
    return Journey(to=[f"{name}@{dice.choice(LEVELS[:3])}" for name in names])


def first(of: Catalogue) -> float:
    """Ask the first question about a catalogue, and give the seconds."""
    asked, fresh = journey(of, 40, seed=0), replace(of)
    gc.collect()
    started = time.perf_counter()
    learning_path(fresh, asked)
    return time.perf_counter() - started


def measure(of: Catalogue, goals: int, seconds: float, seed: int, rounds: int) -> float:
    """Ask for a path to some goals several times and print how long it took; give the best."""
    asked, taken = journey(of, goals, seed), []
    for _ in range(rounds):
        started = time.perf_counter()
        found = learning_path(of, asked, seconds=seconds)
        taken.append(time.perf_counter() - started)
    print(f"  {goals:4} goals, seed {seed}  {min(taken):6.2f} s  {found.verdict}", flush=True)
    return min(taken)


SIZES = ((40, 10, 3, 0.5), (400, 3, 3, 5.0), (2000, 1, 1, 60.0))
"""Number of goals, of seeds, of rounds for each seed, and the seconds allowed."""


def main() -> None:
    """Measure; exit with 1 if a limit does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--competencies", type=int, default=14_000)
    parser.add_argument("--seconds", type=float, default=30, help="time limit of each question")
    given = parser.parse_args()
    of = catalogue(given.units, given.competencies, seed=1)
    learning_path(of, Journey(to=["c1@knows"]))
    taken = [first(of) for _ in range(5)]
    said = f"best of {len(taken)}: {min(taken):.2f} s, median {median(taken):.2f} s"
    print(f"{given.units:,} units, first question, to 40 goals, {said}")
    held = True
    for goals, seeds, rounds, most in SIZES:
        taken = [measure(of, goals, given.seconds, seed, rounds) for seed in range(seeds)]
        held &= max(taken) <= most
        said = "yes" if max(taken) <= most else "NO"
        print(f"  slowest of {seeds}, best of {rounds} each: {max(taken):.2f} s; ", end="")
        print(f"at most {most:g} s: {said}")
    raise SystemExit(0 if held else 1)


if __name__ == "__main__":
    main()
