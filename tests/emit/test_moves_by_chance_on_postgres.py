"""The array move on real servers by chance: any arrays and rows in, what an oracle says about them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emit.tagged import LIMIT, SPACES, Database, said, tagged_database
from schemagen.prove.server import ScratchServer
from scratch import ONE_ENGINE, scratch_server


@pytest.fixture(scope="module", params=ONE_ENGINE)
def server(request: pytest.FixtureRequest) -> Iterator[ScratchServer]:
    with scratch_server(request.param) as running:
        yield running


@pytest.fixture
def database(server: ScratchServer) -> Iterator[Database]:
    with tagged_database(server) as made:
        yield made


texts = st.text(alphabet="aAbBéÉßẞİı \xa0\u3000\t", max_size=LIMIT + 3)
elements = st.one_of(st.none(), texts, st.sampled_from(["GCP", "gcp", "PMP", "x" * LIMIT, "x" * (LIMIT + 1)]))
tenants = st.sampled_from([None, 0, 1])
arrays = st.one_of(st.none(), st.lists(elements, max_size=6))
issuers = st.sampled_from([None, "a", "B"])
names = texts.map(lambda text: text[:LIMIT]).filter(lambda text: text.strip(SPACES) != "")


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_any_arrays_go_where_the_rules_say_and_come_back(database: Database, data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.tuples(names, tenants, issuers), max_size=8, unique=True))
    posts = data.draw(st.lists(st.tuples(arrays, tenants), min_size=1, max_size=6))
    database.run("TRUNCATE posts, tags CASCADE")

    def tenant(number: int | None) -> str | None:
        return None if number is None else database.tenants[number]

    for name, owner, issuer in rows:
        database.tag(name, tenant(owner), issuer=issuer)
    ids = [database.post(array, tenant(owner)) for array, owner in posts]
    before = database.everything()
    result = database.up(3)
    assert not result.errors, said(result)
    for post, wanted in zip(ids, expected_links(database, rows, posts), strict=True):
        found = database.rows(
            """SELECT coalesce(tags.description, tags.name), tags.tenant_id::text, issuer FROM post_tags
               JOIN tags ON tags.id = tag_id WHERE post_id = %s""",
            post,
        )
        assert {(name, owner, issuer) for name, owner, issuer in found} == {(n, tenant(o), i) for n, o, i in wanted}
    result = database.down()
    assert not result.errors, said(result)
    assert database.everything() == before


Row = tuple[str, int | None, str | None]


def expected_links(
    database: Database, rows: Sequence[Row], posts: Sequence[tuple[list[str | None] | None, int | None]]
) -> list[set[Row]]:
    """Which rows each post is to be linked with: an oracle that knows the rules and, from the server, only lower()."""
    every = {text for text, _, _ in rows} | {e for array, _ in posts for e in array or () if e is not None}
    folded = {text: database.one("SELECT lower(%s)", text.strip(SPACES)) for text in every}
    known = list(rows)
    linked: list[set[Row]] = [set() for _ in posts]
    # Posts of no tenant come first: what they make is shared, and others find it.
    for shared in (True, False):
        group = [(number, *post) for number, post in enumerate(posts) if (post[1] is None) == shared]
        made: dict[tuple[int | None, str], list[tuple[str, int]]] = {}
        for number, array, owner in group:
            for element in array or ():
                if element is None or not element.strip(SPACES):
                    continue
                spelling = element.strip(SPACES)
                match = best(known, folded, element, spelling, owner)
                if match is None:
                    made.setdefault((owner, folded[element]), []).append((spelling, number))
                else:
                    linked[number].add(match)
        for (owner, _), spellings in made.items():
            row: Row = (min(spelling for spelling, _ in spellings), owner, None)
            folded[row[0]] = database.one("SELECT lower(%s)", row[0])
            known.append(row)
            for _, number in spellings:
                linked[number].add(row)
    return linked


def best(known: Sequence[Row], folded: dict[str, str], element: str, spelling: str, owner: int | None) -> Row | None:
    for tier in dict.fromkeys((None, owner)):
        fitting = [row for row in known if row[1] == tier and folded[row[0]] == folded[element]]
        if fitting:
            return min(fitting, key=lambda row: (row[0] != spelling, row[2] is not None, row[0], row[2] or ""))
    return None
