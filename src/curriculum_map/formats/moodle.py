"""Moodle's competency frameworks as CSV: one file each."""

from __future__ import annotations

from types import MappingProxyType

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.base import Format, Given
from curriculum_map.formats.moodle_reading import read_files
from curriculum_map.formats.moodle_writing import missing, write
from curriculum_map.formats.reading import Reading
from curriculum_map.model import Settings
from curriculum_map.problems import Problem, Where

LANGUAGE = "language"


def read(given: Given) -> Reading:
    """Make a catalogue of a framework, or of every one of a folder.

    Texts are in the language the option says, else in the first of the project, else in English.

    Raises:
        InvalidProject: If there is no CSV file, or one cannot be read as cells.
    """
    settings = given.project.settings if given.project else Settings()
    language = given.options.get(LANGUAGE, settings.languages[0])
    names = [name for name in given.files if len(given.files) == 1 or name.endswith(".csv")]
    if not names:
        message = "There is no file here that ends in .csv."
        raise InvalidProject([Problem(Where(given.name), "unreadable", message)])
    return read_files({name: given.files[name] for name in names}, language, settings.base)


FORMAT = Format(
    name="moodle",
    title="competency frameworks of Moodle as CSV, one file each",
    spec="https://docs.moodle.org/en/Competency_frameworks",
    read=read,
    write=write,
    missing=missing,
    matches=True,
    options=MappingProxyType({LANGUAGE: "language of the texts, such as nl"}),
)
