"""Foreign keys: in, what columns, links and tables point to; out, foreign keys in the draft, or errors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from schemagen.diagnostics import did_you_mean
from schemagen.model.columns import DataType
from schemagen.model.constraints import ForeignKey
from schemagen.model.names import QualifiedName
from schemagen.model.types_table import MOMENTS, NUMBERS, TEXTS
from schemagen.records import dataclass
from schemagen.render.sql import data_type
from schemagen.resolve.context import Context, Loc
from schemagen.resolve.drafts import Draft
from schemagen.resolve.types import Types
from schemagen.spec.models.columns import ReferencesModel
from schemagen.spec.models.constraints import ForeignKeyModel


@dataclass(frozen=True, slots=True)
class Foreign:
    """What all foreign keys of one specification need: every table, whether it was there before or is new."""

    context: Context
    types: Types
    drafts: Mapping[QualifiedName, Draft]

    def target(self, text: str, loc: Loc) -> Draft | None:
        """The referenced table; None after an error at its place."""
        name = self.context.name(text)
        draft = self.drafts.get(name)
        if draft is None:
            schema = self.context.schema
            known = [str(n) if n.schema != schema else n.name for n in self.drafts]
            help_ = did_you_mean(text, known) or "declare it, under existing.tables where the database has it already"
            self.context.error("unknown-table", f"there is no table '{text}'", loc, help_)
        return draft

    def add_references(self, draft: Draft, names: Iterable[str]) -> None:
        """The foreign keys that columns ask for themselves."""
        for name in names:
            resolved = draft.columns[name]
            model = resolved.model.references
            if model is None:
                continue
            loc = (*resolved.loc, "references")
            to = None if model.column is None else [model.column]
            self._add(draft, (name,), model, to, loc)

    def add_table_keys(self, draft: Draft, models: Sequence[ForeignKeyModel], loc: Loc) -> None:
        """The foreign keys that stand on the table."""
        from schemagen.resolve.constraints import known_columns

        for number, model in enumerate(models):
            at = (*loc, number)
            if known_columns(self.context, draft, model.columns, (*at, "columns")):
                self._add(draft, tuple(model.columns), model, model.to, at)

    def _add(
        self,
        draft: Draft,
        columns: tuple[str, ...],
        model: ReferencesModel | ForeignKeyModel,
        to: Sequence[str] | None,
        loc: Loc,
    ) -> None:
        target = self.target(model.table, (*loc, "table"))
        if target is None:
            return
        to_loc = (*loc, "to" if isinstance(model, ForeignKeyModel) else "column")
        target_columns = self._target_columns(target, columns, to, loc, to_loc)
        if target_columns is None or not self._types_agree(draft, columns, target, target_columns, loc):
            return
        if not self._can_set_null(draft, columns, model.on_delete, (*loc, "on_delete")):
            return
        if model.initially_deferred and not model.deferrable:
            self.context.error(
                "deferrable",
                "only a deferrable constraint can be deferred",
                (*loc, "initially_deferred"),
                "add deferrable: true",
            )
        draft.foreign_keys.append(
            ForeignKey(
                name=model.name or draft.names.make("foreign_key", columns=columns, table=draft.name.name),
                columns=columns,
                target=target.name,
                target_columns=target_columns,
                on_delete=model.on_delete,
                on_update=model.on_update,
                deferrable=model.deferrable,
                initially_deferred=model.initially_deferred,
                comment=model.comment,
                origin=self.context.locate(loc, key=True),
            )
        )

    def _target_columns(
        self, target: Draft, columns: tuple[str, ...], to: Sequence[str] | None, loc: Loc, to_loc: Loc
    ) -> tuple[str, ...] | None:
        name = target.name.name
        if to is None:
            if target.primary_key is None:
                if not target.broken:
                    help_ = f"declare the primary key of '{name}', or name the referenced column"
                    self.context.error("foreign-key-target", f"'{name}' has no primary key to point to", loc, help_)
                return None
            to = target.primary_key.columns
        for number, column in enumerate(to):
            if not target.has(column):
                at = (*to_loc, number) if len(to) > 1 else to_loc
                help_ = did_you_mean(column, target.columns)
                self.context.error("unknown-column", f"'{name}' has no column '{column}'", at, help_)
                return None
            if column in target.broken:
                return None
        if len(to) != len(columns):
            message = f"{_counted(columns)} cannot point to {_counted(to)} of '{name}' ({', '.join(to)})"
            self.context.error("foreign-key-target", message, loc)
            return None
        keys = [set(unique.columns) for unique in target.uniques]
        if target.primary_key is not None:
            keys.append(set(target.primary_key.columns))
        keys += [
            {element.column for element in index.elements if element.column is not None}
            for index in target.indexes
            if index.unique and index.where is None and all(e.column is not None for e in index.elements)
        ]
        if set(to) not in keys and any(set(to) == set(key) for key in target.split_keys):
            message = f"PostgreSQL {self.context.postgres} keeps {', '.join(to)} of '{name}' unique by partial indexes"
            help_ = "a foreign key needs a constraint: make the columns not null, or write postgres: 15"
            self.context.error("foreign-key-target", message, to_loc, help_)
            return None
        if set(to) not in keys:
            message = f"'{name}' has no primary key or unique constraint on {', '.join(to)}"
            self.context.error("foreign-key-target", message, to_loc, "declare one there")
            return None
        return tuple(to)

    def _types_agree(
        self, draft: Draft, columns: tuple[str, ...], target: Draft, target_columns: tuple[str, ...], loc: Loc
    ) -> bool:
        for column, other in zip(columns, target_columns, strict=True):
            mine, theirs = draft.columns[column].column.type, target.columns[other].column.type
            if mine != theirs and _family(self.types.base(mine)) != _family(self.types.base(theirs)):
                message = (
                    f"'{column}' is {data_type(mine)} and points to '{other}' of '{target.name.name}', "
                    f"which is {data_type(theirs)}"
                )
                self.context.error("foreign-key-type", message, loc, f"make it {data_type(theirs)}", key=True)
                return False
        return True

    def _can_set_null(self, draft: Draft, columns: tuple[str, ...], on_delete: str, loc: Loc) -> bool:
        if on_delete == "set null":
            for column in columns:
                if not draft.columns[column].column.nullable:
                    message = f"'{column}' cannot be set to null: it is not nullable"
                    self.context.error("foreign-key-action", message, loc, "use cascade or restrict")
                    return False
        return True


def _counted(columns: Sequence[str]) -> str:
    return "one column" if len(columns) == 1 else f"{len(columns)} columns"


def _family(type_: DataType) -> object:
    """Types of one family have an equality between them; a type without one is its own family."""
    if type_.is_array or type_.schema is not None:
        return (type_.schema, type_.name, type_.is_array)
    for number, family in enumerate((NUMBERS, TEXTS, MOMENTS)):
        if type_.name in family:
            return number
    return type_.name
