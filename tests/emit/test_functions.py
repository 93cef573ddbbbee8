"""Functions in `Database`: what supabase-js may send to them and gets back, and what has no type."""

from __future__ import annotations

from pathlib import Path

from emit import node
from schemagen.build import build

_SPEC = """\
schemagen: 1
name: calls
version: 1.0.0
description: Functions to call
postgres: 15
schema: app
migrations: {first_version: 1}
enums: {mood: [calm, excited]}
domains: {price: {type: "numeric(8,2)", nullable: false, range: [0, null]}}
tables:
  tasks: {columns: {id: {type: uuid, primary_key: true}, title: {type: text, nullable: false}}}
existing:
  tables: {others: {columns: {id: {type: uuid, primary_key: true}}}}
functions:
  is_late: {arguments: "due date, today date DEFAULT CURRENT_DATE", returns: boolean, body: SELECT due < today,
            comment: "Whether a task is late. */"}
  nothing: {returns: void, body: SELECT 1}
  moods: {returns: SETOF mood, body: "SELECT 'calm'::app.mood"}
  cheapest: {arguments: "prices price[], VARIADIC names varchar(3)[]", returns: price, body: SELECT 1}
  late: {arguments: "number int4", returns: SETOF tasks, body: "SELECT * FROM app.tasks"}
  one: {returns: tasks, body: "SELECT * FROM app.tasks"}
  counted: {returns: "TABLE (mood mood, \\"how many\\" bigint)", body: "SELECT 'calm'::app.mood, 1::bigint"}
  both: {arguments: "IN x int, OUT low int, OUT high price", returns: record, body: "SELECT 1, 2::numeric"}
  single: {arguments: "IN x bit(3), OUT y json", returns: json, body: "SELECT '1'::json"}
  unnamed: {arguments: integer, returns: integer, body: SELECT $1}
  any_of: {arguments: x anyelement, returns: anyelement, body: SELECT x}
  rows_of_others: {returns: SETOF others, body: "SELECT * FROM app.others"}
  a_trigger: {returns: trigger, language: plpgsql, body: BEGIN RETURN new; END;}
"""

_CALLS = """
import { createClient } from "@supabase/supabase-js";
import type { Database, Json, Mood, TasksRow } from "./database.js";
const client = createClient<Database, "app">("https://example.org", "key", { db: { schema: "app" } });
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const expectSame = <A, B>(_same: Equal<A, B>): void => undefined;

const late = await client.rpc("is_late", { due: "2024-02-29" });
expectSame<typeof late.data, boolean | null>(true);
await client.rpc("is_late", { due: null, today: "2024-02-29" });
const moods = await client.rpc("moods");
expectSame<typeof moods.data, (Mood | null)[] | null>(true);
const cheapest = await client.rpc("cheapest", { prices: [1.5], names: ["a", null] });
expectSame<typeof cheapest.data, number | null>(true);
const tasks = await client.rpc("late", { number: 1 });
expectSame<typeof tasks.data, TasksRow[] | null>(true);
const one = await client.rpc("one");
expectSame<typeof one.data, TasksRow | null>(true);
const counted = await client.rpc("counted");
expectSame<typeof counted.data, { mood: Mood | null; "how many": number | null }[] | null>(true);
const both = await client.rpc("both", { x: 1 });
expectSame<typeof both.data, { low: number | null; high: number } | null>(true);
const single = await client.rpc("single", { x: "101" });
expectSame<typeof single.data, Json | null>(true);
await client.rpc("nothing");
type Functions = Database["app"]["Functions"];
type Names = "is_late" | "nothing" | "moods" | "cheapest" | "late" | "one" | "counted" | "both" | "single";
expectSame<keyof Functions, Names>(true);
expectSame<Functions["nothing"]["Returns"], undefined>(true);
// @ts-expect-error - an argument without a default is missing
const wrong1: Functions["is_late"]["Args"] = { today: null };
// @ts-expect-error - elements are of a domain that refuses null
const wrong2: Functions["cheapest"]["Args"] = { prices: [null], names: [] };
// @ts-expect-error - no such function
await client.rpc("a_trigger");
export { wrong1, wrong2 };
"""


def _database() -> str:
    built = build("calls.yaml", {"calls.yaml": _SPEC}.__getitem__, only=frozenset({"typescript"}))
    assert not built.diagnostics, [diagnostic.message for diagnostic in built.diagnostics]
    return built.files["types/database.ts"]


def test_what_supabase_js_sends_and_gets(tmp_path: Path) -> None:
    node.write(tmp_path, {"calls.ts": _CALLS, "database.ts": _database()})
    assert node.compile_with(tmp_path, "7", "--skipLibCheck", "--noEmit") == ""


def test_what_has_no_type_is_named_with_the_reason() -> None:
    lines = [line for line in _database().splitlines() if line.startswith("// - ")]
    assert lines == [
        "// - function app.unnamed, which has an argument without a name, which PostgREST cannot be given",
        "// - function app.any_of, which has the type anyelement",
        "// - function app.rows_of_others, which has rows of app.others, which the migrations do not change",
    ]
