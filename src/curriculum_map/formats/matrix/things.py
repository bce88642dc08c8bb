"""What a project gets of a matrix, before the cells are read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from curriculum_map.errors import UnknownName
from curriculum_map.formats.made_ids import id_of_words
from curriculum_map.formats.matrix.declaration import (
    Declaration,
    FrameworkInFile,
    Name,
    ScaleInFile,
    SheetInFile,
)
from curriculum_map.formats.matrix.heads import Head
from curriculum_map.formats.matrix.matching import folded
from curriculum_map.model import (
    Area,
    Catalogue,
    Competency,
    Credits,
    Framework,
    Institution,
    Level,
    LevelRef,
    Programme,
    Requirement,
    RoleProfile,
    Scale,
    Text,
    Unit,
    by_id,
)
from curriculum_map.problems import Problem, Where


@dataclass(slots=True)
class Things:
    """Everything that is new, beside a project.

    Attributes:
        declaration: What was said about the file.
        project: What there is already.
        problems: Found on the way.
        frameworks: New ones, by id; so are the others.
        competencies: New ones.
        units: New ones, without their outcomes.
        programmes: Those whose plan the file has, new or not, without the plan.
        requires: What role profiles require that the project does not have, by competency.
        profiles: Those profiles, without what they require.
    """

    declaration: Declaration
    project: Catalogue
    problems: list[Problem] = field(default_factory=list)
    frameworks: dict[str, Framework] = field(default_factory=dict)
    competencies: dict[str, Competency] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    programmes: dict[str, Programme] = field(default_factory=dict)
    requires: dict[str, dict[str, Requirement]] = field(default_factory=dict)
    profiles: dict[str, RoleProfile] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for each in self.declaration.frameworks:
            if each.id not in self.project.frameworks:
                self.frameworks[each.id] = self._framework(each)

    def _framework(self, said: FrameworkInFile) -> Framework:
        title = said.title or self._text(said.id)
        return Framework(id=said.id, title=title, scale=said.scale, where=said.where)

    def scale_of(self, competency: str) -> str:
        """Give the scale of a competency, new or not."""
        known = self.competencies.get(competency) or self.project.competencies[competency]
        framework = self._framework_called(known.framework)
        return framework.scale if framework else ""

    def _framework_called(self, name: str) -> Framework | None:
        return self.frameworks.get(name) or self.project.frameworks.get(name)

    def competency(self, head: Head, name: str) -> None:
        """Add a competency that the project does not have."""
        framework = head.framework or self.declaration.frameworks[0].id
        if not self._framework_called(framework):
            known = [*self.frameworks, *self.project.frameworks]
            self._unknown("framework", framework, known, head.cell.where)
        new = Competency(
            id=name,
            title=self._text(head.title or head.code or head.id),
            framework=framework,
            area=self._area(framework, head),
            code=head.code,
            where=head.cell.where,
        )
        self.competencies.setdefault(name, new)

    def _area(self, name: str, head: Head) -> str:
        framework = self._framework_called(name)
        if not head.group or not framework:
            return ""
        for area in framework.areas:
            titles = {folded(title) for _, title in area.title.values}
            if folded(head.group) in {folded(area.id), *titles}:
                return area.id
        if name not in self.frameworks:
            message = f'"{name}" has no area called "{head.group}"; the competency is in none.'
            self.problems.append(Problem(head.cell.where, "passed-over", message, "warning"))
            return ""
        return self._new_area(framework, head)

    def _new_area(self, framework: Framework, head: Head) -> str:
        name, taken = id_of_words(head.group), {each.id for each in framework.areas}
        name = f"{name}-{len(taken) + 1}" if name in taken else name
        area = Area(id=name, title=self._text(head.group), where=head.cell.where)
        self.frameworks[framework.id] = replace(framework, areas=(*framework.areas, area))
        return name

    def unit(self, head: Head, name: str) -> None:
        """Add a unit that the project does not have."""
        new = Unit(
            id=name,
            title=self._text(head.title or head.code or head.id),
            institution=self.declaration.institution.id,
            unit_kind=self.declaration.kind,
            code=head.code,
            credits=None if head.credits is None else Credits(ec=head.credits),
            where=head.cell.where,
        )
        former = self.units.setdefault(name, new)
        # Another sheet may say more about a unit than the first that names it.
        self.units[name] = replace(
            former, code=former.code or new.code, credits=former.credits or new.credits
        )

    def programme(self, said: SheetInFile) -> None:
        """Add the programme of a sheet, or take that of the project, for its plan is replaced."""
        known, name = self.project.programmes.get(said.programme.id), said.programme
        new = Programme(
            id=name.id,
            title=name.title or self._text(name.id),
            institution=self.declaration.institution.id,
            aims=(said.aims.id,) if said.aims else (),
            where=name.where,
        )
        self.programmes.setdefault(name.id, known or new)
        if said.aims and said.aims.id not in self.project.profiles:
            self._profile(said.aims, said.competencies.required)

    def _profile(self, said: Name, required: str) -> None:
        if not required:
            self._unknown("profile", said.id, self.project.profiles, said.where)
        title = said.title or self._text(said.id)
        new = RoleProfile(id=said.id, title=title, requires=(), where=said.where)
        self.profiles.setdefault(said.id, new)

    def require(self, said: SheetInFile, competency: str, level: LevelRef, where: Where) -> bool:
        """Add what a profile requires that the project does not have; `False` if it is refused."""
        if not said.aims or said.aims.id in self.project.profiles:
            return bool(said.aims)
        new = Requirement(competency=competency, level=level, where=where)
        needs = self.requires.setdefault(said.aims.id, {})
        return needs.setdefault(competency, new) == new

    def catalogue(self) -> Catalogue:
        """Give the project with everything new but units and programmes."""
        project = self.project
        frameworks = self._used_frameworks()
        scales = self._used_scales(frameworks.values())
        profiles = {
            name: replace(each, requires=self._required(name))
            for name, each in self.profiles.items()
        }
        return replace(
            project,
            profiles=by_id({**profiles, **project.profiles}),
            scales=by_id({**scales, **project.scales}),
            frameworks=by_id({**project.frameworks, **frameworks}),
            competencies=by_id({**project.competencies, **self.competencies}),
            institutions=by_id({**self._institution(), **project.institutions}),
        )

    def _used_frameworks(self) -> dict[str, Framework]:
        named = {each.framework for each in self.competencies.values()}
        return {name: each for name, each in self.frameworks.items() if name in named}

    def _used_scales(self, frameworks: Collection[Framework]) -> dict[str, Scale]:
        declared = {each.id: each for each in self.declaration.scales}
        known = sorted({*self.project.scales, *declared})
        for framework in frameworks:
            if framework.scale not in known:
                self._unknown("scale", framework.scale, known, framework.where)
        used = {each.scale for each in frameworks}
        return {name: self._scale(each) for name, each in declared.items() if name in used}

    def _required(self, profile: str) -> tuple[Requirement, ...]:
        return tuple(need for _, need in sorted(self.requires.get(profile, {}).items()))

    def _institution(self) -> dict[str, Institution]:
        if not self.units and not self.programmes:
            return {}
        said = self.declaration.institution
        title = said.title or self._text(said.id)
        return {said.id: Institution(id=said.id, title=title, where=said.where)}

    def _scale(self, said: ScaleInFile) -> Scale:
        levels = tuple(
            Level(id=each.id, title=each.title or self._text(each.id), where=each.where)
            for each in said.levels
        )
        title = said.title or self._text(said.id)
        return Scale(id=said.id, title=title, levels=levels, where=said.where)

    def _text(self, words: str) -> Text:
        return Text(((self.declaration.language, words),))

    def _unknown(self, kind: str, name: str, known: Iterable[str], where: Where | None) -> None:
        message = str(UnknownName(kind, name, known))
        self.problems.append(Problem(where or Where(""), UnknownName.code, message))
