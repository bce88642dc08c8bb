"""What a written matrix says beside the words of its authors, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_WORDS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "year": ("Year", "Jaar", "Aasta"),
        "term": ("Term", "Periode", "Periood"),
        "elective": ("Elective", "Keuze", "Valikaine"),
        "choose": ("choose {n}", "kies {n}", "vali {n}"),
        "credits": ("EC", "EC", "EAP"),
        "id": ("Id", "Id", "Id"),
        "framework": ("Framework", "Raamwerk", "Raamistik"),
        "area": ("Area", "Domein", "Valdkond"),
        "competency": ("Competency", "Competentie", "Pädevus"),
        "unit": ("Unit", "Eenheid", "Õppeüksus"),
        "required": ("Required", "Vereist", "Nõutav"),
        "state": ("State", "Status", "Seis"),
        "absent": ("absent", "ontbreekt", "puudub"),
        "assessed": ("assessed", "getoetst", "hinnatakse"),
        "legend": ("Legend", "Legenda", "Selgitus"),
    }
)
_LANGUAGES = ("en", "nl", "et")


def word(name: str, language: str) -> str:
    """Give a word; in English where a language is not known."""
    known = language.partition("-")[0]
    return _WORDS[name][_LANGUAGES.index(known) if known in _LANGUAGES else 0]
