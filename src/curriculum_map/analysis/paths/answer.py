"""What a learning path is, and how it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from curriculum_map.analysis.optimum.words import Measure, verdict
from curriculum_map.analysis.paths.blocked import Blocked
from curriculum_map.analysis.table import Table
from curriculum_map.analysis.voice import Voice

COLUMNS = {
    "term": "int64",
    "unit": "string",
    "workload": "float64",
    "gives": "string",
    "needed_by": "string",
    "title": "string",
    "institution": "string",
    "credits": "float64",
    "reason": "string",
}

BLOCKED = {
    "goal": "string",
    "requirement": "string",
    "unit": "string",
    "institution": "string",
    "reason": "string",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A unit of a path.

    Attributes:
        term: When it is taken, from 1.
        unit: Id of the unit.
        gives: The goals towards which it counts, as they are asked for.
        needed_by: The units of the path that need it.
        reason: Why it is in the path, in a sentence.
    """

    term: int
    unit: str
    gives: tuple[str, ...]
    needed_by: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class LearningPath:
    """A way to goals.

    Attributes:
        steps: What to take, by term and id; none if everything is held already, or if
            nothing can be reached.
        measure: What its cost counts: hours of workload, or units where a unit that could
            help does not state its workload.
        cost: What it costs.
        bound: What any path that reaches as many goals costs at least.
        finish: The last term; 0 for no steps.
        soonest: The term before which no path that costs as little is finished.
        blocked: What keeps goals from being reached; empty if all are.
        voice: Speaks of the catalogue it was found in.
    """

    steps: tuple[Step, ...]
    measure: Measure
    cost: float
    bound: float
    finish: int
    soonest: int
    blocked: tuple[Blocked, ...]
    voice: Voice

    @property
    def proved(self) -> bool:
        """Whether nothing is cheaper, and nothing as cheap is finished earlier."""
        return self.bound >= self.cost and self.soonest >= self.finish

    @property
    def verdict(self) -> str:
        """Say what the path does not reach, what it costs, when it ends, and what is proved."""
        say = self.voice.say
        if not self.steps:
            return say("no-help" if self.blocked else "all-there")
        said = verdict(len(self.steps), self.cost, self.bound, self.measure, self.voice)
        terms = self.voice.counted("terms", self.finish)
        known = "path" if self.soonest >= self.finish else "path:unproved"
        said = say(known, verdict=said, terms=terms)
        beyond = len({each.goal for each in self.blocked})
        return self.voice.counted("path:partly", beyond, verdict=said) if beyond else said

    @property
    def table(self) -> Table:
        """The steps.

        One row a unit, sorted by term and id:

        - ``workload``, ``credits``: clock hours and EC; missing if nobody states them
        - ``gives``: the goals towards which it counts, joined by ``, ``
        - ``needed_by``: the units of the path that need it, joined by ``, ``
        - ``reason``: the same as a sentence
        """
        return Table("path", COLUMNS, tuple(map(self._row, self.steps)))

    def _row(self, step: Step) -> tuple[object, ...]:
        unit = self.voice.catalogue.units[step.unit]
        return (
            step.term,
            unit.id,
            unit.workload.hours if unit.workload else None,
            ", ".join(step.gives),
            ", ".join(step.needed_by),
            self.voice.words(unit.title) or unit.id,
            unit.institution,
            unit.credits.ec if unit.credits else None,
            step.reason,
        )

    @property
    def blocked_table(self) -> Table:
        """What keeps goals from being reached.

        One row for each thing in the way, in the order of the goals:

        - ``goal``: the goal, as it is asked for
        - ``requirement``: what cannot be met, a unit or `competency@level`
        - ``unit``, ``institution``: the units that would do but are not open, and who offers
          them, joined by ``, ``; without any the institution that comes nearest
        """
        rows = ((b.goal, b.requirement, b.units, b.institutions, b.reason) for b in self.blocked)
        return Table("blocked", BLOCKED, tuple(rows))
