"""The options of the command line in; out, what topics that need a server or print plans ask for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Clock = Literal["wall", "cpu"]


@dataclass(slots=True)
class Settings:
    """`pg_bin` is the bin folder of the PostgreSQL to start, None for the one that `schemagen prove` would take.

    `clock` is what counts of a process: the time until it ends, or the time that the processor worked for it, which
    says more on a machine that is busy with other things. What a database server does is always by the wall clock.
    """

    pg_bin: Path | None = None
    plans: bool = False
    clock: Clock = "wall"


SETTINGS = Settings()
"""Those of this run."""
