"""Whoever asks to be named is named in every document, or listed beside it as left out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from curriculum_map.formats import FORMATS
from curriculum_map.formats.base import Written
from curriculum_map.formats.credit import credit, sources_of
from curriculum_map.formats.project import load
from curriculum_map.model import Alignment, Catalogue, Identifier, Institution, Source
from sample import catalogue, competency, item, programme, teaches, text, unit
from shipped import ROOT
from strategies import catalogues

OPEN = "https://creativecommons.org/licenses/by/4.0/"
WRITTEN = [name for name, each in FORMATS.items() if each.write]
EVERYTHING = ("dcat", "elm", "elm-3.3", "rdf", "schema-org", "skos", "sssom")
"""The formats that have a place for credits."""


def source(name: str, **said: Any) -> Source:
    line = f"{name.title()}, by its authors."
    return Source(id=name, title=text(name), **{"licence": OPEN, "attribution": line, **said})


def offered(*sources: str, **said: Any) -> Catalogue:
    """Give a unit of which everything is said that a partner asks for, with these sources."""
    aligned = Alignment(
        relation="exact",
        target="http://data.europa.eu/esco/skill/fb82ae25-b59f-43fd-aacf-a8308afbe85e",
        sources=sources,
    )
    school = Institution(
        id="school",
        title=text("School"),
        country="NL",
        identifiers=(Identifier(scheme="schac", value="school.example"),),
    )
    fully = {"languages": ("en",), "fields": ("0912",), "eqf": 7, "url": "https://x.example/law"}
    return catalogue(
        *(source(name, **said) for name in sources),
        competency("privacy", alignments=(aligned,)),
        school,
        unit("law", replace(teaches("privacy", 1), sources=sources), **fully),
        programme("medicine", item("law")),
    )


def write(name: str, given_: Catalogue) -> Written[Any]:
    format_ = FORMATS[name]
    assert format_.write
    return format_.write(given_, next(iter(format_.suffixes.values()), ""))


def words(document: str | bytes | Mapping[str, str | bytes]) -> str:
    """Give all that stands in a document; of an archive, in the files of it."""
    if isinstance(document, str) and document.startswith("# mapping_set_id"):
        head = [line[2:] for line in document.split("\n") if line.startswith("# ")]
        return str(yaml.safe_load("\n".join(head)).get("comment"))
    if isinstance(document, Mapping):
        return "\n".join(words(part) for part in document.values())
    if isinstance(document, str):
        return document
    if not zipfile.is_zipfile(io.BytesIO(document)):
        return document.decode()
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def unnamed(written: Written[Any], given_: Catalogue) -> set[str]:
    """Give the sources whose line is not in the document and that are not listed as lost."""
    # A long line may be broken between two words.
    said = " ".join(words(written.document).split())
    lost = {loss.name for loss in written.losses if loss.kind == "source"}
    return {each.id for each in given_.sources.values() if each.attribution not in said} - lost


@pytest.mark.parametrize("name", WRITTEN)
def test_a_document_of_the_shipped_project_names_its_sources_or_lists_them_as_left_out(name):
    shipped = load(ROOT)
    assert unnamed(write(name, shipped), shipped) == set()


@pytest.mark.parametrize("name", EVERYTHING)
def test_what_is_written_from_a_source_is_written_with_its_credit_and_licence(name):
    said = words(write(name, offered("book")).document)
    assert "Book, by its authors." in said
    assert "creativecommons.org/licenses/by/4.0/" in said


@pytest.mark.parametrize("name", ["elm", "elm-3.3", "schema-org", "sssom"])
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(given_=catalogues())
def test_every_source_is_named_in_a_document_or_listed(name, given_):
    asking = {
        key: replace(each, attribution=f"Credit {number} of {len(given_.sources)}.")
        for number, (key, each) in enumerate(given_.sources.items())
    }
    whole = replace(given_, sources=asking)
    assert unnamed(write(name, whole), whole) == set()


def test_the_sources_of_a_thing_are_those_of_all_inside_it_and_those_they_rest_on():
    things = [source("paper", sources=("book",)), source("unread"), source("book")]
    given_ = catalogue(*things, unit("law", replace(teaches("privacy", 1), sources=("paper",))))
    assert [each.id for each in sources_of(given_, given_.units["law"])] == ["book", "paper"]


def test_a_source_without_licence_or_line_asks_for_no_credit():
    assert credit(source("book")) == f"book - {OPEN} - Book, by its authors."
    assert credit(source("book", licence="")) == "book - Book, by its authors."
    assert credit(source("book", licence="", attribution="")) == ""
