"""The pages about profiles name every term that is written, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from curriculum_map.formats.rdf.dcat_writer import NAMESPACES as DCAT
from curriculum_map.formats.rdf.elm_terms import NAMESPACES as ELM
from curriculum_map.formats.rdf.namespaces import PREFIXES

ROOT = Path(__file__).parents[2]
CODE = ROOT / "src" / "curriculum_map" / "formats" / "rdf"
OWN_FILES = {"elm": "elm*.py", "schema-org": "schema_org*.py", "dcat": "dcat*.py"}
CURIE = rf"((?:{'|'.join({*PREFIXES, *ELM, *DCAT, 'elm'})}):[A-Za-z_0-9]+)"


def terms(texts: Iterable[str], quote: str) -> set[str]:
    """Give the terms that stand between quotes of this kind."""
    return {found for text in texts for found in re.findall(f"{quote}{CURIE}{quote}", text)}


@pytest.mark.parametrize("name", OWN_FILES)
def test_a_page_names_the_terms_that_its_profile_writes(name):
    page = (ROOT / "docs" / "profiles" / f"{name}.md").read_text(encoding="utf-8")
    code = [path.read_text(encoding="utf-8") for path in CODE.glob(OWN_FILES[name])]
    written = {each for each in terms(code, '"') if not each.startswith("xsd:")}
    named = terms([page], "`")
    assert named == written - {"spdx:checksumAlgorithm_sha256"}
