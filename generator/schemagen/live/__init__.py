"""A database of the user's own, looked at and never changed: checks and the state of the phases."""
