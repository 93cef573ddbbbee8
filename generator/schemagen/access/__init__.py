"""The access matrix: in, a project with its intent; out, rows, sessions, what to try and what must come of it."""
