"""How the page of learning paths says its answers: paths, what is in the way, what is open."""

from __future__ import annotations

from curriculum_map.pages.words.phrase import Phrases, Words

ANSWERS: Phrases = {
    "path_your": Words("Your path", "Jouw leerpad", "Sinu õpitee"),
    "path_your_lead": Words(
        "What to take in each term, why, and what it is needed for. Tick off what you have done.",
        "Wat je in elke periode doet, waarom, en waarvoor het nodig is. Vink af wat je hebt "
        "gedaan.",
        "Mida igas perioodis õppida, miks ja milleks seda vaja on. Märgi ära, mis on tehtud.",
    ),
    "path_units_one": Words("1 unit", "1 onderwijseenheid", "1 õppeüksus"),
    "path_units_many": Words("{n} units", "{n} onderwijseenheden", "{n} õppeüksust"),
    "path_terms_one": Words("1 term", "1 periode", "1 periood"),
    "path_terms_many": Words("{n} terms", "{n} periodes", "{n} perioodi"),
    "path_partly_one": Words(
        "One of your goals cannot be reached; below it says who could help. The rest: ",
        "Eén van je doelen is niet haalbaar; hieronder staat wie kan helpen. De rest: ",
        "Ühte sinu eesmärki ei saa saavutada; allpool on kirjas, kes saaks aidata. Ülejäänud: ",
    ),
    "path_partly_many": Words(
        "{n} of your goals cannot be reached; below it says who could help. The rest: ",
        "{n} van je doelen zijn niet haalbaar; hieronder staat wie kan helpen. De rest: ",
        "{n} sinu eesmärki ei saa saavutada; allpool on kirjas, kes saaks aidata. Ülejäänud: ",
    ),
    "path_proved": Words(
        "The shortest way: {what}. No other takes less, and none as short is finished sooner.",
        "De kortste weg: {what}. Geen andere is korter, en geen even korte is eerder klaar.",
        "Lühim tee: {what}. Ükski teine pole lühem ega ükski sama lühike lõpe varem.",
    ),
    "path_cheapest": Words(
        "The shortest way: {what}. Whether one as short is finished sooner is not certain.",
        "De kortste weg: {what}. Of een even korte eerder klaar is, is niet zeker.",
        "Lühim tee: {what}. Kas mõni sama lühike lõpeb varem, pole kindel.",
    ),
    "path_within": Words(
        "A way: {what}. The shortest possible is at most {percent} % shorter.",
        "Een weg: {what}. De kortst mogelijke is hooguit {percent} % korter.",
        "Üks tee: {what}. Lühim võimalik on kuni {percent} % lühem.",
    ),
    "path_counted": Words(
        "Units are counted, because not every unit that could help says how many hours it takes.",
        "Het aantal onderwijseenheden telt, want niet elke eenheid die kan helpen vermeldt haar "
        "uren.",
        "Loetakse õppeüksusi, sest mitte iga sobiv õppeüksus ei ütle oma töömahtu.",
    ),
    "path_there": Words("You are there already.", "Je bent er al.", "Oled juba kohal."),
    "path_nothing_helps": Words(
        "No unit that is open to you helps.",
        "Geen enkele onderwijseenheid die voor je openstaat helpt.",
        "Ükski sulle avatud õppeüksus ei aita.",
    ),
    "path_orderless": Words(
        "The units that lead there have to be taken in the same term, and no term holds or offers "
        "all of them. Allow more work in one term, or leave one of them out.",
        "De onderwijseenheden die erheen leiden moeten in dezelfde periode, en geen periode heeft "
        "er "
        "ruimte voor of biedt ze allemaal. Sta meer werk per periode toe, of laat er een weg.",
        "Sinna viivad õppeüksused tuleb läbida samas perioodis, kuid ükski periood ei mahuta ega "
        "paku neid kõiki. Luba perioodis rohkem tööd või jäta mõni välja.",
    ),
    "path_late": Words(
        "No path was found in time. Ask for fewer goals at once, or for a device with more time.",
        "Er is niet op tijd een weg gevonden. Kies minder doelen tegelijk.",
        "Teed ei leitud õigeks ajaks. Vali korraga vähem eesmärke.",
    ),
    "path_failed": Words(
        "This browser could not work out the path. What is open now is shown below all the same.",
        "Deze browser kon de weg niet berekenen. Wat nu openstaat, staat hieronder wel.",
        "See brauser ei suutnud teed arvutada. Praegu avatud õppeüksused on siiski allpool.",
    ),
    "path_reached": Words(
        "{reached} of {of} goals reached",
        "{reached} van {of} doelen bereikt",
        "Saavutatud {reached} eesmärki {of}-st",
    ),
    "path_term": Words("Term {n}", "Periode {n}", "{n}. periood"),
    "path_gives": Words("Gives: {what}", "Levert op: {what}", "Annab: {what}"),
    "path_needed_by": Words("Needed for: {what}", "Nodig voor: {what}", "Vajalik: {what}"),
    "path_opens": Words("Opens later: {what}", "Opent later: {what}", "Avab hiljem: {what}"),
    "path_leave_out": Words("Leave out", "Weglaten", "Jäta välja"),
    "path_leave_out_what": Words("Leave out {what}", "{what} weglaten", "Jäta välja: {what}"),
    "path_no_hours": Words(
        "It does not say how many hours it takes.",
        "Het aantal uren is niet vermeld.",
        "Töömaht ei ole teada.",
    ),
    "path_assumed": Words(
        "Its size is assumed by this project.",
        "De omvang is een aanname van dit project.",
        "Selle maht on projekti eeldus.",
    ),
    "path_suggested": Words(
        "That it leads so far is a suggestion; ask who teaches it.",
        "Dat het zo ver leidt is een suggestie; vraag het na bij de docent.",
        "See, et nii kaugele jõutakse, on oletus; küsi õpetajalt üle.",
    ),
    "path_for": Words("It is meant for: {what}", "Bedoeld voor: {what}", "Mõeldud: {what}"),
    "path_entry": Words("What to bring: {what}", "Wat je meebrengt: {what}", "Eeldus: {what}"),
    "path_in": Words(
        "Taught in {what}; ask whether others may join.",
        "Onderdeel van {what}; vraag of anderen mogen meedoen.",
        "Õpetatakse õppekavas {what}; küsi, kas teised saavad osaleda.",
    ),
    "path_blocked": Words(
        "What cannot be reached, and who could help",
        "Wat niet haalbaar is, en wie kan helpen",
        "Mida ei saa saavutada ja kes saaks aidata",
    ),
    "path_blocked_lead": Words(
        "These goals have no way that is open to you. The path above leads to the others.",
        "Naar deze doelen staat geen weg voor je open. Het pad hierboven leidt naar de andere.",
        "Nende eesmärkideni pole sulle avatud teed. Ülal olev tee viib ülejäänuteni.",
    ),
    "path_requires": Words(
        "{unit} requires {what}.", "{unit} vereist {what}.", "{unit} eeldab: {what}."
    ),
    "path_asked": Words("Asked for is {what}.", "Gevraagd is {what}.", "Nõutud on {what}."),
    "path_nobody": Words(
        "No unit here works on it.",
        "Geen onderwijseenheid hier werkt eraan.",
        "Ükski siinne õppeüksus seda ei õpeta.",
    ),
    "path_nearest": Words(
        "No unit leads so far. Nearest comes {unit} of {institution}, which leads to {level}.",
        "Geen onderwijseenheid leidt zo ver. Het dichtst bij komt {unit} van {institution}, tot "
        "{level}.",
        "Ükski õppeüksus ei vii nii kaugele. Lähim on {unit} ({institution}), mis viib tasemele "
        "{level}.",
    ),
    "path_circle": Words(
        "Units on that way wait for each other.",
        "Onderwijseenheden op die weg wachten op elkaar.",
        "Sellel teel ootavad õppeüksused üksteist.",
    ),
    "path_impossible": Words(
        "Nobody can meet that.", "Daar kan niemand aan voldoen.", "Seda ei saa keegi täita."
    ),
    "path_shut_without": Words(
        "{unit} of {institution} would do, but you left it out.",
        "{unit} van {institution} zou helpen, maar die heb je weggelaten.",
        "{unit} ({institution}) sobiks, kuid jätsid selle välja.",
    ),
    "path_shut_institution": Words(
        "{unit} would do; ask {institution}, which is not among the institutions you chose.",
        "{unit} zou helpen; vraag het {institution}, die niet bij je gekozen instellingen hoort.",
        "{unit} sobiks; küsi asutuselt {institution}, mida sa ei valinud.",
    ),
    "path_shut_language": Words(
        "{unit} of {institution} would do, but does not say that it is taught in a language you "
        "chose.",
        "{unit} van {institution} zou helpen, maar vermeldt geen taal die je koos.",
        "{unit} ({institution}) sobiks, kuid pole teada, et seda õpetatakse sinu valitud keeles.",
    ),
    "path_shut_term": Words(
        "{unit} of {institution} would do, but is not offered in a year with so few terms.",
        "{unit} van {institution} zou helpen, maar wordt in een jaar met zo weinig periodes niet "
        "gegeven.",
        "{unit} ({institution}) sobiks, kuid nii väheste perioodidega aastas seda ei toimu.",
    ),
    "path_shut_unknown_hours": Words(
        "{unit} of {institution} would do, but does not say its hours, so nobody can tell whether "
        "it fits a term.",
        "{unit} van {institution} zou helpen, maar vermeldt geen uren; of het in een periode past, "
        "weet niemand.",
        "{unit} ({institution}) sobiks, kuid selle töömaht pole teada ja keegi ei tea, kas see "
        "mahub perioodi.",
    ),
    "path_shut_unknown_ec": Words(
        "{unit} of {institution} would do, but does not say its credits, so nobody can tell "
        "whether "
        "it fits a term.",
        "{unit} van {institution} zou helpen, maar vermeldt geen studiepunten; of het in een "
        "periode "
        "past, weet niemand.",
        "{unit} ({institution}) sobiks, kuid selle ainepunktid pole teada ja keegi ei tea, kas see "
        "mahub perioodi.",
    ),
    "path_shut_heavy": Words(
        "{unit} of {institution} would do, but is more work than you allow in one term.",
        "{unit} van {institution} zou helpen, maar is meer werk dan je per periode toestaat.",
        "{unit} ({institution}) sobiks, kuid on suurem, kui sa ühes perioodis lubad.",
    ),
    "path_others": Words("Other ways", "Andere wegen", "Teised teed"),
    "path_others_lead": Words(
        "The next best ways. Each leaves out something of every way before it.",
        "De eerstvolgende beste wegen. Elk laat iets weg van elke weg ervoor.",
        "Paremuselt järgmised teed. Igaüks jätab midagi välja igast eelnevast.",
    ),
    "path_no_others": Words(
        "There is no other way.", "Er is geen andere weg.", "Teist teed ei ole."
    ),
    "path_instead": Words(
        "{with} instead of {without}", "{with} in plaats van {without}", "{with}, mitte {without}"
    ),
    "path_only_without": Words("without {without}", "zonder {without}", "ilma: {without}"),
    "path_picture": Words("Your path as a picture", "Je leerpad in beeld", "Sinu õpitee pildina"),
    "path_picture_lead": Words(
        "Each column is a term, each box a unit; a line leads to the unit that needs it. The list "
        "above says the same.",
        "Elke kolom is een periode, elk vak een onderwijseenheid; een lijn leidt naar wat haar "
        "nodig "
        "heeft. De lijst hierboven zegt hetzelfde.",
        "Iga veerg on periood, iga kast õppeüksus; joon viib õppeüksuseni, mis seda vajab. Ülal "
        "olev loend ütleb sedasama.",
    ),
    "path_next": Words("Open to you now", "Nu voor je open", "Sulle praegu avatud"),
    "path_next_lead": Words(
        "Units that help towards your goals and ask for nothing you do not have.",
        "Onderwijseenheden die je verder helpen en niets vragen wat je niet hebt.",
        "Õppeüksused, mis viivad sind edasi ega eelda midagi, mida sul pole.",
    ),
    "path_next_all": Words(
        "Units that ask for nothing you do not have.",
        "Onderwijseenheden die niets vragen wat je niet hebt.",
        "Õppeüksused, mis ei eelda midagi, mida sul pole.",
    ),
    "path_nothing_open": Words(
        "Nothing is open now.", "Nu staat niets open.", "Praegu pole midagi avatud."
    ),
    "path_more": Words("Show {n} more", "Toon er nog {n}", "Näita veel {n}"),
    "path_and_more": Words("{what} and {n} more", "{what} en nog {n}", "{what} ja veel {n}"),
}
