"""Alignments handed over as an SSSOM crosswalk."""

from __future__ import annotations

import csv
import json
from typing import Any

import jsonschema
import yaml
from hypothesis import HealthCheck, given, settings

from curriculum_map.formats import FORMATS, sssom
from curriculum_map.formats.base import Loss
from curriculum_map.formats.project import load
from curriculum_map.model import Alignment, Catalogue, Settings
from published import is_there
from sample import catalogue, competency, text, unit
from shipped import ROOT, SHARED
from strategies import catalogues

SCHEMA = SHARED / "conformance" / "sssom" / "sssom_schema.schema.json"
ESCO = "http://data.europa.eu/esco/skill/fb82ae25-b59f-43fd-aacf-a8308afbe85e"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def crosswalk(given: Catalogue) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """Give the metadata and the rows of the crosswalk of a catalogue."""
    lines = sssom.write(given, "tsv").document.splitlines()
    head = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
    rows = [line for line in lines if not line.startswith("# ")]
    return yaml.safe_load("\n".join(head)), list(csv.DictReader(rows, delimiter="\t"))


def test_an_alignment_is_a_row_with_its_label_and_justification():
    alignment = Alignment(
        relation="close",
        target=ESCO,
        label="health\tinformatics",
        framework="ESCO 1.1.1",
        justification="lexical",
        note="Same words.",
    )
    given = catalogue(
        competency("informatics", alignments=(alignment,)),
        settings=Settings(title=text("Ours"), licence=LICENCE),
    )
    head, rows = crosswalk(given)
    assert head == {
        "mapping_set_id": "https://example.org/curriculum-map/crosswalk",
        "mapping_set_title": "Ours",
        "license": LICENCE,
        "curie_map": {
            "competency": "https://example.org/curriculum-map/competency/",
            "esco": "http://data.europa.eu/esco/skill/",
            "framework": "https://example.org/curriculum-map/framework/",
            "semapv": "https://w3id.org/semapv/vocab/",
            "skos": "http://www.w3.org/2004/02/skos/core#",
        },
        "extension_definitions": [sssom.EXTENSION],
    }
    assert rows == [
        {
            "subject_id": "competency:informatics",
            "subject_label": "Informatics",
            "subject_source": "framework:framework",
            "predicate_id": "skos:closeMatch",
            "object_id": f"esco:{ESCO.rpartition('/')[2]}",
            "object_label": "health informatics",
            "ext_object_framework": "ESCO 1.1.1",
            "mapping_justification": "semapv:LexicalMatching",
            "comment": "Same words.",
        }
    ]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(given=catalogues())
def test_every_alignment_is_one_row_and_its_short_form_stands_for_its_target(given):
    head, rows = crosswalk(given)
    names = head["curie_map"]
    aligned = [(c.id, each.target) for c in given.competencies.values() for each in c.alignments]
    found = []
    for row in rows:
        prefix, _, rest = row["object_id"].partition(":")
        found.append((row["subject_id"].partition(":")[2], names[prefix] + rest))
    assert sorted(found) == sorted(aligned)


def test_what_is_no_alignment_is_reported():
    losses = sssom.write(catalogue(unit("course")), "tsv").losses
    assert Loss("unit", "course", "A crosswalk has no place for it.") in losses


def test_a_licence_is_asked_for_and_never_made_up():
    given = catalogue(competency("a"))
    assert "license" not in crosswalk(given)[0]
    assert [str(problem) for problem in sssom.missing(given)] == [
        "curriculum-map.toml: A crosswalk must have a licence, and none is made up. Name one as "
        '"licence". (missing-field)'
    ]
    assert sssom.missing(load(ROOT)) == ()


def test_the_crosswalk_of_the_shipped_project_fits_the_published_schema():
    if is_there(SCHEMA):
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        head, rows = crosswalk(load(ROOT))
        extensions = {each["slot_name"] for each in head["extension_definitions"]}
        mappings = [{k: v for k, v in row.items() if k not in extensions and v} for row in rows]
        jsonschema.validate({**head, "mappings": mappings}, schema)
        assert len(rows) > 100


def test_the_format_is_found_by_either_ending():
    assert dict(FORMATS["sssom"].suffixes) == {".sssom.tsv": "tsv", ".tsv": "tsv"}
