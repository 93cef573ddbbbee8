"""The first input in; out, a scratch server whose database has its baseline, and its migration files run by psql."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
from settings import SETTINGS
from timing import ROOT, SCHEMAGEN, SPECIFICATION, CommandFailed, surroundings

from schemagen.build import load_project
from schemagen.model.project import Project
from schemagen.prove import engine
from schemagen.prove.baseline import BASELINES, OWNER, create_database, create_roles, make_baseline
from schemagen.prove.run import required_extensions
from schemagen.prove.server import ScratchServer

DATABASE = "bench"


def first_input() -> Project:
    """The project of the first input. Raises CommandFailed when the specification has errors."""
    path = os.path.relpath(ROOT / SPECIFICATION)
    project, diagnostics, _ = load_project(path, lambda name: Path(name).read_bytes())
    if project is None:
        raise CommandFailed(f"{SPECIFICATION}: {diagnostics[0].message}")
    return project


def built_files(out: Path) -> tuple[list[Path], list[Path]]:
    """Build the migrations of the first input into a folder; forward files and rollbacks, each in order."""
    argv = (*SCHEMAGEN, "build", SPECIFICATION, "--only", "migrations", "--no-lint", "--out", str(out))
    done = subprocess.run(argv, cwd=ROOT, env=surroundings(), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CommandFailed(f"schemagen build: exit code {done.returncode}\n{(done.stdout + done.stderr)[-2000:]}")
    files = sorted((out / "migrations").glob("*.sql"))
    rollbacks = [path for path in files if path.name.endswith(".rollback.sql")]
    return [path for path in files if path not in rollbacks], rollbacks[::-1]


def find_engine(project: Project) -> engine.Engine:
    """The PostgreSQL that `schemagen prove` would take, or the one that the command line names."""
    return engine.find(SETTINGS.pg_bin, required_extensions(project), project.postgres)


@contextmanager
def with_baseline(server: ScratchServer, project: Project) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """A superuser's connection to a new database with what stood before the migrations, dropped with its server."""
    with psycopg.connect(server.conninfo(), autocommit=True) as admin:
        create_roles(admin, project)
        create_database(admin, DATABASE)
    with psycopg.connect(server.conninfo(DATABASE), autocommit=True) as connection:
        make_baseline(connection, project, BASELINES[0])
        yield connection


def run_files(server: ScratchServer, files: Sequence[Path]) -> None:
    """Run each file by a psql of its own, as the ordinary owner. Raises CommandFailed at the first that fails."""
    program = server.engine.bin_dir / "psql"
    command = [str(program) if program.exists() else "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"]
    connection = server.conninfo(DATABASE, OWNER)
    for path in files:
        done = subprocess.run(
            [*command, "-d", connection, "-f", str(path)], capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise CommandFailed(f"psql -f {path.name}: exit code {done.returncode}\n{done.stderr[-2000:]}")
