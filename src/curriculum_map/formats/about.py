"""What the docstrings of the model say about its fields."""

from __future__ import annotations

import inspect
import re
from functools import cache


def summary(cls: type) -> str:
    """Give what a class stands for: its docstring up to the list of attributes, as one line."""
    text = inspect.cleandoc(cls.__doc__ or "").partition("\nAttributes:")[0]
    return " ".join(text.split())


def about(cls: type, attribute: str) -> str:
    """Give what the class, or the nearest class it extends, says about a field.

    Raises:
        LookupError: If none of them describes it.
    """
    for each in cls.__mro__:
        if attribute in (known := _attributes(each)):
            return known[attribute]
    raise LookupError(f"{cls.__name__} does not describe its field {attribute}.")


@cache
def _described(doc: str) -> dict[str, str]:
    _, _, listed = inspect.cleandoc(doc).partition("\nAttributes:\n")
    found = re.findall(r"^    (\w+): ((?:.+\n?(?:^ {8}.*\n?)*))", listed, re.MULTILINE)
    return {name: " ".join(words.split()) for name, words in found}


def _attributes(cls: type) -> dict[str, str]:
    return _described(cls.__doc__ or "")
