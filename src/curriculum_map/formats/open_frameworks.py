"""The open frameworks that come with the program, for projects that switch them on.

Each is a file in the format of any project, in the package's folder `frameworks`. A project
names those it wants in its settings: `use = ["fair4s"]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from curriculum_map.formats.document import Document
from curriculum_map.formats.yaml_files import read_bytes

FOLDER = "frameworks"
_SUFFIX = ".yaml"


def open_frameworks() -> Mapping[str, Traversable]:
    """Give the file of each framework, by the name that switches it on; sorted by name."""
    found = sorted(files("curriculum_map").joinpath(FOLDER).iterdir(), key=lambda each: each.name)
    return {each.name.removesuffix(_SUFFIX): each for each in found if each.name.endswith(_SUFFIX)}


def read_open_frameworks(names: Iterable[str]) -> list[Document]:
    """Read some of the frameworks, each once; names that none of them has are passed over.

    Their places are written `frameworks/NAME.yaml`.
    """
    wanted = set(names)
    return [_read(name, file) for name, file in open_frameworks().items() if name in wanted]


def _read(name: str, file: Traversable) -> Document:
    document, _ = read_bytes(file.read_bytes(), f"{FOLDER}/{name}{_SUFFIX}")
    return document
