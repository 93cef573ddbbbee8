"""Filters that print a clause of SQL from a model object: in, grants, identities, functions; out, words and names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from schemagen.model.columns import DataType, Identity
from schemagen.model.constraints import Constraint
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Function, Grant
from schemagen.render.sql import comment_line, data_type, identifier, identifiers, qualified, string

_KEYWORD = re.compile(r"[a-zA-Z]+(?: [a-zA-Z]+)*\Z")
_OPERATOR = re.compile(r"[-+*/<>=~!@#%^&|`?]+\Z")
_SETTING = re.compile(r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*\Z", re.IGNORECASE)


def keyword(word: str) -> str:
    """A keyword of ours in capitals. Raises ValueError for anything that is not plain words."""
    if not _KEYWORD.match(word):
        raise ValueError(f"{word!r} is no keyword")
    return word.upper()


def keywords(words: Iterable[str], separator: str) -> str:
    """Clauses that were made by a filter of this module, joined."""
    return separator.join(words)


def operator(symbol: str) -> str:
    """An operator such as `=` or `&&`. Raises ValueError for anything else."""
    if not _OPERATOR.match(symbol) or "--" in symbol or "/*" in symbol:
        raise ValueError(f"{symbol!r} is no operator")
    return symbol


def identity_options(identity: Identity, type_: DataType) -> list[str]:
    """The options of an identity column's sequence that are not those that PostgreSQL chooses by type and direction."""
    plain = Identity.of(type_, always=identity.always, increment=identity.increment)
    # Without a word about it a sequence starts at the bound that it has, not at the one that it would have.
    first = identity.minimum if identity.increment > 0 else identity.maximum
    options = [
        ("START WITH", identity.start, first),
        ("INCREMENT BY", identity.increment, 1),
        ("MINVALUE", identity.minimum, plain.minimum),
        ("MAXVALUE", identity.maximum, plain.maximum),
        ("CACHE", identity.cache, 1),
    ]
    return [f"{words} {number:d}" for words, number, usual in options if number != usual] + ["CYCLE"] * identity.cycle


def function_properties(function: Function) -> list[str]:
    """What follows the language of a function; PostgreSQL's defaults are said as well, so that a reviewer sees them."""
    properties = [function.volatility.upper()]
    if function.strict:
        properties.append("STRICT")
    properties.append("SECURITY DEFINER" if function.security_definer else "SECURITY INVOKER")
    properties.append(f"PARALLEL {function.parallel.upper()}")
    return properties


def setting_name(name: str) -> str:
    """The name of a setting: `search_path`, `app.current_tenant_id`. Raises ValueError for anything else."""
    if not _SETTING.match(name):
        raise ValueError(f"{name!r} is no setting")
    return name


_LISTS = frozenset({"search_path", "temp_tablespaces", "local_preload_libraries", "session_preload_libraries"})
_LIST_ITEM = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^,"\s]+))\s*(?:,|\Z)')


def setting_value(value: str, name: str) -> str:
    """What follows SET name =. In a setting that is a list each name is a constant of its own.

    Quoted as a whole, `pg_catalog, pg_temp` would be one schema with a comma in its name.
    """
    if name.lower() not in _LISTS or not value.strip():
        return string(value)
    items = _LIST_ITEM.findall(value)
    return ", ".join(string(quoted.replace('""', '"') if quoted else plain) for quoted, plain in items)


def role(name: str) -> str:
    """A role in GRANT or REVOKE."""
    return identifier(name)


def privileges(grant: Grant) -> str:
    """`SELECT, INSERT` or `SELECT (name, title), UPDATE (title)`."""
    columns = f" ({identifiers(grant.columns)})" if grant.columns else ""
    return ", ".join(privilege.upper() + columns for privilege in grant.privileges)


def comment_of(constraint: Constraint) -> str | None:
    """The comment of a constraint."""
    return constraint.comment


def string_or_null(value: str | None) -> str:
    """A string constant, or NULL."""
    return "NULL" if value is None else string(value)


def boolean(value: bool) -> str:
    """`true` or `false`."""
    return "true" if value else "false"


def number(value: int) -> str:
    """A whole number. Raises ValueError for anything else."""
    return f"{value:d}"


def constants(row: Iterable[str | tuple[str, ...] | None]) -> str:
    """One row of VALUES: texts, arrays of texts, and nulls."""
    return ", ".join(map(_constant, row))


def _constant(cell: str | tuple[str, ...] | None) -> str:
    if isinstance(cell, tuple):
        return f"ARRAY[{', '.join(map(string, cell))}]::text[]"
    return string_or_null(cell)


def inside_string(text: str) -> str:
    """Text that stands inside a format string of RAISE: quotes are doubled, and so are percent signs."""
    return comment_line(text).replace("\\", "/").replace("'", "''").replace("%", "%%")


def quoted_names(names: Iterable[QualifiedName | str]) -> list[str]:
    """Names as to_regclass() and its like read them."""
    return [identifier(name) if isinstance(name, str) else qualified(name) for name in names]


def json_object(names: Iterable[str], alias: str) -> str:
    """Columns of a table as one jsonb object by name: `jsonb_build_object('id', present.id, 'name', present.name)`."""
    pairs = [f"{string(name)}, {identifier(alias)}.{identifier(name)}" for name in names]
    # A function takes at most a hundred arguments.
    parts = (", ".join(pairs[start : start + 50]) for start in range(0, len(pairs), 50))
    return " || ".join(f"jsonb_build_object({part})" for part in parts)


def rendered(text: str) -> str:
    """Text that a template of ours has made already: every value in it went through a filter there."""
    return text


def header_line(text: str) -> str:
    """One line of a file's header as a comment."""
    return f"-- {comment_line(text)}".rstrip()


_WITH_PRECISION = re.compile(r"(timestamp|time) (with(?:out)? time zone)\Z")


def format_type(type_: DataType) -> str:
    """A type as PostgreSQL's format_type() prints it when only pg_catalog is in the search path."""
    brackets = "[]" if type_.dimensions else ""
    if type_.schema is not None or not type_.modifiers or type_.name == "interval":
        plain = type_.schema is None and not type_.modifiers
        return (type_.name if plain else data_type(type_.element)) + brackets
    modifiers = f"({','.join(type_.modifiers)})"
    timed = _WITH_PRECISION.match(type_.name)
    if timed:
        return f"{timed[1]}{modifiers} {timed[2]}{brackets}"
    return type_.name + modifiers + brackets


FILTERS = {
    "keyword": keyword,
    "keywords": keywords,
    "operator": operator,
    "identity_options": identity_options,
    "function_properties": function_properties,
    "setting_name": setting_name,
    "setting_value": setting_value,
    "role": role,
    "privileges": privileges,
    "comment_of": comment_of,
    "string_or_null": string_or_null,
    "boolean": boolean,
    "number": number,
    "constants": constants,
    "inside_string": inside_string,
    "quoted_names": quoted_names,
    "json_object": json_object,
    "rendered": rendered,
    "header_line": header_line,
    "format_type": format_type,
}
