"""A lint finding that is taken on purpose in, the text of the comment that says so out, and the way back."""

from __future__ import annotations

import re

from schemagen.records import dataclass

MARK = "schemagen: ignore"
"""What such a comment begins with, after its dashes."""


@dataclass(frozen=True, slots=True)
class IgnoreComment:
    """What one comment says; a part that is missing is an empty string."""

    rule: str
    object: str
    reason: str


def ignore_comment(rule: str, object: str, reason: str) -> str:
    """The text of an ignore comment without the dashes: `schemagen: ignore RULE on OBJECT: REASON`.

    `object` is the raw name, `schema.name`, unquoted. Colons, backslashes and what cannot be printed are written
    with a backslash in it, so that no name can end the line or be taken for the reason. Line breaks in the reason
    become spaces.
    """
    return f"{MARK} {rule} on {_escape(object)}: {' '.join(reason.split())}"


def parse_ignore_comment(line: str) -> IgnoreComment | None:
    """What a line of SQL says as an ignore comment; None when it is none.

    The line may or may not begin with white space and the dashes. A comment that begins like an ignore comment
    but does not go on like one has an empty rule.
    """
    match = _BEGINNING.match(line)
    if match is None:
        return None
    rest = _REST.fullmatch(line, match.end())
    if rest is None:
        return IgnoreComment("", "", "")
    return IgnoreComment(rest["rule"], _unescape(rest["object"]), (rest["reason"] or "").strip())


_BEGINNING = re.compile(r"\s*(?:--+)?\s*schemagen:[ \t]*ignore\b")
_REST = re.compile(r"[ \t]+(?P<rule>[\w-]+)[ \t]+on[ \t](?P<object>(?:[^\\:]|\\.)+?)(?::(?P<reason>.*)|\s*)")
_ESCAPED = re.compile(r"\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(.))")


def _escape(name: str) -> str:
    return "".join(_escape_character(character) for character in name)


def _escape_character(character: str) -> str:
    if character in "\\:":
        return f"\\{character}"
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _unescape(text: str) -> str:
    def original(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        return chr(int(code, 16)) if code else match[3]

    return _ESCAPED.sub(original, text)
