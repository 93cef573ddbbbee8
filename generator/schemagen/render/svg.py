"""The quoting filters of SVG: in, raw texts and numbers; out, text that stands in an element or an attribute."""

from __future__ import annotations

import re

_MARKS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_PATH = re.compile(r"[MLHVCac0-9 -]*\Z")


def xml(content: str) -> str:
    """Text of an element or an attribute; what XML cannot hold is a space."""
    return "".join(_MARKS.get(c, c) if c.isprintable() else " " for c in content)


def path(content: str) -> str:
    """The outline of a line of ours. Raises ValueError for anything else."""
    if not _PATH.match(content):
        raise ValueError(f"{content!r} is no path")
    return content


FILTERS = {"xml": xml, "svg_path": path}
