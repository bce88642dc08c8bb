"""What the pages of a site show: answers that are worked out once, for all pages and languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any, TypeVar

from curriculum_map.analysis import Table, contributions, coverage, figures, gaps, matrix
from curriculum_map.analysis.closing.answer import ClosingPlan
from curriculum_map.analysis.closing.plan import closing_plan
from curriculum_map.analysis.closing.question import Repair
from curriculum_map.analysis.definitions import meanings
from curriculum_map.analysis.everything import SECONDS, closing_plans
from curriculum_map.analysis.metrics import metrics
from curriculum_map.errors import BadQuestion
from curriculum_map.model import Catalogue, Ranks
from curriculum_map.pages.answers import Answers, Record, grouped
from curriculum_map.pages.cure import Cure, cure
from curriculum_map.pages.needed import Need, needs
from curriculum_map.pages.programme import Section, section
from curriculum_map.pages.relations import Relations
from curriculum_map.pages.sentence import untranslated
from curriculum_map.pages.sheet import Workbook, workbook
from curriculum_map.pages.taught import Teaching, teachings

T = TypeVar("T")
NO_FILES: Mapping[str, str | bytes] = {}


class Site:
    """A catalogue, and every answer that its pages show: worked out when first asked for, once.

    Attributes:
        catalogue: What is shown.
        files: The downloads that lie in `data/` of the site, by name.
        served: Whether the pages come from a program that makes them again when a source
            changes; they then ask it, and only it, whether they are still up to date.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        files: Mapping[str, str | bytes] = NO_FILES,
        *,
        served: bool = False,
    ) -> None:
        """Begin a site; nothing is worked out yet."""
        self.catalogue, self.files, self.served = catalogue, files, served
        self._kept: dict[tuple[str, ...], Any] = {}

    @cached_property
    def answers(self) -> Answers:
        """Coverage, figures and contributions, by what they are about."""
        traced = contributions(self.catalogue)
        return Answers(
            grouped(coverage(self.catalogue), "programme", "profile"),
            grouped(figures(self.catalogue), "programme", "profile"),
            grouped(traced, "programme"),
            grouped(traced, "competency"),
        )

    @cached_property
    def ranks(self) -> Ranks:
        """What compares levels."""
        return self.catalogue.ranks()

    @cached_property
    def teachings(self) -> Mapping[str, Sequence[Teaching]]:
        """Every contribution by the id of its competency."""
        return teachings(self.catalogue, self.ranks, self.answers.taught)

    @cached_property
    def needs(self) -> Mapping[str, Sequence[Need]]:
        """The profiles that require each competency, by its id."""
        return needs(self.catalogue, self.ranks)

    @cached_property
    def relations(self) -> Relations:
        """How competencies hang together."""
        return Relations(self.catalogue)

    def gaps_of(self, programme: str, language: str) -> Sequence[Record]:
        """Give the findings about a programme; the empty id stands for those outside any."""
        found = self._once(
            ("gaps", language),
            lambda: grouped(gaps(self.catalogue, language=language), "programme"),
        )
        return found.get((programme,), ())

    def section(self, programme: str) -> Section:
        """Give what the page of a programme shows in any language."""
        asked = self.catalogue.programmes[programme]
        return self._once(
            ("section", programme),
            lambda: section(self.catalogue, asked, self.answers, matrix(self.catalogue, programme)),
        )

    def cure(self, programme: str, language: str) -> Cure | None:
        """Give what closes the gaps of a programme.

        It is `None` for a programme that aims at nothing, and where none was found in time.
        """
        plan = closing_plans(self.catalogue).get(programme)
        if plan is None:
            return None
        after = self._once(("after", programme), plan.coverage.records)
        return self._once(
            ("cure", programme, language),
            lambda: cure(self.catalogue, plan.spoken(language), after),
        )

    def cure_assessed(self, programme: str, language: str) -> Cure | None:
        """Give what lets everybody be assessed on what is required, too.

        It is `None` where no competency lacks its assessment only, and where none was found in
        time.
        """
        plan = self._once(("assessing", programme), lambda: self._assessing(programme))
        if plan is None:
            return None
        after = self._once(("assessing after", programme), plan.coverage.records)
        return self._once(
            ("cure assessed", programme, language),
            lambda: cure(self.catalogue, plan.spoken(language), after),
        )

    def _assessing(self, programme: str) -> ClosingPlan | None:
        aims = self.catalogue.programmes[programme].aims
        rows = (row for aim in aims for row in self.answers.coverage.get((programme, aim), ()))
        if all(row["state"] != "not-assessed" for row in rows):
            return None
        with suppress(BadQuestion):
            repair = Repair(programme=programme, kind="assessed")
            return closing_plan(self.catalogue, repair, seconds=SECONDS)
        return None

    def workbook(self, programme: str, language: str) -> bytes:
        """Write a programme as a workbook."""
        book = Workbook(self.catalogue, self.section(programme), language)
        found, closing = self.gaps_of(programme, language), self.cure(programme, language)
        return self._once(("sheet", programme, language), lambda: workbook(book, found, closing))

    def metrics(self, programme: str) -> Table:
        """Measure the requisites of a programme."""
        return self._once(("metrics", programme), lambda: metrics(self.catalogue, programme))

    def untranslated(self, language: str) -> Mapping[str, str]:
        """Say in which other language things are named on pages in `language`."""
        return self._once(
            ("untranslated", language), lambda: untranslated(self.catalogue, language)
        )

    def meanings(self, language: str) -> Mapping[str, str]:
        """Say what figures, states, findings and metrics mean, by their codes."""
        said = meanings(language)
        return {**said.figures, **said.states, **said.findings, **said.metrics}

    def _once(self, question: tuple[str, ...], ask: Callable[[], T]) -> T:
        if question not in self._kept:
            self._kept[question] = ask()
        answer: T = self._kept[question]
        return answer
