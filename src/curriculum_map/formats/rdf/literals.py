"""One RDF term to one Python value, strictly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import Literal, NamedNode

from curriculum_map.formats.rdf.graph import Term
from curriculum_map.formats.rdf.namespaces import expand
from curriculum_map.formats.rdf.slots import Slot
from curriculum_map.model import Text
from curriculum_map.model.declare import Between
from curriculum_map.problems import Where

_STRING, _BOOLEAN, _INTEGER, _DOUBLE, _DECIMAL, _ANY_URI = (
    expand(f"xsd:{name}")
    for name in ("string", "boolean", "integer", "double", "decimal", "anyURI")
)
_IS_INTEGER = re.compile(r"[+-]?[0-9]+").fullmatch
_IS_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?").fullmatch
_PLACE = re.compile(r"(.*):([0-9]+):([0-9]+)", re.DOTALL)
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


class Misfit(ValueError):
    """A term that is not what its property takes; becomes a problem where it is caught.

    Attributes:
        code: The code of the problem.
    """

    def __init__(self, message: str, code: str = "wrong-type") -> None:
        super().__init__(message)
        self.code = code


def value(term: Term, slot: Slot) -> Any:
    """Give the text, number or truth value of a literal.

    Raises:
        Misfit: With what is wrong, in words that follow the value.
    """
    of = slot.classes[0]
    found = _READERS[of](term)
    if slot.choices and found not in slot.choices:
        raise Misfit(f"is not one of {', '.join(slot.choices)}", "unknown-name")
    _check(found, slot)
    return found


def address(term: Term, slot: Slot) -> str:
    """Give a web address, which stands as an IRI, or as text if it is no valid IRI.

    Raises:
        Misfit: With what is wrong, in words that follow the value.
    """
    is_text = isinstance(term, Literal) and term.datatype.value == _ANY_URI
    if not isinstance(term, NamedNode) and not is_text:
        raise Misfit("is not an IRI")
    _check(shown(term), slot)
    return shown(term)


def text(terms: Iterable[Term], spellings: Mapping[str, str]) -> Text:
    """Give a text in all its languages.

    Raises:
        Misfit: With what is wrong, in words that follow "it".
    """
    said: dict[str, str] = {}
    for term in terms:
        if not isinstance(term, Literal) or not term.language:
            raise Misfit(f'"{shown(term)}" is not a text in a language')
        tag = spellings.get(term.language, term.language)
        if said.setdefault(tag, term.value) != term.value:
            raise Misfit(f'two texts are in "{tag}"')
    return Text(tuple(sorted(said.items())))


def place(term: Term, sheet: str) -> Where:
    """Give the place a fact was written in.

    Raises:
        Misfit: With what is wrong, in words that follow the value.
    """
    match = _PLACE.fullmatch(shown(term))
    if not match:
        raise Misfit("is not a place such as file.yaml:41:17", "bad-form")
    return Where(match[1], int(match[2]), int(match[3]), sheet)


def shown(term: Term) -> str:
    """Give the text of a term as a message quotes it."""
    return str(term.value) if isinstance(term, Literal | NamedNode) else str(term)


def _lexical(term: Term, *types: str) -> str | None:
    if isinstance(term, Literal) and not term.language and term.datatype.value in types:
        return term.value
    return None


def _string(term: Term) -> str:
    if (found := _lexical(term, _STRING)) is None:
        raise Misfit("is not a plain text")
    return found


def _boolean(term: Term) -> bool:
    found = _lexical(term, _BOOLEAN)
    if found is None or found not in _BOOLEANS:
        raise Misfit("is not true or false")
    return _BOOLEANS[found]


def _integer(term: Term) -> int:
    found = _lexical(term, _INTEGER)
    if found is None or not _IS_INTEGER(found):
        raise Misfit("is not a whole number")
    return int(found)


def _number(term: Term) -> float:
    found = _lexical(term, _INTEGER, _DOUBLE, _DECIMAL)
    if found is None or not _IS_NUMBER(found):
        raise Misfit("is not a number")
    return int(found) if _lexical(term, _INTEGER) and _IS_INTEGER(found) else float(found)


_READERS: Mapping[type[Any], Any] = {
    str: _string,
    bool: _boolean,
    int: _integer,
    float: _number,
}


def _check(found: Any, slot: Slot) -> None:
    for limit in slot.limits:
        if isinstance(limit, Between):
            if not limit.low <= found <= limit.high:
                message = f"is not between {limit.low} and {limit.high}"
                raise Misfit(message, "bad-number")
        elif not re.fullmatch(limit.pattern, found):
            raise Misfit(f"is not {limit.meaning}", "bad-form")
