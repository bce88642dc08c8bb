"""What the heat map of competencies and units says."""

from __future__ import annotations

from curriculum_map.pages.words.phrase import Phrases, Words

WORDS: Phrases = {
    "heat": Words("Competencies and units", "Competenties en eenheden", "Pädevused ja õppeüksused"),
    "heat_lead": Words(
        "A row is a competency, a column is a unit: the number and the shade say which"
        " level a student holds after it, an empty cell that it does not work on the competency.",
        "Een rij is een competentie, een kolom een onderwijseenheid: getal en tint zeggen welk"
        " niveau een student daarna heeft, een lege cel dat zij niet aan de competentie werkt.",
        "Rida on pädevus, veerg on õppeüksus: arv ja toon näitavad, milline tase on üliõpilasel"
        " pärast seda; tühi lahter tähendab, et õppeüksus pädevust ei käsitle.",
    ),
    "cell_hint": Words(
        "A number leads to the outcomes and the evidence behind it.",
        "Een getal leidt naar de leeruitkomsten en het bewijs erachter.",
        "Arv viib õpiväljundite ja tõenditeni, millele see toetub.",
    ),
    "cell_means": Words("{level}: {title}", "{level}: {title}", "{level}: {title}"),
    "tested_sign": Words("an assessment tests it", "een toets toetst het", "seda hinnatakse"),
    "elective_sign": Words(
        "chosen by some students", "door sommige studenten gekozen", "valivad mõned üliõpilased"
    ),
    "part": Words("a part of it", "een deel ervan", "selle osa"),
    "part_sign": Words(
        "a part of the competency only",
        "alleen een deel van de competentie",
        "ainult osa pädevusest",
    ),
    "needed": Words("Needed", "Nodig", "Nõutud"),
    "reached": Words("Reached by all", "Door allen bereikt", "Kõigil saavutatud"),
    "reached_by_some": Words("by some", "door sommigen", "mõnel"),
    "assessed_short": Words("Assessed", "Getoetst", "Hinnatud"),
    "chain": Words("Held down by", "Gehinderd door", "Takistab"),
    "choose": Words("choose {count}", "kies er {count}", "vali {count}"),
    "choose_credits": Words("choose {credits} EC", "kies {credits} EC", "vali {credits} EAP"),
    "extra_rows": Words(
        "Taught, but not required", "Onderwezen, maar niet vereist", "Õpetatakse, kuid ei nõuta"
    ),
    "outside_areas": Words("Other competencies", "Andere competenties", "Muud pädevused"),
    "no_rows": Words(
        "Nothing is required, and nothing is taught.",
        "Er is niets vereist en er wordt niets onderwezen.",
        "Midagi ei nõuta ja midagi ei õpetata.",
    ),
    "only_gaps": Words("Only gaps", "Alleen hiaten", "Ainult puudujäägid"),
    "sort": Words("Order of the rows", "Volgorde van de rijen", "Ridade järjekord"),
    "sort_area": Words("by area", "naar domein", "valdkonna järgi"),
    "sort_name": Words("by name", "op naam", "nime järgi"),
    "sort_state": Words("worst state first", "slechtste stand eerst", "halvim seis enne"),
    "sort_needed": Words("highest need first", "hoogste eis eerst", "kõrgeim nõue enne"),
    "sort_reached": Words("lowest reached first", "laagst bereikt eerst", "madalaim saavutus enne"),
    "heat_text": Words("Competency or unit", "Competentie of eenheid", "Pädevus või õppeüksus"),
    "heat_shown": Words(
        "{count} of {of} competencies are shown.",
        "{count} van {of} competenties worden getoond.",
        "Näidatakse {count} pädevust {of}-st.",
    ),
    "download_heat": Words(
        "Download the heat map", "De heatmap downloaden", "Laadi soojuskaart alla"
    ),
}
