"""The reference page of the file format, made from the model so that it cannot be stale."""

from __future__ import annotations

from curriculum_map.formats.about import about, summary
from curriculum_map.formats.record import Field, Record, record_of
from curriculum_map.formats.requisite_trees import Requisites
from curriculum_map.formats.schema import all_records, key_field
from curriculum_map.model import COLLECTIONS, Settings
from curriculum_map.model.declare import Sourced

INTRODUCTION = """\
# The files of a project

This page is made from the model, like the program that checks the files: it knows exactly what
stands here.

A project is a folder with `competencies/` and `curricula/`, each with YAML files (`.yaml`,
`.yml`) in any depth of folders. It makes no difference what stands in which file. A file consists
of collections; each is a map from id to what is said about the thing:

{collections}

Workbooks (`.xlsx`) and CSV files may lie beside the YAML files or instead of them:
[their tables](tables.md) say the same.

Ids consist of letters, digits and single `.`, `-` or `_` between them; they become part of web
addresses, so keep them short, lower-case and stable.

- At the top of a file, `institution`, `framework` and `source` stand for everything in it that says
  nothing itself.
- A file that describes one programme or framework may begin with `programme: id` or
  `framework: id` and put its fields beside it.
- A text is a plain text in the project's first language, or a map from language to text:
  `{{en: Medicine, nl: Geneeskunde}}`.
- Nothing behind a name (`workload:`) means that it is not stated.
- Words keep what was typed: `NO`, `012` and `NA` are texts. Anchors (`&`, `*`) are not used.
"""

SETTINGS = """\
## curriculum-map.toml

Optional, in the project folder. {summary}

{table}
"""


def reference() -> str:
    """Give the page as Markdown: the introduction, the settings, then one table a class."""
    collections = "\n".join(f"- `{name}`: {summary(cls)}" for name, cls in COLLECTIONS.items())
    parts = [INTRODUCTION.format(collections=collections)]
    settings = record_of(Settings)
    parts.append(SETTINGS.format(summary=summary(Settings), table=_table(settings, "")))
    parts += [_section(record) for record in all_records()]
    parts.append(_section_of_sourced())
    return "\n".join(parts)


def _section(record: Record) -> str:
    key = key_field(record)
    title = record.name[0].upper() + record.name[1:]
    lines = [f"## {title}\n", f"{summary(record.cls)}\n"]
    if key:
        lines.append(f"Stands behind its key: {about(record.cls, key)}\n")
    if record.short:
        lines.append(f"A bare value stands for `{record.short}`.\n")
    if record.passes_on:
        keys = ", ".join(f"`{key}`" for key in record.passes_on)
        lines.append(
            f"What it says of {keys} stands for everything in it that says nothing itself.\n"
        )
    if issubclass(record.cls, Sourced):
        lines.append("It may also say [where it comes from](#where-facts-come-from).\n")
    return "\n".join([*lines, _table(record, key), ""])


def _table(record: Record, key: str) -> str:
    common = record_of(Sourced).keys if issubclass(record.cls, Sourced) else frozenset()
    fields = [f for f in record.fields if f.attribute != key and f.key not in common]
    return _rows(record.cls, fields)


def _rows(cls: type, fields: list[Field]) -> str:
    rows = [
        f"| `{f.key}`{' *' if f.required else ''} | {_words(f)} | {about(cls, f.attribute)} |"
        for f in fields
    ]
    return "\n".join(["| field (* needed) | what is written | meaning |", "|---|---|---|", *rows])


def _words(field: Field) -> str:
    words = "requisite" if isinstance(field.shape, Requisites) else ""
    return (words or field.shape.words()).replace("|", "\\|")


def _section_of_sourced() -> str:
    record = record_of(Sourced)
    table = _rows(Sourced, list(record.fields))
    return f"## Where facts come from\n\n{summary(Sourced)}\n\n{table}\n{REQUISITE}"


REQUISITE = f"""
## Requisite

What must come before a unit: {Requisites().words()}. `all` holds when everything in it does,
`any` when one thing does. A plain id, or `pre`, must be passed before; `co` before or in the same
term; `strict-co` in the same term.

```yaml
requires: {{all: [intro-statistics, {{any: [programming-r, programming-python]}}, {{co: lab}}]}}
```
"""
