"""What a field can and cannot say, and where a mistake in it is named."""

from __future__ import annotations

import pytest

from written import read, said, unit

FIELDS = {
    "workload: -1": ['3:11: "-1" is not a number from 0 to 10,000. (bad-number)'],
    "workload: .nan": ['3:11: ".nan" is not a number from 0 to 10,000. (bad-number)'],
    "workload: NaN": ['3:11: "NaN" is not a number from 0 to 10,000. (bad-number)'],
    "workload: 1e999": ['3:11: "1e999" is not a number from 0 to 10,000. (bad-number)'],
    "workload: 10000.1": ['3:11: "10000.1" is not a number from 0 to 10,000. (bad-number)'],
    "workload: {hours: 1_000}": ['3:19: "1_000" is not a number from 0 to 10,000. (bad-number)'],
    "workload: [1]": ["3:11: Here belongs a map with the fields of a workload, not a list. "
                      "(wrong-type)"],
    "credits: '2,5'": ['3:10: "2,5" is not a number from 0 to 500. Write "2.5". (bad-number)'],
    "credits: '2.500,0'": ['3:10: "2.500,0" is not a number from 0 to 500. (bad-number)'],
    "credits: {}": ['3:10: Credits need "ec". (missing-field)'],
    "credits: inf": ['3:10: "inf" is not a number from 0 to 500. (bad-number)'],
    "credits: ٣": ['3:10: "٣" is not a number from 0 to 500. (bad-number)'],
    "learners: 1.5": ['3:11: "1.5" is not a whole number from 0 to 10,000,000. (bad-number)'],
    "terms: [1, 13]": ['3:12: "13" is not a whole number from 1 to 12. (bad-number)'],
    "terms: {year: 1}": ["3:8: Here belongs a whole number from 1 to 12, not a map. (wrong-type)"],
    "assumed: perhaps": ['3:10: Here belongs true or false, not "perhaps". (wrong-type)'],
    "code: [a]": ["3:7: Here belongs a text, not a list. (wrong-type)"],
    "delivery: onsite": ['3:11: There is no delivery called "onsite". Did you mean "on-site"? '
                         "(unknown-name)"],
    "delivery: [online]": ["3:11: Here belongs one of on-site, online, blended, not a list. "
                           "(wrong-type)"],
    "url: www.school.nl": ['3:6: "www.school.nl" is not a web address (http:// or https://). '
                           "(bad-form)"],
    "url: {a: b}": ["3:6: Here belongs a web address (http:// or https://), not a map. "
                    "(wrong-type)"],
    "languages: [English]": ['3:13: "English" is not a language tag such as en, nl or et. '
                             "(bad-form)"],
    "description: [a]": ["3:14: Here belongs a text or a map from language to text, not a list. "
                         "(wrong-type)"],
    "description: {English: a}": ['3:15: "English" is not a language tag. Languages are written '
                                  "en, nl, et, ... (bad-form)"],
    "description: {en: [a]}": ["3:19: Here belongs a text, not a list. (wrong-type)"],
    "description: ' '": ["3:14: This text is empty. Write it, or take the line away. (empty-text)"],
    "description: {}": ["3:14: This text is empty. Write it, or take the line away. (empty-text)"],
    "description: {en: }": ["3:19: This text is empty. Write it, or take the line away. "
                            "(empty-text)"],
    "parts: [\na,\n]": ["2:9: Units are parts of each other: a > a. Take one of these links away. "
                        "(parts-cycle)"],
    "parts: [b, b]": ['3:9: There is no unit called "b". Known: a. (unknown-name)',
                      '3:12: "b" stands in this list already. (twice-in-list)',
                      '3:12: There is no unit called "b". Known: a. (unknown-name)'],
    "outcomes: [o]": ["3:11: Here belongs a map from id to outcome, not a list. (wrong-type)"],
    "outcomes: {a b: }": ['3:12: "a b" is not an id (letters a-z, digits, and single . - _ '
                          "between them). (bad-form)"],
    "workload: {weight: red, hours: 1}":
        ['3:12: "weight" says nothing about a workload. Known: assumed, hours, note, quote, '
         "source. (unknown-field)"],
    "workload: {hours: 2,5}":
        ['3:21: A comma begins another field, and "5" says nothing about a workload. If it belongs '
         "to a number, write the decimals behind a point. (unknown-field)"],
    "credit: 5": ['3:1: "credit" says nothing about a unit. Did you mean "credits"? '
                  "(unknown-field)"],
    "id: b": ['3:1: "id" says nothing about a unit. Did you mean "kind"? (unknown-field)'],
    "requires: {}": ["3:11: A requisite is the id of a unit, or has one key: all, any, co or "
                     "strict-co. (bad-requisite)"],
    "requires: {any: a}": ['3:17: Here belongs a list of requisites, not "a". (wrong-type)'],
    "requires: {al: [a]}": ['3:12: "al" says nothing about a requisite. Did you mean "all"? '
                            "(unknown-field)"],
    "requires: {any: [{}]}": ["3:18: A requisite is the id of a unit, or has one key: all, any, co "
                              "or strict-co. (bad-requisite)"],
    "requires: {co: [a]}": ["3:16: Here belongs the id of one unit, not a list. (wrong-type)"],
    "requires: {any: []}": ['2:9: "a" requires any of no units, which nobody can meet. Name some. '
                            "(requisite-cannot-be-met)"],
}  # fmt: skip


@pytest.mark.parametrize("fields", FIELDS)
def test_what_a_field_cannot_say_is_named_where_it_stands(fields):
    assert said(unit(fields)) == FIELDS[fields]


@pytest.mark.parametrize(
    "fields",
    [
        *("workload: 0", "workload: 10000", "workload: +.5", "workload: {hours: 1e3}"),
        *("assumed: TRUE", "assumed: 'false'", "terms: 1", "terms: [1.0, 2]", "workload:"),
        *("code: NO", "code: 012", "code: ''", "requires: []", "requires: {all: []}"),
        *("description: {nl: Uitleg, en: Text}", "parts:", "outcomes: {o: , p: {}}"),
    ],
)
def test_what_a_field_can_say_is_accepted(fields):
    assert said(unit(fields)) == []


def test_text_that_looks_like_something_else_stays_text():
    reading = read(unit("code: 012, note: NO, description: 1e3"))
    told = reading.catalogue.units["a"]
    assert (told.code, told.note, told.description.show()) == ("012", "NO", "1e3")


def test_a_message_stays_on_one_line_and_quotes_no_more_than_a_line():
    assert said(unit("delivery: 'on\n\n   site'")) == [
        '3:11: There is no delivery called "on site". Did you mean "on-site"? (unknown-name)'
    ]
    assert said(unit(f"url: {'x' * 90}")) == [
        f'3:6: "{"x" * 37}..." is not a web address (http:// or https://). (bad-form)'
    ]
