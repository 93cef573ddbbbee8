"""Filters for rows of data: in, the value of one cell and its type; out, the constant that stands in VALUES."""

from __future__ import annotations

from schemagen.model.columns import DataType
from schemagen.model.expressions import Default
from schemagen.render.sql import default


def default_or_null(content: Default | None, type_: DataType) -> str:
    """A value, or an expression that a default gives, or NULL."""
    return "NULL" if content is None else default(content, type_)


FILTERS = {
    "default_or_null": default_or_null,
}
