"""ESCO, the classification of European skills, from the CSV files of a release.

The four pillars become areas, groups and skills competencies, broader ones the wholes of narrower
ones. What becomes of each column is said in docs/profiles/esco.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import cast

from curriculum_map.errors import BadQuestion, InvalidProject
from curriculum_map.formats.base import Format, Given
from curriculum_map.formats.esco_concepts import ITSELF, Concept, Concepts, concepts, text_of
from curriculum_map.formats.esco_files import Tables, tables
from curriculum_map.formats.headed import Row
from curriculum_map.formats.made_ids import id_of
from curriculum_map.formats.reading import Reading
from curriculum_map.model import (
    Alignment,
    Area,
    Catalogue,
    Competency,
    Framework,
    Level,
    Scale,
    Settings,
    Source,
    Text,
    by_id,
)
from curriculum_map.model.competency import CompetencyKind
from curriculum_map.problems import Problem, Where

ESCO = "esco"
ONLY, ALIGNED, VERSION = "only", "aligned", "version"
NAMESPACE = "http://data.europa.eu/esco/"
ATTRIBUTION = "This service uses the ESCO classification of the European Commission."
LABELS_OF_PILLARS = "addresses and alternative labels of pillars, which become areas"

PUBLISHER = "European Commission"
LICENCE = "Reuse under Decision 2011/833/EU of the European Commission."
MISSING = {
    "skillGroups": "groups are left out",
    "broaderRelationsSkillPillar": "nothing stands above or below anything",
    "skillSkillRelations": "no skill is related to another",
}
"""Files without which something is left out, and what."""
SCALE = Scale(
    id=ESCO,
    title=Text((("en", "Held or not"),)),
    levels=(Level(id="held", title=Text((("en", "Held"),))),),
    assumed=True,
    note="ESCO names no levels. This one says only that somebody has the competency.",
)
"""The scale of ESCO, for a framework needs one."""

Links = Mapping[str, list[str]]


def read(given: Given) -> Reading:
    """Make a framework of a release, or of those of its concepts that the project is aligned to.

    Raises:
        InvalidProject: If there is no file of skills, or nothing is aligned to one.
        BadQuestion: If the option `only` says something else than `aligned`.
    """
    if given.options.get(ONLY, ALIGNED) != ALIGNED:
        raise BadQuestion(f'The option "{ONLY}" knows "{ALIGNED}" alone.')
    made = tables(given)
    found = concepts(made)
    release = _Release(given, made, found)
    if ONLY in given.options:
        release.keep_aligned(given.project or Catalogue())
    return release.reading()


def id_of_concept(uri: str) -> str:
    """Give a concept the last part of its address as id, which is the same in every version."""
    kind, _, last = uri.removeprefix(NAMESPACE).rpartition("/")
    return ".".join([ESCO, *([] if kind in ("skill", "") else [id_of(kind)]), id_of(last)])


class _Release:
    def __init__(self, given: Given, made: Tables, found: Concepts) -> None:
        self._name, self._made = given.name, made
        self._concepts, self._left_out = dict(found.by_uri), found.left_out
        self._problems = [*made.problems, *found.problems]
        self._version = given.options.get(VERSION, made.version)
        self._above = self._pairs("broaderRelationsSkillPillar", "conceptUri", "broaderUri")
        self._related = self._relations()

    def _pairs(self, kind: str, origin: str, target: str) -> Links:
        above: dict[str, list[str]] = defaultdict(list)
        for _, row in self._made.rows(kind):
            if self._known(row, origin, target):
                above[row[origin]].append(row[target])
        return above

    def _relations(self) -> Mapping[str, list[tuple[str, str]]]:
        """Give what each skill needs: address, and whether that is essential or optional."""
        needs: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for _, row in self._made.rows("skillSkillRelations"):
            one, other = row["originalSkillUri"], row["relatedSkillUri"]
            if one == other:
                self._left_out[ITSELF] += 1
            elif self._known(row, "originalSkillUri", "relatedSkillUri"):
                needs[one].append((other, row["relationType"]))
        return needs

    def _known(self, row: Row, *headings: str) -> bool:
        strangers = [row[each] for each in headings if row[each] not in self._concepts]
        for each in strangers:
            message = f'"{each}" stands neither among the skills nor among their groups.'
            self._problems.append(row.problem("unknown-name", message))
        return not strangers

    def keep_aligned(self, project: Catalogue) -> None:
        """Leave out what no alignment of the project leads to.

        Raises:
            InvalidProject: If nothing is left.
        """
        own = {c.id for c in project.competencies.values() if c.framework == ESCO}
        targets = {
            alignment.target
            for each in project.competencies.values()
            if each.id not in own
            for alignment in each.alignments
            if alignment.target.startswith(NAMESPACE)
        }
        for target in sorted(targets - self._concepts.keys()):
            message = f'The project is aligned to "{target}", which is no skill or group of it.'
            self._problems.append(Problem(Where(self._name), "unknown-name", message, "warning"))
        self._concepts = {uri: c for uri, c in self._concepts.items() if uri in targets}
        if not self._concepts:
            message = "No competency of the project is aligned to a skill of ESCO."
            raise InvalidProject([Problem(Where(self._name), "nothing-found", message)])

    def reading(self) -> Reading:
        pillars = self._pillars()
        below = self._below()
        competencies = [
            self._competency(each, pillars, below)
            for uri, each in self._concepts.items()
            if uri not in pillars
        ]
        catalogue = Catalogue(
            settings=Settings(languages=self._languages()),
            sources=by_id({ESCO: self._source()}),
            scales=by_id({ESCO: SCALE}),
            frameworks=by_id({ESCO: self._framework(pillars)}),
            competencies=by_id({each.id: each for each in competencies}),
        )
        self._left_out[LABELS_OF_PILLARS] += len(pillars)
        problems = [*self._problems, *self._passed_over()]
        return Reading(catalogue, tuple(sorted(set(problems))))

    def _pillars(self) -> Mapping[str, Concept]:
        """Give the groups that have something below them and nothing above."""
        above = {each for uri in self._concepts for each in self._above.get(uri, ())}
        tops = sorted(each for each in above if not self._above.get(each))
        return {each: self._concepts[each] for each in tops if each in self._concepts}

    def _below(self) -> Links:
        below: dict[str, list[str]] = defaultdict(list)
        for uri in self._concepts:
            for each in self._above.get(uri, ()):
                below[each].append(id_of_concept(uri))
        return below

    def _competency(self, it: Concept, pillars: Mapping[str, Concept], below: Links) -> Competency:
        above = (pillars[each] for each in self._above.get(it.uri, ()) if each in pillars)
        reuse = f"ESCO reuse level: {it.reuse}." if it.reuse else ""
        return Competency(
            id=id_of_concept(it.uri),
            framework=ESCO,
            area=next(map(_area_id, above), ""),
            title=text_of(it.labels),
            also_called=text_of(it.others),
            definition=text_of(it.descriptions),
            competency_kind=cast("CompetencyKind | None", it.kind or None),
            code=it.code,
            parts=tuple(sorted(below.get(it.uri, ()))),
            alignments=tuple(self._alignments(it)),
            deprecated=not it.released,
            note="\n".join(each for each in (reuse, it.scope) if each),
            sources=(ESCO,),
            where=it.where,
        )

    def _alignments(self, it: Concept) -> Iterator[Alignment]:
        yield Alignment(relation="exact", target=it.uri)
        for other, kind in sorted(self._related.get(it.uri, ())):
            note = f"ESCO calls it {kind} for this one."
            yield Alignment(relation="related", target=other, note=note)

    def _framework(self, pillars: Mapping[str, Concept]) -> Framework:
        return Framework(
            id=ESCO,
            title=Text((("en", "ESCO skills"),)),
            description=Text((("en", "A taxonomy of the skills and competences in ESCO."),)),
            version=self._version,
            scale=ESCO,
            areas=tuple(map(_area, sorted(pillars.values(), key=_area_id))),
            publisher=PUBLISHER,
            sources=(ESCO,),
            where=Where(self._name),
        )

    def _source(self) -> Source:
        title = f"ESCO {self._version}".strip()
        return Source(
            id=ESCO,
            title=Text((("en", title),)),
            creator=PUBLISHER,
            note=LICENCE,
            attribution=f"{ATTRIBUTION} Put into the format of curriculum-map.",
            where=Where(self._name),
        )

    def _languages(self) -> tuple[str, ...]:
        """Give the languages of the skills, English first."""
        read = {each.language for each in self._made.found["skills"]}
        return tuple(sorted(read, key=lambda tag: (tag != "en", tag)))

    def _passed_over(self) -> Iterator[Problem]:
        for what, count in self._left_out.items():
            if count:
                yield self._warning(f"Left out: {what} ({count:,} x).")
        if self._made.others:
            names = ", ".join(sorted(each.rpartition("/")[2] for each in self._made.others))
            yield self._warning(f"Left out: {names}; they say nothing more about skills.")
        for kind, lacking in MISSING.items():
            if kind not in self._made.found:
                yield self._warning(f"There is no file {kind}, so that {lacking}.")
        if not self._version:
            yield self._warning("No file is named after its version. Say --with version=1.1.1")

    def _warning(self, message: str) -> Problem:
        return Problem(Where(self._name), "passed-over", message, "warning")


def _area(pillar: Concept) -> Area:
    return Area(
        id=_area_id(pillar),
        title=text_of(pillar.labels),
        description=text_of(pillar.descriptions),
        where=pillar.where,
    )


def _area_id(pillar: Concept) -> str:
    return id_of(pillar.code) if pillar.code else id_of_concept(pillar.uri)


FORMAT = Format(
    name=ESCO,
    title="ESCO, the European classification of skills, as the CSV files of a release",
    spec="https://esco.ec.europa.eu/en/use-esco/download",
    read=read,
    matches=True,
    options=MappingProxyType(
        {
            ONLY: "aligned, for those concepts alone that the project is aligned to",
            VERSION: "the version, such as 1.1.1, if no file is named after it",
        }
    ),
)
