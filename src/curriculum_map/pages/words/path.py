"""What the page of learning paths says; all of it is handed to its scripts."""

from __future__ import annotations

from curriculum_map.pages.words.path_answers import ANSWERS
from curriculum_map.pages.words.phrase import Phrases, Words

WORDS: Phrases = {
    **ANSWERS,
    "path_lead": Words(
        "Say where you want to get and what you have done. This page finds the shortest way that "
        "is really open to you, term by term. All of it happens on your device.",
        "Zeg waar je heen wilt en wat je al hebt gedaan. Deze pagina zoekt de kortste weg die "
        "echt voor je openstaat, periode na periode. Alles gebeurt op je eigen apparaat.",
        "Ütle, kuhu tahad jõuda ja mida oled juba teinud. See leht leiab lühima tee, mis on sulle "
        "tegelikult avatud, periood perioodi järel. Kõik toimub sinu seadmes.",
    ),
    "path_no_script": Words(
        "Paths are worked out in your browser, which needs JavaScript for it. What each programme "
        "teaches can be read without.",
        "Leerpaden worden in je browser berekend; daarvoor is JavaScript nodig. Wat elke opleiding "
        "aanbiedt, is ook zonder te lezen.",
        "Õpiteed arvutatakse sinu brauseris ja selleks on vaja JavaScripti. Seda, mida iga "
        "õppekava õpetab, saab lugeda ka ilma.",
    ),
    "path_goal": Words("Where do you want to get?", "Waar wil je heen?", "Kuhu tahad jõuda?"),
    "path_goal_lead": Words(
        "Choose a role, or single competencies or units; you can combine them.",
        "Kies een rol, of losse competenties of onderwijseenheden; je kunt ze combineren.",
        "Vali roll või üksikud pädevused või õppeüksused; neid saab ka ühendada.",
    ),
    "path_role": Words("A role", "Een rol", "Roll"),
    "path_competency": Words("A competency", "Een competentie", "Pädevus"),
    "path_level": Words("at the level", "op het niveau", "tasemel"),
    "path_unit": Words("A unit", "Een onderwijseenheid", "Õppeüksus"),
    "path_choose": Words("Choose …", "Kies …", "Vali …"),
    "path_more_goals": Words(
        "Other goals: a competency or a unit",
        "Andere doelen: een competentie of een onderwijseenheid",
        "Muud eesmärgid: pädevus või õppeüksus",
    ),
    "path_add_goal": Words("Add this goal", "Dit doel toevoegen", "Lisa see eesmärk"),
    "path_add_unit": Words(
        "Add this unit", "Deze onderwijseenheid toevoegen", "Lisa see õppeüksus"
    ),
    "path_add_held": Words("Add this competency", "Deze competentie toevoegen", "Lisa see pädevus"),
    "path_remove": Words("Remove {what}", "{what} verwijderen", "Eemalda {what}"),
    "path_goals": Words("Your goals", "Je doelen", "Sinu eesmärgid"),
    "path_no_goals": Words(
        "No goal yet.", "Nog geen doel gekozen.", "Eesmärki ei ole veel valitud."
    ),
    "path_at": Words("{competency} ({level})", "{competency} ({level})", "{competency} ({level})"),
    "path_done": Words("What have you done?", "Wat heb je al gedaan?", "Mida oled juba teinud?"),
    "path_done_lead": Words(
        "Tick the units you have passed. Nothing you have is asked of you again.",
        "Vink aan wat je hebt behaald. Wat je hebt, hoef je niet nog eens te doen.",
        "Märgi läbitud õppeüksused. Mida sa juba oskad, seda sinult uuesti ei küsita.",
    ),
    "path_find": Words("Find a unit", "Zoek een onderwijseenheid", "Otsi õppeüksust"),
    "path_shown": Words(
        "{shown} of {all} units shown",
        "{shown} van {all} onderwijseenheden getoond",
        "Näidatud {shown} õppeüksust {all}-st",
    ),
    "path_show_all": Words(
        "Show all units", "Toon alle onderwijseenheden", "Näita kõiki õppeüksusi"
    ),
    "path_held": Words(
        "Competencies you hold already",
        "Competenties die je al beheerst",
        "Pädevused, mis sul juba on",
    ),
    "path_limits": Words(
        "What is possible for you?", "Wat kan voor jou?", "Mis on sulle võimalik?"
    ),
    "path_load": Words(
        "Most work in one term", "Meeste werk in één periode", "Suurim koormus ühes perioodis"
    ),
    "path_load_in": Words("counted in", "gerekend in", "ühikuks"),
    "path_hours": Words("hours", "uren", "tundi"),
    "path_ec": Words("credits (EC)", "studiepunten (EC)", "ainepunkti (EAP)"),
    "path_no_limit": Words("no limit", "geen limiet", "piiranguta"),
    "path_bad_load": Words(
        "The load is not an amount above 0, so it is left aside.",
        "De studielast is geen getal boven 0 en telt daarom niet mee.",
        "Koormus ei ole nullist suurem arv ja seda ei arvestata.",
    ),
    "path_terms": Words("Terms in a year", "Periodes in een jaar", "Perioode aastas"),
    "path_institutions": Words(
        "Only at these institutions", "Alleen bij deze instellingen", "Ainult nendes asutustes"
    ),
    "path_languages": Words(
        "Only taught in these languages",
        "Alleen onderwijs in deze talen",
        "Ainult nendes keeltes õpetatavad",
    ),
    "path_without": Words("Left out", "Weggelaten", "Välja jäetud"),
    "path_show": Words("Show my path", "Toon mijn leerpad", "Näita minu õpiteed"),
    "path_to_answer": Words("To my path", "Naar mijn leerpad", "Minu õpitee juurde"),
    "path_working": Words("Looking for the way …", "De weg wordt gezocht …", "Otsin teed …"),
    "path_keep": Words("Keep and share", "Bewaren en delen", "Salvesta ja jaga"),
    "path_keep_lead": Words(
        "What you tick is kept on this device and nowhere else. The link holds your goals and what "
        "you have done; give it only to those who may know.",
        "Wat je aanvinkt blijft op dit apparaat en nergens anders. De link bevat je doelen en wat "
        "je "
        "hebt gedaan; geef hem alleen aan wie dat mag weten.",
        "Sinu märked jäävad sellesse seadmesse ja mitte kuhugi mujale. Link sisaldab su eesmärke "
        "ja "
        "tehtut; jaga seda ainult nendega, kes tohivad seda teada.",
    ),
    "path_link": Words("Link to this path", "Link naar dit leerpad", "Link sellele õpiteele"),
    "path_copy": Words("Copy the link", "Link kopiëren", "Kopeeri link"),
    "path_copied": Words("The link is copied.", "De link is gekopieerd.", "Link on kopeeritud."),
    "path_copy_yourself": Words(
        "Copy the marked link yourself.",
        "Kopieer de gemarkeerde link zelf.",
        "Kopeeri märgitud link ise.",
    ),
    "path_save": Words("Save to a file", "Opslaan in een bestand", "Salvesta faili"),
    "path_read": Words("Read from a file", "Uit een bestand lezen", "Loe failist"),
    "path_read_done": Words(
        "Your progress was read from the file.",
        "Je voortgang is uit het bestand gelezen.",
        "Sinu edenemine loeti failist.",
    ),
    "path_bad_file": Words(
        "This file holds no progress that was saved here.",
        "Dit bestand bevat geen voortgang die hier is opgeslagen.",
        "Selles failis ei ole siin salvestatud edenemist.",
    ),
    "path_forget": Words("Start again", "Opnieuw beginnen", "Alusta uuesti"),
    "path_forgotten": Words(
        "Everything is forgotten. Go back in your browser to undo that.",
        "Alles is gewist. Ga terug in je browser om dat ongedaan te maken.",
        "Kõik on kustutatud. Tagasivõtmiseks mine brauseris tagasi.",
    ),
    "path_other_progress": Words(
        "This is a path somebody shared. Your own is kept until you change something here.",
        "Dit is een gedeeld leerpad. Dat van jou blijft bewaard tot je hier iets verandert.",
        "See on jagatud õpitee. Sinu oma säilib, kuni sa siin midagi muudad.",
    ),
    "path_own": Words("Show my own", "Toon het mijne", "Näita minu oma"),
    "path_unknown": Words(
        "Not known here, and left aside: {what}",
        "Hier niet bekend, en weggelaten: {what}",
        "Siin tundmatu ja kõrvale jäetud: {what}",
    ),
    "path_not_kept": Words(
        "This browser keeps nothing for this page. Save a file or a link to come back.",
        "Deze browser bewaart niets voor deze pagina. Sla een bestand of link op om terug te "
        "komen.",
        "See brauser ei salvesta selle lehe jaoks midagi. Naasmiseks salvesta fail või link.",
    ),
}
