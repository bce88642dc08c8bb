"""What is typed in a cell, taken apart into codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from curriculum_map.formats.matrix.declaration import Code

_SEPARATORS = ",;/+&|"
Splitter = Callable[[str], Sequence[str]]


class Codes:
    """The codes that a file may use."""

    def __init__(self, codes: Iterable[Code]) -> None:
        """Learn them; upper and lower case are the same where no two codes differ in it alone."""
        self.known = {each.code: each for each in codes}
        folded: dict[str, list[Code]] = {}
        for each in self.known.values():
            folded.setdefault(_folded(each.code), []).append(each)
        self._folded = {name: same[0] for name, same in folded.items() if len(same) == 1}
        between = [each for each in _SEPARATORS if each not in self.known]
        separator = f"[{re.escape(''.join(between))}\n]"
        self._splitters: tuple[Splitter, ...] = (
            lambda text: re.split(separator, text),
            str.split,
            re.compile(r"\w+|[^\w\s]").findall,
        )

    def read(self, text: str) -> list[Code] | None:
        """Give the codes of a cell in the order they are typed.

        A cell is one code, or several with one of `, ; / + & |` or a space between them; a sign
        may follow a code without a space, as in `M*`.

        Returns:
            `None` if something in the cell is no code.
        """
        return self._read(text.strip(), self._splitters)

    def _read(self, text: str, splitters: Sequence[Splitter]) -> list[Code] | None:
        found = self.known.get(text) or self._folded.get(_folded(text))
        if found or not splitters:
            return [found] if found else None
        parts = [part.strip() for part in splitters[0](text) if part.strip()]
        read = [self._read(part, splitters[1:]) for part in parts]
        if not read or not all(read):
            return None
        return [code for codes in read if codes for code in codes]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
