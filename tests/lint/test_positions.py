"""Where findings stand: lines and columns in characters, whatever the bytes, line ends and tabs of the file."""

from __future__ import annotations

import pytest

from schemagen.lint.engine import lint_files
from schemagen.lint.source import ByteText, SourceFile

CAST = "current_setting('a.b', true)::uuid"


def _places(text: str, rule: str = "tenant-setting-cast-without-nullif") -> list[tuple[int, int]]:
    found = lint_files([SourceFile("x.sql", text)], target_major=15, baseline=None)
    return [(f.position.line, f.position.column) for f in found if f.rule == rule]


def _expected(text: str, needle: str = "::") -> list[tuple[int, int]]:
    """Lines and columns of a needle, by counting characters."""
    places = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        start = line.find(needle)
        while start >= 0:
            places.append((number, start + 1))
            start = line.find(needle, start + 1)
    return places


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT {CAST};",
        f"SELECT 'ä', '𝕏', {CAST};\n-- Ünï\nSELECT\n\t'é',\t{CAST};",
        f"\ufeffSELECT {CAST};",
        f"\ufeffSELECT 'é';\nSELECT {CAST};",
        f"SELECT 1;\r\nSELECT 'é',\r\n  {CAST};\r\n",
        f"/* 𝕏 */ SELECT {CAST} -- no semicolon",
        f"SELECT 1;\nSELEKT 2;\nSELECT 'é' AS \"𝕏\", {CAST};\nCREATE x;\nSELECT {CAST};",
        f"\ufeffSELEKT 'é';\r\nSELECT 'é', {CAST};",
        f"CREATE FUNCTION f() RETURNS uuid LANGUAGE sql AS $é$\n  SELECT '𝕏', {CAST} $é$;",
        f"DO $$\r\nDECLARE ü text := 'é';\r\nBEGIN\r\n\tPERFORM 'é', {CAST};\r\nEND $$;",
        f"DO $$ BEGIN SELECT 'é', {CAST} INTO STRICT x FROM y; END $$;".replace("BEGIN", "DECLARE x uuid; BEGIN"),
        f"DO $$ BEGIN IF 'é' = 'é' AND {CAST} IS NULL THEN RETURN; END IF; END $$;",
        f"SELECT 1;\nDO 'BEGIN PERFORM {CAST.replace(chr(39), '')}; END'",
    ],
    ids=lambda text: ascii(text[:40]),
)
def test_columns_count_characters(text: str) -> None:
    assert _places(text) == _expected(text)


def test_body_in_quotes_with_escapes_is_found_at_its_statement() -> None:
    text = "SELECT 1;\n  CREATE FUNCTION f() RETURNS uuid LANGUAGE sql AS 'SELECT current_setting(''a.b'')::uuid';"
    assert _places(text) == [(2, 3)]


def test_body_in_quotes_without_escapes_has_its_own_places() -> None:
    text = "CREATE FUNCTION f(x text) RETURNS uuid LANGUAGE sql AS\n'SELECT current_setting($1)::uuid';"
    assert _places(text) == _expected(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SELECT 'é' FROM FROM x", (1, 17)),
        ("\ufeffSELECT 'é' FROM FROM x", (1, 17)),
        ("SELECT 1;\r\n\r\n\tSELECT 'é',, 1;\r\nSELECT 2;", (3, 13)),
        ("-- 𝕏\n/* 𝕏 */ SELEKT 1", (2, 9)),
        ("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 'é'\r\n, '𝕏' FRM x y $$", (2, 11)),
        ("DO $$ BEGIN\n  PERFORM 'é'; RAISE NOTICE 'é' ERROR; END $$", (2, 33)),
        ("SELECT 'é';\n\0SELECT 1", (2, 1)),
    ],
)
def test_syntax_errors_stand_at_the_word_that_is_wrong(text: str, place: tuple[int, int]) -> None:
    assert _places(text, "syntax-error") == [place]


def test_offsets_of_every_byte_agree_with_counting() -> None:
    text = "a\r\n\tß𝕏\n\nend"
    source = ByteText("x.sql", "\ufeff" + text)
    for index in range(len(text)):
        before = text[:index]
        position = source.position(len(before.encode()))
        assert (position.line, position.column) == (before.count("\n") + 1, index - before.rfind("\n"))


def test_one_broken_statement_hides_no_other() -> None:
    text = "\n".join([f"SELECT {CAST};", "CREATE TABEL x;", "DROP;"] * 20)
    assert len(_places(text)) == 20
    assert len(_places(text, "syntax-error")) == 40


def test_whole_file_and_single_statements_are_read_alike() -> None:
    good = (
        "-- schemagen: ignore index-not-concurrent on public.t: é\nCREATE INDEX i ON t (a);\n"
        f"/* c */ ALTER TABLE t ADD COLUMN ü int;\n\n  SELECT 'é', {CAST};\nDROP TABLE é;"
    )
    whole = lint_files([SourceFile("x.sql", good)], target_major=15, baseline=None)
    broken = lint_files([SourceFile("x.sql", good + "\nSELEKT;")], target_major=15, baseline=None)
    assert [finding for finding in broken if finding.rule != "syntax-error"] == whole
    assert len(broken) == len(whole) + 1
