"""Catalogue -> typed networkx graph, and where its nodes stand in a picture."""

from curriculum_map.graph.build import EDGE_KINDS, NODE_KINDS, EdgeKind, NodeKind, build, node_id
from curriculum_map.graph.layout import columns

__all__ = [
    "EDGE_KINDS",
    "NODE_KINDS",
    "EdgeKind",
    "NodeKind",
    "build",
    "columns",
    "node_id",
]
