"""The JSON Schema by which an editor completes and checks the files of a project."""

from __future__ import annotations

import json
from collections.abc import Iterator

from curriculum_map.formats.about import about, summary
from curriculum_map.formats.names import DEFAULTS, HEADS
from curriculum_map.formats.record import Field, Keyed, Record, record_of
from curriculum_map.formats.requisite_trees import requisite_schema
from curriculum_map.formats.shapes import Listed, Schema, Shape
from curriculum_map.model import COLLECTIONS
from curriculum_map.model.declare import ID_PATTERN

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """Give the JSON Schema as the text of a file."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


def json_schema() -> Schema:
    """Give the JSON Schema (2020-12) of one YAML file of a project.

    It knows every field and its form. Whether a name leads somewhere only `check` can tell.
    """
    records = {record.cls.__name__: record for record in all_records()}
    defs = {name: _definition(record) for name, record in sorted(records.items())}
    return {
        "$schema": DIALECT,
        "title": "A file of a curriculum-map project",
        "type": ["object", "null"],
        "properties": _top_level(),
        "additionalProperties": False,
        "$defs": {**defs, "requisite": requisite_schema()},
    }


def all_records() -> Iterator[Record]:
    """Give every class that is written in files: each collection's, then what is inside it."""
    waiting = [record_of(cls) for cls in COLLECTIONS.values()]
    seen: set[type] = set()
    while waiting:
        record = waiting.pop(0)
        if record.cls not in seen:
            seen.add(record.cls)
            yield record
            waiting += [inner for field in record.fields for inner in _inside(field.shape)]


def _inside(shape: Shape) -> list[Record]:
    if isinstance(shape, Record):
        return [shape]
    if isinstance(shape, Keyed):
        return [shape.record]
    return _inside(shape.item) if isinstance(shape, Listed) else []


def key_field(record: Record) -> str:
    """Give the attribute that stands as key in front of a thing; empty if it has none."""
    for outer in all_records():
        for field in outer.fields:
            if isinstance(field.shape, Keyed) and field.shape.record == record:
                return field.shape.field
    return "id" if record.cls in COLLECTIONS.values() else ""


def _definition(record: Record) -> Schema:
    key = key_field(record)
    fields = [field for field in record.fields if field.attribute != key]
    properties = {field.key: _property(record, field) for field in fields}
    properties |= {name: _passed_on(record, name) for name in record.passes_on}
    required = [field.key for field in fields if field.required and not field.inherited]
    full: Schema = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "required": required,
    }
    described = {"description": summary(record.cls)}
    if not record.short:
        return {**described, **full}
    return {**described, "anyOf": [_short_field(record).shape.schema(), full]}


def _short_field(record: Record) -> Field:
    return next(field for field in record.fields if field.key == record.short)


def _property(record: Record, field: Field) -> Schema:
    said = {"description": about(record.cls, field.attribute)}
    if field.required:
        return {**said, **field.shape.schema()}
    return {**said, "anyOf": [field.shape.schema(), {"type": "null"}]}


def _passed_on(record: Record, name: str) -> Schema:
    inner = next(r for f in record.fields for r in _inside(f.shape) if name in r.keys)
    field = next(field for field in inner.fields if field.key == name)
    return _property(inner, field)


def _top_level() -> Schema:
    properties: Schema = {name: {"type": "string"} for name in (*HEADS, *DEFAULTS)}
    properties["source"] = {"type": ["string", "array"], "items": {"type": "string"}}
    for collection in HEADS.values():
        definition = _definition(record_of(COLLECTIONS[collection]))
        for key, said in definition["properties"].items():
            properties.setdefault(key, said)
    for name, cls in COLLECTIONS.items():
        properties[name] = {
            "description": summary(cls),
            "type": ["object", "null"],
            "propertyNames": {"pattern": f"^(?:{ID_PATTERN})$"},
            "additionalProperties": record_of(cls).schema(),
        }
    return properties
