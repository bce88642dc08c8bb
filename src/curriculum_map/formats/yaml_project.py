"""A catalogue as the YAML files of a project, in a folder or a ZIP archive."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.assemble import assemble
from curriculum_map.formats.base import Files, Format, Given, Loss, Written
from curriculum_map.formats.document import Document
from curriculum_map.formats.open_frameworks import open_frameworks, read_open_frameworks
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.settings import FILE as SETTINGS
from curriculum_map.formats.settings import settings_of
from curriculum_map.formats.yaml_files import SUFFIXES, read_bytes
from curriculum_map.formats.yaml_writer import settings_file, without, yaml_files
from curriculum_map.model import COLLECTIONS, Catalogue, Settings
from curriculum_map.problems import Problem, Where

CHANGED = "The project says otherwise than the open framework, so all of it is written out."


def write(catalogue: Catalogue, _syntax: str) -> Written[Files]:
    """Write the files of a project, as a person would have written them.

    What the open frameworks say that the project uses is left to them.

    Args:
        catalogue: What is written.
        _syntax: Empty; there is no other.
    """
    settings = catalogue.settings
    losses: tuple[Loss, ...] = ()
    used = assemble(read_open_frameworks(settings.use), settings).catalogue
    if not _holds(catalogue, used):
        losses = tuple(Loss("setting", f"use {name}", CHANGED) for name in sorted({*settings.use}))
        settings, used = replace(settings, use=()), Catalogue()
    files = yaml_files(without(catalogue, used), settings.languages, catalogue)
    return Written({**settings_file(settings), **files}, losses)


def _holds(catalogue: Catalogue, used: Catalogue) -> bool:
    """Tell whether everything that the open frameworks say stands in the catalogue as it is."""
    left = without(used, catalogue)
    known = open_frameworks().keys()
    return known >= {*catalogue.settings.use} and not any(
        getattr(left, each) for each in COLLECTIONS
    )


def read(given: Given) -> Reading:
    """Read every YAML file, whatever folder it stands in, and the settings if they are there.

    Raises:
        InvalidProject: If there is no YAML file.
    """
    settings, problems = _settings(given)
    documents: list[Document] = []
    for name, data in given.files.items():
        if PurePosixPath(name).suffix.lower() in SUFFIXES:
            document, met = read_bytes(data, name)
            documents.append(document)
            problems += met
    if not documents:
        message = f"There is no file here that ends in {' or '.join(sorted(SUFFIXES))}."
        raise InvalidProject([Problem(Where(given.name), "nothing-found", message)])
    reading = assemble([*read_open_frameworks(settings.use), *documents], settings)
    return Reading(reading.catalogue, tuple(sorted({*problems, *reading.problems})))


def _settings(given: Given) -> tuple[Settings, list[Problem]]:
    data = given.files.get(SETTINGS)
    return (Settings(), []) if data is None else settings_of(data)


FORMAT = Format(
    name="yaml",
    title="YAML, the files of a project",
    spec="https://yaml.org/spec/1.2.2/",
    write=write,
    read=read,
)
