"""PostgreSQL and all that is emitted say the same of every value, or the ledger says why not."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from conformance import ledger
from conformance.compare import Verdicts, compare, data_type, emitted, prepare
from conformance.probes import ANY_DAY, PROBES, VECTORS, Probes
from schemagen.emit.facts.builtin import HANDLED
from schemagen.model.project import TypeSettings
from schemagen.model.types_table import BUILT_IN
from schemagen.prove.server import ScratchServer
from scratch import MACHINE_15, scratch_database, scratch_server


def _verdicts(server: ScratchServer, probes: Sequence[Probes]) -> list[Verdicts]:
    with tempfile.TemporaryDirectory() as folder, scratch_database(server, "probes") as connection:
        prepare(connection)
        return compare(connection, emitted(Path(folder), [probe.type for probe in probes]), probes)


@cache
def verdicts_of_15() -> list[Verdicts]:
    """What PostgreSQL 15 and Zod say of all values but those of pgvector, which it has not."""
    with scratch_server(MACHINE_15) as server:
        return _verdicts(server, PROBES)


needs_15 = pytest.mark.skipif(not MACHINE_15.is_dir(), reason="PostgreSQL 15 is not installed here")


@needs_15
def test_every_difference_is_in_the_ledger() -> None:
    assert ledger.PAGE.read_text(encoding="utf-8") == ledger.render(verdicts_of_15())


@needs_15
def test_what_is_asked_is_taken_and_refused() -> None:
    taken = {verdicts.type for verdicts in verdicts_of_15() if verdicts.taken}
    refused = {verdicts.type for verdicts in verdicts_of_15() if not verdicts.taken}
    assert taken == refused == {probe.type for probe in PROBES}


def test_vectors(embedded: ScratchServer) -> None:
    said = _verdicts(embedded, VECTORS)
    differing = [v for v in said if ledger.class_of(v) is not None]
    assert [(v.sent, v.returned) for v in differing] == [('"[1, 2, 3]"', '"[1,2,3]"')]
    for verdicts in said:
        ledger.look_at_models(verdicts)
    assert {v.sent for v in said if ledger.is_unstated(v)} == {'"[1,2]"', '"[1e39,0,0]"', '["[1]"]'}


def test_days_of_all_years(embedded: ScratchServer, tmp_path: Path) -> None:
    with scratch_database(embedded, "days") as connection:
        prepare(connection)
        folder = emitted(tmp_path, [probe.type for probe in ANY_DAY], TypeSettings(special_dates=True))
        said = compare(connection, folder, ANY_DAY)
    assert any(verdicts.sent == '"infinity"' and verdicts.insert for verdicts in said)
    # What comes back as it was sent is in the form that Insert takes.
    wrong = [v for v in said if (v.insert and not v.taken) or (v.same and not v.insert) or not v.row]
    assert wrong == []
    assert [v for v in said if (v.model_insert, v.model_row) != (v.insert, v.row)] == []
    # JSON Schema knows the form of a day, not whether there is such a day, and takes what Zod takes.
    assert [v for v in said if v.insert > v.schema_insert or v.row > v.schema_row] == []
    assert {"date", "timestamptz", "daterange"} <= {v.type for v in said if v.insert != v.schema_insert}


def test_every_type_that_columns_can_have_is_tried() -> None:
    tried = {data_type(probe.type).name for probe in (*PROBES, *VECTORS)}
    assert set(HANDLED) <= tried
    assert set(HANDLED) >= BUILT_IN
