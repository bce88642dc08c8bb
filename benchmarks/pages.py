"""What the pages cost: those of the shipped project, and those of a university of 2,000 units.

The shipped project's site is compared with reading and checking the project plus filling in every
page's template once with answers that are there already. The university is built in code: ten
fields of twenty competencies, forty programmes of fifty units of their field, a fifth of them
elective, with a profile each. All its exports are made, tables and RDF included, and written twice;
of the second time it is counted what had to be written. CPU time, so that others on the machine
do not count; CPU time of one process that uses one core is what somebody waits for at least.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from curriculum_map.cli.build import everything, linked_data
from curriculum_map.formats.project import load
from curriculum_map.formats.publishing import publish
from curriculum_map.model import (
    Area,
    Assessment,
    Catalogue,
    Competency,
    Contribution,
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
    Workload,
    by_id,
)
from curriculum_map.pages.every_page import PAGES, site
from curriculum_map.pages.site import Site
from curriculum_map.pages.words import LANGUAGES

ROOT = Path(__file__).parents[1]
FIELDS, COMPETENCIES, PROGRAMMES, UNITS = 10, 20, 40, 50
LEVELS = tuple(LevelRef("miller", each) for each in ("knows", "knows-how", "shows-how", "does"))


def university(programmes: int = PROGRAMMES) -> Catalogue:
    """Build a catalogue of so many programmes and 50 times as many units; always the same one."""
    dice = random.Random(1)
    steps = tuple(Level(id=level.level, title=_text(level.level)) for level in LEVELS)
    areas = tuple(Area(id=f"f{field}", title=_text(f"Field {field}")) for field in range(FIELDS))
    framework = Framework(id="all", title=_text("Framework"), scale="miller", areas=areas)
    return Catalogue(
        scales=by_id({"miller": Scale(id="miller", title=_text("Miller"), levels=steps)}),
        frameworks=by_id({"all": framework}),
        competencies=by_id({each.id: each for each in _competencies()}),
        profiles=by_id({each.id: each for each in _profiles(dice)}),
        institutions=by_id({"uni": Institution(id="uni", title=_text("University"))}),
        programmes=by_id({each.id: each for each in _programmes(programmes)}),
        units=by_id({each.id: each for each in _units(dice, programmes * UNITS)}),
    )


def _text(words: str) -> Text:
    return Text((("en", f"{words}, as it is called in a catalogue of courses"),))


def _named(field: int) -> list[str]:
    return [f"c{field}-{number}" for number in range(COMPETENCIES)]


def _competencies() -> Iterator[Competency]:
    for field in range(FIELDS):
        for name in _named(field):
            yield Competency(id=name, title=_text(name), framework="all", area=f"f{field}")


def _profiles(dice: random.Random) -> Iterator[RoleProfile]:
    for field in range(FIELDS):
        needs = tuple(
            Requirement(competency=each, level=dice.choice(LEVELS)) for each in _named(field)
        )
        yield RoleProfile(id=f"p{field}", title=_text(f"Graduate of {field}"), requires=needs)


def _programmes(count: int) -> Iterator[Programme]:
    for number in range(count):
        units = [f"u{number * UNITS + place}" for place in range(UNITS)]
        plan = [
            PlanItem(units=tuple(units[start : start + 10]), year=1 + start // 20, term=1)
            for start in range(0, 40, 10)
        ]
        plan.append(PlanItem(units=tuple(units[40:]), year=3, choose=3))
        yield Programme(
            id=f"programme-{number}",
            title=_text(f"Programme {number}"),
            institution="uni",
            aims=(f"p{number % FIELDS}",),
            plan=tuple(plan),
        )


def _units(dice: random.Random, count: int) -> Iterator[Unit]:
    for number in range(count):
        asked = _named(number // UNITS % FIELDS)
        claims = tuple(
            Contribution(competency=each, level=dice.choice(LEVELS[:3]))
            for each in sorted(dice.sample(asked, dice.randint(1, 3)))
        )
        outcome = Outcome(id="o", text=_text(f"Does what {number} is for"), contributions=claims)
        tests = (f"u{number}/o",) if number % 3 else ()
        yield Unit(
            id=f"u{number}",
            title=_text(f"Unit {number}"),
            institution="uni",
            unit_kind="course",
            workload=Workload(hours=dice.choice((40, 84, 140))),
            outcomes=(outcome,),
            assessments=(Assessment(id="exam", title=_text("Exam"), tests=tests),),
        )


def seconds(work: Callable[[], object]) -> float:
    """Measure the CPU time of some work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def pages(whole: Site) -> list[str]:
    """Make every page."""
    made = (
        each for language in LANGUAGES for make in PAGES.values() for each in make(whole, language)
    )
    return [page for _, page in made]


def main() -> None:
    """Print what was measured."""
    checked = seconds(lambda: load(ROOT))
    shipped = Site(load(ROOT))
    first, again = seconds(lambda: pages(shipped)), seconds(lambda: pages(shipped))
    sizes = [len(page.encode()) for page in pages(shipped)]
    print(f"shipped project: {len(sizes)} pages, the largest {max(sizes) / 1000:.0f} kB")
    print(f"  check {checked:.2f} s, pages {first:.2f} s, templates alone {again:.2f} s:")
    print(f"  {(checked + first) / (checked + again):.2f} times check and templates")
    catalogue = university()
    files: dict[str, str | bytes] = {}
    spent = seconds(lambda: files.update([*everything(catalogue), *linked_data(catalogue)]))
    print(f"{len(catalogue.units):,} units: {len(files):,} files made in {spent:.1f} s")
    spent = seconds(lambda: list(site(university(), {})))
    print(f"  the pages among them, from the catalogue as it was read, in {spent:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        spent = seconds(lambda: publish(Path(folder), files))
        again_ = publish(Path(folder), files)
        print(
            f"  written in {spent:.1f} s; of {again_.left:,} files the second time {again_.written}"
        )


if __name__ == "__main__":
    main()
