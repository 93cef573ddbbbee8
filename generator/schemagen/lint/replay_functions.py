"""CREATE, ALTER and DROP FUNCTION in, the functions as they leave them out.

A statement is about the overload with its argument types, or about all of that name where it gives none.
"""

from __future__ import annotations

from collections.abc import Iterable

from schemagen.lint.database import Database, Function, Place
from schemagen.lint.nodes import Node, strings, type_name
from schemagen.lint.parse import Statement
from schemagen.lint.session import Session, setting_value
from schemagen.model.names import QualifiedName


def made_in(parts: tuple[str, ...], session: Session) -> QualifiedName:
    """The name of a function or type, whose schema is the search path's where the statement gives none."""
    return QualifiedName(parts[-2] if len(parts) > 1 else session.creation_schema, parts[-1] if parts else "")


def create_function(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    """A CreateFunctionStmt."""
    name = made_in(strings(fields["funcname"]), session)
    function = Function(name, Place(statement), arguments=_inputs(fields.get("parameters", ())))
    _set_options(function, fields, "options")
    overloads = database.functions.get(name)
    if fields.get("replace") and overloads is not None:
        overloads[:] = [*(other for other in overloads if other.arguments != function.arguments), function]
    else:
        database.add_function(function)


def alter_function(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    """An AlterFunctionStmt; a function that nobody has mentioned stood before."""
    name = made_in(strings(fields["func"].get("objname")), session)
    functions = _meant(name, fields["func"], database)
    if not functions:
        functions = [Function(name, None, known=False, arguments=_arguments(fields["func"]))]
        database.functions.setdefault(name, []).extend(functions)
    for function in functions:
        function.changed_at = Place(statement)
        _set_options(function, fields, "actions")


def drop_function(name: QualifiedName, item: Node, database: Database) -> None:
    """The overloads of a name that an item of a DROP means are gone."""
    gone = _meant(name, item.get("ObjectWithArgs", {}), database)
    left = [function for function in database.functions.pop(name, ()) if function not in gone]
    if left:
        database.functions[name] = left


def move_function(old: QualifiedName, new: QualifiedName, item: Node, database: Database) -> None:
    """The overloads that an item means, under another name or in another schema."""
    moved = _meant(old, item.get("ObjectWithArgs", {}), database)
    drop_function(old, item, database)
    for function in moved:
        function.name = new
    if moved:
        database.functions.setdefault(new, []).extend(moved)


def _meant(name: QualifiedName, function: Node, database: Database) -> list[Function]:
    wanted = _arguments(function)
    found = database.functions.get(name, ())
    return [f for f in found if wanted is None or f.arguments is None or f.arguments == wanted]


def _arguments(function: Node) -> tuple[str, ...] | None:
    """The types by which an ObjectWithArgs names a function, None where it names all."""
    if function.get("args_unspecified"):
        return None
    return tuple(_bare_type(item["TypeName"]) for item in function.get("objargs", ()) if "TypeName" in item)


def _inputs(parameters: Iterable[Node]) -> tuple[str, ...]:
    """The types of the parameters that a caller gives, which tell overloads apart."""
    given = (item["FunctionParameter"] for item in parameters)
    outputs = ("FUNC_PARAM_OUT", "FUNC_PARAM_TABLE")
    return tuple(_bare_type(item["argType"]) for item in given if item.get("mode") not in outputs)


def _bare_type(fields: Node) -> str:
    """A type without its schema, which some statements give and others leave to the search path."""
    return type_name(fields).rpartition(".")[2]


def _set_options(function: Function, fields: Node, key: str) -> None:
    for item in fields.get(key, ()):
        option = item["DefElem"]
        if option["defname"] == "security":
            function.security_definer = bool(option["arg"]["Boolean"].get("boolval"))
        elif option["defname"] == "set":
            setting = option["arg"]["VariableSetStmt"]
            if setting.get("kind") == "VAR_RESET_ALL":
                function.search_path, function.known = None, True
            elif setting.get("name", "").lower() == "search_path":
                current = setting.get("kind") == "VAR_SET_CURRENT"
                function.search_path = "the current one" if current else setting_value(setting)
                function.known = True
