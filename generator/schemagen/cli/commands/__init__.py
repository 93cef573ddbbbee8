"""One file per command: each exposes `command`, and the list of the files is the list of the commands."""
