"""What states, findings, statuses, degrees and kinds are called, by their codes."""

from __future__ import annotations

from curriculum_map.pages.words.phrase import Phrases, Words

WORDS: Phrases = {
    # States and findings
    "absent": Words("Not taught", "Niet onderwezen", "Ei õpetata"),
    "below": Words("Not far enough", "Niet ver genoeg", "Liiga madal tase"),
    "elective-only": Words("Only in electives", "Alleen als keuze", "Ainult valikus"),
    "not-assessed": Words("Not assessed", "Niet getoetst", "Ei hinnata"),
    "met": Words("Met", "Voldaan", "Täidetud"),
    "extra": Words("Extra", "Extra", "Lisaks"),
    "requisite-missing": Words("Requisite missing", "Ingangseis ontbreekt", "Eeldus puudub"),
    "requisite-late": Words("Requisite too late", "Ingangseis te laat", "Eeldus liiga hilja"),
    "requisite-elective": Words(
        "Requisite only elective", "Ingangseis alleen als keuze", "Eeldus ainult valikus"
    ),
    "requirement-unreached": Words(
        "Built on too early", "Te vroeg op gebouwd", "Liiga vara aluseks võetud"
    ),
    "level-falls": Words("Level falls", "Niveau daalt", "Tase langeb"),
    "level-jumps": Words("Level jumps", "Niveau springt", "Tase hüppab"),
    "assessed-before-taught": Words(
        "Assessed before taught", "Getoetst vóór onderwezen", "Hinnatud enne õpetamist"
    ),
    "unit-without-outcome": Words(
        "Unit without outcome", "Eenheid zonder leeruitkomst", "Õpiväljundita õppeüksus"
    ),
    "outcome-without-contribution": Words(
        "Outcome without competency", "Leeruitkomst zonder competentie", "Pädevuseta õpiväljund"
    ),
    "outcome-not-tested": Words(
        "Outcome not tested", "Leeruitkomst niet getoetst", "Õpiväljundit ei hinnata"
    ),
    "assessment-tests-nothing": Words(
        "Assessment of nothing", "Toets zonder leeruitkomst", "Hindamine ei hinda midagi"
    ),
    "unit-in-no-plan": Words(
        "Unit in no plan", "Eenheid in geen programma", "Õppeüksus väljaspool õppekavu"
    ),
    "profile-without-programme": Words(
        "Profile without programme", "Profiel zonder opleiding", "Õppekavata profiil"
    ),
    "programme-without-profile": Words(
        "Programme without profile", "Opleiding zonder profiel", "Profiilita õppekava"
    ),
    "programme-without-units": Words(
        "Programme without units", "Opleiding zonder eenheden", "Õppeüksusteta õppekava"
    ),
    # Coverage
    "touched": Words("Touched", "Aangeraakt", "Käsitletud"),
    "possible": Words("Possible", "Mogelijk", "Võimalik"),
    "guaranteed": Words("Guaranteed", "Gegarandeerd", "Tagatud"),
    "assessed": Words("Guaranteed and assessed", "Gegarandeerd en getoetst", "Tagatud ja hinnatud"),
    # Statuses
    "disputed": Words("disputed", "betwist", "vaidlustatud"),
    "suggested": Words("suggested", "voorgesteld", "soovitatud"),
    "declared": Words("declared", "opgegeven", "deklareeritud"),
    "reviewed": Words("reviewed", "beoordeeld", "üle vaadatud"),
    # Degrees
    "bachelor": Words("bachelor", "bachelor", "bakalaureus"),
    "master": Words("master", "master", "magister"),
    "research-master": Words("research master", "onderzoeksmaster", "teadusmagister"),
    "doctorate": Words("doctorate", "doctoraat", "doktor"),
    "postgraduate": Words("postgraduate", "postacademisch", "täiendusõpe"),
    # Kinds of units
    "assignment": Words("assignment", "opdracht", "ülesanne"),
    "bootcamp": Words("bootcamp", "bootcamp", "intensiivkursus"),
    "course": Words("course", "cursus", "õppeaine"),
    "e-learning": Words("e-learning", "e-learning", "e-õpe"),
    "event": Words("event", "evenement", "sündmus"),
    "game": Words("game", "spel", "mäng"),
    "internship": Words("internship", "stage", "praktika"),
    "lecture": Words("lecture", "hoorcollege", "loeng"),
    "minor": Words("minor", "minor", "kõrvaleriala"),
    "module": Words("module", "module", "moodul"),
    "practical": Words("practical", "practicum", "praktikum"),
    "project": Words("project", "project", "projekt"),
    "seminar": Words("seminar", "werkgroep", "seminar"),
    "strand": Words("strand", "leerlijn", "läbiv suund"),
    "summer-school": Words("summer school", "zomerschool", "suvekool"),
    "symposium": Words("symposium", "symposium", "sümpoosion"),
    "thesis": Words("thesis", "scriptie", "lõputöö"),
    "workshop": Words("workshop", "workshop", "töötuba"),
    "other": Words("other", "overig", "muu"),
    # Kinds of competencies
    "knowledge": Words("knowledge", "kennis", "teadmine"),
    "skill": Words("skill", "vaardigheid", "oskus"),
    "attitude": Words("attitude", "houding", "hoiak"),
    # Relations to concepts of other frameworks
    "match-exact": Words("means the same as", "betekent hetzelfde als", "tähendab sama mis"),
    "match-close": Words("is close to", "ligt dicht bij", "on lähedane mõistele"),
    "match-broad": Words("is narrower than", "is smaller dan", "on kitsam kui"),
    "match-narrow": Words("is broader than", "is breder dan", "on laiem kui"),
    "match-related": Words("is related to", "hangt samen met", "on seotud mõistega"),
    "by-manual": Words("by a person", "door een mens", "inimese poolt"),
    "by-lexical": Words("by the words", "op woorden", "sõnade järgi"),
    "by-semantic": Words("by the meaning", "op betekenis", "tähenduse järgi"),
    "by-composite": Words("in several ways", "op meer manieren", "mitmel viisil"),
}
