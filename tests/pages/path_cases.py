"""Journeys as the page of learning paths is asked, and an empty page with its scripts to ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page

from curriculum_map.analysis.index import index_of
from curriculum_map.analysis.paths.answer import LearningPath
from curriculum_map.analysis.paths.goals import Goal, goals_of
from curriculum_map.analysis.paths.load import load_of
from curriculum_map.analysis.paths.path import Journey
from curriculum_map.model import Catalogue
from curriculum_map.pages.document import asset
from curriculum_map.pages.path_data import path_data
from curriculum_map.pages.path_page import ANSWERING
from curriculum_map.pages.path_solver import solver_script

COUNTED = {"hours": "hours", "credits": "ec"}
PATH = "learningPath(solver, supply, journey)"
NEXT = "nextUnits(supply, journey)"


def scripts_page(browser: Browser) -> Page:
    """Open an empty page with the scripts that answer, and the solver."""
    page = browser.new_page()
    page.add_script_tag(content=solver_script())
    page.evaluate("(0, eval)(curriculumMapSolver.speaker)")
    for name in (*ANSWERING, "path_worker.js"):
        page.add_script_tag(content=asset(name))
    page.evaluate("""async () => {
        onmessage = null;
        solver = await solverFrom(await compiled(curriculumMapSolver.program));
    }""")
    return page


class Case:
    """A journey through a catalogue, in the numbers of the page and back."""

    def __init__(self, catalogue: Catalogue, journey: Journey) -> None:
        self.catalogue, self.journey = catalogue, journey
        self.index = index_of(catalogue)
        self.units, self.competencies = list(catalogue.units), list(catalogue.competencies)

    def answer(self, page: Page, ask: str) -> Any:
        """Let the page answer: `ask` is an expression over `solver`, `supply` and `journey`."""
        return page.evaluate(
            f"""([data, journey]) => {{
                const supply = supplyOf(data);
                return {ask};
            }}""",
            [path_data(self.catalogue, "en"), self.asked()],
        )

    def asked(self) -> Mapping[str, Any]:
        """Say the journey as `path_question.js` describes it."""
        journey, load = self.journey, load_of(self.journey.load)
        held = [name for name in journey.have if "@" in name]
        ranks = [(goal.competency, goal.rank) for goal in goals_of(self.index, held)]
        institutions = list(self.catalogue.institutions)
        return {
            "to": [self._numbered(goal) for goal in goals_of(self.index, journey.to)],
            "units": [self.units.index(name) for name in journey.have if "@" not in name],
            "held": [(self.competencies.index(competency), rank) for competency, rank in ranks],
            "limits": {
                "institutions": [institutions.index(each) for each in journey.limits.institutions],
                "languages": list(journey.limits.languages),
                "without": [self.units.index(each) for each in journey.limits.without],
            },
            "load": load and {"amount": load.most, "counted": COUNTED[load.counted]},
            "terms": journey.terms or path_data(self.catalogue, "en")["terms"] or 1,
        }

    def _numbered(self, goal: Goal) -> Mapping[str, int]:
        if goal.unit:
            return {"unit": self.units.index(goal.unit)}
        return {"competency": self.competencies.index(goal.competency), "rank": goal.rank}

    def named(self, thing: Mapping[str, Any]) -> str:
        """Name what the page calls a goal, or what it says is missing."""
        if thing.get("unit") is not None:
            return self.units[thing["unit"]]
        if "competency" not in thing:
            return ""
        return Goal(self.competencies[thing["competency"]], thing["rank"]).name(self.index)


class Found(NamedTuple):
    """A path, whoever found it.

    Attributes:
        figures: Cost, bound, last term, term before which none is finished, what is counted.
        blocked: Goal, requirement in the way, and the units that would do but are not open.
        orderless: Whether no terms can be found.
        steps: Term, unit, what it gives, and what needs it.
    """

    figures: tuple[float, float, int, int, str]
    blocked: list[tuple[str, str, str]]
    orderless: bool
    steps: list[tuple[int, str, tuple[str, ...], tuple[str, ...]]]


def of_command(path: LearningPath) -> Found:
    """Give what the command line found."""
    blocked = [(each.goal, each.requirement, each.units) for each in path.blocked]
    orderless = [each for each in path.blocked if "in the same term" in each.reason]
    return Found(
        (path.cost, path.bound, path.finish, path.soonest, path.measure),
        blocked[: len(blocked) - len(orderless)],
        bool(orderless),
        [(step.term, step.unit, step.gives, step.needed_by) for step in path.steps],
    )


def of_page(case: Case, answer: Mapping[str, Any]) -> Found:
    """Give what the page found."""
    assert not answer["late"]
    named, units = case.named, case.units
    return Found(
        tuple(answer[name] for name in ("cost", "bound", "finish", "soonest", "measure")),
        [
            (
                named(each["goal"]),
                named(each["missing"]),
                ", ".join(units[one["unit"]] for one in each["shut"]),
            )
            for each in answer["blocked"]
        ],
        answer["orderless"],
        [
            (
                step["term"],
                units[step["unit"]],
                tuple(map(named, step["gives"])),
                tuple(units[unit] for unit in step["neededBy"]),
            )
            for step in answer["steps"]
        ],
    )
