"""The options of the command line in; out, what topics that need a server or print plans ask for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class Settings:
    """`pg_bin` is the bin folder of the PostgreSQL to start, None for the one that `schemagen prove` would take."""

    pg_bin: Path | None = None
    plans: bool = False


SETTINGS = Settings()
"""Those of this run."""
