"""Names and texts that people do write, and that quoting goes wrong with: nothing in, strategies and YAML out."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

NAMES = (
    "order", "user", "select", "table", "Ünïcode", 'a"b', "it's", "a b", "UPPER", "camelCase", "x", "1st", "100%",
    "%I", "$1", "--", "/*", "*/", ";", "\\", "#", "@", "ß", "é", "日本", "🐘", "null", "true",
    "public", "new", "old", "value", "linked", "key", "name", "count", "id", "any", "array", "time", "int",
    "found", "made", "seed", "link", "source", "present", "{x}", "{table}", "{", "$keep$", "$sql$",
    "constructor", "toString", "a`b", "<b>", "&", "a:b", "- a", "[a]", "~", "!x", "*x", "|", ">", "no", "0x1f", "1e3",
)  # fmt: skip
"""Hostile names: keywords, quotes, comment marks, format strings, aliases of ours, words that YAML reads otherwise."""

TEXTS = (
    "*/ -- '; drop table x", "it's", '"quoted"', "back\\slash", "\\' or 1=1 --", "$$", "$function$", "$1", "%s %I %%",
    "{{ x }}", "{% raw %}", "{# x #}", "E'\\n'", "two\nlines", "tab\tand \r return", "ünïcödé", "日本", "🐘",
    "a\u2028b", "`${x}`", "</script>", "/** @x */", "#", ": ", "- ", "null", "~", "yes", "0o17", "plain", "a" * 200,
)  # fmt: skip
"""Texts for comments, values and descriptions. None is blank."""

_MOST_BYTES = 12
"""Names by convention put several of these together and must stay below 64 bytes."""


def _fitted(text: str) -> str:
    while len(text.encode()) > _MOST_BYTES:
        text = text[:-1]
    return text.strip()


_LETTERS = st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="._")
_ANY_NAMES = st.text(_LETTERS, min_size=1, max_size=8).map(_fitted).filter(lambda n: bool(n) and n.isprintable())


@st.composite
def fresh_names(draw: st.DrawFn, taken: set[str]) -> str:
    """A name that is not in `taken`. Without underscores, which names by convention are glued with."""
    name = draw(st.sampled_from(NAMES) | _ANY_NAMES)
    number = 1
    while name in taken:
        number += 1
        name = f"{_fitted(name)[:4].strip()}{number}"
    return name


def texts() -> st.SearchStrategy[str]:
    """Text that may stand as a comment: never blank."""
    letters = st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\0")
    return st.sampled_from(TEXTS) | st.text(letters, min_size=1, max_size=20).filter(lambda text: bool(text.strip()))


def quoted(name: str) -> str:
    """The name as SQL, always in quotes: nothing that is tested takes part."""
    return '"' + name.replace('"', '""') + '"'


def relation(name: str) -> str:
    """The name of a table or view as a specification writes it, with its schema or without, as SQL."""
    return ".".join(map(quoted, name.split(".")))


def literal(text: str) -> str:
    """The text as an SQL constant."""
    marked = text.replace("\\", "\\\\").replace("'", "''")
    return ("E" if "\\" in text else "") + f"'{marked}'"


def to_json(value: Any) -> str:
    """The specification as JSON. Only what is printable stands as it is."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text)


def to_yaml(value: Any, indent: int = 0) -> str:
    """The specification as YAML in blocks, one key on a line, every text in double quotes."""
    before = "  " * indent
    if isinstance(value, dict) and value:
        lines = []
        for key, item in value.items():
            nested = isinstance(item, dict | list) and bool(item)
            text = f"\n{to_yaml(item, indent + 1)}" if nested else f" {_scalar(item)}\n"
            lines.append(f"{before}{_scalar(key)}:{text}")
        return "".join(lines)
    if isinstance(value, list) and value:
        lines = []
        for item in value:
            nested = isinstance(item, dict | list) and bool(item)
            text = f"\n{to_yaml(item, indent + 1)}" if nested else f" {_scalar(item)}\n"
            lines.append(f"{before}-{text}")
        return "".join(lines)
    return f"{before}{_scalar(value)}\n"


def _scalar(value: Any) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    return '"' + "".join(_escaped(letter) for letter in value) + '"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    if letter.isprintable():
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
