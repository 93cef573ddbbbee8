"""A migration and its rollback are not each other's reverse.

What the forward file drops, the rollback `x.rollback.sql` of `x.sql` has to create again, and what the forward file
makes it has to drop; it must not touch anything else. Compared are tables with their columns, constraints, indexes,
policies and triggers, views, sequences, functions, types, schemas and extensions, by name and on balance: what a file
makes and drops again does not count, and what goes with a dropped table or column counts as dropped.

A migration without a rollback is an error when it drops something. Rows are not compared, nor what dynamic SQL does:
where a file has some, what seems to be missing is a warning only.
"""

from collections.abc import Mapping

from schemagen.diagnostics import Severity
from schemagen.lint.database import Key, Place
from schemagen.lint.rule import Context, FileRun, Pair, Rule

rule = Rule(__name__, Severity.ERROR)

_RELATIONS = ("table", "view", "materialized view", "sequence")


@rule.after_pair
def _not_inverse(context: Context, pair: Pair) -> None:
    forward, rollback = pair.forward.journal, pair.rollback.journal if pair.rollback else None
    if rollback is None or pair.rollback is None:
        _missing(context, pair.forward)
        return
    doubtful = bool(pair.forward.file.unseen or pair.rollback.file.unseen)
    severity = Severity.WARNING if doubtful else Severity.ERROR
    for left, text in (
        (_unmade(forward.dropped, rollback.created), "is dropped, and the rollback does not create it again"),
        (_undropped(forward.created, rollback.dropped), "is made, and the rollback does not drop it"),
        (_unmade(rollback.dropped, forward.created), "is dropped by the rollback, but the migration does not make it"),
        (_undropped(rollback.created, forward.dropped), "is made by the rollback, but the migration does not drop it"),
    ):
        for key, place in left.items():
            rule.report(context, f"{key} {text}", object=str(key.owner), at=place, help=_HELP, severity=severity)


_HELP = "make the two files each other's reverse"


def _missing(context: Context, run: FileRun) -> None:
    name = run.file.source.path.removesuffix(".sql") + ".rollback.sql"
    changes = run.journal.dropped or run.journal.created
    for key, place in list(_unmade(changes, {}).items())[:1]:
        dropped = bool(run.journal.dropped)
        rule.report(
            context,
            f"{key} is {'dropped' if dropped else 'made'}, and there is no rollback",
            object=str(key.owner),
            at=place,
            help=f"write {name}",
            severity=Severity.ERROR if dropped else Severity.WARNING,
        )


def _unmade(dropped: Mapping[Key, Place], made: Mapping[Key, Place]) -> dict[Key, Place]:
    """What is dropped and not made, without the parts of a relation that is not made either."""
    left = {key: place for key, place in dropped.items() if key not in made}
    relations = {key.owner for key in left if key.kind in _RELATIONS}
    return {key: place for key, place in left.items() if not (key.part and key.owner in relations)}


def _undropped(made: Mapping[Key, Place], dropped: Mapping[Key, Place]) -> dict[Key, Place]:
    """What is made and not dropped: a relation that is dropped takes its parts along."""
    gone = {key.owner for key in dropped if key.kind in _RELATIONS}
    left = _unmade(made, dropped)
    return {key: place for key, place in left.items() if not (key.part and key.owner in gone)}
