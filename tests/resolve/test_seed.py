"""Seed rows: what they become, and which values are refused at their place."""

from __future__ import annotations

import pytest

from resolve.small_specs import FULL, marked, project_of, run
from schemagen.emit.sql_seeds import seed_facts
from schemagen.model.names import QualifiedName
from schemagen.model.project import RowReference, Seed

TABLES = """
enums:
  mood: [sad, ok]
reference_tables:
  skills:
    columns:
      kind: {type: varchar(5), one_of: [Hard, Soft]}
      level: {type: integer, range: [0, 100], default: 5}
      price: "numeric(5,2)"
      tags: text[]
      data: jsonb
      mood: mood
      parent_id: {type: uuid, references: skills}
      code: {type: varchar(5), unique: true}
      number: {type: bigint, identity: always}
      upper: {type: text, generated: {sql: upper(description)}}
    unique: [[name, kind]]
    seed: skills.yaml
"""
ROW = "- {name: Go, kind: Hard, "


def seed(rows: str, tables: str = TABLES) -> Seed:
    (found,) = project_of(FULL + tables, {"skills.yaml": rows}).seeds
    return found


def names(found: Seed) -> list[object]:
    return [dict(row.values)["name"] for row in found.rows]


def test_rows_keep_their_order_values_and_places() -> None:
    found = seed(ROW + "price: 1.50, tags: [a, null], data: {x: [1]}, mood: ok, level: null}\n- {name: B}\n")
    assert (found.table, found.key, found.tenant_column) == (
        QualifiedName("public", "skills"),
        ("name", "kind"),
        "tenant_id",
    )
    assert found.source == "skills.yaml"
    first = dict(found.rows[0].values)
    assert list(first) == ["name", "kind", "price", "tags", "data", "mood", "level"]
    assert (str(first["price"]), first["tags"], first["data"], first["level"]) == (
        "1.50",
        ["a", None],
        {"x": [1]},
        None,
    )
    assert [row.origin.line for row in found.rows] == [1, 2]


def test_json_files_too() -> None:
    tables = TABLES.replace("skills.yaml", "skills.json")
    (found,) = project_of(FULL + tables, {"skills.json": '[{"name": "B", "level": 7}]'}).seeds
    assert dict(found.rows[0].values) == {"name": "B", "level": 7}


def test_a_row_comes_after_the_one_that_it_refers_to() -> None:
    found = seed(
        "- {name: A, parent_id: {name: C, kind: Hard}}\n- {name: B}\n- {name: C, kind: Hard, parent_id: {name: D}}\n"
        "- {name: D}\n"
    )
    assert names(found) == ["D", "C", "A", "B"]
    reference = dict(found.rows[2].values)["parent_id"]
    assert reference == RowReference(QualifiedName("public", "skills"), "id", (("name", "C"), ("kind", "Hard")))


def test_tables_come_after_those_that_they_refer_to() -> None:
    others = (
        "reference_tables:\n"
        "  uses: {columns: {s: {type: uuid, references: skills}}, unique: [[name]], seed: uses.yaml}\n"
        "  areas: {unique: [[name]], seed: areas.yaml}\n"
    )
    tables = TABLES.replace("reference_tables:\n", others)
    tables += "junction_tables:\n  pairs: {links: {one: skills, other: areas}, seed: pairs.yaml}\n"
    project = project_of(
        FULL + tables,
        {
            "skills.yaml": "[{name: A}, {name: B}]",
            "uses.yaml": "[{name: X, s: {name: B}}]",
            "areas.yaml": "[{name: Y}]",
            "pairs.yaml": "[{one: {name: A}, other: {name: Y}}, {one: {name: B}, other: {name: Y}}]",
        },
    )
    assert [found.table.name for found in project.seeds] == ["skills", "uses", "areas", "pairs"]
    assert project.seeds[3].key == ("one", "other")


def test_the_key_can_be_said() -> None:
    found = seed("- {name: A, code: x}\n- {name: A, code: y}\n", TABLES.replace("seed: skills.yaml",
                 "seed: {file: skills.yaml, key: [code]}").replace("unique: [[name, kind]]", "unique: []"))  # fmt: skip
    assert found.key == ("code",)


@pytest.mark.parametrize(
    ("change", "to", "code"),
    [
        ("seed: skills.yaml", "seed: {file: skills.yaml, key: [cod]}", "unknown-column"),
        ("seed: skills.yaml", "seed: {file: skills.yaml, key: [level]}", "no-natural-key"),
    ],
)
def test_a_key_that_is_none(change: str, to: str, code: str) -> None:
    _project, found = run(FULL + TABLES.replace(change, to), {"skills.yaml": "- {name: A}\n"})
    assert [f.code for f in found] == [code]
    assert found[0].position.path == "spec.yaml"


@pytest.mark.parametrize("asked", ["skills.yaml", "{file: skills.yaml, key: [name]}"])
@pytest.mark.parametrize(
    ("index", "said"),
    [
        ("{columns: [name], unique: true, where: kind = 'Hard'}", "only where kind = 'Hard'"),
        ("{columns: [{sql: lower(name)}], unique: true}", "of an expression"),
        ("{columns: [name], unique: true, nulls_distinct: false, where: level > 1}", "only where level > 1"),
    ],
)
@pytest.mark.parametrize("postgres", ["15", "14"])
def test_an_index_over_some_rows_or_over_expressions_is_no_key(
    asked: str, index: str, said: str, postgres: str
) -> None:
    tables = TABLES.replace("unique: [[name, kind]]", f"unique: []\n    indexes: [{index}]")
    tables = tables.replace("unique: true}\n      number", "nullable: true}\n      number")
    text = (FULL + tables.replace("seed: skills.yaml", f"seed: {asked}")).replace(
        "postgres: 15", f"postgres: {postgres}"
    )
    _project, found = run(text, {"skills.yaml": "- {name: A}\n"})
    assert [f.code for f in found] == ["no-natural-key"]
    assert said in found[0].message
    assert found[0].position.path == "spec.yaml"


def test_a_unique_index_over_columns_is_a_key() -> None:
    tables = TABLES.replace(
        "unique: [[name, kind]]", "unique: []\n    indexes: [{columns: [name, kind], unique: true}]"
    )
    tables = tables.replace("unique: true}\n      number", "nullable: true}\n      number")
    assert seed("- {name: A, kind: Hard}\n", tables).key == ("name", "kind")
    _project, found = run(FULL + tables, {"skills.yaml": "- {name: A, kind: Hard}\n- {name: A, kind: Hard}\n"})
    assert [f.code for f in found] == ["duplicate-row"]


def test_a_table_that_tells_no_rows_apart() -> None:
    tables = TABLES.replace("unique: [[name, kind]]", "unique: []").replace("unique: true", "nullable: true")
    _project, found = run(FULL + tables, {"skills.yaml": "- {name: A}\n"})
    assert [f.code for f in found] == ["no-natural-key"]


REFUSED = [
    (ROW + "⟦lvel: 1}\n", "unknown-column", "did you mean 'level'?"),
    (ROW + "⟦number: 1}\n", "refused-column", "remove it"),
    (ROW + "⟦upper: X}\n", "refused-column", "remove it"),
    (ROW + "⟦tenant_id: null}\n", "refused-column", "remove it"),
    ("- {name: ⟦null}\n", "null-value", ""),
    ("- ⟦{kind: Hard}\n", "missing-value", "add name"),
    ("- {name: A, kind: ⟦Hrd}\n", "wrong-value", "did you mean 'Hard'?"),
    (ROW + "level: ⟦101}\n", "wrong-value", ""),
    (ROW + "level: ⟦'5'}\n", "wrong-value", ""),
    (ROW + "price: ⟦1.234}\n", "wrong-value", ""),
    (ROW + "price: ⟦1000}\n", "wrong-value", ""),
    (ROW + "tags: ⟦[a, 5]}\n", "wrong-value", ""),
    (ROW + "mood: ⟦happy}\n", "wrong-value", ""),
    ("- {name: ⟦abcdefghijk}\n", "wrong-value", ""),
    (ROW + "level: ⟦{name: A}}\n", "wrong-value", ""),
    (ROW + "parent_id: ⟦{name: Goo}}\n", "dangling-reference", "did you mean 'Go'?"),
    (ROW + "parent_id: ⟦{level: 5}}\n", "dangling-reference", "name"),
    (ROW + "parent_id: {⟦nme: A}}\n", "unknown-column", "did you mean 'name'?"),
    (ROW + "parent_id: ⟦not-a-uuid}\n", "wrong-value", ""),
    (ROW + "level: 1}\n- ⟦{name: Go, kind: Hard}\n", "duplicate-row", "remove"),
    (ROW + "level: 1}\n- ⟦{name: ' GO', kind: Hard}\n", "duplicate-row", "remove"),
    ("- {name: A}\n- ⟦{name: A, kind: null}\n", "duplicate-row", "remove"),
    ("- {name: A, code: x}\n- ⟦{name: B, code: x}\n", "duplicate-row", "remove"),
    (ROW + "level: 1}\n- ⟦just text\n", "not-a-row", ""),
    ("⟦name: A\n", "not-a-list", "dash"),
    ("- {name: A}\n- ⟦{name: B, parent_id: {name: C}}\n- {name: C, parent_id: {name: B}}\n", "circular-seed", "leave"),
    ("- ⟦{name: A, parent_id: {name: A}}\n", "circular-seed", "leave"),
]


@pytest.mark.parametrize(("rows", "code", "help_"), REFUSED)
def test_a_wrong_row_is_refused_at_its_place(rows: str, code: str, help_: str) -> None:
    text, line, column = marked(rows)
    project, found = run(FULL + TABLES, {"skills.yaml": text})
    assert project is None
    places = [(f.code, f.position.path, f.position.line, f.position.column) for f in found]
    assert places == [(code, "skills.yaml", line, column)]
    assert help_ in found[0].help


def test_all_errors_of_all_rows_in_one_run() -> None:
    rows = "- {name: A, level: 101, mood: bad}\n- {kind: None, oops: 1}\n- {name: A}\n"
    _project, found = run(FULL + TABLES, {"skills.yaml": rows})
    assert sorted(f.code for f in found) == [
        "duplicate-row", "missing-value", "unknown-column", "wrong-value", "wrong-value", "wrong-value",
    ]  # fmt: skip


def test_tables_that_refer_to_each_other_in_a_circle() -> None:
    tables = (
        "reference_tables:\n  a: {columns: {b: {type: uuid, references: b}}, unique: [[name]], seed: a.yaml}\n"
        "  b: {columns: {a: {type: uuid, references: a}}, unique: [[name]], seed: b.yaml}\n"
    )
    files = {"a.yaml": "- {name: A, b: {name: B}}\n", "b.yaml": "- {name: B, a: {name: A}}\n"}
    _project, found = run(FULL + tables, files)
    assert "circular-seed" in [f.code for f in found]


def test_thousands_of_rows_stay_quick() -> None:
    rows = "".join(
        f"- {{name: s{n}, kind: Hard, parent_id: {{name: s{n - 1}, kind: Hard}}}}\n" for n in range(3000, 0, -1)
    )
    found = seed(rows + "- {name: s0, kind: Hard}\n")
    assert names(found) == [f"s{n}" for n in range(3001)]


@pytest.mark.parametrize("postgres", ["15", "14"])
def test_a_key_in_which_nulls_are_equal_is_looked_at_before_the_seed(postgres: str) -> None:
    keys = "unique: [[name, kind], {columns: [level, mood], nulls_distinct: false, per_tenant: false}]"
    text = (FULL + TABLES.replace("unique: [[name, kind]]", keys)).replace("postgres: 15", f"postgres: {postgres}")
    project = project_of(text, {"skills.yaml": "- {name: A, kind: Hard, level: 1, mood: ok}\n"})
    (found,) = seed_facts(project.seeds[0], project.after, project, 1).taken
    assert (found.columns, found.nulls_not_distinct) == (("level", "mood"), True)
