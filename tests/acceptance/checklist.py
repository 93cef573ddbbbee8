"""The users' execution checklist, item by item, and what stands for each in the made runbook; written by hand.

A line of the first part of `checklist.txt` is: item of the checklist | part of the runbook's headings | item of the
runbook. What comes several times in the checklist stands there once for each. The second part is what the checklist
says without a box to tick, and words by which it is found in the runbook.
"""

from __future__ import annotations

from pathlib import Path

_ITEMS, _WORDS = (Path(__file__).parent / "checklist.txt").read_text(encoding="utf-8").strip().split("\n\n")


def counterparts() -> list[tuple[str, str, str, str]]:
    """Section and item of the checklist, part of the headings and item of the runbook."""
    found: list[tuple[str, str, str, str]] = []
    section = ""
    for line in _ITEMS.split("\n"):
        if line.startswith("# "):
            section = line[2:]
        else:
            item, place, title = line.split(" | ")
            found.append((section, item, place, title))
    return found


def words() -> list[tuple[str, str]]:
    """What stands in the checklist, and what must stand in the runbook."""
    pairs = [line.split(" | ", 1) for line in _WORDS.split("\n")]
    return [(said, wanted) for said, wanted in pairs]
