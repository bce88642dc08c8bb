"""What was imported last, so that the next import of the same source can be merged.

It lies below `.imports/FORMAT/` in the project, as the files an empty project would have got.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.assemble import assemble
from curriculum_map.formats.yaml_files import FOLDERS, read_folder
from curriculum_map.formats.yaml_writer import yaml_files
from curriculum_map.model import COLLECTIONS, Catalogue, Settings, by_id

FOLDER = ".imports"


def remembered(root: Path, source: str, settings: Settings) -> Catalogue | None:
    """Give what was imported last in a format.

    Returns:
        `None` if nothing was.

    Raises:
        InvalidProject: If somebody changed it so that it cannot be read.
    """
    folder = root / FOLDER / source
    if not any((folder / name).is_dir() for name in FOLDERS):
        return None
    documents, problems = read_folder(folder, settings=settings)
    reading = assemble(documents, settings)
    errors = [each for each in (*problems, *reading.errors) if each.severity == "error"]
    if errors:
        inside = f"{FOLDER}/{source}/"
        raise InvalidProject(
            each._replace(where=each.where._replace(file=inside + each.where.file))
            for each in errors
        )
    return reading.catalogue


def to_remember(
    catalogue: Catalogue, former: Catalogue | None, source: str, settings: Settings
) -> Mapping[str, str]:
    """Give the files in which an import is remembered, with the former ones of other sources.

    Args:
        catalogue: What was imported.
        former: What was remembered before; things of frameworks and institutions that the import
            describes are forgotten, and so are things of the same id.
        source: The name of the format.
        settings: Those of the project.
    """
    whole = _together(former, catalogue) if former else catalogue
    files = yaml_files(whole, settings.languages)
    return {in_memory(source, path): text for path, text in files.items()}


def in_memory(source: str, path: str) -> str:
    """Give the path under which a file of an import is remembered."""
    return f"{FOLDER}/{source}/{path}"


def same_source(former: Catalogue, catalogue: Catalogue) -> Catalogue:
    """Leave out of what was remembered what an import says nothing about.

    An import speaks of everything in the frameworks and institutions it describes, and beyond
    these of the things it names.
    """
    left: dict[str, Any] = {}
    for name in COLLECTIONS:
        named = getattr(catalogue, name)
        things = getattr(former, name).items()
        left[name] = by_id({k: v for k, v in things if k in named or _inside(v, catalogue)})
    return replace(former, **left)


def _together(former: Catalogue, catalogue: Catalogue) -> Catalogue:
    gone = same_source(former, catalogue)
    both: dict[str, Any] = {}
    for name in COLLECTIONS:
        kept = {k: v for k, v in getattr(former, name).items() if k not in getattr(gone, name)}
        both[name] = by_id({**kept, **getattr(catalogue, name)})
    return replace(catalogue, **both)


def _inside(thing: Any, catalogue: Catalogue) -> bool:
    framework = getattr(thing, "framework", "")
    institution = getattr(thing, "institution", "")
    return framework in catalogue.frameworks or institution in catalogue.institutions
