"""What the page of downloads says."""

from __future__ import annotations

from curriculum_map.pages.words.phrase import Phrases, Words

WORDS: Phrases = {
    "data_title": Words("Data for everybody", "Gegevens voor iedereen", "Andmed kõigile"),
    "data_lead": Words(
        "A row is a file to take along: what it says, for whom it is made, how large it is, and the"
        " sum by which a copy is checked.",
        "Een rij is een bestand om mee te nemen: wat erin staat, voor wie het is, hoe groot het is"
        " en de som waarmee een kopie gecontroleerd wordt.",
        "Rida on fail, mille saab kaasa võtta: mida see sisaldab, kellele see on, kui suur see on"
        " ja summa, millega koopiat kontrollida.",
    ),
    "file": Words("File", "Bestand", "Fail"),
    "what": Words("What it says", "Wat erin staat", "Sisu"),
    "for_whom": Words("For", "Voor", "Kellele"),
    "size": Words("Size", "Grootte", "Suurus"),
    "checksum": Words("SHA-256", "SHA-256", "SHA-256"),
    "losses_of": Words("What it could not carry", "Wat er niet in past", "Mida see ei mahutanud"),
    "kilobytes": Words("{count} kB", "{count} kB", "{count} kB"),
    "workbooks": Words(
        "Programmes as workbooks", "Opleidingen als werkmap", "Õppekavad töövihikuna"
    ),
    "workbooks_lead": Words(
        "Heat map, gaps, closing plan and plan of one programme, for Excel or LibreOffice.",
        "Heatmap, hiaten, wat die opvult en programma van één opleiding, voor Excel of"
        " LibreOffice.",
        "Ühe õppekava soojuskaart, puudujäägid, lahendus ja õppeplaan"
        " Exceli või LibreOffice jaoks.",
    ),
    "data_licence": Words(
        "All files are offered under {licence}; sources keep their own licences, named below.",
        "Alle bestanden worden aangeboden onder {licence}; bronnen houden hun eigen licentie, zie"
        " onder.",
        "Kõik failid on litsentsiga {licence}; allikatel on oma litsents, vt allpool.",
    ),
    "no_licence": Words(
        "The project names no licence; ask its publisher before you use the files.",
        "Het project noemt geen licentie; vraag het de uitgever voordat je de bestanden gebruikt.",
        "Projekt ei nimeta litsentsi; enne failide kasutamist küsi väljaandjalt.",
    ),
    "for_designer": Words("curriculum designers", "onderwijsontwikkelaars", "õppekava arendajad"),
    "for_partner": Words(
        "partners and their systems", "partners en hun systemen", "partnerid ja nende süsteemid"
    ),
    "for_student": Words(
        "students and advisers", "studenten en begeleiders", "üliõpilased ja nõustajad"
    ),
    "for_portal": Words("open-data portals", "open-dataportalen", "avaandmete portaalid"),
    "file_closing": Words(
        "The cheapest existing units that close the gaps of each programme.",
        "De goedkoopste bestaande onderwijseenheden die de hiaten van elke opleiding opvullen.",
        "Soodsaimad olemasolevad õppeüksused, mis sulgevad iga õppekava puudujäägid.",
    ),
    "file_coverage": Words(
        "The level required, possible, guaranteed and assessed of each competency in each"
        " programme.",
        "Het vereiste, mogelijke, gegarandeerde en getoetste niveau van elke competentie in elke"
        " opleiding.",
        "Iga pädevuse nõutud, võimalik, tagatud ja hinnatud tase igas õppekavas.",
    ),
    "file_gaps": Words(
        "What is not taught, not far enough or not assessed, with the reasons.",
        "Wat niet, niet ver genoeg of zonder toets onderwezen wordt, met de redenen.",
        "Mida ei õpetata, ei õpetata piisavalt või ei hinnata, koos põhjustega.",
    ),
    "file_lenders": Words(
        "Units of other programmes that would close a gap, most useful first.",
        "Onderwijseenheden van andere opleidingen die een hiaat zouden opvullen, nuttigste eerst.",
        "Teiste õppekavade õppeüksused, mis sulgeksid puudujäägi, kasulikumad enne.",
    ),
    "file_metrics": Words(
        "What the requisites of each programme cost, as Curricular Analytics counts.",
        "Wat de ingangseisen van elke opleiding kosten, zoals Curricular Analytics telt.",
        "Mida iga õppekava eeldused maksavad, Curricular Analyticsi järgi.",
    ),
    "file_paths": Words(
        "The cheapest way to each role profile for somebody who has nothing yet.",
        "De goedkoopste weg naar elk rolprofiel voor wie nog niets heeft.",
        "Soodsaim tee iga rolliprofiilini sellele, kellel midagi veel ei ole.",
    ),
    "file_redundancy": Words(
        "Competencies taught again at the same level with no rise after.",
        "Competenties die nog eens op hetzelfde niveau onderwezen worden, zonder stijging erna.",
        "Pädevused, mida õpetatakse uuesti samal tasemel, ilma et tase hiljem tõuseks.",
    ),
    "file_spirals": Words(
        "Competencies taught again at a higher level.",
        "Competenties die op een hoger niveau terugkomen.",
        "Pädevused, mida õpetatakse uuesti kõrgemal tasemel.",
    ),
    "file_sources": Words(
        "The sources of the facts, with licence and the line each licence asks for.",
        "De bronnen van de feiten, met licentie en de regel die elke licentie vraagt.",
        "Faktide allikad koos litsentsi ja reaga, mida litsents nõuab.",
    ),
    "file_curriculum-map": Words(
        "The whole catalogue as linked data; it reads back without loss.",
        "De hele catalogus als linked data; zij laat zich zonder verlies teruglezen.",
        "Kogu kataloog linkandmetena; selle saab kadudeta tagasi lugeda.",
    ),
    "file_manifest": Words(
        "What lies here, as open-data portals read it (DCAT-AP).",
        "Wat hier ligt, zoals open-dataportalen het lezen (DCAT-AP).",
        "Mis siin on, nii nagu avaandmete portaalid seda loevad (DCAT-AP).",
    ),
    "file_skos": Words(
        "Frameworks, levels and alignments as SKOS vocabularies.",
        "Raamwerken, niveaus en verbanden als SKOS-vocabulaires.",
        "Raamistikud, tasemed ja vastavused SKOS-sõnastikena.",
    ),
    "file_crosswalk": Words(
        "The alignments with other frameworks as an SSSOM crosswalk.",
        "De verbanden met andere raamwerken als SSSOM-tabel.",
        "Vastavused teiste raamistikega SSSOM-tabelina.",
    ),
    "file_elm": Words(
        "Programmes and units in the European Learning Model, as Europass takes them.",
        "Opleidingen en onderwijseenheden in het European Learning Model, zoals Europass ze leest.",
        "Õppekavad ja õppeüksused Euroopa õppimismudelis, nagu Europass neid vastu võtab.",
    ),
    "file_schema-org": Words(
        "Programmes and courses for search engines and training registries (schema.org,"
        " Bioschemas).",
        "Opleidingen en cursussen voor zoekmachines en cursusregisters (schema.org, Bioschemas).",
        "Õppekavad ja kursused otsingumootoritele ja koolitusregistritele (schema.org,"
        " Bioschemas).",
    ),
}
