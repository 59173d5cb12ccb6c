"""The piece of a long text around a fault: what is open there, without what is closed before it.

The parser that finds faults reads some 40 kB in a second. What the one in C has
read up to a fault is sound; so the fault is the same where of each group that is
open only the last key or item stands before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from journey.files.composing import Mapping, Node, Scalar

# So many characters behind a fault are read with it, for a text in quotes may go on.
_BEHIND = 150_000
_EMPTY = re.compile("[]} ]*(?:[ \n]|(?<![^ \n])#[^\n]*\n)*")
_COLUMNS = 2_000  # so far into a line its columns stay


class _Closed(NamedTuple):
    """What can be left out, from a character to another, and what stands there instead."""

    start: int
    stop: int
    instead: str


@dataclass(frozen=True)
class Excerpt:
    """Pieces of a text, joined: the line on which each starts here, and there, counted from 0."""

    text: str
    here: list[int]
    there: list[int]
    is_cut: bool  # whether the text goes on

    def line(self, line: int) -> int:
        """The line there of a line here."""
        index = bisect_right(self.here, line) - 1
        return self.there[index] + line - self.here[index]


def around(text: str, root: Node | None, index: int) -> Excerpt:
    """What is needed of the text for the fault at ``index``; ``root`` is what was read before."""
    end = text.find("\n", min(len(text), index + _BEHIND)) + 1 or len(text)
    kept, here, there, at = [""], [0], [0], 0
    for start, stop, instead in _closed(text, root, index):
        if at <= start < stop:
            kept += text[at:start], instead
            here.append(here[-1] + text.count("\n", at, start) + instead.count("\n"))
            there.append(there[-1] + text.count("\n", at, stop))
            at = stop
    kept.append(text[at:end])
    return Excerpt("".join(kept), here, there, end < len(text))


def _closed(text: str, node: Node | None, index: int) -> Iterator[_Closed]:
    """In each group that is open before ``index``, what stands before its last key or item."""
    while node is not None and not isinstance(node, Scalar) and node.value:
        start, last = node.start_mark.index, node.last.index
        if last >= index:
            return
        if text[start] in "[{":
            yield _flowing(text, start + 1, last)
        elif (line := _line(text, node, last)) > start:
            yield _Closed(start, line, "\n")
        inner: Node = node.value[-1]
        # What an alias stands for lies before.
        node = inner if inner.start_mark.index >= last else None
    if node is not None:
        yield _empty(text, node.end_mark.index, index)


def _empty(text: str, start: int, index: int) -> _Closed:
    """The lines from there on, up to ``index``, that are empty or comments."""
    found = _EMPTY.match(text, start, index)
    stop = text.rfind("\n", start, found.end() if found else start) + 1
    first = text.find("\n", start, stop) + 1
    return _Closed(first, stop, "") if first else _Closed(start, start, "")


def _flowing(text: str, start: int, stop: int) -> _Closed:
    """What lies within brackets; what comes after it on its line stays in its column."""
    before = stop - 1 - text.rfind("\n", start, stop) if "\n" in text[start:stop] else stop - start
    instead = "\n" * ("\n" in text[start:stop]) + " " * min(before, _COLUMNS)
    return _Closed(start, stop, instead)


def _line(text: str, node: Node, last: int) -> int:
    """Where the line starts on which the last key or item does, or 0 where another precedes it."""
    column = node.start_mark.column
    if isinstance(node, Mapping):
        line = text.rfind("\n", 0, last) + 1
        return 0 if last - line != column or text[line:last].strip(" ") else line
    return text.rfind("\n" + " " * column + "-", 0, last + 1) + 1
