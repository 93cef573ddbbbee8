"""The text of a JSON file comes in; plain Python values and the offset of each go out."""

from __future__ import annotations

import json
import re

from schemagen.spec.source import SourceText, Tree, TreeBuilder, Value

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s"{}\[\],:]+', re.DOTALL)
_CONSTANTS: dict[str, Value] = {"null": None, "true": True, "false": False}
_NOT_NUMBERS = ("NaN", "Infinity", "-Infinity")

_SYNTAX_HELP = {
    "Expecting property name": "write keys in double quotes, with no comma after the last",
    "Illegal trailing comma before end of object": "remove the comma",
    "Illegal trailing comma before end of array": "remove the comma",
    "Expecting ',' delimiter": "put a comma between two entries, and close what is open",
    "Expecting ':' delimiter": "write a colon between key and value",
    "Expecting value": "write a value: JSON knows no comments, single quotes or comma after the last entry",
    "Extra data": "keep one value in the file",
    "Invalid control character at": "write line breaks and tabs inside a string as \\n and \\t",
    "Invalid \\escape": "double the backslash",
    "Unterminated string starting at": "close the string with a double quote",
}


def read_json(source: SourceText, text: str) -> Tree | None:
    """Read `text`, which has the same offsets as the text of `source`; None after an error of syntax.

    `json` judges the syntax and unescapes the strings (RFC 8259); a walk over the tokens knows the places.
    """
    try:
        # Numbers are converted by the walk, which knows where they are.
        json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        reason = error.msg[:1].lower() + error.msg[1:]
        message = f"this is not valid JSON: {reason}" if text.strip() else "the file is empty"
        known = (advice for start, advice in _SYNTAX_HELP.items() if error.msg.startswith(start))
        source.report("json-syntax", message, error.pos, help=next(known, ""))
        return None
    except RecursionError:
        # Far deeper than is allowed; the walk below finds the place.
        pass
    return _walk(source, text)


def _walk(source: SourceText, text: str) -> Tree | None:
    """The tree of a text that is JSON, or None where it is too deep."""
    builder = TreeBuilder(source)
    for match in _TOKEN.finditer(text):
        token = match.group()
        first = token[0]
        if first == "," or first == ":":
            continue
        start, end = match.span()
        if first == '"':
            characters = token[1:-1]
            if "\\" in token:
                characters = source.storable(json.loads(token), start, end)
            if builder.key_is_next:
                builder.key(characters, start, end)
            else:
                builder.value(characters, start, end)
        elif first == "{" or first == "[":
            if not builder.open({} if first == "{" else [], start, end):
                return None
        elif first == "}" or first == "]":
            builder.close(end)
        elif token in _CONSTANTS:
            builder.value(_CONSTANTS[token], start, end)
        elif token in _NOT_NUMBERS:
            message = f"JSON has no number {token}"
            source.report("json-syntax", message, start, end, "put it in double quotes")
            builder.value(None, start, end)
        else:
            builder.value(source.number(token, start, end), start, end)
    return builder.tree()
