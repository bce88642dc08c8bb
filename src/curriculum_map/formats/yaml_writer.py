"""A catalogue as the files of a project that a person would have written.

One file for each framework and for each institution, what they share in files of its own.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from curriculum_map.formats.settings import FILE as SETTINGS
from curriculum_map.formats.yaml_nodes import Block, dumped
from curriculum_map.formats.yaml_spelling import Said, Spelling
from curriculum_map.model import COLLECTIONS, Catalogue, Settings, Text, by_id
from curriculum_map.model.declare import Named

SHARED: Mapping[str, tuple[str, ...]] = {
    "competencies/sources.yaml": ("sources",),
    "competencies/scales.yaml": ("scales", "crosswalks"),
    "competencies/role-profiles.yaml": ("profiles",),
}
"""Files that several frameworks or institutions share, and what stands in each."""

ASSUMED = "# What is marked `assumed: true` is stated by no source.\n"


def yaml_files(
    catalogue: Catalogue, languages: tuple[str, ...], whole: Catalogue | None = None
) -> dict[str, str]:
    """Write everything but the settings.

    Args:
        catalogue: What is written.
        languages: Those of the project the files will stand in, most important first: a
            text in the first one alone is written without its language.
        whole: Where names that are not in `catalogue` lead; itself if left out.

    Returns:
        Path in the project, with `/`, to text; nothing for an empty catalogue.
    """
    spelling = Spelling(whole or catalogue, languages)
    files: dict[str, Said] = {
        path: {each: _block(getattr(catalogue, each).values(), {}, spelling) for each in held}
        for path, held in SHARED.items()
    }
    files |= _frameworks(catalogue, spelling) | _institutions(catalogue, spelling)
    said = {path: _without_empty(file) for path, file in sorted(files.items())}
    return {path: _text(file) for path, file in said.items() if file}


def without(catalogue: Catalogue, known: Catalogue) -> Catalogue:
    """Leave out of a catalogue what another one has just the same."""
    left: dict[str, Any] = {
        name: by_id({k: v for k, v in getattr(catalogue, name).items() if v != theirs.get(k)})
        for name in COLLECTIONS
        if (theirs := getattr(known, name)) is not None
    }
    return replace(catalogue, **left)


def together(first: Catalogue, second: Catalogue) -> Catalogue:
    """Put two catalogues together; of things with the same id that of the second stays."""
    both: dict[str, Any] = {
        name: by_id({**getattr(first, name), **getattr(second, name)}) for name in COLLECTIONS
    }
    return replace(first, **both)


def settings_file(settings: Settings) -> dict[str, str]:
    """Write what a project says about itself; no file if all of it is usual."""
    usual = Settings()
    lines = [
        f"{name} = {_toml(value)}\n"
        for name in ("title", "base", "languages", "publisher", "licence", "use")
        if (value := getattr(settings, name)) != getattr(usual, name)
    ]
    return {SETTINGS: "".join(lines)} if lines else {}


def _frameworks(catalogue: Catalogue, spelling: Spelling) -> dict[str, Said]:
    inside: dict[str, list[Named]] = defaultdict(list)
    for competency in catalogue.competencies.values():
        inside[competency.framework].append(competency)
    files: dict[str, Said] = {}
    for name in sorted({*inside, *catalogue.frameworks}):
        framework = catalogue.frameworks.get(name)
        own = spelling.named(framework, {}) if framework else {}
        heads = {"framework": name, "source": framework.sources if framework else ()}
        competencies = _block(inside[name], heads, spelling)
        files[f"competencies/frameworks/{name}.yaml"] = {
            "framework": name,
            **own,
            "competencies": competencies,
        }
    return files


def _institutions(catalogue: Catalogue, spelling: Spelling) -> dict[str, Said]:
    teaching: dict[str, dict[str, list[Named]]] = defaultdict(lambda: defaultdict(list))
    for institution in catalogue.institutions.values():
        teaching[institution.id]["institutions"].append(institution)
    for programme in catalogue.programmes.values():
        teaching[programme.institution]["programmes"].append(programme)
    for unit in catalogue.units.values():
        teaching[unit.institution]["units"].append(unit)
    return {
        f"curricula/{name}.yaml": _institution(name, held, spelling)
        for name, held in teaching.items()
    }


def _institution(name: str, held: Mapping[str, list[Named]], spelling: Spelling) -> Said:
    sources = {each.sources for things in held.values() for each in things}
    shared = sources.pop() if len(sources) == 1 else ()
    heads = {"institution": name, "source": shared}
    head = {"institution": name, "source": shared[0] if len(shared) == 1 else list(shared)}
    return head | {
        each: _block(held.get(each, ()), heads, spelling)
        for each in ("institutions", "programmes", "units")
    }


def _block(things: Iterable[Named], heads: Mapping[str, Any], spelling: Spelling) -> Said:
    return Block((each.id, Block(spelling.named(each, heads))) for each in things)


def _without_empty(file: Said) -> Said:
    said = {key: value for key, value in file.items() if value not in ({}, [])}
    return {} if said.keys() <= {"institution"} or said.keys() == {"framework"} else said


def _text(file: Said) -> str:
    body = "\n".join(_parts(file))
    return ASSUMED + body if "assumed: true" in body else body


def _parts(file: Said) -> list[str]:
    """Write the head of a file and each of its collections, which an empty line sets apart."""
    head = {key: value for key, value in file.items() if key not in COLLECTIONS}
    parts = [Block(head)] if head else []
    parts += [Block({key: value}) for key, value in file.items() if key in COLLECTIONS]
    return [dumped(part) for part in parts]


def _toml(value: Any) -> str:
    if isinstance(value, Text):
        return f"{{{', '.join(f'{tag} = {_toml(words)}' for tag, words in value.values)}}}"
    # A text of JSON is one of TOML, too, but for the one control character JSON leaves alone.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
