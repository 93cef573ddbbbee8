"""Templates and values in, text out: the Jinja environment and the quoting of each output language."""
