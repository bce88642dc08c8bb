"""What every figure, state and finding means, said once.

Answers, pages and documentation show these sentences; nobody words them a second time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from curriculum_map.analysis.sentences import LANGUAGES, spoken, translated

FIGURES: Mapping[str, str] = {
    "touched": (
        "Required competencies that at least one unit of the plan works on, at whatever level."
    ),
    "possible": (
        "Required competencies that some student can reach at the required level by choosing "
        "electives. An upper bound for a competency with parts: each chain of parts takes its "
        "own best choice, also where they compete for the same elective."
    ),
    "guaranteed": (
        "Required competencies that every student reaches at the required level, whatever they "
        "choose."
    ),
    "assessed": (
        "Required competencies that every student reaches at the required level, counting only "
        "outcomes that an assessment tests: one of the same unit of the plan, or one of a unit "
        "that every student takes."
    ),
}
"""The four numbers of coverage, widest first: name, and what it counts."""

GAP_STATES: Mapping[str, str] = {
    "absent": "No unit of the plan works on the required competency or any of its parts.",
    "below": "The plan works on the required competency, but no student can reach the level.",
    "elective-only": (
        "Some student can reach the required level, but a student can also choose electives so "
        "that they do not."
    ),
    "not-assessed": (
        "Every student is taught up to the required level, but not every student is assessed "
        "up to it."
    ),
}
"""The states of a required competency that are gaps; the first that holds is the state."""

STATES: Mapping[str, str] = {
    **GAP_STATES,
    "met": "Every student is taught and assessed up to the required level.",
    "extra": (
        "A unit of the plan works on the competency, and the profile requires neither it nor a "
        "competency it is part of."
    ),
}
"""Every state a competency can be in, in the order in which they are tried."""

ORDER: Mapping[str, str] = {
    "requisite-missing": (
        "What a unit requires cannot be met by the units of the plan and their parts, in "
        "whatever order."
    ),
    "requisite-late": (
        "What a unit requires is in the plan but certainly at the wrong time: not before it, for "
        "a co-requisite after its term, for a strict co-requisite in another term."
    ),
    "requisite-elective": (
        "Every student takes the unit, but a student can choose electives so that what it "
        "requires is not met in time."
    ),
    "requirement-unreached": (
        "A competency is built on in a unit, and a competency it requires is certainly not "
        "reached at the required level in that unit or before it by any student."
    ),
    "level-falls": (
        "A competency is taught at a lower level than the time before in the same plan."
    ),
    "level-jumps": (
        "A competency is taught more than one level higher than the time before in the same plan."
    ),
    "assessed-before-taught": (
        "An assessment stands certainly earlier than every unit of the plan that has the outcome "
        "it tests."
    ),
}
"""Findings about order, along one plan. Only what is certain from the years and terms that are
stated becomes a finding; a part of a unit stands where the unit stands."""

CHAIN: Mapping[str, str] = {
    "unit-without-outcome": "Neither the unit nor any of its parts states an outcome.",
    "outcome-without-contribution": "The outcome works on no competency.",
    "outcome-not-tested": (
        "No assessment of the plan tests the outcome; for a unit in no plan, no assessment at all."
    ),
    "assessment-tests-nothing": "The assessment names no outcome that it tests.",
    "unit-in-no-plan": "Neither the unit nor a unit it is part of stands in a plan.",
    "profile-without-programme": "No programme aims at the profile.",
    "programme-without-profile": "The programme aims at no profile.",
    "programme-without-units": "The plan of the programme has no units.",
}
"""Findings about the chain from profile over programme, unit and outcome to assessment."""

FINDINGS: Mapping[str, str] = {**GAP_STATES, **ORDER, **CHAIN}
"""Every code that `gaps` can give, in the order in which it sorts them."""

REPETITION: Mapping[str, str] = {
    "redundant": (
        "Several units of the plan that a student can take together work on a competency at the "
        "same level, and no unit after them, as far as years and terms are stated, takes it "
        "further."
    ),
    "spiral": (
        "A competency comes back in the plan at a level that is certainly higher than before: "
        "intended, and no redundancy."
    ),
}
"""What `redundancy` tells of competencies that come back. Whether a repetition is one too many
a person has to judge, so it is no finding of `gaps`."""

SIDES: Mapping[str, str] = {
    "required": "The profile requires the competency.",
    "part": "Taught, and required only as a part of another competency.",
    "none": "Neither required nor taught.",
}
"""The states of a competency beside `STATES` where programmes or profiles are compared that do
not all require or teach it."""

METRICS: Mapping[str, str] = {
    "blocking": (
        "Blocking factor: how many others cannot be begun before this one is passed, directly or "
        "over others. Failing it holds up all of these."
    ),
    "delay": (
        "Delay factor: how many stand on the longest chain of requisites that runs through this "
        "one, itself included; 1 if it stands alone. Failing it can put off the end of that chain."
    ),
    "centrality": (
        "Centrality: how much runs through this one, as the total number of stations of all "
        "chains, from one that requires nothing to one that opens nothing, that have it inside; "
        "0 at either end of every chain."
    ),
    "complexity": (
        "Structural complexity: delay plus blocking factor, where a year has quarters two thirds "
        "of that. The higher, the more it costs not to pass at once."
    ),
    "requires": "How many others it requires directly, as far as they are counted.",
    "opens": "How many others require it directly.",
    "chains": (
        "How many chains of requisites, from one that requires nothing to one that opens "
        "nothing, it stands on, its place at an end included."
    ),
    "share": (
        "How large a part of all chains of requisites that is, from 0 to 1. What opens others and "
        "has the largest shares is a bottleneck."
    ),
}
"""What is measured of each thing in a graph of requisites, after Curricular Analytics
(arXiv:1811.09676). The alternatives of an any-of requisite all count as required."""

METRIC_TOTALS: Mapping[str, str] = {
    "units": "How many are counted.",
    "requisites": "How many direct requisites are counted between them.",
    "blocking": "The sum of all blocking factors.",
    "delay": "The sum of all delay factors.",
    "centrality": "The sum of all centralities.",
    "complexity": (
        "The sum of all structural complexities. Of two plans with the same content, the one "
        "with the smaller sum puts less in the way of a student who fails once."
    ),
    "longest": (
        "How many stand on the longest chain of requisites: at least so many terms are needed, "
        "co-requisites aside."
    ),
    "longest-chains": "How many chains are as long as the longest one; 0 if nothing is required.",
    "redundant": (
        "Requisites that other requisites imply already, so that leaving them out changes nothing."
    ),
    "circular": (
        "Requisites left out because they lead in a circle, such as those of units taken "
        "together: they put nothing first."
    ),
}
"""What is measured of a whole graph of requisites."""


class Meanings(NamedTuple):
    """All definitions in one language; keys and their order are those of the English ones.

    Attributes:
        figures: As `FIGURES`.
        gap_states: As `GAP_STATES`.
        states: As `STATES`.
        order: As `ORDER`.
        chain: As `CHAIN`.
        findings: As `FINDINGS`.
        repetition: As `REPETITION`.
        sides: As `SIDES`.
        metrics: As `METRICS`.
        metric_totals: As `METRIC_TOTALS`.
    """

    figures: Mapping[str, str]
    gap_states: Mapping[str, str]
    states: Mapping[str, str]
    order: Mapping[str, str]
    chain: Mapping[str, str]
    findings: Mapping[str, str]
    repetition: Mapping[str, str]
    sides: Mapping[str, str]
    metrics: Mapping[str, str]
    metric_totals: Mapping[str, str]


ENGLISH = Meanings(
    FIGURES,
    GAP_STATES,
    STATES,
    ORDER,
    CHAIN,
    FINDINGS,
    REPETITION,
    SIDES,
    METRICS,
    METRIC_TOTALS,
)


def meanings(language: str = "") -> Meanings:
    """Give all definitions in a language, one of `sentences.LANGUAGES`; empty means English.

    Raises:
        UnknownName: If answers do not speak the language.
    """
    if spoken(language) == LANGUAGES[0]:
        return ENGLISH
    said = translated(language)
    gaps, order, chain = said["gap_states"], said["order"], said["chain"]
    return Meanings(
        said["figures"],
        gaps,
        {**gaps, **said["other_states"]},
        order,
        chain,
        {**gaps, **order, **chain},
        said["repetition"],
        said["sides"],
        said["metrics"],
        said["metric_totals"],
    )
