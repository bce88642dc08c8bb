"""Every exception that curriculum_map raises on purpose.

Each carries its parts as attributes and a `code` that docs/problems.md explains,
so that nobody has to take a message apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from curriculum_map.problems import Problem


class CurriculumMapError(Exception):
    """Something is wrong with what was asked or what was read, not with the program."""

    code: ClassVar[str]


class InvalidProject(CurriculumMapError, ValueError):
    """The sources of a project have problems that keep it from being used.

    Attributes:
        problems: Every problem found in the run, warnings included, sorted.
    """

    code = "invalid-project"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Sequence[Problem] = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnknownName(CurriculumMapError, LookupError):
    """Something was called by a name that nothing carries.

    Attributes:
        kind: What was looked for, such as "programme".
        name: The name as it was typed.
        known: The names there are, sorted.
    """

    code = "unknown-name"

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind, self.name, self.known = kind, name, sorted(known)
        super().__init__(f'There is no {kind} called "{name}". {way_out(name, self.known)}')


class BadQuestion(CurriculumMapError, ValueError):
    """A question that makes no sense for this project, such as a profile nobody defined."""

    code = "bad-question"


class NoSolver(CurriculumMapError, FileNotFoundError):
    """The program was installed without the solver that its pages bring along."""

    code = "no-solver"

    def __init__(self) -> None:
        super().__init__(
            "The solver for the page of learning paths was not installed with the program. Run"
            " `make` in its folder, or install it again with pip."
        )


def way_out(name: str, known: Sequence[str]) -> str:
    """Suggest what may have been meant by `name`: the nearest known one, or a few of them.

    Returns:
        A sentence that quotes at most six names; "None is defined." when there are none.
    """
    from difflib import get_close_matches

    if near := get_close_matches(name, known, n=1):
        return f'Did you mean "{near[0]}"?'
    if not known:
        return "None is defined."
    shown = ", ".join(known[:6])
    return f"Known: {shown}." if len(known) <= 6 else f"Known: {shown} and {len(known) - 6} more."
