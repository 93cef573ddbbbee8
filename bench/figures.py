"""Measured seconds in, figures out: each a name, a time and a ratio with the target that it is to stay under."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the benchmark.

    `seconds` is the median of the runs. `ratio` is that time divided by the time of what `note` names, measured in
    the same run of the benchmark; `target` is the largest ratio that is wanted. Both are None where the line only
    shows what another is compared with.
    """

    name: str
    seconds: float
    ratio: float | None = None
    target: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the target is met, in a word; empty where there is none."""
        if self.ratio is None or self.target is None:
            return ""
        return "met" if self.ratio <= self.target else "missed"


def median_ratio(measured: Sequence[float], reference: Sequence[float]) -> float:
    """The median of the ratios of runs made one right after the other, so that a busy moment hits both.

    Raises ValueError when the two have different numbers of runs.
    """
    return statistics.median(a / b for a, b in zip(measured, reference, strict=True))


def as_table(topics: Iterable[tuple[str, Sequence[Figure]]]) -> str:
    """The figures for a person: one line each, below the name of their topic."""
    lines: list[str] = []
    for topic, figures in topics:
        width = max((len(figure.name) for figure in figures), default=0)
        lines.append(f"\n{topic}\n  {'':<{width}}  {'seconds':>9}  {'ratio':>7}  {'target':>7}")
        for figure in figures:
            cells = (
                f"  {figure.name:<{width}}  {figure.seconds:>9.4f}  {_number(figure.ratio)}  {_number(figure.target)}"
            )
            lines.append(f"{cells}  {figure.verdict:<6}  {figure.note}".rstrip())
    return "\n".join(lines)


def as_plain(figure: Figure) -> dict[str, object]:
    """The figure for a program."""
    return asdict(figure) | {"verdict": figure.verdict}


def _number(value: float | None) -> str:
    return f"{'':>7}" if value is None else f"{value:>7.2f}"
