"""What every figure, state and finding means, said once.

Answers, pages and documentation show these sentences; nobody words them a second time.
"""

from __future__ import annotations

from collections.abc import Mapping

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
        "Some student can reach the required level, but not every student does, whatever they "
        "choose."
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
