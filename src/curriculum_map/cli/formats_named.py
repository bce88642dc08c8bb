"""Which format is meant, and how it is spelled."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from curriculum_map.errors import BadQuestion, UnknownName

if TYPE_CHECKING:
    from curriculum_map.formats.base import Format

FormatName = Annotated[str, typer.Argument(metavar="FORMAT", help="Name of the format.")]
Syntax = Annotated[
    str, typer.Option(help="How it is spelled, such as ttl, nt, jsonld, rdf or trig.")
]


def format_called(name: str, how: str) -> Format:
    """Give a format by name.

    Args:
        name: What was typed.
        how: `read` or `written`; the format must be able to be.

    Raises:
        UnknownName: If there is no such format.
        BadQuestion: If it can only be used the other way round.
    """
    from curriculum_map.cli.graph_formats import GRAPH_FORMATS
    from curriculum_map.formats import FORMATS

    if name not in FORMATS and name not in GRAPH_FORMATS:
        raise UnknownName("format", name, [*FORMATS, *GRAPH_FORMATS])
    format_ = GRAPH_FORMATS[name] if name in GRAPH_FORMATS else FORMATS[name]
    if not (format_.read if how == "read" else format_.write):
        raise BadQuestion(f'The format "{name}" cannot be {how}.')
    return format_


def syntax_of(format_: Format, asked: str, path: Path | None) -> str:
    """Give the syntax that was asked for, else the one the name of a file stands for.

    Raises:
        UnknownName: If the format has no such syntax.
        BadQuestion: If the ending of the file stands for none.
    """
    known = format_.suffixes
    if asked:
        names = {suffix.removeprefix("."): syntax for suffix, syntax in known.items()}
        names |= {syntax: syntax for syntax in known.values()}
        if asked not in names:
            raise UnknownName("syntax", asked, names)
        return names[asked]
    if path is None or not known:
        return next(iter(known.values()), "")
    return _syntax_by_ending(path, known)


def _syntax_by_ending(path: Path, known: Mapping[str, str]) -> str:
    fitting = [suffix for suffix in known if path.name.lower().endswith(suffix)]
    if not fitting:
        raise BadQuestion(
            f'"{path.name}" does not end in {" or ".join(known)}. Name it so, or say how it is '
            "spelled with --syntax."
        )
    return known[max(fitting, key=len)]
