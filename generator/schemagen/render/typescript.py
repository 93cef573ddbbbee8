"""The quoting filters of TypeScript: in, raw names and values; out, text that TypeScript reads as exactly those.

This is the only place where TypeScript is quoted. `Code` marks text that is TypeScript already: an emitter makes it
out of quoted parts, and a template prints it with `ts_code`, which refuses a plain string.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from schemagen.model.expressions import BigInteger, JsonValue

WIDTH = 110
"""How long a line may be before a list is broken into one item a line."""


class Code(str):
    """Text that is TypeScript already, so that it must not be quoted again."""

    __slots__ = ()


_PLAIN_KEY = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*\Z")
_LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029\u0085\v\f]")


def _escaped(text: str) -> str:
    """Text whose invisible characters (control, bidirectional marks, line separators, surrogates) are escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _escape(c) for c in text)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\u{{{code:x}}}"


def string(value: str) -> Code:
    """A string literal in double quotes."""
    quoted = value if value.isprintable() and "\\" not in value and '"' not in value else None
    if quoted is not None:
        return Code(f'"{quoted}"')
    return Code(_escaped(json.dumps(value, ensure_ascii=False)))


def key(name: str) -> Code:
    """A property name in a type or an object literal, quoted unless it is a plain ASCII identifier."""
    return Code(name) if _PLAIN_KEY.match(name) else string(name)


def number(value: int | Decimal) -> Code:
    """The shortest number literal of the IEEE double nearest to the value, which is what a JSON number becomes.

    Raises OverflowError for what no finite double stands for.
    """
    nearest = float(value)
    if nearest - nearest != 0:
        raise OverflowError(f"{value} is no finite double")
    if nearest == int(nearest) and abs(nearest) < 1e21:
        # JavaScript prints whole numbers below 1e21 without an exponent; the digits must read as the same double.
        return Code(str(value) if isinstance(value, int) and abs(value) < 2**53 else _whole(nearest))
    return Code(repr(nearest))


def _whole(nearest: float) -> str:
    return f"{Decimal(repr(nearest)):f}".removesuffix(".0")


def value(content: JsonValue) -> Code:
    """An expression that makes this value: a literal, or an array or object literal of them."""
    if content is None:
        return Code("null")
    if isinstance(content, bool):
        return Code("true" if content else "false")
    if isinstance(content, str):
        return string(content)
    if isinstance(content, BigInteger):
        return Code(f"{int(content)}n")
    if isinstance(content, (int, Decimal)):
        return number(content)
    if isinstance(content, Mapping):
        members = ", ".join(f"{_literal_key(name)}: {value(member)}" for name, member in content.items())
        return Code(f"{{ {members} }}" if members else "{}")
    return Code(f"[{', '.join(map(value, content))}]")


def _literal_key(name: str) -> str:
    """A key of an object literal; written plainly, `__proto__` would set the prototype instead of a member."""
    return '["__proto__"]' if name == "__proto__" else key(name)


def array(contents: Sequence[JsonValue], used: int = 0) -> Code:
    """An array literal on one line, or one value a line where it would not fit beside the `used` characters."""
    literals = [value(content) for content in contents]
    line = f"[{', '.join(literals)}]"
    if used + len(line) <= WIDTH:
        return Code(line)
    return Code("[\n" + "".join(f"  {literal},\n" for literal in literals) + "]")


def string_union(contents: Sequence[str]) -> Code:
    """The union of string literal types."""
    return Code(" | ".join(map(string, contents)))


def identifier(name: str) -> Code:
    """A name that is an identifier already. Raises ValueError where it is none; nothing here could repair it."""
    if not name.isidentifier():
        raise ValueError(f"not an identifier: {name!r}")
    return Code(name)


def identifiers(names: Sequence[str]) -> Code:
    """Identifiers separated by commas."""
    return Code(", ".join(map(identifier, names)))


def regex(pattern: str) -> Code:
    """A regular expression literal with the u flag for a pattern in ECMAScript's syntax."""
    parts: list[str] = []
    escaping = in_class = False
    for character in pattern:
        if not character.isprintable():
            # `\` before a raw line break is no escape of ECMAScript; the escape of the break itself is what is meant.
            if escaping:
                parts.pop()
            parts.append(_escape(character))
            escaping = False
            continue
        if character == "/" and not escaping and not in_class:
            parts.append("\\")
        if not escaping:
            in_class = character == "[" or (in_class and character != "]")
        parts.append(character)
        escaping = character == "\\" and not escaping
    return Code(f"/{''.join(parts) or '(?:)'}/u")


def doc(text: str, indent: int = 0) -> Code:
    """A JSDoc block that ends in a line break, or nothing for an empty text; one line per line.

    Nothing in the text can close the comment, and an `@` at the start of a line is text, not a tag: TypeScript
    takes `@ts-expect-error` for a directive even there.
    """
    lines = [_doc_line(line) for line in _LINE_ENDS.split(text)]
    while lines and not lines[-1]:
        lines.pop()
    if not lines:
        return Code("")
    margin = " " * indent
    if len(lines) == 1:
        return Code(f"{margin}/** {lines[0]} */\n")
    body = "".join(f"{margin} * {line}".rstrip() + "\n" for line in lines)
    return Code(f"{margin}/**\n{body}{margin} */\n")


def _doc_line(line: str) -> str:
    text = _escaped(line.replace("\t", " ")).rstrip().replace("*/", "*\\/")
    start = len(text) - len(text.lstrip(" */"))
    return f"{text[:start]}\\{text[start:]}" if text[start:].startswith("@") else text


def comment_line(text: str) -> Code:
    """Text inside a `//` comment: no line break of any kind can end the comment early."""
    return Code("".join(c if c.isprintable() else " " for c in text))


def code(text: Code) -> Code:
    """Text that is TypeScript already. Raises TypeError for a plain string, which some filter must quote first."""
    if not isinstance(text, Code):
        raise TypeError(f"not marked as TypeScript: {text!r}")
    return text


FILTERS: dict[str, Callable[..., str]] = {
    "ts_string": string,
    "ts_string_union": string_union,
    "ts_key": key,
    "ts_number": number,
    "ts_value": value,
    "ts_array": array,
    "ts_identifier": identifier,
    "ts_identifiers": identifiers,
    "ts_regex": regex,
    "ts_doc": doc,
    "ts_comment_line": comment_line,
    "ts_code": code,
}
