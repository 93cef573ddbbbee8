"""Circles among tables: in, what each table links to; out, the tables whose links come back to them."""

from __future__ import annotations

from collections.abc import Mapping

from schemagen.model.names import QualifiedName


def circles(graph: Mapping[QualifiedName, frozenset[QualifiedName]]) -> dict[QualifiedName, int]:
    """Which tables lie on a circle of links, each with the number of its circle (strongly connected component).

    Tables on no circle are absent. Takes time in proportion to the number of links and no recursion, however long
    the chains are.
    """
    order: list[QualifiedName] = []
    visited: set[QualifiedName] = set()
    for start in graph:
        stack: list[tuple[QualifiedName, bool]] = [(start, False)]
        while stack:
            node, done = stack.pop()
            if done:
                order.append(node)
            elif node not in visited:
                visited.add(node)
                stack.append((node, True))
                stack += [(target, False) for target in sorted(graph[node], reverse=True) if target in graph]
    sources: dict[QualifiedName, list[QualifiedName]] = {node: [] for node in graph}
    for node, targets in graph.items():
        for target in targets & graph.keys():
            sources[target].append(node)
    numbers: dict[QualifiedName, int] = {}
    members: dict[int, int] = {}
    for node in reversed(order):
        if node in numbers:
            continue
        number = len(members)
        members[number] = 0
        waiting = [node]
        while waiting:
            member = waiting.pop()
            if member not in numbers:
                numbers[member] = number
                members[number] += 1
                waiting += sources[member]
    return {node: n for node, n in numbers.items() if members[n] > 1 or node in graph[node]}
