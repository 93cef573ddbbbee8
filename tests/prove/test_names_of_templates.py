"""No name of a user's clashes with one of ours: columns are called like every word that the SQL templates have."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from schemagen.build import build
from schemagen.diagnostics import Severity, format_diagnostic
from schemagen.prove.run import prove
from schemagen.prove.server import ScratchServer
from schemagen.render.environment import templates_folder
from scratch import scratch_server

_NOT_SQL = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|--[^\n]*|'[^'\n]*'", re.DOTALL)
_SYSTEM_COLUMNS = frozenset({"tableoid", "ctid", "xmin", "cmin", "xmax", "cmax"})


def words() -> list[str]:
    """Aliases, variables, labels, columns and functions of all SQL templates, and their keywords for good measure."""
    found: set[str] = set()
    for path in (templates_folder() / "sql").glob("*.j2"):
        found |= set(re.findall(r"(?<![%$\w])[a-z_][a-z0-9_]*", _NOT_SQL.sub(" ", path.read_text(encoding="utf-8"))))
    return sorted(found - _SYSTEM_COLUMNS)


WORDS = words()


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with scratch_server(None) as running:
        yield running


def specification(round_: int) -> dict[str, str]:
    """The files of a specification in which the names that matter most differ from round to round.

    Tables, links, keys, the tenant, the array and what a seed refers to take turns in being called like each alias.
    """
    ours = ["found", "made", "source", "link", "element", "key", "seed", "other", "names", "present",
            "changed", "row_key", "content", "before", "added", "problems", "child", "same", "row_number",
            "depth"]  # fmt: skip
    numbers = count(round_)

    def name() -> str:
        return ours[next(numbers) % len(ours)]

    names = {part: name() for part in (
        "tenant", "source", "reference", "junction", "id", "array", "renamed", "text", "here", "there", "parent", "new",
        "computed", "kept", "reader", "user",
    )}  # fmt: skip
    all_of_them = {word: {"type": "text"} for word in WORDS if word not in names.values()}
    some = {word: {"type": "text"} for word in ours if word not in names.values()}
    key = {names["id"]: {"type": "uuid", "primary_key": True, "default": {"sql": "gen_random_uuid()"}}}
    tenant = {names["tenant"]: {"type": "uuid", "references": "tenants"}}
    title = {names["text"]: {"type": "varchar(20)", "nullable": False}}
    reference = names["reference"]
    spec: dict[str, Any] = {
        "schemagen": 1, "name": "words", "version": "1", "description": "x", "postgres": 15,
        "schema": names["user"],
        "migrations": {"first_version": 1},
        "conventions": {"tenant": {"column": names["tenant"], "type": "uuid", "from": {"setting": "app.tenant"}}},
        "existing": {
            "roles": [names["reader"]],
            "tables": {
                "tenants": {
                    "columns": {"id": {"type": "uuid", "primary_key": True}},
                    "grants": {names["reader"]: ["select"]},
                },
                names["source"]: {
                    "columns": {**key, **tenant, names["array"]: "text[]", "more": "text[]", **some},
                    "grants": {names["reader"]: ["select"]},
                },
            },
        },
        "new_columns": {
            names["source"]: {
                "columns": {
                    names["new"]: {"type": "text", "default": "x", "comment": "$keep$ $nothing_left$"},
                    names["computed"]: {"type": "timestamptz", "default": {"sql": "clock_timestamp()"}},
                    names["kept"]: {"type": "text", "if_exists": "keep", "default": "$keep$", "comment": "$keep$"},
                },
                "visible_to_all_tenants": "known",
            }
        },
        "reference_tables": {
            reference: {
                "columns": {
                    **key, **title, "whole": "text", **tenant,
                    names["parent"]: {"type": "uuid", "references": {"table": reference, "on_delete": "set null"}},
                    **all_of_them,
                },
                "unique": [{"columns": [names["text"]], "per_tenant": True, "nulls_distinct": False}],
                "seed": "seed.json",
                "access": {"force": True, "roles": {names["reader"]: {"read": "tenant_and_shared", "write": "tenant"}}},
            },
        },
        "junction_tables": {
            names["junction"]: {
                "columns": {**key, **all_of_them},
                "links": {names["here"]: names["source"], names["there"]: reference},
                "access": {"force": True, "roles": {names["reader"]: {"read": "linked", "write": "linked"}}},
            },
            "second": {
                "columns": {**key, **some},
                "links": {names["here"]: names["source"], names["there"]: reference},
                "access": {"roles": {names["reader"]: {"read": "linked", "write": "linked"}}},
            },
        },
        # What refers to a junction is looked for when a move is undone.
        "tables": {
            "100%": {
                "columns": {**key, **some, "%I$sql$": {"type": "uuid", "references": names["junction"]}},
                "access": {"roles": {names["reader"]: {"read": "all"}}},
            },
        },
        "moves": [
            {
                "from": f"{names['source']}.{array}", "to": to, "name_column": names["text"],
                "overflow_column": "whole",
                "renamed_to": renamed,
            }
            for array, to, renamed in (
                (names["array"], names["junction"], names["renamed"]), ("more", "second", "more$unlink$"),
            )
        ],
    }  # fmt: skip
    more = {word: "x" for word in ("found", "changed", "made", "key", "before") if word in some}
    rows = [
        {names["text"]: "one", "whole": "all of it", **more},
        {names["text"]: "two", names["parent"]: {names["text"]: "one"}},
        {names["text"]: "three", names["parent"]: {names["text"]: "two"}, **more},
    ]
    return {"spec.json": json.dumps(spec), "seed.json": json.dumps(rows)}


# Random specifications, some of which are proven in every run, draw such names too.
@pytest.mark.slow
@pytest.mark.parametrize("round_", [0, 7, 14])
def test_words_of_templates_as_names(server: ScratchServer, round_: int) -> None:
    files = specification(round_)
    built = build("spec.json", files.__getitem__, only=frozenset({"migrations"}))
    said = [format_diagnostic(d, built.sources) for d in built.diagnostics if d.severity is not Severity.INFO]
    assert said == [], said
    assert built.project is not None
    # The second round of a proof meets the same names again.
    report = prove(built.project, built.files, server, progress=lambda step: None, rounds=1)
    assert [f"{d.object}: {d.expected} / {d.actual}" for d in report.differences] == []
    assert report.ok
