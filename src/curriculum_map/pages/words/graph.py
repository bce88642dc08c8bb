"""What the pages of the knowledge graph say."""

from __future__ import annotations

from curriculum_map.pages.words.phrase import Phrases, Words

WORDS: Phrases = {
    "graph_title": Words("Knowledge graph", "Kennisgraaf", "Teadmusgraaf"),
    "graph_lead": Words(
        "A shape is a thing the project describes, a line is how two of them hang together; the"
        " tables below say the same in words.",
        "Een vorm is iets wat het project beschrijft, een lijn hoe twee ervan samenhangen; de"
        " tabellen eronder zeggen hetzelfde in woorden.",
        "Kujund on miski, mida projekt kirjeldab, joon näitab kahe asja seost; tabelid allpool"
        " ütlevad sedasama sõnadega.",
    ),
    "picture": Words("Picture", "Beeld", "Pilt"),
    "picture_label": Words(
        "Picture of the graph. Its content is in the tables below.",
        "Beeld van de graaf. De inhoud staat in de tabellen eronder.",
        "Graafi pilt. Selle sisu on allolevates tabelites.",
    ),
    "picture_keys": Words(
        "Arrow keys move the picture, + and - change its size.",
        "Pijltoetsen verschuiven het beeld, + en - veranderen de grootte.",
        "Nooleklahvid liigutavad pilti, + ja - muudavad suurust.",
    ),
    "legend": Words("What is shown", "Wat er te zien is", "Mida näidatakse"),
    "kinds": Words("Kinds", "Soorten", "Liigid"),
    "relations": Words("Relations", "Relaties", "Seosed"),
    "find": Words("Find a thing", "Iets zoeken", "Otsi asja"),
    "found": Words("{count} things fit.", "{count} dingen passen.", "Sobib {count}."),
    "no_match": Words("Nothing is called that.", "Niets heet zo.", "Sellise nimega ei ole midagi."),
    "details": Words("Details", "Details", "Üksikasjad"),
    "details_empty": Words(
        "Choose a thing in the picture, in the search or in the table.",
        "Kies iets in het beeld, bij het zoeken of in de tabel.",
        "Vali midagi pildilt, otsingust või tabelist.",
    ),
    "closer": Words("Closer", "Dichterbij", "Lähemale"),
    "farther": Words("Farther", "Verder weg", "Kaugemale"),
    "whole": Words("Whole picture", "Hele beeld", "Kogu pilt"),
    "show": Words("Show", "Tonen", "Näita"),
    "show_named": Words(
        "Show {name} in the picture", "{name} in het beeld tonen", "Näita pildil: {name}"
    ),
    "things": Words("Things", "Dingen", "Asjad"),
    "things_lead": Words(
        "One row for each thing: {count} in all.",
        "Eén rij per ding: {count} in totaal.",
        "Iga asja kohta üks rida: kokku {count}.",
    ),
    "links": Words("Links", "Verbanden", "Seosed"),
    "links_lead": Words(
        "One row for each link, read from left to right: {count} in all.",
        "Eén rij per verband, van links naar rechts te lezen: {count} in totaal.",
        "Iga seose kohta üks rida, loetakse vasakult paremale: kokku {count}.",
    ),
    "from": Words("From", "Van", "Kust"),
    "relation": Words("Relation", "Relatie", "Seos"),
    "to": Words("To", "Naar", "Kuhu"),
    "more": Words("More", "Meer", "Veel"),
    "none_shown": Words(
        "Nothing is described yet.",
        "Er is nog niets beschreven.",
        "Midagi ei ole veel kirjeldatud.",
    ),
    "concept": Words("Concept elsewhere", "Begrip elders", "Mõiste mujal"),
    "part-of": Words("is part of", "is deel van", "on osa"),
    "offers": Words("offers", "biedt aan", "pakub"),
    "aims": Words("aims at", "streeft naar", "püüdleb"),
    "plans": Words("plans", "bevat", "sisaldab"),
    "teaches": Words("teaches", "onderwijst", "õpetab"),
    "requires": Words("requires", "vereist", "eeldab"),
    "needs": Words("needs", "heeft nodig", "nõuab"),
    "aligned": Words("is aligned with", "komt overeen met", "on vastavuses"),
    "timing": Words("timing", "moment", "aeg"),
    "choice": Words("or another", "of een ander", "või mõni muu"),
    # What the page links to
    "coverage_csv": Words("Coverage (CSV)", "Dekking (CSV)", "Kaetus (CSV)"),
    "gaps_csv": Words("Gaps (CSV)", "Hiaten (CSV)", "Puudujäägid (CSV)"),
    "elsewhere": Words(
        "The same as data and as a picture",
        "Hetzelfde als gegevens en als beeld",
        "Sama andmete ja pildina",
    ),
    "report_page": Words("Coverage and gaps", "Dekking en hiaten", "Kaetus ja puudujäägid"),
    "rdf": Words(
        "Everything as linked data (Turtle)",
        "Alles als linked data (Turtle)",
        "Kõik linkandmetena (Turtle)",
    ),
}
