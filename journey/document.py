"""YAML and JSON text into plain data, with the line on which each value stands.

The text is untrusted: its size, depth and number of values are bounded, aliases
count each time they are used, and a tag never makes more than a plain value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLStreamError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from journey.errors import Complaint

Path = tuple[str | int, ...]

MAX_VALUES = 200_000
MAX_DEPTH = 32
_TAG = "tag:yaml.org,2002:"
_TOO_MANY = f"it unfolds into more than {MAX_VALUES:,} values"


def dotted(path: Path) -> str:
    """A path as people write it.

    >>> dotted(("legs", 2, "from", "place"))
    'legs[2].from.place'
    """
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


@dataclass
class Document:
    """Plain ``data``, the line of each value by path, and what was wrong."""

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """The line of the value at ``path``, or of what holds it; 0 if none does."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)


def parse(text: str, file: str) -> Document:
    """Data and lines of YAML (or JSON) ``text``; ``file`` is its name in complaints."""
    document = Document()
    try:
        root = YAML(typ="safe", pure=True).compose(StringIO(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(filter(None, (error.problem, error.context)))
        document.complaints.append(
            Complaint(
                file,
                mark.line + 1 if mark else 0,
                "",
                f"this is not YAML: {what}",
                "check indentation, colons and quotation marks here and just above",
            )
        )
    except (YAMLError, YAMLStreamError, ValueError) as error:
        what = str(error).splitlines()[0]
        document.complaints.append(
            Complaint(file, 0, "", f"this is not YAML: {what}", "save it as UTF-8 text")
        )
    except RecursionError:
        document.complaints.append(_too_deep(file, 0, ""))
    else:
        if root is not None:
            document.data = _Builder(document, file).build(root, ())
    return document


def _too_deep(file: str, line: int, where: str) -> Complaint:
    return Complaint(
        file, line, where, f"it is nested more than {MAX_DEPTH} deep", "make it flatter"
    )


class _Builder:
    """Turns nodes into data while it counts them and notes their lines."""

    def __init__(self, document: Document, file: str) -> None:
        self.document, self.file, self.left = document, file, MAX_VALUES

    def build(self, node: Node, path: Path) -> Any:
        self.left -= 1
        if self.left == 0:
            self._complain(node, path, _TOO_MANY, "use fewer aliases")
        if self.left <= 0:
            return None
        line = node.start_mark.line + 1
        self.document.lines.setdefault(path, line)
        if len(path) > MAX_DEPTH:
            self.document.complaints.append(_too_deep(self.file, line, dotted(path[:3]) + "…"))
            self.left = 0
            return None
        if isinstance(node, MappingNode):
            return dict(self._pairs(node, path))
        if isinstance(node, SequenceNode):
            return [self.build(child, (*path, i)) for i, child in enumerate(node.value)]
        assert isinstance(node, ScalarNode)
        return self._scalar(node, path)

    def _pairs(self, node: MappingNode, path: Path) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key, value in node.value:
            if self.left <= 0:
                return
            if not isinstance(key, ScalarNode):
                self._complain(key, path, "a key is not a word", "write key: value")
                continue
            if key.value in seen:
                self._complain(key, (*path, key.value), "the key is there twice", "keep one")
            seen.add(key.value)
            self.document.lines[(*path, key.value)] = key.start_mark.line + 1
            yield key.value, self.build(value, (*path, key.value))

    def _scalar(self, node: ScalarNode, path: Path) -> Any:
        text: str = node.value
        kind = str(node.tag).removeprefix(_TAG)
        try:
            if kind == "int":
                return int(text.replace("_", ""), 0 if text[:2] in ("0x", "0o") else 10)
            if kind == "float":
                return float(text.replace("_", "").replace(".inf", "inf").replace(".nan", "nan"))
        except ValueError:
            return text
        if kind == "bool":
            return text.lower() == "true"
        if kind not in ("str", "null", "timestamp", "value"):
            self._complain(node, path, f"the tag {node.tag} is not taken", "leave it out")
        return None if kind == "null" else text

    def _complain(self, node: Node, path: Path, what: str, mend: str) -> None:
        line = node.start_mark.line + 1
        self.document.complaints.append(Complaint(self.file, line, dotted(path), what, mend))
