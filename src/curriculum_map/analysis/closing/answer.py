"""What a closing plan is, and how it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from curriculum_map.analysis.closing.question import Gap, Repair
from curriculum_map.analysis.coverage import Comparison, comparisons_of
from curriculum_map.analysis.definitions import STATES, meanings
from curriculum_map.analysis.optimum.words import Measure, verdict
from curriculum_map.analysis.plan import Plan
from curriculum_map.analysis.reach import Reach
from curriculum_map.analysis.sentences import spoken
from curriculum_map.analysis.speech import Speech, sentence
from curriculum_map.analysis.table import Table
from curriculum_map.analysis.voice import Voice
from curriculum_map.model import PlanItem

COLUMNS = {
    "unit": "string",
    "workload": "float64",
    "closes": "string",
    "needed_by": "string",
    "plan": "int64",
    "title": "string",
    "institution": "string",
    "credits": "float64",
    "reason": "string",
}

OPEN = {
    "competency": "string",
    "required": "int64",
    "chain": "string",
    "required_level": "string",
    "reason": "string",
}

COVERED = {
    "programme": "string",
    "profile": "string",
    "figure": "string",
    "before": "int64",
    "after": "int64",
    "of": "int64",
    "definition": "string",
}


@dataclass(frozen=True, slots=True)
class Addition:
    """A unit that is added to a programme.

    Attributes:
        unit: Id of the unit.
        closes: The gaps it has a part in closing.
        needed_by: The other added units that require it.
        elective: Whether it stands in the plan already, for those who choose it.
    """

    unit: str
    closes: tuple[Gap, ...]
    needed_by: tuple[str, ...]
    elective: bool

    def reason(self, voice: Voice) -> str:
        """Say in a sentence why it is added."""
        said = []
        if self.closes:
            gaps = voice.listed([voice.goal(gap.competency, gap.rank) for gap in self.closes])
            said.append(voice.counted("closes", len(self.closes), gaps=gaps))
        if self.needed_by:
            units = voice.listed(list(map(voice.unit, self.needed_by)))
            said.append(voice.counted("required-by", len(self.needed_by), units=units))
        if self.elective:
            said.append(voice.say("elective-already"))
        return sentence(said)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Units that close all gaps that can be closed.

    Attributes:
        additions: The units, by id; none if there is no gap to close.
        measure: What its cost counts: hours of workload, or units where a unit that could
            help does not state its workload.
        cost: What it costs.
        bound: What any such set of units costs at least.
        language: What the verdict speaks; empty means English.
    """

    additions: tuple[Addition, ...]
    measure: Measure
    cost: float
    bound: float
    language: str = ""

    @property
    def proved(self) -> bool:
        """Whether nothing is cheaper."""
        return self.bound >= self.cost

    @property
    def units(self) -> frozenset[str]:
        """The ids of the units to add."""
        return frozenset(each.unit for each in self.additions)

    @property
    def verdict(self) -> str:
        """Say what it costs, and whether that is proved to be the least."""
        speech = Speech(self.language)
        if not self.additions:
            return speech.say("nothing-to-add")
        return verdict(len(self.additions), self.cost, self.bound, self.measure, speech)


@dataclass(frozen=True, slots=True)
class ClosingPlan:
    """How the gaps of a programme can be closed.

    Attributes:
        repair: What was asked.
        before: The plan as it is.
        proposals: The best way, and then the next best ones asked for, as far as there are.
        open: The gaps that no existing unit can close, with the chains that stay too low.
        language: What the tables speak; empty means English.
    """

    repair: Repair
    before: Plan
    proposals: tuple[Proposal, ...]
    open: tuple[Gap, ...]
    language: str = ""

    def spoken(self, language: str) -> ClosingPlan:
        """Give the same plan in another language, one of `sentences.LANGUAGES`.

        Raises:
            UnknownName: If answers do not speak it.
        """
        spoken(language)
        proposals = tuple(replace(each, language=language) for each in self.proposals)
        return replace(self, proposals=proposals, language=language)

    @property
    def _voice(self) -> Voice:
        return Voice(self.before.index.catalogue, self.language)

    @property
    def after(self) -> Plan:
        """The plan with the units of the best way required of every student."""
        programme, units = self.before.programme, sorted(self.proposals[0].units)
        added = (PlanItem(units=tuple(units)),) if units else ()
        return Plan(self.before.index, replace(programme, plan=(*programme.plan, *added)))

    @property
    def table(self) -> Table:
        """The units to add.

        One row a unit, the best way first, then by id:

        - ``plan``: 1 for the best way, 2 for the next best and so on
        - ``workload``, ``credits``: clock hours and EC; missing if nobody states them
        - ``closes``: the gaps it has a part in closing, as `competency@level`, joined by ``, ``
        - ``needed_by``: the added units that require it, joined by ``, ``
        - ``reason``: the same as a sentence
        """
        voice = self._voice
        rows = (
            self._row(number, each, voice)
            for number, proposal in enumerate(self.proposals, 1)
            for each in proposal.additions
        )
        return Table("close", COLUMNS, tuple(rows))

    def _row(self, number: int, each: Addition, voice: Voice) -> tuple[object, ...]:
        index = self.before.index
        unit = index.catalogue.units[each.unit]
        closes = (f"{c}@{index.level_id(rank, c)}" for c, rank, _ in each.closes)
        return (
            unit.id,
            unit.workload.hours if unit.workload else None,
            ", ".join(closes),
            ", ".join(each.needed_by),
            number,
            voice.words(unit.title) or unit.id,
            unit.institution,
            unit.credits.ec if unit.credits else None,
            each.reason(voice),
        )

    @property
    def open_table(self) -> Table:
        """The gaps that no existing unit can close.

        One row for each chain that stays too low, by competency: ``required`` is the rank a
        new unit has to reach on one of the competencies of ``chain``.
        """
        index, voice = self.before.index, self._voice
        key = "new-unit:assessed" if self.repair.kind == "assessed" else "new-unit"
        rows = []
        for competency, rank, chains in self.open:
            level = voice.level(rank, competency)
            for chain in chains:
                said = voice.say(key, level=level, chain=voice.chain(chain.ids))
                path = " > ".join(chain.ids)
                rows.append((competency, rank, path, index.level_id(rank, competency), said))
        return Table("open", OPEN, tuple(rows))

    @property
    def coverage(self) -> Table:
        """The four figures of coverage before, and after the best way is taken.

        Four rows for each profile compared with, as in `figures`.
        """
        said = meanings(self.language).figures
        beside = comparisons_of(self.before, self.repair.profile)
        some = (each for each in beside if each.profile)
        rows = (row for each in some for row in _figures(each, self.after, said))
        return Table("closing-coverage", COVERED, tuple(rows))


def _figures(
    before: Comparison, plan: Plan, said: Mapping[str, str]
) -> Iterator[tuple[object, ...]]:
    after = Comparison(plan, Reach(plan), before.profile)
    old, new = (_states(each) for each in (before, after))
    for missed, (figure, definition) in enumerate(said.items(), 1):
        short = list(STATES)[:missed]
        counts = (sum(state not in short for state in states) for states in (old, new))
        yield plan.programme.id, before.profile, figure, *counts, len(old), definition


def _states(compared: Comparison) -> list[str]:
    return [row.state for row in compared.rows() if row.state != "extra"]
