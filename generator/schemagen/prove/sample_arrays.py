"""A move of an array column in, arrays out of every kind that real tables hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import cycle, islice

from schemagen.model.columns import DataType
from schemagen.model.input_text import input_text
from schemagen.model.project import ArrayMove, Project

_LONG = 10_000


def arrays_to_move(
    project: Project,
    move: ArrayMove,
    type_: DataType,
    fits: Callable[[str], bool] = lambda element: True,
    likely: Iterable[str] = (),
) -> list[str | None]:
    """One array per kind as the text that PostgreSQL reads, None for null; the same list every time.

    Kinds: null, empty, duplicates, stray spaces, Unicode spaces, spellings that differ in case only, blank and null
    elements, names that nobody knows, names that a seed brings later, texts of 10,000 characters and at the edge
    of the name column, quotes, letters whose folding is not one to one, several dimensions, other bounds.
    Elements that the type cannot hold are left out, and those that do not fit what they become; of the texts that are
    `likely` to fit, those that do come in their place.
    """
    seeded = _seeded_names(project, move)
    width = _name_width(project, move)
    kinds: list[list[str | None]] = [
        [],
        ["GCP"],
        ["GCP", "GCP", "Data analysis", "GCP"],
        [" GCP", "GCP  ", "\tData analysis\n", "Data  analysis"],
        ["\u00a0GCP\u3000", "\u2003Data analysis\u2028", "\u1680Line\u0085", "inner\u00a0space"],
        ["gcp", "Gcp", "DATA ANALYSIS", "data Analysis"],
        ["", "   ", "\u2003\u00a0", "\t\r\n"],
        [None],
        [None, "GCP", None, "", "Only after null", None],
        ["Nobody knows this", "nobody knows THIS", "Nor this one"],
        # One as the seed has it, which it then completes, and others that differ from it.
        [*seeded[:1]],
        [*seeded[1:], *(name.upper() for name in seeded[1:]), *(f" {name} " for name in seeded[1:])],
        ["x" * (_LONG - 1) + "a", "x" * (_LONG - 1) + "b", "X" * (_LONG - 1) + "A"],
        ["y" * width, "y" * (width + 1), "y" * (width - 1), "y" * (width - 1) + " z"],
        ['a"b', "it's", "back\\slash", "{curly}", "comma, here", "NULL", "null", "line\nbreak", "$body$", "%s"],
        ["É", "é", "E\u0301", "ß", "ẞ", "SS", "ﬁ", "İstanbul", "istanbul", "Ünïcode", "ünÏCODE", "漢字", "\U0001f9ec"],
        ["*/ -- '; drop table x", "\\", "\\\\", '"', "''"],
    ]
    limit = int(type_.modifiers[0]) if type_.modifiers and type_.modifiers[0].isdigit() else None

    def stays(element: str | None) -> bool:
        return element is None or ((limit is None or len(element) <= limit) and fits(element))

    own = list(islice((name for name in likely if stays(name)), _LIKELY))
    for name in own:
        kinds.append([name, f" {name}\t", name.upper(), None, name, name.lower(), ""])
    if own:
        kinds.append([*own])
    texts: list[str | None] = [None]
    texts += [input_text([e for e in kind if stays(e)], DataType("text", None, (), 1)) for kind in kinds]
    if all(map(fits, ("GCP", "Second dimension", "gcp", "Fifth is first"))):
        texts += ['{{GCP,"Second dimension"},{NULL,gcp}}', '[5:7]={GCP,"Fifth is first",GCP}']
    elif own:
        a, b, c = (_quoted(name) for name in islice(cycle(own), 3))
        texts += [f"{{{{{a},{b}}},{{NULL,{c}}}}}", f"[5:7]={{{a},{b},{a}}}"]
    return texts


_LIKELY = 6
"""How many of the likely texts the arrays hold, each in an array of its own and all in one."""


def _quoted(element: str) -> str:
    """An element inside the text of an array."""
    escaped = element.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def holds_text(type_: DataType) -> bool:
    """Whether the elements of an array type take any text."""
    return type_.element.name in ("text", "character varying", "citext")


def _seeded_names(project: Project, move: ArrayMove) -> list[str]:
    for seed in project.seeds:
        if seed.table == move.reference:
            values = [dict(row.values).get(move.name_column) for row in seed.rows[:3]]
            return [value for value in values if isinstance(value, str)]
    return []


def _name_width(project: Project, move: ArrayMove) -> int:
    """How many characters the name column takes; 255 where it has no limit."""
    table = project.after.tables.get(move.reference)
    modifiers = table.column(move.name_column).type.modifiers if table is not None else ()
    return int(modifiers[0]) if modifiers else 255
