"""Specifications of 25, 500 and 2,000 tables in; out, builds of them against drizzle-kit, floors and each other."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

import make_spec
from figures import Figure, median_ratio
from floors import PARTS
from settings import SETTINGS
from timing import ROOT, SCHEMAGEN, CommandFailed, Timed, median, process, run_process, scratch_folder, take_turns

SIZES = (25, 500, 2000)
NODE_MODULES = ROOT / "bench" / "node_modules"
PER_TABLE = (500, 2000)


_MIGRATIONS_AND_TYPES = ("--only", "migrations", "--only", "typescript", "--only", "zod")
"""The peer writes forward SQL alone: checks, papers, diagrams and tests have no counterpart there."""


@dataclass(slots=True)
class Size:
    """What was measured for one number of tables, in seconds by round."""

    tables: int
    seconds: dict[str, list[float]]
    parts: list[dict[str, float]] = field(default_factory=list)

    def floors(self) -> list[float]:
        """The sum of the parts in each round."""
        return [sum(parts[part] for part in PARTS) for parts in self.parts]


def measure(quick: bool) -> list[Figure]:
    """All sizes; `quick` leaves out the largest."""
    with scratch_folder() as folder:
        sizes = [_measure_size(folder / str(tables), tables, quick) for tables in SIZES[: 2 if quick else 3]]
    figures = [figure for size in sizes for figure in _figures(size)]
    by_tables = {size.tables: size for size in sizes}
    if all(tables in by_tables for tables in PER_TABLE):
        small, large = (by_tables[tables] for tables in PER_TABLE)
        figures += [
            _per_table(small, large, "unlinted", "without lint"),
            _per_table(small, large, "linted", "with lint"),
        ]
    return figures


def _measure_size(folder: Path, tables: int, quick: bool) -> Size:
    make_spec.make(folder, tables)
    lean = folder / "lean"
    lean.mkdir()
    (lean / make_spec.DRIZZLE_SCHEMA).write_text(make_spec.drizzle_schema(tables, policies=False), encoding="utf-8")
    for place in (folder, lean):
        (place / "node_modules").symlink_to(NODE_MODULES)
    size = Size(tables, {})
    contenders = {
        "unlinted": _build(folder, "unlinted", "--no-lint", *_MIGRATIONS_AND_TYPES),
        "everything": _build(folder, "everything", "--no-lint"),
        "drizzle": _drizzle(lean),
        "drizzle with policies": _drizzle(folder),
        "linted": _build(folder, "linted"),
        "floors": _floors(folder, size),
    }
    size.seconds = take_turns(contenders, 3 if quick or tables > 500 else 5)
    # The first is that of the warm-up.
    del size.parts[0]
    return size


def _build(folder: Path, name: str, *options: str) -> Timed:
    out, cache = folder / f"out-{name}", folder / f"cache-{name}"

    def prepare() -> None:
        shutil.rmtree(out, ignore_errors=True)
        shutil.rmtree(cache, ignore_errors=True)

    argv = (*SCHEMAGEN, "build", make_spec.SPECIFICATION, "--out", str(out), *options)
    return process(argv, cwd=folder, environment={"XDG_CACHE_HOME": str(cache)}, prepare=prepare)


def _drizzle(folder: Path) -> Timed:
    """`drizzle-kit generate` without an earlier snapshot: every table is new, as it is for us."""
    program = NODE_MODULES / ".bin" / "drizzle-kit"
    if not program.exists():
        raise CommandFailed("drizzle-kit is not installed: `make bench` does that")
    options = ("generate", "--dialect", "postgresql", "--schema", make_spec.DRIZZLE_SCHEMA, "--out", "drizzle")
    return process(
        (str(program), *options), cwd=folder, prepare=lambda: shutil.rmtree(folder / "drizzle", ignore_errors=True)
    )


def _floors(folder: Path, size: Size) -> Timed:
    """The floors in a process of their own; their parts go to `size`. Needs what the linted build wrote."""
    script = str(Path(__file__).with_name("floors.py"))
    argv = (sys.executable, script, make_spec.SPECIFICATION, "out-linted", "scratch", SETTINGS.clock)

    def run() -> float:
        seconds, printed = run_process(argv, folder)
        size.parts.append(json.loads(printed))
        return seconds

    return run


def _figures(size: Size) -> list[Figure]:
    seconds, floors = size.seconds, size.floors()
    target = size.tables > 25
    parts = ", ".join(f"{part} {median([p[part] for p in size.parts]):.3f}" for part in PARTS)
    drizzle, unlinted, linted = seconds["drizzle"], seconds["unlinted"], seconds["linted"]
    with_policies = seconds["drizzle with policies"]
    return [
        Figure(f"{size.tables} tables: drizzle-kit generate, no policies", median(drizzle)),
        Figure(f"{size.tables} tables: drizzle-kit generate, with policies", median(with_policies)),
        Figure(
            f"{size.tables} tables: build of migrations and types without lint",
            median(unlinted),
            median_ratio(unlinted, drizzle),
            1.0 if target else None,
            f"drizzle-kit without policies; with them {median_ratio(unlinted, with_policies):.2f}",
        ),
        Figure(
            f"{size.tables} tables: build of everything without lint",
            median(seconds["everything"]),
            median_ratio(seconds["everything"], unlinted),
            note="that of migrations and types",
        ),
        Figure(f"{size.tables} tables: sum of the floors", median(floors), note=parts),
        Figure(
            f"{size.tables} tables: build of everything with lint",
            median(linted),
            median_ratio(linted, floors),
            3.0 if target else None,
            f"sum of the floors; with their start-up and imports {median_ratio(linted, seconds['floors']):.2f}",
        ),
    ]


def _per_table(small: Size, large: Size, name: str, words: str) -> Figure:
    """The time per table; the rounds of two sizes are not neighbours, so medians are compared."""
    each = median(large.seconds[name]) / large.tables
    before = median(small.seconds[name]) / small.tables
    title = f"{large.tables} tables: time per table, {words}"
    return Figure(title, each, each / before, 1.2, f"time per table at {small.tables}")
