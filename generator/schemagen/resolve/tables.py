"""Tables: in, what a specification and its conventions say about them; out, tables before and after the migrations."""

from __future__ import annotations

from collections.abc import Sequence

from schemagen.diagnostics import did_you_mean
from schemagen.model.expressions import Expression
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Function, Table, TableKind, first_value
from schemagen.records import dataclass, field
from schemagen.resolve.columns import Columns, ResolvedColumn
from schemagen.resolve.constraints import (
    PLAIN_UNIQUE,
    add_checks,
    add_exclude,
    add_primary_key,
    add_table_checks,
    add_unique,
)
from schemagen.resolve.context import AccessRequest, Context, Loc
from schemagen.resolve.drafts import Draft
from schemagen.resolve.existing import check_policies, existing_grants, existing_policies
from schemagen.resolve.foreign_keys import Foreign
from schemagen.resolve.indexes import add_column_indexes, add_foreign_key_indexes, add_table_indexes
from schemagen.resolve.layout import Layout, NewTable, put
from schemagen.resolve.names import POSTGRES_NAMES
from schemagen.resolve.partial_keys import split_uniques
from schemagen.resolve.search import add_search
from schemagen.resolve.triggers import add_touch, add_triggers
from schemagen.resolve.types import Types
from schemagen.spec.models.columns import NewColumnModel
from schemagen.spec.models.constraints import UniqueModel
from schemagen.spec.models.conventions import UniqueConventionModel
from schemagen.spec.models.tables import (
    ExistingTableModel,
    JunctionTableModel,
    NewColumnsModel,
    TableExtras,
    TableModel,
)

_KINDS: tuple[tuple[str, TableKind], ...] = (
    ("reference_tables", "reference"),
    ("junction_tables", "junction"),
    ("tables", "table"),
)


def _needs_pair(draft: Draft, model: JunctionTableModel) -> bool:
    """Whether the two links need a unique constraint of their own, which a primary key over both makes needless."""
    by_key = draft.primary_key is not None and draft.primary_key.columns == tuple(model.links)
    return not by_key and all(link in draft.columns for link in model.links)


@dataclass(slots=True)
class Tables:
    """Puts all tables together, step by step: columns of all, then keys of all, then what depends on other tables."""

    context: Context
    types: Types
    functions: dict[QualifiedName, Function]
    existing: dict[QualifiedName, Draft] = field(default_factory=dict)
    new: dict[QualifiedName, NewTable] = field(default_factory=dict)
    before: dict[QualifiedName, Table] = field(default_factory=dict)

    def resolve(self) -> dict[QualifiedName, Table]:
        """All tables after the migrations, the existing ones first; `before` has those from before."""
        specification = self.context.loaded.specification
        columns = Columns(self.context, self.types)
        declared: list[tuple[Draft, ExistingTableModel]] = []
        for text, model in specification.existing.tables.items():
            draft = self._existing_draft(columns, text, model)
            self.existing[draft.name] = draft
            declared.append((draft, model))
        for key, kind in _KINDS:
            for text, table in getattr(specification, key).items():
                self._begin_new(text, table, key, kind)
        drafts = {**self.existing, **{name: new.draft for name, new in self.new.items()}}
        foreign = Foreign(self.context, self.types, drafts)
        layout = Layout(self.context, columns, foreign, self.new)
        for draft, model in declared:
            self._keys(draft, model, list(draft.columns), PLAIN_UNIQUE, draft.loc, model.primary_key)
        for new in self.new.values():
            layout.lay_out(new)
        for new in self.new.values():
            own = list(new.draft.columns)
            self._keys(new.draft, new.model, own, new.convention.unique, new.draft.loc, new.model.primary_key)
        for draft, model in declared:
            self._finish_existing(draft, model, foreign)
            self.before[draft.name] = draft.table(self.context)
        additions = self._begin_additions(columns)
        for new in self.new.values():
            self._finish_new(new, foreign)
        for draft, addition, loc in additions:
            self._finish_addition(draft, addition, loc, foreign)
        return {name: draft.table(self.context) for name, draft in drafts.items()}

    def broken(self) -> dict[str, set[str]]:
        """Columns that are declared and wrong, by the name of their table; only tables that have some."""
        drafts = (*self.existing.values(), *(new.draft for new in self.new.values()))
        return {draft.name.name: draft.broken for draft in drafts if draft.broken}

    def requests(self) -> list[AccessRequest]:
        """What new tables say about who may do what."""
        return [
            AccessRequest(
                table=name,
                convention=new.convention.access,
                own=new.model.access,
                policies=new.model.policies,
                convention_at=(*new.convention_loc, "access"),
                own_at=(*new.draft.loc, "access"),
                policies_at=(*new.draft.loc, "policies"),
                table_at=new.draft.loc,
                locate=self.context.locate,
                names=self.context.names,
            )
            for name, new in self.new.items()
        ]

    def _existing_draft(self, columns: Columns, text: str, model: ExistingTableModel) -> Draft:
        loc: Loc = ("existing", "tables", text)
        draft = Draft(self.context.name(text), loc, "table", POSTGRES_NAMES, managed=False, comment=model.comment)
        for name, column in model.columns.items():
            put(draft, name, columns.resolve(name, column, (*loc, "columns", name), managed=False))
        return draft

    def _begin_new(self, text: str, model: TableModel, key: str, kind: TableKind) -> None:
        loc: Loc = (key, text)
        name = self.context.name(text)
        other = self.existing.get(name) or (self.new[name].draft if name in self.new else None)
        if other is not None:
            place = self.context.locate(other.loc, key=True)
            self.context.error("duplicate-name", f"the table '{text}' is declared already, at {place}", loc, key=True)
            return
        draft = Draft(name, loc, kind, self.context.names, comment=model.comment, if_exists=model.if_exists)
        self.new[name] = NewTable(draft, model, getattr(self.context.conventions, key), ("conventions", key))

    def _keys(
        self,
        draft: Draft,
        model: TableExtras,
        names: Sequence[str],
        convention: UniqueConventionModel,
        loc: Loc,
        primary_key: object = None,
    ) -> None:
        """Primary key and unique constraints: what other tables can point to."""
        from schemagen.spec.models.constraints import PrimaryKeyModel

        if not isinstance(model, NewColumnsModel):
            key = primary_key if isinstance(primary_key, PrimaryKeyModel) else None
            add_primary_key(self.context, draft, key, (*loc, "primary_key"))
        for name in names:
            resolved = draft.columns[name]
            if resolved.model.unique is not None:
                add_unique(self.context, draft, (name,), resolved.model.unique, convention, (*resolved.loc, "unique"))
        if isinstance(model, JunctionTableModel) and _needs_pair(draft, model):
            links = list(model.links)
            name = model.pair or draft.names.make("pair", columns=links, table=draft.name.name)
            pair = UniqueModel.model_construct(columns=links, name=name)
            add_unique(self.context, draft, pair.columns, pair, PLAIN_UNIQUE, (*loc, "links"))
        for number, unique in enumerate(model.unique):
            at = (*loc, "unique", number)
            add_unique(self.context, draft, unique.columns, unique, convention, at, (*at, "columns"))
        split_uniques(self.context, draft)

    def _dependents(self, draft: Draft, model: TableExtras, names: Sequence[str], loc: Loc, foreign: Foreign) -> None:
        """Checks, exclusion constraints, foreign keys and indexes."""
        context = self.context
        add_checks(context, draft, names)
        add_table_checks(context, draft, model.check, (*loc, "check"))
        for number, exclude in enumerate(model.exclude):
            add_exclude(context, self.types, draft, exclude, (*loc, "exclude", number))
        foreign.add_references(draft, names)
        foreign.add_table_keys(draft, model.foreign_keys, (*loc, "foreign_keys"))
        add_column_indexes(context, self.types, draft, names)
        add_table_indexes(context, self.types, draft, model.indexes, (*loc, "indexes"))

    def _finish_existing(self, draft: Draft, model: ExistingTableModel, foreign: Foreign) -> None:
        context, loc = self.context, draft.loc
        self._dependents(draft, model, list(draft.columns), loc, foreign)
        if model.search is not None:
            add_search(context, self.types, draft, model.search, (*loc, "search"), None, (*loc, "search"))
        add_triggers(context, draft, model.triggers, self.functions, (*loc, "triggers"), managed=False)
        check_policies(context, draft, model.policies, (*loc, "policies"))
        draft.row_security = model.row_security
        draft.policies = existing_policies(context, model.policies, (*loc, "policies"))
        draft.grants = existing_grants(context, model.grants, (*loc, "grants"))

    def _finish_new(self, new: NewTable, foreign: Foreign) -> None:
        context, draft, model, convention = self.context, new.draft, new.model, new.convention
        loc = draft.loc
        self._dependents(draft, model, list(draft.columns), loc, foreign)
        add_foreign_key_indexes(draft)
        off = "search" in model.model_fields_set and model.search is None
        if not off and (model.search is not None or convention.search is not None):
            at = (*new.convention_loc, "search")
            add_search(context, self.types, draft, model.search, (*loc, "search"), convention.search, at)
        if model.touch is not None and model.touch:
            add_touch(context, draft, self.functions, (*loc, "touch"), (*loc, "touch"))
        elif model.touch is None and convention.touch:
            add_touch(context, draft, self.functions, (*new.convention_loc, "touch"), None)
        add_triggers(context, draft, model.triggers, self.functions, (*loc, "triggers"), managed=True)
        check_policies(context, draft, model.policies, (*loc, "policies"))

    def _begin_additions(self, columns: Columns) -> list[tuple[Draft, NewColumnsModel, Loc]]:
        """The new columns of existing tables, with their keys."""
        found: list[tuple[Draft, NewColumnsModel, Loc]] = []
        for text, model in self.context.loaded.specification.new_columns.items():
            loc: Loc = ("new_columns", text)
            draft = self.existing.get(self.context.name(text))
            if draft is None:
                made = self.context.name(text) in self.new
                known = list(self.context.loaded.specification.existing.tables)
                help_ = "write them on the table itself" if made else did_you_mean(text, known)
                message = f"there is no existing table '{text}' to add columns to"
                self.context.error("unknown-table", message, loc, help_ or "declare it under existing.tables", key=True)
                continue
            draft.names = self.context.names
            for name, column in model.columns.items():
                at = (*loc, "columns", name)
                if draft.has(name):
                    help_ = "remove it there: what may be there or not stands here with if_exists"
                    message = f"'{text}' has the column '{name}' already, by existing.tables"
                    self.context.error("duplicate-column", message, at, help_, key=True)
                    continue
                if column.primary_key:
                    message = "a new column of an existing table cannot be its primary key"
                    self.context.error("primary-key", message, (*at, "primary_key"), key=True)
                self._check_kept(column, at)
                resolved = columns.resolve(name, column, at)
                self._check_loss(draft, column, resolved, at)
                put(draft, name, resolved)
            names = [name for name in model.columns if name in draft.columns]
            self._keys(draft, model, names, PLAIN_UNIQUE, loc)
            found.append((draft, model, loc))
        return found

    def _check_kept(self, model: NewColumnModel, at: Loc) -> None:
        """What computes its values itself can be taken as it is only where the computation is the same throughout: the
        state of a sequence, its privileges, every column that an expression reads. Nobody promises that."""
        made = "a generated column" if model.generated is not None else "an identity column"
        if model.if_exists == "keep" and (model.generated is not None or model.identity is not None):
            help_ = "remove if_exists; a column that is there already stands under existing.tables"
            self.context.error("kept-column", f"{made} cannot be kept where it is there", (*at, "if_exists"), help_)

    def _check_loss(self, draft: Draft, model: NewColumnModel, resolved: ResolvedColumn | None, at: Loc) -> None:
        """What is computed for each row cannot be told from what people set where nothing tells one row from another:
        numbers of an identity column, values of a default in SQL."""
        if resolved is None:
            return
        column = resolved.column
        computed = isinstance(first_value(column, self.types.domains), Expression)
        lost = (column.identity is not None or computed) and draft.primary_key is None
        if lost and model.lost_on_rollback is None:
            what = "the numbers" if column.identity is not None else "the values"
            message = f"a rollback loses {what} in '{column.name}': no primary key lets an archive keep them"
            help_ = "declare the primary key of the table, or write lost_on_rollback: known"
            self.context.error("lossy-rollback", message, at, help_, key=True)
        elif not lost and model.lost_on_rollback is not None:
            message = f"a rollback loses nothing of '{column.name}'"
            self.context.error("lossy-rollback", message, (*at, "lost_on_rollback"), "remove it", key=True)

    def _finish_addition(self, draft: Draft, model: NewColumnsModel, loc: Loc, foreign: Foreign) -> None:
        names = [name for name in model.columns if name in draft.columns]
        there = len(draft.foreign_keys)
        self._dependents(draft, model, names, loc, foreign)
        add_foreign_key_indexes(draft, there)
        add_triggers(self.context, draft, model.triggers, self.functions, (*loc, "triggers"), managed=True)
