"""What is said while the sources cannot be used."""

from __future__ import annotations

from curriculum_map.pages.words.phrase import Phrases, Words

WORDS: Phrases = {
    "problems_title": Words(
        "The sources have errors", "Er zitten fouten in de bronbestanden", "Allikfailides on vigu"
    ),
    "problems_lead": Words(
        "Mend them and save: this page gives way to the pages by itself.",
        "Verbeter ze en sla op: deze pagina maakt vanzelf plaats voor de andere.",
        "Paranda ja salvesta: see leht annab ise teistele lehtedele koha.",
    ),
}
