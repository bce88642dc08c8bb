from __future__ import annotations

import pytest

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.rdf import native
from curriculum_map.model import AnyOf, Catalogue, Settings
from curriculum_map.problems import Problem, Where
from sample import any_of, catalogue, co, exam, item, pre, profile, programme, teaches, unit


def small() -> Catalogue:
    return catalogue(
        unit("lecture", teaches("vis", 2), exam("vis"), hours=28.0),
        unit("lab", requires=any_of(pre("lecture"), co("lecture"))),
        programme("medicine", item("lecture", "lab", year=1), aims="basic"),
        profile("basic", vis=3),
    )


def edited(*changes: tuple[str, str]) -> str:
    """Give the small catalogue as a partner sends it back, in Turtle."""
    document = native.write(small(), "turtle").document
    for old, new in changes:
        assert document.count(old) == 1, old
        document = document.replace(old, new)
    return document


BASE = Settings().base
WRONG = {
    "a field is missing": (
        ('\tcm:unitKind "course" ;\n\tschema:name "Lab"@en', '\tschema:name "Lab"@en'),
        ("missing-field", f"<{BASE}unit/lab> does not say cm:unitKind."),
    ),
    "a number is a word": (
        ('"28.0"^^xsd:double', '"two"^^xsd:double'),
        ("wrong-type", f'<{BASE}workload/lecture>: cm:hours "two" is not a number.'),
    ),
    "a number is a text": (
        ('"28.0"^^xsd:double', '"28.0"'),
        ("wrong-type", f'<{BASE}workload/lecture>: cm:hours "28.0" is not a number.'),
    ),
    "a number is out of its range": (
        ('"28.0"^^xsd:double', "-1"),
        (
            "bad-number",
            f'<{BASE}workload/lecture>: cm:hours "-1" is not between 0 and 10000.',
        ),
    ),
    "a whole number is broken": (
        ("cm:year 1", "cm:year 1.5"),
        ("wrong-type", f'<{BASE}plan-item/medicine__1>: cm:year "1.5" is not a whole number.'),
    ),
    "a word is not one of those allowed": (
        ('cm:timing "co"', 'cm:timing "soon"'),
        (
            "unknown-name",
            f'<{BASE}requisite/lab__2>: cm:timing "soon" is not one of pre, co, strict-co.',
        ),
    ),
    "a title has no language": (
        ('"Lab"@en', '"Lab"'),
        ("wrong-type", f'<{BASE}unit/lab>: schema:name: "Lab" is not a text in a language.'),
    ),
    "a title is given twice": (
        ('"Lab"@en', '"Lab"@en , "Laboratory"@en'),
        ("wrong-type", f'<{BASE}unit/lab>: schema:name: two texts are in "en".'),
    ),
    "a value is given twice": (
        ('cm:timing "co"', 'cm:timing "co" , "pre"'),
        ("repeated", f"<{BASE}requisite/lab__2> says cm:timing 2 times; once is allowed."),
    ),
    "a unit is not described": (
        ("cm:unit unit:lecture ;\n\tcm:timing \"co\"", "cm:unit unit:x ;\n\tcm:timing \"co\""),
        (
            "unknown-name",
            f'<{BASE}requisite/lab__2>: cm:unit "{BASE}unit/x" is no unit that is '
            "described here.",
        ),
    ),
    "a reference is a text": (
        ("cm:tests outcome:lecture__vis", 'cm:tests "lecture/vis"'),
        (
            "unknown-name",
            f'<{BASE}assessment/lecture__exam>: cm:tests "lecture/vis" is no outcome that '
            "is described here.",
        ),
    ),
    "something stands in the wrong place": (
        ("cm:workload workload:lecture", "cm:workload outcome:lecture__vis"),
        (
            "wrong-type",
            f"<{BASE}unit/lecture>: cm:workload <{BASE}outcome/lecture__vis> is not a "
            "cm:Workload of this node.",
        ),
        ("orphan", f"Nothing leads to <{BASE}workload/lecture>."),
    ),
    "nothing leads to something": (
        ("\n\tcm:workload workload:lecture ;", ""),
        ("orphan", f"Nothing leads to <{BASE}workload/lecture>."),
    ),
    "a property is misspelt": (
        ('cm:status "declared"', 'cm:statuss "declared"'),
        (
            "unknown-field",
            f"<{BASE}contribution/lecture__vis__vis>: There is no property called cm:statuss. "
            'Did you mean "cm:status"?',
        ),
    ),
    "a property stands on the wrong node": (
        ('cm:status "declared"', "cm:hours 2"),
        ("unknown-field", f"<{BASE}contribution/lecture__vis__vis> cannot say cm:hours."),
    ),
    "a class is misspelt": (
        ("unit:lab a cm:Unit", "unit:lab a cm:Units"),
        (
            "unknown-name",
            f'<{BASE}unit/lab>: There is no class called cm:Units. Did you mean "cm:Unit"?',
        ),
        (
            "unknown-name",
            f'<{BASE}plan-item/medicine__1>: cm:unit "{BASE}unit/lab" is no unit that is '
            "described here.",
        ),
        *(("orphan", f"Nothing leads to <{BASE}requisite/lab{n}>.") for n in ("", "__1", "__2")),
    ),
    "an IRI does not end in an id": (
        ("institution:school a", "<https://other.org/university> a cm:Institution ;\n"
         '\tschema:name "Other"@en .\ninstitution:school a'),
        ("bad-form", "<https://other.org/university> does not end in an id."),
    ),
    "a level is of another scale than the framework's": (
        ("competency:vis a", "scale:other a cm:Scale ;\n\tdcterms:title \"O\"@en ;\n\t"
         "skos:hasTopConcept level:other__x .\nlevel:other__x a cm:Level ;\n\t"
         'skos:prefLabel "X"@en .\ndescriptor:vis__x a cm:Descriptor ;\n\tcm:level '
         'level:other__x ;\n\tdcterms:description "D"@en .\ncompetency:vis cm:descriptor '
         "descriptor:vis__x ; a"),
        (
            "wrong-type",
            f'<{BASE}descriptor/vis__x>: cm:level "other__x" is not in "miller".',
        ),
    ),
    "the IRI of a node names something else than the node": (
        ("competency:vis a", "competency:x a cm:Competency ;\n\tskos:inScheme "
         "framework:framework ;\n\tskos:prefLabel \"X\"@en ;\n\tcm:requirement "
         "competency-requirement:x__y .\ncompetency-requirement:x__y a cm:Requirement ;\n\t"
         "cm:competency competency:vis ;\n\tcm:level level:miller__does .\ncompetency:vis a"),
        (
            "bad-form",
            f"<{BASE}competency-requirement/x__y> does not end in the competency it states, "
            '"vis".',
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("why", WRONG)
def test_a_document_is_refused_when(why: str) -> None:
    change, *expected = WRONG[why]
    with pytest.raises(InvalidProject) as error:
        native.read(edited(change), "turtle", "partner.ttl")
    found = [(problem.code, problem.message) for problem in error.value.problems]
    assert found == sorted(expected)
    assert {problem.where for problem in error.value.problems} == {Where("partner.ttl")}


def test_all_problems_are_reported_at_once() -> None:
    changes = [change for name, (change, *_) in WRONG.items() if name.startswith("a word")]
    changes.append(('"28.0"^^xsd:double', '"two"^^xsd:double'))
    with pytest.raises(InvalidProject) as error:
        native.read(edited(*changes), "turtle", "partner.ttl")
    assert [problem.code for problem in error.value.problems] == ["unknown-name", "wrong-type"]


def test_a_document_without_a_catalogue_is_refused() -> None:
    with pytest.raises(InvalidProject) as error:
        native.read("<http://a/b> <http://a/c> 1 .", "turtle", "partner.ttl")
    message = "Exactly one node is a cm:Catalogue; here no node."
    assert error.value.problems == [Problem(Where("partner.ttl"), "not-a-catalogue", message)]


@pytest.mark.parametrize(
    ("syntax", "document", "line", "reason"),
    [
        ("turtle", "<http://a> <http://b> 1 .\n<c> 2 .", 2, "No scheme found in an absolute IRI"),
        ("json-ld", "[{", 1, None),
        ("rdf-xml", "<rdf", 0, None),
    ],
)
def test_text_that_is_no_rdf_is_one_problem_at_its_line(
    syntax: str, document: str, line: int, reason: str | None
) -> None:
    with pytest.raises(InvalidProject) as error:
        native.read(document, syntax, "partner")
    (problem,) = error.value.problems
    assert (problem.code, problem.where.line) == ("syntax", line)
    assert problem.message.startswith("This is not ")
    assert reason is None or problem.message.endswith(f"as a program can read it: {reason}.")


def test_other_vocabularies_and_other_nodes_are_passed_over() -> None:
    document = edited(("unit:lab a", 'unit:lab <http://p.org/colour> "red" ; a'))
    document += "<http://p.org/x> a <http://p.org/Y> .\n"
    assert native.read(document, "turtle", "file") == small()


def test_a_partner_may_take_something_away_from_a_list() -> None:
    document = edited(
        (" , requisite:lab__2 .", " ."),
        ("requisite:lab__2 a cm:Needs", "requisite:lab__2 a schema:Thing"),
    )
    assert native.read(document, "turtle", "f").units["lab"].requires == AnyOf((pre("lecture"),))


def test_units_a_stale_order_does_not_name_come_last() -> None:
    document = edited(('cm:order "units lecture lab"', 'cm:order "units lecture gone"'))
    plan = native.read(document, "turtle", "f").programmes["medicine"].plan
    assert plan[0].units == ("lecture", "lab")
