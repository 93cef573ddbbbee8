"""Every type that a column can have has sample values, and a server takes them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from schemagen.model.columns import DataType
from schemagen.model.constraints import Elements, Length
from schemagen.model.sample_values import edge_value, sample_value
from schemagen.model.schema import Schema
from schemagen.model.types_table import BUILT_IN
from schemagen.prove.server import ScratchServer
from scratch import scratch_database, scratch_server

FEW = {"boolean": 2, "bit": 2, "tsquery": 1, "regclass": 1, "regrole": 3, "regoperator": 2, "character": 4}
"""Types of few values, or of few that every server has, with how many different ones there must be at least."""
NUMBERS = (0, 1, 2, 3, 20_001, 20_002)


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with scratch_server(None) as running:
        yield running


def test_every_type_has_values_that_the_server_takes(server: ScratchServer) -> None:
    with scratch_database(server, "samples") as connection:
        # The embedded server is built without what reads XML.
        for name in sorted(BUILT_IN - {"xml"}):
            made = [sample_value(Schema(), DataType(name), (), "a name", number) for number in NUMBERS]
            made.append(edge_value(Schema(), DataType(name), (), "a name", 1))
            assert None not in made, name
            found = connection.execute(
                f"SELECT v::{name}::text FROM unnest(%s::text[]) AS v".encode(), [made]
            ).fetchall()
            assert len(set(found)) >= FEW.get(name, 2), (name, made)


@pytest.mark.parametrize("dimensions", [1, 2, 3])
def test_arrays_of_samples_have_the_dimensions_that_a_check_asks_for(server: ScratchServer, dimensions: int) -> None:
    type_, shorts = DataType("integer", None, (), dimensions), [Elements("v", dimensions), Length("v", 1, 9)]
    made = [make(Schema(), type_, shorts, "v", at) for at in NUMBERS for make in (sample_value, edge_value)]
    with scratch_database(server, "arrays") as connection:
        found = connection.execute(
            b"SELECT num_nulls(VARIADIC v::int[]), array_ndims(v::int[]) FROM unnest(%s::text[]) AS v", [made]
        ).fetchall()
    assert set(found) == {(0, dimensions)}
    assert sample_value(Schema(), DataType("unheard_of", None, (), 1), [Elements("v", 1)], "v", 2) is None
