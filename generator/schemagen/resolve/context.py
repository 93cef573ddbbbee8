"""What every part of resolve shares: places in the specification, the naming conventions and the findings.

In: a loaded specification. Out: positions and names on demand, and the diagnostics that were added on the way.

A `Loc` is the path of keys and list positions from the top of the main document, as in
`("reference_tables", "skills", "columns", "category", "index")`; it is always absolute. A loc that goes deeper than
the document does (a short form was written) means the deepest part of it that is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from schemagen.diagnostics import Diagnostic, Position, Severity
from schemagen.model.access import TableAccess
from schemagen.model.names import QualifiedName
from schemagen.model.project import TenantSource
from schemagen.model.schema import Function, Table
from schemagen.records import dataclass, field
from schemagen.resolve.names import Names

if TYPE_CHECKING:
    from schemagen.spec.load import LoadedSpec
    from schemagen.spec.models.access import AccessModel, PolicyModel
    from schemagen.spec.models.conventions import ConventionsModel

Loc = tuple[str | int, ...]


class Locate(Protocol):
    """From a loc in the main document to its place: of the value, or of the key where `key` is true."""

    def __call__(self, loc: Loc, *, key: bool = False) -> Position: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One run of resolve. `diagnostics` is where every part puts what it finds."""

    loaded: LoadedSpec
    locate: Locate
    names: Names
    schema: str
    """The schema that unqualified names of the specification belong to."""
    postgres: int
    """The major version of PostgreSQL that the migrations are for."""
    roles: tuple[str, ...]
    """The database roles that the specification declares under `existing`."""
    conventions: ConventionsModel
    tenant: TenantSource | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, message: str, loc: Loc, help_: str = "", *, key: bool = False) -> None:
        """Adds an error at a loc of the main document."""
        self.diagnostics.append(Diagnostic(code, message, self.locate(loc, key=key), help_))

    def warning(self, code: str, message: str, loc: Loc, help_: str = "", *, key: bool = False) -> None:
        """Adds a warning at a loc of the main document."""
        self.diagnostics.append(Diagnostic(code, message, self.locate(loc, key=key), help_, Severity.WARNING))

    def name(self, text: str) -> QualifiedName:
        """The object that a name in the specification means: `skills` or `other_schema.skills`."""
        schema, dot, name = text.partition(".")
        return QualifiedName(schema, name) if dot else QualifiedName(self.schema, text)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRequest:
    """What the specification says about who may do what with one table.

    `own` stands on the table and wins over `convention`, which stands in the conventions of its kind; both may be
    absent. `policies` are written out in full, by name. `tenant_column` and `links` say what the table has: the
    tenant column (None when it has none) and, for a junction, its two link columns, the first one first.
    The `..._at` are the locs where each of the three stands.
    """

    table: QualifiedName
    convention: AccessModel | None
    own: AccessModel | None
    policies: Mapping[str, PolicyModel] | None
    convention_at: Loc
    own_at: Loc
    policies_at: Loc
    table_at: Loc
    locate: Locate
    names: Names
    tenant_column: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessResult:
    """The tables with row security, policies and grants filled in, the functions that these need, and findings.

    `intents` is what was meant for the tables of the migrations, and what is declared of existing ones.
    """

    tables: dict[QualifiedName, Table]
    functions: dict[QualifiedName, Function]
    intents: dict[QualifiedName, TableAccess]
    diagnostics: list[Diagnostic]
