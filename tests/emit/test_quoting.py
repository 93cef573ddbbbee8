"""The quoting filters of TypeScript: what a JavaScript engine reads is exactly what went in."""

from __future__ import annotations

import json
import subprocess
from decimal import Decimal

import pytest

from schemagen.model.expressions import JsonValue
from schemagen.render import typescript
from schemagen.render.typescript import Code


def _evaluate(expressions: list[str]) -> list[object]:
    """What node makes of the expressions, by way of JSON."""
    script = "console.log(JSON.stringify([\n" + ",\n".join(expressions) + "\n]))"
    done = subprocess.run(["node", "--input-type=module"], input=script, capture_output=True, text=True, check=True)
    answers: list[object] = json.loads(done.stdout)
    return answers


def test_every_character_comes_back_from_a_string_literal() -> None:
    characters = [chr(code) for code in [*range(0x400), *range(0x2000, 0x2070), 0xFEFF, 0xFFFF, 0x1F600, 0xE0001]]
    texts = [*characters, "".join(characters), "\\", "\\n", '"', "'", "`${x}`", "*/", "</script>", "a\\", "\\u2028"]
    literals = [typescript.string(text) for text in texts]
    assert _evaluate(list(literals)) == texts
    assert all(literal.isprintable() for literal in literals)


def test_values_come_back() -> None:
    values: list[JsonValue] = [
        None, True, False, 0, -1, 2**53 - 1, "x", [], [1, [None]], {}, {"a b": {"__proto__": 1}, "constructor": "\n"},
    ]  # fmt: skip
    assert _evaluate([typescript.value(value) for value in values]) == values


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"), (-5, "-5"), (Decimal("1.50"), "1.5"), (Decimal("100.00"), "100"), (Decimal("-0.005"), "-0.005"),
        (Decimal("9999999999.995"), "9999999999.995"), (10**20, "100000000000000000000"), (Decimal("1e300"), "1e+300"),
        (Decimal("0.1000000000000000055511151231257827"), "0.1"),
    ],
)  # fmt: skip
def test_numbers_are_the_shortest_digits_of_their_double(value: int | Decimal, text: str) -> None:
    assert typescript.number(value) == text
    assert _evaluate([text]) == [float(value)]


def test_a_number_that_is_no_double_is_an_error() -> None:
    with pytest.raises(OverflowError):
        typescript.number(Decimal("1e400"))


@pytest.mark.parametrize("pattern", ["a/b", "[/]", "\\/", "", "a\nb", "\\\\/", "[\\]/]/", "^/+$", "\u2028", "\\u2028"])
def test_a_regex_literal_matches_as_its_pattern(pattern: str) -> None:
    subjects = ["a/b", "/", "", "a\nb", "\\/", "]/", "//", "\u2028", "ab", "x"]
    literal = typescript.regex(pattern)
    assert literal.isprintable()
    built = f"new RegExp({typescript.string(pattern)}, 'u')"
    tests = [f"[{literal}.test({typescript.string(s)}), {built}.test({typescript.string(s)})]" for s in subjects]
    for literally, wanted in _evaluate(tests):
        assert literally == wanted


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("", ""),
        ("\n\n", ""),
        ("one", "/** one */\n"),
        ("one\r\ntwo\u2028three", "/**\n * one\n * two\n * three\n */\n"),
        ("a */ b **/", "/** a *\\/ b **\\/ */\n"),
        ("@ts-ignore", "/** \\@ts-ignore */\n"),
        ("  * @ts-expect-error", "/**   * \\@ts-expect-error */\n"),
        ("a@b.c", "/** a@b.c */\n"),
        ("\u202e\x00", "/** \\u202e\\u0000 */\n"),
        ("/", "/** / */\n"),
    ],
)
def test_jsdoc(text: str, block: str) -> None:
    assert typescript.doc(text) == block


def test_only_code_is_printed_as_code() -> None:
    assert typescript.code(Code("string")) == "string"
    with pytest.raises(TypeError):
        typescript.code("string")
    with pytest.raises(ValueError, match="not an identifier"):
        typescript.identifier("a b")
