"""What texts of others have to look like before they can stand in a project."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, get_args

from curriculum_map.model.declare import FieldOfStudy, Iri, Language


def _pattern(form: Any) -> re.Pattern[str]:
    return re.compile(next(mark.pattern for mark in get_args(form) if hasattr(mark, "pattern")))


_ADDRESS, _FIELD, _TAG = map(_pattern, (Iri, FieldOfStudy, Language))


def is_address(text: str) -> bool:
    """Tell whether a text is a web address."""
    return _ADDRESS.fullmatch(text) is not None


def is_base(text: str) -> bool:
    """Tell whether a text is a web address below which ids can become IRIs."""
    return is_address(text) and text.endswith(("/", "#"))


def is_field(text: str) -> bool:
    """Tell whether a text is a field of study of ISCED-F."""
    return _FIELD.fullmatch(text) is not None


def tags(texts: Iterable[str]) -> tuple[str, ...]:
    """Give those texts that are language tags."""
    return tuple(str(each) for each in texts if _TAG.fullmatch(each))


@cache
def usual_tag(tag: str) -> str:
    """Give a language tag in the usual spelling: `zh-hant` is `zh-Hant`, `en-gb` is `en-GB`."""
    first, *rest = tag.split("-")
    forms = {2: str.upper, 4: str.title}
    return "-".join([first.lower(), *(forms.get(len(each), str)(each) for each in rest)])
