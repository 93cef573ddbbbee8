"""What the proof puts in the way of files is found when a file no longer minds it: each fault is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from property.trials import Trials
from schemagen.build import Build, build
from schemagen.prove.run import prove
from schemagen.prove.server import ScratchServer
from scratch import scratch_server

FOLDER = Path(__file__).parent / "small_shop"


@pytest.fixture(scope="module")
def shop() -> Build:
    built = build("shop.yaml", lambda path: (FOLDER / path).read_bytes(), only=frozenset({"migrations"}))
    assert [str(d.message) for d in built.diagnostics] == []
    return built


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with scratch_server(None) as running:
        yield running


def test_files_as_they_are_written_are_proven(shop: Build, server: ScratchServer) -> None:
    assert shop.project is not None
    report = prove(shop.project, shop.files, server, progress=lambda step: None)
    assert report.differences == ()
    assert report.notes == ()


@pytest.fixture(scope="module")
def trials(shop: Build, server: ScratchServer) -> Trials:
    assert shop.project is not None
    texts = {path.removeprefix("migrations/"): text for path, text in shop.files.items()}
    # As much as the command puts in the way when nothing else is said.
    return Trials(server, shop.project, texts, "some")


TABLES, COLUMNS, MOVES, ROWS = "1_shop_tables", "2_shop_columns", "3_shop_moves", "4_shop_rows"
FAULTS = [
    # What people made since.
    (f"{TABLES}.rollback", r"CALL schemagen_shop\.archive\(1, 'public\.colours'[^;]*;", "", "rows of public.colours"),
    (f"{TABLES}.rollback", r"CALL schemagen_shop\.archive\(1, 'public\.good_colours'[^;]*;", "",
     "rows of public.good_colours"),
    (TABLES, r"IF held = 0 THEN", "IF held <= 1 THEN", "rows of public.colours: in an archive"),
    (TABLES, r"CALL schemagen_shop\.strip\(relation\);", "", "rows and nothing else"),
    (TABLES, r"name, held, key_columns", "name, held + 1, key_columns", "rows, as contents says"),
    (TABLES, r"CALL schemagen_shop\.restore\(1[^;]*;", "", "rows of public.colours: back"),
    (f"{TABLES}.rollback", r"contype = 'f'", "contype = 'x'", "other_key_0 colours"),
    (f"{TABLES}.rollback", r"ev_class <> refobjid", "ev_class = refobjid", "other_view_0 colours"),
    (f"{COLUMNS}.rollback", r"ROW\(present\.stock\)::record \*<> ROW", "ROW(present.stock)::record *< ROW",
     "public.goods.stock"),
    (COLUMNS, r"CALL schemagen_shop\.restore\(2[^;]*;", "", "value of public.goods"),
    (f"{COLUMNS}.rollback", r"deptype IN \('n', 'a'\)", "deptype = 'n'", "other_index_"),
    (f"{MOVES}.rollback", r"CALL schemagen_shop\.archive\([^;]*links added[^;]*;", "", "people have linked more rows"),
    (f"{MOVES}.rollback", r"link.share", "alike.share", "people have changed a link"),
    (f"{MOVES}.rollback", r"IF used > 0 THEN", "IF used > 1 THEN", "refer to a link"),
    (f"{MOVES}.rollback", r"changed OR EXISTS", "EXISTS", "people have changed a row that the move made"),
    (f"{MOVES}.rollback", r"RAISE NOTICE '% rows of % stay: %'", "RAISE DEBUG '% rows of % stay: %'",
     "refer to a row that the move made"),
    (MOVES, r"CALL schemagen_shop\.restore\(3[^;]*;", "", "back: "),
    (f"{MOVES}.rollback", r"present.key = ANY \(own.added\)", "false", "into a column of theirs"),
    (f"{MOVES}.rollback", r"made\.content -> present\.key <> present\.value", "false",
     "people have changed a row that the move made"),
    (f"{ROWS}.rollback", r"contype = 'f'", "contype = 'x'", "people use"),
    (f"{ROWS}.rollback", r"made\.content -> present\.key <> present\.value", "false",
     "rows public.colours that people changed"),
    (f"{ROWS}.rollback", r"RAISE NOTICE '% rows of % stay: %'", "RAISE DEBUG '% rows of % stay: %'", "a notice that"),
    (f"{ROWS}.rollback", r"OR used_by IS NOT NULL", "", "a notice that"),
    (f"{COLUMNS}.rollback", r"LOCK TABLE public.goods[^;]*;", "", "table public.goods is read"),
    # What people had before.
    (COLUMNS, r"kept.found_type = kept.type", "true", "of another type"),
    (COLUMNS, r"kept.attnotnull <> kept.nullable", "true", "differing in taking null"),
    (COLUMNS, r"INSERT INTO schemagen_shop.kept_columns .*?;", "UPDATE public.goods SET stock = 0;",
     'column "stock" does not exist'),
    # What is missing or in the way.
    (TABLES, r"WHERE NOT EXISTS \(SELECT FROM pg_roles", "WHERE EXISTS (SELECT FROM pg_roles", "1_shop_tables.sql"),
    (TABLES, r"has_schema_privilege\(to_regnamespace\(wanted\), 'CREATE'\)", "true", "create public"),
    (TABLES, r"NOT has_database_privilege\(current_database\(\), 'CREATE'\)", "false", "CREATE ON DATABASE"),
    (TABLES, r"NOT has_table_privilege\(to_regclass\(wanted\), 'REFERENCES'\)", "false", "REFERENCES goods"),
    (TABLES, r"format_type\(atttypid, atttypmod\) <> wanted.type", "false", "type id goods"),
    (TABLES, r"JOIN pg_class ON oid = to_regclass\(wanted\)(?=\s+UNION ALL\s+SELECT 21)",
     "JOIN pg_class ON oid = to_regclass(wanted) AND relkind = 'r'", "good_colours"),
    (COLUMNS, r"JOIN pg_class ON oid = to_regclass\(wanted\) WHERE NOT pg_has_role\(relowner, 'USAGE'\)",
     "JOIN pg_class ON false", "own goods"),
    (COLUMNS, r"WHERE relforcerowsecurity", "WHERE false", "row level security is forced"),
    (COLUMNS, r"applied.build <> wanted.build", "false", "another build"),
    (COLUMNS, r"NOT pg_has_role\(nspowner, 'USAGE'\)", "false", "the bookkeeping is somebody else's"),
    (f"{COLUMNS}.rollback", r"build <> '[0-9a-f]{64}'", "false", "another build"),
    (f"{TABLES}.rollback", r"\('table', 'public.colours'\)", "('table', 'public.goods')", "table colours missing"),
    (f"{COLUMNS}.rollback", r"\('public.goods', 'stock'\)", "('public.goods', 'id')", "column stock goods missing"),
    (f"{MOVES}.rollback", r"attname = wanted.name AND NOT attisdropped(?=\n +\) AS found)", "false",
     "the names of moved arrays are taken"),
    # While the file runs, in a session with settings of its own, or with privileges given meanwhile.
    (TABLES, r"SET LOCAL lock_timeout = '\w+'", "SET LOCAL lock_timeout = '0'", "setting lock_timeout"),
    (TABLES, r"SET LOCAL statement_timeout = '\w+';", "", "setting statement_timeout"),
    (TABLES, r"BEGIN ISOLATION LEVEL READ COMMITTED", "BEGIN", "setting transaction_isolation"),
    (TABLES, r"SET LOCAL client_encoding", "SET client_encoding", "setting client_encoding"),
    (TABLES, r"SET LOCAL client_min_messages = notice;", "", "setting client_min_messages"),
    (TABLES, r"SET LOCAL DateStyle = 'ISO, YMD';", "", "setting DateStyle"),
    (COLUMNS, r"SET LOCAL IntervalStyle = 'postgres';", "", "setting IntervalStyle"),
    (f"{MOVES}.rollback", r"SET LOCAL TimeZone = 'UTC';", "", "setting TimeZone"),
    (ROWS, r"SET LOCAL extra_float_digits = 1;", "", "setting extra_float_digits"),
    (f"{ROWS}.rollback", r"SET LOCAL quote_all_identifiers = off;", "", "setting quote_all_identifiers"),
    (TABLES, r"CALL schemagen_shop.assert_privileges\('table', 'public.good_colours'[^;]*;", "",
     "privileges on good_colours"),
    (TABLES, r"CALL schemagen_shop.assert_privileges\('sequence', pg_get_serial_sequence\('public.colours'[^;]*;", "",
     "privileges on colours_id_seq"),
    (TABLES, r"IF actual IS DISTINCT FROM expected", "IF NOT actual @> expected", "when somebody has more privileges"),
    (TABLES, r"IF actual IS DISTINCT FROM expected", "IF NOT actual <@ expected", "when somebody has fewer privileges"),
    # A header that is not true.
    (COLUMNS, r"ACCESS EXCLUSIVE on public.goods", "SHARE ROW EXCLUSIVE on public.goods", "Locks in the header"),
    (f"{MOVES}.rollback", r"public\.good_colours(?= \()", "public.good", "Locks in the header"),
    # One lock after the other, which can end in a deadlock.
    (MOVES, r"DO \$locks\$.*?\$locks\$;", "LOCK TABLE public.goods IN ACCESS EXCLUSIVE MODE;",
     "while the file holds others: ACCESS EXCLUSIVE on public.colours"),
    (COLUMNS, r"(?<=\$preflight\$;)", " LOCK TABLE public.goods IN SHARE MODE;",
     "while the file holds others: ACCESS EXCLUSIVE on public.goods"),
    (TABLES, r"SET LOCAL standard_conforming_strings = on;", "", "setting standard_conforming_strings"),
    (TABLES, r"NOT has_schema_privilege\(pg_roles.oid, to_regnamespace\(wanted.schema\), 'USAGE'\)", "false",
     "roles may not enter a schema"),
    (ROWS, r"SET LOCAL transform_null_equals = off;", "", "setting transform_null_equals"),
]  # fmt: skip


def _cases() -> Iterator[object]:
    """Every third fault in each run, all of them in long ones."""
    for number, fault in enumerate(FAULTS, 1):
        yield pytest.param(*fault, id=f"{fault[0]}-{number}", marks=[pytest.mark.slow] if number % 3 else [])


@pytest.mark.parametrize(("file", "old", "new", "named"), tuple(_cases()))
def test_fault_is_named(trials: Trials, file: str, old: str, new: str, named: str) -> None:
    """When one place of one file is another one."""
    broken, places = re.subn(old, lambda match: new, trials.texts[f"{file}.sql"], count=1, flags=re.DOTALL)
    assert places == 1, f"{file} has no {old} any more: break something else"
    assert named in (trials.find({**trials.texts, f"{file}.sql": broken}) or "nothing is found")
