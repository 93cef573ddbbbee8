"""The URL of a user's database in, a session out that only looks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import psycopg

Connection: TypeAlias = "psycopg.Connection[Any]"

OLDEST_MAJOR = 14


class DatabaseUnreachable(Exception):
    """There is no session, or it ended; the message says why."""


@contextmanager
def looking(url: str) -> Iterator[Connection]:
    """A session in autocommit whose transactions are read-only by default. Raises DatabaseUnreachable."""
    try:
        connection = psycopg.connect(
            url,
            autocommit=True,
            connect_timeout=10,
            client_encoding="UTF8",
            application_name="schemagen",
        )
    except psycopg.ProgrammingError as error:
        raise DatabaseUnreachable(f"the database URL is not understood: {error}") from error
    except psycopg.OperationalError as error:
        raise DatabaseUnreachable(f"no connection to the database URL: {str(error).strip()}") from error
    with connection:
        major = connection.info.server_version // 10000
        if major < OLDEST_MAJOR:
            raise DatabaseUnreachable(f"the server is PostgreSQL {major}; the oldest that will do is {OLDEST_MAJOR}")
        try:
            connection.execute("SET default_transaction_read_only = on")
            yield connection
        except psycopg.Error as error:
            raise DatabaseUnreachable(str(error).strip()) from error
