"""Where in a project new and changed things are written."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

from curriculum_map.errors import CurriculumMapError
from curriculum_map.formats import folder
from curriculum_map.formats.yaml_files import FOLDERS, SUFFIXES
from curriculum_map.formats.yaml_patch import NotPatchable, patched
from curriculum_map.formats.yaml_spelling import Spelling
from curriculum_map.formats.yaml_writer import SHARED, yaml_files
from curriculum_map.model import COLLECTIONS, Catalogue, by_id
from curriculum_map.model.declare import Named

NOT_MERGED = (
    "What is new cannot be put into {} as it stands, and nothing was written. Write the things "
    "there one below the other, as an import does, or have files replaced with --overwrite."
)
LARGEST = 200_000_000
"""Bytes a file may have into which something is put."""


class FileInUse(CurriculumMapError):
    """Something was to be written where a file stands already."""

    code = "file-in-use"


def placed(
    new: Catalogue, known: Catalogue, whole: Catalogue, root: Path, languages: tuple[str, ...]
) -> dict[str, str]:
    """Give the files that say something new, by path in the project.

    Args:
        new: What is new or changed.
        known: What the project says: a changed thing stays in its file.
        whole: Where names lead afterwards.
        root: The folder of the project.
        languages: Those of the project.

    Raises:
        FileInUse: If nothing can be put into one of them.
    """
    parts = _by_path(new, known)
    spelling = Spelling(whole, languages)
    files: dict[str, str] = {}
    for path in sorted(parts):
        held = parts[path]
        if (root / path).exists():
            files[path] = _put_into(root, path, held, spelling)
        else:
            said: dict[str, Any] = {name: by_id(things) for name, things in held.items()}
            files |= yaml_files(replace(Catalogue(), **said), languages, whole)
    return files


def _by_path(new: Catalogue, known: Catalogue) -> dict[str, dict[str, dict[str, Any]]]:
    parts: dict[str, dict[str, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    for collection in COLLECTIONS:
        stands = getattr(known, collection)
        for name, thing in getattr(new, collection).items():
            where = stands[name].where if name in stands else None
            path = where.file if where else _home(collection, thing)
            parts[path][collection][name] = thing
    return parts


def _put_into(root: Path, path: str, things: dict[str, dict[str, Named]], to: Spelling) -> str:
    is_source = (
        path.split("/", maxsplit=1)[0] in FOLDERS and (root / path).suffix.lower() in SUFFIXES
    )
    if not is_source:
        raise FileInUse(NOT_MERGED.format(f'"{path}"'))
    text = folder.read(root / path, LARGEST).decode("utf-8-sig")
    try:
        return patched(text, path, things, to)
    except NotPatchable:
        raise FileInUse(NOT_MERGED.format(f'"{path}"')) from None


def _home(collection: str, thing: Any) -> str:
    """Give the file that an import writes a thing into."""
    for path, held in SHARED.items():
        if collection in held:
            return path
    if collection == "frameworks":
        return f"competencies/frameworks/{thing.id}.yaml"
    if collection == "competencies":
        return f"competencies/frameworks/{thing.framework}.yaml"
    return f"curricula/{thing.id if collection == 'institutions' else thing.institution}.yaml"
