"""What the classes of the vocabulary are called and mean, in English, Dutch and Estonian."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Words = tuple[tuple[str, str], tuple[str, str], tuple[str, str]]
"""Label and definition in English, Dutch and Estonian."""

LANGUAGES = ("en", "nl", "et")

OF_CLASSES: Mapping[str, Words] = MappingProxyType(
    {
        "cm:Alignment": (
            ("alignment", "How a competency relates to a concept of another framework."),
            ("afstemming", "Hoe een competentie zich verhoudt tot een begrip uit een ander kader."),
            ("vastavus", "Kuidas pädevus suhestub teise raamistiku mõistega."),
        ),
        "cm:AllOf": (
            ("all of", "Requisites that must all be met."),
            ("alle", "Vereisten waaraan allemaal moet worden voldaan."),
            ("kõik", "Eeldused, mis kõik peavad olema täidetud."),
        ),
        "cm:AnyOf": (
            ("any of", "Requisites of which one is enough."),
            ("een van", "Vereisten waarvan er één volstaat."),
            ("üks neist", "Eeldused, millest piisab ühest."),
        ),
        "cm:Area": (
            ("area", "A thematic group of competencies inside a framework."),
            ("domein", "Een thematische groep competenties binnen een kader."),
            ("valdkond", "Pädevuste temaatiline rühm raamistikus."),
        ),
        "cm:Assessment": (
            ("assessment", "What tests outcomes, and how."),
            ("toets", "Wat leerresultaten toetst, en hoe."),
            ("hindamine", "Mis kontrollib õpiväljundeid ja kuidas."),
        ),
        "cm:Catalogue": (
            ("catalogue", "Everything a project describes; its IRI is the base of all others."),
            ("catalogus", "Alles wat een project beschrijft; de IRI is de basis van alle andere."),
            ("kataloog", "Kõik, mida projekt kirjeldab; selle IRI on kõigi teiste alus."),
        ),
        "cm:Competency": (
            ("competency", "An observable ability."),
            ("competentie", "Een waarneembare bekwaamheid."),
            ("pädevus", "Jälgitav võimekus."),
        ),
        "cm:Contribution": (
            ("contribution", "How far an outcome takes a learner in one competency."),
            ("bijdrage", "Hoe ver een leerresultaat een lerende brengt in één competentie."),
            ("panus", "Kui kaugele viib õpiväljund õppija ühes pädevuses."),
        ),
        "cm:Credits": (
            ("credits", "Study points, with where the number comes from."),
            ("studiepunten", "Studiepunten, met de herkomst van het aantal."),
            ("ainepunktid", "Ainepunktid koos arvu päritoluga."),
        ),
        "cm:Crosswalk": (
            ("crosswalk", "What the levels of one scale count as on another, read one way."),
            (
                "omzetting",
                "Waarvoor niveaus van de ene schaal op een andere tellen, in één richting.",
            ),
            ("üleminek", "Millena loetakse ühe skaala tasemed teisel skaalal, ühes suunas."),
        ),
        "cm:Descriptor": (
            ("descriptor", "What one level means for one competency."),
            ("niveaubeschrijving", "Wat één niveau betekent voor één competentie."),
            ("tasemekirjeldus", "Mida üks tase ühe pädevuse puhul tähendab."),
        ),
        "cm:Framework": (
            ("framework", "A published, versioned set of competencies that share one scale."),
            ("kader", "Een gepubliceerde verzameling competenties, met versie, op één schaal."),
            ("raamistik", "Avaldatud, versiooniga pädevuste kogum ühel skaalal."),
        ),
        "cm:Identifier": (
            ("identifier", "The name a thing has in somebody else's register."),
            ("identificatie", "De naam die iets heeft in het register van een ander."),
            ("tunnus", "Nimi, mis asjal on kellegi teise registris."),
        ),
        "cm:Institution": (
            ("institution", "Who offers teaching."),
            ("instelling", "Wie onderwijs aanbiedt."),
            ("õppeasutus", "Kes õpet pakub."),
        ),
        "cm:LanguageTag": (
            ("language tag", "A language tag as the author writes it; RDF has it in lower case."),
            ("taalcode", "Een taalcode zoals de auteur die schrijft; RDF gebruikt kleine letters."),
            ("keelekood", "Keelekood autori kirjapildis; RDF kasutab väiketähti."),
        ),
        "cm:Learners": (
            ("learners", "How many people take part, with where the number comes from."),
            ("deelnemers", "Hoeveel mensen deelnemen, met de herkomst van het aantal."),
            ("õppijad", "Kui palju inimesi osaleb, koos arvu päritoluga."),
        ),
        "cm:Level": (
            ("level", "One step of a scale."),
            ("niveau", "Eén trede van een schaal."),
            ("tase", "Skaala üks aste."),
        ),
        "cm:LevelPair": (
            ("pair of levels", "What one level of a scale counts as on another."),
            ("niveaupaar", "Waarvoor één niveau van een schaal op een andere telt."),
            ("tasemepaar", "Millena loetakse skaala üks tase teisel skaalal."),
        ),
        "cm:Needs": (
            ("needs", "A unit that must come first."),
            ("vereist", "Een onderwijseenheid die eerst moet komen."),
            ("vajab", "Õppeühik, mis peab eelnema."),
        ),
        "cm:Outcome": (
            ("outcome", "What a learner can do after a unit."),
            ("leerresultaat", "Wat een lerende kan na een onderwijseenheid."),
            ("õpiväljund", "Mida õppija pärast õppeühikut oskab."),
        ),
        "cm:PlanItem": (
            ("place in a plan", "Units that stand at one place of a plan, required or elective."),
            ("plaats in een plan", "Eenheden op één plaats van een plan, verplicht of naar keuze."),
            ("koht õppekavas", "Õppeühikud õppekava ühes kohas, kohustuslikud või valitavad."),
        ),
        "cm:Programme": (
            ("programme", "What a learner enrols in; it follows a plan."),
            ("opleiding", "Waarvoor een lerende zich inschrijft; volgt een plan."),
            ("õppekava", "Kuhu õppija astub; järgib plaani."),
        ),
        "cm:Requirement": (
            ("requirement", "A competency that is needed, and how far."),
            ("vereiste competentie", "Een competentie die nodig is, en tot welk niveau."),
            ("nõue", "Vajalik pädevus ja selle tase."),
        ),
        "cm:RoleProfile": (
            ("role profile", "The level an audience needs in each of some competencies."),
            ("rolprofiel", "Het niveau dat een doelgroep nodig heeft in een aantal competenties."),
            ("rolliprofiil", "Tase, mida sihtrühm vajab iga loetletud pädevuse puhul."),
        ),
        "cm:Scale": (
            ("scale", "An ordered set of proficiency levels, lowest first."),
            ("schaal", "Een geordende reeks beheersingsniveaus, laagste eerst."),
            ("skaala", "Järjestatud oskustasemed, madalaim esimesena."),
        ),
        "cm:Source": (
            ("source", "Where facts come from."),
            ("bron", "Waar feiten vandaan komen."),
            ("allikas", "Kust faktid pärinevad."),
        ),
        "cm:Unit": (
            ("unit", "Anything taught: a course, module, lecture, workshop, game and so on."),
            ("onderwijseenheid", "Alles wat onderwezen wordt: een vak, module, college, workshop."),
            ("õppeühik", "Kõik, mida õpetatakse: aine, moodul, loeng, töötuba, mäng."),
        ),
        "cm:Workload": (
            ("workload", "The time a learner needs, with where the number comes from."),
            ("studielast", "De tijd die een lerende nodig heeft, met de herkomst van het getal."),
            ("töömaht", "Aeg, mida õppija vajab, koos arvu päritoluga."),
        ),
    }
)
