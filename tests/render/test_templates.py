"""No template prints a value that did not pass through a quoting filter: the templates' syntax trees say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import nodes

from schemagen.render.environment import FILTERS, environment, templates_folder

TEMPLATES = sorted(path.relative_to(templates_folder()).as_posix() for path in templates_folder().rglob("*.j2"))

# Text that another template of ours has made; the filter `rendered` may be given these and calls of macros only.
RENDERED = {"section", "preflight", "text", "initial"}


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_printed_value_is_quoted(template: str) -> None:
    source = Path(templates_folder(), template).read_text(encoding="utf-8")
    assert list(bare_values(source)) == []


@pytest.mark.parametrize(
    "source",
    ["{{ x }}", "{{ x.y }}", "{{ x ~ '\"' }}", "{{ x | upper }}", "{{ x | rendered }}", "{{ 'a' if x else y }}"],
)
def test_a_bare_value_is_found(source: str) -> None:
    assert list(bare_values(source)) != []


def bare_values(source: str) -> Iterator[str]:
    """What a template prints without one of our filters around it, with its line."""
    tree = environment().parse(source)
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    imported = {found.target for found in tree.find_all(nodes.Import)}
    imported |= {
        name if isinstance(name, str) else name[1] for found in tree.find_all(nodes.FromImport) for name in found.names
    }
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            if not is_quoted(node, macros | imported):
                yield f"line {node.lineno}: {node}"


def is_quoted(node: nodes.Node, macros: set[str]) -> bool:
    match node:
        case nodes.TemplateData() | nodes.Const():
            return True
        case nodes.CondExpr(expr1=one, expr2=other):
            return is_quoted(one, macros) and (other is None or is_quoted(other, macros))
        case nodes.Add(left=left, right=right):
            return is_quoted(left, macros) and is_quoted(right, macros)
        case nodes.Concat(nodes=parts):
            return all(is_quoted(part, macros) for part in parts)
        case nodes.Call():
            return is_macro(node, macros)
        case nodes.Filter(name="rendered", node=inner):
            return inner is not None and (is_macro(inner, macros) or last_name(inner) in RENDERED)
        case nodes.Filter(name="trim" | "indent", node=inner):
            return inner is not None and is_quoted(inner, macros)
        case nodes.Filter(name=name):
            return name in FILTERS
        case _:
            return False


def is_macro(node: nodes.Node, macros: set[str]) -> bool:
    match node:
        case nodes.Call(node=nodes.Name(name=name)):
            return name in macros or name == "caller"
        case nodes.Call(node=nodes.Getattr(node=nodes.Name(name=name))):
            return name in macros
        case _:
            return False


def last_name(node: nodes.Node) -> str:
    return node.name if isinstance(node, nodes.Name) else node.attr if isinstance(node, nodes.Getattr) else ""


@pytest.mark.parametrize("template", [name for name in TEMPLATES if name.startswith("sql/")])
def test_no_text_of_a_user_can_end_the_body_of_a_block(template: str) -> None:
    source = Path(templates_folder(), template).read_text(encoding="utf-8")
    assert re.search(r"\bDO \$", source) is None, "write {% filter dollar_quoted(...) +%}, which finds a free tag"
