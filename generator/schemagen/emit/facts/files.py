"""Files of their own for tables and views: in, facts; out, a name for each that every file system tells apart."""

from __future__ import annotations

from schemagen.emit.facts.ids import Id
from schemagen.emit.facts.names import Identifiers, words
from schemagen.emit.facts.shapes import Shape
from schemagen.emit.facts.tables import ListFacts, ProjectFacts, TableFacts
from schemagen.emit.facts.wire import Array, EnumValue, Json, Wire
from schemagen.model.names import QualifiedName
from schemagen.records import dataclass

_TAKEN = (
    "con",
    "prn",
    "aux",
    "nul",
    "shared",
    "joined",
    "index",
    *(f"{kind}{at}" for kind in ("com", "lpt") for at in range(10)),
)
"""Names of our own files, and those that Windows has for devices."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is written into one file: a table with its lists, or a view with its one shape."""

    file: str
    stem: str
    shapes: tuple[Shape, ...]
    table: TableFacts | None
    lists: tuple[ListFacts, ...]

    def type_names(self) -> list[str]:
        """The names of its types."""
        return [self.stem + shape.suffix for shape in self.shapes]

    def enums(self) -> set[QualifiedName]:
        """The enums that its types refer to."""
        return {wire.name for wire in self._wires() if isinstance(wire, EnumValue)}

    def ids(self) -> set[Id]:
        """The ids that its types refer to."""
        return {id_ for shape in self.shapes for item in shape.properties for id_ in item.ids}

    def has_json(self) -> bool:
        """Whether a type refers to any JSON value."""
        return any(isinstance(wire, Json) for wire in self._wires())

    def _wires(self) -> list[Wire]:
        found: list[Wire] = []
        for shape in self.shapes:
            for item in shape.properties:
                wire = item.wire
                while isinstance(wire, Array):
                    wire = wire.element
                found.append(wire)
        return found


def files(facts: ProjectFacts) -> list[FileFacts]:
    """The files in the order of the tables and views."""
    names = Identifiers()
    names.reserve(_TAKEN)
    return [
        *(
            FileFacts(
                file=_claim(names, table.stem),
                stem=table.stem,
                shapes=table.shapes,
                table=table,
                lists=tuple(item for item in facts.lists if item.table == table.name),
            )
            for table in facts.tables
        ),
        *(FileFacts(_claim(names, view.stem), view.stem, (view.shape,), None, ()) for view in facts.views),
    ]


def _claim(names: Identifiers, stem: str) -> str:
    """`OrgRoles` as `orgRoles`. What differs in nothing but the size of letters gets a number, as equal names do."""
    plain = "".join(words(stem)) if stem.isascii() else "table"
    folded = names.claim(plain.lower())
    return plain[:1].lower() + plain[1:] + folded.removeprefix(plain.lower())
