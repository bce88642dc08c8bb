"""What answers say, in English."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # Words that sentences are put together from
    "quoted": "“{words}”",
    "decimal": ".",
    "and": " and ",
    "or": " or ",
    "more": "{count} more",
    "year": "year {year}",
    "year:term": "year {year}, term {term}",
    "year:unknown": "year not stated",
    "elective": "elective",
    "at": "at {level}",
    "at:nothing": "at nothing",
    "goal": "{competency} {at}",
    "in:one": "in {units}",
    "in:many": "in {units}",
    "along": "along {chain} ",
    "units:one": "{count} unit",
    "units:many": "{count} units",
    "terms:one": "{count} term",
    "terms:many": "{count} terms",
    # States of required competencies
    "absent": "{competency} is required {at}; no unit in the plan of {programme} works on it.",
    "absent:parts": (
        "{competency} is required {at}; no unit in the plan of {programme} works on it or on any "
        "of its parts."
    ),
    "below": "{competency} is required {at}; {along}the plan reaches {level} {units}.",
    "below:nothing": "{competency} is required {at}; {along}the plan reaches nothing.",
    "elective-only": (
        "{competency} is required {at}; {along}some students reach it {units}, but others reach "
        "{level}."
    ),
    "elective-only:nothing": (
        "{competency} is required {at}; {along}some students reach it {units}, but others reach "
        "nothing."
    ),
    "not-assessed": (
        "{competency} is required {at}; {along}every student reaches it {units}, but not every "
        "student is assessed above {level}."
    ),
    "not-assessed:nothing": (
        "{competency} is required {at}; {along}every student reaches it {units}, but not every "
        "student is assessed on it."
    ),
    # Order along a plan
    "needs:none": "one of no units at all",
    "needs:pre": "{unit} before it",
    "needs:co": "{unit} before it or in the same term",
    "needs:strict-co": "{unit} in the same term",
    "requisite-missing": "{unit} requires {needs}, which the plan of {programme} lacks.",
    "requisite-late": "{unit} requires {needs}.",
    "requisite-elective": (
        "Every student takes {unit}, which requires {needs}; a student can choose electives so "
        "that this is not met in time."
    ),
    "requirement-unreached": (
        "{competency} is built on in {unit} and requires {needed} {at}; until then the plan "
        "reaches {level}."
    ),
    "requirement-unreached:nothing": (
        "{competency} is built on in {unit} and requires {needed} {at}; until then the plan "
        "reaches nothing."
    ),
    "level-falls": "{competency} falls from {low} in {before} to {high} in {after}.",
    "level-jumps": "{competency} jumps from {low} in {before} to {high} in {after}.",
    "assessed-before-taught": (
        "{assessment} in {testing} tests {outcome}, which comes only in {unit}."
    ),
    "redundant": "{competency} is taught at {level} {units}, with no rise after.",
    # The chain from profile to assessment
    "unit-without-outcome": "{unit} states no outcome.",
    "unit-without-outcome:parts": "{unit} states no outcome, and neither does any of its parts.",
    "outcome-without-contribution": "{outcome} of {unit} has no contribution to a competency.",
    "outcome-without-contribution:weak": (
        "{outcome} of {unit} has no contribution to a competency that is sure enough."
    ),
    "outcome-not-tested": "No assessment in the plan of {programme} tests {outcome} of {unit}.",
    "outcome-not-tested:anywhere": "No assessment tests {outcome} of {unit}.",
    "assessment-tests-nothing": "{assessment} in {unit} tests nothing.",
    "unit-in-no-plan": "{unit} stands in no plan.",
    "profile-without-programme": "No programme aims at {profile}.",
    "programme-without-profile": "{programme} aims at no profile.",
    "programme-without-units": "The plan of {programme} has no units.",
    # What a change does
    "lost:late": "{unit} requires {needed}, which no longer comes in time.",
    "lost:late-enough": (
        "{unit} requires {needed}, which no longer comes in time; the rest of what it requires is "
        "enough."
    ),
    "lost:gone": "{unit} requires {needed}, which the plan now lacks.",
    "lost:gone-enough": (
        "{unit} requires {needed}, which the plan now lacks; the rest of what it requires is "
        "enough."
    ),
    # Side by side
    "cell": "{state}: {reached} of {required}",
    "nothing": "nothing",
    # Costs
    "amount:hours": "{units}, {hours} h",
    "amount:counted": "{units} (units are counted, for not all of them state hours)",
    "proved": "Proved cheapest: {amount}.",
    "unproved": "Not proved: {amount}; at most {percent} % above the cheapest possible.",
    "unproved:unbounded": "Not proved: {amount}; nothing is known about cheaper ones.",
    # Closing plans
    "closes:one": "closes {gaps}",
    "closes:many": "closes {gaps}",
    "required-by:one": "required by {units}",
    "required-by:many": "required by {units}",
    "elective-already": "elective in the plan already",
    "nothing-to-add": "Nothing has to be added.",
    "new-unit": "A new unit has to reach {level} in {chain}.",
    "new-unit:assessed": "A new unit has to reach {level} in {chain} and be assessed.",
    # Learning paths
    "gives:one": "gives {goals}",
    "gives:many": "gives {goals}",
    "needed-by:one": "needed by {units}",
    "needed-by:many": "needed by {units}",
    "opens:one": "opens {units}",
    "opens:many": "opens {units}",
    "all-there": "Everything is there already.",
    "no-help": "No unit helps.",
    "path:partly:one": "One goal cannot be reached; this leads to the others: {verdict}",
    "path:partly:many": "{count} goals cannot be reached; this leads to the others: {verdict}",
    "path": "{verdict} No path as cheap takes less than {terms}.",
    "path:unproved": "{verdict} It takes {terms}; whether one as cheap takes less is not proved.",
    # What is in the way
    "asked": "Asked for is {requirement}",
    "required": "{unit} requires {requirement}",
    "blocked": "{begin}, but {why}.",
    "blocked:waiting": "{begin}, and units on that way wait for each other.",
    "blocked:nothing": "{begin}. No unit works on it.",
    "blocked:never": "{begin}. Nobody can meet that.",
    "blocked:nearest": "{begin}. No unit leads so far; {unit} leads to {level}.",
    "blocked:order": (
        "The units that lead there have to be taken in the same term, and no term holds or "
        "offers all of them."
    ),
    "shut:left-out": "{unit} of {institution} is to be left out",
    "shut:institution": (
        "{unit} of {institution} is not offered by an institution that was asked for"
    ),
    "shut:language": (
        "{unit} of {institution} does not say that it is taught in a language that was asked for"
    ),
    "shut:plan": "{unit} of {institution} does not stand in the plan",
    "shut:terms": "{unit} of {institution} is not offered in a year of {terms}",
    "shut:hours-unknown": (
        "{unit} of {institution} does not state its hours, so nobody can tell whether it fits a "
        "term"
    ),
    "shut:credits-unknown": (
        "{unit} of {institution} does not state its credits, so nobody can tell whether it fits a "
        "term"
    ),
    "shut:hours": "{unit} of {institution} is more than {amount} hours",
    "shut:credits": "{unit} of {institution} is more than {amount} credits",
}
"""Key to template."""
