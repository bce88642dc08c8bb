"""The values of fields that version 5 and version 6 of the API write differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

from curriculum_map.formats.curricular_analytics import slug
from curriculum_map.formats.forms import is_address, is_field, usual_tag
from curriculum_map.formats.json_tree import scalar
from curriculum_map.formats.oeapi.codes import ESCO, RELATIONS, is_code, scheme_of
from curriculum_map.formats.oeapi.objects import IDS, LINKS, Thing
from curriculum_map.formats.oeapi.older import CODE_TYPES, RENAMED, now_called, two_letters
from curriculum_map.formats.tree import Mapping as Tree
from curriculum_map.formats.tree import Node, Scalar, Sequence

Texts = dict[Any, Scalar]

_MATCHES = {code: relation for relation, code in RELATIONS.items()} | {ESCO[1]: "exact"}
_NO_CODE = 'Values of "{}" that the API does not list and that have no "x-" are read all the same'


class Values:
    """Reads values, and counts the languages that names are in.

    Attributes:
        languages: How many names there are in each.
    """

    def __init__(self) -> None:
        self.languages: Counter[str] = Counter()

    def title(self, thing: Thing) -> Texts:
        """Give what an object is called."""
        texts = self.texts(thing, thing.items("name"))
        self.languages.update(map(str, texts))
        return texts

    def said(self, thing: Thing, name: str) -> Texts:
        """Give a text of an object in its languages; nothing where there is none."""
        return self.texts(thing, thing.items(name))

    def about(self, thing: Thing) -> Texts:
        """Give what something is about; in our own documents a disclaimer stands apart."""
        apart = thing.own and thing.own.get("disclaimer")
        return {} if apart else self.said(thing, "description")

    def texts(self, thing: Thing, nodes: list[Node]) -> Texts:
        """Give a list of texts, each with its language, as a map."""
        found: Texts = {}
        for node in nodes:
            for each in thing.object(node):
                language, value = each.text("language"), each.text("value")
                if value is None:
                    continue
                thing.findings.look_for_markup(thing.file, value)
                tag = scalar(usual_tag(language or "und"), language or value)
                if tag in found:
                    thing.pass_over("Second texts in one language are passed over")
                found.setdefault(tag, value)
        return found

    def code(self, thing: Thing, enumeration: str, node: Scalar | None, field: str) -> str:
        """Give a value of an extensible enumeration as version 6 has it; empty for nothing."""
        if node is None:
            return ""
        code = now_called(field, str(node))
        if not is_code(enumeration, code):
            thing.pass_over(_NO_CODE.format(field))
        return code

    def languages_of(self, thing: Thing) -> list[Scalar]:
        """Give the languages something is taught in; version 5 has one, in three letters."""
        node = thing.get("teachingLanguages")
        listed = [node] if isinstance(node, Scalar) else thing.texts("teachingLanguages")
        tags = [scalar(usual_tag(two_letters(str(each))), each) for each in listed]
        return list(dict.fromkeys(tags))

    def load(self, thing: Thing) -> dict[str, Scalar]:
        """Give study points (`ects`) and hours (`sbu`), as far as they are stated."""
        found: dict[str, Scalar] = {}
        node = thing.get("studyLoad")
        for each in thing.object(node) if isinstance(node, Tree) else thing.objects("studyLoad"):
            unit, value = each.text("studyLoadUnit"), each.text("value")
            key = now_called("studyLoadUnit", str(unit)) if unit else ""
            key = "sbu" if key == "hour" else key
            if value is None or key not in ("ects", "sbu") or key in found:
                thing.pass_over("Study loads in other units are passed over")
            else:
                found[key] = value
        return found

    def first(self, thing: Thing, name: str) -> Scalar | None:
        """Give the first text of a list; others are counted."""
        texts = thing.texts(name)
        thing.pass_over(f'Second values of "{name}" are passed over', len(texts[1:]))
        return texts[0] if texts else None

    def identifiers(self, thing: Thing) -> dict[Any, Scalar]:
        """Give the codes of an institution or programme by register."""
        found: dict[Any, Scalar] = {}
        for scheme, code in self._codes(thing):
            if scheme in found:
                thing.pass_over("Second codes of one type are passed over")
            found.setdefault(scheme, code)
        return found

    def alignments(self, thing: Thing) -> list[dict[str, Any]]:
        """Give the concepts of other frameworks that a learning outcome names."""
        found = []
        for each in thing.objects("otherCodes"):
            kind, code = each.text("codeType"), each.text("code")
            relation = _MATCHES.get(str(kind))
            if relation and code and is_address(code):
                found.append({"relation": relation, "target": code})
            else:
                thing.pass_over("Codes of learning outcomes in other registers are passed over")
        return found

    def address(self, thing: Thing) -> Scalar | None:
        """Give the web address of something."""
        link = thing.text("link")
        if link is not None and not is_address(link):
            thing.pass_over("Links that are no web address are passed over")
            return None
        return link

    def field(self, thing: Thing) -> Scalar | None:
        """Give the field of study, where it is one of ISCED-F as a project has them."""
        field = thing.text("fieldsOfStudy")
        if field is not None and not is_field(field):
            thing.pass_over("Fields of study that are none of ISCED-F are passed over")
            return None
        return field

    def _codes(self, thing: Thing) -> Iterator[tuple[Scalar, Scalar]]:
        for each in thing.objects("otherCodes"):
            kind, code = each.text("codeType"), each.text("code")
            if kind is not None and code is not None:
                known = CODE_TYPES.get(str(kind), str(kind))
                yield scalar(slug(scheme_of(known), "code"), kind), code


def country_of(thing: Thing) -> Scalar | None:
    """Give the country of the first address that names one."""
    for address in thing.objects("addresses"):
        node = address.get("countryCode")
        if isinstance(node, Scalar):
            return node
        for country in address.object(node):
            if code := country.text("iso3166-1-alpha2"):
                return code
    return None


EVERYWHERE = frozenset(
    ["primaryCode", "name", "description", "otherCodes", "ext", *IDS, *LINKS, *LINKS.values()]
)
"""Fields that are looked at in every object, by their names in version 6."""


def unused(thing: Thing, used: Collection[str]) -> None:
    """Count the fields of an object that say something and have no place in a project."""
    for name, node in thing.node.entries.items():
        said = not (isinstance(node, Scalar) and node.empty)
        said = said and not (isinstance(node, Sequence) and not node.items)
        said = said and not (isinstance(node, Tree) and not node.entries)
        if said and RENAMED.get(str(name), str(name)) not in used:
            thing.pass_over(f'Values of "{name}" are passed over')
