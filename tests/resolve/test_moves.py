"""Moves of array columns: what they become, and what is refused at its place."""

from __future__ import annotations

import pytest

from resolve.small_specs import FULL, marked, project_of, run
from schemagen.diagnostics import Position
from schemagen.model.constraints import Check
from schemagen.model.names import QualifiedName
from schemagen.model.project import ArrayMove
from schemagen.model.schema import Table, View
from schemagen.resolve.move_uses import uses_of_column

TABLES = """
reference_tables:
  tags: {columns: {category: varchar(5)}, unique: [[name, category]]}
junction_tables:
  people_tags: {links: {person_id: people, tag_id: tags}}
"""
MOVE = "moves:\n  - {from: people.tags, to: people_tags}\n"


def name(text: str) -> QualifiedName:
    return QualifiedName("public", text)


def test_everything_that_is_not_said_is_found() -> None:
    (move,) = project_of(FULL + TABLES + MOVE).moves
    assert move == ArrayMove(
        table=name("people"),
        column="tags",
        renamed_to="tags_deprecated",
        junction=name("people_tags"),
        role_link="person_id",
        reference=name("tags"),
        reference_link="tag_id",
        name_column="name",
        overflow_column="description",
        key=("name", "category"),
        tenant_column="tenant_id",
    )


def test_everything_can_be_said() -> None:
    text = TABLES.replace("category: varchar(5)", "title: {type: varchar(9), unique: true}, more: text")
    text = (
        text.replace(", unique: [[name, category]]", "")
        .replace("name", "name")
        .replace("tags: {columns", "tags: {columns")
    )
    move_text = (
        "moves:\n  - {from: public.people.tags, to: people_tags, renamed_to: old_tags, link: person_id,\n"
        "     name_column: title, overflow_column: more, match: {trim: false, fold_case: false}, indexes: keep}\n"
    )
    text = FULL.replace("name: {type: varchar(10), nullable: false}", "name: varchar(10)") + text + move_text
    (move,) = project_of(text).moves
    assert (move.renamed_to, move.name_column, move.overflow_column, move.key) == (
        "old_tags",
        "title",
        "more",
        ("title",),
    )
    assert (move.trim, move.fold_case, move.indexes) == (False, False, "keep")


BOTH = "junction_tables:\n  friends: {links: {one_id: people, other_id: people}}\n"
LONG = "x" * 60

ELSEWHERE = TABLES.replace("reference_tables:", "reference_tables:\n  other: {}").replace("_id: people", "_id: other")

REFUSED = [
    (TABLES, "from: ⟦persons.tags, to: people_tags", "unknown-table", ""),
    (TABLES, "from: ⟦people.tag, to: people_tags", "unknown-column", "did you mean 'tags'?"),
    (TABLES, "from: people.tags, to: ⟦person_tags", "unknown-table", "did you mean 'people_tags'?"),
    (TABLES, "from: people.tags, to: ⟦tags", "not-a-junction", "junction_tables"),
    (TABLES, "from: ⟦people.id, to: people_tags", "not-a-text-array", ""),
    (TABLES, "from: people.tags, to: people_tags, link: ⟦tag_id", "bad-link", ""),
    (BOTH, "from: people.tags, to: ⟦friends", "ambiguous-link", "link: one_id"),
    (TABLES, "from: people.tags, to: people_tags, name_column: ⟦nam", "unknown-column", "did you mean 'name'?"),
    (TABLES, "from: people.tags, to: people_tags, name_column: ⟦id", "not-a-text", ""),
    (TABLES, "from: people.tags, to: people_tags, overflow_column: ⟦category", "bad-overflow", ""),
    (TABLES, "from: people.tags, to: people_tags, renamed_to: ⟦tenant_id", "name-taken", "renamed_to"),
    (TABLES, f"from: people.tags, to: people_tags, renamed_to: ⟦{LONG}abcd", "name-too-long", "shorter"),
    (ELSEWHERE, "from: people.tags, to: ⟦people_tags", "bad-link", "person_id and tag_id"),
    (TABLES.replace(", unique: [[name, category]]", ""), "from: people.tags, to: ⟦people_tags", "no-natural-key", ""),
    (TABLES.replace("category: varchar(5)", "category: {type: varchar(5), nullable: false}"),
     "from: people.tags, to: ⟦people_tags", "required-column", "default"),
    (TABLES.replace("tag_id: tags}", "tag_id: tags}, columns: {since: {type: date, nullable: false}}"),
     "from: people.tags, to: ⟦people_tags", "required-column", "default"),
]  # fmt: skip


@pytest.mark.parametrize(("tables", "move", "code", "help_"), REFUSED)
def test_what_cannot_be_moved_is_refused_at_its_place(tables: str, move: str, code: str, help_: str) -> None:
    whole, line, column = marked(f"{FULL}{tables}moves:\n  - {{{move}}}\n")
    project, found = run(whole)
    assert project is None
    assert (code, line, column) in [(f.code, f.position.line, f.position.column) for f in found]
    assert {f.code for f in found} == {code}
    assert help_ in found[0].help


@pytest.mark.parametrize(
    ("extra", "what"),
    [
        ("check: [cardinality(tags) < 9]", "check"),
        ("indexes: [{columns: [tags], method: gin}]", "index"),
        ("triggers: {note: {timing: before, events: [update], columns: [tags], function: noted}}", "trigger 'note'"),
    ],
)
def test_what_depends_on_the_array_is_said(extra: str, what: str) -> None:
    function = "  functions: {noted: {returns: trigger, language: plpgsql, body: 'BEGIN RETURN NEW; END'}}\n"
    text = FULL.replace("      row_security: enabled\n", f"      row_security: enabled\n      {extra}\n")
    text = text.replace("  tables:\n    tenants:", f"{function}  tables:\n    tenants:")
    _project, found = run(text + TABLES + MOVE)
    assert [f.code for f in found] == ["column-in-use"]
    assert what in found[0].message


def test_policies_and_views_that_use_the_array() -> None:
    text = FULL.replace('authenticated], using: "true"', 'authenticated], using: "x = ANY (tags)"')
    text += "views:\n  tagged: {query: SELECT id FROM people WHERE cardinality(tags) > 0}\n"
    _project, found = run(text + TABLES + MOVE)
    messages = [f.message for f in found if f.code == "column-in-use"]
    assert len(messages) == 2
    assert "policy 'people_read'" in messages[0] and "view 'tagged'" in messages[1]


def test_one_array_moves_once() -> None:
    _project, found = run(FULL + TABLES + MOVE + "  - {from: people.tags, to: people_tags}\n")
    assert {f.code for f in found} == {"duplicate-move"}


def test_a_generated_column_that_uses_the_array() -> None:
    many = "        many: {type: integer, generated: {sql: cardinality(tags)}}\n"
    text = FULL.replace("        tags: text[]\n", f"        tags: text[]\n{many}")
    _project, found = run(text + TABLES + MOVE)
    assert [f.code for f in found] == ["column-in-use"]
    assert "generated column 'many'" in found[0].message


def test_uses_of_the_array_are_columns_and_no_words_that_look_alike() -> None:
    def found(checks: list[str], query: str = "select 1") -> list[str]:
        constraints = tuple(Check(name=f"c{number}", expression=sql) for number, sql in enumerate(checks))
        table = Table(name=QualifiedName("public", "t"), constraints=constraints)
        view = View(name=QualifiedName("public", "v"), query=query)
        place = Position("x.yaml", 1, 1)
        uses = (d.message for d in uses_of_column(table, "tags", {view.name: view}, place))
        return [message.split("'")[1] for message in uses]

    alike = ["note <> 'tags'", "tags(1) > 0", "x::tags is null /* tags */", '"Tags" > "my tags"']
    assert found(alike, "select 'tags' from t") == []
    assert found(["cardinality(tags) > 0", "t.tags[1] <> ''", '"tags" is null']) == ["c0", "c1", "c2"]
    assert found([], "select tags from other") == []
    for query in ("select x.tags from t as x", "select * from public.t", "select 1 from t join u using (tags)"):
        assert found([], query) == ["v"], query
    assert found([], "select * from other.t") == []
