"""Whatever a catalogue can say can be written as YAML and is read back the same."""

from __future__ import annotations

from hypothesis import assume, given

from curriculum_map.formats.assemble import assemble
from curriculum_map.formats.project import load
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.yaml_files import read_text
from curriculum_map.model import Catalogue
from curriculum_map.model.checks import problems_of
from strategies import READABLE, catalogues
from written import BASE, write
from yaml_writing import as_yaml


def read_back(catalogue: Catalogue) -> Reading:
    document, problems = read_text(as_yaml(catalogue), "curricula/all.yaml")
    assert problems == []
    return assemble([document], catalogue.settings)


@given(catalogues(READABLE.map(lambda words: f"a{words}")))
def test_a_catalogue_written_as_yaml_is_read_back_equal(catalogue):
    assume(not list(problems_of(catalogue)))
    reading = read_back(catalogue)
    assert [str(problem) for problem in reading.errors] == []
    assert reading.catalogue == catalogue


def test_short_forms_mean_the_same_as_long_ones(tmp_path):
    short = load(write(tmp_path, {"competencies/base.yaml": BASE}))
    assert read_back(short).catalogue == short
