"""The SQL of the output in, findings with rule, place and advice out; one file per rule."""
