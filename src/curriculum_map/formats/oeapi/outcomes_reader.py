"""Learning outcomes of the API as frameworks, competencies, and outcomes of units."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from curriculum_map.formats.json_tree import scalar
from curriculum_map.formats.oeapi.naming import Names
from curriculum_map.formats.oeapi.objects import Objects, Thing
from curriculum_map.formats.oeapi.values import Values
from curriculum_map.formats.tree import Node, Scalar, Sequence

Body = dict[str, Any]

FRAMEWORK = "learning-outcomes"
"""Id of the framework of learning outcomes that no course has and that name no framework."""
STEPS = {
    "bloom": ("Remember", "Understand", "Apply", "Analyse", "Evaluate", "Create"),
    "solo": (
        *("Prestructural", "Unistructural", "Multistructural", "Relational"),
        "Extended abstract",
    ),
}
"""The levels of the two taxonomies the API names, in its own words."""
HELD = "held-or-not"


class OutcomesReader:
    """Tells what each learning outcome of an endpoint is, and reads it."""

    def __init__(self, objects: Objects, names: Names, values: Values) -> None:
        self._names, self._values = names, values
        self._all = objects.lists["learning-outcomes"]
        units = [*objects.of("courses"), *objects.of("learning-components")]
        self._taught = {str(u).lower() for each in units for u in each.links("learningOutcomes")}
        self._kinds: defaultdict[str, list[Thing]] = defaultdict(list)
        for uuid, thing in self._all.items():
            self._kinds[self._kind(uuid, thing)].append(thing)
        self._names.name("framework", self._kinds["framework"])
        self._names.name("competency", [*self._kinds["competency"], *self._kinds["other"]])
        self._parts = dict(self._inside(self._kinds["other"]))
        self.outcomes: defaultdict[str, list[str]] = defaultdict(list)
        self._scale = self._usual_scale()

    def _kind(self, uuid: str, thing: Thing) -> str:
        if uuid in self._taught:
            return "outcome"
        own = thing.own.text("is") if thing.own else None
        return str(own) if own in ("framework", "area", "competency", "outcome") else "other"

    def frameworks(self) -> Iterator[tuple[Thing, str, Body]]:
        """Give the frameworks, with the object each was made of."""
        areas = {str(each.uuid).lower(): each for each in self._kinds["area"]}
        for thing in self._kinds["framework"]:
            inside = [areas[str(u).lower()] for u in thing.links("children") if u.lower() in areas]
            body = {
                "title": self._values.title(thing),
                "description": self._values.about(thing),
                "areas": {_last(each): self._area(each) for each in inside},
            }
            yield thing, self._names.of("framework", str(thing.uuid)), body
        if self._kinds["other"]:
            title = {"en": "Learning outcomes"}
            yield self._kinds["other"][0], FRAMEWORK, {"title": title, "scale": self._scale}

    def scales(self) -> Iterator[tuple[Thing, str, Body]]:
        """Give the scale that levels of learning outcomes without a framework are on."""
        if not self._kinds["other"]:
            return
        steps = STEPS.get(self._scale)
        first = 1 if self._scale == "bloom" else 0
        levels: Body = {
            f"{self._scale}_{n}": {"title": {"en": step}, "code": f"{self._scale}_{n}"}
            for n, step in enumerate(steps or (), first)
        }
        title = self._scale.capitalize() if steps else "Held or not"
        levels = levels or {"held": {"title": {"en": "Held"}}}
        body: Body = {"title": {"en": title}, "levels": levels}
        yield self._kinds["other"][0], self._scale, body if steps else {**body, "assumed": "true"}

    def _area(self, thing: Thing) -> Body:
        said = self._values.said(thing, "description")
        return {"title": self._values.title(thing), **({"description": said} if said else {})}

    def competencies(self) -> Iterator[tuple[Thing, str, Body]]:
        """Give the competencies, with the object each was made of."""
        for thing in (*self._kinds["competency"], *self._kinds["other"]):
            uuid = str(thing.uuid).lower()
            code = thing.text("abbreviation")
            body = {
                "framework": FRAMEWORK,
                "title": self._values.title(thing),
                "definition": self._values.said(thing, "description"),
                "code": code,
                "parts": self._parts.get(uuid, []),
                "alignments": self._values.alignments(thing),
            }
            yield thing, self._names.of("competency", uuid), body

    def _inside(self, others: list[Thing]) -> Iterator[tuple[str, list[str]]]:
        inside: defaultdict[str, dict[str, None]] = defaultdict(dict)
        known = {str(each.uuid).lower() for each in others}
        for each in others:
            own = str(each.uuid).lower()
            pairs = [(str(above).lower(), own) for above in each.links("parents")]
            pairs += [(own, str(below).lower()) for below in each.links("children")]
            for above, below in pairs:
                if above in known and below in known:
                    inside[above][self._names.of("competency", below)] = None
                elif below not in self._taught:
                    each.pass_over("Links between learning outcomes that lead nowhere are left out")
        for above, below_ in inside.items():
            yield above, list(below_)

    def of_unit(self, unit: str, thing: Thing) -> Body:
        """Give the outcomes of a unit by id."""
        found: Body = {}
        for link in thing.links("learningOutcomes"):
            outcome = self._all.get(link.lower())
            if outcome is None:
                thing.pass_over("Learning outcomes that are not described here are left out")
                continue
            name = self._names.take("outcome", link, _last(outcome), unit)
            self.outcomes[link.lower()].append(f"{unit}/{name}")
            found[scalar(name, link)] = self._outcome(outcome)
        for number, text in enumerate(self._texts(thing), 1):
            found[f"outcome-{number}"] = {"text": text}
        return found

    def _texts(self, thing: Thing) -> Iterator[dict[Scalar, Scalar]]:
        """Give the outcomes that version 5 writes as texts, each in its languages."""
        for node in thing.items("learningOutcomes"):
            if isinstance(node, Sequence) and (texts := self._values.texts(thing, node.items)):
                yield texts

    def _outcome(self, thing: Thing) -> Body:
        if thing.own:
            return {"text": self._values.title(thing), **_own(thing)}
        if thing.get("description"):
            thing.pass_over("Descriptions of outcomes are passed over beside their names")
        level = self._level(thing)
        made = {}
        for above in thing.links("parents"):
            if competency := self._names.of("competency", above):
                made[scalar(competency, above)] = level
            else:
                thing.pass_over("Learning outcomes above outcomes of courses are left out")
        return {"text": self._values.title(thing), **({"develops": made} if made else {})}

    def _level(self, thing: Thing) -> str:
        return str(thing.text("complexityLevel")) if self._scale in STEPS else "held"

    def _usual_scale(self) -> str:
        """Give the taxonomy that the levels of all outcomes of courses are taken from, if any."""
        taken: Counter[str] = Counter()
        for thing in self._kinds["outcome"]:
            if not thing.own and any(
                self._names.of("competency", p) for p in thing.links("parents")
            ):
                taken[_taxonomy(str(thing.text("complexityLevel") or ""))] += 1
        if len(taken) == 1 and (only := next(iter(taken))):
            return only
        for thing in self._kinds["outcome"]:
            if not thing.own and thing.text("complexityLevel"):
                thing.pass_over("Levels of learning outcomes are passed over, for not all have one")
        return HELD


def _taxonomy(code: str) -> str:
    name, _, number = code.partition("_")
    known = [str(n) for n, _ in enumerate(STEPS.get(name, ()), name == "bloom")]
    return name if number in known else ""


def _last(thing: Thing) -> str:
    """Give the last part of the code of something, which is its id within something else."""
    code = thing.inner("primaryCode")
    text = (code and code.text("code")) or ""
    return text.rpartition("/")[2] if thing.own else str(text)


def _own(thing: Thing) -> dict[Any, Node]:
    own = thing.own
    return {k: v for k, v in own.node.entries.items() if k != "is"} if own else {}
