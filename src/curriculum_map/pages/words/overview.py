"""What the overview of the programmes says."""

from __future__ import annotations

from curriculum_map.pages.words.phrase import Phrases, Words

WORDS: Phrases = {
    "overview_title": Words(
        "What the curriculum covers", "Wat het curriculum dekt", "Mida õppekavad katavad"
    ),
    "overview_lead": Words(
        "A row is a programme and the profile it aims at: how many of the required competencies it"
        " touches, can reach, reaches with every student, and also assesses.",
        "Een rij is een opleiding met het profiel dat zij nastreeft: hoeveel van de vereiste"
        " competenties zij aanraakt, kan bereiken, bij elke student bereikt en ook toetst.",
        "Rida on õppekava koos profiiliga, mille poole see püüdleb: kui palju nõutud pädevustest"
        " see käsitleb, võimaldab, tagab igale üliõpilasele ja ka hindab.",
    ),
    "nothing_required": Words("nothing required", "niets vereist", "midagi ei nõuta"),
    "no_programmes": Words(
        "No programme is described yet.",
        "Er is nog geen opleiding beschreven.",
        "Ühtegi õppekava ei ole veel kirjeldatud.",
    ),
    "figures_defined": Words(
        "What the four figures mean",
        "Wat de vier cijfers betekenen",
        "Mida neli näitajat tähendavad",
    ),
    "states_defined": Words(
        "What the words for states and gaps mean",
        "Wat de woorden voor standen en hiaten betekenen",
        "Mida seisude ja puudujääkide nimetused tähendavad",
    ),
    "limits_lead": Words(
        "What the figures of a programme do not say, in the words of those who described it.",
        "Wat de cijfers van een opleiding niet zeggen, in de woorden van wie haar beschreef.",
        "Mida õppekava näitajad ei ütle, nende sõnadega, kes selle kirjeldasid.",
    ),
    "kinds_of_gaps": Words("Gaps by kind", "Hiaten naar soort", "Puudujäägid liigi järgi"),
    "shown_programmes": Words(
        "{count} of {of} rows are shown.",
        "{count} van {of} rijen worden getoond.",
        "Näidatakse {count} rida {of}-st.",
    ),
    "compare": Words("Compare", "Vergelijken", "Võrdle"),
    "compare_this": Words("Compare {name}", "{name} vergelijken", "Võrdle: {name}"),
    "compare_lead": Words(
        "A row is a competency, a column is a programme with its profile: the level every student"
        " reaches, beside the level that is required.",
        "Een rij is een competentie, een kolom een opleiding met haar profiel: het niveau dat elke"
        " student bereikt, naast het niveau dat vereist is.",
        "Rida on pädevus, veerg on õppekava koos profiiliga: tase, milleni jõuab iga üliõpilane,"
        " nõutud taseme kõrval.",
    ),
    "compare_none": Words(
        "Tick two or more programmes to see them side by side.",
        "Vink twee of meer opleidingen aan om ze naast elkaar te zien.",
        "Märgi kaks või enam õppekava, et näha neid kõrvuti.",
    ),
    "compare_cell": Words("required {required}", "vereist {required}", "nõutud {required}"),
    "compare_extra": Words("not required", "niet vereist", "ei nõuta"),
    "compare_neither": Words(
        "neither required nor taught", "niet vereist en niet onderwezen", "ei nõuta ega õpetata"
    ),
    "compare_gaps": Words("Only gaps", "Alleen hiaten", "Ainult puudujäägid"),
    "download_table": Words("Download this table", "Deze tabel downloaden", "Laadi tabel alla"),
    "every_institution": Words("all institutions", "alle instellingen", "kõik asutused"),
    "general_gaps": Words(
        "Findings outside any programme",
        "Bevindingen buiten de opleidingen",
        "Leiud väljaspool õppekavu",
    ),
    "general_lead": Words(
        "These concern units and profiles that no programme uses yet.",
        "Deze gaan over onderwijseenheden en profielen die nog geen opleiding gebruikt.",
        "Need puudutavad õppeüksusi ja profiile, mida ükski õppekava veel ei kasuta.",
    ),
}
