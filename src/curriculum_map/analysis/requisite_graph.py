"""What must come before what, as numbers in an order that never looks back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

Links = Sequence[Collection[int]]
"""For each thing, by number, the numbers of others."""


@dataclass(frozen=True, slots=True)
class RequisiteGraph:
    """Things, and what each of them needs, without circles.

    Attributes:
        ids: What the things are called. What is needed stands before what needs it, and
            things that are linked, over however many others, stand together.
        needs: For each thing the numbers of what it needs directly, all smaller than its own.
        opens: For each thing the numbers of what needs it directly, all larger than its own.
        starts: For each thing the smallest number among those it is linked with.
        authored: The numbers in the order in which the things were given.
        circles: Things that need each other, each circle in the order given. Links inside a
            circle are in neither `needs` nor `opens`, for they put nothing first.
        dropped: How many links that are.
    """

    ids: tuple[str, ...]
    needs: tuple[tuple[int, ...], ...]
    opens: tuple[tuple[int, ...], ...]
    starts: tuple[int, ...]
    authored: tuple[int, ...]
    circles: tuple[tuple[str, ...], ...] = ()
    dropped: int = 0

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def links(self) -> int:
        """The number of direct links that are counted."""
        return sum(map(len, self.needs))


def requisite_graph(needs: Mapping[str, Collection[str]]) -> RequisiteGraph:
    """Bring things into an order in which what is needed comes first.

    Takes time and memory in proportion to the number of things and links.

    Args:
        needs: Each thing, in the order answers should have, and what it needs directly. Names
            that are no key are left out; a name that stands there twice counts once.
    """
    numbers = {name: number for number, name in enumerate(needs)}
    # Tuples, for the garbage collector soon stops looking at those.
    before: Links = [
        tuple([numbers[name] for name in dict.fromkeys(names) if name in numbers])
        for names in needs.values()
    ]
    order, starts = _order(before)
    if len(order) == len(before):
        return _graph(tuple(needs), before, order, starts)
    circles = _circles(before, order)
    straight = _without(before, circles)
    graph = _graph(tuple(needs), straight, *_order(straight))
    names = tuple(needs)
    return replace(
        graph,
        circles=tuple(tuple(names[number] for number in circle) for circle in circles),
        dropped=sum(map(len, before)) - sum(map(len, straight)),
    )


def _graph(
    names: Sequence[str], before: Links, order: Sequence[int], starts: Sequence[int]
) -> RequisiteGraph:
    place = [0] * len(order)
    for new, old in enumerate(order):
        place[old] = new
    needs = tuple(tuple(sorted([place[n] for n in before[old]])) for old in order)
    return RequisiteGraph(
        ids=tuple(names[old] for old in order),
        needs=needs,
        opens=tuple(map(tuple, _turned(needs))),
        starts=tuple(starts),
        authored=tuple(place),
    )


def _turned(links: Links) -> list[list[int]]:
    turned: list[list[int]] = [[] for _ in links]
    for number, others in enumerate(links):
        for other in others:
            turned[other].append(number)
    return turned


def _order(before: Links) -> tuple[list[int], list[int]]:
    """Order things, those linked together side by side; also give where each company starts.

    Things in or behind a circle are left out.
    """
    after = _turned(before)
    missing = list(map(len, before))
    order: list[int] = []
    starts: list[int] = []
    for company in _companies(before, after):
        start = len(order)
        ready = [number for number in reversed(company) if not missing[number]]
        while ready:
            number = ready.pop()
            order.append(number)
            for other in after[number]:
                missing[other] -= 1
                if not missing[other]:
                    ready.append(other)
        starts += [start] * (len(order) - start)
    return order, starts


def _companies(before: Links, after: Links) -> Iterator[list[int]]:
    """Give the things that are linked with each other, in whatever direction."""
    seen = [False] * len(before)
    for first in range(len(before)):
        if not seen[first]:
            seen[first] = True
            company = [first]
            # The list grows while it is walked.
            for number in company:
                for other in (*before[number], *after[number]):
                    if not seen[other]:
                        seen[other] = True
                        company.append(other)
            yield sorted(company)


def _circles(before: Links, order: Collection[int]) -> list[list[int]]:
    """Give the things that lead back to themselves, those of one circle together."""
    import networkx as nx

    rest = set(range(len(before))) - set(order)
    graph = nx.DiGraph((n, other) for n in sorted(rest) for other in before[n] if other in rest)
    circles = map(sorted, nx.strongly_connected_components(graph))
    return sorted(c for c in circles if len(c) > 1 or c[0] in before[c[0]])


def _without(before: Links, circles: Collection[Sequence[int]]) -> Links:
    circle_of = {number: place for place, circle in enumerate(circles) for number in circle}
    return [
        tuple(n for n in needs if n not in circle_of or circle_of[n] != circle_of.get(number))
        for number, needs in enumerate(before)
    ]
