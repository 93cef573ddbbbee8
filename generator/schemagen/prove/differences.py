"""Two schemas, two snapshots or a file's end in, what is not as it should be out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from schemagen.model.schema import Schema
from schemagen.plan.compare import compare
from schemagen.plan.operations import Alter, Create, Drop, describe
from schemagen.prove.psql import PsqlResult
from schemagen.prove.report import Difference
from schemagen.records import fields, is_dataclass

_SHOWN_ROWS = 3
_SHOWN_CHARACTERS = 400
MISSING = "(missing)"


def schema_differences(expected: Schema, actual: Schema) -> list[Difference]:
    """What has to be done to the actual schema to get the expected one, told as differences."""
    found: list[Difference] = []
    operations = compare(actual, expected)
    dropped = {describe(o.subject, o.table): o.subject for o in operations if isinstance(o, Drop)}
    created = {describe(o.subject, o.table): o.subject for o in operations if isinstance(o, Create)}
    for operation in operations:
        match operation:
            case Create(subject, table):
                title = describe(subject, table)
                if title in dropped:
                    found.append(_changed(title, subject, dropped[title]))
                else:
                    found.append(Difference(title, _shown(subject), MISSING))
            case Drop(subject, table):
                title = describe(subject, table)
                if title not in created:
                    found.append(Difference(title, MISSING, _shown(subject)))
            case Alter(name, what, before, after):
                kind = type(after).__name__.lower()
                title = f"{name}: {what}" if what else f"{kind} {str(name).removeprefix('.')}"
                found.append(_changed(title, after, before))
            case other:
                found.append(Difference(other.summary, "nothing to do", "something to do"))
    if expected.roles != actual.roles:
        found.append(Difference("roles", ", ".join(expected.roles), ", ".join(actual.roles)))
    return found


def _changed(title: str, expected: object, actual: object) -> Difference:
    """The difference between two states of one object, reduced to the properties that differ."""
    if is_dataclass(expected) and type(expected) is type(actual):
        names = [f.name for f in fields(expected) if f.compare]
        changed = [n for n in names if getattr(expected, n) != getattr(actual, n)]
        sides = [
            ", ".join(f"{name} = {_shown(getattr(side, name))}" for name in changed) for side in (expected, actual)
        ]
        return Difference(title, sides[0], sides[1])
    return Difference(title, _shown(expected), _shown(actual))


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= _SHOWN_CHARACTERS else f"{text[:_SHOWN_CHARACTERS]} … ({len(text)} characters)"


def snapshot_differences(expected: Mapping[str, str], actual: Mapping[str, str]) -> list[Difference]:
    """What two fingerprints of a catalog do not share; of definitions in JSON only the properties that differ."""
    found: list[Difference] = []
    for key in sorted(expected.keys() | actual.keys()):
        before, now = expected.get(key), actual.get(key)
        if before == now:
            continue
        if before is None or now is None:
            found.append(Difference(key, _shown(before or MISSING), _shown(now or MISSING)))
            continue
        found.append(Difference(key, *_changed_properties(before, now)))
    return found


def _changed_properties(before: str, now: str) -> tuple[str, str]:
    try:
        old, new = json.loads(before), json.loads(now)
    except ValueError:
        return _shown(before), _shown(now)
    if not isinstance(old, dict) or not isinstance(new, dict):
        return _shown(before), _shown(now)
    changed = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    return (
        ", ".join(f"{name} = {_shown(old.get(name))}" for name in changed),
        ", ".join(f"{name} = {_shown(new.get(name))}" for name in changed),
    )


def row_differences(expected: Mapping[str, Sequence[str]], actual: Mapping[str, Sequence[str]]) -> list[Difference]:
    """Tables whose rows are not the same, with the first rows that are on one side only."""
    found: list[Difference] = []
    for key in sorted(expected.keys() | actual.keys()):
        before, now = expected.get(key), actual.get(key)
        if before is None or now is None:
            sides = [MISSING if side is None else f"{len(side)} rows" for side in (before, now)]
            found.append(Difference(key, sides[0], sides[1]))
        elif before != now:
            found.append(Difference(key, _one_sided(before, now), _one_sided(now, before)))
    return found


def _one_sided(rows: Sequence[str], others: Sequence[str]) -> str:
    remaining = list(others)
    own: list[str] = []
    for row in rows:
        if row in remaining:
            remaining.remove(row)
        else:
            own.append(row)
    shown = " ".join(_shown(row) for row in own[:_SHOWN_ROWS])
    return f"{len(rows)} rows, of them only here {len(own)}: {shown}" if own else f"{len(rows)} rows"


def file_differences(file: str, result: PsqlResult) -> list[Difference]:
    """Why a file did not end as a file should that has done its work: one row that says so, and no error."""
    return list(_file_differences(file, result))


def _file_differences(file: str, result: PsqlResult) -> Iterator[Difference]:
    for error in result.errors:
        told = ". ".join(part for part in (error.text, error.detail, error.hint) if part)
        yield Difference(
            f"{file}:{error.line}:{error.column}", "no error", f"{error.severity} {error.sqlstate}: {told}"
        )
    if result.errors:
        return
    if result.left_transaction_open:
        yield Difference(file, "its transaction is ended", "a transaction was left open")
    last = result.results[-1] if result.results else None
    if last is None or len(last.rows) != 1 or not (last.rows[0] and last.rows[0][0]):
        shown = "no statement" if last is None else f"{last.command}: {len(last.rows)} rows {_shown(last.rows[:1])}"
        yield Difference(file, "one row at the end that says what was done", shown)
