"""What the commands say around an answer, in the languages that answers speak."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from curriculum_map.cli.app import LANGUAGE

if TYPE_CHECKING:
    import typer


class Words(NamedTuple):
    """A template in each language."""

    en: str
    nl: str
    et: str


WORDS: Mapping[str, Words] = {
    "thousands": Words(",", ".", "\N{NO-BREAK SPACE}"),
    "decimal": Words(".", ",", ","),
    "hours": Words("{number} h", "{number} uur", "{number} h"),
    "of": Words("{count} of {of}", "{count} van {of}", "{count} / {of}"),
    # Headings
    "compared": Words(
        "{programme}, compared with {profile}",
        "{programme}, vergeleken met {profile}",
        "{programme}, võrreldud: {profile}",
    ),
    "no-profile": Words("no role profile", "geen rolprofiel", "rolliprofiil puudub"),
    "chain-and-order": Words(
        "{programme}: chain and order",
        "{programme}: keten en volgorde",
        "{programme}: ahel ja järjekord",
    ),
    "whole": Words("The project as a whole", "Het project als geheel", "Projekt tervikuna"),
    "term": Words("Term {term}", "Periode {term}", "{term}. periood"),
    "not-reached": Words("Not reached", "Niet bereikt", "Jääb saavutamata"),
    "open-now": Words("Open now", "Nu mogelijk", "Praegu võimalik"),
    "to-add": Words("To add", "Toe te voegen", "Lisada"),
    "alternative": Words("Alternative {number}", "Alternatief {number}", "{number}. alternatiiv"),
    "no-unit-closes": Words(
        "Gaps that no existing unit closes",
        "Hiaten die geen bestaande onderwijseenheid opvult",
        "Puudujäägid, mida ükski olemasolev õppeüksus ei kõrvalda",
    ),
    "required": Words(
        "Required competencies, compared with {profile}",
        "Vereiste competenties, vergeleken met {profile}",
        "Nõutud pädevused, võrreldud: {profile}",
    ),
    # Lines beside an answer
    "nothing-to-compare": Words(
        "Nothing to compare: a programme is compared with the role profile it aims at, or with "
        "the one that --profile names.",
        "Niets te vergelijken: een opleiding wordt vergeleken met het rolprofiel waarop zij is "
        "gericht, of met het profiel dat --profile noemt.",
        "Midagi ei ole võrrelda: õppekava võrreldakse rolliprofiiliga, millele see on suunatud, "
        "või profiiliga, mille nimetab --profile.",
    ),
    "no-findings": Words("No findings.", "Geen bevindingen.", "Leide ei ole."),
    "nothing-open": Words(
        "Nothing is open now.", "Nu is niets mogelijk.", "Praegu ei ole midagi võimalik."
    ),
    "no-difference": Words(
        "No finding comes or goes.",
        "Geen bevinding komt erbij of verdwijnt.",
        "Ükski leid ei lisandu ega kao.",
    ),
    "findings": Words(
        "Findings: {appears} new, {disappears} gone, {changes} at another level.",
        "Bevindingen: {appears} nieuw, {disappears} verdwenen, {changes} op een ander niveau.",
        "Leiud: {appears} uut, {disappears} kadunud, {changes} teisel tasemel.",
    ),
    "coverage": Words(
        "Coverage of {programme}, {profile}: {figures}.",
        "Dekking van {programme}, {profile}: {figures}.",
        "Katvus, {programme}, {profile}: {figures}.",
    ),
    "lost": Words(
        "Units that lose a requisite: {units} (--show requisites).",
        "Onderwijseenheden die een ingangseis verliezen: {units} (--show requisites).",
        "Õppeüksused, mis kaotavad eelduse: {units} (--show requisites).",
    ),
    "broken": Words(
        "Paths that break: {count} (--show paths).",
        "Leerpaden die doodlopen: {count} (--show paths).",
        "Katkevad õpiteed: {count} (--show paths).",
    ),
    "renamed": Words(
        "Renamed: {count} (--show things).",
        "Hernoemd: {count} (--show things).",
        "Ümber nimetatud: {count} (--show things).",
    ),
}
"""Key to template; columns, codes and ids are the same in every language."""


class Say:
    """Says what stands around an answer, in one language."""

    def __init__(self, language: str = "") -> None:
        """Prepare to speak one of the fields of `Words`; empty means English."""
        self._place = Words._fields.index(language) if language else 0

    def __call__(self, key: str, **parts: object) -> str:
        """Say something."""
        return WORDS[key][self._place].format_map(parts)

    def hours(self, hours: float) -> str:
        """Say an amount of hours, in tenths."""
        from curriculum_map.analysis.speech import tenths

        signs = {",": self("thousands"), ".": self("decimal")}
        number = "".join(signs.get(sign, sign) for sign in f"{tenths(hours):,.10g}")
        return self("hours", number=number)


def language_of(ctx: typer.Context) -> str:
    """Give the language the command was asked to answer in; empty for none."""
    return str(ctx.meta.get(LANGUAGE, ""))
