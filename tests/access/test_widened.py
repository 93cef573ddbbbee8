"""Access that was changed by hand in a migrated database: prove and both files of tests fail at exactly its cells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import psycopg
import pytest

from access.database import Migrated, copy_of, migrated, small, without_labels
from schemagen.prove import engine
from schemagen.prove.baseline import BASELINES
from schemagen.prove.run import prove
from schemagen.prove.server import ScratchServer
from scratch import ONE_ENGINE

WITHOUT = ("no tenant", "empty tenant")
SESSIONS = (*WITHOUT, "malformed tenant", "as tenant")
EVERYTHING = ("select", "lock", "update", "delete", "insert", "upsert", "change", "take")
KINDS = ("own", "shared", "foreign")


def cells(
    table: str, role: str, sessions: tuple[str, ...], attempts: tuple[str, ...], labels: tuple[str, ...] = ()
) -> set[str]:
    """The names of cells."""
    where = [f"public.{table} as {role}, {session}: {attempt}" for session, attempt in product(sessions, attempts)]
    return {f"{cell} {label}" for cell in where for label in labels} if labels else set(where)


AUTHENTICATED = "authenticated"
WIDENED = {
    "a policy that shows all rows": (
        "ALTER POLICY skills_authenticated_select ON skills USING (true)",
        cells("skills", AUTHENTICATED, WITHOUT, ("select",), ("own", "foreign"))
        | cells("skills", AUTHENTICATED, ("malformed tenant",), ("select",), KINDS)
        | cells("skills", AUTHENTICATED, ("as tenant",), ("select",), ("foreign",)),
    ),
    "a policy that forgets a link": (
        "ALTER POLICY role_skills_authenticated_insert ON role_skills WITH CHECK (EXISTS (SELECT FROM org_roles AS r "
        "WHERE r.id = role_id AND r.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid))",
        cells("role_skills", AUTHENTICATED, ("as tenant",), ("insert",), ("own/foreign",)),
    ),
    "a policy that is for another role too": (
        "ALTER POLICY areas_service_role_all ON areas TO service_role, authenticated",
        cells("areas", AUTHENTICATED, ("as tenant",), ("select",), ("own/foreign", "shared/foreign"))
        | cells("areas", AUTHENTICATED, ("as tenant",), ("select",), ("foreign/own", "foreign/shared"))
        | cells("areas", AUTHENTICATED, ("as tenant",), ("select",), ("foreign/foreign", "foreign/none")),
    ),
    "WITH CHECK (true) where rows are inserted": (
        "ALTER POLICY skills_authenticated_insert ON skills WITH CHECK (true)",
        cells("skills", AUTHENTICATED, (*WITHOUT, "malformed tenant"), ("insert",), KINDS)
        | cells("skills", AUTHENTICATED, ("as tenant",), ("insert",), ("shared", "foreign")),
    ),
    # A row that its giver may no longer see is still refused; one for everybody is not.
    "WITH CHECK (true) where rows are changed": (
        "ALTER POLICY skills_authenticated_update ON skills WITH CHECK (true)",
        cells("skills", AUTHENTICATED, ("as tenant",), ("change",), ("shared",)),
    ),
    "a policy dropped": (
        "DROP POLICY notes_service_role_all ON notes",
        cells("notes", "service_role", SESSIONS, EVERYTHING, ("own", "foreign", "none")),
    ),
    "a grant too many": (
        "GRANT SELECT ON skills TO anon",
        cells("skills", "anon", SESSIONS, ("select",), KINDS) | cells("skills", "anon", ("any",), ("privileges",)),
    ),
    "a grant on a column": (
        "GRANT UPDATE (note) ON role_skills TO anon",
        cells("role_skills", "anon", ("any",), ("privileges",)),
    ),
    "TRUNCATE granted": (
        "GRANT TRUNCATE ON role_skills TO service_role",
        cells("role_skills", "service_role", SESSIONS, ("truncate",))
        | cells("role_skills", "service_role", ("any",), ("privileges",)),
    ),
    "REFERENCES granted": (
        "GRANT REFERENCES ON skills TO authenticated",
        cells("skills", AUTHENTICATED, ("any",), ("privileges",)),
    ),
    "an old policy changed": (
        "ALTER POLICY read_all ON org_roles USING (tenant_id IS NULL)",
        cells("org_roles", AUTHENTICATED, SESSIONS, ("select",), ("own", "foreign")),
    ),
    "FORCE removed": (
        "ALTER TABLE skills NO FORCE ROW LEVEL SECURITY",
        cells("skills", "everybody", ("any",), ("row level security",)) | {"public.skills as its owner: select"},
    ),
}
"""What was done to the database, and every cell that differs for it."""

ELSEWHERE = {
    # The role may then do everything there.
    "a policy that is for another role too": {"public.areas"},
    # Who follows a link must see the row at its end.
    "an old policy changed": {"public.org_roles", "public.role_skills"},
}
"""Where more cells differ than those that are listed, and at which tables alone."""


@pytest.fixture(scope="module", params=ONE_ENGINE)
def database(request: pytest.FixtureRequest) -> Iterator[Migrated]:
    needed = frozenset[str]()
    with (
        ScratchServer.start(engine.find(request.param, needed, engine.OLDEST_MAJOR)) as server,
        migrated(server, small(), "widened") as made,
    ):
        yield made


@pytest.mark.parametrize("case", WIDENED)
def test_exactly_its_cells_fail(database: Migrated, case: str) -> None:
    statement, expected = WIDENED[case]
    with copy_of(database, "widened_copy") as copy:
        copy.do(statement)
        by_prove, by_sql = copy.by_prove(), copy.by_sql()
    by_name = {cell for cell in by_prove if " as its owner: " not in cell}
    assert by_sql == by_name
    if case in ELSEWHERE:
        assert expected <= by_prove
        assert {cell.split(" as ")[0] for cell in by_prove} == ELSEWHERE[case]
    else:
        assert by_prove == expected


@pytest.mark.parametrize("case", [None, "a policy that forgets a link", "TRUNCATE granted", "FORCE removed"])
def test_pgtap_fails_at_them_too(database: Migrated, case: str | None) -> None:
    if not database.has_pgtap:
        pytest.skip("the extension pgtap is not installed for this server (Debian: postgresql-15-pgtap)")
    statement, expected = WIDENED[case] if case is not None else ("SELECT", set())
    with copy_of(database, "widened_pgtap") as copy:
        copy.do("CREATE SCHEMA tap; CREATE EXTENSION pgtap SCHEMA tap; GRANT USAGE ON SCHEMA tap TO PUBLIC")
        copy.do(statement)
        assert copy.by_pgtap() == without_labels({cell for cell in expected if " as its owner: " not in cell})


def test_nothing_fails_before(database: Migrated) -> None:
    assert database.by_prove() == set()
    assert database.by_sql() == set()
    # A superuser may run it too, and service_role may have BYPASSRLS.
    database.do("ALTER ROLE service_role BYPASSRLS")
    try:
        assert database.by_sql("postgres") == set()
    finally:
        database.do("ALTER ROLE service_role NOBYPASSRLS")


def test_nothing_of_it_stays(database: Migrated) -> None:
    before = contents(database)
    database.by_prove()
    database.by_sql()
    assert contents(database) == before


def test_prove_names_the_cell() -> None:
    """The whole proof, over files whose policy was widened."""
    built = small()
    assert built.project is not None
    files = {path: text for path, text in built.files.items() if path.startswith("migrations/")}
    (forward,) = (path for path in files if not path.endswith(".rollback.sql"))
    start = files[forward].index("CREATE POLICY skills_authenticated_select")
    policy = files[forward][start : files[forward].index(";", start)]
    wide = "CREATE POLICY skills_authenticated_select ON public.skills FOR SELECT TO authenticated USING (true)"
    files[forward] = files[forward].replace(policy, wide)
    with ScratchServer.start(engine.find(None, frozenset(), engine.OLDEST_MAJOR)) as server:
        right = prove(
            built.project,
            {**files, forward: built.files[forward]},
            server,
            progress=lambda step: None,
            obstacles="none",
        )
        report = prove(
            built.project,
            files,
            server,
            progress=lambda step: None,
            obstacles="none",
            baselines=BASELINES[:1],
            rounds=1,
        )
    assert right.ok, right.differences
    assert any(step.title.endswith(" cells of the access matrix") for step in right.steps)
    assert right.notes == ()
    found = {difference.object for difference in report.differences}
    cell = "access to public.skills as authenticated, as tenant: select"
    assert f"{cell} foreign" in found
    assert not {f"{cell} own", f"{cell} shared"} & found


def contents(database: Migrated) -> list[tuple[object, ...]]:
    """Every row, and what the catalog says of tables, functions and sequences."""
    found: list[tuple[object, ...]] = []
    with psycopg.connect(database.server.conninfo(database.name)) as connection:
        tables = connection.execute(
            "SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        ).fetchall()
        for (table,) in sorted(tables):
            found += connection.execute(f"SELECT '{table}', t::text FROM {table} AS t ORDER BY 2").fetchall()
        found += connection.execute(
            "SELECT relname, relrowsecurity, relforcerowsecurity, relacl::text FROM pg_class "
            "WHERE relnamespace = 'public'::regnamespace ORDER BY 1"
        ).fetchall()
        functions = "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1"
        found += connection.execute(functions).fetchall()
        found += connection.execute("SELECT sequencename, last_value FROM pg_sequences ORDER BY 1").fetchall()
    return found
