"""Portable patterns: PostgreSQL's `~` with the translation agrees with ECMAScript on every text."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import psycopg
import pytest

from schemagen.resolve.patterns import PatternProblem, translate
from scratch import ENGINES, scratch_database, scratch_server

PATTERNS = [
    r"^[A-Z]{2}\d{3}$", r"^\S+@\S+\.\S+$", r"^.*$", r"^.$", r"^[\w.-]+$", r"a|", r"^(?:ab|c)*$", r"^(a(b)?)+$",
    r"(?<year>\d{4})-\d{2}", r"^[^\]\s]$", r"^[\-a\\^]+$", r"^\u{1F600}$", r"^\uD83D\uDE00+$", r"^é+$", r"a\/b",
    r"^a{2,3}?$", r"^\D$", r"^\W$", r"^[\d\s]$", r"\t", r"^\x41\u0042$", r"^$", r"^[.*+?()|{}$]$",
    r"\$\^\.\*\+\?\(\)\[\]\{\}\|\\", r"^[a-z]+(-[a-z]+)*$", r"[[]", r"^[^a]$", r"^\w$", r"x*?y", r"^(|a)$",
]  # fmt: skip
TEXTS = [
    "", "a", "b", "ab", "abab", "abc", "aa", "aaa", "aaaa", "AB123", "AB12", "x@y.z", "a b@c", "é", "éé", "É", "😀",
    "😀😀", "\n", "a\n", "a\nb", "\r", "\u2028", "\u00a0", "\ufeff", "\u180e", "\u200b", " ", "\t", "_", "-", "]",
    "[", "\\", "^", "$", ".", "*", "+", "?", "(", ")", "{", "}", "|", "a/b", "2024-01", "٣", "5", "Z", "foo-bar",
    "foo-", "y", "xxy", "\x0b", "ß", "$^.*+?()[]{}|\\", "[x]", "ﬁ", "\U00010400", "a]", "\x85",
]  # fmt: skip

REFUSED = [
    r"(?=x)", r"(?!x)", r"(?<=x)y", r"(?<!x)y", r"\bfoo", r"\Bfoo", r"\p{L}", r"\P{L}", r"(a)\1", r"(?<n>a)\k<n>",
    r"a{256}", r"a{3,2}", "(", ")", "a)", "[", "[]", "[^]", "*", "+a", "?", "a**", "{", "}", "]", r"\-", r"\_",
    r"\q", "[z-a]", r"[\d-z]", r"\0", r"\u12", r"\xZZ", r"\uD800", "^*", "(?i:a)", "\\", r"[\D]", r"a{1", r"\cA",
]  # fmt: skip


@pytest.fixture(params=ENGINES, scope="module")
def connection(request: pytest.FixtureRequest) -> Iterator[psycopg.Connection[Any]]:
    bin_dir: Path | None = request.param
    with scratch_server(bin_dir) as server, scratch_database(server, "patterns") as connection:
        yield connection


@pytest.fixture(scope="module")
def ecmascript() -> dict[str, list[str]]:
    """For each pattern the texts that it matches, by Node's engine."""
    node = which("node")
    assert node is not None, "the TypeScript tests need Node, and so does this one"
    script = (
        "const [patterns, texts] = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        "console.log(JSON.stringify(Object.fromEntries(patterns.map("
        "p => [p, texts.filter(t => new RegExp(p, 'u').test(t))]))))"
    )
    asked = json.dumps([PATTERNS, TEXTS])
    done = subprocess.run([node, "-e", script], input=asked, capture_output=True, text=True, check=True)
    matched: dict[str, list[str]] = json.loads(done.stdout)
    return matched


@pytest.mark.parametrize("pattern", PATTERNS)
def test_translation_matches_the_same_texts(
    connection: psycopg.Connection[Any], ecmascript: dict[str, list[str]], pattern: str
) -> None:
    translated = translate(pattern)
    assert isinstance(translated, str), translated
    rows = connection.execute("SELECT t FROM unnest(%s::text[]) AS t WHERE t ~ %s", [TEXTS, translated]).fetchall()
    assert [text for (text,) in rows] == ecmascript[pattern]


@pytest.mark.parametrize("pattern", REFUSED)
def test_what_is_not_portable_is_refused_at_its_place(pattern: str) -> None:
    problem = translate(pattern)
    assert isinstance(problem, PatternProblem)
    assert 0 <= problem.offset <= len(pattern)
