"""Events of a parser into nodes, which stops where there are more than any journey has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

import ruamel.yaml.events as thorough
import yaml.events as swift
from ruamel.yaml.error import MarkedYAMLError

from journey.errors import Code
from journey.files.bounded import MAX_DEPTH, MAX_KEYS, MAX_VALUES, Excess

TAG = "tag:yaml.org,2002:"
_SCALARS = (swift.ScalarEvent, thorough.ScalarEvent)
_ALIASES = (swift.AliasEvent, thorough.AliasEvent)
_MAPPINGS = (swift.MappingStartEvent, thorough.MappingStartEvent)
_SEQUENCES = (swift.SequenceStartEvent, thorough.SequenceStartEvent)
_ENDS = (swift.CollectionEndEvent, thorough.CollectionEndEvent)
_DOCUMENTS = (swift.DocumentStartEvent, thorough.DocumentStartEvent)


class Mark(Protocol):
    """Where something stands in a text, all counted from 0."""

    index: int
    line: int
    column: int


class Node:
    """A value with its tag, where it starts and ends, and where its last key or item starts."""

    __slots__ = ("end_mark", "last", "start_mark", "tag", "value")

    def __init__(self, tag: str, value: Any, event: Any) -> None:
        self.tag, self.value = tag, value
        self.start_mark: Mark = event.start_mark
        self.end_mark: Mark = event.end_mark
        self.last: Mark = event.start_mark


class Scalar(Node):
    """A text, as it is written."""

    __slots__ = ()


class Sequence(Node):
    """Nodes in order."""

    __slots__ = ()


class Mapping(Node):
    """Keys and values in turn; one that is not yet closed may end with a key."""

    __slots__ = ()


class Composer:
    """Makes nodes of events; ``root`` is what was made so far, also where that broke off.

    ``kind`` gives the tag of a text that stands without quotes.
    """

    def __init__(self, kind: Callable[[str], str], anchors: dict[str, Node] | None = None) -> None:
        self.kind = kind
        self.root: Node | None = None
        self.begun = False
        self.made = self.outermost = 0
        self.open: list[Node] = []
        self.anchors = dict(anchors or {})

    def compose(self, events: Iterable[Any]) -> Node | None:
        """The node of the one document that the events tell, or None of an empty text."""
        for event in events:
            if isinstance(event, _SCALARS):
                self._add(event, Scalar)
            elif isinstance(event, _ENDS):
                self.open.pop().end_mark = event.end_mark
            elif isinstance(event, _MAPPINGS):
                self.open.append(self._add(event, Mapping))
            elif isinstance(event, _SEQUENCES):
                self.open.append(self._add(event, Sequence))
            elif isinstance(event, _ALIASES):
                self._add(event, None)
            elif isinstance(event, _DOCUMENTS):
                self._begin(event)
        return self.root

    def _begin(self, event: Any) -> None:
        if self.begun:
            problem = "but found another document"
            raise MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
        self.begun = True

    def _add(self, event: Any, made: type[Node] | None) -> Node:
        """Put a new node into the one that is open; without ``made`` it is one from before."""
        self._count(event)
        anchor = event.anchor
        if made is None:
            if anchor not in self.anchors:
                problem = "found undefined alias"
                raise MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
            node = self.anchors[anchor]
        else:
            node = made(*self._told(event, made), event)
            if anchor is not None:
                self.anchors[anchor] = node
        if self.open:
            holder = self.open[-1]
            # Of a mapping, keys alone are counted.
            if isinstance(holder, Sequence) or len(holder.value) % 2 == 0:
                holder.last = event.start_mark
            holder.value.append(node)
        else:
            self.root = node
        return node

    def _told(self, event: Any, made: type[Node]) -> tuple[str, Any]:
        """The tag of the event, or what it is without one, and its value."""
        given = None if event.tag is None else str(event.tag)
        if made is Scalar:
            plain = event.implicit[0] and given in (None, "!")
            return self.kind(event.value) if plain else _tag(given, "str"), event.value
        return _tag(given, "map" if made is Mapping else "seq"), []

    def _count(self, event: Any) -> None:
        levels, self.made = len(self.open) + 1, self.made + 1
        if levels == 2:
            holder = self.open[0]
            # Of a mapping, keys alone are counted.
            self.outermost += isinstance(holder, Sequence) or len(holder.value) % 2 == 0
        if levels > MAX_DEPTH + 1:
            self._stop(event, "too_deep")
        if self.outermost > MAX_KEYS:
            self._stop(event, "too_many_keys")
        if self.made > 2 * MAX_VALUES:
            self._stop(event, "too_many_values")

    def _stop(self, event: Any, code: Code) -> None:
        raise Excess(event.start_mark, code)


def _tag(given: str | None, kind: str) -> str:
    return TAG + kind if given is None or given == "!" else given
