"""What the readers of YAML and JSON refuse: every finding at its place, in one run."""

from __future__ import annotations

import pytest
import yaml

from schemagen.diagnostics import Diagnostic
from schemagen.spec.source import decode, read_document


def refusals(text: str, path: str = "s.yaml") -> list[str]:
    """`line:column-end code: message` of every finding."""
    return [short(finding) for finding in read_document(path, text)[1]]


def short(finding: Diagnostic) -> str:
    place = finding.position
    end = f"-{place.end_column}" if place.end_column else ""
    return f"{place.line}:{place.column}{end} {finding.code}: {finding.message}"


REFUSED = {
    "duplicates": (
        "a: 1\nb: {x: 1, x: 2}\na: {y: 1, y: 2}\n",
        [
            "2:11-12 duplicate-key: the key 'x' is already there, at s.yaml:2:5",
            "3:1-2 duplicate-key: the key 'a' is already there, at s.yaml:1:1",
            "3:11-12 duplicate-key: the key 'y' is already there, at s.yaml:3:5",
        ],
    ),
    "tags": (
        "- !!str 1\n- !x {a: 1}\n- !<tag:y> [1]\n",
        [
            "1:3-10 tag: the tag !!str has no meaning here",
            "2:3-7 tag: the tag !x has no meaning here",
            "3:3-13 tag: the tag tag:y has no meaning here",
        ],
    ),
    "second document": ("a: 1\n--- # x\nb: 2\n", ["2:1-4 second-document: a second document begins here"]),
    "merge key": ("a: &a {x: 1}\nb:\n  <<: *a\n", ["3:3-5 merge-key: merge keys are not part of YAML 1.2"]),
    "keys": (
        "1: a\nnull: b\n2.5: c\n? [d]\n: e\n? {f: g}\n: h\nyes: i\n",
        [
            "1:1-2 key-not-text: the key 1 is a number, and keys must be text",
            "2:1-5 key-not-text: the key null is null, and keys must be text",
            "3:1-4 key-not-text: the key 2.5 is a number, and keys must be text",
            "4:3 key-not-text: a key must be text, not a list or a mapping",
            "6:3 key-not-text: a key must be text, not a list or a mapping",
        ],
    ),
    "aliases": (
        "a: &a [*a]\nb: *b\n*c : 1\n",
        [
            "1:8-10 recursive-alias: the alias '*a' stands inside its own anchor",
            "2:4-6 unknown-alias: there is no anchor '&b' before this alias",
            "3:1-3 key-not-text: a key must be text",
            "3:1-3 unknown-alias: there is no anchor '&c' before this alias",
        ],
    ),
    "directives": (
        "%YAML 1.1\n%TAG ! tag:x,2000:\n---\na: 1\n",
        [
            "1:1 tag: tags have no meaning here",
            "1:1 yaml-directive: the file says that it is YAML 1.1, and it is read as YAML 1.2",
        ],
    ),
    "tabs": (
        "a:\n\tb: 1\nc: 1\n\td: 2\n",
        ["2:1-2 tab-indentation: a tab cannot indent in YAML", "4:1-2 tab-indentation: a tab cannot indent in YAML"],
    ),
    "control characters": (
        'a: x\x07\nb: \ufeff\nc: "\\0\\x07"\n',
        [
            "1:5-6 control-character: the character U+0007 is not allowed in a specification",
            "2:4-5 control-character: the character U+FEFF is not allowed in a specification",
            "3:4-12 control-character: \\u0000 gives no character that a text in PostgreSQL can hold",
        ],
    ),
    "numbers": (
        f"- 1e999999999\n- 1e-99999\n- {'9' * 3001}\n- 1e99999999999999999999\n",
        [
            "1:3-14 number-too-large: the number has more digits than a numeric of PostgreSQL",
            "2:3-11 number-too-large: the number has more digits than a numeric of PostgreSQL",
            "3:3-3004 number-too-large: the number has more than 3000 digits",
            "4:3-25 number-too-large: the number has more digits than a numeric of PostgreSQL",
        ],
    ),
    "split at comma": (
        "a: {type: numeric(12,2), n: 1, c: f(a, b, c)}\nb: [numeric(12, 2) not null, text]\n",
        [
            "1:11-24 split-at-comma: the comma splits `numeric(12,2)` into two entries",
            "1:35-45 split-at-comma: the comma splits `f(a, b, c)` into two entries",
            "2:5-28 split-at-comma: the comma splits `numeric(12, 2) not null` into two entries",
        ],
    ),
    "colon": ("{a:1}", ["1:2-5 no-space-after-colon: `a:1` is one word here: a key without a value"]),
}


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure Python"])
def test_refused_with_every_place_and_read_on(case: str, pure: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if pure:
        monkeypatch.setattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text, expected = REFUSED[case]
    assert refusals(text) == expected
    assert (read_document("s.yaml", text)[0] is None) is (case == "tabs")


def test_what_a_comma_split_is_mended() -> None:
    document, _ = read_document("s.yaml", REFUSED["split at comma"][0])
    assert document is not None
    first = {"type": "numeric(12,2)", "n": 1, "c": "f(a, b, c)"}
    assert document.value == {"a": first, "b": ["numeric(12, 2) not null", "text"]}
    assert document.position(("a", "n")).column == 29
    assert document.position(("b", 1)).column == 30


SYNTAX = [
    ("a: b: c", "1:5-6", "this colon cannot begin a value"),
    ("a: 1\n b: 2\n", "2:3-4", "this colon cannot begin a value"),
    ("a: {b: 1\nc: 2\n", "2:2-3", "the `{` at s.yaml:1:4 is not closed before this"),
    ("a: [b, c\nd: 2\n", "2:2-3", "the `[` at s.yaml:1:4 is not closed before this"),
    ("a: &x {b: 1,\n", "1:4-5", "this bracket is never closed"),
    ("a: 'x\nb: 2\n", "1:4-5", "this quote is never closed"),
    ("a: @x", "1:4-5", "a value cannot begin with `@`"),
    ("a: *.csv", "1:4-5", "`*` begins an alias or an anchor"),
    ("a:\n  - b\n - c\n", "3:2-3", "this does not belong to the mapping that begins at s.yaml:1:1"),
    ('a: "x" y', "1:8-9", "this does not belong to the mapping that begins at s.yaml:1:1"),
    ("- a\nb: 1\n", "2:1-2", "this does not continue the list that begins at s.yaml:1:1"),
    ("a: - b", "1:4-5", "an item of a list cannot begin here"),
    ("a: 1\nb\nc: 1\n", "2:1-2", "this is neither `key: value` nor an item of a list"),
    ("a: ]", "1:4-5", "a value is missing before this"),
    ("a: |x\n", "1:5-6", "only a digit for the indentation, + or - may follow `|` or `>`"),
    ('"a" b', "1:5-6", "this comes after the end of the document"),
    ("a: !x!y 1", "1:4-5", "this begins a tag, and tags have no meaning here"),
    ("a: !{x} y", "1:4-5", "this begins a tag, and tags have no meaning here"),
    ("%\na: 1", "1:1-2", "this is no directive of YAML 1.2"),
    ("%YAML 2.0\n---\n", "1:1-2", "this is no directive of YAML 1.2"),
    ("a: ? b", "1:4-5", "`?` cannot begin a key here"),
]


@pytest.mark.parametrize(("text", "place", "message"), SYNTAX)
@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure Python"])
def test_syntax_errors_say_what_is_meant(
    text: str, place: str, message: str, pure: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if pure:
        monkeypatch.setattr(yaml, "CSafeLoader", yaml.SafeLoader)
    assert refusals(text) == [f"{place} yaml-syntax: {message}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1,\n "a": {"b": 1, "b": 2}}', ["2:2-5 duplicate-key: the key 'a' is already there, at s.json:1:2",
                                             "2:16-19 duplicate-key: the key 'b' is already there, at s.json:2:8"]),
        ('["\\ud83d", "\\u0000", "\\ud83d\\ude00"]', [
            "1:2-10 control-character: \\ud83d gives no character that a text in PostgreSQL can hold",
            "1:12-20 control-character: \\u0000 gives no character that a text in PostgreSQL can hold"]),
        ("[NaN,\n-Infinity]", ["1:2-5 json-syntax: JSON has no number NaN",
                               "2:1-10 json-syntax: JSON has no number -Infinity"]),
        ("[" + "9" * 5000 + ",1e999999]", [
            "1:2-5002 number-too-large: the number has more than 3000 digits",
            "1:5003-5011 number-too-large: the number has more digits than a numeric of PostgreSQL"]),
        ("", ["1:1 json-syntax: the file is empty"]),
        ("{'a': 1}", ["1:2 json-syntax: this is not valid JSON: expecting property name enclosed in double quotes"]),
        ("[1 2]", ["1:4 json-syntax: this is not valid JSON: expecting ',' delimiter"]),
        ("[" * 100_000, ["1:101-102 too-deep: more than 100 levels inside each other"]),
    ],
)  # fmt: skip
def test_json_refusals(text: str, expected: list[str]) -> None:
    assert refusals(text, "s.json") == expected


def test_depth_is_bounded() -> None:
    for path in ("s.yaml", "s.json"):
        assert refusals("[" * 100 + "]" * 100, path) == []
        assert refusals("[" * 101 + "]" * 101, path)[0].startswith("1:101-102 too-deep")
    nested = "a: &a " + "[" * 60 + "]" * 60 + "\nb: " + "[" * 39 + "*a" + "]" * 39
    assert refusals(nested) == []
    assert refusals(nested.replace("[*a]", "[[*a]]")) == [
        "2:44-46 too-deep: this alias makes more than 100 levels inside each other"
    ]


def test_expansion_of_aliases_is_bounded() -> None:
    lines = ["a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    (finding,) = refusals("\n".join(lines))
    assert finding.startswith("7:10-13 too-many-aliases: ")
    assert refusals("a: &a [1]\nb: [" + "*a," * 1000 + "]") == []


def test_control_characters_are_not_reported_without_end() -> None:
    found = refusals("\x01" * 1000)
    assert len(found) == 21
    assert found[-1] == ("1:21 control-character: and 980 more characters that are not allowed: is this a text file?")


def test_bytes_that_are_not_utf_8() -> None:
    text, findings = decode("s.yaml", "a: é\n".encode() + b"\xc3\xa9\xff: \xe9\r\n\xf0\x9f")
    assert text is None
    assert [short(finding) for finding in findings] == [
        "2:2 not-utf-8: the byte 0xff is not UTF-8",
        "2:5 not-utf-8: the byte 0xe9 is not UTF-8",
        "3:1 not-utf-8: the byte 0xf0 is not UTF-8",
    ]
    assert len(decode("s.yaml", b"\xff " * 1000)[1]) == 20
    assert short(decode("s.yaml", "a: 1".encode("utf-16"))[1][0]) == "1:1 not-utf-8: the file is encoded as UTF-16"
