"""A schema of the model in, the statements that make it out: plain, one property after the other, no template.

They serve the proof alone: its baseline is made of them, and the server is asked through them how it prints an
expression.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemagen.model.columns import Column, Identity
from schemagen.model.constraints import (
    Check,
    Constraint,
    Exclude,
    ForeignKey,
    Index,
    IndexElement,
    PrimaryKey,
    Unique,
)
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Domain, Extension, Function, Grant, Policy, Schema, Table, Trigger, View
from schemagen.prove.statement_text import bracketed, data_type, default, identifier, names, qualified, text


def schema_statements(schema: Schema) -> list[str]:
    """Every statement that makes the objects, in an order that serves as long as they stand in one that does.

    Schemas and extensions are not among them: see baseline.prepare().
    """
    tables = schema.tables.values()
    return [
        *(
            f"CREATE TYPE {qualified(enum.name)} AS ENUM ({', '.join(map(text, enum.values))})"
            for enum in schema.enums.values()
        ),
        *map(_create_domain, schema.domains.values()),
        *map(_create_function, schema.functions.values()),
        *map(_create_table, tables),
        *(add_constraint(table.name, key) for table in tables for key in table.foreign_keys),
        *(create_index(table.name, index) for table in tables for index in table.indexes),
        *(_create_trigger(table.name, trigger) for table in tables for trigger in table.triggers),
        *(statement for table in tables for statement in _row_security(table)),
        *(_create_view(view) for view in schema.views.values()),
        *_grants(schema),
        *_comments(schema),
    ]


def schema_names(schema: Schema) -> list[str]:
    """The schemas that the objects live in, sorted; extensions are not among them."""
    objects = (*schema.tables, *schema.enums, *schema.domains, *schema.functions, *schema.views)
    return sorted({name.schema for name in objects})


def create_extension(extension: Extension) -> str:
    """Needs the right to create extensions, which for most is a superuser's."""
    place = f" SCHEMA {identifier(extension.schema)}" if extension.schema is not None else ""
    return f"CREATE EXTENSION IF NOT EXISTS {identifier(extension.name)}{place}"


def _create_domain(domain: Domain) -> str:
    parts = [f"CREATE DOMAIN {qualified(domain.name)} AS {data_type(domain.type)}"]
    if domain.collation is not None:
        parts.append(f"COLLATE {qualified(domain.collation)}")
    if domain.default is not None:
        parts.append(f"DEFAULT {default(domain.default, domain.type)}")
    if not domain.nullable:
        parts.append("NOT NULL")
    parts += [f"CONSTRAINT {identifier(c.name)} CHECK {bracketed(c.expression)}" for c in domain.checks]
    return " ".join(parts)


_LISTS = ("search_path", "temp_tablespaces", "session_preload_libraries", "local_preload_libraries")
"""Settings whose value is a list: between quotes it would be one name."""


def _create_function(function: Function) -> str:
    settings = [f"SET {name} TO {_setting(name, value)}" for name, value in function.settings]
    security = "DEFINER" if function.security_definer else "INVOKER"
    strict = "STRICT" if function.strict else "CALLED ON NULL INPUT"
    return " ".join(
        [
            f"CREATE FUNCTION {qualified(function.name)}({function.arguments}\n) RETURNS {function.returns}",
            f"LANGUAGE {identifier(function.language)} {function.volatility} {strict}",
            f"SECURITY {security} PARALLEL {function.parallel}",
            *settings,
            f"AS {text(function.body)}",
        ]
    )


def _setting(name: str, value: str) -> str:
    if name.lower() not in _LISTS:
        return text(value)
    items = [item.strip() for item in value.split(",")]
    return ", ".join(text(item[1:-1] if item[:1] == item[-1:] == '"' else item) for item in items)


def _create_table(table: Table) -> str:
    parts = [column_definition(column) for column in table.columns]
    parts += [_constraint(c) for c in table.constraints if not isinstance(c, ForeignKey)]
    return f"CREATE TABLE {qualified(table.name)} ({', '.join(parts)})"


def column_definition(column: Column) -> str:
    """The column as it stands in CREATE TABLE."""
    parts = [identifier(column.name), data_type(column.type)]
    if column.collation is not None:
        parts.append(f"COLLATE {qualified(column.collation)}")
    if not column.nullable:
        parts.append("NOT NULL")
    if column.default is not None:
        parts.append(f"DEFAULT {default(column.default, column.type)}")
    if column.generated is not None:
        parts.append(f"GENERATED ALWAYS AS {bracketed(column.generated.sql)} STORED")
    if column.identity is not None:
        parts.append(_identity(column.identity))
    return " ".join(parts)


def _identity(identity: Identity) -> str:
    options = {
        "START WITH": identity.start,
        "INCREMENT BY": identity.increment,
        "MINVALUE": identity.minimum,
        "MAXVALUE": identity.maximum,
        "CACHE": identity.cache,
    }
    words = [f"{option} {value}" for option, value in options.items()]
    words.append("CYCLE" if identity.cycle else "NO CYCLE")
    kind = "ALWAYS" if identity.always else "BY DEFAULT"
    return f"GENERATED {kind} AS IDENTITY ({' '.join(words)})"


def _constraint(constraint: Constraint) -> str:
    head = f"CONSTRAINT {identifier(constraint.name)}"
    match constraint:
        case PrimaryKey(columns=columns):
            return f"{head} PRIMARY KEY {names(columns)}"
        case Unique(columns=columns, nulls_not_distinct=together):
            return f"{head} UNIQUE {'NULLS NOT DISTINCT ' if together else ''}{names(columns)}"
        case Check(expression=expression):
            return f"{head} CHECK {bracketed(expression)}"
        case Exclude(method=method, elements=elements, where=where):
            keys = ", ".join(f"{_element(element)} WITH {operator}" for element, operator in elements)
            return f"{head} EXCLUDE USING {identifier(method)} ({keys})" + _where(where)
        case ForeignKey():
            key = constraint
            return " ".join(
                [
                    f"{head} FOREIGN KEY {names(key.columns)}",
                    f"REFERENCES {qualified(key.target)} {names(key.target_columns)}",
                    f"ON DELETE {key.on_delete} ON UPDATE {key.on_update}",
                    "DEFERRABLE" if key.deferrable else "NOT DEFERRABLE",
                    "INITIALLY DEFERRED" if key.initially_deferred else "INITIALLY IMMEDIATE",
                ]
            )


def add_constraint(table: QualifiedName, constraint: Constraint) -> str:
    """ALTER TABLE that adds it to a table that stands."""
    return f"ALTER TABLE {qualified(table)} ADD {_constraint(constraint)}"


def _where(expression: str | None) -> str:
    return f" WHERE {bracketed(expression)}" if expression is not None else ""


def _element(element: IndexElement) -> str:
    key = identifier(element.column) if element.column is not None else bracketed(element.expression or "")
    parts = [key]
    if element.collation is not None:
        parts.append(f"COLLATE {qualified(element.collation)}")
    if element.operator_class is not None:
        parts.append(identifier(element.operator_class))
    if element.descending:
        parts.append("DESC")
    if element.nulls_first is not None:
        parts.append("NULLS FIRST" if element.nulls_first else "NULLS LAST")
    return " ".join(parts)


def create_index(table: QualifiedName, index: Index) -> str:
    """CREATE INDEX."""
    unique = "UNIQUE " if index.unique else ""
    keys = ", ".join(map(_element, index.elements))
    parts = [f"CREATE {unique}INDEX {identifier(index.name)} ON {qualified(table)}"]
    parts.append(f"USING {identifier(index.method)} ({keys})")
    if index.include:
        parts.append(f"INCLUDE {names(index.include)}")
    if index.nulls_not_distinct:
        parts.append("NULLS NOT DISTINCT")
    return " ".join(parts) + _where(index.where)


def _create_trigger(table: QualifiedName, trigger: Trigger) -> str:
    of = f" OF {', '.join(map(identifier, trigger.update_of))}" if trigger.update_of else ""
    events = " OR ".join(event + (of if event == "update" else "") for event in trigger.events)
    when = f"WHEN {bracketed(trigger.when)} " if trigger.when is not None else ""
    return (
        f"CREATE TRIGGER {identifier(trigger.name)} {trigger.timing} {events} ON {qualified(table)} "
        f"FOR EACH {'ROW' if trigger.for_each_row else 'STATEMENT'} {when}"
        f"EXECUTE FUNCTION {qualified(trigger.function)}({', '.join(map(text, trigger.arguments))})"
    )


def _row_security(table: Table) -> Iterator[str]:
    if table.row_security != "off":
        yield f"ALTER TABLE {qualified(table.name)} ENABLE ROW LEVEL SECURITY"
    if table.row_security == "forced":
        yield f"ALTER TABLE {qualified(table.name)} FORCE ROW LEVEL SECURITY"
    for policy in table.policies:
        yield _create_policy(table.name, policy)


def _create_policy(table: QualifiedName, policy: Policy) -> str:
    roles = [*map(identifier, policy.roles), *(["CURRENT_USER"] if policy.owner else [])] or ["PUBLIC"]
    kind = "PERMISSIVE" if policy.permissive else "RESTRICTIVE"
    parts = [f"CREATE POLICY {identifier(policy.name)} ON {qualified(table)} AS {kind} FOR {policy.command}"]
    parts.append(f"TO {', '.join(roles)}")
    if policy.using is not None:
        parts.append(f"USING {bracketed(policy.using)}")
    if policy.check is not None:
        parts.append(f"WITH CHECK {bracketed(policy.check)}")
    return " ".join(parts)


def _create_view(view: View) -> str:
    options = [name for name in ("security_invoker", "security_barrier") if getattr(view, name)]
    settings = f" WITH ({', '.join(options)})" if options else ""
    return f"CREATE VIEW {qualified(view.name)}{settings} AS {view.query}"


def _grants(schema: Schema) -> Iterator[str]:
    for table in schema.tables.values():
        yield from _grant("TABLE", table.name, table.grants or ())
    for view in schema.views.values():
        yield from _grant("TABLE", view.name, view.grants)
    for function in schema.functions.values():
        if function.grants and not function.managed:
            # What is declared is all: PostgreSQL itself lets everybody execute a new function.
            yield f"REVOKE ALL ON FUNCTION {qualified(function.name)}({function.arguments}) FROM PUBLIC"
        yield from _grant("FUNCTION", function.name, function.grants)


def _grant(kind: str, name: QualifiedName, grants: Iterable[Grant]) -> Iterator[str]:
    for grant in grants:
        columns = f" {names(grant.columns)}" if grant.columns else ""
        privileges = ", ".join(privilege + columns for privilege in grant.privileges)
        role = "PUBLIC" if grant.role == "public" else identifier(grant.role)
        yield f"GRANT {privileges} ON {kind} {qualified(name)} TO {role}"


def _comments(schema: Schema) -> Iterator[str]:
    found: list[tuple[str, str | None]] = []
    for table in schema.tables.values():
        on = f" ON {qualified(table.name)}"
        found.append((f"TABLE {qualified(table.name)}", table.comment))
        found += [(f"COLUMN {identifier(*table.name, c.name)}", c.comment) for c in table.columns]
        found += [(f"CONSTRAINT {identifier(c.name)}{on}", c.comment) for c in table.constraints]
        found += [(f"INDEX {identifier(table.name.schema, i.name)}", i.comment) for i in table.indexes]
        found += [(f"TRIGGER {identifier(t.name)}{on}", t.comment) for t in table.triggers]
        found += [(f"POLICY {identifier(p.name)}{on}", p.comment) for p in table.policies]
    found += [(f"TYPE {qualified(enum.name)}", enum.comment) for enum in schema.enums.values()]
    found += [(f"DOMAIN {qualified(domain.name)}", domain.comment) for domain in schema.domains.values()]
    found += [
        (f"CONSTRAINT {identifier(check.name)} ON DOMAIN {qualified(domain.name)}", check.comment)
        for domain in schema.domains.values()
        for check in domain.checks
    ]
    found += [(f"FUNCTION {qualified(function.name)}", function.comment) for function in schema.functions.values()]
    found += [(f"VIEW {qualified(view.name)}", view.comment) for view in schema.views.values()]
    for target, comment in found:
        if comment is not None:
            yield f"COMMENT ON {target} IS {text(comment)}"
