"""Text in one or more languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """What an author wrote, in each language it was written in.

    A text without languages is the empty text and is false.

    Attributes:
        values: Pairs of language tag and text, sorted by language tag.
    """

    values: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.values)

    @property
    def languages(self) -> tuple[str, ...]:
        """The language tags it is written in, sorted."""
        return tuple(language for language, _ in self.values)

    def said_in(self, *languages: str) -> tuple[str, str]:
        """Choose the language to show.

        Args:
            languages: Language tags, most wanted first.

        Returns:
            Language tag and text in the first of `languages` there is, else in the
            first there is at all; two empty strings for the empty text.
        """
        said = dict(self.values)
        for language in languages:
            if language in said:
                return language, said[language]
        return self.values[0] if self.values else ("", "")

    def show(self, *languages: str) -> str:
        """Give the text alone, in the language that `said_in` chooses."""
        return self.said_in(*languages)[1]


NOTHING_SAID = Text()
