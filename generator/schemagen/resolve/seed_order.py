"""The order of seed rows: in, tables and rows that refer to others; out, the same with what is referred to first."""

from __future__ import annotations

from collections.abc import Mapping

from schemagen.diagnostics import Diagnostic
from schemagen.model.names import QualifiedName
from schemagen.model.project import SeedRow
from schemagen.resolve.seed_references import SeededTable, references
from schemagen.resolve.values import shown


def in_order(seeded: Mapping[QualifiedName, SeededTable]) -> tuple[list[SeededTable], list[Diagnostic]]:
    """The tables so that each comes after those that its rows refer to, otherwise as they came."""
    names = list(seeded)
    numbers = {name: number for number, name in enumerate(names)}
    needs: list[list[int]] = []
    for name in names:
        targets = {reference.target for row in seeded[name].rows for _column, reference in references(row)}
        needs.append(sorted(numbers[target] for target in targets if target in numbers and target != name))
    order, circle = _sorted(needs)
    found: list[Diagnostic] = []
    if circle:
        tables = " -> ".join(f"'{names[number].name}'" for number in [*circle, circle[0]])
        first = seeded[names[circle[0]]]
        message = f"seed rows refer to each other in a circle of tables: {tables}"
        help_ = "leave one of the references out, and set it later"
        found.append(Diagnostic("circular-seed", message, first.document.position(()), help_))
    return [seeded[names[number]] for number in order], found


def parents_first(own: SeededTable) -> tuple[list[SeedRow], list[Diagnostic]]:
    """The rows so that each comes after those of the same table that it refers to, otherwise as in the file."""
    needs: list[list[int]] = []
    for row in own.rows:
        found = (own.find(ref) for _column, ref in references(row) if ref.target == own.table.name)
        needs.append([number for number in found if number is not None])
    if not any(needs):
        return own.rows, []
    order, circle = _sorted(needs)
    problems: list[Diagnostic] = []
    if circle:
        rows = [own.rows[number] for number in circle]
        said = " -> ".join(
            ", ".join(shown(v) for c, v in row.values if c == own.key[0] and isinstance(v, str | int))
            for row in [*rows, rows[0]]
        )
        message = f"rows of '{own.table.name.name}' refer to each other in a circle: {said}"
        problems.append(Diagnostic("circular-seed", message, rows[0].origin, "leave one of the references out"))
    return [own.rows[number] for number in order], problems


def _sorted(needs: list[list[int]]) -> tuple[list[int], list[int]]:
    """The numbers so that each comes after those it needs, as close to their own order as that allows.

    Second, the first circle that was found, in the order of its references; empty where there is none.
    """
    order: list[int] = []
    done = [False] * len(needs)
    waiting = [False] * len(needs)
    circle: list[int] = []
    for start in range(len(needs)):
        path = [] if done[start] else [start]
        while path:
            node = path[-1]
            waiting[node] = True
            missing = next((need for need in needs[node] if not done[need] and not waiting[need]), None)
            if missing is not None:
                path.append(missing)
                continue
            for need in needs[node]:
                if waiting[need] and not circle:
                    circle = path[path.index(need) :]
            waiting[node] = False
            done[node] = True
            order.append(node)
            path.pop()
    return order, circle
