"""A connection in, a transaction out in which the server prints names in full and values exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

import psycopg

Connection: TypeAlias = "psycopg.Connection[Any]"
Row: TypeAlias = tuple[Any, ...]

_SETTINGS = """
SELECT set_config('search_path', '', true), set_config('TimeZone', 'UTC', true),
       set_config('DateStyle', 'ISO, YMD', true), set_config('IntervalStyle', 'postgres', true),
       set_config('extra_float_digits', '1', true), set_config('bytea_output', 'hex', true),
       set_config('xmlbinary', 'base64', true), set_config('lc_monetary', 'C', true),
       set_config('quote_all_identifiers', 'off', true)
"""


@contextmanager
def reading(connection: Connection) -> Iterator[None]:
    """A transaction, or a savepoint in the caller's, that is always rolled back and leaves no setting behind.

    Within it the search path is empty, so that expressions and definitions name everything with its schema
    and do not depend on who asks.
    """
    with connection.transaction(force_rollback=True):
        connection.execute(_SETTINGS)
        yield


def fetch(connection: Connection, query: str, schemas: Sequence[str]) -> list[Row]:
    """All rows of a query whose parameter `schemas` is a list of schema names."""
    # The texts are constants of this package; psycopg wants to see that in the type.
    return connection.execute(query.encode(), {"schemas": list(schemas)}).fetchall()


NOT_OF_EXTENSION = """
NOT EXISTS (SELECT FROM pg_depend AS member
            WHERE member.classid = {catalog!r}::regclass AND member.objid = {oid} AND member.objsubid = 0
              AND member.deptype = 'e')
"""


def not_of_extension(catalog: str, oid: str) -> str:
    """The SQL condition that an object does not belong to an extension."""
    return NOT_OF_EXTENSION.format(catalog=catalog, oid=oid)
