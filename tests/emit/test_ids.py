"""Ids with types of their own: the compiler takes each where it belongs and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from emit import fixtures, node
from emit.fixtures import public
from schemagen.build import build
from schemagen.emit import json_schema, pydantic, typescript
from schemagen.model.project import TypeSettings
from schemagen.records import replace

_USES = """
import { createClient } from "@supabase/supabase-js";
import type { BooksRow, CircleRow, Database, LinesInsert, NotesInsert, ProfilesRow } from "./types/database.js";
import type { BooksId2, PricesInsert, PricesRow, RoundRow } from "./types/database.js";
import { BooksId2Schema, BooksInsertSchema, LinesInsertSchema, PRICES_DEFAULTS } from "./types/zod.js";

declare const book: BooksRow, profile: ProfilesRow, price: PricesRow, round: RoundRow;
const text: string = book.id;
export const line: LinesInsert = { book: book.id, tenant: profile.id, number: LinesInsertSchema.shape.number.parse(1) };
export const note: NotesInsert = { book: line.book, tenant: line.tenant, line: line.number };
export const twice: PricesInsert = { of_both: price.of_both, constructor: undefined };
export const currency: PricesInsert["currency"] = PRICES_DEFAULTS.currency;
export const each: [BooksId2, ProfilesRow["owner"]] = [price.of_both, price.of_both];
export const sameCircle: CircleRow["id"] = round.id;
export const parsed: BooksId2 = BooksId2Schema.parse("00000000-0000-0000-0000-000000000001");
export const plainIn: string = {} as (typeof BooksInsertSchema)["_zod"]["input"]["id"];
export const idOut: BooksId2 = BooksInsertSchema.parse({ id: text }).id;
// @ts-expect-error - the id of another table
export const wrong1: NotesInsert = { book: profile.id };
// @ts-expect-error - a text that is no id
export const wrong2: NotesInsert = { book: text };
// @ts-expect-error - a number that is no id
export const wrong3: NotesInsert = { line: 1 };
// @ts-expect-error - the id of one of two tables
export const wrong4: PricesInsert = { constructor: undefined, of_both: book.id };
// @ts-expect-error - what a schema of ids gives is no id of another table
export const wrong5: ProfilesRow["id"] = parsed;
const client = createClient<Database>("https://example.org", "key");
const found = await client.from("lines").select("number, books(id, parent)").eq("book", book.id).single();
export const embedded: BooksId2 | undefined = found.data?.books.id;
await client.from("books").insert({ id: parsed });
// @ts-expect-error - the id of another table
await client.from("books").select().eq("id", profile.id);
// @ts-expect-error - a text that is no id
await client.from("books").insert({ id: text });
"""


def test_ids_go_where_they_belong_and_nowhere_else(tmp_path: Path) -> None:
    node.write(tmp_path, node.emit_all(fixtures.branded_ids()) | {"uses.ts": _USES})
    # The declarations of supabase-js are not ours to check.
    assert node.compile_with(tmp_path, "7", "--skipLibCheck", "--noEmit") == ""


@pytest.mark.slow
def test_each_layout_and_package(tmp_path: Path) -> None:
    made = fixtures.branded_ids()
    for zod in ("zod", "zod/mini"):
        settings = replace(made.types, layout="per_table", zod=zod)
        files = node.emit_all(replace(made, types=settings))
        node.write(tmp_path, {f"{zod}/{path}": text for path, text in files.items()})
    small = node.emit_all(replace(made, types=replace(made.types, zod="zod/mini")))
    node.write(tmp_path, {f"single/{path}": text for path, text in small.items()})
    assert node.compile_with(tmp_path, "7", "--noEmit") == ""


def test_values_are_judged_as_without(compiled: Path, tmp_path: Path) -> None:
    made = fixtures.branded_ids()
    plain = replace(made, types=TypeSettings())
    # To what knows no types of ids, they are the texts and numbers that they are.
    assert json_schema.emit(made) == json_schema.emit(plain)
    assert pydantic.emit(made) == pydantic.emit(plain)
    uuid = "00000000-0000-0000-0000-000000000001"
    tries = [
        ("Books", {"id": uuid}, True), ("Books", {"id": uuid, "parent": None}, True), ("Books", {"id": "x"}, False),
        ("Books", {"id": uuid, "parent": 1}, False), ("Prices", {"of_both": uuid, "second": "EUR"}, True),
        ("Prices", {"of_both": uuid, "second": "EU"}, False), ("Prices", {"of_both": None}, False),
        ("Prices", {"of_both": uuid, "constructor": 1}, True), ("Prices", {"of_both": uuid, "constructor": "1"}, False),
        ("Lines", {"tenant": uuid, "book": uuid, "number": 2**31}, False),
    ]  # fmt: skip
    asked: list[dict[str, object]] = [
        {"module": "branded_ids/types/zod.js", "schema": f"{stem}InsertSchema", "column": None, "value": value}
        for stem, value, _ in tries
    ]
    assert node.accepts(compiled, asked) == [taken for *_, taken in tries]


_SPEC = """\
schemagen: 1
name: shop
version: 1.0.0
description: A shop
postgres: 15
types: {branded_ids: include}
migrations: {first_version: 1}
existing:
  tables:
    people: {columns: {id: {type: bigint, primary_key: true}, name: text}}
tables:
  goods:
    columns:
      id: {type: uuid, primary_key: true}
      maker: {type: bigint, references: people}
      kind: {type: text, one_of: [a, b]}
  sales:
    columns:
      id: {type: uuid, primary_key: true}
      goods_id: {type: uuid, nullable: false, references: goods}
views:
  sold: {query: "SELECT s.id, g.id AS goods, g.maker FROM sales s LEFT JOIN goods g ON g.id = s.goods_id"}
  known: {query: "SELECT coalesce(goods_id, id) AS either, coalesce(goods_id, goods_id) AS one FROM sales"}
  all_ids: {query: "SELECT id FROM goods UNION ALL SELECT id FROM sales"}
"""


def test_from_a_specification_to_views() -> None:
    (text,) = [
        text for path, text in build("shop.yaml", {"shop.yaml": _SPEC}.__getitem__).files.items()
        if path == "types/database.ts"
    ]  # fmt: skip

    def row(stem: str) -> dict[str, str]:
        found = re.search(rf"export type {stem}Row = {{\n(.*?)\n}};", text, re.DOTALL)
        assert found
        return dict(re.findall(r"^  (\w+): (.*);$", found[1], re.MULTILINE))

    assert row("Goods") == {"id": "GoodsId", "maker": "PeopleId | null", "kind": '"a" | "b" | null'}
    assert row("Sales") == {"id": "SalesId", "goods_id": "GoodsId"}
    assert row("Sold") == {"id": "SalesId", "goods": "GoodsId | null", "maker": "PeopleId | null"}
    # What comes from two tables is the id of neither.
    assert row("Known") == {"either": "string", "one": "GoodsId"}
    assert row("AllIds") == {"id": "string"}


def test_an_id_is_not_branded_where_a_client_has_something_else_for_it() -> None:
    target = fixtures.table("a", [fixtures.column("id", fixtures.of("bigint"))], fixtures.primary_key("id"))
    key = fixtures.ForeignKey(name="k", columns=("a",), target=public("a"), target_columns=("id",))
    other = fixtures.table("b", [fixtures.column("a", fixtures.INTEGER)], key)
    made = fixtures.project([target, other])
    for int8, column in (("number", "AId | null"), ("string", "number | null")):
        settings = TypeSettings(branded_ids=True, int8=int8)
        text = typescript.emit(replace(made, types=settings))["types/database.ts"]
        assert f"export type AId = {int8} & " in text
        assert f"\n  a: {column};\n" in text
