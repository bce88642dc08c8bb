"""Coverage of large catalogues: compiled into arrays, answered many programmes at a time."""
