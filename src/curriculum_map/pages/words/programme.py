"""What the page of one programme says."""

from __future__ import annotations

from curriculum_map.pages.words.phrase import Phrases, Words

WORDS: Phrases = {
    "no_profile": Words(
        "This programme names no role profile, so nothing is required of it; what it"
        " teaches is shown as extra.",
        "Deze opleiding noemt geen rolprofiel, dus er is niets vereist; wat zij onderwijst staat"
        " er als extra.",
        "See õppekava ei nimeta rolliprofiili, seega ei nõuta sellelt midagi; õpetatav on märgitud"
        " lisaks.",
    ),
    "figures": Words("Coverage", "Dekking", "Kaetus"),
    "figures_lead": Words(
        "How many of the competencies that the profile requires the plan covers, in four senses.",
        "Hoeveel van de competenties die het profiel vereist het programma dekt, op vier manieren"
        " geteld.",
        "Kui palju profiili nõutud pädevustest õppekava katab, neljas tähenduses.",
    ),
    "suggested_behind": Words(
        "Contributions behind it that are only suggested: {suggested}.",
        "Bijdragen erachter die alleen voorgesteld zijn: {suggested}.",
        "Panuseid, mis on ainult soovitatud: {suggested}.",
    ),
    "gaps_lead": Words(
        "Each line is something to decide on, with the reason and the place to mend.",
        "Elke regel vraagt een besluit, met de reden en de plek om het te verhelpen.",
        "Iga rida ootab otsust; juures on põhjus ja koht, kus seda parandada.",
    ),
    "no_gaps": Words("No gap was found.", "Er is geen hiaat gevonden.", "Puudujääke ei leitud."),
    "order": Words("Order and chain", "Volgorde en samenhang", "Järjestus ja seosed"),
    "order_lead": Words(
        "Where the plan puts things in the wrong order, and where the chain from competency to"
        " assessment is broken.",
        "Waar het programma dingen in de verkeerde volgorde zet, en waar de keten van competentie"
        " tot toets gebroken is.",
        "Kus õppekava järjestus on vale ja kus pädevusest hindamiseni viiv ahel katkeb.",
    ),
    "no_order": Words(
        "Nothing is out of order.", "Niets staat verkeerd.", "Järjestuses vigu ei ole."
    ),
    "cure": Words("What closes the gaps", "Wat de hiaten opvult", "Mis sulgeb puudujäägid"),
    "cure_lead": Words(
        "The cheapest existing units that, required of every student, leave no gap in what is"
        " taught.",
        "De goedkoopste bestaande onderwijseenheden die, voor elke student verplicht, geen hiaat in"
        " het onderwijs laten.",
        "Soodsaimad olemasolevad õppeüksused, mis kõigile kohustuslikuna ei jäta õppesse ühtegi"
        " puudujääki.",
    ),
    "cure_none": Words(
        "No existing unit has to be added.",
        "Er hoeft geen bestaande onderwijseenheid bij.",
        "Ühtegi olemasolevat õppeüksust ei ole vaja lisada.",
    ),
    "cure_open": Words(
        "What no existing unit can close",
        "Wat geen bestaande onderwijseenheid kan opvullen",
        "Mida ükski olemasolev õppeüksus ei sulge",
    ),
    "cure_unknown": Words(
        "No closing plan was found in time; ask for it on the command line with more seconds.",
        "Er is niet op tijd een plan gevonden; vraag het op de opdrachtregel met meer seconden.",
        "Õigel ajal ei leitud ühtegi lahendust; küsi seda käsurealt pikema ajaga.",
    ),
    "cure_assessed": Words(
        "What closes the gaps in assessment",
        "Wat de hiaten in de toetsing opvult",
        "Mis sulgeb puudujäägid hindamises",
    ),
    "cure_assessed_lead": Words(
        "An assessment of what is taught already costs least and is named beside each gap. These"
        " are the cheapest existing units that, required of every student, teach and assess what"
        " is missing.",
        "Een toets van wat al onderwezen wordt kost het minst en staat bij elk hiaat. Dit zijn de"
        " goedkoopste bestaande onderwijseenheden die, voor elke student verplicht, onderwijzen en"
        " toetsen wat ontbreekt.",
        "Kõige vähem maksab hinnata seda, mida juba õpetatakse; see seisab iga puudujäägi juures."
        " Siin on soodsaimad olemasolevad õppeüksused, mis kõigile kohustuslikuna õpetavad ja"
        " hindavad puuduvat.",
    ),
    "assess": Words(
        "Cheapest to begin with, an assessment of what everybody is taught already:",
        "Het goedkoopste begin, een toets van wat iedereen al leert:",
        "Soodsaim algus on hinnata seda, mida kõik juba õpivad:",
    ),
    "cured_by": Words("Closed by", "Opgevuld door", "Sulgeb"),
    "not_curable": Words(
        "No existing unit closes it.",
        "Geen bestaande onderwijseenheid vult dit op.",
        "Ükski olemasolev õppeüksus seda ei sulge.",
    ),
    "closes": Words("Closes", "Vult op", "Sulgeb puudujäägi"),
    "offered_by": Words("Offered by", "Aangeboden door", "Pakub"),
    "before_after": Words(
        "{before} before, {after} with these units, of {of}",
        "{before} ervoor, {after} met deze eenheden, van {of}",
        "{before} enne, {after} nende õppeüksustega, kokku {of}",
    ),
    "plan": Words("The plan", "Het programma", "Õppeplaan"),
    "plan_lead": Words(
        "Where the units stand, as far as it is known.",
        "Waar de onderwijseenheden staan, voor zover bekend.",
        "Kus õppeüksused paiknevad, niipalju kui on teada.",
    ),
    "plan_empty": Words(
        "No plan is described.",
        "Er is geen programma beschreven.",
        "Õppeplaani ei ole kirjeldatud.",
    ),
    "required_unit": Words("required", "verplicht", "kohustuslik"),
    "workload": Words("{hours} h", "{hours} uur", "{hours} h"),
    "year_heading": Words("Year", "Jaar", "Aasta"),
    "term_heading": Words("Term", "Periode", "Periood"),
    "heat_sheet": Words("Heat map", "Heatmap", "Soojuskaart"),
    "possible_short": Words("Reached by some", "Door sommigen bereikt", "Mõnel saavutatud"),
    "hours_heading": Words("Hours", "Uren", "Tunnid"),
    "credits_heading": Words("EC", "EC", "EAP"),
    "trace": Words(
        "What the numbers rest on", "Waar de getallen op rusten", "Millele arvud toetuvad"
    ),
    "trace_lead": Words(
        "Every contribution that counts, with its status, its evidence and its source.",
        "Elke bijdrage die telt, met status, bewijs en bron.",
        "Iga arvesse minev panus koos staatuse, tõendi ja allikaga.",
    ),
    "trace_count": Words("contributions: {count}", "bijdragen: {count}", "panuseid: {count}"),
    "comes_from": Words("Part", "Onderdeel", "Osa"),
    "evidence": Words("Evidence", "Bewijs", "Tõend"),
    "claimed_by": Words("Claimed by", "Opgegeven door", "Väitja"),
    "not_tested": Words(
        "no assessment tests it", "geen toets toetst het", "ükski hindamine seda ei hinda"
    ),
    "metrics": Words("Metrics", "Maten", "Mõõdikud"),
    "metrics_lead": Words(
        "What the requisites of the plan cost a student who fails once.",
        "Wat de ingangseisen van het programma een student kosten die één keer zakt.",
        "Mida õppeplaani eeldused maksavad üliõpilasele, kes korra läbi kukub.",
    ),
    "no_metrics": Words(
        "No unit of the plan requires another one.",
        "Geen onderwijseenheid van het programma vereist een andere.",
        "Ükski õppeüksus ei eelda teist.",
    ),
    "blocking": Words("Blocking", "Blokkade", "Blokeering"),
    "delay": Words("Delay", "Vertraging", "Viivitus"),
    "centrality": Words("Centrality", "Centraliteit", "Kesksus"),
    "complexity": Words("Complexity", "Complexiteit", "Keerukus"),
    "downloads": Words("Downloads", "Downloads", "Allalaadimised"),
    "downloads_lead": Words(
        "The heat map as it is shown, and the whole programme as a workbook.",
        "De heatmap zoals zij getoond wordt, en de hele opleiding als werkmap.",
        "Soojuskaart nii, nagu seda näidatakse, ja kogu õppekava töövihikuna.",
    ),
    "workbook": Words("Workbook (XLSX)", "Werkmap (XLSX)", "Töövihik (XLSX)"),
    "contents": Words("On this page", "Op deze pagina", "Sellel lehel"),
}
