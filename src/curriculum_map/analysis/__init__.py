"""Questions about a catalogue, answered as tables.

Every function takes a checked catalogue, changes nothing and returns a `Table`. What the
answers mean is said in `definitions`.
"""

from curriculum_map.analysis.coverage import coverage
from curriculum_map.analysis.figures import figures
from curriculum_map.analysis.gaps import gaps
from curriculum_map.analysis.redundancy import redundancy, spirals
from curriculum_map.analysis.table import Table
from curriculum_map.analysis.trace import contributions, matrix

__all__ = [
    "Table",
    "contributions",
    "coverage",
    "figures",
    "gaps",
    "matrix",
    "redundancy",
    "spirals",
]
