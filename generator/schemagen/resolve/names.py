"""Names from conventions: in, the templates of a specification and the parts of a name; out, names that fit.

A template is text with placeholders in braces, such as `{table}_{columns}_idx`; `columns` are joined by `_`.
PostgreSQL's own default names are the default of every template that PostgreSQL has a default for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from schemagen.model.names import MAX_NAME_BYTES
from schemagen.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Names:
    """The naming conventions: what kind of object gets which template."""

    templates: Mapping[str, str] = field(default_factory=dict)

    def make(self, kind: str, *, columns: Iterable[str] = (), **parts: str) -> str:
        """The name of an object, however long; resolve checks the lengths of all names at its end.

        `kind` is a key of `conventions.names` ('unique', 'policy', ...); `parts` are what its template may hold
        beside `columns`: table, column, role, verb, function.
        """
        return self.templates[kind].format(columns="_".join(columns), **parts)


def fill(template: str, parts: Mapping[str, str]) -> str:
    """The template with its placeholders replaced; the language lets no other braces stand in one."""
    return template.format_map(parts)


def next_free(name: str, taken: Iterable[str]) -> str:
    """The name itself, or with the first number from 1 that makes it new, as PostgreSQL does for its own names."""
    used = set(taken)
    if name not in used:
        return name
    number = 1
    while f"{name}{number}" in used:
        number += 1
    return f"{name}{number}"


@dataclass(frozen=True, slots=True)
class PostgresNames(Names):
    """The names that PostgreSQL itself gives, cut to 63 bytes as it cuts them; for what exists already."""

    def make(self, kind: str, *, columns: Iterable[str] = (), **parts: str) -> str:
        """As makeObjectName() in src/backend/commands/indexcmds.c: the longer of table and columns is cut first."""
        label = _LABELS[kind]
        second = parts.get("column") or "_".join(columns)
        if kind == "primary_key":
            second = ""
        first_bytes, second_bytes = parts.get("table", parts.get("domain", "")).encode(), second.encode()
        room = MAX_NAME_BYTES - len(label) - 1 - (1 if second else 0)
        first_size, second_size = len(first_bytes), len(second_bytes)
        while first_size + second_size > room:
            if first_size > second_size:
                first_size -= 1
            else:
                second_size -= 1
        pieces = [_whole(first_bytes[:first_size]), _whole(second_bytes[:second_size]), label]
        return "_".join(piece for piece in pieces if piece)


_LABELS = {
    "primary_key": "pkey",
    "unique": "key",
    "check": "check",
    "table_check": "check",
    "domain_check": "check",
    "foreign_key": "fkey",
    "index": "idx",
    "exclude": "excl",
}

POSTGRES_NAMES = PostgresNames()


def _whole(cut: bytes) -> str:
    """Bytes of UTF-8 without a character that was cut in two at their end."""
    return cut.decode(errors="ignore")
