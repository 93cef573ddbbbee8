"""`python -m schemagen`: the same as the command `schemagen`."""

from schemagen.cli.main import entry

entry()
