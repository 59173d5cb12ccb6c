"""Events of a parser into nodes, which stops where there are more than any journey has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

import ruamel.yaml.events as thorough
import yaml.events as swift
from ruamel.yaml.error import MarkedYAMLError

from journey.files.bounded import MAX_DEPTH, MAX_ITEMS, MAX_KEYS, MAX_VALUES, Excess

TAG = "tag:yaml.org,2002:"
_STR = f"{TAG}str"


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


# What is made of an event by its very class, for a text has hundreds of thousands of them.
_MADE: dict[type, type[Node]] = {
    swift.ScalarEvent: Scalar, thorough.ScalarEvent: Scalar,
    swift.MappingStartEvent: Mapping, thorough.MappingStartEvent: Mapping,
    swift.SequenceStartEvent: Sequence, thorough.SequenceStartEvent: Sequence,
}  # fmt: skip
_ALIASES = (swift.AliasEvent, thorough.AliasEvent)
_ENDS = (swift.CollectionEndEvent, thorough.CollectionEndEvent)
_DOCUMENTS = (swift.DocumentStartEvent, thorough.DocumentStartEvent)


class Composer:
    """Makes nodes of events; ``root`` is what was made so far, also where that broke off.

    ``kind`` gives the tag of a text that stands without quotes.
    """

    def __init__(self, kind: Callable[[str], str], anchors: dict[str, Node] | None = None) -> None:
        self.kind = kind
        self.root: Node | None = None
        self.begun = False
        self.made = 0
        self.open: list[Node] = []
        self.anchors = dict(anchors or {})

    def compose(self, events: Iterable[Any]) -> Node | None:
        """The node of the one document that the events tell, or None of an empty text."""
        for event in events:
            made = _MADE.get(type(event))
            if made is Scalar:
                self._add(event, Scalar)
            elif made is not None:
                self.open.append(self._add(event, made))
            elif isinstance(event, _ENDS):
                self.open.pop().end_mark = event.end_mark
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
        self.made += 1
        holder = self.open[-1] if self.open else None
        # Of a mapping, keys alone are counted.
        counts = type(holder) is not Mapping or len(holder.value) % 2 == 0
        self._bound(event)
        # No limit is lower than that of the outermost keys.
        if holder is not None and counts and len(holder.value) >= MAX_KEYS:
            self._bound_items(event, holder)
        node = self._known(event) if made is None else made(*self._told(event, made), event)
        if made is not None and event.anchor is not None:
            self.anchors[event.anchor] = node
        if holder is None:
            self.root = node
            return node
        if counts:
            holder.last = event.start_mark
        holder.value.append(node)
        return node

    def _known(self, event: Any) -> Node:
        if event.anchor in self.anchors:
            return self.anchors[event.anchor]
        problem = "found undefined alias"
        raise MarkedYAMLError(problem=problem, problem_mark=event.start_mark)

    def _told(self, event: Any, made: type[Node]) -> tuple[str, Any]:
        """The tag of the event, or what it is without one, and its value."""
        if event.tag is None and made is Scalar:
            return self.kind(event.value) if event.implicit[0] else _STR, event.value
        given = None if event.tag is None else str(event.tag)
        if made is Scalar:
            plain = event.implicit[0] and given in (None, "!")
            return self.kind(event.value) if plain else _tag(given, "str"), event.value
        return _tag(given, "map" if made is Mapping else "seq"), []

    def _bound(self, event: Any) -> None:
        if len(self.open) > MAX_DEPTH:
            raise Excess(event.start_mark, "too_deep")
        if self.made > 2 * MAX_VALUES:
            raise Excess(event.start_mark, "too_many_values")

    def _bound_items(self, event: Any, holder: Node) -> None:
        """Raise where as many keys or items are in the value as any of a journey has."""
        count = len(holder.value) // (2 if type(holder) is Mapping else 1)
        if len(self.open) == 1 and count >= MAX_KEYS:
            raise Excess(event.start_mark, "too_many_keys")
        if count >= MAX_ITEMS:
            raise Excess(event.start_mark, "too_many")


def _tag(given: str | None, kind: str) -> str:
    return TAG + kind if given is None or given == "!" else given
