"""Reading YAML and JSON: values as YAML 1.2 has them, the place of each, and every refusal at its place."""

from __future__ import annotations

import gc
import json
import math
import re
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from schemagen.spec.source import Document, SourceText, decode, read_document
from schemagen.spec.yaml_reader import read_yaml


def values(text: str, path: str = "s.yaml") -> Any:
    document, findings = read_document(path, text)
    assert findings == []
    assert document is not None
    return document.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"), ("on", "on"), ("y", "y"), ("1:30", "1:30"), ("2024-01-01", "2024-01-01"),
        ("1_000", "1_000"), ("0b1", "0b1"), ("0o18", "0o18"), ("-0x1", "-0x1"), ("tRUE", "tRUE"), ("!", ""),
        ("'1'", "1"), ('"true"', "true"), ("! 12", "12"), ("|\n  1\n", "1\n"), ("- ''", [""]), ("-", [None]),
        ("", None), ("# only a comment\n", None), ("~", None), ("Null", None), ("TRUE", True), ("false", False),
        ("010", 10), ("-07", -7), ("+1", 1), ("0o17", 15), ("0xfF", 255), ("9" * 400, int("9" * 400)),
        (".inf", math.inf), ("+.INF", math.inf), ("-.Inf", -math.inf),
        ("%YAML 1.2\n---\na: 1\n...\n", {"a": 1}),
        ('"\\U0001F600\\u00e9\\t"', "\U0001f600é\t"), ("a: 5%\nb: x#y", {"a": "5%", "b": "x#y"}),
        ("a: x\u2028y\x85z # \u2029\nb: '\u2029'", {"a": "x\u2028y\x85z", "b": "\u2029"}),
        ("{'a': numeric(3), b: f(a)}", {"a": "numeric(3)", "b": "f(a)"}),
        ("{'x)': , \"c:d\": }", {"x)": None, "c:d": None}),
    ],
)  # fmt: skip
def test_yaml_values_are_those_of_1_2(text: str, value: object) -> None:
    read = values(text)
    assert read == value
    assert type(read) is type(value)


def test_numbers_with_a_fraction_keep_their_digits() -> None:
    texts = ["0.10", "-1.", ".5", "1e5", "1.50E-2", "-0.0", "12345678901234567890.123456789"]
    for path, written in (("s.yaml", texts), ("s.json", [text for text in texts if text not in ("-1.", ".5")])):
        read = values("[" + ", ".join(written) + "]", path)
        assert [str(number) for number in read] == [str(Decimal(text)) for text in written]
    assert math.isnan(values(".NaN"))


YAML = """\
tables: # é
  "skïlls 𝕏":   # comment
    columns:
      - {name: id, type: 'té𝕏t', list: [1, x]}
      - &c
        name: b
      - *c
    empty:
    body: |
      one
      two
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure Python"])
def test_positions(newline: str, pure: bool) -> None:
    source = SourceText("s.yaml", YAML.replace("\n", newline))
    tree = read_yaml(source, source.text, pure=pure)
    assert tree is not None
    document = Document(source, tree)

    def at(*loc: str | int, key: bool = False) -> tuple[int, int, int]:
        place = document.position(loc, key=key)
        return place.line, place.column, place.end_column

    skills = ("tables", "skïlls 𝕏")
    assert at() == at(key=True) == (1, 1, 0)
    assert at("tables", key=True) == (1, 1, 7)
    assert at(*skills, key=True) == at(*skills, "[key]") == (2, 3, 13)
    assert at(*skills) == (3, 5, 0)
    assert at(*skills, "columns", 0) == (4, 9, 47)
    assert at(*skills, "columns", 0, "type") == (4, 26, 32)
    assert at(*skills, "columns", 0, "type", key=True) == (4, 20, 24)
    assert at(*skills, "columns", 0, "list") == (4, 40, 46)
    assert at(*skills, "columns", 0, "list", 1) == at(*skills, "columns", 0, "list", 1, key=True) == (4, 44, 45)
    assert at(*skills, "columns", 1, "name") == at(*skills, "columns", 2, "name") == (6, 15, 16)
    assert at(*skills, "columns", 2) == (7, 9, 11)
    assert at(*skills, "empty") == (8, 11, 0)
    assert at(*skills, "body") == (9, 11, 0)
    # What does not exist is at its nearest ancestor.
    assert at("nothing", "at", 1) == (1, 1, 0)
    assert at(*skills, "columns", 9) == at(*skills, "columns", "x") == (4, 7, 0)
    assert at(*skills, "columns", 0, "name", 3, key=True) == (4, 10, 14)


def test_json_positions() -> None:
    text = '{\n  "té\\n": [1, "𝕏😀", {"b" : -1.5e3}],\n  "c": null}'
    document, findings = read_document("S.JSON", text)
    assert document is not None
    assert findings == []
    assert document.value == {"té\n": [1, "𝕏😀", {"b": Decimal("-1.5e3")}], "c": None}
    places = {
        str(document.position(loc, key=key)) + f"-{document.position(loc, key=key).end_column}"
        for loc, key in [(("té\n",), True), (("té\n",), False), (("té\n", 1), False), (("té\n", 2, "b"), False)]
    }
    assert places == {"S.JSON:2:3-9", "S.JSON:2:11-36", "S.JSON:2:15-19", "S.JSON:2:28-34"}
    assert document.position(("té\n", 2, "b"), key=True).column == 22


def test_byte_order_mark_does_not_count() -> None:
    text, findings = decode("s.yaml", b"\xef\xbb\xbfa: 1\n")
    assert (text, findings) == ("a: 1\n", [])
    document, _ = read_document("s.yaml", "\ufeffa: 1\n")
    assert document is not None
    assert document.position(("a",)).column == 4


@pytest.mark.parametrize("enabled", [True, False])
def test_garbage_collection_is_as_it_was(enabled: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        read_document("s.yaml", "a: [")
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()


class _Dumper(yaml.SafeDumper):
    """Quotes also what is a number only in YAML 1.2."""


_Dumper.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+.0-9].*$"), list("-+.0123456789"))

_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff"), max_size=12)
_WORDS = st.sampled_from(["no", "1e5", "0o7", "null", "<<", "a: b", "# x", "- y", "*a", "x ", " x", "a\nb\n", "'", '"'])
_STRINGS = _TEXT | _WORDS
_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _STRINGS
_VALUES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_STRINGS, inner, max_size=4), max_leaves=15
)


def exact(value: Any) -> Any:
    """A value with each float as the decimal number that it is written as."""
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, list):
        return [exact(item) for item in value]
    if isinstance(value, dict):
        return {key: exact(item) for key, item in value.items()}
    return value


def tokens(document: Document, value: Any, loc: tuple[str | int, ...]) -> list[tuple[Any, str]]:
    """Every value and key of a document with the text at its position; empty where it ends on another line."""
    lines = document._source.text.split("\n")

    def text_at(*, key: bool) -> str:
        place = document.position(loc, key=key)
        return lines[place.line - 1][place.column - 1 : max(place.end_column - 1, 0)]

    found = [(value, text_at(key=False))]
    if loc and isinstance(loc[-1], str):
        found.append((loc[-1], text_at(key=True)))
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in children:
        found += tokens(document, child, (*loc, step))
    return found


@given(value=_VALUES, flow=st.sampled_from([True, False, None]), pure=st.booleans())
def test_yaml_reads_back_what_was_dumped(value: Any, flow: bool | None, pure: bool) -> None:
    text = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, default_flow_style=flow, sort_keys=False)
    source = SourceText("s.yaml", text)
    tree = read_yaml(source, text, pure=pure)
    assert source.findings == []
    assert tree is not None
    assert tree.value == exact(value)
    for item, token in tokens(Document(source, tree), tree.value, ()):
        if token and not token.startswith(("&", "*")):
            assert values(token) == item


@given(value=_VALUES, ascii_only=st.booleans(), indent=st.sampled_from([None, 1]))
def test_json_reads_back_what_was_dumped(value: Any, ascii_only: bool, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    document, findings = read_document("s.json", text)
    assert findings == []
    assert document is not None
    assert document.value == exact(value)
    for item, token in tokens(document, document.value, ()):
        if token or indent is None:
            assert exact(json.loads(token, parse_float=Decimal)) == item


_PIECES = st.sampled_from(
    ["a", "b: ", "- ", "? ", ": ", "\n", "\n  ", "\t", "{", "}", "[", "]", ",", "'", '"', "&a ", "*a", "!", "!!x ",
     "|", ">", "#", "%", "@", "---\n", "...\n", "<<: ", "1", "1e9", "(", ")", "\\", "\x00", "\u2028", "𝕏", "\r", " "]
)  # fmt: skip


@given(text=st.lists(_PIECES, max_size=25).map("".join), path=st.sampled_from(["s.yaml", "s.json"]))
def test_any_text_is_read_or_refused_at_a_place_inside_it(text: str, path: str) -> None:
    document, findings = read_document(path, text)
    assert document is not None or findings
    lines = text.split("\n")
    for finding in findings:
        assert 1 <= finding.position.line <= len(lines)
        assert 1 <= finding.position.column <= len(lines[finding.position.line - 1]) + 1
