"""What answers say, in Estonian.

A quoted title stays in the nominative; the noun before it carries the case.
"""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # Words that sentences are put together from
    "quoted": "„{words}“",
    "decimal": ",",
    "and": " ja ",
    "or": " või ",
    "more": "veel {count}",
    "year": "{year}. aasta",
    "year:term": "{year}. aasta, {term}. periood",
    "year:unknown": "aasta märkimata",
    "elective": "valikaine",
    "at": "tasemel {level}",
    "at:nothing": "ilma tasemeta",
    "goal": "{competency} {at}",
    "in:one": "õppeüksuses {units}",
    "in:many": "õppeüksustes {units}",
    "along": "ahelas {chain} ",
    "units:one": "{count} õppeüksus",
    "units:many": "{count} õppeüksust",
    "terms:one": "{count} periood",
    "terms:many": "{count} perioodi",
    # States of required competencies
    "absent": (
        "Pädevus {competency} on nõutud {at}; ükski õppekava {programme} õppeüksus seda ei käsitle."
    ),
    "absent:parts": (
        "Pädevus {competency} on nõutud {at}; ükski õppekava {programme} õppeüksus ei käsitle seda "
        "ega ühtegi selle osa."
    ),
    "below": (
        "Pädevus {competency} on nõutud {at}; õppekava jõuab {along}{units} tasemele {level}."
    ),
    "below:nothing": (
        "Pädevus {competency} on nõutud {at}; õppekava ei jõua {along}ühelegi tasemele."
    ),
    "elective-only": (
        "Pädevus {competency} on nõutud {at}; osa üliõpilasi jõuab selleni {along}{units}, kuid "
        "teised jõuavad ainult tasemele {level}."
    ),
    "elective-only:nothing": (
        "Pädevus {competency} on nõutud {at}; osa üliõpilasi jõuab selleni {along}{units}, kuid "
        "teised ei jõua ühelegi tasemele."
    ),
    "not-assessed": (
        "Pädevus {competency} on nõutud {at}; iga üliõpilane jõuab selleni {along}{units}, kuid "
        "kõiki üliõpilasi ei hinnata kõrgemal tasemel kui {level}."
    ),
    "not-assessed:nothing": (
        "Pädevus {competency} on nõutud {at}; iga üliõpilane jõuab selleni {along}{units}, kuid "
        "kõiki üliõpilasi selles ei hinnata."
    ),
    # Order along a plan
    "needs:none": "üks nullist õppeüksusest",
    "needs:pre": "enne seda läbitav {unit}",
    "needs:co": "enne seda või samal perioodil läbitav {unit}",
    "needs:strict-co": "samal perioodil läbitav {unit}",
    "requisite-missing": (
        "Õppeüksuse {unit} eelduseks on {needs}, kuid õppekavas {programme} seda ei ole."
    ),
    "requisite-late": "Õppeüksuse {unit} eelduseks on {needs}.",
    "requisite-elective": (
        "Iga üliõpilane läbib õppeüksuse {unit}, mille eelduseks on {needs}; üliõpilane saab "
        "valikained valida nii, et see eeldus ei ole õigel ajal täidetud."
    ),
    "requirement-unreached": (
        "Pädevust {competency} arendatakse õppeüksuses {unit} ja see eeldab pädevust {needed} "
        "{at}; selleks ajaks jõuab õppekava tasemele {level}."
    ),
    "requirement-unreached:nothing": (
        "Pädevust {competency} arendatakse õppeüksuses {unit} ja see eeldab pädevust {needed} "
        "{at}; selleks ajaks ei jõua õppekava ühelegi tasemele."
    ),
    "level-falls": (
        "Pädevuse {competency} tase langeb: õppeüksuses {before} on see {low}, õppeüksuses {after} "
        "{high}."
    ),
    "level-jumps": (
        "Pädevuse {competency} tase teeb hüppe: õppeüksuses {before} on see {low}, õppeüksuses "
        "{after} {high}."
    ),
    "assessed-before-taught": (
        "Hindamine {assessment} õppeüksuses {testing} kontrollib õpiväljundit {outcome}, mida "
        "käsitletakse alles õppeüksuses {unit}."
    ),
    "redundant": (
        "Pädevust {competency} õpetatakse tasemel {level} {units}, ilma et tase hiljem tõuseks."
    ),
    # The chain from profile to assessment
    "unit-without-outcome": "Õppeüksusel {unit} ei ole ühtegi õpiväljundit.",
    "unit-without-outcome:parts": (
        "Õppeüksusel {unit} ei ole ühtegi õpiväljundit, samuti mitte ühelgi selle osal."
    ),
    "outcome-without-contribution": (
        "Õppeüksuse {unit} õpiväljund {outcome} ei toeta ühtegi pädevust."
    ),
    "outcome-without-contribution:weak": (
        "Õppeüksuse {unit} õpiväljundi {outcome} seos ühegi pädevusega ei ole piisavalt kindel."
    ),
    "outcome-not-tested": (
        "Ükski hindamine õppekavas {programme} ei kontrolli õppeüksuse {unit} õpiväljundit "
        "{outcome}."
    ),
    "outcome-not-tested:anywhere": (
        "Ükski hindamine ei kontrolli õppeüksuse {unit} õpiväljundit {outcome}."
    ),
    "assessment-tests-nothing": (
        "Hindamine {assessment} õppeüksuses {unit} ei kontrolli ühtegi õpiväljundit."
    ),
    "unit-in-no-plan": "Õppeüksus {unit} ei kuulu ühessegi õppekavasse.",
    "profile-without-programme": "Ükski õppekava ei ole suunatud rolliprofiilile {profile}.",
    "programme-without-profile": "Õppekava {programme} ei ole suunatud ühelegi rolliprofiilile.",
    "programme-without-units": "Õppekavas {programme} ei ole ühtegi õppeüksust.",
    # What a change does
    "lost:late": "Õppeüksuse {unit} eelduseks on {needed}, kuid see ei tule enam õigel ajal.",
    "lost:late-enough": (
        "Õppeüksuse {unit} eelduseks on {needed}, kuid see ei tule enam õigel ajal; ülejäänud "
        "eeldustest piisab."
    ),
    "lost:gone": "Õppeüksuse {unit} eelduseks on {needed}, kuid õppekavas seda enam ei ole.",
    "lost:gone-enough": (
        "Õppeüksuse {unit} eelduseks on {needed}, kuid õppekavas seda enam ei ole; ülejäänud "
        "eeldustest piisab."
    ),
    # Side by side
    "cell": "{state}: {reached} / {required}",
    "nothing": "puudub",
    # Costs
    "amount:hours": "{units}, {hours} h",
    "amount:counted": "{units} (loetud on õppeüksusi, sest kõigil ei ole tunde märgitud)",
    "proved": "Tõestatult vähim: {amount}.",
    "unproved": "Tõestamata: {amount}; kuni {percent} % üle vähima võimaliku.",
    "unproved:unbounded": "Tõestamata: {amount}; kas saaks ka vähemaga, ei ole teada.",
    # Closing plans
    "closes:one": "kõrvaldab puudujäägi {gaps}",
    "closes:many": "kõrvaldab puudujäägid {gaps}",
    "required-by:one": "eelduseks õppeüksusele {units}",
    "required-by:many": "eelduseks õppeüksustele {units}",
    "elective-already": "õppekavas juba valikainena",
    "nothing-to-add": "Midagi ei ole vaja lisada.",
    "new-unit": "Uus õppeüksus peab pädevuses {chain} jõudma tasemele {level}.",
    "new-unit:assessed": (
        "Uus õppeüksus peab pädevuses {chain} jõudma tasemele {level} ja seda ka hindama."
    ),
    # Learning paths
    "gives:one": "viib lähemale eesmärgile {goals}",
    "gives:many": "viib lähemale eesmärkidele {goals}",
    "needed-by:one": "vajalik õppeüksuse {units} jaoks",
    "needed-by:many": "vajalik õppeüksuste {units} jaoks",
    "opens:one": "avab õppeüksuse {units}",
    "opens:many": "avab õppeüksused {units}",
    "all-there": "Kõik on juba olemas.",
    "no-help": "Ükski õppeüksus ei aita.",
    "path:partly:one": "Ühte eesmärki ei saa saavutada; ülejäänuteni viib see: {verdict}",
    "path:partly:many": "{count} eesmärki ei saa saavutada; ülejäänuteni viib see: {verdict}",
    "path": "{verdict} Ükski sama väikese mahuga õpitee ei ole lühem kui {terms}.",
    "path:unproved": (
        "{verdict} Selleks kulub {terms}; kas sama väikese mahuga õpitee võib olla lühem, ei ole "
        "tõestatud."
    ),
    # What is in the way
    "asked": "Soovitud on {requirement}",
    "required": "Õppeüksuse {unit} eelduseks on {requirement}",
    "blocked": "{begin}, kuid {why}.",
    "blocked:waiting": "{begin}, kuid sellel teel olevad õppeüksused on üksteise eelduseks.",
    "blocked:nothing": "{begin}. Ükski õppeüksus seda ei käsitle.",
    "blocked:never": "{begin}. Seda ei saa keegi täita.",
    "blocked:nearest": (
        "{begin}. Ükski õppeüksus nii kaugele ei vii; õppeüksus {unit} viib tasemele {level}."
    ),
    "blocked:order": (
        "Sinna viivad õppeüksused tuleb läbida samal perioodil, kuid ei ole perioodi, kuhu need "
        "kõik mahuksid või mil neid kõiki pakutaks."
    ),
    "shut:left-out": "õppeüksus {unit} ({institution}) tuleb välja jätta",
    "shut:institution": "õppeüksust {unit} ({institution}) ei paku soovitud õppeasutus",
    "shut:language": (
        "õppeüksuse {unit} ({institution}) kohta ei ole öeldud, et seda õpetatakse soovitud keeles"
    ),
    "shut:plan": "õppeüksus {unit} ({institution}) ei kuulu õppekavasse",
    "shut:terms": "õppeüksust {unit} ({institution}) ei pakuta, kui aastas on {terms}",
    "shut:hours-unknown": (
        "õppeüksuse {unit} ({institution}) tunnid on märkimata, nii et keegi ei tea, kas see "
        "perioodi mahub"
    ),
    "shut:credits-unknown": (
        "õppeüksuse {unit} ({institution}) ainepunktid on märkimata, nii et keegi ei tea, kas see "
        "perioodi mahub"
    ),
    "shut:hours": "õppeüksuse {unit} ({institution}) maht on üle {amount} tunni",
    "shut:credits": "õppeüksuse {unit} ({institution}) maht on üle {amount} ainepunkti",
}
"""Key to template."""
