"""Types as people write them come in as text; DataType with the name of format_type(), or what is wrong, goes out."""

from __future__ import annotations

import re
from functools import lru_cache

from schemagen.model import types_table as table
from schemagen.model.columns import DataType
from schemagen.records import dataclass


@dataclass(frozen=True, slots=True)
class TypeReference:
    """A type that PostgreSQL itself does not have: an enum, a domain or a type of an extension.

    `schema` is None where none was written. Names are raw: folded to lower case unless they were quoted.
    """

    schema: str | None
    name: str
    modifiers: tuple[str, ...]
    dimensions: int


@dataclass(frozen=True, slots=True)
class TypeProblem:
    """Why a text is no type: a code, a sentence that begins after the text, and advice."""

    code: str
    message: str
    help: str = ""


class _Refused(Exception):
    def __init__(self, code: str, message: str, help_: str = "") -> None:
        super().__init__(message)
        self.problem = TypeProblem(code, message, help_)


@lru_cache(maxsize=4096)
def parse_type(text: str) -> DataType | TypeReference | TypeProblem:
    """The type that a text means, as PostgreSQL reads it in a column definition.

    `varchar(255)`, `numeric(12,2)[]`, `double precision`, `interval day to second(3)`, `timestamp(3) with time
    zone`, `public.mood`, `"Ünï".x`. A name that is not built in comes back as a reference.
    """
    try:
        return _Reader(text).read()
    except _Refused as refused:
        return refused.problem


def is_collatable(type_: DataType) -> bool:
    """Whether a built-in type (or its elements) takes a COLLATE clause."""
    return type_.schema is None and type_.name in table.TEXTS


_TOKEN = re.compile(
    r"""\s*(?: "(?P<quoted>(?:[^"]|"")+)" | (?P<word>[^\W\d][\w$]*) | (?P<number>-?\d+) | (?P<mark>[()\[\],.]) )""",
    re.VERBOSE,
)


class _Reader:
    """Reads one text from left to right; every method takes its tokens away."""

    def __init__(self, text: str) -> None:
        self.tokens: list[tuple[str, str]] = []
        at = 0
        text = text.rstrip()
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None or match.lastgroup is None:
                raise _Refused("type-syntax", f"has '{text[at:].strip()[:1]}' where none can be")
            kind, content = match.lastgroup, match[match.lastgroup]
            if kind == "quoted":
                content = content.replace('""', '"')
            elif kind == "word":
                content = content.lower()
            self.tokens.append((kind, content))
            at = match.end()
        self.tokens.reverse()

    def read(self) -> DataType | TypeReference:
        if not self.tokens:
            raise _Refused("type-syntax", "is empty")
        schema, name, quoted = self.name()
        if quoted or (schema is not None and schema != "pg_catalog"):
            modifiers = self.modifiers()
            return TypeReference(schema, name, modifiers, self.dimensions())
        if name in table.SERIALS:
            raise _Refused(
                "serial",
                "is a sequence in disguise",
                f"write {{type: {table.SERIALS[name]}, identity: by default}}",
            )
        if name in table.CATALOG:
            raise _Refused(
                "catalog-type", "is one that only PostgreSQL's own catalog uses", f"write {table.CATALOG[name]}"
            )
        if name in table.PSEUDO:
            raise _Refused("pseudo-type", "is a pseudo-type, which no column can have")
        if name == "interval":
            return self.interval()
        if name in {"time", "timestamp", "timetz", "timestamptz"}:
            return self.moment(name)
        name = self.more_words(name)
        modifiers = self.modifiers()
        if name == "float":
            return DataType(self.float_name(modifiers), dimensions=self.dimensions())
        known = table.SPELLINGS.get(name, name)
        if known not in table.BUILT_IN:
            return TypeReference(schema, name, modifiers, self.dimensions())
        if known == "bpchar" and modifiers:
            known = "character"
        checked = _checked_modifiers(known, name, modifiers)
        return DataType(known, modifiers=checked, dimensions=self.dimensions())

    def name(self) -> tuple[str | None, str, bool]:
        """Schema, name and whether the name was quoted."""
        parts: list[tuple[str, str]] = []
        while True:
            kind, content = self.take()
            if kind not in {"quoted", "word"}:
                raise _Refused("type-syntax", f"has '{content}' where a name is due")
            parts.append((kind, content))
            if not self.accept("."):
                break
        if len(parts) > 2:
            raise _Refused("type-syntax", "has more than a schema and a name")
        kind, name = parts[-1]
        return (parts[0][1] if len(parts) == 2 else None), name, kind == "quoted"

    def more_words(self, name: str) -> str:
        """The whole of a name of several words, such as `double precision` or `character varying`."""
        while self.tokens and self.tokens[-1][0] == "word" and self.tokens[-1][1] != "array":
            longer = f"{name} {self.tokens[-1][1]}"
            starts = any(known == longer or known.startswith(longer + " ") for known in _LONG_NAMES)
            if not starts:
                raise _Refused("type-syntax", f"has '{self.tokens[-1][1]}' where none can be", _unknown_help(name))
            name = longer
            self.take()
        return name

    def modifiers(self) -> tuple[str, ...]:
        if not self.accept("("):
            return ()
        found: list[str] = []
        while True:
            kind, content = self.take()
            if kind not in {"number", "word"}:
                raise _Refused("type-syntax", f"has '{content}' where a number is due")
            found.append(str(int(content)) if kind == "number" else content)
            if self.accept(")"):
                return tuple(found)
            if not self.accept(","):
                raise _Refused("type-syntax", "has no ')' after its modifiers")

    def interval(self) -> DataType:
        words: list[str] = []
        while self.tokens and self.tokens[-1][0] == "word" and self.tokens[-1][1] != "array":
            words.append(self.take()[1])
        fields = " ".join(words)
        if words and fields not in table.INTERVAL_FIELDS:
            raise _Refused(
                "type-modifier", f"has no fields '{fields}'", "write for instance: interval day to second(3)"
            )
        precision = self.modifiers()
        if precision:
            if words and not fields.endswith("second"):
                raise _Refused("type-modifier", f"has no fraction of a second in '{fields}'", "leave the precision out")
            precision = (_number("interval", precision, 0, table.MAX_FRACTION, "precision"),)
        return DataType("interval", modifiers=((fields,) if words else ()) + precision, dimensions=self.dimensions())

    def moment(self, word: str) -> DataType:
        kind, zoned = word.removesuffix("tz"), word.endswith("tz")
        modifiers = self.modifiers()
        if not zoned and self.tokens and self.tokens[-1] in {("word", "with"), ("word", "without")}:
            zoned = self.take()[1] == "with"
            if [self.take()[1], self.take()[1]] != ["time", "zone"]:
                raise _Refused("type-syntax", "must end with 'with time zone' or 'without time zone'")
        if modifiers:
            modifiers = (_number(word, modifiers, 0, table.MAX_FRACTION, "precision"),)
        name = f"{kind} {'with' if zoned else 'without'} time zone"
        return DataType(name, modifiers=modifiers, dimensions=self.dimensions())

    def float_name(self, modifiers: tuple[str, ...]) -> str:
        if not modifiers:
            return "double precision"
        return "real" if int(_number("float", modifiers, 1, 53, "precision")) <= 24 else "double precision"

    def dimensions(self) -> int:
        """How many [] follow; nothing may come after them."""
        count = 0
        if self.tokens and self.tokens[-1] == ("word", "array"):
            self.take()
            count = 1
        while self.accept("["):
            if self.tokens and self.tokens[-1][0] == "number":
                raise _Refused(
                    "array-size", "has a size in its brackets, which PostgreSQL ignores", "write [] and a length check"
                )
            if not self.accept("]"):
                raise _Refused("type-syntax", "has no ']' after its '['")
            count += 1
        if count > table.MAX_DIMENSIONS:
            raise _Refused("array-dimensions", f"has more than {table.MAX_DIMENSIONS} dimensions")
        if self.tokens:
            raise _Refused("type-syntax", f"has '{self.tokens[-1][1]}' after its end")
        return count

    def take(self) -> tuple[str, str]:
        if not self.tokens:
            raise _Refused("type-syntax", "ends too early")
        return self.tokens.pop()

    def accept(self, mark: str) -> bool:
        if self.tokens and self.tokens[-1] == ("mark", mark):
            self.tokens.pop()
            return True
        return False


_LONG_NAMES = [name for name in (*table.BUILT_IN, *table.SPELLINGS) if " " in name]

_LIMITS = {
    "character varying": (1, table.MAX_CHARACTERS, "length"),
    "character": (1, table.MAX_CHARACTERS, "length"),
    "bit": (1, table.MAX_BITS, "length"),
    "bit varying": (1, table.MAX_BITS, "length"),
}


def _checked_modifiers(known: str, written: str, modifiers: tuple[str, ...]) -> tuple[str, ...]:
    if known in _LIMITS:
        if not modifiers:
            # Without a length, character and bit are of length one, as format_type() says.
            return ("1",) if known in {"character", "bit"} else ()
        lowest, highest, word = _LIMITS[known]
        return (_number(written, modifiers, lowest, highest, word),)
    if known == "numeric":
        if not modifiers:
            return ()
        precision = _number(written, modifiers[:1], 1, table.MAX_PRECISION, "precision")
        scale = _number(written, modifiers[1:], table.MIN_SCALE, table.MAX_SCALE, "scale") if modifiers[1:] else "0"
        return (precision, scale)
    if modifiers:
        raise _Refused("type-modifier", f"has modifiers, and {known} takes none", f"write {written}")
    return ()


def _number(written: str, modifiers: tuple[str, ...], lowest: int, highest: int, word: str) -> str:
    """The one number that the modifiers are."""
    if len(modifiers) != 1 or not re.fullmatch(r"-?\d+", modifiers[0]):
        raise _Refused("type-modifier", f"must have one number as its {word}")
    if not lowest <= int(modifiers[0]) <= highest:
        raise _Refused("type-modifier", f"has a {word} that is not between {lowest} and {highest}")
    return modifiers[0]


def unknown_type_help(name: str, also: tuple[str, ...] = ()) -> str:
    """What the author may have meant by a name that is no type; `also` are the types of the specification."""
    import difflib

    known = {*table.BUILT_IN, *table.SPELLINGS, *table.EXTENSION_TYPES, *table.FOREIGN_SPELLINGS, *also}
    for close in difflib.get_close_matches(name, sorted(known), n=1):
        foreign = close in table.FOREIGN_SPELLINGS and close not in also
        return f"PostgreSQL says {table.FOREIGN_SPELLINGS[close]}" if foreign else f"did you mean '{close}'?"
    return ""


def _unknown_help(name: str) -> str:
    return unknown_type_help(name) if name not in table.BUILT_IN and name not in table.SPELLINGS else ""
