"""No index begins with the columns of a foreign key: each delete of a referenced row reads the whole table.

    CREATE TABLE public.loans (book_id uuid REFERENCES public.books (id));
    -- missing: CREATE INDEX ON public.loans (book_id);

An index serves when its leading columns are those of the key, in any order; primary keys and unique constraints
count, of partial indexes those that leave out nothing but nulls in their first column. Judged after the last file,
for foreign keys that the files make.
"""

from schemagen.diagnostics import Severity
from schemagen.lint.database import Constraint, Relation
from schemagen.lint.rule import Context, Rule

rule = Rule(__name__, Severity.WARNING)


@rule.after_set
def _unindexed(context: Context) -> None:
    for relation in context.database.relations.values():
        for key in relation.constraints.values():
            if key.kind != "foreign key" or key.made_at is None or _has_index(relation, key):
                continue
            columns = ", ".join(key.columns)
            rule.report(
                context,
                f"foreign key {key.name} of {relation.name} has no index that begins with ({columns}): each delete in "
                f"{key.target} reads all of {relation.name}",
                object=str(relation.name),
                at=key.made_at,
                help=f"CREATE INDEX ON {relation.name} ({columns})",
            )


def _has_index(relation: Relation, key: Constraint) -> bool:
    wanted = set(key.columns)
    leading = [index.columns for index in relation.indexes.values()]
    leading += [c.columns for c in relation.constraints.values() if c.kind in ("primary key", "unique")]
    return any(set(columns[: len(wanted)]) == wanted for columns in leading)
