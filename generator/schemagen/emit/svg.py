"""The diagram as a picture: in, a schema; out, SVG that stands by itself: no scripts, no fonts, nothing loaded."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from schemagen.emit.er import Box, Diagram, Line
from schemagen.layout.layers import Place, Size, place
from schemagen.model.project import Project
from schemagen.records import dataclass
from schemagen.render.environment import render

_LETTER = 6.7
"""The width of a letter of the font in the picture, which is of fixed width."""
_LINE = 16
_HEAD = 26
_PAD = 10
_MARGIN = 30
_TITLE = 44
_LOOP = 44
"""How far a line that comes back to the same side reaches out."""
_STEP = 7
"""How far the ends of lines at one side of a box stand apart, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnColumn:
    y: int
    mark: str
    name: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnBox:
    x: int
    y: int
    width: int
    height: int
    head: str
    label: str
    group: str
    columns: tuple[DrawnColumn, ...]
    types_at: int
    more: str
    more_y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLine:
    """A path, the marks at its ends, and what it stands for."""

    path: str
    foot: str
    bar: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    title: str
    width: int
    height: int
    boxes: tuple[DrawnBox, ...]
    lines: tuple[DrawnLine, ...]
    note: str


def emit(project: Project, diagram: Diagram) -> dict[str, str]:
    """`docs/diagram.svg`."""
    return {"docs/diagram.svg": draw(project, diagram)}


def draw(project: Project, diagram: Diagram) -> str:
    """The text of the picture."""
    sizes = [_size(box) for box in diagram.boxes]
    places = place(sizes, [(line.child, line.parent) for line in diagram.lines])
    width = max((p.x + s.width for p, s in zip(places, sizes, strict=True)), default=300) + 2 * _MARGIN + _LOOP
    height = max((p.y + s.height for p, s in zip(places, sizes, strict=True)), default=0) + 2 * _MARGIN + _TITLE + 20
    picture = Picture(
        title=f"{project.name} {project.version}",
        width=round(width),
        height=round(height),
        boxes=tuple(_drawn(box, places[box.number], sizes[box.number]) for box in diagram.boxes),
        lines=tuple(_lines(diagram, places, sizes)),
        note=f"Lines to {', '.join(diagram.said)} are said in the boxes." if diagram.said else "",
    )
    return render("svg/diagram.svg.j2", picture=picture).strip("\n") + "\n"


def _wide(text: str) -> float:
    """The width of a text: letters of East Asia take two places, combining marks none."""
    return _LETTER * sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def _size(box: Box) -> Size:
    names = max((_wide(column.name) for column in box.columns), default=0)
    types = max((_wide(_type(column.type, column.refers)) for column in box.columns), default=0)
    width = max(names + types + 3 * _LETTER * 1.6 + 3 * _PAD, _wide(box.label) * 1.15 + 2 * _PAD, 120)
    lines = len(box.columns) + (1 if box.hidden else 0)
    return Size(float(round(width)), float(_HEAD + lines * _LINE + 8))


def _type(type_: str, refers: str) -> str:
    return f"{type_} \u2192 {refers}" if refers else type_


def _drawn(box: Box, corner: Place, size: Size) -> DrawnBox:
    x, y = round(corner.x) + _MARGIN, round(corner.y) + _MARGIN + _TITLE
    low = y + _HEAD - 4
    names = max((_wide(column.name) for column in box.columns), default=0)
    columns = tuple(
        DrawnColumn(
            y=y + _HEAD + number * _LINE + 13,
            mark=column.mark,
            name=column.name,
            type=_type(column.type, column.refers),
        )
        for number, column in enumerate(box.columns)
    )
    return DrawnBox(
        x=x,
        y=y,
        width=round(size.width),
        height=round(size.height),
        head=f"M {x} {low} V {y + 5} a 5 5 0 0 1 5 -5 H {x + round(size.width) - 5} a 5 5 0 0 1 5 5 V {low}",
        label=box.label,
        group=box.group,
        columns=columns,
        types_at=x + _PAD + round(3 * _LETTER + names + _PAD),
        more=f"and {box.hidden} more" if box.hidden else "",
        more_y=y + _HEAD + len(box.columns) * _LINE + 13,
    )


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a line: at which side of which box."""

    line: int
    parent: bool
    box: int
    right: bool


def _lines(diagram: Diagram, places: Sequence[Place], sizes: Sequence[Size]) -> list[DrawnLine]:
    ends = [end for number, line in enumerate(diagram.lines) for end in _ends(number, line, places, sizes)]
    heights: dict[tuple[int, bool], float] = {}
    for box in range(len(sizes)):
        for right in (False, True):
            # Ends at a parent's side are spread in the order of what they lead to, so that they do not cross there.
            own = [end for end in ends if end.parent and end.box == box and end.right == right]
            own = [end for end in own if diagram.lines[end.line].child != box]
            own.sort(key=lambda end: (_column_y(diagram, diagram.lines[end.line], places), end.line))
            room = min(_STEP * max(len(own) - 1, 0), sizes[box].height - _HEAD - 8)
            first = places[box].y + sizes[box].height / 2 - room / 2
            for number, end in enumerate(own):
                step = room / (len(own) - 1) if len(own) > 1 else 0
                heights[end.line, True] = first + number * step
    for number, line in enumerate(diagram.lines):
        heights[number, False] = _column_y(diagram, line, places)
        if line.child == line.parent:
            heights[number, True] = places[line.parent].y + _HEAD / 2
    sides = {(end.line, end.parent): end.right for end in ends}
    return [
        _drawn_line(diagram, number, line, places, sizes, heights, sides) for number, line in enumerate(diagram.lines)
    ]


def _ends(number: int, line: Line, places: Sequence[Place], sizes: Sequence[Size]) -> tuple[_End, _End]:
    child, parent = places[line.child].x, places[line.parent].x
    if line.child == line.parent:
        return _End(number, False, line.child, True), _End(number, True, line.parent, True)
    right = child + sizes[line.child].width <= parent
    left = parent + sizes[line.parent].width <= child
    if not right and not left:
        # One above the other: both ends at the same side.
        return _End(number, False, line.child, True), _End(number, True, line.parent, True)
    return _End(number, False, line.child, right), _End(number, True, line.parent, not right)


def _column_y(diagram: Diagram, line: Line, places: Sequence[Place]) -> float:
    """The height of the column that refers, in its box."""
    names = [column.name for column in diagram.boxes[line.child].columns]
    row = names.index(line.column) if line.column in names else 0
    return places[line.child].y + _HEAD + row * _LINE + _LINE / 2


def _drawn_line(
    diagram: Diagram,
    number: int,
    line: Line,
    places: Sequence[Place],
    sizes: Sequence[Size],
    heights: dict[tuple[int, bool], float],
    sides: dict[tuple[int, bool], bool],
) -> DrawnLine:
    def at(box: int, parent: bool) -> tuple[int, int, int]:
        right = sides[number, parent]
        x = places[box].x + (sizes[box].width if right else 0)
        return round(x) + _MARGIN, round(heights[number, parent]) + _MARGIN + _TITLE, 1 if right else -1

    x1, y1, way1 = at(line.child, False)
    x2, y2, way2 = at(line.parent, True)
    bend = max(36, abs(x2 - x1) // 2) if way1 != way2 else _LOOP
    foot = f"M {x1} {y1 - 5} L {x1 + 9 * way1} {y1} L {x1} {y1 + 5}"
    if line.one:
        foot = f"M {x1 + 6 * way1} {y1 - 5} V {y1 + 5}"
    bar = f"M {x2 + 7 * way2} {y2 - 5} V {y2 + 5}"
    if line.optional:
        bar = f"M {x2 + 7 * way2 - 4} {y2} a 4 4 0 1 0 8 0 a 4 4 0 1 0 -8 0"
    child, parent = diagram.boxes[line.child].label, diagram.boxes[line.parent].label
    return DrawnLine(
        path=f"M {x1} {y1} C {x1 + bend * way1} {y1} {x2 + bend * way2} {y2} {x2} {y2}",
        foot=foot,
        bar=bar,
        title=f"{child}.{line.label} refers to {parent}",
    )
