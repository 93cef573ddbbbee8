"""SQL files run as the real psql runs them: the same statements, errors, notices, rows and exit status."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest

from schemagen.prove import engine
from schemagen.prove.engine import Engine
from schemagen.prove.psql import PsqlResult, run_file
from schemagen.prove.server import ScratchServer
from schemagen.syntax.split import UnsupportedSyntax, split

FILES = {
    "error inside of a transaction": """
        begin;
        create table a (id int);
        insert into a values ('not a number');
        create table b (id int);
        commit;
        create table c (id int);
    """,
    "error outside of a transaction": """
        create table a (id int);
        select nonsense;
        create table c (id int);
    """,
    "notices and warnings": """
        drop table if exists nothing_here;
        do $body$ begin raise notice 'a; %', 'é€'; raise warning 'w' using hint = 'h', errcode = '01ABC'; end $body$;
        commit;
    """,
    "quotes": """
        select 'a;b''c', E'it\\'s; ' 'x', $$ ; $x$ $$, $täg$;$täg$, "c;""d" from (select 1 as "c;""d") as t;
        select E'\\';b', U&'\\0041;', B'10', e'\\\\', E'a'
           'b;';
        select $1; select 1--;
        ; select array[1,2,3][1:2], 'x'::text, 1 /* ; /* ; */ ; */ as y;
    """,
    "a string that goes on in the next line, which psql does not know": "select E'a'\n '\\';b', 'x';",
    "SQL bodies": """
        create or replace function f(x int) returns int language sql
        begin atomic select 1; select case when x > 0 then x else -x end; end;
        create procedure p() begin atomic select f(1); end; select f(-7);
        create function g() returns text language plpgsql as 'begin return ''a;b''; end';
        select g();
    """,
    "text that is no SQL": "nonsense without a keyword; select 1; more ) nonsense ( ; select 2; select (3",
    "multi-byte text before an error": "-- éé€\nselect 'ä', 1;\n  select 'ü' as \"größe\", öß from x;\n",
    "no semicolon at the end": "create table a (id int);\ninsert into a values (1), (2), (null)",
    "error at the end without a semicolon": "create table a (id int);\ninsert into b values (1)\n",
    "unterminated string": "select 1;\nselect 'abc; select 2;\n",
    "unterminated comment": "select 1;\nselect 2 /* abc; select 2;\n",
    "transaction left open": "create table a (id int);\nbegin;\ninsert into a values (1);",
    "failed transaction left open": "create table a (id int);\nbegin;\ninsert into a values ('x');",
    "savepoints": """
        create table a (id int primary key);
        begin; insert into a values (1); savepoint s; insert into a values (1); rollback to s;
        insert into a values (2); commit;
    """,
    "not inside of a transaction": "create table a (id int); create index concurrently on a (id); vacuum a;",
    "empty statements and comments only": ";;\n-- nothing;\n/* nothing; */;\nselect 1;",
    "byte order mark": "\ufeffselect 1;",
    "rows of many kinds": "select null, '', true, 1.50, date '2020-01-02', array['a,b', null], '{\"a\": 1}'::jsonb;"
    " values (1), (2); create table a as select 1 as x; delete from a returning x; table a;"
    " explain (costs off) select 1;",
    "rules that make several commands of one": """
        create table a (id int); create table b (id int);
        create rule r as on insert to a do also insert into b values (new.id);
        insert into a values (1);
    """,
    "an error inside of a function": """
        create function f() returns int language plpgsql as $$ begin return 1 / 0; end $$;
        select
          f();
    """,
}


@dataclass(frozen=True)
class Place:
    """Where a file is run, by both."""

    engine: Engine
    server: ScratchServer
    names: Iterator[str]

    def database(self) -> str:
        name = next(self.names)
        with psycopg.connect(self.server.conninfo(), autocommit=True) as connection:
            connection.execute(f"create database {name}".encode())
        return self.server.conninfo(name)


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    chosen = engine.find(None, frozenset(), 14)
    with ScratchServer.start(chosen) as server:
        yield Place(chosen, server, (f"file_{number}" for number in count()))


def tables(conninfo: str) -> list[tuple[str, int]]:
    """The tables a file has left, with the number of their rows."""
    with psycopg.connect(conninfo, autocommit=True) as connection:
        names = connection.execute(
            "select tablename::text from pg_tables where schemaname = 'public' order by 1"
        ).fetchall()
        found = []
        for (name,) in names:
            row = connection.execute(f"select count(*) from {name}".encode()).fetchone()
            assert row is not None
            found.append((name, row[0]))
        return found


def by_real_psql(place: Place, conninfo: str, file: Path, stop: bool) -> tuple[int, list[tuple[str, str]], str]:
    """Exit status, (severity, first line) of what was reported, and the rows as psql prints them."""
    program = place.engine.bin_dir / "psql"
    if not program.exists():
        pytest.skip("this engine comes without psql")
    command = [str(program), "-X", "-q", "-A", "-t", "-v", f"ON_ERROR_STOP={int(stop)}", "-f", str(file)]
    done = subprocess.run([*command, "-d", conninfo], capture_output=True, text=True, encoding="utf-8", check=False)
    reported = re.findall(r"^psql:.*?:\d+: (NOTICE|WARNING|ERROR|FATAL):  (.*)$", done.stderr, re.MULTILINE)
    return done.returncode, reported, done.stdout


def by_ours(result: PsqlResult) -> tuple[int, list[tuple[str, str]], str]:
    """The same three things of our result, of each message the first line; notices come before errors."""
    reported = [(message.severity, message.text.split("\n")[0]) for message in (*result.notices, *result.errors)]
    rows = [row for answer in result.results for row in answer.rows]
    return result.exit_status, reported, "".join("|".join(value or "" for value in row) + "\n" for row in rows)


@pytest.mark.parametrize("stop", [False, True], ids=["going on", "ON_ERROR_STOP"])
@pytest.mark.parametrize("name", FILES)
def test_a_file_does_what_it_does_in_psql(place: Place, tmp_path: Path, name: str, stop: bool) -> None:
    text = FILES[name]
    file = tmp_path / "file.sql"
    file.write_text(text, encoding="utf-8")
    theirs_in, ours_in = place.database(), place.database()
    status, reported, rows = by_real_psql(place, theirs_in, file, stop)
    ours = by_ours(run_file(ours_in, text, stop))
    assert (ours[0], sorted(ours[1]), ours[2]) == (status, sorted(reported), rows)
    assert tables(ours_in) == tables(theirs_in)


def test_an_error_says_where_it_is(place: Place) -> None:
    result = run_file(place.database(), FILES["multi-byte text before an error"], stop_on_error=True)
    (error,) = result.errors
    assert (error.sqlstate, error.line, error.column) == ("42P01", 3, 34)
    assert error.text == 'relation "x" does not exist'


def test_an_error_without_a_position_is_at_its_statement(place: Place) -> None:
    result = run_file(place.database(), FILES["an error inside of a function"], stop_on_error=False)
    (error,) = result.errors
    assert (error.sqlstate, error.line, error.column) == ("22012", 3, 9)
    assert "PL/pgSQL function f() line 1" in error.context


def test_a_notice_keeps_its_fields(place: Place) -> None:
    result = run_file(place.database(), FILES["notices and warnings"], stop_on_error=True)
    assert [(n.severity, n.sqlstate, n.hint, n.line) for n in result.notices] == [
        ("NOTICE", "00000", "", 2),
        ("NOTICE", "00000", "", 3),
        ("WARNING", "01ABC", "h", 3),
        ("WARNING", "25P01", "", 4),
    ]


def test_results_carry_tags_columns_and_nulls(place: Place) -> None:
    result = run_file(place.database(), "create table a (x int);\nselect null as n, '' as e;", stop_on_error=True)
    made, selected = result.results
    assert (made.line, made.command, made.columns, made.rows) == (1, "CREATE TABLE", (), ())
    assert (selected.line, selected.command, selected.columns) == (2, "SELECT 1", ("n", "e"))
    assert selected.rows == ((None, ""),)


@pytest.mark.parametrize(
    ("name", "left_open"),
    [("transaction left open", True), ("failed transaction left open", True), ("savepoints", False)],
)
def test_an_open_transaction_is_told_and_rolled_back(place: Place, name: str, left_open: bool) -> None:
    with psycopg.connect(place.database(), autocommit=True) as connection:
        assert run_file(connection, FILES[name], stop_on_error=False).left_transaction_open is left_open
        row = connection.execute("select count(*) from a").fetchone()
        assert row == ((0,) if left_open else (2,))


def test_a_connection_keeps_its_own_notice_handler(place: Place) -> None:
    heard: list[str] = []
    with psycopg.connect(place.database(), autocommit=True) as connection:
        connection.add_notice_handler(lambda notice: heard.append(notice.message_primary or ""))
        run_file(connection, "drop table if exists x", stop_on_error=True)
        assert heard == []
        connection.execute("drop table if exists y")
        assert heard == ['table "y" does not exist, skipping']
        with connection.transaction(), pytest.raises(ValueError, match="inside a transaction"):
            run_file(connection, "select 1", stop_on_error=True)


def test_a_lost_connection_has_psqls_exit_status(place: Place) -> None:
    text = "select 1;\nselect pg_terminate_backend(pg_backend_pid());\nselect 2;"
    result = run_file(place.database(), text, stop_on_error=False)
    assert result.exit_status == 2
    assert [error.line for error in result.errors] == [2]
    assert len(result.results) == 1


@pytest.mark.parametrize(
    ("text", "place_of_it", "what"),
    [
        ("select 1;\n\\d\n", (2, 1), "a backslash command of psql"),
        ("select 1 \\gset\n", (1, 10), "a backslash command of psql"),
        ("create table a (x int);\n/* é */ COPY a (x) FROM stdin;\n1\n\\.\n", (2, 25), "COPY FROM STDIN"),
        ("copy (select 1) to stdout", (1, 20), "COPY TO STDOUT"),
    ],
)
def test_what_only_psql_knows_is_refused(text: str, place_of_it: tuple[int, int], what: str) -> None:
    with pytest.raises(UnsupportedSyntax, match=what) as caught:
        split(text)
    assert (caught.value.line, caught.value.column) == place_of_it


def test_nothing_is_executed_of_a_file_that_is_refused(place: Place) -> None:
    conninfo = place.database()
    with pytest.raises(UnsupportedSyntax):
        run_file(conninfo, "create table a (x int);\n\\q\n", stop_on_error=False)
    assert tables(conninfo) == []


def test_statements_know_where_they_stand() -> None:
    text = "-- é\n-- about b\nselect 'ü' ;  /* c */\n\tselect\n2 -- end"
    first, second = split(text)
    assert (first.text, first.offset_chars, first.line, first.column) == ("-- é\n-- about b\nselect 'ü'", 0, 3, 1)
    assert (second.text, second.line, second.column) == ("/* c */\n\tselect\n2 -- end", 4, 2)
    assert text[second.offset_chars :] == second.text
    assert split("") == split(" ;; -- x\n/* ; */") == []
