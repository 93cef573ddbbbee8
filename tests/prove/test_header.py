"""What a header says of locks is held against those that were taken, whatever tables are called."""

from __future__ import annotations

import pytest

from schemagen.prove.header import untrue_locks
from schemagen.prove.report import TableLock

HEADER = """-- shop 1.0.0, phase 1 of 1: Tables
--
-- Does     adds a column to public.d.
-- Locks    ACCESS EXCLUSIVE on public.a, public.two
--          words, public.x;y (is dropped, and so is what links to public.d; readers and writers wait);
--          SHARE ROW EXCLUSIVE on public.(b) (gets a foreign key from public.a; writers wait, readers do not).
-- Needs    nothing of public.d.

SELECT 1;
"""


def told(table: str, mode: str, header: str = HEADER) -> list[tuple[str, str]]:
    found = untrue_locks("1.sql", header, [TableLock(table, mode, 0.1)])
    return [(difference.expected, difference.actual) for difference in found]


@pytest.mark.parametrize(
    ("table", "mode"),
    [
        ("public.a", "ACCESS EXCLUSIVE"),
        ("public.two  words", "ACCESS EXCLUSIVE"),
        ("public.two\nwords", "ACCESS EXCLUSIVE"),
        ("public.x;y", "ACCESS EXCLUSIVE"),
        ("public.(b)", "SHARE ROW EXCLUSIVE"),
    ],
)
def test_what_is_so(table: str, mode: str) -> None:
    assert told(table, mode) == []


@pytest.mark.parametrize(
    ("table", "mode", "said"),
    [
        ("public.a", "SHARE", "ACCESS EXCLUSIVE"),
        ("public.(b)", "ACCESS EXCLUSIVE", "SHARE ROW EXCLUSIVE"),
        # Named in a reason only, or elsewhere in the header.
        ("public.d", "ACCESS EXCLUSIVE", "nothing"),
        ("public.words", "ACCESS EXCLUSIVE", "nothing"),
        ("public.two", "ACCESS EXCLUSIVE", "nothing"),
    ],
)
def test_what_is_not_so(table: str, mode: str, said: str) -> None:
    assert told(table, mode) == [(f"{mode} on {table}", said)]


def test_a_file_without_such_a_header_says_nothing() -> None:
    assert told("public.a", "SHARE", "-- Locks are for doors.\nSELECT 1;") == []
    assert told("public.a", "SHARE", "SELECT 1;\n-- Locks    SHARE on public.b (x)\n") == []
