"""Values in, what PostgreSQL, the emitted Zod and JSON Schemas and the pydantic models say of each out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import psycopg

from conformance.probes import Probes
from emit import fixtures, node, python
from schemagen.emit import pydantic
from schemagen.model.columns import DataType
from schemagen.model.project import Project, TypeSettings
from schemagen.model.schema import Extension
from schemagen.model.types import TypeReference, parse_type
from schemagen.model.types_table import EXTENSION_TYPES
from schemagen.records import replace

EXTENSIONS = ("citext", "hstore", "ltree", "vector")


@dataclass(frozen=True)
class Verdicts:
    """What was said of one value, as JSON text, sent to a NOT NULL column of that type.

    `returned` is what row_to_json makes of the stored value, None where PostgreSQL refused it with `error`.
    `insert` and `row` are what Zod says: of what was sent, and of what was returned (True where nothing was);
    `schema_insert` and `schema_row` are what JSON Schema says of the same, `model_insert` and `model_row` what
    pydantic says.
    """

    type: str
    sent: str
    returned: str | None
    error: str
    insert: bool
    row: bool
    schema_insert: bool
    schema_row: bool
    model_insert: bool
    model_row: bool

    @property
    def taken(self) -> bool:
        """Whether PostgreSQL took the value."""
        return self.returned is not None

    @property
    def same(self) -> bool:
        """Whether the value came back as it was sent."""
        return self.returned is not None and _read(self.sent) == _read(self.returned)


def _read(text: str) -> object:
    """The value of a JSON text with exact numbers, in a form in which true is not 1."""

    def tagged(value: object) -> object:
        if isinstance(value, list):
            return [tagged(item) for item in value]
        if isinstance(value, dict):
            return {key: tagged(item) for key, item in value.items()}
        return (isinstance(value, bool), value)

    return tagged(json.loads(text, parse_int=Decimal, parse_float=Decimal))


def _spaceless(text: str) -> str:
    """A JSON text in one spelling; numbers keep their digits."""
    return json.dumps(json.loads(text, parse_int=str, parse_float=str))


def data_type(text: str) -> DataType:
    """The type that a text means; a type of an extension is taken to be in the schema public."""
    parsed = parse_type(text)
    if isinstance(parsed, TypeReference):
        assert parsed.name in EXTENSION_TYPES, text
        return DataType(parsed.name, "public", parsed.modifiers, parsed.dimensions)
    assert isinstance(parsed, DataType), (text, parsed)
    return parsed


def project(types: Sequence[str], settings: TypeSettings | None = None) -> Project:
    """A table `probes` with a NOT NULL column per type: `c0`, `c1` and so on."""
    columns = [fixtures.column(f"c{at}", data_type(text), null=False) for at, text in enumerate(types)]
    extensions = {name: Extension(name=name, schema="public") for name in EXTENSIONS}
    made = fixtures.project([fixtures.table("probes", columns)], extensions=extensions)
    return replace(made, types=settings or TypeSettings())


_FUNCTION = """
CREATE FUNCTION pg_temp.verdicts(relation text, type text, texts text[]) RETURNS TABLE(returned text, error text)
LANGUAGE plpgsql AS $$
DECLARE
  sent text;
BEGIN
  FOREACH sent IN ARRAY texts LOOP
    BEGIN
      -- As PostgREST does it.
      EXECUTE format('WITH made AS (INSERT INTO %s SELECT v FROM json_to_record($1) AS r(v %s) RETURNING v)'
                     ' SELECT (row_to_json(made)->''v'')::text FROM made', relation, type)
        INTO returned USING format('{"v": %s}', sent)::json;
      error := '';
    EXCEPTION WHEN OTHERS OR ASSERT_FAILURE THEN
      returned := NULL;
      error := SQLERRM;
    END;
    RETURN NEXT;
  END LOOP;
END $$;
"""


def prepare(connection: psycopg.Connection[Any]) -> None:
    """Extensions, and the function that tries values; the session as PostgREST has it."""
    available = {name for (name,) in connection.execute("SELECT name FROM pg_available_extensions").fetchall()}
    for name in EXTENSIONS:
        if name in available:
            connection.execute(f"CREATE EXTENSION IF NOT EXISTS {name}".encode())
    connection.execute(b"SET TimeZone TO 'UTC'")
    connection.execute(_FUNCTION.encode())


def postgres_answers(
    connection: psycopg.Connection[Any], table: str, type_: str | None, texts: Sequence[str]
) -> list[tuple[str | None, str]]:
    """For each JSON text sent to the column `v` of a table, what row_to_json makes of it, or None and the error.

    `type_` is that of the column, which is looked up where it is None.
    """
    if type_ is None:
        query = """SELECT format_type(atttypid, atttypmod) FROM pg_attribute
                   WHERE attrelid = %s::regclass AND attname = 'v'"""
        ((type_,),) = connection.execute(query, [table]).fetchall()
    query = "SELECT returned, error FROM pg_temp.verdicts(%s, %s, %s)"
    return [(back, error) for back, error in connection.execute(query, [table, type_, list(texts)]).fetchall()]


_TRY = """
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as mini from "./mini/types/zod.js";
import * as schemas from "./types/zod.js";
const document = JSON.parse(readFileSync(new URL("types/schema.json", import.meta.url), "utf8"));
const ajv = new Ajv2020().addSchema(document, "");
const tries = JSON.parse(readFileSync(0, "utf8"));
const zod = (type, column, text) => {
  if (text === null) return true;
  const [whole, small] = [schemas, mini].map((from) => from[type].shape[column].safeParse(JSON.parse(text)).success);
  if (whole !== small) throw new Error(`zod says ${whole} and zod/mini ${small} of ${column}: ${text.slice(0, 200)}`);
  return whole;
};
const json = (type, column, text) =>
  text === null || ajv.getSchema(`#/$defs/Probes${type}/properties/${column}`)(JSON.parse(text));
console.log(JSON.stringify(tries.map(([column, sent, returned]) => [
  zod("ProbesInsertSchema", column, sent), zod("ProbesRowSchema", column, returned),
  json("Insert", column, sent), json("Row", column, returned),
])));
"""


def emitted(folder: Path, types: Sequence[str], settings: TypeSettings | None = None) -> Path:
    """The folder with the schemas of a column per type; that they compile is another test's."""
    made = project(types, settings)
    node.write(folder, node.emit_schemas(made) | pydantic.emit(made) | node.emit_mini(made))
    (folder / "try.mts").write_text(_TRY)
    return folder


def compare(connection: psycopg.Connection[Any], folder: Path, probes: Sequence[Probes]) -> list[Verdicts]:
    """What is said of each value, and of each value that came back in another form."""
    said: list[tuple[int, str, str | None, str]] = []
    for at, probe in enumerate(probes):
        texts = list(probe.texts)
        connection.execute(f"CREATE TEMPORARY TABLE probe (v {probe.type} NOT NULL)".encode())
        answers = postgres_answers(connection, "probe", probe.type, texts)
        known = {_spaceless(text) for text in texts}
        more = list(dict.fromkeys(back for back, _ in answers if back is not None and _spaceless(back) not in known))
        answers += postgres_answers(connection, "probe", probe.type, more) if more else []
        connection.execute(b"DROP TABLE probe")
        said += [(at, sent, back, error) for sent, (back, error) in zip(texts + more, answers, strict=True)]
    zod = node.run_typescript(folder / "try.mts", [[f"c{at}", sent, back] for at, sent, back, _ in said])
    models = python.Models(folder / "types/models.py")
    return [
        Verdicts(probes[at].type, sent, back, error, *answer, *models.judge("Probes", f"c{at}", sent, back))
        for (at, sent, back, error), answer in zip(said, zod, strict=True)
    ]
