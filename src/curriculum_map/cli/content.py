"""The page that says, in numbers, what the shipped content rests on and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from curriculum_map.analysis import Table
    from curriculum_map.model import Catalogue, Text

ALL = {"": "All"}
TITLES: Mapping[str, str] = {
    "institution": "Institution",
    "programmes": "Programmes",
    "with_plan": "with a plan",
    "units": "Units",
    "with_hours": "with hours",
    "with_credits": "with credits",
    "with_outcomes": "with outcomes",
    "outcomes": "Outcomes",
    "developing": "that develop a competency",
    "tested": "that are tested",
    "facts": "Facts",
    "assumed": "assumed",
    "without_source": "without source",
    "without_evidence": "without evidence",
    "source": "Source",
    "title": "Title",
    "licence": "Licence",
    "note": "What it is worth",
    "framework": "Framework",
    "to": "Aligned to",
    "alignments": "Alignments",
    "competencies": "Competencies",
    "of": "of",
    "disputed": "disputed",
    "suggested": "suggested",
    "declared": "declared",
    "reviewed": "reviewed",
}

PAGE = """\
# What the shipped content is, and what it is not

This page is made by the program (`curriculum-map document`) from `competencies/` and `curricula/`.
It counts what is sourced, assumed and missing there. The content is illustrative. It is not the
DATAclinic Competency Profile, which is not public, and no official description of any programme.

## How it was made

- **Facts** come from five public texts and from the pages and open data listed below. What they do
  not state is empty: no credits, hours, prerequisites or languages were filled in.
- **Titles** in Dutch and Estonian are the project's translations, for no source states them; where
  a title is quoted from an open curriculum it stays in the language of that. Outcomes are in the
  language of their source or of the reading, English.
- **Outcomes** are the project's reading of a stated topic and marked as assumed, except where the
  source states them itself (the data steward curriculum, one lesson of the course for doctors).
- **Contributions** are suggestions, each with the words it rests on. The level follows a rule that
  stands at the head of the files (`curricula/umcg/medicine-dentistry.yaml`,
  `curricula/skills4eosc/programme.yaml`). What a source only names, without saying what it is
  about, develops nothing and is found as such by `curriculum-map gaps`; an outcome that develops
  nothing says why. [A second reading](mapping-review.md) tells of a sample how far the levels
  can be repeated, and which contributions came after it.
- **Sources that disagree** are both told, in the note of the thing they disagree about.
- **Plans** say what is known of year and order; that a unit is required of everybody is mostly
  assumed.

## What is offered

{offers}
## How sure it is

A fact is everything that can name a source: a programme, a place in its plan, a number of learners,
a unit, an outcome, a contribution and so on. The contributions are {contributions}.

{trust}
## In which languages

{languages}
## What it rests on

A letter says how certain a page of a partner is: A is the institution's own page or repository, B a
page of somebody else, C means that only the existence is known. Where a licence stands, the words
of the source may be used under it; elsewhere only facts and short quotes were taken.

{sources}
## How competencies are related to other frameworks

{alignments}
## What is missing

{missing}
Searched for and not found: the DATAclinic Competency Profile and the contents of its modules; a
list of courses of Elevate; any course of ORTEC; any course in data science of UMC Utrecht; the
modules of health informatics at University College London; courses in health informatics at the
University of Tartu; the list of modules of the exquAIro bootcamp; names of the courses of the
master's programme in data science in Utrecht; the six electives of the Data Wise minor.

Found and left out, because little more than a name is known or they are not about data science:
the bachelor's programme Data Science and Society at Campus Fryslân, the master's programme Medical
Imaging and the minor Medical Humanities in Utrecht, and the former graduate programme in health
informatics at University College London.
"""


def content_page(catalogue: Catalogue) -> str:
    """Give docs/content.md for the catalogue of the repository."""
    from curriculum_map.analysis import provenance

    trust = provenance.trust(catalogue)
    aligned = _said(provenance.alignments(catalogue), "to", ALL)
    return PAGE.format(
        offers=_markdown(_said(provenance.offers(catalogue), "institution", _titles(catalogue))),
        contributions=_statuses(trust),
        trust=_markdown(_said(trust, "institution", _titles(catalogue))),
        languages=_languages(catalogue),
        sources=_markdown(provenance.sources(catalogue)),
        alignments=_markdown(_said(aligned, "framework", _titles(catalogue))),
        missing=_missing(catalogue),
    )


def _titles(catalogue: Catalogue) -> dict[str, str]:
    things = (*catalogue.institutions.values(), *catalogue.frameworks.values())
    return {each.id: each.title.show("en") for each in things} | ALL


def _said(table: Table, column: str, words: Mapping[str, str]) -> Table:
    at = list(table.columns).index(column)
    rows = ((*row[:at], words.get(row[at], row[at]), *row[at + 1 :]) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _markdown(table: Table) -> str:
    from curriculum_map.cli.show import as_markdown

    lines = as_markdown(table, list(table.columns)).splitlines(keepends=True)
    heading = " | ".join(TITLES[each] for each in table.columns)
    return "".join([f"| {heading} |\n", *lines[1:]])


def _languages(catalogue: Catalogue) -> str:
    """Count how many texts of a kind are there in each language that anything is in."""
    units = catalogue.units.values()
    outcomes = [outcome.text for unit in units for outcome in unit.outcomes]
    texts = {
        "Titles of competencies": [each.title for each in catalogue.competencies.values()],
        "Titles of programmes": [each.title for each in catalogue.programmes.values()],
        "Titles of units": [each.title for each in units],
        "Outcomes": outcomes,
    }
    found = {tag for said in texts.values() for text in said for tag in text.languages}
    known = sorted(found, key=lambda tag: (tag not in catalogue.settings.languages, tag))
    counts = {kind: [len(said), *_counted(said, known)] for kind, said in texts.items()}
    rows = [f"| {kind} | {' | '.join(map(str, row))} |\n" for kind, row in counts.items()]
    heading = " | ".join(("Texts", "Number", *(f"in `{each}`" for each in known)))
    return "".join([f"| {heading} |\n", f"|{' --- |' * (2 + len(known))}\n", *rows])


def _counted(texts: Iterable[Text], languages: Iterable[str]) -> list[int]:
    said = [text.languages for text in texts]
    return [sum(each in tags for tags in said) for each in languages]


def _statuses(trust: Table) -> str:
    from curriculum_map.model.unit import STATUSES

    totals = trust.records()[-1] if len(trust) else dict.fromkeys(STATUSES, 0)
    return ", ".join(f"{totals[status]} {status}" for status in reversed(STATUSES))


def _missing(catalogue: Catalogue) -> str:
    from curriculum_map.analysis import gaps
    from curriculum_map.analysis.definitions import FINDINGS

    found = gaps(catalogue).column("code")
    rows = [
        f"| `{code}` | {found.count(code)} | {meaning} |\n"
        for code, meaning in FINDINGS.items()
        if code in found
    ]
    return "".join(["| Finding | Number | Meaning |\n", "| --- | --- | --- |\n", *rows])
