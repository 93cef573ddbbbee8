"""A live database in, the same model out that a specification resolves to."""

from __future__ import annotations

from collections.abc import Sequence

from schemagen.catalog.behaviour import read_policies, read_triggers
from schemagen.catalog.constraints import read_constraints_and_indexes
from schemagen.catalog.grants import read_function_grants, read_relation_grants
from schemagen.catalog.programs import read_extensions, read_functions, read_views
from schemagen.catalog.session import Connection, reading
from schemagen.catalog.tables import read_columns, read_table_heads
from schemagen.catalog.types import read_domains, read_enums
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Schema, Table


def read_schema(connection: Connection, schemas: Sequence[str], roles: Sequence[str] = ()) -> Schema:
    """What the named schemas hold, the extensions, and those of `roles` that exist.

    PostgreSQL 14 to 18. About fifteen queries whatever the number of tables. Expressions stand as the server
    prints them with every name in full; defaults are always expressions, checks never have a short form,
    and everything counts as managed, since a catalog does not know what a migration made. Grants leave out
    what the owner has anyway. Objects of extensions are left out; so is what the model cannot say (see
    fingerprint).
    """
    with reading(connection):
        grants = read_relation_grants(connection, schemas)
        columns = read_columns(connection, schemas)
        constraints, indexes = read_constraints_and_indexes(connection, schemas)
        policies = read_policies(connection, schemas)
        triggers = read_triggers(connection, schemas)
        tables: dict[QualifiedName, Table] = {}
        for oid, head in read_table_heads(connection, schemas).items():
            tables[head.name] = Table(
                name=head.name,
                columns=tuple(columns.get(oid, ())),
                constraints=tuple(constraints.get(oid, ())),
                indexes=tuple(indexes.get(oid, ())),
                triggers=tuple(triggers.get(oid, ())),
                row_security=head.row_security,
                policies=tuple(policies.get(oid, ())),
                grants=grants.get(oid, ()),
                comment=head.comment,
            )
        return Schema(
            tables=tables,
            enums=read_enums(connection, schemas),
            domains=read_domains(connection, schemas),
            functions=read_functions(connection, schemas, read_function_grants(connection, schemas)),
            views=read_views(connection, schemas, grants),
            extensions=read_extensions(connection),
            roles=_existing_roles(connection, roles),
        )


def _existing_roles(connection: Connection, roles: Sequence[str]) -> tuple[str, ...]:
    query = "SELECT rolname::text FROM pg_roles WHERE rolname = ANY (%s)"
    found = {name for (name,) in connection.execute(query, [list(roles)])} if roles else set()
    return tuple(role for role in roles if role in found)
