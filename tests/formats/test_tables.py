"""Tables that people fill in: what they may write, and what they are told with the cell."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.formats.base import Given
from curriculum_map.formats.csv_files import FORMAT, file_name
from curriculum_map.formats.requisite_trees import Requisites
from curriculum_map.formats.schema import all_records
from curriculum_map.formats.scope import Names, Scope
from curriculum_map.formats.tables import requisites
from curriculum_map.formats.tables.cells import items, joined
from curriculum_map.formats.tables.kinds import kind_called, kinds, settings_kind
from curriculum_map.formats.tree import Scalar
from curriculum_map.model import COLLECTIONS, AllOf, AnyOf, Catalogue, Needs, Settings
from curriculum_map.problems import Where
from tape import IDS

BASE = {
    "scales": "id,title\ns,Steps\n",
    "scale-levels": "scale,id,title\ns,knows,Knows\ns,does,Does\n",
    "frameworks": "id,title,scale\nf,Skills,s\n",
    "competencies": "id,title,framework\ncharts,Charts,f\nmodels,Models,f\n",
    "institutions": "id,title\nschool,School\n",
    "units": "id,title,institution,kind\na,A,school,course\nb,B,school,course\n",
    "outcomes": "unit,id\na,o\n",
}
"""What every table below may refer to."""
HEAD = "unit,outcome,competency,level\n"


def reading(**files: str):
    """Read CSV files by table; those of the base where no other is given."""
    texts = {f"{name.replace('_', '-')}.csv": text for name, text in {**BASE, **files}.items()}
    read = FORMAT.read
    assert read
    data = {name: text.encode() for name, text in texts.items() if text}
    return read(Given(name="files", files=data))


def said(**files: str) -> list[str]:
    return [str(problem) for problem in reading(**files).problems]


def test_the_base_is_without_problems_and_what_nobody_linked_is_kept() -> None:
    found = reading()
    assert found.problems == ()
    assert list(found.catalogue.units) == ["a", "b"]
    assert found.catalogue.units["b"].outcomes == ()
    assert found.catalogue.units["a"].outcomes[0].contributions == ()


def test_every_field_of_the_model_has_a_column() -> None:
    for record in all_records():
        tables = [kind for kind in kinds() if kind.record == record]
        inside = [
            (kind, column)
            for kind in kinds()
            for column in kind.columns
            if len(column.attributes) > 1
        ]
        for field in record.fields:
            in_tables = [
                field.attribute == kind.key
                or any(column.attributes[0] == field.attribute for column in kind.columns)
                or any(each.path == (*kind.path, field.attribute) for each in kinds())
                for kind in tables
            ]
            assert all(in_tables)
            assert tables or any(column.attributes[-1] == field.attribute for _, column in inside)
    assert [each.name for each in kinds() if not each.owner] == list(COLLECTIONS)
    assert len(settings_kind().columns) == 6


def test_tables_are_found_by_any_spelling_of_their_names() -> None:
    assert len({each.name for each in kinds()}) == len(kinds())
    for kind in kinds():
        for name in (kind.name, kind.name.upper(), file_name(kind)[:-4], f" {kind.name}_"[:-1]):
            assert kind_called(name) == kind
    assert kind_called("unit outcomes") == kind_called("outcomes")
    assert kind_called("lessons") is None


SPOKEN = ("and", "OR", "co", "strict-co", "all", "any", "pre")
units = st.sampled_from((*IDS, *SPOKEN))
trees = st.recursive(
    st.builds(Needs, units, st.sampled_from(("pre", "co", "strict-co"))),
    lambda inner: st.builds(
        lambda of, of_what: of(tuple(of_what)),
        st.sampled_from((AllOf, AnyOf)),
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)


def read_requisite(text: str):
    def place(word: str) -> Scalar:
        scalar = Scalar(word)
        scalar.line = scalar.column = 1
        return scalar

    scope = Scope("", Names({"unit": dict.fromkeys([*IDS, *SPOKEN], Where(""))}), ("en",))
    return Requisites().read(requisites.read(text, place), scope)


@given(trees)
def test_every_requisite_fits_into_a_cell(tree) -> None:
    if tree == AllOf(()):
        assert requisites.written(tree) == ""
    else:
        assert read_requisite(requisites.written(tree)) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a", Needs("a")),
        ("a AND (B or co c-1)", AllOf((Needs("a"), AnyOf((Needs("B"), Needs("c-1", "co")))))),
        ("strict-co 012", Needs("012", "strict-co")),
        ("((a))", Needs("a")),
        ("any(a)", AnyOf((Needs("a"),))),
        ('"and" and a', AllOf((Needs("and"), Needs("a")))),
    ],
)
def test_requisites_read_as_people_write_them(text, tree) -> None:
    assert read_requisite(text) == tree


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a and b or co b", '"and" and "or" stand side by side. Put one of them in brackets.'),
        ("a and", "A unit or a bracket is missing at the end."),
        ("(a or b", "A unit or a bracket is missing at the end."),
        ("and a", 'A unit is missing in front of "and".'),
        ("a b", '"b" stands where nothing more belongs.'),
        ('"a', "A quotation mark is not closed."),
    ],
)
def test_what_is_no_requisite_is_told_with_an_example(text, complaint) -> None:
    text = text.replace('"', '""')
    table = f'id,title,institution,kind,requires\na,A,school,course,"{text}"\nb,B,school,course,\n'
    assert said(units=table) == [
        f'units.csv:2 [E]: {complaint} Write it as in "a and (b or co c)". (bad-requisite)'
    ]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6), max_size=4))
def test_a_list_in_a_cell_comes_apart_where_it_was_joined(texts) -> None:
    assert items(joined(tuple(texts))) == texts


def test_ids_and_numbers_stay_what_was_typed() -> None:
    table = (
        "id;title;institution;kind;code;credits;assumed;languages\r\n"
        "007;NA;school;course;1e3;2,5;WAAR;nl, en\r\n"
        "1-2;1,5;school;course;0042;5;;nl\r\n"
    )
    found = reading(units=table, outcomes="")
    assert found.problems == ()
    first, second = found.catalogue.units["007"], found.catalogue.units["1-2"]
    assert (first.title.show("en"), first.code, first.assumed) == ("NA", "1e3", True)
    assert (second.title.show("en"), second.code) == ("1,5", "0042")
    assert [unit.credits and unit.credits.ec for unit in (first, second)] == [2.5, 5]
    assert first.languages == ("nl", "en")


@pytest.mark.parametrize(
    ("files", "lines"),
    [
        (
            {"units": 'id,title,institution,kind,credits\na,A,school,course,"1,234"\n'},
            ['units.csv:2 [E]: "1,234" is not a number from 0 to 500. Write "1.234". (bad-number)'],
        ),
        (
            {"units": "id;title;institution;kind;credits\na;A;school;course;1.680\n"},
            [
                'units.csv:2 [E]: "1.680" could be 1680, or have decimals. Write it without the '
                'point, or with one more decimal as in "1.2340". (bad-number)'
            ],
        ),
        (
            {"contributions": "unit,outcome,competency,level\na,o,charts,know\na,o,chart,knows\n"},
            [
                'contributions.csv:2 [D]: There is no level called "know". Did you mean "knows"? '
                "(unknown-name)",
                'contributions.csv:3 [C]: There is no competency called "chart". Did you mean '
                '"charts"? (unknown-name)',
            ],
        ),
        (
            {"contributions": f"{HEAD}z,o,charts,knows\na,p,charts,knows\n"},
            [
                'contributions.csv:2 [A]: There is no unit called "z". Known: a, b. (unknown-name)',
                'contributions.csv:3 [B]: There is no outcome called "p". Known: o. (unknown-name)',
            ],
        ),
        (
            {"outcomes": "unit,id\na,o\na,o\n,p\nb,\n"},
            [
                'outcomes.csv:3 [B]: "o" already stands in outcomes.csv:2 [B]. Delete or rename '
                "one of the two. (duplicate-key)",
                'outcomes.csv:4 [A]: An outcome needs "unit". (missing-field)',
                'outcomes.csv:5 [B]: An outcome needs "id". (missing-field)',
            ],
        ),
        (
            {"sources": "id,title\nr,Report\nR,Report\n"},
            [
                'sources.csv:3 [A]: There is another source called "R" in sources.csv:2 [A] '
                '(written "r" there). Give one of them another id. (duplicate-id)'
            ],
        ),
        (
            {"sources": "id,title\nr,Report\nr,Report\n"},
            [
                'sources.csv:3 [A]: There is another source called "r" in sources.csv:2 [A]. '
                "Give one of them another id. (duplicate-id)"
            ],
        ),
        (
            {"sources": "id,title,colour,,Title,title (en)\nr,Report,red,more,,\n"},
            [
                'sources.csv:1 [C]: "colour" says nothing about a source, and the column is not '
                "read. Known: assumed, attribution, creator, date, id, licence and 5 more. "
                "(unknown-column)",
                'sources.csv:1 [E]: "Title" stands above another column too, in sources.csv:1 [B]. '
                "Rename one. (repeated-heading)",
                'sources.csv:1 [F]: "title (en)" stands above another column too, in '
                "sources.csv:1 [B]. Rename one. (repeated-heading)",
                "sources.csv:2 [D]: Nothing stands above this column, so it is not read. Write a "
                "heading, or empty it. (unknown-column)",
            ],
        ),
        (
            {"sources": "id,title\nr,Report, 2025\ns\nt,Third,\n"},
            [
                "sources.csv:2 [C]: This cell stands behind the last of the 2 headings. Put a text "
                "that holds the separator in quotation marks, or take the cell away. (ragged-row)",
                'sources.csv:3 [A]: A source needs "title". (missing-field)',
                "sources.csv:3 [B]: The row has 1 of 2 cells; those that are missing count as "
                "empty. (ragged-row)",
            ],
        ),
        (
            {"outcomes": "id,text\no,Explains\n"},
            [
                'outcomes.csv:1: There is no column "unit", so nothing here is read. Add it. '
                "(missing-column)"
            ],
        ),
        (
            {"project": 'title,languages\n"My project",en\nAnother,\n'},
            [
                "project.csv:3: A project is described in one row. Delete this. (second-row)",
            ],
        ),
        (
            {"lessons": "id,title\nr,Report\n"},
            [
                "lessons.csv: This file has not the name of a table and is not read. Rename it, or "
                "take it away. (unread-table)"
            ],
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(files, lines) -> None:
    assert said(**files) == lines


def test_texts_stand_in_a_column_for_each_language() -> None:
    project = "title,title (nl),languages\nSkills,Vaardigheden,nl; en\n"
    sources = "id,title (en),title\nr,Report,Rapport\n"
    found = reading(project=project, sources=sources)
    assert found.catalogue.settings == Settings(
        title=found.catalogue.settings.title, languages=("nl", "en")
    )
    assert dict(found.catalogue.sources["r"].title.values) == {"en": "Report", "nl": "Rapport"}


def test_a_project_table_is_told_of_twice_in_one_language() -> None:
    assert said(project="title,title (en)\nOne,Two\n") == [
        'project.csv:1 [B]: "title (en)" stands above another column too, in project.csv:1 [A]. '
        "Rename one. (repeated-heading)"
    ]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8))
def test_no_text_becomes_a_formula_and_every_text_comes_back(words) -> None:
    from curriculum_map.model import Source, Text, by_id

    source = Source(id="s", title=Text((("en", "S"),)), note=words)
    write = FORMAT.write
    assert write
    files = write(Catalogue(sources=by_id({"s": source})), "").document
    text = files["sources.csv"]
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not any(cell.startswith(tuple("=+-@")) for cell in cells)
    back = FORMAT.read(Given(name="f", files={k: v.encode() for k, v in files.items()}))
    assert back.catalogue.sources["s"].note == (words if words.strip() else "")
