"""The quoting filters of Python: what Python reads is exactly what went in."""

from __future__ import annotations

import ast
from decimal import Decimal

import pytest

from schemagen.render import python
from schemagen.render.python import Code


def test_every_character_comes_back_from_a_string_literal() -> None:
    characters = [
        chr(code) for code in [*range(0x400), *range(0x2000, 0x2070), 0xD800, 0xFEFF, 0xFFFF, 0x1F600, 0xE0001]
    ]
    texts = [
        *characters,
        "".join(characters),
        "\\",
        "\\n",
        '"',
        "'",
        '"""',
        "{x}",
        "a\\",
        "\\u2028",
        "\\N{DEGREE SIGN}",
    ]
    for text in texts:
        for literal in (python.string(text), python.regex(text)):
            assert ast.literal_eval(literal) == text
            assert literal.isprintable()


@pytest.mark.parametrize("text", ["", '"""', "\\", 'ends with "', "\n'''\r\n\\", "\u202e */"])
def test_a_docstring_cannot_be_closed(text: str) -> None:
    literal = python.doc(text)
    assert literal.isprintable()
    (statement,) = ast.parse(literal).body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Constant)


def test_values_come_back() -> None:
    values = ["a", True, False, 0, -1, 2**70, Decimal("0.5"), Decimal(3), Decimal("1e300")]
    assert [ast.literal_eval(python.value(value)) for value in values] == [
        "a",
        True,
        False,
        0,
        -1,
        2**70,
        0.5,
        3,
        1e300,
    ]
    assert ast.literal_eval(f"[{python.values(['x', 1])}]") == ["x", 1]


def test_what_is_no_python_is_refused() -> None:
    with pytest.raises(ValueError, match="not an identifier"):
        python.identifier("a b")
    with pytest.raises(TypeError, match="not marked as Python"):
        python.code("x")  # type: ignore[arg-type] # a plain string is the mistake
    assert python.code(Code("x")) == "x"
    assert "\n" not in python.comment_line("a\nimport os")
