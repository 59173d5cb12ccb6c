"""Measures everything, and writes one table of it: ``make bench``.

``python -m tests.bench crowd reading`` measures these alone. The table is on the
screen and in ``build/bench.md``; ``--readme`` measures nothing, and puts the rows of
that which stand beside something else into the README.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module

from tests.bench_rows import HEAD, Row, printed
from tests.serving import PROJECT

PARTS = (
    "dashboard", "story", "player", "import", "export", "reading", "schedule", "crowd", "shelf",
    "replicas",
)  # fmt: skip
TABLE, README = PROJECT / "build" / "bench.md", PROJECT / "README.md"
RATIO = 4  # the column in which it stands, among the parts of a row


def rows(parts: tuple[str, ...] = PARTS) -> Iterator[Row]:
    """What the modules of those names measure, one after the other."""
    for name in parts:
        yield from import_module(f"tests.bench_{name}").rows()


def measure(parts: tuple[str, ...]) -> None:
    """Write the table, each row as soon as it is known."""
    TABLE.parent.mkdir(exist_ok=True)
    with TABLE.open("w", encoding="utf-8") as file:
        for line in printed(rows(parts)):
            print(line, file=file, flush=True)


def beside(table: str) -> str:
    """The table with those rows alone that have a ratio."""
    lines = table.removeprefix(HEAD).splitlines()
    return "\n".join([HEAD, *(line for line in lines if line and line.split("|")[RATIO].strip())])


def put(text: str, table: str) -> str:
    """The text with the table in the place of the one that has the same head."""
    before, head, rest = text.partition(HEAD)
    if not head:
        raise ValueError("there is no table of what was measured")
    _, end, after = rest.partition("\n\n")
    return f"{before}{table}{end}{after}"


def main(told: list[str]) -> None:
    """Measure, or tell the README what was measured."""
    if told == ["--readme"]:
        text = put(README.read_text("utf-8"), beside(TABLE.read_text("utf-8")))
        README.write_text(text, "utf-8")
    else:
        measure(tuple(told) or PARTS)


if __name__ == "__main__":
    main(sys.argv[1:])
