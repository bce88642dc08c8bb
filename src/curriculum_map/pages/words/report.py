"""What the report says."""

from __future__ import annotations

from curriculum_map.pages.words.phrase import Phrases, Words

WORDS: Phrases = {
    "graph_page": Words(*3 * ("Knowledge graph",)),
    "report_title": Words(*3 * ("What the curriculum covers",)),
    "report_lead": Words(
        *3 * ("Each programme is compared with what it wants its students to have.",)
    ),
    "overview": Words(*3 * ("All programmes",)),
    "heat_label": Words(*3 * ("{programme}: level by competency and unit",)),
    "trace_of": Words(*3 * ("{competency} in {unit}",)),
    "filter_text": Words(*3 * ("Competency, unit or word",)),
    "filter_code": Words(*3 * ("Kind of gap",)),
    "filter_programme": Words(*3 * ("Programme",)),
    "shown": Words(*3 * ("{rows} competency rows and {gaps} findings are shown.",)),
}
