"""The five rollbacks in reverse order leave nothing: the same dump, the same rows, from every prefix, twice."""

from __future__ import annotations

import pytest

from acceptance.deployment import Deployment
from acceptance.facts import BOOKKEEPING, OWNER

PREFIXES = [1, 2, 3, 4, 5]


def up_and_down_twice(deployment: Deployment, prefix: int, granted: bool) -> None:
    with deployment.database(0, granted=granted) as database:
        dump, contents = database.dump(), database.contents()
        assert f"OWNER TO {OWNER}" in dump
        assert "GRANT SELECT ON TABLE public.org_roles TO authenticated" in dump
        assert contents["org_roles"], "the baseline has roles"
        for _ in range(2):
            database.apply(*range(1, prefix + 1))
            assert database.value(f"SELECT max(number) FROM {BOOKKEEPING}.phases") == prefix
            database.undo(*range(prefix, 0, -1))
            assert database.dump() == dump
            assert database.contents() == contents


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_prefix_is_undone_twice(deployment: Deployment, prefix: int) -> None:
    up_and_down_twice(deployment, prefix, granted=False)


@pytest.mark.slow
@pytest.mark.parametrize("prefix", [*(pytest.param(prefix, marks=pytest.mark.slow) for prefix in PREFIXES[:-1]), 5])
def test_every_prefix_is_undone_twice_where_everything_is_granted(deployment: Deployment, prefix: int) -> None:
    up_and_down_twice(deployment, prefix, granted=True)


@pytest.mark.parametrize("granted", [False, True], ids=["plain", "granted"])
@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_prefix_is_undone_twice_on_newer_servers(newer: Deployment, prefix: int, granted: bool) -> None:
    up_and_down_twice(newer, prefix, granted)


@pytest.mark.parametrize("level", PREFIXES)
def test_each_phase_comes_back_to_the_level_it_left(deployment: Deployment, level: int) -> None:
    """From a level down and up again: what later phases made is made anew, what earlier ones made stays."""
    with deployment.database(level - 1) as database:
        dump, contents = database.dump(), database.contents()
        database.apply(level)
        above = database.dump()
        database.undo(level)
        assert database.dump() == dump
        assert database.contents() == contents
        database.apply(level)
        assert database.dump() == above


def test_the_original_arrays_come_back_byte_for_byte(deployment: Deployment) -> None:
    """Duplicates, order, nulls, bounds and dimensions; touched columns too, since no row is rewritten."""
    query = (
        "SELECT unique_id, array_send(required_skills), array_dims(required_skills), "
        "array_send(required_certifications), updated_at, xmin::text FROM org_roles ORDER BY unique_id"
    )
    with deployment.database(3) as database:
        before = database.rows(query)
        assert len(before) == 9
        database.apply(4, 5)
        deprecated = query.replace("required_skills", "required_skills_deprecated")
        deprecated = deprecated.replace("required_certifications", "required_certifications_deprecated")
        assert database.rows(deprecated) == before
        database.undo(5, 4)
        assert database.rows(query) == before
