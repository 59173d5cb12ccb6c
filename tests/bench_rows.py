"""One row of what is measured, for all modules that measure, as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from statistics import median
from typing import NamedTuple

HEAD = "| what | here | beside it | ratio | its spread | wanted |\n|---|---|---|---|---|---|"


class Row(NamedTuple):
    """A measurement and what it is held against, in words.

    The ratio is the median over pairs taken in turn, the spread the lowest and
    the highest of them.
    """

    title: str
    own: str
    other: str = ""
    ratio: str = ""
    spread: str = ""
    wanted: str = ""

    def __str__(self) -> str:
        """The row of the table.

        >>> print(Row("first page", "9 ms", wanted="10 ms"))
        | first page | 9 ms | | | | 10 ms |
        """
        return f"| {' | '.join(self)} |".replace("|  |", "| |").replace("|  |", "| |")


def paired(title: str, taken: Iterable[tuple[float, float]], unit: str, wanted: str = "") -> Row:
    """The row of what was measured in pairs, here and elsewhere.

    >>> print(paired("drawn", [(1, 2), (2, 2), (6, 2)], "ms", "1.5"))
    | drawn | 2.00 ms | 2.00 ms | 1.00 | 0.50 to 3.00 | 1.5 |
    """
    own, other = zip(*(pairs := list(taken)), strict=True)
    ratios = [a / b for a, b in pairs if b]
    if not ratios:
        return Row(title, _amount(median(own), unit), wanted=wanted)
    spread = f"{min(ratios):.2f} to {max(ratios):.2f}" if len(ratios) > 1 else ""
    return Row(
        title, _amount(median(own), unit), _amount(median(other), unit),
        f"{median(ratios):.2f}", spread, wanted,
    )  # fmt: skip


def in_turn(
    title: str, own: Callable[[], float], other: Callable[[], float], count: int, wanted: str
) -> Row:
    """The row of two times in ms, each taken so often, one after the other."""
    return paired(title, [(own(), other()) for _ in range(count)], "ms", wanted)


def _amount(value: float, unit: str) -> str:
    number = f"{value:,.{0 if value >= 100 else 1 if value >= 10 else 2}f}"
    return f"{number} {unit}".rstrip()


def printed(rows: Iterable[Row]) -> Iterator[str]:
    """The lines of the table, each of them on the screen as soon as it is known."""
    for line in chain((HEAD,), map(str, rows)):
        print(line, flush=True)
        yield line


def show(rows: Iterable[Row]) -> None:
    """Print the table."""
    for _ in printed(rows):
        pass
