"""What the arrays of a catalogue are made of, and how they are walked through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Lists:
    """A list of whole numbers for each of some things, one after the other.

    Attributes:
        starts: Where each list starts, and last where the last one ends.
        values: All lists in a row.
    """

    starts: Ints
    values: Ints

    def spread(self, things: Ints) -> tuple[Ints, Ints]:
        """Give what is in the lists of some things.

        Returns:
            For each value the place of its thing in `things`, and the value; in order.
        """
        who, at = stretches(self.starts[things], self.counts(things))
        return who, self.values[at]

    def counts(self, things: Ints) -> Ints:
        """Count what is in the lists of some things."""
        counted: Ints = self.starts[things + 1] - self.starts[things]
        return counted


def stretches(starts: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """Give every place in some stretches.

    Returns:
        For each place the number of its stretch, and the place; stretch after stretch.
    """
    who = np.repeat(np.arange(len(starts)), counts)
    before = np.cumsum(counts) - counts
    return who, np.arange(len(who)) + (starts - before)[who]


def firsts(held: Flags, begins: Ints) -> Ints:
    """Give the first place that is held in each stretch; `begins` is where they begin."""
    places = np.where(held, np.arange(len(held)), len(held))
    found: Ints = np.minimum.reduceat(places, begins)
    return found


def ints(values: Sequence[int]) -> Ints:
    """Make an array of whole numbers."""
    return np.fromiter(values, np.int64, len(values))


def lengths(several: Sequence[Sequence[object]]) -> Ints:
    """Give how many things are in each of some sequences."""
    return np.fromiter(map(len, several), np.int64, len(several))


def numbered(names: Sequence[str]) -> tuple[Sequence[str], Ints]:
    """Give the different names, sorted, and for each name which of them it is."""
    different = sorted(set(names))
    number = {name: n for n, name in enumerate(different)}
    return different, ints([number[name] for name in names])


def lists(found: Sequence[Sequence[int]]) -> Lists:
    """Put lists one after the other."""
    counts = lengths(found)
    return Lists(starts_of(counts), ints([n for each in found for n in each]))


def grouped(owners: Ints, count: int) -> Lists:
    """List for each of `count` owners the places at which it stands."""
    order = np.argsort(owners, kind="stable")
    return Lists(starts_of(np.bincount(owners, minlength=count)), order)


def starts_of(counts: Ints) -> Ints:
    """Give where each of some stretches starts, and last where the last one ends."""
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def places(known: Ints, asked: Ints) -> Ints:
    """Find numbers among sorted ones without repeats; what is not there stands at the end.

    Returns:
        For each number its place in `known`, or the length of `known`.
    """
    at: Ints = np.searchsorted(known, asked)
    missing = at == len(known)
    missing[~missing] = known[at[~missing]] != asked[~missing]
    at[missing] = len(known)
    return at


def among(known: Ints, asked: Ints) -> Flags:
    """Tell which numbers are among sorted ones without repeats."""
    return places(known, asked) < len(known)


def distinct(values: Ints) -> Ints:
    """Give the different values, sorted."""
    ordered = np.sort(values)
    return ordered[heads(ordered)]


def heads(values: Ints) -> Ints:
    """Give the places at which equal values that stand together begin."""
    begins = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=begins[1:])
    return np.flatnonzero(begins)


def heights(parts: Lists) -> Ints:
    """Give how many steps the longest way takes from each thing to one without parts."""
    left = np.diff(parts.starts)
    whole = np.repeat(np.arange(len(left)), left)
    uses = grouped(parts.values, len(left))
    height, step = np.zeros_like(left), 0
    done = np.flatnonzero(left == 0)
    while len(done):
        above = whole[uses.spread(done)[1]]
        np.subtract.at(left, above, 1)
        done = np.unique(above[left[above] == 0])
        step += 1
        height[done] = step
    return height


def totals(own: Ints, parts: Lists, height: Ints) -> Floats:
    """Add up what things and their parts have, all the way down.

    What is shared counts as often as there are ways to it, so this is an upper bound.
    """
    total = own.astype(np.float64)
    order = np.argsort(height, kind="stable")
    for things in np.split(order, np.flatnonzero(np.diff(height[order])) + 1)[1:]:
        who, part = parts.spread(things)
        total[things] += np.bincount(who, total[part])
    return total


def closure(owners: Ints, things: Ints, parts: Lists, height: Ints) -> tuple[Ints, Ints]:
    """Give everything that things consist of, all the way down, themselves included.

    Args:
        owners: Whom each thing belongs to, from 0.
        things: The things, from 0.
        parts: The direct parts of each thing.
        height: What `heights` gives for them.

    Returns:
        Each owner and thing once, sorted by these.
    """
    width = len(height) or 1
    found: list[Ints] = []
    waiting: dict[int, list[Ints]] = {}
    latest = owners * width + things
    while True:
        for step, some in _by_height(latest, height):
            waiting.setdefault(step, []).append(some)
        if not waiting:
            break
        # From the highest down, so everything is met in all its wholes before it is opened.
        found.append(distinct(np.concatenate(waiting.pop(max(waiting)))))
        who, part = parts.spread(found[-1] % width)
        latest = found[-1][who] // width * width + part
    every = np.sort(np.concatenate(found)) if found else latest
    return every // width, every % width


def _by_height(keys: Ints, height: Ints) -> Iterator[tuple[int, Ints]]:
    steps = height[keys % (len(height) or 1)]
    if not len(keys):
        return
    if not steps.any():
        yield 0, keys
        return
    order = np.argsort(steps, kind="stable")
    for places in np.split(order, heads(steps[order])[1:]):
        yield int(steps[places[0]]), keys[places]
