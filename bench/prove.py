"""The first input in; out, how long its proof takes against psql running the same files, and the server's start."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from database import built_files, find_engine, first_input, run_files, with_baseline
from figures import Figure, median_ratio
from settings import SETTINGS
from timing import SCHEMAGEN, SPECIFICATION, median, process, scratch_folder, take_turns

from schemagen.prove.server import ScratchServer


def measure(quick: bool) -> list[Figure]:
    """`schemagen prove` as a process, psql with the ten files up and down twice, and the start of the server."""
    starts: list[float] = []
    with scratch_folder() as folder:
        forward, rollbacks = built_files(folder / "out")
        project = first_input()
        engine = find_engine(project)

        def by_psql() -> float:
            began = time.perf_counter()
            with ScratchServer.start(engine) as server:
                started = time.perf_counter()
                # The baseline is what users have already, so it does not count.
                with with_baseline(server, project):
                    ready = time.perf_counter()
                    for _ in range(2):
                        run_files(server, forward)
                        run_files(server, rollbacks)
                    done = time.perf_counter()
            starts.append(started - began)
            return (started - began) + (done - ready)

        # The server's work is not the processor time of any process that was started here.
        prove = process(_command(folder / "out"), clock="wall")
        seconds = take_turns({"psql": by_psql, "prove": prove}, 3 if quick else 5)
        shutil.rmtree(folder / "out")
    start = f"of it the start of {engine.label}: {median(starts):.2f} s; the baseline does not count"
    return [
        Figure("psql -f of the ten files, both directions twice, and the start", median(seconds["psql"]), note=start),
        Figure(
            "schemagen prove",
            median(seconds["prove"]),
            median_ratio(seconds["prove"], seconds["psql"]),
            4.0,
            "that; the proof does it on two baselines and compares every level",
        ),
    ]


def _command(out: Path) -> tuple[str, ...]:
    chosen = () if SETTINGS.pg_bin is None else ("--pg-bin", str(SETTINGS.pg_bin))
    return (*SCHEMAGEN, "prove", SPECIFICATION, "--out", str(out), *chosen)
