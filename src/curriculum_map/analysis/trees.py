"""Requisite trees: whether one holds, and the part that does not in words."""

from __future__ import annotations

from collections.abc import Callable

from curriculum_map.analysis.speech import Speech
from curriculum_map.model import AllOf, AnyOf, Needs, Requisite


def holds(tree: Requisite, met: Callable[[Needs], bool]) -> bool:
    """Tell whether a tree holds, given which of its leaves do."""
    if isinstance(tree, Needs):
        return met(tree)
    decide = all if isinstance(tree, AllOf) else any
    return decide(holds(item, met) for item in tree.items)


def unmet(
    tree: Requisite,
    fulfilled: Callable[[Requisite], bool],
    say: Callable[[Needs], str],
    speech: Speech,
) -> str:
    """Say the part of an unfulfilled tree that is to blame.

    Of an all-of those items that are not fulfilled, of an any-of all items.

    Args:
        tree: A tree that is not fulfilled.
        fulfilled: Tells whether a tree, or one inside it, is fulfilled.
        say: Words a leaf.
        speech: Joins the words.
    """

    def said(item: Requisite) -> str:
        words = unmet(item, fulfilled, say, speech)
        return words if isinstance(item, Needs) else f"({words})"

    if isinstance(tree, Needs):
        return say(tree)
    if isinstance(tree, AnyOf):
        return speech.joined(list(map(said, tree.items)), "or") or speech.say("needs:none")
    blamed = [item for item in tree.items if not fulfilled(item)]
    if len(blamed) == 1:
        return unmet(blamed[0], fulfilled, say, speech)
    return speech.joined(list(map(said, blamed)), "and")
