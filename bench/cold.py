"""The first input in; out, how long a cold build and one without a change take, against bare imports."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from figures import Figure, median_ratio
from timing import SCHEMAGEN, SPECIFICATION, Timed, median, process, scratch_folder, take_turns

BARE_IMPORTS = "import click, yaml, pydantic, jinja2, pglast"
"""The floor as the target names it; pydantic loads most of itself only when it is used."""

USED_IMPORTS = "import click, yaml, jinja2, pglast; from pydantic import BaseModel"


def measure(quick: bool) -> list[Figure]:
    """Cold build, rebuild, and what they are compared with."""
    with scratch_folder() as folder:
        contenders: dict[str, Timed] = {
            "bare": process((sys.executable, "-c", BARE_IMPORTS)),
            "used": process((sys.executable, "-c", USED_IMPORTS)),
            "cold": _build(folder / "cold", forget_output=True, forget_note=True),
            "unnoted": _build(folder / "unnoted", forget_output=False, forget_note=True),
            "rebuild": _build(folder / "rebuild", forget_output=False, forget_note=False),
        }
        seconds = take_turns(contenders, 5 if quick else 15)
    bare = seconds["bare"]
    against = "bare imports"
    return [
        Figure("bare imports of click, yaml, pydantic, jinja2 and pglast", median(bare)),
        Figure(
            "the same, with pydantic's BaseModel",
            median(seconds["used"]),
            median_ratio(seconds["used"], bare),
            note=against,
        ),
        Figure("build, nothing there", median(seconds["cold"]), median_ratio(seconds["cold"], bare), 2.5, against),
        Figure(
            "build, nothing changed", median(seconds["rebuild"]), median_ratio(seconds["rebuild"], bare), 1.5, against
        ),
        Figure(
            "build, nothing changed, but the note of the last build lost",
            median(seconds["unnoted"]),
            median_ratio(seconds["unnoted"], bare),
            note=against,
        ),
    ]


def _build(folder: Path, *, forget_output: bool, forget_note: bool) -> Timed:
    """`schemagen build` of the first input into a folder of its own, with a cache folder of its own."""
    out, cache = folder / "out", folder / "cache"

    def prepare() -> None:
        if forget_output:
            shutil.rmtree(out, ignore_errors=True)
        if forget_note:
            shutil.rmtree(cache, ignore_errors=True)

    return process(
        (*SCHEMAGEN, "build", SPECIFICATION, "--out", str(out)),
        environment={"XDG_CACHE_HOME": str(cache)},
        prepare=prepare,
    )
