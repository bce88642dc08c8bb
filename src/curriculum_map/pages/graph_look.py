"""What the things of a graph look like: one sign for each kind, the same in every picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from curriculum_map.graph import EdgeKind, NodeKind

SIGNS: Mapping[NodeKind, str] = {
    "institution": "M-7-7H7V7H-7Z",
    "programme": "M0-9 9 0 0 9-9 0Z",
    "unit": "M-9-5H9V5H-9Z",
    "competency": "M-8 0A8 8 0 1 1 8 0A8 8 0 1 1-8 0Z",
    "area": "M0-8 8.5 7H-8.5Z",
    "framework": "M0-9 2.3-3.1 8.6-2.8 3.7 1.2 5.3 7.3 0 3.8-5.3 7.3-3.7 1.2-8.6-2.8-2.3-3.1Z",
    "profile": "M0 8-8.5-7H8.5Z",
    "concept": "M-8 0-4-7H4L8 0 4 7H-4Z",
}
"""The outline of each kind as an SVG path, within 10 units of 0."""

DASHED: Sequence[EdgeKind] = ("requires", "needs", "aligned")
"""The relations drawn as broken lines."""
