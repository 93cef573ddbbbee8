"""The emitted TypeScript: both compilers take it, misuse is an error, names are valid, the unknown is refused."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from emit import fixtures, node
from emit.fixtures import column, of, public, table
from schemagen.diagnostics import Position, SpecificationError
from schemagen.emit import typescript, zod
from schemagen.emit.facts.names import Identifiers, constant_case, pascal_case
from schemagen.model.constraints import OneOf
from schemagen.model.project import Project
from schemagen.records import replace

_USES = """
import type { Database, Json, OrgRolesInsert, RoleSkillsInsert } from "./database.js";
import type { SkillsInsert, SkillsRow, SkillsUpdate } from "./database.js";
import { SKILLS_SKILL_TYPE_VALUES } from "./database.js";

export const least: SkillsInsert = { name: "GCP" };
export const left: SkillsInsert = { name: "GCP", id: undefined, created_at: undefined, description: null };
export const nothing: SkillsUpdate = {};
export const kinds: readonly NonNullable<SkillsRow["skill_type"]>[] = SKILLS_SKILL_TYPE_VALUES;
type Tables = Database["public"]["Tables"];
export const same: SkillsRow = {} as Tables["skills"]["Row"];
export const target: "org_roles" = {} as Tables["role_skills"]["Relationships"][0]["referencedRelation"];
export const json: Json = { a: [1, null, { b: "c" }] };
export const role: OrgRolesInsert = { role_name: "x", metadata: json };
export const element = (row: SkillsRow): string | null | undefined => row.proficiency_levels?.[0];
// @ts-expect-error - a required column is missing
export const wrong1: SkillsInsert = {};
// @ts-expect-error - NOT NULL with a default may be left out, not null
export const wrong2: SkillsInsert = { name: "GCP", created_at: null };
// @ts-expect-error - a generated column cannot be given
export const wrong3: SkillsInsert = { name: "GCP", search_vector: "x" };
// @ts-expect-error - not in the list
export const wrong4: SkillsInsert = { name: "GCP", skill_type: "hard" };
// @ts-expect-error - a NOT NULL column
export const wrong5: SkillsUpdate = { name: null };
// @ts-expect-error - no such column
export const wrong6: SkillsUpdate = { nam: "x" };
// @ts-expect-error - the second link is missing
export const wrong7: RoleSkillsInsert = { role_id: "x" };
// @ts-expect-error - elements of an array may be null
export const wrong8 = (row: SkillsRow): string | undefined => row.proficiency_levels?.[0];
"""


@pytest.mark.parametrize("compiler", ["7", pytest.param("5.9", marks=pytest.mark.slow)])
def test_both_compilers_take_all_files(tmp_path: Path, compiler: str) -> None:
    for name, make in fixtures.ALL.items():
        node.write(tmp_path, {f"{name}/{path}": text for path, text in node.emit_all(make()).items()})
    node.write(tmp_path, {"pharma/types/uses.ts": _USES})
    assert node.compile_with(tmp_path, compiler) == ""


@pytest.mark.parametrize("compiler", ["7", pytest.param("5.9", marks=pytest.mark.slow)])
def test_both_compilers_take_every_type(tmp_path: Path, compiler: str) -> None:
    for name, make in fixtures.WIDE.items():
        node.write(tmp_path, {f"{name}/{path}": text for path, text in node.emit_all(make()).items()})
    assert node.compile_with(tmp_path, compiler) == ""


@pytest.mark.parametrize(
    "fixtures_", [fixtures.ALL, pytest.param(fixtures.WIDE, marks=pytest.mark.slow)], ids=["all", "wide"]
)
def test_the_other_packages_of_zod_and_the_other_imports(
    tmp_path: Path, fixtures_: dict[str, Callable[[], Project]]
) -> None:
    choices = [("zod/mini", ".js"), ("zod/v4", ""), ("zod", ".ts")]
    for name, make in fixtures_.items():
        for zod_, extension in choices if name in ("pharma", "any_days") else choices[:1]:
            made = make()
            made = replace(made, types=replace(made.types, zod=zod_, import_extension=extension))
            folder = f"{name}{choices.index((zod_, extension))}"
            node.write(tmp_path, {f"{folder}/{path}": text for path, text in node.emit_all(made).items()})
            text = (tmp_path / folder / "types/zod.ts").read_text(encoding="utf-8")
            assert f'import * as z from "{zod_}";' in text
            assert f'from "./database{extension}";' in text
    flags = ("--module", "esnext", "--moduleResolution", "bundler", "--allowImportingTsExtensions", "--noEmit")
    assert node.compile_with(tmp_path, "7", *flags) == ""


def _per_table(project: Project, extension: str = ".js") -> dict[str, str]:
    settings = replace(project.types, layout="per_table", import_extension=extension)
    return node.emit_all(replace(project, types=settings))


def test_a_file_for_each_table(tmp_path: Path) -> None:
    for name, make in fixtures.ALL.items():
        files = _per_table(make())
        node.write(tmp_path, {f"{name}/{path}": text for path, text in files.items()})
        single = node.emit_all(make())
        # Every declaration is in one of the files, as it is in the one file.
        for kind in ("database", "zod"):
            declaration = re.compile(r"^(?:export )?(?:type|const) .*?;\n(?=\n|\Z)", re.MULTILINE | re.DOTALL)
            declared = declaration.findall(single[f"types/{kind}.ts"])
            everything = "\n".join(files.values())
            agreement = "export type SchemasAgreeWithTypes"
            missing = [part for part in declared if part not in everything and not part.startswith(agreement)]
            assert declared
            assert missing == []
        assert len({path.lower() for path in files}) == len(files)
    node.write(tmp_path, {"pharma/types/uses.ts": _USES})
    assert node.compile_with(tmp_path, "7") == ""


def test_a_schema_of_one_table_pulls_in_no_other(tmp_path: Path) -> None:
    node.write(tmp_path, _per_table(fixtures.pharma()))
    imported = {
        "whole.ts": 'export { TherapeuticAreasInsertSchema } from "./types/zod.js";',
        "one.ts": 'export { TherapeuticAreasInsertSchema } from "./types/zod/therapeuticAreas.js";',
    }
    node.write(tmp_path, imported)
    esbuild = node.ROOT / "node_modules/.bin/esbuild"
    for entry in imported:
        bundle = subprocess.run(
            [str(esbuild), "--bundle", "--format=esm", "--external:zod", str(tmp_path / entry)],
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        assert "parent_area_id" in bundle
        assert "skill_type" not in bundle
        assert "lexeme" not in bundle


_DIGEST = """
import hashlib
from emit import fixtures, node
texts = [text for make in fixtures.ALL.values() for text in node.emit_all(make()).values()]
print(hashlib.sha256("".join(texts).encode()).hexdigest())
"""


def test_runs_under_different_hash_seeds_give_the_same_bytes() -> None:
    paths = os.pathsep.join([str(node.ROOT / "tests"), str(node.ROOT / "generator")])
    digests = {
        subprocess.run(
            [sys.executable, "-c", _DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("0", "1", "12345")
    }  # fmt: skip
    assert len(digests) == 1


def test_types_alone_need_no_inference(tmp_path: Path) -> None:
    for name, make in fixtures.ALL.items():
        node.write(tmp_path, {f"{name}/{path}": text for path, text in typescript.emit(make()).items()})
    assert node.compile_with(tmp_path, "7", "--isolatedDeclarations", "--declaration") == ""


def test_a_comment_cannot_close_its_block() -> None:
    text = typescript.emit(fixtures.hostile())["types/database.ts"]
    outside = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    assert "drop table" in text
    assert "drop table" not in outside
    assert "\u202e" not in text
    assert "\u2028" not in text


def test_the_database_only_checks_are_written_down() -> None:
    text = typescript.emit(fixtures.lengths_and_lists())["types/database.ts"]
    noted = set(re.findall(r"Enforced by the database only: (\w+):", text))
    assert noted == {
        "moment_range_check", "own_collation_oneof_check", "nothing_refused_oneof_check", "grid_length_check",
    }  # fmt: skip
    assert (
        "rank_of_required: importance_rank > 0 OR NOT is_required"
        in typescript.emit(fixtures.pharma())["types/database.ts"]
    )


def test_untouched_tables_are_left_out() -> None:
    text = typescript.emit(fixtures.pharma())["types/database.ts"]
    assert "OrgRolesRow" in text
    assert "TenantsRow" not in text


def test_every_column_without_a_type_is_refused_at_its_place() -> None:
    project = fixtures.project(
        [
            table("a", [column("x", of("geometry", schema="public"), line=7), column("__proto__", of("text"), line=8)]),
            table("b", [column("y", of("thing", schema="public", dimensions=1), line=9)]),
        ]
    )
    for emit in (typescript.emit, zod.emit):
        with pytest.raises(SpecificationError) as refused:
            emit(project)
        found = [(d.code, d.position) for d in refused.value.diagnostics]
        assert found == [
            ("unsupported-column-type", Position("spec.yaml", 7, 3)),
            ("unusable-column-name", Position("spec.yaml", 8, 3)),
            ("unsupported-column-type", Position("spec.yaml", 9, 3)),
        ]
        assert "'public.geometry'" in refused.value.diagnostics[0].message


def test_nothing_is_unknown_or_any() -> None:
    for make in (*fixtures.ALL.values(), *fixtures.WIDE.values()):
        for text in node.emit_all(make()).values():
            assert not re.search(r":\s*(unknown|any)\b|z\.(unknown|any)\(", text)


@pytest.mark.parametrize(
    ("name", "pascal", "constant"),
    [
        ("org_roles", "OrgRoles", "ORG_ROLES"),
        ("order", "Order", "ORDER"),
        ("Ünïcode", "Ünïcode", "ÜNÏCODE"),
        ('a"b', "AB", "A_B"),
        ("2fa", "_2fa", "_2FA"),
        ("!", "_", "_"),
        ("日本", "日本", "日本"),
        ("fooBar__baz_", "FooBarBaz", "FOOBAR_BAZ"),
    ],
)
def test_names(name: str, pascal: str, constant: str) -> None:
    assert (pascal_case(name), constant_case(name)) == (pascal, constant)


def test_names_that_would_be_the_same_get_a_number() -> None:
    identifiers = Identifiers()
    assert [identifiers.claim("AB", "Row", "Insert") for _ in range(3)] == ["AB", "AB2", "AB3"]
    assert identifiers.claim("Json") == "Json2"
    assert identifiers.claim("ABRow") == "ABRow2"


def test_names_do_not_depend_on_the_order_of_the_tables() -> None:
    names = ["a_b", 'a"b', "a b", "A b"]

    def types(order: list[str]) -> list[str]:
        project = fixtures.project([table(name, [column("x", of("text"))]) for name in order])
        found = re.findall(r"\n {6}(.+): \{\n {8}Row: (\w+);", typescript.emit(project)["types/database.ts"])
        return sorted(found)

    assert types(names) == types(names[::-1])
    assert dict(types(names))["a_b"] == "ABRow"


def test_constants_of_lists_do_not_collide() -> None:
    first = table("a", [column("b_c", of("text"))], fixtures.check(OneOf("b_c", ("x",))))
    second = table("a_b", [column("c", of("text"))], fixtures.check(OneOf("c", ("y",))))
    text = typescript.emit(fixtures.project([first, second]))["types/database.ts"]
    assert 'export const A_B_C_VALUES = ["x"] as const;' in text
    assert 'export const A_B_C_2_VALUES = ["y"] as const;' in text


def test_a_relationship_is_one_to_one_where_its_columns_are_unique() -> None:
    target = table("parents", [column("id", of("uuid"), null=False)], fixtures.primary_key("id"))
    key = fixtures.ForeignKey(name="fk", columns=("id",), target=public("parents"), target_columns=("id",))
    child = table("children", [column("id", of("uuid"), null=False)], fixtures.primary_key("id"), key)
    text = typescript.emit(fixtures.project([target, child]))["types/database.ts"]
    assert "isOneToOne: true;" in text
    assert "isOneToOne: true;" not in typescript.emit(fixtures.pharma())["types/database.ts"]
