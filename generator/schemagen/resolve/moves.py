"""Moves of array columns: in, what the specification says and the tables; out, moves with every part checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from schemagen.diagnostics import Diagnostic, Severity, did_you_mean
from schemagen.model.columns import Column
from schemagen.model.expressions import Expression
from schemagen.model.names import QualifiedName, too_long
from schemagen.model.project import ArrayMove
from schemagen.model.schema import Table, View
from schemagen.resolve.move_uses import uses_of_column

if TYPE_CHECKING:
    from schemagen.resolve.context import Context, Loc
    from schemagen.spec.models.data import MoveModel

_DEFAULT_OVERFLOW = "description"
_TEXTS = frozenset({"text", "character varying"})


def resolve_moves(
    context: Context, tables: Mapping[QualifiedName, Table], views: Mapping[QualifiedName, View]
) -> tuple[tuple[ArrayMove, ...], list[Diagnostic]]:
    """The moves in the order of the specification; one with an error is left out. Findings are returned."""
    found: list[Diagnostic] = []
    moves: list[ArrayMove] = []
    taken: set[tuple[QualifiedName, str]] = set()
    for number, model in enumerate(context.loaded.specification.moves):
        run = _Move(context, tables, views, model, ("moves", number))
        move = run.resolve()
        if move is not None:
            for column in (move.column, move.renamed_to):
                if (move.table, column) in taken:
                    run.error("duplicate-move", f"another move has the column '{column}' already", "from")
                taken.add((move.table, column))
        found += run.found
        if move is not None and not any(f.severity is Severity.ERROR for f in run.found):
            moves.append(move)
    return tuple(moves), found


class _Move:
    """One move on its way from the specification to the model, with what was found about it."""

    def __init__(
        self,
        context: Context,
        tables: Mapping[QualifiedName, Table],
        views: Mapping[QualifiedName, View],
        model: MoveModel,
        at: Loc,
    ) -> None:
        self.context = context
        self.tables = tables
        self.views = views
        self.model = model
        self.at = at
        self.found: list[Diagnostic] = []

    def error(self, code: str, message: str, key: str = "", help_: str = "") -> None:
        """Adds an error at one key of the move, or at the move itself."""
        place = self.context.locate((*self.at, key) if key else self.at)
        self.found.append(Diagnostic(code, message, place, help_))

    def resolve(self) -> ArrayMove | None:
        """The move, or None where something is missing that it cannot be without."""
        model = self.model
        table_text, _, column_text = model.source.rpartition(".")
        table = self._table(table_text, "from")
        junction = self._table(model.to, "to")
        if table is None or junction is None:
            return None
        array = self._column(table, column_text, "from")
        links = self._links(table, junction)
        if array is None or links is None:
            return None
        role_link, reference_link, reference_name = links
        reference = self.tables[reference_name]
        name = self._column(reference, model.name_column, "name_column")
        if name is None or not self._is_text_array(table, array) or not self._is_text(reference, name):
            return None
        renamed_to = self._renamed(table, array)
        overflow = self._overflow(reference, name)
        key = self._key(reference, name)
        tenant_column = self._tenant(table, reference)
        filled = {name.name, overflow, tenant_column}
        self._check_filled(reference, filled, "to")
        self._check_filled(junction, {role_link, reference_link}, "to")
        self._check_alike(reference, name.name)
        if tenant_column is not None:
            self._check_tenants(reference, name, tenant_column)
        self._check_alike(junction, role_link, reference_link)
        self._check_pair(junction, role_link, reference_link)
        self.found += uses_of_column(table, array.name, self.views, self.context.locate((*self.at, "from")))
        return ArrayMove(
            table=table.name,
            column=array.name,
            renamed_to=renamed_to,
            junction=junction.name,
            role_link=role_link,
            reference=reference.name,
            reference_link=reference_link,
            name_column=name.name,
            overflow_column=overflow,
            key=key,
            tenant_column=tenant_column,
            trim=model.match.trim,
            fold_case=model.match.fold_case,
            indexes=model.indexes,
            rollback=model.rollback,
            origin=self.context.locate(self.at),
        )

    def _table(self, text: str, key: str) -> Table | None:
        name = self.context.name(text)
        table = self.tables.get(name)
        if table is None:
            help_ = did_you_mean(name.name, (known.name for known in self.tables))
            self.error("unknown-table", f"there is no table '{text}' in the specification", key, help_)
        return table

    def _column(self, table: Table, text: str, key: str) -> Column | None:
        for column in table.columns:
            if column.name == text:
                return column
        help_ = did_you_mean(text, (column.name for column in table.columns))
        self.error("unknown-column", f"'{table.name.name}' has no column '{text}'", key, help_)
        return None

    def _is_text_array(self, table: Table, array: Column) -> bool:
        type_ = array.type
        if type_.dimensions != 1 or type_.schema is not None or type_.name not in _TEXTS:
            self.error("not-a-text-array", f"'{table.name.name}.{array.name}' is no array of text", "from")
            return False
        if table.managed or array.managed:
            message = f"'{table.name.name}.{array.name}' is new, so there is nothing in it to move"
            self.error("nothing-to-move", message, "from", "move a column of a table under existing")
        return True

    def _is_text(self, reference: Table, name: Column) -> bool:
        type_ = name.type
        if type_.is_array or type_.schema is not None or type_.name not in _TEXTS or name.generated is not None:
            message = f"'{reference.name.name}.{name.name}' is no text that names can be written to"
            self.error("not-a-text", message, "name_column")
            return False
        return True

    def _links(self, table: Table, junction: Table) -> tuple[str, str, QualifiedName] | None:
        """The link to the array's table, the link to the reference table, and that table."""
        targets = {key.columns[0]: key.target for key in junction.foreign_keys if len(key.columns) == 1}
        links = [column for column in (junction.links or tuple(targets)) if column in targets]
        if not junction.managed or len(links) != 2:
            message = f"'{junction.name.name}' is no new table with two links"
            self.error("not-a-junction", message, "to", "name a table under junction_tables")
            return None
        fitting = [column for column in links if targets[column] == table.name]
        if self.model.link is not None:
            if self.model.link not in fitting:
                message = f"'{self.model.link}' is no link of '{junction.name.name}' to '{table.name.name}'"
                self.error("bad-link", message, "link", did_you_mean(self.model.link, fitting))
                return None
            fitting = [self.model.link]
        if not fitting:
            message = f"no link of '{junction.name.name}' points to '{table.name.name}'"
            self.error("bad-link", message, "to", f"its links are {' and '.join(links)}")
            return None
        if len(fitting) > 1:
            message = f"both links of '{junction.name.name}' point to '{table.name.name}'"
            self.error("ambiguous-link", message, "to", f"say which one has the array, such as link: {fitting[0]}")
            return None
        other = links[1] if fitting[0] == links[0] else links[0]
        if targets[other] not in self.tables:
            return None  # The dangling reference itself has been reported where the table stands.
        return fitting[0], other, targets[other]

    def _renamed(self, table: Table, array: Column) -> str:
        renamed = self.model.renamed_to or f"{array.name}_deprecated"
        key = "renamed_to" if self.model.renamed_to else "from"
        if any(column.name == renamed for column in table.columns):
            message = f"'{table.name.name}' has a column '{renamed}' already"
            self.error("name-taken", message, key, "say another name with renamed_to")
        if too_long(renamed):
            message = f"the name '{renamed}' is longer than 63 bytes"
            self.error("name-too-long", message, key, "say a shorter one with renamed_to")
        return renamed

    def _overflow(self, reference: Table, name: Column) -> str | None:
        where = reference.name.name
        asked = self.model.overflow_column
        overflow = next((c for c in reference.columns if c.name == (asked or _DEFAULT_OVERFLOW)), None)
        is_text = overflow is not None and overflow.type.name == "text" and not overflow.type.is_array
        if overflow is not None and is_text and not overflow.generated and overflow.name != name.name:
            return overflow.name
        if asked is not None:
            message = f"'{where}' has no text column '{asked}' of unlimited length for what is too long for a name"
            help_ = did_you_mean(asked, (column.name for column in reference.columns))
            self.error("bad-overflow", message, "overflow_column", help_)
        elif name.type.modifiers:
            message = f"an element may be longer than '{where}.{name.name}', and nothing keeps it whole"
            help_ = "name a column of type text with overflow_column"
            self.error("bad-overflow", message, "to", help_)
        return None

    def _key(self, reference: Table, name: Column) -> tuple[str, ...]:
        tenant = self.context.tenant.column if self.context.tenant else None
        for unique in reference.natural_keys:
            if name.name in unique.columns:
                return (name.name, *(c for c in unique.columns if c not in {name.name, tenant}))
        message = f"no unique constraint of '{reference.name.name}' has the column '{name.name}'"
        self.error("no-natural-key", message, "to", "add one: elements of the same name must find the same row")
        return (name.name,)

    def _tenant(self, table: Table, reference: Table) -> str | None:
        tenant = self.context.tenant
        if tenant is None or all(column.name != tenant.column for column in reference.columns):
            return None
        if all(column.name != tenant.column for column in table.columns):
            message = (
                f"'{reference.name.name}' has a tenant and '{table.name.name}' has none: whose would a new row be?"
            )
            self.error("no-tenant-column", message, "from", f"declare the column {tenant.column} of the table")
        return tenant.column

    def _check_filled(self, table: Table, filled: set[str | None], key: str) -> None:
        for column in table.columns:
            given = column.default is not None or column.generated is not None or column.identity is not None
            if not column.nullable and not given and column.name not in filled:
                message = f"the move makes rows of '{table.name.name}' and has no value for '{column.name}'"
                self.error("required-column", message, key, "give the column a default, or let it be null")

    def _check_tenants(self, reference: Table, name: Column, tenant: str) -> None:
        """Each tenant gets a row of its own for a name that it does not find: no key may hold over all tenants."""
        for key, columns, nulls_not_distinct in _keys(reference):
            others = [reference.column(column) for column in columns if column != name.name]
            if name.name not in columns or tenant in columns:
                continue
            if all(_is_alike(column, nulls_not_distinct) for column in others):
                message = (
                    f"a name that two tenants use needs a row of '{reference.name.name}' for each, of which "
                    f"'{key}' allows one: it holds over all tenants"
                )
                self.error("names-across-tenants", message, "to", f"let the key have '{tenant}' too")

    def _check_alike(self, table: Table, *telling: str) -> None:
        """No key may be the same in every row that the move makes; `telling` are the columns in which they differ."""
        tenant = self.context.tenant.column if self.context.tenant else None
        for name, key_columns, nulls_not_distinct in _keys(table):
            alike = [table.column(column) for column in key_columns]
            if any(c.name in telling or (c.name != tenant and not _is_alike(c, nulls_not_distinct)) for c in alike):
                continue
            message = (
                f"the move makes rows of '{table.name.name}' that are alike in {', '.join(key_columns)}, "
                f"of which '{name}' allows one"
            )
            help_ = "let nulls be distinct there (nulls_distinct: true), or give a default that differs from row to row"
            self.error("rows-alike", message, "to", help_)

    def _check_pair(self, junction: Table, role_link: str, reference_link: str) -> None:
        pair = {role_link, reference_link}
        primary = () if junction.primary_key is None else (junction.primary_key,)
        if not any(set(key.columns) == pair for key in (*primary, *junction.natural_keys)):
            message = f"no unique constraint of '{junction.name.name}' has exactly {role_link} and {reference_link}"
            self.error("no-unique-pair", message, "to", "add one: an element that stands twice makes one row")


def _keys(table: Table) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """The keys of a table over columns, each once: the name, the columns, whether nulls are equal in it."""
    keys = [(key.name, key.columns, key.nulls_not_distinct) for key in table.natural_keys]
    if table.primary_key is not None:
        keys.append((table.primary_key.name, table.primary_key.columns, False))
    for index in table.indexes:
        columns = [element.column for element in index.elements if element.column is not None]
        if index.unique and index.where is None and len(columns) == len(index.elements):
            keys.append((index.name, tuple(columns), index.nulls_not_distinct))
    yield from dict.fromkeys(keys)


def _is_alike(column: Column, nulls_not_distinct: bool) -> bool:
    """Whether rows that give no value to the column are the same in it, as far as a key sees."""
    if column.identity is not None or column.generated is not None or isinstance(column.default, Expression):
        return False
    return column.default is not None or not column.nullable or nulls_not_distinct
