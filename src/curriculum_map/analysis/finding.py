"""A finding: one line of an answer that somebody should act on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is not as it should be, why, and where it can be mended.

    Attributes:
        code: One of `definitions.FINDINGS`.
        reason: One plain sentence.
        where: The place in the sources that has to be mended; empty if it is not known.
        programme: The programme it is about; empty for none.
        profile: The profile compared with; empty for none.
        competency: The competency it is about; empty for none.
        required: The rank there should be, on the competency's own scale.
        reached: The rank there is.
        unit: The unit it is about; empty for none.
        outcome: The outcome of `unit` it is about; empty for none.
    """

    code: str
    reason: str
    where: str = ""
    programme: str = ""
    profile: str = ""
    competency: str = ""
    required: int = 0
    reached: int = 0
    unit: str = ""
    outcome: str = ""
