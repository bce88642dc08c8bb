"""The page that explains every code, put together from where the codes are defined."""

from __future__ import annotations

from collections.abc import Mapping

ABOUT_TEXT: Mapping[str, str] = {
    "alias": "YAML's `&name` and `*name` are not used. Write the text out where it is needed.",
    "bad-key": "A name in a file is a list or a map. Write a plain name before the colon.",
    "control-character": "An invisible character stands in the text. Delete it.",
    "duplicate-key": "The same name stands twice in one map. Delete or rename one; both places "
    "are named.",
    "empty-file": "The file says nothing. Write something, or delete it.",
    "many-documents": "A second document begins in the file (`---`). Give it a file of its own.",
    "not-a-mapping": "The file is a list or a bare text. It begins with a name and a colon.",
    "not-a-project": "The folder has neither `competencies/` nor `curricula/`. Asking about it "
    "makes no sense (exit code 2).",
    "not-utf-8": "The file is saved in another encoding. Save it as UTF-8.",
    "outside-project": "A link leads out of the project folder and is not followed.",
    "syntax": "The file cannot be read beyond this place. What stands before it was checked.",
    "tag": "YAML's `!type` is not used. Take it away.",
    "too-deep": "Lists and maps are nested too deeply.",
    "too-large": "The file is larger than anything a person writes. Split it.",
    "unread-file": "Warning. A file of a kind that is not read lies among the sources.",
    "unreadable": "The system does not let the file be read.",
}
ABOUT_FIELDS: Mapping[str, str] = {
    "bad-form": "A text has not the form it must have, such as an id, a web address or a language.",
    "bad-number": "A number is missing, not whole or out of its range. Decimals have a point.",
    "bad-requisite": "A requisite is neither a unit nor one of `all`, `any`, `co`, `strict-co`.",
    "empty-text": "A text is there but says nothing. Write it, or take the line away.",
    "missing-field": "Something that must be said is not.",
    "missing-language": "Warning. A text lacks one of the languages of the project.",
    "twice-in-list": "The same thing stands twice in a list.",
    "two-heads": "A file describes both a framework and a programme at its top.",
    "unknown-field": "A name means nothing where it stands. The nearest known one is suggested.",
    "wrong-type": "A text, list or map stands where something else belongs.",
}
ABOUT_NAMES: Mapping[str, str] = {
    "duplicate-id": "Two things of one kind have the same id, or ids that differ only in upper and "
    "lower case. Both places are named.",
    "scales-not-comparable": "A level of one scale is used on another, and no crosswalk says what "
    "it counts as there.",
    "unknown-name": "Nothing has this id, or it is not one of the words allowed. The nearest known "
    "one is suggested.",
}
ABOUT_THE_WHOLE: Mapping[str, str] = {
    "bad-group": "An elective group says both how many units and how many credits to choose.",
    "credits-not-stated": "Students choose credits, but a unit of the group has none.",
    "empty-group": "A place of a plan names no units.",
    "group-cannot-be-met": "Students are to choose more than the group offers.",
    "parts-cycle": "Things are parts of each other. The cycle is written out.",
    "requirement-cycle": "Competencies require each other. The cycle is written out.",
    "requisite-cannot-be-met": "A unit requires one of no units.",
    "requisite-cycle": "Units require each other so that nobody can begin. The cycle is written "
    "out. A cycle that an alternative (`any`) leads around, or co-requisites in the same term, "
    "are no problem.",
    "scale-without-levels": "A scale names no levels.",
    "unit-twice-in-plan": "A unit stands twice in the plan of one programme.",
}
ABOUT_QUESTIONS: Mapping[str, str] = {
    "bad-query": "A query is not SPARQL, or changes something, or a server does not understand it. "
    "The line and column are those of the query.",
    "bad-question": "What was asked for does not go together.",
    "cannot-write": "The system does not let the file or folder be written. Nothing was changed.",
    "endpoint-failed": "A server refused, did not answer in time or could not be reached. After "
    "`push` the message says whether everything there is as it was.",
    "file-in-use": "An import would replace a file, or cannot put what changed into it. Nothing "
    "was written.",
    "folder-in-use": "A new project was asked for where there is something already.",
    "no-solver": "The program was installed without the solver its pages bring along. Install it "
    "again.",
    "not-a-version": "What is to be compared is neither a folder nor a revision git knows.",
    "port-in-use": "`serve` was told to use a port that it may not have. Name another, or none.",
    "invalid-project": "The project has errors; they are listed, and no answer is given.",
    "undeclared": "A file does not say what it means. What it seems to mean is shown; nothing was "
    "written.",
    "unusable-shapes": "A file of SHACL shapes made the engine break down.",
}

ABOUT_OTHER_FORMATS: Mapping[str, str] = {
    "bad-csv": "A quoted cell of a CSV file never ends, or the row cannot be read as cells.",
    "adds-to-unit": "Warning. A matrix says more of a unit than the project does. The import "
    "writes it into the file of the unit.",
    "ambiguous-title": "A matrix names something by a title that several things have.",
    "bad-declaration": "What is said about a matrix does not go together.",
    "changed-twice": "Warning. What changed in the source of an import was changed in the "
    "project, too. The project keeps what it says; both texts are shown.",
    "cells-disagree": "Two sheets of a matrix say different things of one unit and competency.",
    "code-without-level": "A cell of a matrix says that something is assessed, but not how far.",
    "cut-text": "Warning. A name has just as many characters as Moodle leaves of one.",
    "no-framework": "A file of Moodle has no row, or several, that say what framework it is.",
    "near-title": "Warning. Something new in a matrix is called much like something there is.",
    "no-matrix": "No sheet of a file looks like a matrix.",
    "unknown-code": "A cell of a matrix holds a code nobody has said the meaning of.",
    "not-one-file": "One file is read here, and a folder or an archive was named.",
    "no-table": "No sheet of a workbook, or no CSV file, has the name of a table.",
    "no-concept": "A vocabulary to be imported holds no `skos:Concept`.",
    "markup": "Warning. HTML stands in texts of a JSON file. It is kept as text, not followed.",
    "nothing-found": "Nothing of what the format describes stands in the file or answer.",
    "not-a-catalogue": "A file to be imported as `rdf` was not written by `export rdf`.",
    "passed-over": "Warning. Something has no place in a project, and is counted.",
}

ABOUT_TABLES: Mapping[str, str] = {
    "formula-without-value": "Warning. A formula has gone wrong, or was never worked out, and its "
    "cell counts as empty.",
    "missing-column": "A table has not the column that says what a row is about. It is not read.",
    "ragged-row": "A row of a CSV file has more cells than there are headings. Warning where it "
    "has fewer.",
    "repeated-heading": "Two columns of a table have the same heading. The second is not read.",
    "second-row": "The table about the project has more than one row.",
    "unknown-column": "Warning. A heading means nothing in its table, or a column has none, and "
    "the column is not read.",
    "unread-table": "Warning. A sheet or CSV file has not the name of a table, or says what "
    "curriculum-map.toml says, and is not read.",
}

PROBLEMS: Mapping[str, Mapping[str, str]] = {
    "Text and files": ABOUT_TEXT,
    "Fields": ABOUT_FIELDS,
    "Names": ABOUT_NAMES,
    "The whole": ABOUT_THE_WHOLE,
    "Tables": ABOUT_TABLES,
}
"""What can be wrong with files: group to code to what it means and what to do."""

PAGE = """\
# Problems and findings

Every line that `check` and `gaps` print ends in or has a code. Codes never change once released.
This page is made by the program.

## Problems in files

`curriculum-map check` reports all of them in one run. Errors keep the project from being used;
warnings do not.

{problems}
### Files in other formats

`import` reports these.

{others}

## Findings in a curriculum

`curriculum-map gaps` gives them, in this order. `what-if` and `diff` tell which of them come and
go, and beside them of `redundant`, which [the definitions](definitions.md#redundant) explain.

{findings}

## Questions that make no sense

These end a command with exit code 2 (1 for `invalid-project`).

{questions}
"""


def problems_page() -> str:
    """Give docs/problems.md."""
    from curriculum_map.analysis.definitions import FINDINGS

    groups = [f"### {title}\n\n{_table(codes)}\n" for title, codes in PROBLEMS.items()]
    return PAGE.format(
        problems="\n".join(groups),
        others=_table(ABOUT_OTHER_FORMATS),
        findings=_table(FINDINGS),
        questions=_table(ABOUT_QUESTIONS),
    )


def _table(codes: Mapping[str, str]) -> str:
    rows = [f"| `{code}` | {meaning} |" for code, meaning in codes.items()]
    return "\n".join(["| code | meaning |", "|---|---|", *rows])
