"""Requisites in the words of formats that know no trees."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_map.model import NOTHING_SAID, AllOf, AnyOf, Catalogue, Needs, Requisite, Text
from curriculum_map.model.requisites import needed


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
    """Write a tree with `+` for all and `/` for any, in each language all its titles are in.

    Returns:
        The empty text for no requisite; where the titles have no language in common, the words
        in the first language of the project.
    """
    titles = [set(catalogue.units[need.unit].title.languages) for need in needed(requires)]
    if not titles:
        return NOTHING_SAID
    common = set.intersection(*titles) or {catalogue.settings.languages[0]}
    return Text(tuple((tag, _words(requires, catalogue, tag)) for tag in sorted(common)))


def _words(requires: Requisite, catalogue: Catalogue, language: str) -> str:
    if isinstance(requires, Needs):
        title = catalogue.units[requires.unit].title.show(language)
        return title if requires.timing == "pre" else f"{title} ({requires.timing})"
    between = " + " if isinstance(requires, AllOf) else " / "
    said = (_inside(each, catalogue, language) for each in requires.items)
    return between.join(filter(None, said))


def _inside(requires: Requisite, catalogue: Catalogue, language: str) -> str:
    words = _words(requires, catalogue, language)
    several = not isinstance(requires, Needs) and len(requires.items) > 1
    return f"({words})" if several else words
