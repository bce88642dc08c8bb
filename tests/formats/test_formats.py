"""Laws that hold for every format in the table."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from curriculum_map.formats import FORMATS
from curriculum_map.formats.base import Given, Written
from curriculum_map.model import Catalogue
from strategies import catalogues

BOTH_WAYS = [
    (name, suffix, syntax)
    for name, each in FORMATS.items()
    if each.read and each.write
    for suffix, syntax in (each.suffixes or {"": ""}).items()
]
WRITTEN = [
    (name, syntax)
    for name, each in FORMATS.items()
    if each.write
    for syntax in each.suffixes.values() or [""]
]


@pytest.mark.parametrize(("name", "suffix", "syntax"), BOTH_WAYS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(given=catalogues())
def test_what_a_format_can_carry_survives(
    name: str, suffix: str, syntax: str, given: Catalogue
) -> None:
    write, read = FORMATS[name].write, FORMATS[name].read
    assert write
    assert read
    first = write(given, syntax)
    back = read(handed(first, syntax, f"file{suffix}")).catalogue
    if not first.losses:
        assert back == given
    assert read(handed(write(back, syntax), syntax, f"file{suffix}")).catalogue == back


def handed(written: Written[Any], syntax: str, name: str) -> Given:
    document = written.document
    files = document if isinstance(document, Mapping) else {name: document}
    files = {**files, **{name + ending: part for ending, part in written.beside.items()}}
    return Given(
        name=name,
        files={
            at: part if isinstance(part, bytes) else part.encode() for at, part in files.items()
        },
        syntax=syntax,
    )


@pytest.mark.parametrize(("name", "syntax"), WRITTEN)
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(given=catalogues())
def test_losses_are_sorted_and_name_what_lost_something(
    name: str, syntax: str, given: Catalogue
) -> None:
    write = FORMATS[name].write
    assert write
    losses = write(given, syntax).losses
    assert list(losses) == sorted(set(losses))
    assert all(loss.kind and loss.reason for loss in losses)


def test_every_format_is_called_what_the_table_calls_it_and_says_where_it_is_specified() -> None:
    for name, each in FORMATS.items():
        assert each.name == name
        assert each.title
        assert each.spec.startswith("https://")
        assert all(suffix.startswith(".") for suffix in each.suffixes)
        assert each.read or each.write


def test_the_table_of_formats_costs_no_heavy_import() -> None:
    script = (
        "import sys, curriculum_map.formats;"
        "print(*sorted({'pyoxigraph', 'rdflib', 'pandas', 'networkx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.decode().strip() == ""
