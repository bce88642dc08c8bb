"""What the properties of the vocabulary are called and mean, in English, Dutch and Estonian."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from curriculum_map.formats.rdf.words_classes import Words

OF_PROPERTIES: Mapping[str, Words] = MappingProxyType(
    {
        "cm:aim": (
            ("aim", "A role profile the programme wants its students to reach."),
            ("doel", "Een rolprofiel dat de opleiding haar studenten wil laten bereiken."),
            ("siht", "Rolliprofiil, milleni õppekava oma õppijaid viia tahab."),
        ),
        "cm:alignment": (
            ("alignment", "A relation of the competency to another framework."),
            ("afstemming", "Een relatie van de competentie met een ander kader."),
            ("vastavus", "Pädevuse seos teise raamistikuga."),
        ),
        "cm:alsoCalled": (
            ("also called", "Other names the competency goes by, one on each line."),
            ("ook genoemd", "Andere namen van de competentie, op elke regel een."),
            ("teised nimed", "Pädevuse teised nimed, igaüks omal real."),
        ),
        "cm:assessment": (
            ("assessment", "What tests outcomes in this unit."),
            ("toets", "Wat in deze eenheid leerresultaten toetst."),
            ("hindamine", "Mis selles õppeühikus õpiväljundeid kontrollib."),
        ),
        "cm:assessmentKind": (
            ("kind of assessment", "How the assessment tests."),
            ("soort toets", "Hoe de toets toetst."),
            ("hindamise liik", "Kuidas hinnatakse."),
        ),
        "cm:assumed": (
            ("assumed", "True if the project assumes the fact because no source states it."),
            ("aangenomen", "Waar als het project het feit aanneemt omdat geen bron het noemt."),
            ("eeldatud", "Tõene, kui projekt fakti eeldab, sest ükski allikas seda ei ütle."),
        ),
        "cm:attribution": (
            ("attribution", "The line the licence of the source asks to be shown."),
            ("naamsvermelding", "De regel die de licentie van de bron vraagt te tonen."),
            ("viitamisrida", "Rida, mida allika litsents näidata palub."),
        ),
        "cm:audience": (
            ("audience", "Whom it is for."),
            ("doelgroep", "Voor wie het is."),
            ("sihtrühm", "Kellele see mõeldud on."),
        ),
        "cm:choose": (
            ("number to choose", "The number of units a student takes out of the group."),
            ("aantal te kiezen", "Het aantal eenheden dat een student uit de groep volgt."),
            ("valitavate arv", "Mitu õppeühikut üliõpilane rühmast võtab."),
        ),
        "cm:chooseCredits": (
            ("credits to choose", "The credits (EC) a student takes out of the group, at least."),
            (
                "te kiezen studiepunten",
                "De studiepunten (EC) die een student minstens uit de groep haalt.",
            ),
            ("valitavad ainepunktid", "Mitu ainepunkti (EAP) üliõpilane rühmast vähemalt võtab."),
        ),
        "cm:claimedBy": (
            ("claimed by", "Who says so."),
            ("volgens", "Wie dit zegt."),
            ("väitja", "Kes seda väidab."),
        ),
        "cm:competency": (
            ("competency", "The competency this is about."),
            ("competentie", "De competentie waar dit over gaat."),
            ("pädevus", "Pädevus, mille kohta see käib."),
        ),
        "cm:competencyKind": (
            ("kind of competency", "Whether it is knowledge, a skill or an attitude."),
            ("soort competentie", "Of het kennis, een vaardigheid of een houding is."),
            ("pädevuse liik", "Kas see on teadmine, oskus või hoiak."),
        ),
        "cm:contribution": (
            ("contribution", "A competency the outcome works on, with the level reached."),
            (
                "bijdrage",
                "Een competentie waaraan het leerresultaat werkt, met het bereikte niveau.",
            ),
            ("panus", "Pädevus, mida õpiväljund arendab, koos saavutatava tasemega."),
        ),
        "cm:count": (
            ("number of learners", "Number of learners, in a year where a year is meant."),
            ("aantal deelnemers", "Aantal deelnemers, per jaar waar een jaar bedoeld is."),
            ("õppijate arv", "Õppijate arv, aastas, kui on mõeldud aastat."),
        ),
        "cm:country": (
            ("country", "Where the institution is, as a two-letter code."),
            ("land", "Waar de instelling is, als code van twee letters."),
            ("riik", "Kus õppeasutus asub, kahetähelise koodina."),
        ),
        "cm:credits": (
            ("credits", "The study points it gives or consists of."),
            ("studiepunten", "De studiepunten die het oplevert of omvat."),
            ("ainepunktid", "Ainepunktid, mida see annab või millest see koosneb."),
        ),
        "cm:degree": (
            ("degree", "What a learner leaves the programme with."),
            ("graad", "Waarmee een lerende de opleiding verlaat."),
            ("kraad", "Millega õppija õppekava lõpetab."),
        ),
        "cm:delivery": (
            ("delivery", "Whether it is taught on site, online or both."),
            ("onderwijsvorm", "Of het op locatie, online of beide wordt gegeven."),
            ("õppevorm", "Kas õpe toimub kohapeal, veebis või mõlemal viisil."),
        ),
        "cm:descriptor": (
            ("descriptor", "What one level means for the competency."),
            ("niveaubeschrijving", "Wat één niveau voor de competentie betekent."),
            ("tasemekirjeldus", "Mida üks tase selle pädevuse puhul tähendab."),
        ),
        "cm:disclaimer": (
            ("disclaimer", "A sentence that is shown wherever the thing is shown."),
            ("disclaimer", "Een zin die getoond wordt waar het getoond wordt."),
            ("märkus kasutajale", "Lause, mida näidatakse kõikjal, kus seda asja näidatakse."),
        ),
        "cm:ec": (
            ("EC", "Number of European credits (ECTS)."),
            ("EC", "Aantal Europese studiepunten (ECTS)."),
            ("EAP", "Euroopa ainepunktide (ECTS) arv."),
        ),
        "cm:entry": (
            ("entry", "What a learner should bring that is not a unit, in words."),
            (
                "instapvoorwaarde",
                "Wat een lerende moet meebrengen dat geen eenheid is, in woorden.",
            ),
            ("sisseastumistingimus", "Mida õppijal vaja on peale õppeühikute, sõnadega."),
        ),
        "cm:eqfLevel": (
            ("EQF level", "Level in the European Qualifications Framework, 1 to 8."),
            ("EQF-niveau", "Niveau in het Europees kwalificatiekader, 1 tot en met 8."),
            ("EQF-tase", "Tase Euroopa kvalifikatsiooniraamistikus, 1 kuni 8."),
        ),
        "cm:evidence": (
            ("evidence", "The words or facts the claim rests on."),
            ("onderbouwing", "De woorden of feiten waarop de bewering rust."),
            ("tõendus", "Sõnad või faktid, millele väide toetub."),
        ),
        "cm:fieldOfStudy": (
            ("field of study", "Field in ISCED-F 2013, two to four digits."),
            ("studiegebied", "Gebied in ISCED-F 2013, twee tot vier cijfers."),
            ("õppevaldkond", "Valdkond liigituses ISCED-F 2013, kaks kuni neli numbrit."),
        ),
        "cm:fromLevel": (
            ("from level", "The level that is translated."),
            ("van niveau", "Het niveau dat wordt omgezet."),
            ("lähtetase", "Tase, mida teisendatakse."),
        ),
        "cm:fromScale": (
            ("from scale", "The scale that is translated."),
            ("van schaal", "De schaal die wordt omgezet."),
            ("lähteskaala", "Skaala, mida teisendatakse."),
        ),
        "cm:hours": (
            ("hours", "Clock hours, self-study included."),
            ("uren", "Klokuren, zelfstudie inbegrepen."),
            ("tunnid", "Tunnid, iseseisev töö kaasa arvatud."),
        ),
        "cm:item": (
            ("item", "One of the requisites."),
            ("onderdeel", "Een van de vereisten."),
            ("osa", "Üks eeldustest."),
        ),
        "cm:justification": (
            ("justification", "How the relation was found."),
            ("verantwoording", "Hoe de relatie gevonden is."),
            ("põhjendus", "Kuidas seos leiti."),
        ),
        "cm:learners": (
            ("learners", "How many people take part."),
            ("deelnemers", "Hoeveel mensen deelnemen."),
            ("õppijad", "Kui palju inimesi osaleb."),
        ),
        "cm:level": (
            ("level", "The level this is about: needed, held after passing, or described."),
            ("niveau", "Het niveau waar het om gaat: vereist, bereikt of beschreven."),
            ("tase", "Tase, mille kohta see käib: vajalik, saavutatav või kirjeldatav."),
        ),
        "cm:levelPair": (
            ("pair of levels", "What one of the levels counts as."),
            ("niveaupaar", "Waarvoor een van de niveaus telt."),
            ("tasemepaar", "Millena üht tasemetest loetakse."),
        ),
        "cm:nationalLevel": (
            (
                "national level",
                "Address of a level in the European list of national qualifications frameworks.",
            ),
            (
                "nationaal niveau",
                "Adres van een niveau in de Europese lijst van nationale kwalificatiekaders.",
            ),
            (
                "riiklik tase",
                "Taseme aadress riiklike kvalifikatsiooniraamistike Euroopa loetelus.",
            ),
        ),
        "cm:offeredInTerm": (
            ("offered in term", "A term of the year in which the unit is offered."),
            (
                "aangeboden in periode",
                "Een periode van het jaar waarin de eenheid wordt aangeboden.",
            ),
            ("toimumise periood", "Õppeaasta periood, mil õppeühikut pakutakse."),
        ),
        "cm:order": (
            ("order", "Name of a field and its values, in an order nobody would guess."),
            (
                "volgorde",
                "Naam van een veld en zijn waarden, in een volgorde die niet vanzelf spreekt.",
            ),
            ("järjekord", "Välja nimi ja selle väärtused järjekorras, mida ei saa ära arvata."),
        ),
        "cm:outcome": (
            ("outcome", "What a learner can do after the unit."),
            ("leerresultaat", "Wat een lerende na de eenheid kan."),
            ("õpiväljund", "Mida õppija pärast õppeühikut oskab."),
        ),
        "cm:planItem": (
            ("place in the plan", "Where units of the programme stand."),
            ("plaats in het plan", "Waar eenheden van de opleiding staan."),
            ("koht õppekavas", "Kus õppekava õppeühikud paiknevad."),
        ),
    }
)
