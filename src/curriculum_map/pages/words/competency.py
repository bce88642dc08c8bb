"""What the pages of competencies say."""

from __future__ import annotations

from curriculum_map.pages.words.phrase import Phrases, Words

WORDS: Phrases = {
    "competencies_title": Words("Competencies", "Competenties", "Pädevused"),
    "competencies_lead": Words(
        "A row is a competency: how many profiles require it, how many units teach it, and the"
        " highest level one of them reaches.",
        "Een rij is een competentie: hoeveel profielen haar vereisen, hoeveel onderwijseenheden"
        " haar onderwijzen en het hoogste niveau dat een ervan bereikt.",
        "Rida on pädevus: mitu profiili seda nõuab, mitu õppeüksust seda õpetab ja milline on"
        " kõrgeim tase, milleni mõni neist jõuab.",
    ),
    "competencies_shown": Words(
        "{count} of {of} competencies are shown.",
        "{count} van {of} competenties worden getoond.",
        "Näidatakse {count} pädevust, kokku on neid {of}.",
    ),
    "no_competencies": Words(
        "No competency is described yet.",
        "Er is nog geen competentie beschreven.",
        "Ühtegi pädevust ei ole veel kirjeldatud.",
    ),
    "only_untaught": Words(
        "Only those nobody teaches", "Alleen wat niemand onderwijst", "Ainult need, mida ei õpetata"
    ),
    "profiles_heading": Words("Profiles", "Profielen", "Profiile"),
    "units_heading": Words("Units", "Onderwijseenheden", "Õppeüksusi"),
    "highest_heading": Words("Highest level", "Hoogste niveau", "Kõrgeim tase"),
    "code": Words("Code", "Code", "Kood"),
    "deprecated": Words("No longer used.", "Niet meer in gebruik.", "Ei ole enam kasutusel."),
    "use_instead": Words("Use instead:", "Gebruik in plaats daarvan:", "Selle asemel:"),
    "no_definition": Words(
        "No definition is given.", "Er is geen definitie gegeven.", "Määratlust ei ole antud."
    ),
    "levels_lead": Words(
        "What somebody does who holds the competency at each level, lowest first.",
        "Wat iemand doet die de competentie op elk niveau heeft, laagste eerst.",
        "Mida teeb see, kellel on pädevus igal tasemel, madalaim enne.",
    ),
    "required_by": Words("Who requires it", "Wie haar vereist", "Kes seda nõuab"),
    "required_by_lead": Words(
        "The role profiles that need it, at which level, and the programmes that aim at them.",
        "De rolprofielen die haar nodig hebben, op welk niveau, en de opleidingen die ernaar"
        " streven.",
        "Rolliprofiilid, mis seda vajavad, mis tasemel, ja õppekavad, mis nende poole püüdlevad.",
    ),
    "not_required": Words(
        "No profile requires it.", "Geen profiel vereist haar.", "Ükski profiil seda ei nõua."
    ),
    "taught": Words("Who teaches it", "Wie haar onderwijst", "Kes seda õpetab"),
    "taught_lead": Words(
        "Every contribution to it: in which programme and unit, when, up to which level, how sure.",
        "Elke bijdrage eraan: in welke opleiding en onderwijseenheid, wanneer, tot welk niveau, hoe"
        " zeker.",
        "Iga panus sellesse: mis õppekavas ja õppeüksuses, millal, mis tasemeni, kui kindlalt.",
    ),
    "not_taught": Words(
        "No unit teaches it.",
        "Geen onderwijseenheid onderwijst haar.",
        "Ükski õppeüksus seda ei õpeta.",
    ),
    "in_no_plan": Words("in no programme", "in geen opleiding", "mitte üheski õppekavas"),
    "when": Words("When", "Wanneer", "Millal"),
    "yes": Words("yes", "ja", "jah"),
    "no": Words("no", "nee", "ei"),
    "alignments": Words("In other frameworks", "In andere raamwerken", "Teistes raamistikes"),
    "alignments_lead": Words(
        "How it relates to concepts that others publish, and how that was found.",
        "Hoe zij zich verhoudt tot begrippen die anderen publiceren, en hoe dat gevonden is.",
        "Kuidas see on seotud teiste avaldatud mõistetega ja kuidas see leiti.",
    ),
    "no_alignments": Words(
        "It is aligned with no other framework.",
        "Zij is met geen ander raamwerk verbonden.",
        "See ei ole seotud ühegi teise raamistikuga.",
    ),
    "concept_elsewhere": Words("Concept", "Begrip", "Mõiste"),
    "found_how": Words("Found", "Gevonden", "Leitud"),
    "around": Words(
        "What it hangs together with", "Waarmee zij samenhangt", "Millega see seotud on"
    ),
    "around_lead": Words(
        "On the left what must be held before, on the right what builds on it; wholes and parts"
        " above, units that teach it below.",
        "Links wat men eerst moet beheersen, rechts wat erop voortbouwt; gehelen en delen erboven,"
        " onderwijseenheden die haar onderwijzen eronder.",
        "Vasakul see, mida peab enne valdama, paremal see, mis sellele tugineb; tervikud ja osad"
        " üleval, õpetavad õppeüksused all.",
    ),
    "needs_before": Words("Requires", "Vereist", "Eeldab"),
    "builds_on": Words("Required by", "Vereist door", "Sellele tuginevad"),
    "whole_of": Words("Part of", "Deel van", "Osa pädevusest"),
    "parts_of": Words("Has as parts", "Heeft als delen", "Selle osad"),
    "taught_in": Words("Taught in", "Onderwezen in", "Õpetatakse"),
    "and_more": Words("and {count} more", "en nog {count}", "ja veel {count}"),
    "at_level": Words("at {level}", "op {level}", "tasemel {level}"),
}
