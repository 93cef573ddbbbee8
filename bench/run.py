"""`bench/run.py`: the topics of this folder in, a table of figures with ratios and targets out.

A topic is a module beside this one that has a function `measure(quick: bool) -> list[Figure]`. The exit code is 0
whether targets are met or not; 1 when a topic could not be measured.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "generator")]

from figures import Figure, as_plain, as_table  # noqa: E402 - found by the path above
from settings import SETTINGS  # noqa: E402 - found by the path above
from versions import versions  # noqa: E402 - found by the path above


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print it; see the module for the exit code."""
    topics = topic_names()
    options = _parser(topics).parse_args(arguments)
    SETTINGS.pg_bin, SETTINGS.plans, SETTINGS.clock = options.pg_bin, options.plans, options.clock
    measured: list[tuple[str, list[Figure]]] = []
    failed: list[str] = []
    for name in options.only or topics:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        try:
            measured.append((name, importlib.import_module(name).measure(options.quick)))
        except Exception:
            # The other topics are still worth having.
            traceback.print_exc()
            failed.append(name)
            continue
        if options.format == "text":
            print(as_table(measured[-1:]), flush=True)
    if options.format == "json":
        figures = {name: [as_plain(figure) for figure in found] for name, found in measured}
        print(json.dumps({"versions": versions(), "figures": figures, "failed": failed}, indent=2))
    else:
        print("\n" + ", ".join(f"{name} {number}" for name, number in versions().items()))
        for name in failed:
            print(f"{name} could not be measured")
    return 1 if failed else 0


def topic_names() -> list[str]:
    """The modules beside this one that measure something, in the order of the alphabet."""
    sources = {path.stem: path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.py"))}
    return [name for name, source in sources.items() if "\ndef measure(quick: bool)" in source]


def _parser(topics: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench/run.py", description="Measure schemagen against floors and peers.")
    parser.add_argument("--only", action="append", choices=topics, help="measure only this; may be given again")
    parser.add_argument("--quick", action="store_true", help="fewer runs, and without the largest sizes")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--pg-bin", type=Path, help="the bin folder of the PostgreSQL to start")
    clock = "what counts of a process: time on the wall, or of the processor (for a busy machine)"
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall", help=clock)
    parser.add_argument("--plans", action="store_true", help="print the plans of the queries that are measured")
    return parser


if __name__ == "__main__":
    sys.exit(main())
