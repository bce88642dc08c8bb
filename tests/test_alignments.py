"""Every alignment leads to a concept that exists, and calls it what its framework calls it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from curriculum_map.formats.project import load
from curriculum_map.model import Alignment, Catalogue
from published import ESCO, FRAMEWORKS, esco_skills, is_there, rows
from shipped import ROOT, digest, normal

# The alignments as they were when they were last found in the published data, which is not ours to
# ship. Without it, an alignment that somebody changed still does not go unnoticed.
FOUND_IN_THE_FRAMEWORKS = "fce7508de35166c0"

DIGCOMP = "https://publications.jrc.ec.europa.eu/repository/handle/JRC144705#"
EDISON = "https://github.com/EDISONcommunity/EDSF#"
FAIR4S = "https://eosc-fair4s.github.io/#"
DIRECT = "https://directframework.com/framework/skills/"

Concepts = Iterable[tuple[str, str]]


def digcomp() -> Concepts:
    for row in rows("digcomp3/competences.csv"):
        yield f"{DIGCOMP}Competence/{row['competence_no']}", row["competence"]
    for row in rows("digcomp3/statements.csv"):
        yield f"{DIGCOMP}CompetenceStatement/{row['statement_id']}", row["statement"]


def edison() -> Concepts:
    for name in ("competences", "knowledge", "skill", "professional_and_21c_skills"):
        for row in rows(f"edison/{name}_r4.csv"):
            yield EDISON + row["id"], row["statement"]


def fair4s() -> Concepts:
    for row in rows("fair4s/competences.csv"):
        yield FAIR4S + row["competence_id"], row["competence"]


def t4fs() -> Concepts:
    return ((row["iri"], row["label"]) for row in rows("t4fs/terms.csv") if not row["deprecated"])


def direct() -> Concepts:
    return ((f"{DIRECT}{row['slug']}/", row["name"]) for row in rows("direct/skill.csv"))


def esco() -> Concepts:
    return ((row["conceptUri"], row["preferredLabel"]) for row in esco_skills())


PUBLISHED: Mapping[str, tuple[str, Callable[[], Concepts]]] = {
    "digcomp-3": ("DigComp 3.0", digcomp),
    "direct-2": ("DIRECT", direct),
    "edison-cf-ds": ("EDISON CF-DS", edison),
    "esco-1.1.1": ("ESCO 1.1.1", esco),
    "fair4s-2019": ("FAIR4S 2.0", fair4s),
    "t4fs": ("terms4FAIRskills", t4fs),
}
"""Source of an alignment: what its framework is called, and what gives address and label."""


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load(ROOT)


def alignments(shipped: Catalogue) -> list[tuple[str, Alignment]]:
    return [
        (competency.id, each)
        for competency in shipped.competencies.values()
        for each in competency.alignments
    ]


def test_at_least_four_of_five_competencies_are_aligned(shipped):
    aligned = {competency for competency, _ in alignments(shipped)}
    assert len(aligned) >= 0.8 * len(shipped.competencies)


def test_every_alignment_names_its_source_and_the_framework_of_that_source(shipped):
    named = {(each.sources, each.framework) for _, each in alignments(shipped)}
    assert named == {((source,), title) for source, (title, _) in PUBLISHED.items()}


def test_no_competency_is_aligned_twice_to_one_concept(shipped):
    pairs = [(competency, each.target) for competency, each in alignments(shipped)]
    assert len(pairs) == len(set(pairs))


def test_no_alignment_claims_that_two_concepts_are_the_same(shipped):
    """Ours are about health data and levelled; none of theirs is both."""
    assert {each.relation for _, each in alignments(shipped)} == {
        "broad",
        "close",
        "narrow",
        "related",
    }


def test_every_concept_is_in_the_published_data_under_the_label_it_is_given(shipped):
    claimed = sorted(
        {(each.sources[0], each.target, each.label) for _, each in alignments(shipped)}
    )
    if is_there(FRAMEWORKS, ESCO):
        published = {
            (source, address, normal(label))
            for source, (_, concepts) in PUBLISHED.items()
            for address, label in concepts()
        }
        assert [each for each in claimed if each not in published] == []
    assert digest(claimed) == FOUND_IN_THE_FRAMEWORKS, (
        "The alignments are not those that were found in the published data. Compare them again, "
        f'then write FOUND_IN_THE_FRAMEWORKS = "{digest(claimed)}".'
    )
