"""Tenants and users of types that a cast would cut or round: only the whole text of the session is theirs."""

from __future__ import annotations

import json
from collections.abc import Iterator

import psycopg
import pytest

from access.database import migrated
from schemagen.access.matrix import access_matrix
from schemagen.build import Build, build
from schemagen.prove import engine
from schemagen.prove.access_trial import try_access
from schemagen.prove.report import ProofReport, ProofStep
from schemagen.prove.server import ScratchServer
from schemagen.records import replace

SPECIFICATION = """
schemagen: 1
name: rosters
version: 1.0.0
description: Rows of tenants and users of one type
postgres: 15
migrations: {first_version: 1}
conventions:
  tenant: {column: tenant, type: TYPE, from: {setting: app.tenant}}
  user: {type: TYPE, from: {claim: sub}}
domains: {short: varchar(6), shorter: short, code: char(3), login: name, price: "numeric(4,1)", plain: uuid}
existing: {roles: [reader]}
tables:
  rosters:
    columns: {id: {type: integer, primary_key: true}, tenant: {type: TYPE, nullable: false, index: true}}
    access: {force: true, roles: {reader: {read: tenant, write: tenant}}}
  diaries:
    columns: {id: {type: integer, primary_key: true}, owner: {type: TYPE, nullable: false, index: true}}
    access: {force: true, roles: {reader: {read: {owner: owner}, write: {owner: owner}}}}
  topics:
    columns:
      id: {type: integer, primary_key: true}
      tenant: {type: TYPE, nullable: false, index: true}
      broader_id: {type: integer, references: topics}
    access: {force: true, roles: {reader: {read: tenant, write: tenant}}}
"""
LONG = "n" * 63
UUID = "00000000-0000-4000-8000-000000000001"
# By type: what stands in a row, and what a session says that a cast would make the same of.
TYPES = {
    "char(3)": ("D", "DLH"),
    "char(2)": ("DL", "DLH"),
    "code": ("DLH", "DLHX"),
    "varchar(6)": ("robert", "roberta"),
    "short": ("robert", "roberta"),
    "shorter": ("robert", "roberta"),
    "name": (LONG, LONG + "x"),
    "login": (LONG, LONG + "x"),
    "numeric(4,1)": ("1.5", "1.54"),
    "price": ("1.5", "1.54"),
    "bit varying(3)": ("101", "1011"),
    "text": ("robert", "roberta"),
    "plain": (UUID, UUID.replace("1", "2")),
    "bigint": ("1", "11"),
}


def built(type_: str) -> Build:
    made = build("schema.yaml", lambda path: SPECIFICATION.replace("TYPE", f'"{type_}"'))
    assert made.project is not None, made.diagnostics
    return made


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with ScratchServer.start(engine.find(None, frozenset(), engine.OLDEST_MAJOR)) as running:
        yield running


@pytest.mark.parametrize("type_", TYPES)
def test_nobody_passes_for_somebody_with_a_shorter_name(server: ScratchServer, type_: str) -> None:
    own, other = TYPES[type_]
    made = built(type_)
    assert made.project is not None
    with migrated(server, made, "types") as database:
        with psycopg.connect(server.conninfo("types"), autocommit=True) as connection:
            # The proof tries such tables too, instead of saying that it knows no value.
            trial = try_access(connection, made.project, access_matrix(made.project))
            assert (trial.differences, trial.notes) == ([], [])
            assert {count.table for count in trial.counts} == {"public.rosters", "public.diaries", "public.topics"}
        database.do("GRANT USAGE ON SCHEMA public TO reader")
        database.do(f"INSERT INTO rosters VALUES (1, '{own}'); INSERT INTO diaries VALUES (1, '{own}')")
        database.do(f"INSERT INTO topics VALUES (1, '{own}', NULL)")
        for who, found in ((own, [(1,)]), (other, [])):
            with psycopg.connect(server.conninfo("types")) as connection:
                connection.execute("SET ROLE reader")
                connection.execute("SELECT set_config('app.tenant', %s, false)", [who])
                connection.execute("SELECT set_config('request.jwt.claims', %s, false)", [json.dumps({"sub": who})])
                for table in ("rosters", "diaries", "topics"):
                    assert connection.execute(f"SELECT id FROM {table}".encode()).fetchall() == found, table
                    assert connection.execute(f"UPDATE {table} SET id = id".encode()).rowcount == len(found), table
                    assert connection.execute(f"DELETE FROM {table}".encode()).rowcount == len(found), table
                connection.rollback()
                connection.execute("SET ROLE reader")
                connection.execute("SELECT set_config('app.tenant', %s, false)", [who])
                assert connection.execute("SELECT topics_visible_id()").fetchall() == found


@pytest.mark.parametrize("type_", ["uuid", "integer", "bigint", "text", "varchar(6)", "char(3)", "name", "short"])
def test_the_index_serves_the_policy(server: ScratchServer, type_: str) -> None:
    with (
        migrated(server, built(type_), "types"),
        psycopg.connect(server.conninfo("types")) as connection,
    ):
        connection.execute("GRANT USAGE ON SCHEMA public TO reader")
        connection.execute("SET enable_seqscan = off; SET ROLE reader")
        for table, column in (("rosters", "tenant"), ("diaries", "owner")):
            plan = "\n".join(row[0] for row in connection.execute(f"EXPLAIN SELECT id FROM {table}".encode()))
            assert f"Index Cond: ({column} = " in plan or f"Index Cond: (({column})::text = " in plan, plan


@pytest.mark.parametrize(
    "type_",
    ["bit(3)", "real", "double precision", "money", "date", "timestamptz(0)", "time", "interval", "box"],
)
@pytest.mark.parametrize("key", ["tenant", "user"])
def test_types_of_which_different_texts_are_one_value(type_: str, key: str) -> None:
    source = {"tenant": "setting: app.tenant", "user": "claim: sub"}[key]
    text = SPECIFICATION.replace("type: TYPE, from", "type: text, from").replace("TYPE", "text")
    text = text.replace(f"type: text, from: {{{source}", f'type: "{type_}", from: {{{source}')
    made = build("schema.yaml", lambda path: text)
    assert made.project is None
    found = [diagnostic for diagnostic in made.diagnostics if diagnostic.code == "bad-source-type"]
    assert [(f.position.line, f.help) for f in found] == [
        ({"tenant": 9, "user": 10}[key], "use a type such as uuid, text or bigint")
    ]
    assert f"one {key} could pass for another" in found[0].message


def test_what_could_not_be_tried_is_not_called_proven(server: ScratchServer) -> None:
    keyless = """
  numbered:
    columns: {number: {type: integer, nullable: false, unique: true}, tenant: text}
    access: {roles: {reader: {read: tenant, write: tenant}}}
  labelled:
    columns: {label: {type: text, nullable: false}, tenant: {type: text, nullable: false}}
    unique: [{columns: [label], per_tenant: true}]
    access: {roles: {reader: {read: tenant, write: tenant}}}
  keyless:
    columns: {tenant: {type: text, nullable: false}}
    access: {roles: {reader: {read: tenant}}}
"""
    made = build("schema.yaml", lambda path: SPECIFICATION.replace("TYPE", "text") + keyless)
    assert made.project is not None, made.diagnostics
    with migrated(server, made, "types"), psycopg.connect(server.conninfo("types"), autocommit=True) as connection:
        trial = try_access(connection, made.project, access_matrix(made.project))
        assert trial.differences == []
        assert trial.untried == ("public.keyless",)
        tried = {count.table for count in trial.counts if count.role == "reader" and count.cells > 10}
        assert tried == {"public.rosters", "public.diaries", "public.topics", "public.numbered", "public.labelled"}
        # A trigger that refuses every row leaves nothing to try either.
        connection.execute(
            "CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'no'; END$$;"
            "CREATE TRIGGER no BEFORE INSERT ON diaries FOR EACH ROW EXECUTE FUNCTION no()"
        )
        trial = try_access(connection, made.project, access_matrix(made.project))
        assert trial.untried == ("public.keyless", "public.diaries")
    step = ProofStep(baseline="plain", round=1, title="tried", untried=trial.untried)
    report = ProofReport(
        engine="PostgreSQL 15",
        engine_major=15,
        target_major=15,
        require_target=False,
        notes=(),
        steps=(step,),
        seconds=1,
    )
    assert report.ok
    assert not replace(report, require_access=True).ok
    assert replace(report, require_access=True, steps=()).ok
    assert report.exceptions == (
        "; NOT proven is the access to public.keyless, public.diaries, which could not be tried"
    )
    assert report.as_dict()["access_not_tried"] == ["public.keyless", "public.diaries"]
    partly = replace(report, steps=(replace(step, untried=(), partly=("public.topics",)),))
    assert partly.ok
    assert not replace(partly, require_access=True).ok
    assert partly.exceptions == "; only partly proven is the access to public.topics, as the notes say"
    assert partly.as_dict()["access_partly_tried"] == ["public.topics"]
