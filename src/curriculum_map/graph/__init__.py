"""Catalogue -> typed networkx graph, where its nodes stand in a picture, and graph files."""

from curriculum_map.graph.boxes import CELL, COARSE, FINE, FINE_CELL, Box, boxes, is_fine
from curriculum_map.graph.build import EDGE_KINDS, NODE_KINDS, EdgeKind, NodeKind, build, node_id
from curriculum_map.graph.chains import Steps, chains
from curriculum_map.graph.folding import fold
from curriculum_map.graph.homes import closed, homes, stand_in
from curriculum_map.graph.layout import columns

__all__ = [
    "CELL",
    "COARSE",
    "EDGE_KINDS",
    "FINE",
    "FINE_CELL",
    "NODE_KINDS",
    "Box",
    "EdgeKind",
    "NodeKind",
    "Steps",
    "boxes",
    "build",
    "chains",
    "closed",
    "columns",
    "fold",
    "homes",
    "is_fine",
    "node_id",
    "stand_in",
]
