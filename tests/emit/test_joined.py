"""Joined rows: the types are what supabase-js infers for the select in their comment, and schemas judge such rows."""

from __future__ import annotations

import re
from pathlib import Path

from emit import fixtures, node
from schemagen.emit import typescript
from schemagen.emit.facts.tables import project_facts
from schemagen.emit.types_report import untyped
from schemagen.model.project import Project
from schemagen.records import replace

_HEAD = """
import { createClient } from "@supabase/supabase-js";
import type * as types from "./types/database.js";
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
// Intersections become plain objects; Json is recursive and stays.
type Flat<T> = [types.Json] extends [T] ? T : T extends object ? { [K in keyof T]: Flat<T[K]> } : T;
const expectSame = <A, B>(_same: Equal<Flat<A>, Flat<B>>): void => undefined;
const client = createClient<types.Database>("https://example.org", "key");
"""


def _calls(project: Project) -> str:
    lines = [_HEAD]
    for at, item in enumerate(project_facts(project).joined):
        lines.append(f"const rows{at} = await client.from(\"{item.table.name}\").select('{item.select}');")
        lines.append(f"expectSame<typeof rows{at}.data, types.{item.identifier}[] | null>(true);")
    return "\n".join(lines)


def test_supabase_infers_the_same(tmp_path: Path) -> None:
    made = fixtures.joined_rows()
    # supabase-js reads no names in quotes, which PostgREST does.
    plain = {
        name: table for name, table in made.after.tables.items() if " " not in name.name and name.name != "constructor"
    }
    plain = replace(made, after=replace(made.after, tables=plain))
    calls = _calls(plain)
    assert "friends!people1_id_people(*, people!people2_id_people(*))" in calls
    node.write(tmp_path, node.emit_all(plain) | {"calls.ts": calls})
    assert node.compile_with(tmp_path, "7", "--skipLibCheck", "--noEmit") == ""


def test_which_rows_are_joined_and_which_are_not() -> None:
    made = fixtures.joined_rows()
    text = typescript.emit(made)["types/database.ts"]
    assert re.findall(r"export type (\w+With\w+)", text) == [
        "PeopleWithClubs3", "ClubsWithPeople3", "PeopleWithClubs2", "ClubsWithPeople2", "PeopleWithClubs",
        "ClubsWithPeople", "PeopleWithPeople", "ClubsWithAB", "ABWithClubs", "ClubsWithFans",
    ]  # fmt: skip
    assert "  founders: (FoundersRow & { clubs: ClubsRow | null })[];\n" in text
    assert "  chairs: (ChairsRow & { clubs: ClubsRow }) | null;\n" in text
    assert untyped(made) == ("rows of public.fans with their clubs, as fans has a column 'likes'",)
    assert "With" not in typescript.emit(replace(made, types=fixtures.TypeSettings()))["types/database.ts"]


def test_schemas_judge_joined_rows(compiled: Path) -> None:
    id_ = "00000000-0000-0000-0000-000000000001"
    person = {"id": id_, "name": None, "later": 1}
    link = {"people_id": id_, "clubs_id": id_, "since": None}

    def ask(schema: str, value: object) -> dict[str, object]:
        return {"module": "joined_rows/types/zod.js", "schema": f"{schema}Schema", "column": None, "value": value}

    club = {"id": id_, "name": "x"}
    good = [
        ask("PeopleWithClubs3", {**person, "members": []}),
        ask("PeopleWithClubs3", {**person, "members": [{**link, "clubs": club}]}),
        ask("PeopleWithClubs2", {**person, "founders": [{**link, "clubs_id": None, "clubs": None}]}),
        ask("PeopleWithClubs", {**person, "chairs": None}),
        ask("PeopleWithClubs", {**person, "chairs": {**link, "clubs": club}}),
        ask("ClubsWithAB", {**club, "constructor": [{"clubs_id": id_, "a b_id": id_, "since": None, "a b": club}]}),
    ]
    bad = [
        ask("PeopleWithClubs3", person),
        ask("PeopleWithClubs3", {**person, "members": [link]}),
        ask("PeopleWithClubs3", {**person, "members": [{**link, "clubs": None}]}),
        ask("PeopleWithClubs3", {**person, "members": [{**link, "clubs": {"id": "x", "name": None}}]}),
        ask("PeopleWithClubs", {**person, "chairs": []}),
        ask("ClubsWithAB", club),
    ]
    assert node.accepts(compiled, good + bad) == [True] * len(good) + [False] * len(bad)
