"""The URL of a running server in, a place for a proof out: databases and roles of its own, nothing else touched."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, TypeAlias

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from schemagen.prove.baseline import OWNER, missing_roles
from schemagen.prove.engine import OLDEST_MAJOR
from schemagen.records import dataclass

Connection: TypeAlias = "psycopg.Connection[Any]"


class DatabaseRefused(Exception):
    """The server cannot be used for a proof; the message lists everything that is in the way and what would help."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a proof will need of a server. `copy_of` is the database that it copies, empty for none."""

    extensions: Collection[str] = ()
    roles: Collection[str] = ()
    may_create_roles: bool = True
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class DatabaseServer:
    """A server that runs already. `url` connects as a superuser to a database in which nothing is done.

    The owner role needs no login there: sessions of the files begin as the superuser with `SET ROLE`, so that
    privileges and policies are those of the ordinary role.
    """

    url: str

    @classmethod
    def connect(cls, url: str, wanted: Wanted) -> DatabaseServer:
        """Look whether the server will do, before anything is done there. Raises DatabaseRefused."""
        try:
            with psycopg.connect(url, autocommit=True, connect_timeout=10) as connection:
                problems = list(_problems(connection, wanted))
        except psycopg.ProgrammingError as error:
            raise DatabaseRefused(f"the database URL is not understood: {str(error).strip()}") from error
        except psycopg.OperationalError as error:
            raise DatabaseRefused(f"no connection to the database URL: {str(error).strip()}") from error
        if problems:
            lines = problems if len(problems) == 1 else ["it cannot be proven there:", *(f"- {p}" for p in problems)]
            raise DatabaseRefused("\n".join(lines))
        return cls(url)

    def conninfo(self, dbname: str = "postgres", user: str = "postgres") -> str:
        """`postgres` is the superuser of the URL, and its database; other names are those of the proof."""
        changed = {} if dbname == "postgres" else {"dbname": dbname}
        if user != "postgres":
            before = conninfo_to_dict(self.url).get("options")
            role = user.replace("\\", "\\\\").replace(" ", "\\ ")
            changed["options"] = " ".join(part for part in (str(before or ""), f"-c role={role}") if part)
        return make_conninfo(self.url, client_encoding="UTF8", application_name="schemagen", **changed)


def _problems(connection: Connection, wanted: Wanted) -> Iterator[str]:
    """All that the proof would stumble over."""
    major = connection.info.server_version // 10000
    if major < OLDEST_MAJOR:
        yield f"the server is PostgreSQL {major}, and {OLDEST_MAJOR} is the oldest that will do"
    if connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchall() != [(True,)]:
        yield (
            "the role of the database URL is no superuser: a proof creates databases, an ordinary owner role and "
            "extensions, and must see rows that policies hide. Use a server that is there for tests, or leave "
            "--database-url out: then schemagen starts a server of its own"
        )
    yield from _extensions(connection, wanted)
    yield from _roles(connection, wanted)
    yield from _copy(connection, wanted)


def _extensions(connection: Connection, wanted: Wanted) -> Iterator[str]:
    available = {name for (name,) in connection.execute("SELECT name::text FROM pg_available_extensions").fetchall()}
    missing = sorted(set(wanted.extensions) - available)
    if missing:
        yield f"the server of the database URL lacks extension {', '.join(missing)}"


def _roles(connection: Connection, wanted: Wanted) -> Iterator[str]:
    missing = missing_roles(connection, wanted.roles)
    if missing and not wanted.may_create_roles:
        yield (
            f"the server lacks role {', '.join(missing)}: with --create-roles the proof makes what is missing "
            "and drops it again"
        )
    query = "SELECT rolname FROM pg_roles WHERE rolname = %s AND (rolsuper OR rolbypassrls)"
    if connection.execute(query, [OWNER]).fetchall():
        yield f"role {OWNER}, which is to run the files, is a superuser or has BYPASSRLS: nothing would bind it"


def _copy(connection: Connection, wanted: Wanted) -> Iterator[str]:
    if not wanted.copy_of:
        return
    found = connection.execute("SELECT datname FROM pg_database WHERE datname = %s", [wanted.copy_of]).fetchall()
    if not found:
        yield f"there is no database {wanted.copy_of} to copy"
        return
    query = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()"
    ((others,),) = connection.execute(query, [wanted.copy_of]).fetchall()
    if connection.info.dbname == wanted.copy_of or others:
        yield (
            f"database {wanted.copy_of} cannot be copied while somebody is connected to it: "
            + (f"{others} sessions are" if others else "the database URL is")
            + "; name another database in the URL, end the sessions, or restore a backup and name that"
        )
