"""What must come of a statement: in, the rules of a role, the kinds of a row, the state of a session; out, a verdict.

A verdict is what PostgreSQL answers: '1' (the row is reached), '0' (it is passed over without a word), the SQLSTATE of
an error, or None where the intent says nothing about it. PostgreSQL asks privileges and policies before constraints: an
error of a constraint says that the row was reached.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from schemagen.access.dimensions import FOLLOWING, Dimension, Kind, quiet_kind
from schemagen.access.sessions import Session
from schemagen.model.access import AccessRule, AccessVerb, RoleAccess
from schemagen.records import dataclass, field

Verdict = str | None
REACHED, PASSED, REFUSED, MALFORMED = "1", "0", "42501", "22P02"

_IN_WORDS = {REACHED: "reached", PASSED: "passed over", REFUSED: "refused (42501)", MALFORMED: "malformed (22P02)"}


def in_words(verdict: Verdict) -> str:
    """The verdict as people read it; another error stays its SQLSTATE."""
    return "not derived" if verdict is None else _IN_WORDS.get(verdict, verdict)


Holds = bool | str | None
"""Whether a row is among those meant; MALFORMED where asking is an error, None where nobody has said."""


@dataclass(frozen=True, slots=True)
class Asker:
    """One role in one session at one table.

    `targets` are the askers of the same role and
    session at the tables that rows link to: a link can only be followed to a row that the role sees there.
    """

    dimensions: tuple[Dimension, ...]
    rules: RoleAccess
    session: Session
    targets: Mapping[Dimension, Asker] = field(default_factory=dict)
    known: dict[tuple[AccessVerb, tuple[Kind, ...]], Holds] = field(default_factory=dict, compare=False, repr=False)
    """What was asked already."""

    def may(self, verb: AccessVerb, columns: Iterable[str]) -> bool:
        """Whether the role has the privilege for these columns."""
        rule = self.rules.get(verb)
        return rule is not None and (not rule.columns or set(columns) <= set(rule.columns))

    def may_some(self, verb: AccessVerb) -> bool:
        """Whether the role has the privilege for at least one column."""
        return verb in self.rules

    def holds(self, verb: AccessVerb, kinds: Sequence[Kind]) -> Holds:
        """Whether a row of these kinds is among those that the role may reach by the verb."""
        at = verb, tuple(kinds)
        if at not in self.known:
            self.known[at] = self._holds(*at)
        return self.known[at]

    def _holds(self, verb: AccessVerb, kinds: Sequence[Kind]) -> Holds:
        rule = self.rules.get(verb)
        if rule is None or rule.rows == "none":
            return False
        if rule.rows in {"all", "unknown"}:
            return True if rule.rows == "all" else None
        asked = "user" if rule.rows == "owner" else "tenant"
        if asked in self.session.malformed:
            return MALFORMED
        pairs = list(zip(self.dimensions, kinds, strict=True))
        if rule.rows == "owner":
            return self._is_owner(rule, pairs)
        return self._is_tenants(rule, verb, pairs)

    def _is_owner(self, rule: AccessRule, pairs: list[tuple[Dimension, Kind]]) -> bool:
        kind = next(kind for dimension, kind in pairs if dimension.columns == (rule.owner,))
        return kind == "own" and self.session.state != "absent"

    def _is_tenants(self, rule: AccessRule, verb: AccessVerb, pairs: list[tuple[Dimension, Kind]]) -> Holds:
        assert rule.rows in FOLLOWING
        # Without a tenant nothing is one's own.
        mine = {"own"} if self.session.state != "absent" else set()
        visible = mine | {"shared"}
        links = [(dimension, kind) for dimension, kind in pairs if dimension.what == "link"]
        seen = both(*(self._sees(dimension, kind) for dimension, kind in links))
        if seen is None and self.session.state == "absent":
            # What a policy that nobody knows does without a tenant may even be an error.
            return None
        if any(kind not in visible | {"none"} for _, kind in links):
            return False
        if rule.rows == "linked":
            meant = verb == "select" or links[0][1] in mine
        else:
            kind = next(kind for dimension, kind in pairs if dimension.what == "tenant")
            meant = kind in (visible if rule.rows == "tenant_and_shared" else mine)
        return seen if meant else False

    def _sees(self, link: Dimension, kind: Kind) -> Holds:
        """Whether the role sees the row at the end of the link, which is of this kind as a whole."""
        target = self.targets.get(link)
        if target is None or kind == "none":
            return True
        return target.holds(
            "select", [quiet_kind(dimension, kind, target.dimensions) for dimension in target.dimensions]
        )


def both(*found: Holds) -> Holds:
    """Whether all hold; an error wins over everything, what is not known over what is."""
    if MALFORMED in found:
        return MALFORMED
    if None in found:
        return None
    return all(found)


def reached(found: Holds, otherwise: str) -> Verdict:
    """The verdict where a row is reached, or else what happens to it."""
    if found is None or isinstance(found, str):
        return found
    return REACHED if found else otherwise
