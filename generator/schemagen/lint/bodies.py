"""A statement with a body (CREATE FUNCTION, DO) in, the statements in the body out."""

from __future__ import annotations

import json
import re

from pglast import parser

from schemagen.lint.nodes import Node, constant, name_parts, options, string, strings, unwrap
from schemagen.lint.parse import Body, Fault, Statement, Unseen, parse_error, parse_text
from schemagen.lint.plpgsql import BodyError, Fragment, fragments
from schemagen.lint.tree import Document, Tree

_COMPILED = frozenset({"c", "internal"})


def embedded(statement: Statement) -> list[Statement]:
    """The SQL in the body of a statement, empty where it has none.

    What does not parse is added to the file's faults, what nobody can look at to what is unseen. The body of a
    function in the standard's form (BEGIN ATOMIC, RETURN) is part of its tree and not returned here.
    """
    given = options(statement.fields, "args" if statement.tag == "DoStmt" else "options")
    written = given.get("as")
    if written is None:
        return []
    language = string(given["language"]["arg"]).lower() if "language" in given else _default_language(statement)
    if language in _COMPILED:
        return []
    parts = name_parts(written["arg"])
    text = parts[0] if parts else ""
    body = Body(statement, text, _offset(statement, written, text))
    statement.file.bodies.append(body)
    if language == "plpgsql":
        return _plpgsql(body)
    if language == "sql":
        return _sql(body)
    offset = statement.start
    statement.file.unseen.append(Unseen(statement, offset, f"a body in language {language} is not looked into"))
    return []


def schema_elements(statement: Statement) -> tuple[str, list[Statement]]:
    """The schema that a CREATE SCHEMA makes, and the statements that stand in it."""
    fields = statement.fields
    schema = fields.get("schemaname") or fields.get("authrole", {}).get("rolename", "")
    found = []
    for item in fields.get("schemaElts", ()):
        tag, inner = unwrap(item)
        text = json.dumps(inner)
        tree = Tree(tag, Document(text), 0, len(text))
        begin = statement.byte(inner)
        begin = statement.start if begin is None else begin
        place = (begin, statement.end, statement.base)
        found.append(Statement(statement.file, tree, *place, within=statement, executed=statement.executed))
    return schema, found


def _default_language(statement: Statement) -> str:
    # A function without a language is in error for the server; nothing is in its body for us.
    return "plpgsql" if statement.tag == "DoStmt" else "internal"


_QUOTE = re.compile(rb"\$[^$]*\$|[eE]?'")


def _offset(statement: Statement, written: Node, text: str) -> int | None:
    """The first byte of the body in the file, None where escapes make the body another text than the file has."""
    place: int = written.get("arg_location", 0) or written.get("location", 0)
    if statement.base is None or place < 0:
        return None
    data = statement.file.text.data
    # For DO the place is that of the literal, for a function that of AS or of the literal.
    quote = _QUOTE.search(data, statement.base + place)
    if quote is None:
        return None
    return quote.end() if data.startswith(text.encode(errors="replace"), quote.end()) else None


def _sql(body: Body) -> list[Statement]:
    try:
        parsed = parse_text(body.text)
    except parser.ParseError as error:
        message, place = parse_error(error)
        _fault(body, message, len(body.text[:place].encode(errors="replace")))
        return []
    executed = body.statement.tag == "DoStmt"
    return [_inner(body, tree, body.offset, begin, executed=executed) for tree, begin, _ in parsed]


def _plpgsql(body: Body) -> list[Statement]:
    outer = body.statement
    text = outer.file.text.data[outer.begin : outer.end].decode(errors="replace")
    found = fragments(text, body.text)
    if isinstance(found, BodyError):
        if found.certain:
            _fault(body, found.message, found.offset)
        else:
            outer.file.unseen.append(Unseen(outer, outer.start, f"the body cannot be judged here ({found.message})"))
        return []
    return [inner for fragment in found for inner in _fragment(body, fragment)]


def _fragment(body: Body, fragment: Fragment) -> list[Statement]:
    outer = body.statement
    executed = outer.tag == "DoStmt"
    base = None if body.offset is None or fragment.offset is None else body.offset + fragment.offset
    try:
        parsed = parse_text(fragment.sql)
    except parser.ParseError as error:
        message, _ = parse_error(error)
        place = outer.start if base is None else base
        outer.file.unseen.append(Unseen(outer, place, f"an expression in the body could not be read ({message})"))
        return []
    shifted = None if base is None else base - fragment.shift
    found = [_inner(body, tree, shifted, fragment.shift, executed=executed) for tree, _, _ in parsed]
    if fragment.dynamic:
        found += _dynamic(body, found[0], base, executed)
    return found


def _dynamic(body: Body, expression: Statement, base: int | None, executed: bool) -> list[Statement]:
    """The statements that EXECUTE runs, where they stand there as a constant."""
    targets = expression.fields.get("targetList", ())
    text = constant(targets[0]["ResTarget"]["val"]) if targets else None
    place = body.statement.start if base is None else base
    if text is not None:
        try:
            parsed = parse_text(text)
        except parser.ParseError as error:
            body.statement.file.faults.append(Fault(place, parse_error(error)[0], body.statement))
            return []
        body.statement.file.bodies.append(Body(body.statement, text, None))
        found = [_inner(body, tree, None, 0, executed=executed) for tree, _, _ in parsed]
        for statement in found:
            statement.begin = place
        return found
    what = "EXECUTE runs a statement that is built at run time: what it does was not looked at"
    body.statement.file.unseen.append(Unseen(body.statement, place, what))
    return []


def _inner(body: Body, tree: Tree, base: int | None, begin: int, *, executed: bool) -> Statement:
    """A statement of the body; where its place is not known it stands where the statement around it stands."""
    outer = body.statement
    start = outer.start if base is None else _first_word(body, base + begin)
    return Statement(outer.file, tree, start, outer.end, base, outer, executed)


_SPACE = re.compile(rb"\s*")


def _first_word(body: Body, offset: int) -> int:
    match = _SPACE.match(body.statement.file.text.data, offset)
    return match.end() if match else offset


def _fault(body: Body, message: str, offset: int) -> None:
    outer = body.statement
    place = outer.start if body.offset is None else body.offset + offset
    outer.file.faults.append(Fault(place, f"{message} in the body of {body_owner(outer)}", outer))


def body_owner(statement: Statement) -> str:
    """Whose body it is, for messages: `DO` or `function public.f`."""
    if statement.tag == "DoStmt":
        return "DO"
    kind = "procedure" if statement.fields.get("is_procedure") else "function"
    return f"{kind} {'.'.join(strings(statement.fields.get('funcname')))}"
