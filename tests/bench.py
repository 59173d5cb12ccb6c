"""Measures everything, and writes one table of it: ``make bench``.

The table is on the screen and in ``build/bench.md``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
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


def asked(told: Sequence[str] | None = None) -> argparse.Namespace:
    """What is asked for on the command line.

    >>> asked(["crowd", "reading"]).parts, asked(["--readme"]).readme
    (['crowd', 'reading'], True)
    """
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", metavar="part", help=f"measure this alone: {', '.join(PARTS)}"
    )
    parser.add_argument(
        "--readme",
        action="store_true",
        help="measure nothing, and put the rows that stand beside something into the README",
    )
    found = parser.parse_args(told)
    if unknown := [part for part in found.parts if part not in PARTS]:
        parser.error(f"there is no part {unknown[0]}")
    return found


def main() -> None:
    """Measure, or tell the README what was measured."""
    wanted = asked()
    if wanted.readme:
        text = put(README.read_text("utf-8"), beside(TABLE.read_text("utf-8")))
        README.write_text(text, "utf-8")
    else:
        measure(tuple(wanted.parts) or PARTS)


if __name__ == "__main__":
    main()
