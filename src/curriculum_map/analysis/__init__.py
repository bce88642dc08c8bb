"""Questions about a catalogue, answered as tables.

Every function takes a checked catalogue, changes nothing and returns a `Table`. Here is what
the answers mean in figures; the sentences that say so are in `definitions`.
"""

from curriculum_map.analysis.coverage import coverage
from curriculum_map.analysis.table import Table

__all__ = ["Table", "coverage"]
