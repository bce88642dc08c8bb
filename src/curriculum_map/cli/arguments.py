"""Take over plain arguments as they are, so that nothing is loaded to validate them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin

from typer import BadParameter

UNSURE: Final = object()
"""Says that an argument is not plain, or is wrong."""


def take_plain_values_directly(params: Sequence[Any]) -> Sequence[Any]:
    """Let parameters take over plain values; everything else goes to typer as usual.

    Gives the same parameters back.

    Typer hands every value to pydantic, the loading of which takes longer than all its own.
    A version of typer that does not know the attribute set here is only slower.
    """
    for param in params:
        param._runtime_param = _Direct()
    return params


class _Direct:
    """Stands where typer keeps what makes a value of a text, until that is needed."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        taken = plain(value, param)
        if taken is not UNSURE:
            return taken
        param._runtime_param = None
        try:
            return param.get_runtime_param().coerce(value, param=param, ctx=ctx)
        except BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise


def plain(value: Any, param: Any) -> Any:
    """Give the value of a parameter if that takes no validation, else `UNSURE`."""
    many = param.multiple or param.nargs == -1
    kind = param.type_descriptor.annotation
    if value is None:
        return () if many else None
    if many:
        is_plain = isinstance(value, tuple) and kind == list[str]
        return list(value) if is_plain else UNSURE
    return _one(value, kind)


def _one(value: Any, kind: Any) -> Any:
    if kind is Path and isinstance(value, str | Path):
        return Path(value)
    known = get_args(kind) if get_origin(kind) is Literal else ()
    return value if value in known or (kind is str and isinstance(value, str)) else UNSURE
