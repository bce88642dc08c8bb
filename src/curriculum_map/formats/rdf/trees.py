"""Requisites in the words of formats that know no trees."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_map.model import AllOf, AnyOf, Catalogue, Needs, Requisite, Text


def always_needed(requires: Requisite) -> Iterator[Needs]:
    """Give the units that are needed whatever alternative a learner takes."""
    if isinstance(requires, Needs):
        yield requires
    elif isinstance(requires, AllOf) or len(requires.items) == 1:
        for each in requires.items:
            yield from always_needed(each)


def has_alternatives(requires: Requisite) -> bool:
    """Tell whether a tree says more than a list of units that are all needed."""
    if isinstance(requires, Needs):
        return False
    inner = any(map(has_alternatives, requires.items))
    return inner or (isinstance(requires, AnyOf) and len(requires.items) != 1)


def in_words(requires: Requisite, catalogue: Catalogue) -> Text:
    """Write a tree with `+` for all and `/` for any, in each language of the project.

    The empty text stands for no requisite.
    """
    said = ((tag, _words(requires, catalogue, tag)) for tag in sorted(catalogue.settings.languages))
    return Text(tuple((tag, words) for tag, words in said if words))


def _words(requires: Requisite, catalogue: Catalogue, language: str) -> str:
    if isinstance(requires, Needs):
        title = catalogue.units[requires.unit].title.show(language)
        return title if requires.timing == "pre" else f"{title} ({requires.timing})"
    said = [_words(each, catalogue, language) for each in requires.items]
    joined = (" + " if isinstance(requires, AllOf) else " / ").join(filter(None, said))
    return f"({joined})" if len(said) > 1 else joined
