"""The second half of the properties of the vocabulary, from `position` on."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from curriculum_map.formats.rdf.words_classes import Words

OF_MORE_PROPERTIES: Mapping[str, Words] = MappingProxyType(
    {
        "cm:position": (
            ("position", "Place among its siblings, from 1; for a level its rank."),
            ("positie", "Plaats tussen de andere, vanaf 1; voor een niveau de rang."),
            ("asukoht", "Koht teiste seas, alates 1-st; taseme puhul selle järk."),
        ),
        "cm:quote": (
            ("quote", "The words of the source, as they stand there."),
            ("citaat", "De woorden van de bron, zoals ze daar staan."),
            ("tsitaat", "Allika sõnad nii, nagu need seal on."),
        ),
        "cm:relation": (
            ("relation", "The SKOS mapping relation: exact, close, broad, narrow or related."),
            ("relatie", "De SKOS-relatie: exact, close, broad, narrow of related."),
            ("seos", "SKOS-i vastendusseos: exact, close, broad, narrow või related."),
        ),
        "cm:requirement": (
            ("requirement", "A competency that is needed, with the level."),
            ("vereiste competentie", "Een competentie die nodig is, met het niveau."),
            ("nõue", "Vajalik pädevus koos tasemega."),
        ),
        "cm:requisite": (
            ("requisite", "What must come before the unit."),
            ("vereiste", "Wat vóór de eenheid moet komen."),
            ("eeldus", "Mis peab õppeühikule eelnema."),
        ),
        "cm:scale": (
            ("scale", "The scale on which the competencies are measured."),
            ("schaal", "De schaal waarop de competenties gemeten worden."),
            ("skaala", "Skaala, millel pädevusi mõõdetakse."),
        ),
        "cm:sheet": (
            ("worksheet", "The worksheet of the place, where it is in a workbook."),
            ("werkblad", "Het werkblad van de plaats, als die in een werkmap is."),
            ("tööleht", "Koha tööleht, kui see on töövihikus."),
        ),
        "cm:spelling": (
            ("spelling", "How the author writes the language tag."),
            ("schrijfwijze", "Hoe de auteur de taalcode schrijft."),
            ("kirjapilt", "Kuidas autor keelekoodi kirjutab."),
        ),
        "cm:status": (
            ("status", "How sure the claim is: disputed, suggested, declared or reviewed."),
            ("status", "Hoe zeker de bewering is: disputed, suggested, declared of reviewed."),
            ("olek", "Kui kindel väide on: disputed, suggested, declared või reviewed."),
        ),
        "cm:target": (
            ("target", "The concept of the other framework."),
            ("doelbegrip", "Het begrip uit het andere kader."),
            ("sihtmõiste", "Teise raamistiku mõiste."),
        ),
        "cm:targetFramework": (
            ("target framework", "What the other framework is called."),
            ("ander kader", "Hoe het andere kader heet."),
            ("teine raamistik", "Kuidas teist raamistikku nimetatakse."),
        ),
        "cm:targetLabel": (
            ("target label", "What the other framework calls the concept."),
            ("label van het doelbegrip", "Hoe het andere kader het begrip noemt."),
            ("sihtmõiste nimetus", "Kuidas teine raamistik mõistet nimetab."),
        ),
        "cm:term": (
            ("term", "Term of the year, from 1."),
            ("periode", "Periode van het jaar, vanaf 1."),
            ("periood", "Õppeaasta periood, alates 1-st."),
        ),
        "cm:tests": (
            ("tests", "An outcome the assessment tests."),
            ("toetst", "Een leerresultaat dat de toets toetst."),
            ("kontrollib", "Õpiväljund, mida hindamine kontrollib."),
        ),
        "cm:timing": (
            (
                "timing",
                "When the unit must come: pre (before), co (same term at the latest) or "
                "strict-co (same term).",
            ),
            (
                "moment",
                "Wanneer de eenheid moet komen: pre (ervoor), co (uiterlijk dezelfde "
                "periode) of strict-co (dezelfde periode).",
            ),
            (
                "aeg",
                "Millal õppeühik peab toimuma: pre (enne), co (hiljemalt samal perioodil) või "
                "strict-co (samal perioodil).",
            ),
        ),
        "cm:toLevel": (
            ("to level", "The level it counts as."),
            ("naar niveau", "Het niveau waarvoor het telt."),
            ("sihttase", "Tase, millena seda loetakse."),
        ),
        "cm:toScale": (
            ("to scale", "The scale it is translated to."),
            ("naar schaal", "De schaal waarnaar wordt omgezet."),
            ("sihtskaala", "Skaala, millele teisendatakse."),
        ),
        "cm:unit": (
            ("unit", "A unit that stands here, or is needed."),
            ("onderwijseenheid", "Een eenheid die hier staat, of nodig is."),
            ("õppeühik", "Õppeühik, mis siin asub või mida vajatakse."),
        ),
        "cm:unitKind": (
            ("kind of unit", "What sort of teaching the unit is."),
            ("soort eenheid", "Wat voor onderwijs de eenheid is."),
            ("õppeühiku liik", "Millist laadi õppega on tegu."),
        ),
        "cm:usesFramework": (
            ("uses framework", "An open framework that is read as if it stood in the project."),
            ("gebruikt kader", "Een open kader dat gelezen wordt alsof het in het project staat."),
            ("kasutab raamistikku", "Avatud raamistik, mida loetakse projekti osana."),
        ),
        "cm:where": (
            ("where", "The place the fact was written in, as file:line:column."),
            ("waar", "De plaats waar het feit geschreven is, als bestand:regel:kolom."),
            ("kus", "Koht, kuhu fakt on kirjutatud, kujul fail:rida:veerg."),
        ),
        "cm:workload": (
            ("workload", "The time a learner needs."),
            ("studielast", "De tijd die een lerende nodig heeft."),
            ("töömaht", "Aeg, mida õppija vajab."),
        ),
        "cm:year": (
            ("year", "Year of the programme, from 1."),
            ("jaar", "Jaar van de opleiding, vanaf 1."),
            ("aasta", "Õppekava aasta, alates 1-st."),
        ),
    }
)
