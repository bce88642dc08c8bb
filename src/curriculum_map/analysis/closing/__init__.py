"""Closing plans: the cheapest existing units that close the gaps of a programme."""
