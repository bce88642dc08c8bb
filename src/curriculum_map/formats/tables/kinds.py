"""Which tables there are, and their columns: made from the declaration of the model."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from curriculum_map.formats.about import about, summary
from curriculum_map.formats.localised import Localised
from curriculum_map.formats.record import Field, Keyed, Record, record_of
from curriculum_map.formats.shapes import Listed, Shape
from curriculum_map.model import COLLECTIONS, Settings
from curriculum_map.model.declare import Sourced

SETTINGS = "project"
"""Name of the table that says what a project says about itself."""


class Column(NamedTuple):
    """What stands in one column of a table; a text has one for each language.

    Attributes:
        heading: Its heading, without the language.
        keys: The names in front of the value in a YAML file, seen from the thing.
        attributes: The names that lead to the value in the model.
        shape: How the value is spelled.
        about: What it means.
        required: Whether something must stand in it.
        extra: Whether it is written only where something stands in it.
        default: The value in the model where nothing stands; `MISSING` if something must.
    """

    heading: str
    keys: tuple[str, ...]
    attributes: tuple[str, ...]
    shape: Shape
    about: str
    required: bool
    extra: bool
    default: Any

    @property
    def localised(self) -> bool:
        """Whether it holds texts, which may stand in several languages."""
        return isinstance(self.shape, Localised)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing, and the table it is written in.

    Attributes:
        name: Name of the table, such as `units` or `outcomes`.
        record: How the things are written in a YAML file.
        in_file: The name in front of the things in a YAML file.
        path: The names that lead to them in the model, that of the collection first.
        owners: Headings of the columns that say what a thing belongs to, outermost first.
        owner: The table of what a thing belongs to; None for things that belong to nothing.
        key: Heading of the column that names the thing; empty if it has no name.
        columns: Everything else, in the order it is written.
    """

    name: str
    record: Record
    in_file: str
    path: tuple[str, ...]
    owners: tuple[str, ...]
    owner: Kind | None
    key: str
    columns: tuple[Column, ...]

    @property
    def about(self) -> str:
        """What the things are."""
        return summary(self.record.cls)

    @property
    def names(self) -> tuple[str, ...]:
        """The headings that say which thing a row is about."""
        return (*self.owners, self.key) if self.key else self.owners

    @property
    def noun(self) -> str:
        """What one of the things is called, such as `outcome`."""
        return str(getattr(self.record.cls, "kind", self.record.name))

    @property
    def noun_with_article(self) -> str:
        """The same with its article, such as `an outcome`."""
        return f"{'an' if self.noun[0] in 'aeio' else 'a'} {self.noun}"


@cache
def kinds() -> tuple[Kind, ...]:
    """Give every kind of thing; what others belong to comes before them."""
    found = [each for name in COLLECTIONS for each in _of_collection(name)]
    often = Counter(each.name for each in found)
    return tuple(
        replace(each, name=f"{each.owner.noun} {each.name}")
        if each.owner and often[each.name] > 1
        else each
        for each in found
    )


@cache
def settings_kind() -> Kind:
    """Give the table of one row in which a project speaks of itself."""
    record = record_of(Settings)
    return Kind(SETTINGS, record, "", (), (), None, "", tuple(_columns(record, "")))


def _of_collection(name: str) -> Iterator[Kind]:
    record = record_of(COLLECTIONS[name])
    columns = tuple(_columns(record, "id"))
    whole = Kind(name, record, name, (name,), (), None, "id", columns)
    yield whole
    yield from _belonging(whole)


def _belonging(owner: Kind) -> Iterator[Kind]:
    for field in owner.record.fields:
        inner, key = _things(field)
        if inner:
            headings = {key, *(column.heading for column in _columns(inner, key))}
            noun = f"of {owner.noun}" if owner.noun in headings else owner.noun
            owners = (*owner.owners, noun)
            columns = tuple(_columns(inner, key))
            path = (*owner.path, field.attribute)
            kind = Kind(path[-1], inner, field.key, path, owners, owner, key, columns)
            yield kind
            yield from _belonging(kind)


def _things(field: Field) -> tuple[Record | None, str]:
    """Give the class of the things a field holds, and what names each; none for plain values."""
    if isinstance(field.shape, Keyed):
        return field.shape.record, field.shape.field
    if isinstance(field.shape, Listed) and isinstance(field.shape.item, Record):
        return field.shape.item, ""
    return None, ""


def _columns(record: Record, key: str) -> Iterator[Column]:
    """Give the columns of a class; where a fact comes from stands last."""
    common = {each.attribute for each in record_of(Sourced).fields}
    for field in sorted(record.fields, key=lambda each: each.attribute in common):
        if field.attribute != key and not _things(field)[0]:
            if isinstance(field.shape, Record):
                yield from _inner(field, field.shape, record.cls)
            else:
                yield Column(
                    field.key,
                    (field.key,),
                    (field.attribute,),
                    field.shape,
                    about(record.cls, field.attribute),
                    field.required,
                    field.attribute in common,
                    _default(record.cls, field.attribute),
                )


def _inner(field: Field, inner: Record, cls: type) -> Iterator[Column]:
    """Give the columns of a thing inside a thing; its short form takes the name of the field."""
    for each in sorted(inner.fields, key=lambda each: each.key != inner.short):
        short = each.key == inner.short
        words = about(inner.cls, each.attribute)
        yield Column(
            field.key if short else f"{field.key} {each.key}",
            (field.key, each.key),
            (field.attribute, each.attribute),
            each.shape,
            f"{about(cls, field.attribute)} {words}" if short else words,
            field.required and each.required,
            not short,
            _default(inner.cls, each.attribute),
        )


def _default(cls: type, attribute: str) -> Any:
    (declared,) = [each for each in dataclasses.fields(cls) if each.name == attribute]
    return declared.default


def kind_called(name: str) -> Kind | None:
    """Give the kind a sheet or file is named after; `Scale-Levels` is `scale levels`."""
    return _by_name().get(plain(name))


@cache
def _by_name() -> dict[str, Kind]:
    known = {plain(each.name): each for each in kinds()}
    # A table keeps its longer name when it does not need it any more, and has it before it does.
    longer = {plain(f"{k.owner.noun} {k.path[-1]}"): k for k in kinds() if k.owner}
    return {SETTINGS: settings_kind(), **longer, **known}


def plain(name: str) -> str:
    """Give a name or heading as it is looked up: capitals, spaces, `-` and `_` do not count."""
    return " ".join(re.sub(r"[-_\s]+", " ", name).split()).casefold()
