"""A project folder: read into one checked catalogue, or into everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.assemble import assemble
from curriculum_map.formats.document import Document
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.settings import read_settings
from curriculum_map.formats.tree_builder import no_garbage_collection
from curriculum_map.formats.yaml_files import read_folder
from curriculum_map.model import Catalogue, Settings


def read_project(root: Path | str) -> Reading:
    """Read everything in a project folder, and report everything that is wrong with it.

    Args:
        root: The folder that holds `competencies/` and `curricula/`.
    """
    folder = Path(root)
    with no_garbage_collection():
        settings, wrong_settings = read_settings(folder)
        documents, unreadable = read_folder(folder, settings=settings)
        used = _used(settings)
        # What is used comes first, so that a clash of ids is reported where it can be mended.
        reading = assemble([*used, *documents], settings)
    # Nobody can mend a text of the package, such as one that is missing in a language.
    theirs = {each.file for each in used}
    found = [p for p in reading.problems if p.severity == "error" or p.where.file not in theirs]
    problems = {*wrong_settings, *unreadable, *found}
    return Reading(reading.catalogue, tuple(sorted(problems)))


def _used(settings: Settings) -> list[Document]:
    if not settings.use:
        return []
    from curriculum_map.formats.open_frameworks import read_open_frameworks

    return read_open_frameworks(settings.use)


def load(root: Path | str = ".") -> Catalogue:
    """Read a project folder.

    Args:
        root: The folder that holds `competencies/` and `curricula/`.

    Returns:
        The checked catalogue; warnings do not keep it from being used.

    Raises:
        InvalidProject: With every problem found, if one of them is an error.
    """
    reading = read_project(root)
    if reading.errors:
        raise InvalidProject(reading.problems)
    return reading.catalogue
