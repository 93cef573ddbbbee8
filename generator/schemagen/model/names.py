"""Names of database objects: in, the parts of a name; out, values that compare, sort and hash."""

from __future__ import annotations

from typing import NamedTuple

MAX_NAME_BYTES = 63
"""PostgreSQL cuts longer identifiers silently (NAMEDATALEN - 1); schemagen refuses them instead."""


class QualifiedName(NamedTuple):
    """The raw, unquoted name of an object in a schema. Quoting happens in a filter, never here."""

    schema: str
    name: str

    def __str__(self) -> str:
        """For messages to people only; never for SQL."""
        return f"{self.schema}.{self.name}"


def too_long(name: str) -> bool:
    """Whether PostgreSQL would cut this identifier: the limit counts bytes of UTF-8, not characters."""
    return len(name.encode()) > MAX_NAME_BYTES
