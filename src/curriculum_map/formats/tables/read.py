"""Rows of cells as trees, the way YAML files are read; what they mean is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from curriculum_map.errors import UnknownName
from curriculum_map.formats import tree
from curriculum_map.formats.document import Document
from curriculum_map.formats.localised import Localised
from curriculum_map.formats.record import Keyed
from curriculum_map.formats.requisite_trees import Requisites
from curriculum_map.formats.shapes import Flag, Listed, Number, Shape, Words
from curriculum_map.formats.sheet import Sheet
from curriculum_map.formats.tables import cells, requisites
from curriculum_map.formats.tables.cells import Cell, Row, beside, cell
from curriculum_map.formats.tables.headings import Headings, Place, beyond, headings
from curriculum_map.formats.tables.kinds import SETTINGS, Column, Kind, kinds
from curriculum_map.formats.tree import placeless
from curriculum_map.problems import Problem

Path = tuple[str, ...]


@dataclass(slots=True)
class Trees:
    """What stands in tables, as trees.

    Attributes:
        documents: The first holds everything but things whose id stands twice.
        project: What is said about the project as a whole; None if nothing is.
        problems: What is wrong with the tables themselves.
    """

    documents: list[Document] = field(default_factory=list)
    project: Row | None = None
    problems: list[Problem] = field(default_factory=list)


def trees(tables: Iterable[tuple[Sheet, Kind]], language: str) -> Trees:
    """Put the rows of tables together: what belongs to a thing stands inside it.

    Args:
        tables: In any order; several may be of the same kind.
        language: The language of a text whose heading names none.
    """
    reader = _Reader(language)
    given = list(tables)
    order = {each.path: number for number, each in enumerate(kinds())}
    for sheet, kind in sorted(given, key=lambda each: order.get(each[1].path, -1)):
        reader.read(sheet, kind)
    documents = [Document(given[0][0].file if given else "", root) for root in reader.roots]
    return Trees(documents, reader.project, reader.problems)


class _Reader:
    """Collects what tables say; what things belong to is read before them."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.roots = [_root()]
        self.project: Row | None = None
        self.problems: list[Problem] = []
        self.known: dict[Path, dict[Path, Row]] = {each.path: {} for each in kinds()}

    def read(self, sheet: Sheet, kind: Kind) -> None:
        """Read a sheet, the first filled row of which holds the headings."""
        rows = sheet.filled()
        first = next(rows, None)
        if first is None:
            return
        found = headings(sheet, first[0], kind, self.language)
        self.problems += [*found.problems, *beyond(sheet, found)]
        if len(found.names) == len(kind.names):
            for number, texts in rows:
                if any(texts[at].strip() for at in found.known if at < len(texts)):
                    self.row(_Line(sheet, number, texts), kind, found)

    def row(self, line: _Line, kind: Kind, found: Headings) -> None:
        """Read one row."""
        names = [line.name(at) for at in found.names]
        for name, heading in zip(names, kind.names, strict=True):
            if not name:
                message = f'{kind.noun_with_article.capitalize()} needs "{heading}".'
                self._report(name, "missing-field", message)
        if kind.name == SETTINGS:
            self.about_project(line, found)
        elif all(names):
            body = cells.row(names[-1])
            self.say(body, line, found.places)
            self.put(body, names, kind)

    def about_project(self, line: _Line, found: Headings) -> None:
        place = cell("", line.sheet, line.number, -1)
        if self.project:
            self._report(place, "second-row", "A project is described in one row. Delete this.")
            return
        self.project = cells.row(place)
        self.say(self.project, line, found.places)

    def say(self, body: Row, line: _Line, places: Sequence[Place]) -> None:
        """Put what stands in the cells of a row where a YAML file has it."""
        for place in places:
            text = line.text(place.at)
            if text and not text.isspace():
                at = line.cell(place.at)
                node = self.node(place.column, at)
                if node is not None:
                    _put_at(body, place, at, node)

    def node(self, column: Column, at: Cell) -> tree.Node | None:
        """Make the node that a cell stands for; None after noting that it stands for none."""
        try:
            return node_of(column.shape, at)
        except cells.Unclear as error:
            self._report(at, error.code, f"{error} {error.way_out}")
            return None

    def put(self, body: Row, names: Sequence[Cell], kind: Kind) -> None:
        """Put a thing into what it belongs to."""
        if kind.owner is None:
            self.put_at_top(body, names[-1], kind)
            return
        owner = self.owner(kind.owner, names[: len(kind.owner.names)])
        if owner is None:
            return
        if not kind.key:
            _list_in(owner, kind.in_file, body).items.append(body)
            return
        inside = _map_in(owner, kind.in_file, names[-1])
        if names[-1] in inside.entries:
            former = next(key for key in inside.entries if key == names[-1])
            message = f'"{former}" already stands in {former.where("")}. '
            self._report(names[-1], "duplicate-key", f"{message}Delete or rename one of the two.")
        else:
            inside.entries[names[-1]] = body
            self.learn(body, names, kind)

    def put_at_top(self, body: Row, name: Cell, kind: Kind) -> None:
        root = self.roots[0]
        if (name,) in self.known[kind.path]:
            # In a map it would replace the other; in two it is told where both stand.
            self.roots.append(root := _root())
        inside = root.entries.setdefault(placeless(kind.in_file), tree.Mapping({}, 1, 1))
        assert isinstance(inside, tree.Mapping)
        inside.entries[name] = body
        self.learn(body, [name], kind)

    def learn(self, body: Row, names: Sequence[Cell], kind: Kind) -> None:
        """Remember a thing, and that nothing belongs to it as long as no row says so."""
        self.known[kind.path].setdefault(tuple(map(str, names)), body)
        for each in kind.record.fields:
            if each.required and isinstance(each.shape, Keyed):
                _map_in(body, each.key, names[-1])

    def owner(self, kind: Kind, names: Sequence[Cell]) -> Row | None:
        """Give what a row belongs to; None after noting the outermost that nothing describes."""
        known = self.known[kind.path]
        found = known.get(tuple(map(str, names)))
        if found is None and (not kind.owner or self.owner(kind.owner, names[:-1])):
            beside_it = tuple(map(str, names[:-1]))
            others = [each[-1] for each in known if each[:-1] == beside_it]
            error = UnknownName(kind.noun, str(names[-1]), others)
            self._report(names[-1], error.code, str(error))
        return found

    def _report(self, at: Cell, code: str, message: str) -> None:
        self.problems.append(Problem(at.where(), code, message))


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a sheet."""

    sheet: Sheet
    number: int
    texts: Sequence[str]

    def text(self, at: int) -> str:
        return self.texts[at] if at < len(self.texts) else ""

    def cell(self, at: int) -> Cell:
        return cell(self.text(at), self.sheet, self.number, at)

    def name(self, at: int) -> Cell:
        """Give a cell without the spaces around it."""
        return cell(self.text(at).strip(), self.sheet, self.number, at)


def _put_at(body: Row, place: Place, at: Cell, node: tree.Node) -> None:
    for key in place.column.keys[:-1]:
        body = _map_in(body, key, at)
    last = place.column.keys[-1]
    if place.column.localised:
        _map_in(body, last, at).entries[place.language] = node
    else:
        body.entries[placeless(last)] = node


def node_of(shape: Shape, at: Cell) -> tree.Node:
    """Make the node that stands in a YAML file for what a cell says.

    Raises:
        Unclear: If a requisite belongs there and none stands there, or a number and it is not
            clear which.
    """
    if isinstance(shape, Words | Localised):
        return at
    if isinstance(shape, Requisites):
        return requisites.read(str(at), partial(beside, other=at))
    if isinstance(shape, Listed):
        items = [node_of(shape.item, beside(text, at)) for text in cells.items(str(at))]
        return tree.Sequence(items, at.line, at.column)
    text = at.strip()
    if isinstance(shape, Number):
        return beside(cells.number(text, at.sheet.separator), at)
    return beside(cells.truth(text) if isinstance(shape, Flag) else text, at)


def _root() -> tree.Mapping:
    return tree.Mapping({}, 1, 1)


def _map_in(body: tree.Mapping, key: str, place: Cell) -> Row:
    found = body.entries.get(placeless(key))
    if found is None:
        found = body.entries[placeless(key)] = cells.row(place)
    assert isinstance(found, Row)
    return found


def _list_in(body: tree.Mapping, key: str, place: Row) -> tree.Sequence:
    found = body.entries.get(placeless(key))
    if found is None:
        found = body.entries[placeless(key)] = tree.Sequence([], place.line, place.column)
    assert isinstance(found, tree.Sequence)
    return found
