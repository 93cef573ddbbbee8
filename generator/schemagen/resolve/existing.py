"""What tables that exist already have: in, policies and grants as declared; out, the same in the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from schemagen.model.schema import Grant, Policy
from schemagen.resolve.context import Context, Loc
from schemagen.resolve.drafts import Draft
from schemagen.resolve.expressions import check_expression
from schemagen.resolve.functions import check_role
from schemagen.spec.models.access import PolicyModel


def existing_policies(context: Context, models: Mapping[str, PolicyModel], loc: Loc) -> tuple[Policy, ...]:
    """The policies that a table has already."""
    return tuple(
        Policy(
            name=name,
            command=model.command,
            roles=tuple(model.roles),
            using=model.using,
            check=model.check,
            permissive=model.permissive,
            comment=model.comment,
            origin=context.locate((*loc, name), key=True),
        )
        for name, model in models.items()
    )


def existing_grants(context: Context, grants: Mapping[str, Sequence[str]] | None, loc: Loc) -> tuple[Grant, ...] | None:
    """The privileges that roles have already; None where the specification says nothing about them."""
    if grants is None:
        return None
    for role in grants:
        check_role(context, role, (*loc, role))
    return tuple(
        Grant(role=role, privileges=tuple(p for p in _ORDER if p in privileges))
        for role, privileges in sorted(grants.items())
        if privileges
    )


_ORDER = ("select", "insert", "update", "delete", "truncate", "references", "trigger")


def check_policies(context: Context, draft: Draft, models: Mapping[str, PolicyModel], loc: Loc) -> None:
    """Reports conditions of policies that do not parse or that name columns which the table has not."""
    for name, model in models.items():
        for key, sql in (("using", model.using), ("check", model.check)):
            if sql is not None:
                check_expression(
                    context,
                    sql,
                    (*loc, name, key),
                    f"the {key} of the policy '{name}'",
                    columns=draft.usable,
                    table=draft.name.name,
                    subqueries=True,
                )
