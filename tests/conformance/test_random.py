"""Values by chance: what is near the values of the probes must be judged alike by all."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from conformance import ledger
from conformance.compare import compare, emitted, prepare
from conformance.probes import PROBES, VECTORS, Probes
from scratch import MACHINE_15, scratch_database, scratch_server

PER_TYPE = 150


def _value(chance: random.Random, values: list[object]) -> object:
    """A value like some of these: changed at one or two places, or put together out of two."""
    value = chance.choice(values)
    match value:
        case str():
            texts = [other for other in values if isinstance(other, str)]
            for _ in range(chance.choice((1, 1, 2))):
                value = _text(chance, str(value), texts)
            return value
        case bool() | None:
            return value
        case int() | float():
            return _number(chance, value)
        case list():
            items = list(value)
            if items and chance.random() < 0.7:
                at = chance.randrange(len(items))
                items[at] = _value(chance, [items[at], *items])
            elif items and chance.random() < 0.5:
                items.insert(chance.randrange(len(items) + 1), chance.choice(items))
            else:
                items = items[: chance.randrange(len(items) + 1)]
            return items
        case dict():
            return {str(key): _value(chance, [item]) for key, item in value.items()}
    return value


def _text(chance: random.Random, text: str, texts: list[str]) -> str:
    other = chance.choice(texts)
    at, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    there = chance.randrange(len(other) + 1)
    letters = "".join(texts) or "a"
    return chance.choice(
        (
            text[:at] + text[at + 1 :],
            text[:at] + chance.choice(letters) + text[at:],
            text[:at] + chance.choice(letters) + text[at + 1 :],
            text[:at] + other[there:],
            text[:at] + text[end:],
            text[:end] + text[at:],
            text[:at] + chance.choice("0123456789") + text[at + 1 :],
        )
    )


def _number(chance: random.Random, value: float) -> int | float:
    made: float = chance.choice(
        (
            value + chance.choice((-1, 1)) * 10 ** chance.randrange(-6, 6),
            value * chance.choice((-1, 10, 0.1, 1.0000001, 0.9999999)),
            chance.uniform(-1000, 1000),
            round(chance.uniform(-1000, 1000), chance.randrange(4)),
            chance.choice((-1, 1)) * 2.0 ** chance.randrange(-160, 160),
            float(chance.randrange(-(2**63), 2**63)),
        )
    )
    if not -1e308 < made < 1e308:
        return 0
    # As JavaScript writes it.
    return int(made) if made == int(made) and abs(made) < 1e21 else made


def _near(probe: Probes, chance: random.Random) -> Probes:
    values = [json.loads(text) for text in probe.texts]
    return Probes(probe.type, tuple(_value(chance, values) for _ in range(PER_TYPE)))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("bin_dir", [pytest.param(MACHINE_15, id="machine15"), pytest.param(None, id="embedded")])
def test_values_near_the_probes(seed: int, bin_dir: Path | None, tmp_path: Path) -> None:
    if bin_dir is not None and not bin_dir.is_dir():
        pytest.skip("PostgreSQL 15 is not installed here")
    # The package's server has no XML, but pgvector.
    kinds = PROBES if bin_dir is not None else (*(p for p in PROBES if not p.type.startswith("xml")), *VECTORS)
    chance = random.Random(seed)
    probes = [_near(probe, chance) for probe in kinds]
    with scratch_server(bin_dir) as server, scratch_database(server, "probes") as connection:
        prepare(connection)
        folder = emitted(tmp_path, [probe.type for probe in probes])
        said = compare(connection, folder, probes)
    unexplained: list[str] = []
    for verdicts in said:
        try:
            ledger.class_of(verdicts)
            ledger.is_unstated(verdicts)
            ledger.look_at_models(verdicts)
        except AssertionError:
            said_of_it = f"{'taken' if verdicts.insert else 'refused'} by Insert, {verdicts.row} of Row"
            unexplained.append(
                f"{verdicts.type}: {verdicts.sent[:90]} -> {verdicts.returned or verdicts.error}: {said_of_it}"
            )
    assert unexplained == []
