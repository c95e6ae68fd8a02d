"""Holds what a benchmark found, and how it is read."""

import dataclasses
import statistics
from collections.abc import Sequence


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """One comparison: what, in which unit, ours, theirs (None: there is no other side), and the goal in words."""

    what: str
    unit: str
    ours: float
    theirs: float | None
    spread: float  # of ours: half the distance between the quartiles, as a share of the median
    goal: str

    def __str__(self) -> str:
        """Return one line of the table."""
        ratio = "" if self.theirs is None or not self.ours else f"{self.theirs / self.ours:6.1f}x"
        other = "" if self.theirs is None else f"{self.theirs:10.3f}"
        numbers = f"{self.ours:10.3f} {other:>10} {ratio:>8} {self.unit:8} ±{self.spread:4.0%}"
        return f"{self.what:48} {numbers}  goal: {self.goal}"

    def as_json(self) -> dict[str, object]:
        """Return the row as plain values."""
        return dataclasses.asdict(self)


def row(what: str, unit: str, ours: Sequence[float], theirs: Sequence[float] | None, goal: str) -> Row:
    """Return the medians of repeated measurements as one row."""
    middle = statistics.median(ours)
    quartiles = statistics.quantiles(ours, n=4) if len(ours) > 1 else [middle, middle, middle]
    spread = (quartiles[2] - quartiles[0]) / 2 / middle if middle else 0.0
    return Row(what, unit, middle, statistics.median(theirs) if theirs else None, spread, goal)


def page(machine: str, rows: Sequence[Row]) -> str:
    """Return the page that shows what was measured."""
    lines = [f"| {one.what} | {one.ours:.3f} | {_other(one)} | {one.unit} | {one.goal} |" for one in rows]
    head = "| | Nearer | beside it | unit | goal |\n| --- | ---: | ---: | --- | --- |"
    return _PAGE.format(machine=machine, table="\n".join([head, *lines]))


def _other(row: Row) -> str:
    return "" if row.theirs is None else f"{row.theirs:.3f}"


_PAGE = """# What it costs

Written by `make bench ARGS=--page` on {machine}. Absolute times differ from machine to machine, and on one that
is busy all are too large: look at the load, and at what stands beside each number, which was taken in the same run.
"Beside it" is the client that python-telegram-bot brings, an empty database, or the smallest one.

{table}
"""
