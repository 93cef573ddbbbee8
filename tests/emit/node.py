"""Runs TypeScript and Zod for the tests: in, emitted files; out, what the compilers and the schemas say."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from schemagen.emit import json_schema, typescript, zod
from schemagen.model.project import Project
from schemagen.records import replace

ROOT = Path(__file__).resolve().parents[2]
COMPILERS = {"7": "typescript", "5.9": "typescript-5"}
FLAGS = {
    "strict": True,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "verbatimModuleSyntax": True,
    "isolatedModules": True,
    "noUnusedLocals": True,
    "noUnusedParameters": True,
    "erasableSyntaxOnly": True,
    "module": "nodenext",
    "target": "es2022",
    "types": [],
    "outDir": "compiled",
    "rootDir": ".",
}


def emit_all(project: Project) -> dict[str, str]:
    """The files of TypeScript and Zod."""
    return {**typescript.emit(project), **zod.emit(project)}


def emit_schemas(project: Project) -> dict[str, str]:
    """The files of all emitters of schemas that JavaScript runs: those and JSON Schema."""
    return emit_all(project) | json_schema.emit(project)


def emit_mini(project: Project) -> dict[str, str]:
    """The files of TypeScript and of Zod's functions, in a folder of their own."""
    small = replace(project, types=replace(project.types, zod="zod/mini"))
    return {f"mini/{path}": text for path, text in emit_all(small).items()}


def write(folder: Path, files: dict[str, str]) -> None:
    """The files in a package of their own that finds the installed node modules."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (folder / "package.json").write_text('{"type": "module"}\n')
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": FLAGS, "exclude": ["node_modules"]}))
    modules = folder / "node_modules"
    if not modules.exists():
        modules.symlink_to(ROOT / "node_modules", target_is_directory=True)


def compile_with(folder: Path, compiler: str, *more: str) -> str:
    """What the compiler of that version complains about in the folder; empty when it is content."""
    script = ROOT / "node_modules" / COMPILERS[compiler] / "bin" / "tsc"
    done = subprocess.run(
        ["node", str(script), "-p", str(folder), *more], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0 or done.stdout, done.stderr
    return done.stdout if done.returncode else ""


_TRY = """
import { readFileSync } from "node:fs";
const tries = JSON.parse(readFileSync(0, "utf8"));
const schemas = Object.fromEntries(await Promise.all(
  [...new Set(tries.map((t) => t.module))].map(async (m) => [m, await import(`./compiled/${m}`)])));
const answers = tries.map(({ module, schema, column, value }) => {
  const whole = schemas[module][schema];
  const result = (column === null ? whole : whole.shape[column]).safeParse(value);
  return result.success;
});
console.log(JSON.stringify(answers));
"""


def accepts(folder: Path, tries: list[dict[str, object]]) -> list[bool]:
    """For each {module, schema, column or None, value}: whether the schema (of that column) accepts the value."""
    script = folder / "try.mjs"
    script.write_text(_TRY)
    done = subprocess.run(
        ["node", str(script)], input=json.dumps(tries), capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    answers: list[bool] = json.loads(done.stdout)
    return answers


def run_typescript(script: Path, question: object) -> Any:
    """What a script of TypeScript answers as JSON to a question on its standard input; types are not checked."""
    done = subprocess.run(
        [str(ROOT / "node_modules/.bin/tsx"), str(script)],
        input=json.dumps(question), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
