"""Verdicts in, the ledger of all differences between PostgreSQL and the types out: docs/types_ledger.md.

`python -m conformance.ledger`, in the folder tests, writes it anew; review its diff.
"""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from conformance.compare import Verdicts, project
from conformance.probes import MOVING, TOO_LARGE
from emit import node
from schemagen.emit.facts import limits, rules
from schemagen.emit.facts.tables import project_facts
from schemagen.emit.facts.wire import Wire

PAGE = node.ROOT / "docs" / "types_ledger.md"

REASONS: Mapping[str, str] = {
    "Values that the types leave out": (
        "PostgreSQL stores them and sends them back, and neither Row nor Insert takes them: a `number` of JavaScript "
        "would become another one, and code that reads dates would fail later. An array of another number of "
        "dimensions than declared is none of the type that TypeScript says. `schemagen types --explain` names the "
        "columns. The settings `special_numbers` and `special_dates` "
        "put NaN, infinity and days of all years into the types."
    ),
    "Another kind of JSON": (
        "PostgreSQL reads the text of any JSON value. The types take the kind that it sends back itself: a number for "
        "a number, a text for a text."
    ),
    "Another spelling, or a value that PostgreSQL would change": (
        "Insert takes what PostgreSQL writes itself. Other spellings of the same value are refused together with what "
        "PostgreSQL cuts, drops or replaces without an error: `'x'` as a transaction id, a name of more than 63 bytes, "
        "days of an interval of years, the zone of a timestamp without one."
    ),
    "What only the database can judge": (
        "Insert takes the text, PostgreSQL refuses it: whether a name exists, XML is well-formed or an amount is "
        "written as `lc_monetary` wants cannot be known elsewhere. The JSDoc of the column and `schemagen types "
        "--explain` say so."
    ),
    "Values that are too large": (
        "Insert takes the text, PostgreSQL refuses it for its size. Beside these, no text is longer than 1 GB, no JSON "
        "deeper than `max_stack_depth` allows."
    ),
    "Numbers as JavaScript never writes them": (
        "JSON has more spellings of a number than PostgreSQL takes. `JSON.stringify` writes none of these: `1.0` and "
        "`1e2` are 1 and 100, `-0.0` and `1e-400` are 0. The models of pydantic see the first three, and refuse them "
        "for whole numbers as PostgreSQL does."
    ),
}  # fmt: skip
"""The classes of differences with the reason for each."""

UNSTATED = "What JSON Schema cannot state"
_UNSTATED = (
    "Zod refuses the value, JSON Schema takes it: a pattern sees no order of bounds, no size of a number "
    "in a text and no bytes. The schema says so in a `$comment`, and `schemagen types --explain` names the columns. In "
    "everything else JSON Schema says what Zod says. The models of pydantic have these rules."
)  # fmt: skip

BACK = "What comes back otherwise"
_BACK = (
    "No difference of verdicts: Insert and PostgreSQL take the value, and it is stored as its type writes it: rounded, "
    "padded, in order, in small letters."
)  # fmt: skip


@cache
def _wires(type_: str) -> tuple[Wire, Wire]:
    """What a column of the type carries when it is written and read."""
    (table,) = project_facts(project([type_])).tables
    return table.columns[0].written, table.columns[0].read


def class_of(verdicts: Verdicts) -> str | None:
    """The class of the difference, None where there is none. Fails for one that no class explains."""
    if verdicts.taken == verdicts.insert and verdicts.row:
        return None
    written, read = _wires(verdicts.type)
    if verdicts.insert and verdicts.taken:
        # Row refuses what came back.
        assert limits.left_out(read), verdicts
        return "Values that the types leave out"
    if verdicts.insert:
        if (verdicts.type, verdicts.sent) in TOO_LARGE:
            return "Values that are too large"
        if never_written(verdicts.sent):
            return "Numbers as JavaScript never writes them"
        assert limits.judged_by_database(written), verdicts
        return "What only the database can judge"
    if verdicts.same or not verdicts.row:
        assert limits.left_out(written), verdicts
        return "Values that the types leave out"
    if _kinds(verdicts.sent) != _kinds(verdicts.returned or ""):
        return "Another kind of JSON"
    if not verdicts.sent.strip("[], "):
        # Empty arrays within arrays are stored as one empty array.
        return "Values that the types leave out"
    # A number or a boolean has no other spelling.
    assert '"' in verdicts.sent, verdicts
    return "Another spelling, or a value that PostgreSQL would change"


def is_unstated(verdicts: Verdicts) -> bool:
    """Whether JSON Schema takes what Zod refuses. Fails where it refuses what Zod takes, or nothing explains it."""
    written, read = _wires(verdicts.type)
    differs = False
    for zod, schema, wire in (
        (verdicts.insert, verdicts.schema_insert, written), (verdicts.row, verdicts.schema_row, read),
    ):  # fmt: skip
        if zod != schema:
            assert schema and rules.not_in_json_schema(wire), verdicts
            differs = True
    return differs


def look_at_models(verdicts: Verdicts) -> None:
    """Fail unless pydantic says what Zod says; only it sees that 1.0 is no whole number to PostgreSQL."""
    assert verdicts.model_row == verdicts.row, verdicts
    if verdicts.model_insert != verdicts.insert:
        assert verdicts.model_insert == verdicts.taken and never_written(verdicts.sent), verdicts


def never_written(sent: str) -> bool:
    """Whether it is a number in a spelling that `JSON.stringify` never gives."""
    value = json.loads(sent, parse_int=float)
    if not isinstance(value, float):
        return False
    return sent != (str(int(value)) if value == int(value) and abs(value) < 1e21 else repr(value))


def _kinds(text: str) -> str:
    """The kind of a JSON text; arrays by the kind of what they hold."""
    return text.lstrip("[ ")[:1].translate(str.maketrans("123456789-tf", "0" * 10 + "bb"))


def render(all_verdicts: Iterable[Verdicts]) -> str:
    """The page: one section for each class, one table in each, one line for each type."""
    sections: dict[str, dict[str, list[str]]] = {title: {} for title in (*REASONS, UNSTATED, BACK)}
    number = 0
    for verdicts in all_verdicts:
        number += 1
        title = class_of(verdicts) or (BACK if verdicts.taken and not verdicts.same else None)
        if title is not None:
            sections[title].setdefault(verdicts.type, []).append(_entry(verdicts))
        look_at_models(verdicts)
        if is_unstated(verdicts):
            sections[UNSTATED].setdefault(verdicts.type, []).append(_code(verdicts.sent))
    about = (
        f"{number} values were sent to a column of their type by `json_to_record`, as PostgREST does it, on PostgreSQL "
        "15, and parsed by the Zod schema, the JSON Schema and the pydantic model of Insert; what came back by "
        "`row_to_json` was parsed by those of Row and sent again. This page lists every difference. A test makes it, "
        "and fails when one is new or one is gone. [Types](types.md) says what each type is."
    )
    lines = ["# Where the types differ from PostgreSQL", "", *_wrapped(about)]
    for title, by_type in sections.items():
        reason = _wrapped((dict(REASONS) | {UNSTATED: _UNSTATED, BACK: _BACK})[title])
        lines += ["", f"## {title}", "", *reason, "", "| type | values |", "|---|---|"]
        lines += [f"| `{type_}` | {', '.join(entries)} |" for type_, entries in by_type.items()]
    return "\n".join(lines) + "\n"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, 120, break_long_words=False, break_on_hyphens=False)


def _entry(verdicts: Verdicts) -> str:
    """A value, and what is stored where that is another one."""
    sent = _code(verdicts.sent)
    if verdicts.returned is None or verdicts.same:
        return sent
    return f"{sent} → {'the present' if verdicts.sent in MOVING else _code(verdicts.returned)}"


def _code(text: str) -> str:
    """A JSON text as code in a cell of a table; long ones are cut."""
    shown = json.dumps(json.loads(text), ensure_ascii=True) if not text[:1].isdecimal() and text[:1] != "-" else text
    shown = shown if len(shown) <= 72 else f"{shown[:48]}…{len(shown)} characters"
    return "`" + shown.replace("|", "\\|").replace("`", "'") + "`"


def main() -> None:
    """Write the page."""
    from conformance.test_conformance import verdicts_of_15

    PAGE.write_text(render(verdicts_of_15()), encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    main()
