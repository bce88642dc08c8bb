"""What answers say, in Dutch."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # Words that sentences are put together from
    "quoted": "“{words}”",
    "decimal": ",",
    "and": " en ",
    "or": " of ",
    "more": "nog {count}",
    "year": "jaar {year}",
    "year:term": "jaar {year}, periode {term}",
    "year:unknown": "jaar niet vermeld",
    "elective": "keuzeonderdeel",
    "at": "op niveau {level}",
    "at:nothing": "zonder niveau",
    "goal": "{competency} {at}",
    "in:one": "in {units}",
    "in:many": "in {units}",
    "along": "via {chain} ",
    "units:one": "{count} onderwijseenheid",
    "units:many": "{count} onderwijseenheden",
    "terms:one": "{count} periode",
    "terms:many": "{count} periodes",
    # States of required competencies
    "absent": (
        "{competency} is vereist {at}; geen enkele onderwijseenheid in het studieprogramma van "
        "{programme} draagt eraan bij."
    ),
    "absent:parts": (
        "{competency} is vereist {at}; geen enkele onderwijseenheid in het studieprogramma van "
        "{programme} draagt bij aan het geheel of aan een onderdeel ervan."
    ),
    "below": (
        "{competency} is vereist {at}; het studieprogramma komt {along}{units} tot niveau {level}."
    ),
    "below:nothing": (
        "{competency} is vereist {at}; het studieprogramma komt {along}tot geen enkel niveau."
    ),
    "elective-only": (
        "{competency} is vereist {at}; sommige studenten bereiken dat {along}{units}, maar andere "
        "komen niet verder dan niveau {level}."
    ),
    "elective-only:nothing": (
        "{competency} is vereist {at}; sommige studenten bereiken dat {along}{units}, maar andere "
        "bereiken geen enkel niveau."
    ),
    "not-assessed": (
        "{competency} is vereist {at}; elke student bereikt dat {along}{units}, maar niet elke "
        "student wordt boven niveau {level} getoetst."
    ),
    "not-assessed:nothing": (
        "{competency} is vereist {at}; elke student bereikt dat {along}{units}, maar niet elke "
        "student wordt erop getoetst."
    ),
    # Order along a plan
    "needs:none": "één van nul onderwijseenheden",
    "needs:pre": "vooraf {unit}",
    "needs:co": "vooraf of in dezelfde periode {unit}",
    "needs:strict-co": "in dezelfde periode {unit}",
    "requisite-missing": (
        "Ingangseis van {unit} is {needs}, en dat ontbreekt in het studieprogramma van {programme}."
    ),
    "requisite-late": "{unit} vereist {needs}.",
    "requisite-elective": (
        "Elke student volgt {unit}, met als ingangseis {needs}; een student kan keuzeonderdelen zo "
        "kiezen dat daaraan niet op tijd is voldaan."
    ),
    "requirement-unreached": (
        "{competency} komt aan bod in {unit} en vereist {needed} {at}; tot dan toe komt het "
        "studieprogramma tot niveau {level}."
    ),
    "requirement-unreached:nothing": (
        "{competency} komt aan bod in {unit} en vereist {needed} {at}; tot dan toe komt het "
        "studieprogramma tot geen enkel niveau."
    ),
    "level-falls": (
        "{competency} daalt van niveau {low} in {before} naar niveau {high} in {after}."
    ),
    "level-jumps": (
        "{competency} springt van niveau {low} in {before} naar niveau {high} in {after}."
    ),
    "assessed-before-taught": (
        "{assessment} in {testing} toetst {outcome}, maar dat komt pas in {unit} aan bod."
    ),
    "redundant": (
        "{competency} wordt op niveau {level} onderwezen {units}, zonder dat het niveau daarna "
        "stijgt."
    ),
    # The chain from profile to assessment
    "unit-without-outcome": "{unit} noemt geen leeruitkomst.",
    "unit-without-outcome:parts": (
        "{unit} noemt geen leeruitkomst, en geen van de onderdelen doet dat."
    ),
    "outcome-without-contribution": "{outcome} van {unit} draagt aan geen enkele competentie bij.",
    "outcome-without-contribution:weak": (
        "{outcome} van {unit} heeft geen bijdrage aan een competentie die zeker genoeg is."
    ),
    "outcome-not-tested": (
        "Geen enkele toets in het studieprogramma van {programme} toetst {outcome} van {unit}."
    ),
    "outcome-not-tested:anywhere": "Geen enkele toets toetst {outcome} van {unit}.",
    "assessment-tests-nothing": "{assessment} in {unit} toetst niets.",
    "unit-in-no-plan": "{unit} staat in geen enkel studieprogramma.",
    "profile-without-programme": "Geen enkele opleiding is op {profile} gericht.",
    "programme-without-profile": "{programme} is op geen enkel rolprofiel gericht.",
    "programme-without-units": "Het studieprogramma van {programme} heeft geen onderwijseenheden.",
    # What a change does
    "lost:late": "{unit} vereist {needed}, en dat komt niet meer op tijd.",
    "lost:late-enough": (
        "{unit} vereist {needed}, en dat komt niet meer op tijd; de overige ingangseisen volstaan."
    ),
    "lost:gone": "{unit} vereist {needed}, en dat ontbreekt nu in het studieprogramma.",
    "lost:gone-enough": (
        "{unit} vereist {needed}, en dat ontbreekt nu in het studieprogramma; de overige "
        "ingangseisen volstaan."
    ),
    # Side by side
    "cell": "{state}: {reached} van {required}",
    "nothing": "niets",
    # Costs
    "amount:hours": "{units}, {hours} uur",
    "amount:counted": "{units} (onderwijseenheden zijn geteld, want niet alle vermelden uren)",
    "proved": "Bewezen minimum: {amount}.",
    "unproved": "Niet bewezen: {amount}; hoogstens {percent} % boven het laagst mogelijke.",
    "unproved:unbounded": "Niet bewezen: {amount}; of het met minder kan, is niet bekend.",
    # Closing plans
    "closes:one": "vult het hiaat {gaps} op",
    "closes:many": "vult de hiaten {gaps} op",
    "required-by:one": "vereist door {units}",
    "required-by:many": "vereist door {units}",
    "elective-already": "al keuzeonderdeel van het studieprogramma",
    "nothing-to-add": "Er hoeft niets te worden toegevoegd.",
    "new-unit": "Een nieuwe onderwijseenheid moet in {chain} niveau {level} bereiken.",
    "new-unit:assessed": (
        "Een nieuwe onderwijseenheid moet in {chain} niveau {level} bereiken en toetsen."
    ),
    # Learning paths
    "gives:one": "draagt bij aan {goals}",
    "gives:many": "draagt bij aan {goals}",
    "needed-by:one": "nodig voor {units}",
    "needed-by:many": "nodig voor {units}",
    "opens:one": "geeft toegang tot {units}",
    "opens:many": "geeft toegang tot {units}",
    "all-there": "Alles is er al.",
    "no-help": "Geen enkele onderwijseenheid helpt.",
    "path:partly:one": "Eén doel is niet haalbaar; dit leidt naar de andere: {verdict}",
    "path:partly:many": "{count} doelen zijn niet haalbaar; dit leidt naar de andere: {verdict}",
    "path": "{verdict} Geen leerpad dat even weinig vraagt, duurt korter dan {terms}.",
    "path:unproved": (
        "{verdict} Het duurt {terms}; of een leerpad dat even weinig vraagt korter duurt, is niet "
        "bewezen."
    ),
    # What is in the way
    "asked": "Gevraagd is {requirement}",
    "required": "{unit} vereist {requirement}",
    "blocked": "{begin}, maar {why}.",
    "blocked:waiting": "{begin}, en onderwijseenheden op die weg wachten op elkaar.",
    "blocked:nothing": "{begin}. Geen enkele onderwijseenheid draagt eraan bij.",
    "blocked:never": "{begin}. Daaraan kan niemand voldoen.",
    "blocked:nearest": (
        "{begin}. Geen enkele onderwijseenheid leidt zo ver; {unit} leidt tot niveau {level}."
    ),
    "blocked:order": (
        "De onderwijseenheden die daarheen leiden, moeten in dezelfde periode worden gevolgd, en "
        "er is geen periode waarin ze allemaal passen of worden aangeboden."
    ),
    "shut:left-out": "{unit} van {institution} moet worden weggelaten",
    "shut:institution": "{unit} van {institution} komt niet van een gevraagde instelling",
    "shut:language": (
        "{unit} van {institution} vermeldt niet dat het in een gevraagde taal wordt gegeven"
    ),
    "shut:plan": "{unit} van {institution} staat niet in het studieprogramma",
    "shut:terms": "{unit} van {institution} wordt niet aangeboden in een jaar van {terms}",
    "shut:hours-unknown": (
        "{unit} van {institution} vermeldt geen uren, zodat niemand kan zeggen of het in een "
        "periode past"
    ),
    "shut:credits-unknown": (
        "{unit} van {institution} vermeldt geen studiepunten, zodat niemand kan zeggen of het in "
        "een periode past"
    ),
    "shut:hours": "{unit} van {institution} is meer dan {amount} uur",
    "shut:credits": "{unit} van {institution} is meer dan {amount} studiepunten",
}
"""Key to template."""
