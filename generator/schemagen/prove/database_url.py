"""The URL of a running server in, a place for a proof out: databases and roles of its own, nothing else touched."""

from __future__ import annotations

from collections.abc import Collection

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from schemagen.prove.engine import OLDEST_MAJOR
from schemagen.records import dataclass


class DatabaseRefused(Exception):
    """The server cannot be used for a proof; the message says why and what would help."""


@dataclass(frozen=True, slots=True)
class DatabaseServer:
    """A server that runs already. `url` connects as a superuser to a database in which nothing is done.

    The owner role needs no login there: sessions of the files begin as the superuser with `SET ROLE`, so that
    privileges and policies are those of the ordinary role.
    """

    url: str

    @classmethod
    def connect(cls, url: str, required_extensions: Collection[str] = ()) -> DatabaseServer:
        """Look whether the server will do. Raises DatabaseRefused."""
        try:
            with psycopg.connect(url, autocommit=True, connect_timeout=10) as connection:
                _look(connection, required_extensions)
        except psycopg.ProgrammingError as error:
            raise DatabaseRefused(f"the database URL is not understood: {str(error).strip()}") from error
        except psycopg.OperationalError as error:
            raise DatabaseRefused(f"no connection to the database URL: {str(error).strip()}") from error
        return cls(url)

    def conninfo(self, dbname: str = "postgres", user: str = "postgres") -> str:
        """`postgres` is the superuser of the URL, and its database; other names are those of the proof."""
        changed = {} if dbname == "postgres" else {"dbname": dbname}
        if user != "postgres":
            before = conninfo_to_dict(self.url).get("options")
            role = user.replace("\\", "\\\\").replace(" ", "\\ ")
            changed["options"] = " ".join(part for part in (str(before or ""), f"-c role={role}") if part)
        return make_conninfo(self.url, client_encoding="UTF8", application_name="schemagen", **changed)


def _look(connection: psycopg.Connection[tuple[object, ...]], required_extensions: Collection[str]) -> None:
    major = connection.info.server_version // 10000
    if major < OLDEST_MAJOR:
        raise DatabaseRefused(f"the server is PostgreSQL {major}, and {OLDEST_MAJOR} is the oldest that will do")
    row = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    if row is None or row[0] is not True:
        raise DatabaseRefused(
            "the role of the database URL is no superuser: a proof creates databases, an ordinary owner role and "
            "extensions, and must see rows that policies hide. Use a server that is there for tests, or leave "
            "--database-url out: then schemagen starts a server of its own"
        )
    rows = connection.execute("SELECT name::text FROM pg_available_extensions").fetchall()
    available = {name for (name,) in rows}
    missing = sorted(set(required_extensions) - available)
    if missing:
        raise DatabaseRefused(f"the server of the database URL lacks extension {', '.join(missing)}")
