"""How an answer says something in a language."""

from __future__ import annotations

from collections.abc import Sequence

from curriculum_map.analysis.position import Position
from curriculum_map.analysis.sentences import sentences


class Speech:
    """Says sentences in one language."""

    def __init__(self, language: str = "") -> None:
        """Prepare to speak a language, one of `sentences.LANGUAGES`; empty means English.

        Raises:
            UnknownName: If answers do not speak it.
        """
        self._said = sentences(language)

    def say(self, key: str, **parts: str | int) -> str:
        """Say a sentence or a part of one."""
        return self._said[key].format_map(parts)

    def counted(self, key: str, count: int, **parts: str | int) -> str:
        """Say something of one thing or of many."""
        return self.say(f"{key}:{'one' if count == 1 else 'many'}", count=count, **parts)

    def quoted(self, words: str) -> str:
        """Put words in quotation marks."""
        return self.say("quoted", words=words)

    def number(self, number: float) -> str:
        """Write a number with the decimal sign of the language."""
        return f"{number:.10g}".replace(".", self._said["decimal"])

    def hours(self, hours: float) -> str:
        """Write an amount of hours as `tenths` has it."""
        return self.number(tenths(hours))

    def joined(self, words: Sequence[str], joint: str) -> str:
        """Join words by `and` or `or`."""
        return self._said[joint].join(words)

    def listed(self, words: Sequence[str]) -> str:
        """Join words as a sentence does; after three of them the rest is only counted."""
        shown, rest = list(words[:3]), len(words) - 3
        shown += [self.say("more", count=rest)] if rest > 0 else []
        return self.joined([*filter(None, [", ".join(shown[:-1])]), *shown[-1:]], "and")

    def inside(self, units: Sequence[str]) -> str:
        """Say that something is in a unit or in several, which are named already."""
        return self.counted("in", len(units), units=self.listed(units))

    def when(self, position: Position) -> str:
        """Say a place in time."""
        if position.year is None:
            return self.say("year:unknown")
        if position.term:
            return self.say("year:term", year=position.year, term=position.term)
        return self.say("year", year=position.year)


def tenths(hours: float) -> float:
    """Round hours as people read them: to tenths, halves upwards; 0 only where it is nothing.

    Args:
        hours: 0 or more; thousandths of an hour count, and nothing smaller.
    """
    thousandths = round(1000 * hours)
    return max((thousandths + 50) // 100, min(thousandths, 1)) / 10


def sentence(parts: Sequence[str]) -> str:
    """Make a sentence of its parts; empty for none."""
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}." if said else ""
