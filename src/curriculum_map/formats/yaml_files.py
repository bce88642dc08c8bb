"""The files of a project, read into trees with every problem found on the way.

What the trees mean is decided in `assemble`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from curriculum_map.formats import folder, syntax, tree_builder
from curriculum_map.formats.document import Document
from curriculum_map.formats.folder import Unreadable
from curriculum_map.formats.tree import Mapping
from curriculum_map.model import Settings
from curriculum_map.problems import Problem, Where

LARGEST = 200_000_000
"""Bytes a file may have."""

MOST_INVISIBLE = 20
"""Invisible characters that are told of in one file: more mean that it is no text."""

FOLDERS = ("competencies", "curricula")
SUFFIXES = frozenset({".yaml", ".yml"})
TABLES = frozenset({".xlsx", ".csv", ".tsv"})
"""Endings of workbooks and text files that hold tables."""
OPEN_IN_EXCEL = "~$"
"""What the name of the file begins with that Excel keeps beside one that is open."""

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"
)


def read_tree(text: str, file: str) -> tuple[Mapping | None, list[Problem]]:
    """Read a YAML text into a tree, as far as it goes.

    Args:
        text: The content of a file.
        file: Stands in the places of the problems.
    """
    document, problems = read_text(text, file)
    return document.root, problems


def read_text(text: str, file: str) -> tuple[Document, list[Problem]]:
    """Read a YAML text, and keep what could not be read of it."""
    text = text.removeprefix("\ufeff")
    text, problems = _without_forbidden(text, file)
    parsed = tree_builder.parse(text, file)
    rest = _from_line(text, parsed.unread_from) if parsed.unread_from else ""
    document = Document(file, parsed.root, rest, complete=not parsed.unread_from)
    return document, problems + parsed.problems


def read_bytes(data: bytes, file: str) -> tuple[Document, list[Problem]]:
    """Read the content of a YAML file, which has to be UTF-8 with or without byte order mark."""
    try:
        return read_text(data.decode("utf-8"), file)
    except UnicodeDecodeError as error:
        unread = Document(file, None, data.decode("utf-8", "replace"), complete=False)
        return unread, [_not_utf_8(data, error.start, file)]


def read_folder(
    root: Path,
    folders: Sequence[str] = FOLDERS,
    largest: int = LARGEST,
    settings: Settings | None = None,
) -> tuple[list[Document], list[Problem]]:
    """Read every YAML file, workbook and CSV file below some folders of a project.

    Text files for people (`.md`, `.txt`, licences) and hidden files are passed over. Links
    are followed inside the project, and nothing is read twice.

    Args:
        root: The project folder.
        folders: Names of folders in it. Some may be missing, but not all.
        largest: Bytes a file may have.
        settings: What the project says about itself; the usual settings if left out.

    Returns:
        The documents, sorted by file, those of tables last; and all problems, sorted.
    """
    if not any((root / name).is_dir() for name in folders):
        return [], [_not_a_project(folders)]
    found = folder.walk(root, folders, SUFFIXES | TABLES)
    documents, problems = read_files(found.files, settings or Settings(), largest)
    return documents, sorted([*found.problems, *problems])


def read_files(
    files: Iterable[tuple[str, Path]], settings: Settings, largest: int = LARGEST
) -> tuple[list[Document], list[Problem]]:
    """Read files by name and path; the documents of tables come last."""
    documents: list[Document] = []
    problems: list[Problem] = []
    tables = []
    for file, path in files:
        if path.suffix.lower() in SUFFIXES:
            document, met = _read_file(path, file, largest)
            documents.append(document)
            problems += met
        elif not path.name.startswith(OPEN_IN_EXCEL):
            tables.append((file, path))
    if tables:
        from curriculum_map.formats.tables.files import read_tables

        of_tables, met = read_tables(tables, settings, largest)
        documents += of_tables
        problems += met
    return documents, problems


def _read_file(path: Path, file: str, largest: int) -> tuple[Document, list[Problem]]:
    try:
        data = folder.read(path, largest)
    except Unreadable as error:
        problem = Problem(Where(file), error.code, str(error))
        return Document(file, None, complete=False), [problem]
    return read_bytes(data, file)


def _not_a_project(folders: Sequence[str]) -> Problem:
    names = " nor ".join(f'"{name}"' for name in folders)
    message = (
        f'There is neither a folder {names} here. Start a project with "curriculum-map init", '
        "or name the folder of yours with -p."
    )
    return Problem(Where("."), "not-a-project", message)


def _without_forbidden(text: str, file: str) -> tuple[str, list[Problem]]:
    """Report characters that nobody sees, and put U+FFFD there so that reading can go on."""
    if not _FORBIDDEN.search(text):
        return text, []
    found = (
        (match[0], Where(file, number, match.start() + 1))
        for number, line in enumerate(syntax.LINE_BREAK.split(text), start=1)
        for match in _FORBIDDEN.finditer(line)
    )
    problems = [_forbidden(*each) for each in islice(found, MOST_INVISIBLE)]
    return _FORBIDDEN.sub("\ufffd", text), problems


def _forbidden(character: str, where: Where) -> Problem:
    message = (
        f"An invisible character stands here (U+{ord(character):04X}). "
        "Delete it, or put a space in its place."
    )
    return Problem(where, "control-character", message)


def _not_utf_8(data: bytes, start: int, file: str) -> Problem:
    before = data[:start].decode("utf-8").removeprefix("\ufeff")
    lines = syntax.LINE_BREAK.split(before)
    where = Where(file, len(lines), len(lines[-1]) + 1)
    message = (
        f"The file is not saved as UTF-8 (byte 0x{data[start]:02X} here). Open it in the program "
        'it comes from, Excel or Notepad for example, and save it again with the encoding "UTF-8".'
    )
    return Problem(where, "not-utf-8", message)


def _from_line(text: str, line: int) -> str:
    """Give the text from the beginning of a line, counted from 1, or of the last there is."""
    start = 0
    for found in islice(syntax.LINE_BREAK.finditer(text), line - 1):
        if found.end() < len(text):
            start = found.end()
    return text[start:]
