"""A graph of boxes in, a place for each out: in columns to both sides of the box that most lines lead to.

Of each connected part the box with the most lines stands in the middle; the others stand in columns by their distance
from it, in branches to the left and to the right so that both sides get about the same height. Within a column boxes
are ordered by their neighbours nearer to the middle, and moved beside them as far as the others let them. Boxes without
lines stand in rows below. The same graph gives the same picture.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from schemagen.records import dataclass

COLUMN_GAP = 110.0
ROW_GAP = 22.0
PART_GAP = 60.0


@dataclass(frozen=True, slots=True)
class Size:
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Place:
    """The upper left corner of a box."""

    x: float
    y: float


def place(sizes: Sequence[Size], edges: Iterable[tuple[int, int]]) -> list[Place]:
    """A place for each box, none over another, the first corner at the origin. `edges` are pairs of box numbers."""
    neighbours = _neighbours(len(sizes), edges)
    places: dict[int, Place] = {}
    top, width = 0.0, 0.0
    for part in _parts(neighbours):
        if len(part) == 1:
            continue
        found = _place_part(part, sizes, neighbours)
        left = min(p.x for p in found.values())
        upper = min(p.y for p in found.values())
        for box, p in found.items():
            places[box] = Place(p.x - left, p.y - upper + top)
        top = max(places[box].y + sizes[box].height for box in found) + PART_GAP
        width = max(width, *(places[box].x + sizes[box].width for box in found))
    alone = [box for box in range(len(sizes)) if box not in places]
    places.update(_rows(alone, sizes, top, max(width, 900.0)))
    return [places[box] for box in range(len(sizes))]


def _neighbours(count: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    found: list[dict[int, None]] = [{} for _ in range(count)]
    for one, other in edges:
        if one != other:
            found[one][other] = None
            found[other][one] = None
    return [sorted(each) for each in found]


def _parts(neighbours: Sequence[Sequence[int]]) -> list[list[int]]:
    """Connected parts, the largest first, then by their first box."""
    seen: set[int] = set()
    parts: list[list[int]] = []
    for start in range(len(neighbours)):
        if start not in seen:
            part = list(_distances(start, neighbours))
            seen.update(part)
            parts.append(part)
    return sorted(parts, key=lambda part: (-len(part), min(part)))


def _distances(start: int, neighbours: Sequence[Sequence[int]]) -> dict[int, int]:
    """Every box that can be reached with the number of lines on the way, nearest first."""
    found = {start: 0}
    queue = deque([start])
    while queue:
        box = queue.popleft()
        for other in neighbours[box]:
            if other not in found:
                found[other] = found[box] + 1
                queue.append(other)
    return found


def _place_part(part: Sequence[int], sizes: Sequence[Size], neighbours: Sequence[Sequence[int]]) -> dict[int, Place]:
    middle = max(part, key=lambda box: (len(neighbours[box]), -box))
    distance = _distances(middle, neighbours)
    side = _sides(middle, part, distance, sizes, neighbours)
    columns: dict[int, list[int]] = {}
    for box in sorted(part):
        columns.setdefault(distance[box] * side[box], []).append(box)
    centres = {middle: 0.0}
    for column in sorted(columns, key=lambda c: (abs(c), c)):
        if column:
            _stack(columns[column], distance, sizes, neighbours, centres)
    # Once more with the outer columns known: a box stands beside all of its neighbours, not only the inner ones.
    for column in sorted(columns, key=lambda c: (-abs(c), c)):
        _settle(columns[column], sizes, neighbours, centres)
    lefts = _lefts(columns, sizes)
    return {
        box: Place(
            lefts[column] + (0.0 if column >= 0 else _width(columns[column], sizes) - sizes[box].width),
            centres[box] - sizes[box].height / 2,
        )
        for column, boxes in columns.items()
        for box in boxes
    }


def _sides(
    middle: int,
    part: Sequence[int],
    distance: Mapping[int, int],
    sizes: Sequence[Size],
    neighbours: Sequence[Sequence[int]],
) -> dict[int, int]:
    """-1 or 1 for each box: a box stands on the side of the one through which it is reached first."""
    parent: dict[int, int] = {}
    for box in sorted(part, key=lambda b: (distance[b], b)):
        inner = [other for other in neighbours[box] if distance[other] < distance[box]]
        parent[box] = inner[0] if inner else box
    branch: dict[int, int] = {}
    for box in sorted(part, key=lambda b: (distance[b], b)):
        branch[box] = box if distance[box] <= 1 else branch[parent[box]]
    heights: dict[int, float] = {}
    for box in part:
        heights[branch[box]] = heights.get(branch[box], 0.0) + sizes[box].height + ROW_GAP
    side = {middle: 1}
    total = {-1: 0.0, 1: 0.0}
    # Neighbours stay together: the first half to the left, the second to the right.
    whole = sum(height for first, height in heights.items() if first != middle)
    for first in sorted(first for first in heights if first != middle):
        chosen = -1 if total[-1] + heights[first] / 2 <= whole / 2 else 1
        side[first] = chosen
        total[chosen] += heights[first]
    return {box: side[branch[box]] for box in part}


def _stack(
    boxes: list[int],
    distance: Mapping[int, int],
    sizes: Sequence[Size],
    neighbours: Sequence[Sequence[int]],
    centres: dict[int, float],
) -> None:
    """Order a column by the boxes nearer to the middle and give it centres, one below the other."""

    def wanted(box: int) -> float:
        inner = [centres[other] for other in neighbours[box] if distance[other] < distance[box] and other in centres]
        return sum(inner) / len(inner) if inner else 0.0

    boxes.sort(key=lambda box: (wanted(box), box))
    total = sum(sizes[box].height for box in boxes) + ROW_GAP * (len(boxes) - 1)
    y = sum(map(wanted, boxes)) / len(boxes) - total / 2
    for box in boxes:
        centres[box] = y + sizes[box].height / 2
        y += sizes[box].height + ROW_GAP


def _settle(
    boxes: Sequence[int], sizes: Sequence[Size], neighbours: Sequence[Sequence[int]], centres: dict[int, float]
) -> None:
    """Move the boxes of a column beside their neighbours, in their order and as little as the distances ask for."""
    column = set(boxes)
    offsets: list[float] = []
    y = 0.0
    for box in boxes:
        offsets.append(y + sizes[box].height / 2)
        y += sizes[box].height + ROW_GAP
    # Without the heights between them the boxes only have to keep their order: pool those that would not.
    pools: list[tuple[float, int]] = []
    for box, offset in zip(boxes, offsets, strict=True):
        others = [centres[other] for other in neighbours[box] if other not in column]
        wish = (sum(others) / len(others) if others else centres[box]) - offset
        pools.append((wish, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, n), (other, m) = pools[-2], pools[-1]
            pools[-2:] = [((one * n + other * m) / (n + m), n + m)]
    shifts = [shift for shift, count in pools for _ in range(count)]
    for box, offset, shift in zip(boxes, offsets, shifts, strict=True):
        centres[box] = offset + shift


def _width(boxes: Iterable[int], sizes: Sequence[Size]) -> float:
    return max(sizes[box].width for box in boxes)


def _lefts(columns: Mapping[int, Sequence[int]], sizes: Sequence[Size]) -> dict[int, float]:
    lefts: dict[int, float] = {}
    x = 0.0
    for column in sorted(columns):
        lefts[column] = x
        x += _width(columns[column], sizes) + COLUMN_GAP
    return lefts


def _rows(boxes: Sequence[int], sizes: Sequence[Size], top: float, width: float) -> dict[int, Place]:
    """Boxes side by side in rows that are no wider than the rest of the picture."""
    places: dict[int, Place] = {}
    x, y, tallest = 0.0, top, 0.0
    for box in boxes:
        if x and x + sizes[box].width > width:
            x, y, tallest = 0.0, y + tallest + ROW_GAP, 0.0
        places[box] = Place(x, y)
        x += sizes[box].width + ROW_GAP
        tallest = max(tallest, sizes[box].height)
    return places
