"""Paths into a document: in, the path to a value as the models see it; out, the path as it was written."""

from __future__ import annotations

Loc = tuple[str | int, ...]


def written(value: object, loc: Loc) -> Loc:
    """The loc without the steps that only a long form has.

    `unique: [[a, b]]` stands for `unique: [{columns: [a, b]}]`: where a list stands, the key of a mapping means the
    list itself. `check: a > 0` stands for `check: [a > 0]`: where no list stands, the number of an item means the
    value itself. From the first step on that leads nowhere, the rest stays as it is.
    """
    steps: list[str | int] = []
    current = value
    for number, step in enumerate(loc):
        is_list = isinstance(current, list)
        if is_list and isinstance(step, str) and step != "[key]":
            continue
        if not is_list and isinstance(step, int):
            continue
        inside = _inside(current, step)
        if inside is _NOTHING:
            return (*steps, *loc[number:])
        current = inside
        steps.append(step)
    return tuple(steps)


_NOTHING = object()


def _inside(container: object, step: str | int) -> object:
    """What a list or a mapping holds at a step, or _NOTHING."""
    if isinstance(container, list) and isinstance(step, int) and step < len(container):
        return container[step]
    if isinstance(container, dict) and isinstance(step, str):
        return container.get(step, _NOTHING)
    return _NOTHING
