"""What every figure, state and finding means, in Estonian."""

from __future__ import annotations

from collections.abc import Mapping

FIGURES: Mapping[str, str] = {
    "touched": (
        "Nõutud pädevused, mida käsitleb vähemalt üks õppekava õppeüksus, ükskõik mis tasemel."
    ),
    "possible": (
        "Nõutud pädevused, milles mõni üliõpilane võib valikaineid valides jõuda nõutud tasemele. "
        "Osadeks jaotatud pädevuse puhul ülemine piir: iga osade ahela jaoks loeb selle enda parim "
        "valik, ka siis, kui ahelad võistlevad sama valikaine pärast."
    ),
    "guaranteed": (
        "Nõutud pädevused, milles iga üliõpilane jõuab nõutud tasemele, ükskõik mida ta valib."
    ),
    "assessed": (
        "Nõutud pädevused, milles iga üliõpilane jõuab nõutud tasemele, kui arvesse lähevad ainult "
        "õpiväljundid, mida mõni hindamine kontrollib: sama õppekava õppeüksuse hindamine või "
        "sellise õppeüksuse hindamine, mille iga üliõpilane läbib."
    ),
}

GAP_STATES: Mapping[str, str] = {
    "absent": "Ükski õppekava õppeüksus ei käsitle nõutud pädevust ega ühtegi selle osa.",
    "below": "Õppekava käsitleb nõutud pädevust, kuid ükski üliõpilane ei saa tasemele jõuda.",
    "elective-only": (
        "Mõni üliõpilane võib nõutud tasemele jõuda, kuid üliõpilane saab valikained valida ka "
        "nii, et ta sinna ei jõua."
    ),
    "not-assessed": (
        "Igale üliõpilasele õpetatakse pädevust nõutud tasemeni, kuid kõiki üliõpilasi selle "
        "tasemeni ei hinnata."
    ),
}

OTHER_STATES: Mapping[str, str] = {
    "met": (
        "Igale üliõpilasele õpetatakse pädevust nõutud tasemeni ja iga üliõpilast hinnatakse "
        "selle tasemeni."
    ),
    "extra": (
        "Õppekava õppeüksus käsitleb pädevust, kuid rolliprofiil ei nõua seda ega ühtegi pädevust, "
        "mille osa see on."
    ),
}

ORDER: Mapping[str, str] = {
    "requisite-missing": (
        "Õppeüksuse eeldust ei saa õppekava õppeüksuste ja nende osadega täita, ükskõik mis "
        "järjekorras."
    ),
    "requisite-late": (
        "See, mida õppeüksus eeldab, on õppekavas olemas, kuid kindlasti valel ajal: mitte enne "
        "seda, kaaseelduse puhul pärast selle perioodi, range kaaseelduse puhul teisel perioodil."
    ),
    "requisite-elective": (
        "Iga üliõpilane läbib õppeüksuse, kuid üliõpilane saab valikained valida nii, et selle "
        "eeldus ei ole õigel ajal täidetud."
    ),
    "requirement-unreached": (
        "Õppeüksus arendab pädevust, mis eeldab teist pädevust, kuid selles õppeüksuses ega enne "
        "seda ei ole ükski üliõpilane eeldatud pädevuses kindlasti veel nõutud tasemele jõudnud."
    ),
    "level-falls": "Pädevust õpetatakse madalamal tasemel kui eelmisel korral samas õppekavas.",
    "level-jumps": (
        "Pädevust õpetatakse rohkem kui ühe taseme võrra kõrgemal kui eelmisel korral samas "
        "õppekavas."
    ),
    "assessed-before-taught": (
        "Hindamine toimub kindlasti varem kui iga õppekava õppeüksus, millel on kontrollitav "
        "õpiväljund."
    ),
}

CHAIN: Mapping[str, str] = {
    "unit-without-outcome": "Õppeüksusel ega ühelgi selle osal ei ole õpiväljundit.",
    "outcome-without-contribution": "Õpiväljund ei toeta ühtegi pädevust.",
    "outcome-not-tested": (
        "Ükski õppekava hindamine ei kontrolli õpiväljundit; kui õppeüksus ei kuulu ühessegi "
        "õppekavasse, siis üldse mitte ükski hindamine."
    ),
    "assessment-tests-nothing": "Hindamine ei nimeta ühtegi õpiväljundit, mida see kontrollib.",
    "unit-in-no-plan": (
        "Õppeüksus ei kuulu ühessegi õppekavasse, samuti mitte ükski õppeüksus, mille osa see on."
    ),
    "profile-without-programme": "Ükski õppekava ei ole suunatud sellele rolliprofiilile.",
    "programme-without-profile": "Õppekava ei ole suunatud ühelegi rolliprofiilile.",
    "programme-without-units": "Õppekavas ei ole ühtegi õppeüksust.",
}

REPETITION: Mapping[str, str] = {
    "redundant": (
        "Mitu õppekava õppeüksust, mida üliõpilane saab koos läbida, käsitlevad pädevust samal "
        "tasemel ning ükski õppeüksus pärast neid ei vii seda edasi, niivõrd kui aastad ja "
        "perioodid on märgitud."
    ),
    "spiral": (
        "Pädevus tuleb õppekavas tagasi tasemel, mis on kindlasti kõrgem kui enne: see on "
        "taotluslik ega ole kordamine."
    ),
}

SIDES: Mapping[str, str] = {
    "required": "Rolliprofiil nõuab pädevust.",
    "part": "Õpetatakse, kuid on nõutud ainult teise pädevuse osana.",
    "none": "Ei nõuta ega õpetata.",
}

METRICS: Mapping[str, str] = {
    "blocking": (
        "Blokeerimistegur: kui paljusid teisi ei saa alustada enne, kui see on läbitud, otse või "
        "teiste kaudu. Läbikukkumine lükkab need kõik edasi."
    ),
    "delay": (
        "Viivitustegur: kui palju on lüli pikimas eelduste ahelas, mis seda läbib, see ise kaasa "
        "arvatud; 1, kui see seisab üksi. Läbikukkumine võib selle ahela lõpu edasi lükata."
    ),
    "centrality": (
        "Kesksus: kui palju seda läbib, kõigi nende ahelate lülide koguarvuna, mis algavad "
        "eeldusteta lüliga, lõpevad lüliga, mis midagi ei ava, ja sisaldavad seda oma keskel; 0 "
        "iga ahela mõlemas otsas."
    ),
    "complexity": (
        "Struktuurne keerukus: viivitustegur pluss blokeerimistegur, neljaks veerandiks jagatud "
        "aasta puhul kaks kolmandikku sellest. Mida suurem, seda kallim on mitte kohe läbi saada."
    ),
    "requires": "Kui paljusid teisi see otse eeldab, niivõrd kui need on arvesse võetud.",
    "opens": "Kui paljud teised seda otse eeldavad.",
    "chains": (
        "Kui paljudes eelduste ahelates see on, ka ahela otsas; ahel algab eeldusteta lüliga ja "
        "lõpeb lüliga, mis midagi ei ava."
    ),
    "share": (
        "Kui suur osa kõigist eelduste ahelatest see on, vahemikus 0 kuni 1. Mis teisi avab ja "
        "mille osa on suurim, on kitsaskoht."
    ),
}

METRIC_TOTALS: Mapping[str, str] = {
    "units": "Kui palju on arvesse võetud.",
    "requisites": "Kui palju otseseid eeldusi nende vahel on arvesse võetud.",
    "blocking": "Kõigi blokeerimistegurite summa.",
    "delay": "Kõigi viivitustegurite summa.",
    "centrality": "Kõigi kesksuste summa.",
    "complexity": (
        "Kõigi struktuursete keerukuste summa. Kahest sama sisuga õppekavast takistab see, mille "
        "summa on väiksem, vähem üliõpilast, kes korra läbi kukub."
    ),
    "longest": (
        "Kui palju on lüli pikimas eelduste ahelas: vähemalt nii palju perioode on vaja, kui "
        "kaaseeldused kõrvale jätta."
    ),
    "longest-chains": "Kui palju ahelaid on sama pikad kui pikim; 0, kui midagi ei eeldata.",
    "redundant": (
        "Eeldused, mis tulenevad juba teistest eeldustest, nii et nende ärajätmine ei muuda midagi."
    ),
    "circular": (
        "Eeldused, mis on välja jäetud, sest need viivad ringi, nagu koos läbitavate õppeüksuste "
        "omad: need ei sea midagi ettepoole."
    ),
}

MEANINGS: Mapping[str, Mapping[str, str]] = {
    "figures": FIGURES,
    "gap_states": GAP_STATES,
    "other_states": OTHER_STATES,
    "order": ORDER,
    "chain": CHAIN,
    "repetition": REPETITION,
    "sides": SIDES,
    "metrics": METRICS,
    "metric_totals": METRIC_TOTALS,
}
"""Name of a group of definitions, and what each means; `other_states` are no gaps."""
