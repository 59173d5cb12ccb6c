"""Measures reading a text of many legs beside ruamel.yaml's safe load of it: ``make bench``.

What is read here is more: the line of each value, and all limits.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from time import process_time
from timeit import timeit

from ruamel.yaml import YAML

from journey.files.document import parse
from tests.bench_rows import Row, in_turn, show

LEGS, PAIRS = 2_000, 5


def text() -> str:
    """A journey of so many legs, a line each."""
    legs = (
        f"  - {{id: l{n}, name: {{en: Leg {n}}}, mode: bus, from: {{place: p{n}}},"
        f" to: {{place: p{n + 1}}}, duration: {{about: {n % 50 + 10}, unit: min}}}}\n"
        for n in range(LEGS)
    )
    return f"id: many\nlegs:\n{''.join(legs)}"


def plain(whole: str) -> object:
    """The data of the text alone."""
    return YAML(typ="safe", pure=True).load(StringIO(whole))


def rows() -> Iterator[Row]:
    """The reading here beside that of the data alone."""
    whole = text()
    yield in_turn(
        f"the text of {LEGS:,} legs read, beside ruamel.yaml",
        lambda: timeit(lambda: parse(whole, "f"), number=1, timer=process_time) * 1_000,
        lambda: timeit(lambda: plain(whole), number=1, timer=process_time) * 1_000,
        PAIRS,
        "0.30",
    )


if __name__ == "__main__":
    show(rows())
