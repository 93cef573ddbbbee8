"""One break in one SQL template: the text of a template in, every broken text with what was done to it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import jinja2

from schemagen.render import environment as render_environment
from schemagen.render.environment import templates_folder


@dataclass(frozen=True, slots=True)
class Mutant:
    """A template with one break. `macro` is where it is, empty outside of all macros; `line` counts from one."""

    template: str
    macro: str
    line: int
    what: str
    text: str

    def __str__(self) -> str:
        return f"{self.template}:{self.line} {self.macro}: {self.what}"


_SWAPS = (
    (r"(?<!NO )FORCE ROW LEVEL", "NO FORCE ROW LEVEL"), (r"NO FORCE ROW LEVEL", "FORCE ROW LEVEL"),
    (r"\bENABLE\b", "DISABLE"), (r"\bDISABLE\b", "ENABLE"), (r" NOT NULL", ""), (r"\bUNIQUE ", ""),
    (r"\bPRIMARY KEY", "UNIQUE"), (r"\bCHECK \(", "CHECK (NOT "), (r"\bUSING \(", "USING (NOT "),
    (r"\bON DELETE\b", "ON UPDATE"), (r"\bON UPDATE\b", "ON DELETE"), (r" INITIALLY DEFERRED", ""),
    (r" DEFERRABLE", ""), (r" DESC\b", " ASC"), (r"\bRESTRICTIVE\b", "PERMISSIVE"), (r" NULLS NOT DISTINCT", ""),
    (r"NULLS NOT DISTINCT ", ""), (r" INCLUDE \(\{\{.*?\}\}\)", ""), (r" WHERE \{\{.*?\}\}", ""),
    (r" COLLATE \{\{.*?\}\}", ""), (r" DEFAULT \{\{.*?\}\}", ""), (r" OF \{\{.*?\}\}", ""),
    (r" USING \{\{.*?\}\}", ""), (r" WITH SCHEMA \{\{.*?\}\}", ""), (r'"ALWAYS"', '"BY DEFAULT"'),
    (r'"FIRST"', '"LAST"'), (r'"ROW"', '"STATEMENT"'), (r'"true"', '"false"'), (r', security_barrier = true', ""),
    (r"\bIMMUTABLE\b", "VOLATILE"), (r"\bIS NOT NULL\b", "IS NULL"), (r"\bIS NULL\b", "IS NOT NULL"),
    (r"\bNOT EXISTS\b", "EXISTS"), (r"(?<!NOT )(?<!IF )\bEXISTS\b", "NOT EXISTS"), (r"(?<=\S) AND ", " OR "),
    (r" OR ", " AND "), (r"(?<=\w) = (?=\w)", " <> "), (r" <> ", " = "), (r" IN \(", " NOT IN ("),
    (r"\bIS DISTINCT FROM\b", "IS NOT DISTINCT FROM"), (r"\bLEFT JOIN\b", "JOIN"), (r" > 0\b", " < 0"),
    (r"\bgrant\b", "revoke"), (r"REVOKE ALL", "GRANT ALL"), (r" SET search_path = pg_catalog, pg_temp", ""),
    (r"\{% if (?!not )(.+?) %\}", r"{% if not (\1) %}"),
    (r"\{% for (\w+) in (.+?)( if .+?)? %\}", r"{% for \1 in (\2 | list)[1:]\3 %}"), (r"\bCOMMIT\b", "ROLLBACK"),
    (r"\bcoalesce\(", "nullif("), (r"\bcount\(", "max("), (r"\bmin\(", "max("),
    (r"\bRAISE EXCEPTION\b", "RAISE NOTICE"), (r" \|\| ", " - "),
    (r"ARRAY\[\{\{", "ARRAY['x', {{"), (r"\{\{ [^{}]*\| number \}\}", "0"), (r"\{\{ [^{}]*\| string \}\}", "'nothing'"),
    (r"\{% for (\w+) in ([^%]+?)( if .+?)? %\}", r"{% for \1 in (\2 | list)[:-1]\3 %}"), (r"\bDISTINCT ", ""),
    (r"\btrue\b", "false"), (r"\bfalse\b", "true"), (r" ASC\b", " DESC"), (r"\bUNION ALL\b", "INTERSECT"),
    (r"\bIS NOT TRUE\b", "IS TRUE"), (r"\bAND NOT\b", "AND"), (r"\bOR NOT\b", "OR"), (r" <= ", " > "),
    (r" \*= ", " *<> "), (r"= ANY \(", "<> ALL ("), (r"<> ALL \(", "= ANY ("),
)  # fmt: skip
_MACRO = re.compile(r"\{% macro (\w+)")
_STATEMENT = re.compile(
    r"\s*(?:ALTER|CREATE|DROP|GRANT|CALL|COMMENT|INSERT|DELETE|UPDATE|SET|LOCK|PERFORM|EXECUTE|RAISE|REVOKE|GET|BEGIN|COMMIT"
    r"|TRUNCATE|ANALYZE|\{\{ \w+\(|\{\{ verb)"
)


def mutants(template: str) -> Iterator[Mutant]:
    """Every mutant of the template of that name, in the order of its lines."""
    text = (templates_folder() / template).read_text(encoding="utf-8")
    lines = text.split("\n")
    macro = ""
    for number, line in enumerate(lines):
        if "{% endmacro" in line or line.startswith("{%- endmacro"):
            macro = ""
        elif found := _MACRO.search(line):
            macro = found[1]
        bare = line.strip()
        if not bare or bare.startswith(("--", "{#", "{% macro", "{%- endmacro", "{% import", "{% endmacro")):
            continue

        def mutant(what: str, *instead: str, at: int = number, until: int = number + 1, inside: str = macro) -> Mutant:
            return Mutant(template, inside, at + 1, what, "\n".join([*lines[:at], *instead, *lines[until:]]))

        if bare.startswith(("AND ", "OR ", "WHERE ")) and "{%" not in line and not bare.endswith(";"):
            yield mutant(f"without the line {bare[:60]!r}")
        end = _end_of_statement(lines, number)
        if end is not None:
            yield mutant(f"without {bare[:60]!r}", until=end)
        for pattern, replacement in _SWAPS:
            for match in re.finditer(pattern, line):
                changed = line[: match.start()] + match.expand(replacement) + line[match.end() :]
                if changed != line:
                    yield mutant(f"{match[0].strip()!r} becomes {match.expand(replacement).strip()!r}", changed)


def _end_of_statement(lines: list[str], start: int) -> int | None:
    """The line after the statement that begins here; None where none begins or where it holds control flow."""
    if not _STATEMENT.match(lines[start]):
        return None
    for number in range(start, min(start + 12, len(lines))):
        if "{% " in lines[number] and ("{% if" in lines[number]) != ("{% endif" in lines[number]):
            return None
        if lines[number].rstrip().endswith((";", "}}")) and (number == start or lines[number].rstrip().endswith(";")):
            return number + 1
    return None


@contextmanager
def in_place(mutant: Mutant) -> Iterator[None]:
    """Everything that is rendered meanwhile comes from the broken template."""
    whole = render_environment.environment
    loader = jinja2.ChoiceLoader(
        [jinja2.DictLoader({mutant.template: mutant.text}), jinja2.FileSystemLoader(templates_folder())]
    )
    broken = whole().overlay(loader=loader, bytecode_cache=None)
    render_environment._module.cache_clear()
    render_environment.environment = lambda: broken  # type: ignore[assignment]  # mutated for one test
    try:
        yield
    finally:
        render_environment.environment = whole
        render_environment._module.cache_clear()
