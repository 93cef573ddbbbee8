"""supabase-js infers from the emitted Database what the types say: its calls are checked by the compiler."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from emit import fixtures, node
from emit.fixtures import column, of, public, table
from schemagen.emit import typescript
from schemagen.model.constraints import Constraint, ForeignKey, Unique
from schemagen.model.schema import Table

CALLS = Path(__file__).parent / "supabase" / "calls.ts"


def _compiled(folder: Path, database: str, compiler: str) -> str:
    calls = CALLS.read_text(encoding="utf-8")
    node.write(folder, {"calls.ts": calls, "database.ts": database})
    # The package's own declarations are not ours to check.
    return node.compile_with(folder, compiler, "--skipLibCheck", "--noEmit")


def _database() -> str:
    return (node.ROOT / "out" / "types" / "database.ts").read_text(encoding="utf-8")


@pytest.mark.parametrize("compiler", ["7", pytest.param("5.9", marks=pytest.mark.slow)])
def test_calls_over_the_first_input(tmp_path: Path, compiler: str) -> None:
    assert _compiled(tmp_path, _database(), compiler) == ""


def test_relationships_are_what_embedding_rests_on(tmp_path: Path) -> None:
    """Without them the same calls do not compile, so the test above would see them missing."""
    without = re.sub(r"Relationships: \[\n.*?\n {8}\];", "Relationships: [];", _database(), flags=re.DOTALL)
    assert without != _database()
    said = _compiled(tmp_path, without, "7")
    assert "calls.ts(" in said


_ONE_TO_ONE = """
import { createClient } from "@supabase/supabase-js";
import type { Database } from "./database.js";
const client = createClient<Database>("https://example.org", "key");
const users = await client.from("users").select("profiles(bio), posts(title)").single();
export const bio: string | null | undefined = users.data?.profiles?.bio;
export const title: string | null | undefined = users.data?.posts[0]?.title;
// @ts-expect-error - a user has at most one profile, which may be missing
users.data?.profiles.bio;
// @ts-expect-error - a profile is no list
users.data?.profiles?.[0];
"""


def test_a_unique_foreign_key_is_one_to_one(tmp_path: Path) -> None:
    def with_user(name: str, column_name: str, *constraints: Constraint) -> Table:
        key = ForeignKey(name=f"{name}_user", columns=("user_id",), target=public("users"), target_columns=("id",))
        columns = [column("user_id", of("uuid"), null=False), column(column_name, of("text"))]
        return table(name, columns, key, *constraints)

    users = table("users", [column("id", of("uuid"), null=False)], fixtures.primary_key("id"))
    profiles = with_user("profiles", "bio", Unique(name="one_profile", columns=("user_id",)))
    project = fixtures.project([users, profiles, with_user("posts", "title")])
    node.write(tmp_path, {"calls.ts": _ONE_TO_ONE, "database.ts": typescript.emit(project)["types/database.ts"]})
    assert node.compile_with(tmp_path, "7", "--skipLibCheck", "--noEmit") == ""
