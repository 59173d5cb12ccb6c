"""YAML text into plain data, with the line on which each value stands.

The text is untrusted: its depth and number of values are bounded, aliases
count each time they are used, and a tag never makes more than a plain value.
What is refused for that is refused before it takes long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ruamel.yaml.error import MarkedYAMLError

from journey.errors import Code, Complaint, Figure, KeyPath
from journey.files import swift
from journey.files.bounded import MAX_DEPTH, MAX_VALUES, Excess, Thorough, crowded
from journey.files.composing import TAG, Composer, Mapping, Node, Scalar, Sequence
from journey.files.excerpt import Excerpt, around
from journey.files.mistakes import mistake
from journey.model.part import Fault

# Every limit on a text is lower, so what is cut here is refused later.
_LONGEST = 10_000  # characters
# Of a text with more characters only a piece is read again for the fault in it.
_LONG = 60_000
_DIGITS = 40  # an integer with more of them is taken as a float
_KINDS: dict[type[Node], set[str]] = {
    Mapping: {f"{TAG}map"},
    Sequence: {f"{TAG}seq"},
    Scalar: {
        TAG + kind
        for kind in ("str", "null", "bool", "int", "float", "timestamp", "value", "merge")
    },
}
# What YAML takes no note of in a stream (1.2.2, production 1, c-printable).
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Editors count none of these as the end of a line, though the parser does.
_NO_BREAKS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")


@dataclass
class Document:
    """Plain ``data``, the line of each value by path, and what was wrong.

    ``data`` is None where the text as a whole could not be taken; ``parts`` are
    the documents in other files whose data stands under a key of this one,
    ``origins`` tells of values that were taken over from elsewhere where that is,
    and ``elsewhere`` in which other file, and where in that, a value stands.
    """

    data: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)
    file: str = ""
    parts: dict[str | int, Document] = field(default_factory=dict)
    origins: dict[KeyPath, KeyPath] = field(default_factory=dict)
    elsewhere: dict[KeyPath, tuple[Document, KeyPath]] = field(default_factory=dict)

    def attach(self, key: str, part: Document) -> None:
        """Put the data of ``part`` under ``key``."""
        self.data[key] = part.data
        self.parts[key] = part

    def complaint(self, path: KeyPath, code: Code, **figures: Figure) -> Complaint:
        """A fault of the value at ``path``, told where that is written."""
        if path and path[0] in self.parts:
            return self.parts[path[0]].complaint(path[1:], code, **figures)
        path = self._origin(path)
        for count in range(len(path), 0, -1) if self.elsewhere else ():
            if path[:count] in self.elsewhere:
                part, own = self.elsewhere[path[:count]]
                return part.complaint((*own, *path[count:]), code, **figures)
        return Complaint(self.file, self.line(path), path, code, figures)

    def _origin(self, path: KeyPath) -> KeyPath:
        """The path of the value where it was taken over from, or else its own."""
        counts = range(len(path), 0, -1) if self.origins else ()
        taken = next((count for count in counts if path[:count] in self.origins), 0)
        return (*self.origins[path[:taken]], *path[taken:]) if taken else path

    def told(self, fault: Fault) -> Complaint:
        """The complaint that tells the fault, whose path starts at the whole document."""
        return replace(self.complaint(fault.path, fault.code), figures=fault.figures)

    def line(self, path: KeyPath) -> int:
        """The line of the value at ``path``, or of what holds it; 0 if none does."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)


def parse(text: str, file: str) -> Document:
    """Data and lines of YAML ``text``; ``file`` is its name in complaints."""
    document = Document(file=file)
    # Some old editors end lines so, and all that counts lines below has to count alike.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    document.complaints += _unprintable(text, file)
    if crowded(text):
        document.complaints.append(document.complaint((), "too_many_values", limit=MAX_VALUES))
        return document
    clean = _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text.translate(_NO_BREAKS))
    try:
        root = _root(clean)
        if root is not None:
            document.data = _Builder(document).build(root, ())
    except Excess as error:
        line = error.problem_mark.line + 1
        document.complaints.append(Complaint(file, line, (), error.code, {"limit": error.limit}))
    except MarkedYAMLError as error:
        found = mistake(error, clean)
        document.complaints.append(Complaint(file, found.line, (), found.code, found.figures))
    except (ValueError, RecursionError, AssertionError) as error:
        problem = {"problem": str(error).splitlines()[0]}
        document.complaints.append(Complaint(file, 1, (), "no_yaml", problem))
    return document


def _root(text: str) -> Node | None:
    """The node of the whole text, by the swift parser, or else by the thorough one."""
    composer = Composer(swift.kinds(text))
    try:
        return composer.compose(swift.events(text))
    except Excess:
        raise
    except MarkedYAMLError as error:
        index = error.problem_mark.index
    except swift.Doubt as doubt:
        index = doubt.index
    if len(text) > _LONG:
        _find(around(text, composer.root, index), composer.anchors)
    return _thoroughly(text, {})


def _thoroughly(text: str, anchors: dict[str, Node]) -> Node | None:
    """The node of the text, in which those anchors are known from before it."""
    parser = Thorough()
    return Composer(parser.kind, anchors).compose(parser.events(text))


def _find(excerpt: Excerpt, anchors: dict[str, Node]) -> None:
    """Raise the first fault in it, told as one of the whole text."""
    try:
        _thoroughly(excerpt.text, anchors)
    except MarkedYAMLError as error:
        if excerpt.is_cut and error.problem_mark.line >= excerpt.text.count("\n"):
            return  # the fault is the cut
        both = {id(mark): mark for mark in (error.problem_mark, error.context_mark) if mark}
        for mark in both.values():
            mark.line = excerpt.line(mark.line)
        raise


def _unprintable(text: str, file: str) -> Iterator[Complaint]:
    """One complaint for each line with characters that have no place in a text."""
    last, line, start = 0, 1, 0
    for match in _UNPRINTABLE.finditer(text):
        line, start = line + text.count("\n", start, match.start()), match.start()
        if line > last:
            last = line
            character = f"U+{ord(match.group()):04X}"
            yield Complaint(file, line, (), "control_character", {"character": character})


class _Builder:
    """Turns nodes into data while it counts them and notes their lines."""

    def __init__(self, document: Document) -> None:
        self.document, self.left = document, MAX_VALUES
        self.before: Any = None  # the value that was built last

    def build(self, node: Node, path: KeyPath) -> Any:
        """The plain data of the node, which stands at ``path``."""
        self.left -= 1
        if self.left < 0 or len(path) > MAX_DEPTH:
            raise Excess(node.start_mark, "too_deep" if self.left >= 0 else "too_many_values")
        self.document.lines.setdefault(path, node.start_mark.line + 1)
        if node.tag not in _KINDS[type(node)]:
            self._complain(node, path, "yaml_tag", tag=node.tag.replace(TAG, "!!"))
        if isinstance(node, Mapping):
            return dict(self._pairs(node, path))
        if isinstance(node, Sequence):
            return [self.build(child, (*path, i)) for i, child in enumerate(node.value)]
        return _plain(node.value[:_LONGEST], node.tag.removeprefix(TAG))

    def _pairs(self, node: Mapping, path: KeyPath) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        last = ""
        for key, value in zip(node.value[::2], node.value[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._complain(key, path, "key_no_word")
                continue
            name = key.value[:_LONGEST]
            if name in seen:
                self._complain(key, (*path, name), "key_twice")
            if node.tag == f"{TAG}map" and _is_cut_off(key, value):
                self._cut(key, (*path, last))
                continue
            seen.add(name)
            self.document.lines[(*path, name)] = key.start_mark.line + 1
            last = name
            self.before = self.build(value, (*path, name))
            yield name, self.before

    def _cut(self, key: Scalar, path: KeyPath) -> None:
        """Tell of a comma that cuts off ``key`` from the value before, which stands at ``path``."""
        number = isinstance(self.before, int | float) and key.value.isdecimal()
        if number:
            self._complain(key, path, "decimal_comma", value=f"{self.before},{key.value}")
        elif self.document.complaints[-1:] == [] or self.document.complaints[-1].path != path:
            self._complain(key, path, "text_cut_off", rest=key.value[:30])

    def _complain(self, node: Node, path: KeyPath, code: Code, **figures: Figure) -> None:
        line = node.start_mark.line + 1
        self.document.complaints.append(Complaint(self.document.file, line, path, code, figures))


def _is_cut_off(key: Scalar, value: Node) -> bool:
    """Whether what seems a key is the rest of the text before a comma: no colon follows it."""
    return bool(value.end_mark.index == key.end_mark.index)


def _plain(text: str, kind: str) -> Any:
    """The value of a scalar; a number that is none stays a text."""
    if kind == "str":
        return text
    digits = text.replace("_", "").lower()
    try:
        if kind == "int" and len(digits) <= _DIGITS:
            return int(digits, 0 if digits[:2] in ("0x", "0o") else 10)
        if kind in ("int", "float"):
            return float(digits.replace(".inf", "inf").replace(".nan", "nan"))
    except ValueError:
        return text
    if kind == "bool":
        return digits in ("true", "yes", "on", "y")
    return None if kind == "null" else text
