"""Views: in, what a specification says about them; out, views that parse, each after those that it is made of."""

from __future__ import annotations

from schemagen.diagnostics import Diagnostic
from schemagen.model.names import QualifiedName
from schemagen.model.schema import View
from schemagen.resolve.context import Context, Loc
from schemagen.resolve.expressions import point_into, refuse_newer
from schemagen.resolve.functions import role_grants
from schemagen.spec.models.objects import ViewModel
from schemagen.syntax import newer
from schemagen.syntax.expressions import parse_query, query_relations

SECURITY_INVOKER = 15
"""The major of PostgreSQL whose views can look at rights and policies of the one who reads."""


def resolve_views(context: Context) -> dict[QualifiedName, View]:
    """All views in an order in which they can be made: that of the specification as far as it can be kept."""
    specification = context.loaded.specification
    found: dict[QualifiedName, View] = {}
    for models, start, managed in (
        (specification.existing.views, ("existing", "views"), False),
        (specification.views, ("views",), True),
    ):
        for text, model in models.items():
            view = _view(context, context.name(text), model, (*start, text), managed=managed)
            if view is not None:
                found[view.name] = view
    return _ordered(context, found)


def _view(context: Context, name: QualifiedName, model: ViewModel, loc: Loc, *, managed: bool) -> View | None:
    problem = parse_query(model.query)
    if problem is not None:
        place = point_into(context, model.query, problem.offset, (*loc, "query"))
        context.diagnostics.append(Diagnostic("sql-syntax", f"the query of '{name.name}' {problem.message}", place))
        return None
    if context.postgres < newer.NEEDED:
        found = newer.newer_in_query(model.query)
        refuse_newer(context, model.query, found, (*loc, "query"), f"the query of '{name.name}'")
    if model.security_invoker and context.postgres < SECURITY_INVOKER:
        message = f"views of PostgreSQL {context.postgres} always read with the rights of their owner"
        help_ = f"write security_invoker: false if '{name.name}' may, or write postgres: {SECURITY_INVOKER}"
        context.error("postgres-version", message, (*loc, "security_invoker"), help_, key=True)
    return View(
        name=name,
        query=model.query,
        security_invoker=model.security_invoker,
        security_barrier=model.security_barrier,
        grants=role_grants(context, model.read, "select", (*loc, "read")),
        managed=managed,
        comment=model.comment,
        origin=context.locate(loc, key=True),
    )


def _ordered(context: Context, views: dict[QualifiedName, View]) -> dict[QualifiedName, View]:
    """Each view after those in its query; views in a circle are reported, and left out."""
    needs = {
        name: {
            other
            for schema, relation in query_relations(view.query)
            if (other := QualifiedName(schema or context.schema, relation)) in views
        }
        for name, view in views.items()
    }
    made: dict[QualifiedName, View] = {}
    while len(made) < len(views):
        ready = next((name for name in views if name not in made and needs[name] <= made.keys()), None)
        if ready is None:
            for name, view in views.items():
                if name not in made:
                    message = f"the view '{name.name}' is made of itself"
                    context.diagnostics.append(Diagnostic("view-circle", message, view.origin))
            return made
        made[ready] = views[ready]
    return made
