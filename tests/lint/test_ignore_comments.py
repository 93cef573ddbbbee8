"""Ignore comments: what is written is read back, whatever the names are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from schemagen.lint.engine import lint_files
from schemagen.lint.source import SourceFile
from schemagen.syntax.ignore_comments import IgnoreComment, ignore_comment, parse_ignore_comment

_NAMES = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=15)


def test_form() -> None:
    text = ignore_comment("index-not-concurrent", "public.org_roles", "small:\n  it is built at once")
    assert text == "schemagen: ignore index-not-concurrent on public.org_roles: small: it is built at once"


@given(_NAMES, _NAMES, st.text(max_size=20))
def test_round_trip(schema: str, name: str, reason: str) -> None:
    text = ignore_comment("lock-on-existing-table", f"{schema}.{name}", reason)
    assert text.splitlines() == [text]
    expected = IgnoreComment("lock-on-existing-table", f"{schema}.{name}", " ".join(reason.split()))
    for line in (text, f"-- {text}", f"  --{text}"):
        assert parse_ignore_comment(line) == expected


@given(_NAMES.filter(lambda name: len(name.encode()) <= 63))
def test_comment_covers_a_table_of_any_name(name: str) -> None:
    quoted = name.replace('"', '""')
    comment = ignore_comment("index-not-concurrent", f"public.{name}", "why not")
    sql = f'-- {comment}\nCREATE INDEX i ON public."{quoted}" (a);'
    assert lint_files([SourceFile("x.sql", sql)], target_major=15, baseline=None) == []


def test_other_comments_are_none() -> None:
    assert parse_ignore_comment("-- schemagen ignores nothing") is None
    assert parse_ignore_comment("-- ignore this") is None
    assert parse_ignore_comment("SELECT 1 -- schemagen: ignore x on y: z") is None


def test_what_cannot_be_read_has_no_rule() -> None:
    for line in ("-- schemagen: ignore", "-- schemagen: ignore everything", "-- schemagen: ignore a b c: d"):
        assert parse_ignore_comment(line) == IgnoreComment("", "", "")
