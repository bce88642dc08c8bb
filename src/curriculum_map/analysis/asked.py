"""What somebody may say about every question that compares a programme before and after."""

from __future__ import annotations

from typing import NamedTuple


class Asked(NamedTuple):
    """With what to compare, what counts, and how to say it.

    Attributes:
        profile: The role profile every programme is compared with; empty means those it aims at.
        only: The weakest status of contributions that count, `declared` or `reviewed`; empty
            lets all count.
        language: What the answer speaks, one of `sentences.LANGUAGES`; what authors wrote is
            said in it, too, as far as they did. Empty means English about things called as the
            project calls them first.
    """

    profile: str = ""
    only: str = ""
    language: str = ""
