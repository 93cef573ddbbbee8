"""Which columns a new table has, in which order: in, its own and those of the conventions; out, columns in the draft.

The order is: columns of the conventions, links of a junction, own columns, columns that conventions put after them.
A column of its own with the name of one from the conventions takes that one's place.
"""

from __future__ import annotations

from collections.abc import Mapping

from schemagen.diagnostics import did_you_mean
from schemagen.model.columns import Column
from schemagen.model.names import QualifiedName
from schemagen.records import dataclass, field
from schemagen.render.sql import data_type
from schemagen.resolve.columns import Columns, ResolvedColumn
from schemagen.resolve.context import Context, Loc
from schemagen.resolve.drafts import Draft
from schemagen.resolve.foreign_keys import Foreign
from schemagen.spec.models.columns import ColumnModel, ReferencesModel
from schemagen.spec.models.conventions import JunctionConventionsModel, KindConventionsModel
from schemagen.spec.models.tables import JunctionTableModel, LinkModel, TableModel


@dataclass(frozen=True, slots=True)
class NewTable:
    """A new table with what it asks for."""

    draft: Draft
    model: TableModel
    convention: KindConventionsModel
    convention_loc: Loc


def put(draft: Draft, name: str, resolved: ResolvedColumn | None) -> None:
    """Adds a column, or remembers that it was declared and is wrong."""
    if resolved is None:
        draft.broken.add(name)
    else:
        draft.columns[name] = resolved


@dataclass(slots=True)
class Layout:
    """Lays out the columns of new tables; a junction's links need the types of the tables that they point to."""

    context: Context
    columns: Columns
    foreign: Foreign
    new: Mapping[QualifiedName, NewTable]
    _done: set[QualifiedName] = field(default_factory=set)

    def lay_out(self, new: NewTable) -> None:
        """Fills in the columns of the draft, and before that those of tables that it links to."""
        draft, model, convention = new.draft, new.model, new.convention
        if draft.name in self._done:
            return
        self._done.add(draft.name)
        links = model.links if isinstance(model, JunctionTableModel) else {}
        self._check_without(new)
        self._from_conventions(new, "columns", convention.columns)
        for name, link in links.items():
            put(draft, name, self._link(new, name, link))
        draft.links = tuple(links)
        known = {**convention.columns, **convention.columns_after}
        for name, own in model.columns.items():
            at = (*draft.loc, "columns", name)
            if name in links:
                message = f"'{name}' is a link already, which makes the column"
                self.context.error("duplicate-column", message, at, "remove it here", key=True)
            elif name not in known:
                put(draft, name, self.columns.resolve(name, own, at))
        self._from_conventions(new, "columns_after", convention.columns_after)
        if not draft.columns and not draft.broken:
            self.context.error("no-columns", f"'{draft.name.name}' has no columns", draft.loc, key=True)

    def _from_conventions(self, new: NewTable, part: str, columns: Mapping[str, ColumnModel]) -> None:
        draft, model = new.draft, new.model
        for name, shared in columns.items():
            if name in model.columns:
                put(draft, name, self.columns.resolve(name, model.columns[name], (*draft.loc, "columns", name)))
            elif name not in model.without:
                put(draft, name, self.columns.shared(name, shared, (*new.convention_loc, part, name)))

    def _check_without(self, new: NewTable) -> None:
        known = {**new.convention.columns, **new.convention.columns_after}
        for number, column in enumerate(new.model.without):
            at = (*new.draft.loc, "without", number)
            if column not in known:
                message = f"the conventions give '{new.draft.name.name}' no column '{column}'"
                self.context.error("unknown-column", message, at, did_you_mean(column, known))
            elif column in new.model.columns:
                message = f"'{column}' is left out here and declared among the columns"
                self.context.error("duplicate-column", message, at, "remove one of the two")

    def _link(self, new: NewTable, name: str, link: LinkModel) -> ResolvedColumn | None:
        """The column of a link: the type of the key that it points to, never null."""
        loc = (*new.draft.loc, "links", name)
        target = self.foreign.target(link.table, (*loc, "table"))
        if target is None:
            return None
        if target.name in self.new:
            self.lay_out(self.new[target.name])
        key = self._key_of(target)
        if len(key) != 1 or key[0] not in target.columns:
            if not target.broken:
                message = f"a link needs a table with a primary key of one column, which '{link.table}' has not"
                self.context.error("foreign-key-target", message, (*loc, "table"))
            return None
        type_ = target.columns[key[0]].column.type
        convention = new.convention
        assert isinstance(convention, JunctionConventionsModel)
        references = ReferencesModel.model_construct(
            table=link.table,
            on_delete=link.on_delete or convention.links.on_delete,
            on_update=link.on_update or convention.links.on_update,
        )
        model = ColumnModel.model_construct(
            type=data_type(type_), nullable=False, references=references, comment=link.comment
        )
        origin = self.context.locate(loc, key=True)
        column = Column(name=name, type=type_, nullable=False, comment=link.comment, origin=origin)
        return ResolvedColumn(column, (), model, loc)

    def _key_of(self, target: Draft) -> list[str]:
        """The primary key of a table whose keys are not put together yet."""
        if target.primary_key is not None:
            return list(target.primary_key.columns)
        own = self.new[target.name].model.primary_key if target.name in self.new else None
        if own is not None:
            return own.columns
        return [name for name, column in target.columns.items() if column.model.primary_key]
