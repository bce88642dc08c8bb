"""The curriculum matrix that designers keep: competencies against units, a code in each cell."""
