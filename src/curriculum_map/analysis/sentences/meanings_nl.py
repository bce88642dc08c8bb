"""What every figure, state and finding means, in Dutch."""

from __future__ import annotations

from collections.abc import Mapping

FIGURES: Mapping[str, str] = {
    "touched": (
        "Vereiste competenties waaraan ten minste één onderwijseenheid van het studieprogramma "
        "bijdraagt, op welk niveau dan ook."
    ),
    "possible": (
        "Vereiste competenties die een student door de keuze van keuzeonderdelen op het vereiste "
        "niveau kan bereiken. Een bovengrens voor een competentie met onderdelen: voor elke keten "
        "van onderdelen telt de eigen beste keuze, ook waar ketens om hetzelfde keuzeonderdeel "
        "strijden."
    ),
    "guaranteed": (
        "Vereiste competenties die elke student op het vereiste niveau bereikt, wat die ook kiest."
    ),
    "assessed": (
        "Vereiste competenties die elke student op het vereiste niveau bereikt, als alleen "
        "leeruitkomsten tellen die een toets toetst: een toets van dezelfde onderwijseenheid van "
        "het studieprogramma, of van een onderwijseenheid die elke student volgt."
    ),
}

GAP_STATES: Mapping[str, str] = {
    "absent": (
        "Geen enkele onderwijseenheid van het studieprogramma draagt bij aan de vereiste "
        "competentie of aan een onderdeel ervan."
    ),
    "below": (
        "Het studieprogramma draagt bij aan de vereiste competentie, maar geen enkele student kan "
        "het niveau bereiken."
    ),
    "elective-only": (
        "Een student kan het vereiste niveau bereiken, maar kan keuzeonderdelen ook zo kiezen dat "
        "dit niet gebeurt."
    ),
    "not-assessed": (
        "Elke student krijgt onderwijs tot het vereiste niveau, maar niet elke student wordt tot "
        "dat niveau getoetst."
    ),
}

OTHER_STATES: Mapping[str, str] = {
    "met": "Elke student krijgt onderwijs en wordt getoetst tot het vereiste niveau.",
    "extra": (
        "Een onderwijseenheid van het studieprogramma draagt bij aan de competentie, en het "
        "rolprofiel vereist die niet, en ook geen competentie waarvan zij een onderdeel is."
    ),
}

ORDER: Mapping[str, str] = {
    "requisite-missing": (
        "Aan de ingangseis van een onderwijseenheid kan met de onderwijseenheden van het "
        "studieprogramma en hun onderdelen niet worden voldaan, in welke volgorde dan ook."
    ),
    "requisite-late": (
        "Wat een onderwijseenheid vereist, staat in het studieprogramma, maar zeker op het "
        "verkeerde moment: niet ervoor, bij een gelijktijdige eis pas na de periode ervan, bij een "
        "strikt gelijktijdige eis in een andere periode."
    ),
    "requisite-elective": (
        "Elke student volgt de onderwijseenheid, maar een student kan keuzeonderdelen zo kiezen "
        "dat aan de ingangseis niet op tijd is voldaan."
    ),
    "requirement-unreached": (
        "Een onderwijseenheid draagt bij aan een competentie die een andere competentie vereist, "
        "en die andere heeft in die onderwijseenheid of ervoor zeker geen enkele student op het "
        "vereiste niveau bereikt."
    ),
    "level-falls": (
        "Een competentie wordt op een lager niveau onderwezen dan de vorige keer in hetzelfde "
        "studieprogramma."
    ),
    "level-jumps": (
        "Een competentie wordt meer dan één niveau hoger onderwezen dan de vorige keer in "
        "hetzelfde studieprogramma."
    ),
    "assessed-before-taught": (
        "Een toets komt zeker eerder dan elke onderwijseenheid van het studieprogramma met de "
        "leeruitkomst die wordt getoetst."
    ),
}

CHAIN: Mapping[str, str] = {
    "unit-without-outcome": (
        "De onderwijseenheid noemt geen leeruitkomst, en geen van de onderdelen doet dat."
    ),
    "outcome-without-contribution": "De leeruitkomst draagt aan geen enkele competentie bij.",
    "outcome-not-tested": (
        "Geen enkele toets van het studieprogramma toetst de leeruitkomst; bij een "
        "onderwijseenheid die in geen studieprogramma staat: helemaal geen toets."
    ),
    "assessment-tests-nothing": "De toets noemt geen leeruitkomst die wordt getoetst.",
    "unit-in-no-plan": (
        "De onderwijseenheid staat in geen studieprogramma, en geen onderwijseenheid waarvan zij "
        "een onderdeel is doet dat."
    ),
    "profile-without-programme": "Geen enkele opleiding is op het rolprofiel gericht.",
    "programme-without-profile": "De opleiding is op geen enkel rolprofiel gericht.",
    "programme-without-units": "Het studieprogramma van de opleiding heeft geen onderwijseenheden.",
}

REPETITION: Mapping[str, str] = {
    "redundant": (
        "Verschillende onderwijseenheden van het studieprogramma die een student samen kan volgen, "
        "dragen op hetzelfde niveau bij aan een competentie, en geen onderwijseenheid daarna gaat "
        "verder, voor zover jaren en periodes zijn vermeld."
    ),
    "spiral": (
        "Een competentie komt in het studieprogramma terug op een niveau dat zeker hoger is dan "
        "daarvoor: zo bedoeld, en niet dubbelop."
    ),
}

SIDES: Mapping[str, str] = {
    "required": "Het rolprofiel vereist de competentie.",
    "part": "Onderwezen, en alleen vereist als onderdeel van een andere competentie.",
    "none": "Niet vereist en niet onderwezen.",
}

METRICS: Mapping[str, str] = {
    "blocking": (
        "Blokkeerfactor: hoeveel andere niet kunnen beginnen voordat deze is gehaald, direct of "
        "via andere. Wie deze niet haalt, moet daar allemaal op wachten."
    ),
    "delay": (
        "Vertragingsfactor: hoeveel er staan op de langste keten van ingangseisen die door deze "
        "loopt, deze meegeteld; 1 als deze alleen staat. Wie deze niet haalt, kan het eind van die "
        "keten later bereiken."
    ),
    "centrality": (
        "Centraliteit: hoeveel er door deze loopt, als het totale aantal schakels van alle ketens, "
        "van een die niets vereist tot een die tot niets toegang geeft, die deze binnenin hebben; "
        "0 aan beide uiteinden van elke keten."
    ),
    "complexity": (
        "Structurele complexiteit: vertragingsfactor plus blokkeerfactor, en twee derde daarvan "
        "waar een jaar kwartalen heeft. Hoe hoger, hoe meer het kost om niet meteen te slagen."
    ),
    "requires": "Hoeveel andere deze direct vereist, voor zover die zijn meegeteld.",
    "opens": "Hoeveel andere deze direct vereisen.",
    "chains": (
        "Op hoeveel ketens van ingangseisen deze staat, van een die niets vereist tot een die tot "
        "niets toegang geeft, een plaats aan het uiteinde meegeteld."
    ),
    "share": (
        "Welk deel van alle ketens van ingangseisen dat is, van 0 tot 1. Wat tot andere toegang "
        "geeft en het grootste deel heeft, is een knelpunt."
    ),
}

METRIC_TOTALS: Mapping[str, str] = {
    "units": "Hoeveel er zijn geteld.",
    "requisites": "Hoeveel directe ingangseisen daartussen zijn geteld.",
    "blocking": "De som van alle blokkeerfactoren.",
    "delay": "De som van alle vertragingsfactoren.",
    "centrality": "De som van alle centraliteiten.",
    "complexity": (
        "De som van alle structurele complexiteiten. Van twee studieprogramma's met dezelfde "
        "inhoud legt dat met de kleinste som een student die een keer niet slaagt het minst in de "
        "weg."
    ),
    "longest": (
        "Hoeveel er op de langste keten van ingangseisen staan: zoveel periodes zijn ten minste "
        "nodig, gelijktijdige eisen daargelaten."
    ),
    "longest-chains": "Hoeveel ketens even lang zijn als de langste; 0 als niets vereist is.",
    "redundant": (
        "Ingangseisen die al uit andere ingangseisen volgen, zodat weglaten niets verandert."
    ),
    "circular": (
        "Ingangseisen die zijn weggelaten omdat ze in een kring lopen, zoals die van "
        "onderwijseenheden die samen worden gevolgd: ze zetten niets vooraan."
    ),
}

MEANINGS: Mapping[str, Mapping[str, str]] = {
    "figures": FIGURES,
    "gap_states": GAP_STATES,
    "other_states": OTHER_STATES,
    "order": ORDER,
    "chain": CHAIN,
    "repetition": REPETITION,
    "sides": SIDES,
    "metrics": METRICS,
    "metric_totals": METRIC_TOTALS,
}
"""Name of a group of definitions, and what each means; `other_states` are no gaps."""
