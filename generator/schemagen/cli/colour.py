"""A stream and the environment in, whether text on it is coloured out."""

from __future__ import annotations

import os
from typing import TextIO


def wants_colour(stream: TextIO) -> bool:
    """Whether text on a stream is coloured: as the environment says, else only on a terminal that can."""
    setting = colour_setting()
    if setting is not None:
        return setting
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def colour_setting() -> bool | None:
    """What the environment says about colour: False for NO_COLOR, True for FORCE_COLOR, None for neither.

    Each counts when it is set and not empty, and NO_COLOR wins; FORCE_COLOR=0 means no colour.
    """
    if os.environ.get("NO_COLOR"):
        return False
    force = os.environ.get("FORCE_COLOR")
    if force:
        return force != "0"
    return None
