"""Learning paths: the cheapest open way to a goal, in terms."""
