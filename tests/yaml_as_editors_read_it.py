"""YAML with the types of version 1.2, which is what an editor compares with a schema."""

from __future__ import annotations

import re
from typing import Any

import yaml


class _Core(yaml.SafeLoader):
    """Reads numbers, truth values and null as YAML 1.2 does, and everything else as text."""

    yaml_implicit_resolvers: dict[str, Any] = {}


_TYPES = {
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    "int": (r"[-+]?[0-9]+", list("-+0123456789")),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
}
for _name, (_form, _first) in _TYPES.items():
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"^(?:{_form})$"), _first)
_Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
_Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def load(text: str) -> Any:
    """Give a text as plain objects."""
    return yaml.load(text, Loader=_Core)
