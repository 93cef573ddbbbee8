"""Each way in which the tenant can be given, and left out: the matrix holds, and each way is among what is tried."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from access.database import SOURCES, migrated, small
from schemagen.access.matrix import access_matrix
from schemagen.access.sessions import Session
from schemagen.prove import engine
from schemagen.prove.server import ScratchServer
from scratch import ONE_ENGINE

WAYS = {
    "setting": ["no tenant", "empty tenant", "malformed tenant", "as tenant"],
    "function": ["no tenant", "empty tenant", "malformed tenant", "as tenant"],
    "claim": [
        *("no tenant", "empty tenant", "empty claims", "no claim", "null claim"),
        *("malformed claims", "malformed tenant", "as tenant"),
    ],
}
WAYS["path of claims"] = WAYS["claim"]


@pytest.fixture(scope="module", params=ONE_ENGINE)
def server(request: pytest.FixtureRequest) -> Iterator[ScratchServer]:
    with ScratchServer.start(engine.find(request.param, frozenset(), engine.OLDEST_MAJOR)) as running:
        yield running


@pytest.mark.parametrize("source", SOURCES)
def test_the_matrix_holds(server: ScratchServer, source: str) -> None:
    built = small(source)
    assert built.project is not None
    assert [session.name for session in access_matrix(built.project).sessions] == WAYS[source]
    with migrated(server, built, "sources") as database:
        assert database.by_prove() == set()
        assert database.by_sql() == set()


def test_what_a_session_sets() -> None:
    """By hand: what stands in the setting, and in the claims."""
    by_setting = {session.name: dict(session.settings) for session in _sessions("setting")}
    assert by_setting["no tenant"] == {}
    assert by_setting["empty tenant"] == {"app.tenant": "", "app.user": ""}
    by_claim = {session.name: dict(session.settings) for session in _sessions("path of claims")}
    assert by_claim["empty claims"] == {"request.jwt.claims": ""}
    assert by_claim["no claim"] == {"request.jwt.claims": "{}"}
    assert by_claim["null claim"] == {"request.jwt.claims": '{"app_metadata": {"tenant_id": null}, "sub": null}'}
    assert by_claim["malformed claims"] == {"request.jwt.claims": "{"}
    own = by_claim["as tenant"]["request.jwt.claims"]
    assert own.startswith('{"app_metadata": {"tenant_id": "') and '"sub": "' in own


def _sessions(source: str) -> tuple[Session, ...]:
    project = small(source).project
    assert project is not None
    return access_matrix(project).sessions
