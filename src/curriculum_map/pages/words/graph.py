"""What the pages of the knowledge graph say."""

from __future__ import annotations

from curriculum_map.graph import EDGE_KINDS
from curriculum_map.pages.words.phrase import Phrases, Words

IN_SCRIPT = (
    "assumed",
    "before",
    "details_empty",
    "focus",
    "fold",
    "longest",
    "none",
    "own_page",
    "show_all",
    "unfold",
    "unlocked",
    *(f"{kind}-by" for kind in EDGE_KINDS),
)
"""What the script of the page says, beside the names of kinds and relations."""

WORDS: Phrases = {
    "graph_title": Words("Knowledge graph", "Kennisgraaf", "Teadmusgraaf"),
    "graph_lead": Words(
        "A sign is a thing the project describes, a line is how two of them hang together, a box"
        " is what something stands in; the tables below say the same in words.",
        "Een teken is iets wat het project beschrijft, een lijn hoe twee ervan samenhangen, een vak"
        " waar iets in staat; de tabellen eronder zeggen hetzelfde in woorden.",
        "Märk on miski, mida projekt kirjeldab, joon näitab kahe asja seost, kast seda, mille sees"
        " miski on; tabelid allpool ütlevad sedasama sõnadega.",
    ),
    "picture": Words("Picture", "Beeld", "Pilt"),
    "picture_label": Words(
        "Picture of the graph. Its content is in the tables below.",
        "Beeld van de graaf. De inhoud staat in de tabellen eronder.",
        "Graafi pilt. Selle sisu on allolevates tabelites.",
    ),
    "picture_keys": Words(
        "Drag to move, pinch or turn the wheel to change the size, click to choose, click twice to"
        " unfold. Keys: arrows move, + and - change the size, 0 shows everything, Enter unfolds"
        " what is chosen.",
        "Slepen verschuift, knijpen of het wiel verandert de grootte, klikken kiest, dubbelklikken"
        " vouwt open. Toetsen: pijlen verschuiven, + en - veranderen de grootte, 0 toont alles,"
        " Enter vouwt het gekozene open.",
        "Lohistamine liigutab, näpistamine või hiireratas muudab suurust, klõps valib, topeltklõps"
        " avab. Klahvid: nooled liigutavad, + ja - muudavad suurust, 0 näitab kõike, Enter avab"
        " valitu.",
    ),
    "legend_means": Words(
        "A box with a number in brackets is closed: so many things stand in it. Its lines stand"
        " for theirs; a thicker one stands for more than four.",
        "Een vak met een getal tussen haakjes is dicht: zoveel dingen staan erin. De lijnen ervan"
        " staan voor die van wat erin staat; een dikkere voor meer dan vier.",
        "Kast, mille taga on sulgudes arv, on suletud: nii palju asju on selle sees. Selle jooned"
        " asendavad sisu jooni; jämedam asendab rohkem kui nelja.",
    ),
    "unfold": Words("Unfold", "Openvouwen", "Ava"),
    "fold": Words("Fold", "Dichtvouwen", "Sulge kast"),
    "unfold_all": Words("Unfold all", "Alles openvouwen", "Ava kõik"),
    "fold_all": Words("Fold all", "Alles dichtvouwen", "Sulge kõik kastid"),
    "focus": Words("Only what hangs on it", "Alleen wat eraan hangt", "Ainult sellega seotu"),
    "before": Words("What comes before it", "Wat eraan voorafgaat", "Mis on enne seda"),
    "unlocked": Words("What it opens", "Wat het opent", "Mida see avab"),
    "longest": Words(
        "The longest chain through it", "De langste keten erdoor", "Pikim ahel läbi selle"
    ),
    "own_page": Words("To its own page", "Naar de eigen pagina", "Selle oma lehele"),
    "show_all": Words("Show all {count}", "Alle {count} tonen", "Näita kõiki {count}"),
    "rows_back": Words("Rows before", "Vorige rijen", "Eelmised read"),
    "rows_on": Words("More rows", "Volgende rijen", "Järgmised read"),
    "rows_shown": Words(
        "Rows {first} to {last} of {count}",
        "Rijen {first} tot en met {last} van {count}",
        "Read {first} kuni {last}, kokku {count}",
    ),
    "table_csv": Words("This table as CSV", "Deze tabel als CSV", "See tabel CSV-failina"),
    "graph_no_script": Words(
        "The picture needs JavaScript; this list says the same.",
        "Voor het beeld is JavaScript nodig; deze lijst zegt hetzelfde.",
        "Pildi jaoks on vaja JavaScripti; see loend ütleb sedasama.",
    ),
    "graph_needs_script": Words(
        "This page needs JavaScript; the pages of programmes and competencies do without.",
        "Deze pagina heeft JavaScript nodig; die van opleidingen en competenties niet.",
        "See leht vajab JavaScripti; õppekavade ja pädevuste lehed mitte.",
    ),
    # The page of pyvis, which has no boxes
    "network_lead": Words(
        "A shape is a thing the project describes, a line is how two of them hang together; the"
        " tables below say the same in words.",
        "Een vorm is iets wat het project beschrijft, een lijn hoe twee ervan samenhangen; de"
        " tabellen eronder zeggen hetzelfde in woorden.",
        "Kujund on miski, mida projekt kirjeldab, joon näitab kahe asja seost; tabelid allpool"
        " ütlevad sedasama sõnadega.",
    ),
    "network_keys": Words(
        "Arrow keys move the picture, + and - change its size.",
        "Pijltoetsen verschuiven het beeld, + en - veranderen de grootte.",
        "Nooleklahvid liigutavad pilti, + ja - muudavad suurust.",
    ),
    "legend": Words("What is shown", "Wat er te zien is", "Mida näidatakse"),
    "kinds": Words("Kinds", "Soorten", "Liigid"),
    "relations": Words("Relations", "Relaties", "Seosed"),
    "find": Words("Find a thing", "Iets zoeken", "Otsi asja"),
    "found": Words("Found: {count}.", "Gevonden: {count}.", "Leitud: {count}."),
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
    "links_drawn": Words("links: {count}", "verbanden: {count}", "seoseid: {count}"),
    "clustered": Words(
        "{count} things are too many to be read one by one: what stands in a programme or an area"
        " is drawn together with it, with the number of things in brackets.",
        "{count} dingen zijn te veel om een voor een te lezen: wat in een opleiding of domein staat"
        " is daarmee samen getekend, met het aantal dingen tussen haakjes.",
        "{count} asja on üksikult lugemiseks liiga palju: õppekavas või valdkonnas olev on"
        " joonistatud sellega kokku, asjade arv on sulgudes.",
    ),
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
    # The same read the other way round, above what it leads to
    "part-of-by": Words("has as parts", "heeft als delen", "osad"),
    "offers-by": Words("is offered by", "wordt aangeboden door", "pakkuja"),
    "aims-by": Words("is aimed at by", "is het doel van", "selle poole püüdleb"),
    "plans-by": Words("is planned by", "staat in", "on õppekavas"),
    "teaches-by": Words("is taught by", "wordt onderwezen in", "seda õpetab"),
    "requires-by": Words("is required by", "is vereist voor", "seda eeldab"),
    "needs-by": Words("is needed by", "is nodig voor", "seda nõuab"),
    "aligned-by": Words("is what is aligned", "hiermee komt overeen", "sellega on vastavuses"),
    "timing-pre": Words("before", "vooraf", "enne"),
    "timing-co": Words("before or together", "vooraf of tegelijk", "enne või samal ajal"),
    "timing-strict-co": Words("together", "tegelijk", "samal ajal"),
    "choice": Words("or another", "of een ander", "või mõni muu"),
    "elsewhere": Words(
        "The same as data and as a picture",
        "Hetzelfde als gegevens en als beeld",
        "Sama andmete ja pildina",
    ),
}
