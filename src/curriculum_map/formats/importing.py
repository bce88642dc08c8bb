"""What another format described becomes part of a project: all of it or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.assemble import assemble
from curriculum_map.formats.base import Format, Given
from curriculum_map.formats.document import Document
from curriculum_map.formats.merging import Change, merge
from curriculum_map.formats.open_frameworks import read_open_frameworks
from curriculum_map.formats.placing import NOT_MERGED, FileInUse, placed
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.remembered import in_memory, remembered, same_source, to_remember
from curriculum_map.formats.settings import FILE as SETTINGS
from curriculum_map.formats.settings import read_settings
from curriculum_map.formats.yaml_files import FOLDERS, read_folder, read_text
from curriculum_map.formats.yaml_writer import settings_file, together, without, yaml_files
from curriculum_map.model import COLLECTIONS, Catalogue, Settings
from curriculum_map.model.checks import problems_of


class Addition(NamedTuple):
    """What a project gets.

    Attributes:
        files: Path in the project, with `/`, to text; none if all of it is there already.
        things: How many frameworks, competencies, units and so on are new or changed in them.
        known: How many the project has just the same, so that they were left out.
        changes: What the source says otherwise than when it was imported last.
        remembered: Files in which the import is remembered, as `files`.
    """

    files: Mapping[str, str]
    things: int
    known: int
    changes: tuple[Change, ...] = ()
    remembered: Mapping[str, str] = MappingProxyType({})


class _Project(NamedTuple):
    settings: Settings
    documents: list[Document]
    is_new: bool


def read_document(what: Given, format_: Format) -> Reading:
    """Read what is given in another format.

    Raises:
        InvalidProject: With every problem, if one is an error.
    """
    assert format_.read
    reading = format_.read(what)
    inconsistent = list(problems_of(reading.catalogue))
    if reading.errors or inconsistent:
        raise InvalidProject([*reading.problems, *inconsistent])
    return reading


def addition(
    catalogue: Catalogue,
    root: Path,
    *,
    overwrite: bool = False,
    extends: bool = False,
    source: str = "",
) -> Addition:
    """Work out the files by which a project gets what a catalogue describes.

    A project that has files keeps its settings; an empty one takes over those of the catalogue.
    What was imported from the same source before is merged with what the project made of it.

    Args:
        catalogue: What is added.
        root: The folder of the project, which need not be there.
        overwrite: Whether files of the project may be replaced.
        extends: Whether the catalogue says more about things of the project, which it has read.
        source: The name of the format, to remember the import by; empty to remember nothing.

    Raises:
        FileInUse: If a file would be replaced that may not be, or nothing can be put into it.
        InvalidProject: With every problem the project would have afterwards, or has already.
    """
    project = _project(root, catalogue.settings)
    former = remembered(root, source, project.settings) if source else None
    if overwrite or former is None:
        added = _unmerged(catalogue, root, project, overwrite=overwrite, extends=extends)
    else:
        added = _merged(catalogue, former, root, project)
    files = dict(added.files)
    if project.is_new:
        files |= settings_file(project.settings)
    kept: Mapping[str, str] = {}
    if source and former is None and added.known == 0:
        # All of it is new, and written out already.
        kept = {in_memory(source, path): text for path, text in added.files.items()}
    elif source:
        kept = to_remember(catalogue, former, source, project.settings)
    return added._replace(files=files, remembered=kept)


def _unmerged(
    catalogue: Catalogue, root: Path, project: _Project, *, overwrite: bool, extends: bool
) -> Addition:
    languages = project.settings.languages
    replaced = yaml_files(catalogue, languages) if overwrite else ()
    kept = [each for each in project.documents if each.file not in replaced]
    known = assemble(kept, project.settings).catalogue
    new = without(catalogue, known)
    if overwrite or (_says_otherwise(new, known) and not extends):
        files = yaml_files(new, languages, catalogue)
        if not overwrite:
            _refuse_to_replace(root, files)
    else:
        files = placed(new, known, together(known, catalogue), root, languages)
        kept = [each for each in kept if each.file not in files]
    _check([*kept, *_parsed(files)], project.settings)
    return Addition(files, _size(new), _size(catalogue) - _size(new))


def _says_otherwise(new: Catalogue, known: Catalogue) -> bool:
    return any(getattr(new, name).keys() & getattr(known, name).keys() for name in COLLECTIONS)


def _merged(catalogue: Catalogue, former: Catalogue, root: Path, project: _Project) -> Addition:
    known = assemble(project.documents, project.settings).catalogue
    merged = merge(same_source(former, catalogue), known, catalogue)
    wanted = merged.catalogue
    new = without(wanted, known)
    files = placed(new, known, wanted, root, project.settings.languages)
    others = [each for each in project.documents if each.file not in files]
    reading = assemble([*others, *_parsed(files)], project.settings)
    if reading.errors:
        raise InvalidProject(reading.errors)
    if without(wanted, reading.catalogue) != without(wanted, wanted):
        raise FileInUse(NOT_MERGED.format(", ".join(f'"{path}"' for path in files)))
    return Addition(files, _size(new), _size(catalogue) - _size(new), merged.changes)


def _project(root: Path, usual: Settings) -> _Project:
    settings, wrong = read_settings(root)
    documents: list[Document] = []
    if any((root / name).is_dir() for name in FOLDERS):
        documents, unreadable = read_folder(root, settings=settings)
        wrong = [*wrong, *unreadable]
    if any(problem.severity == "error" for problem in wrong):
        raise InvalidProject(wrong)
    is_new = not documents and not (root / SETTINGS).exists()
    settings = usual if is_new else settings
    return _Project(settings, [*read_open_frameworks(settings.use), *documents], is_new)


def _parsed(files: Mapping[str, str]) -> Iterable[Document]:
    for path, text in files.items():
        document, problems = read_text(text, path)
        if problems:
            raise InvalidProject(problems)
        yield document


def _refuse_to_replace(root: Path, files: Collection[str]) -> None:
    in_use = [path for path in files if (root / path).exists()]
    if in_use:
        named = ", ".join(f'"{path}"' for path in in_use)
        are = "is" if len(in_use) == 1 else "are"
        raise FileInUse(
            f"{named} {are} there already, and nothing was written. Name a new folder with -p, "
            "or have files replaced with --overwrite."
        )


def _check(documents: list[Document], settings: Settings) -> None:
    reading = assemble(documents, settings)
    if reading.errors:
        raise InvalidProject(reading.errors)


def _size(catalogue: Catalogue) -> int:
    return sum(len(getattr(catalogue, name)) for name in COLLECTIONS)
