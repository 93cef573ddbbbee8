"""The Jinja environment: in, the name of a template and its values; out, text.

Filters of each language come from the module of that language in this folder. A template may print nothing that
did not pass through one of them (a test walks the templates and says where one does).
"""

from __future__ import annotations

import contextlib
import functools
import sys
from collections.abc import Callable
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from schemagen.render import html, markdown, python, sql, sql_clauses, sql_data, svg, typescript

FILTERS = {
    "ident": sql.identifier,
    "idents": sql.identifiers,
    "qualified": sql.qualified,
    "string": sql.string,
    "strings": sql.strings,
    "dollar_quoted": sql.dollar_quoted,
    "comment_line": sql.comment_line,
    "data_type": sql.data_type,
    "sql_value": sql.value,
    "sql_default": sql.default,
    "sql": sql.expression,
    **sql_clauses.FILTERS,
    **sql_data.FILTERS,
    **typescript.FILTERS,
    **python.FILTERS,
    **markdown.FILTERS,
    **svg.FILTERS,
    **html.FILTERS,
}


def templates_folder() -> Path:
    """Where the templates are: inside the installed package, or beside the source root in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent.parent / "templates"


@functools.cache
def environment() -> jinja2.Environment:
    """The one environment of the process; an undefined name in a template is an error."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates_folder()),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        auto_reload=False,
        bytecode_cache=_compiled_templates(),
    )
    environment.filters.update(FILTERS)
    return environment


class _CompiledTemplates(jinja2.FileSystemBytecodeCache):
    """Compiled templates beside the compiled modules; each is checked against its source by Jinja itself."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        # A folder that cannot be written costs time, not the build; so it is with Python's own compiled modules.
        if not sys.dont_write_bytecode:
            with contextlib.suppress(OSError):
                super().dump_bytecode(bucket)


def _compiled_templates() -> jinja2.BytecodeCache | None:
    """Compiling the templates costs more than rendering them; None where Python itself keeps no compiled code."""
    folder = Path(__file__).parent / "__pycache__"
    if not folder.is_dir():
        return None
    return _CompiledTemplates(str(folder), "template-%s.cache")


def render(template: str, /, **values: object) -> str:
    """The text of a template, its path given relative to the templates folder."""
    return environment().get_template(template).render(values)


def macro(template: str, name: str) -> Callable[..., str]:
    """One macro of a template, to be called with model objects."""
    found: Callable[..., str] = getattr(_module(template), name)
    return found


@functools.cache
def _module(template: str) -> object:
    return environment().get_template(template).module
