"""The parser of YAML that finds faults, which stops where there is more than any journey has.

It would read a text for minutes that was made to take long: so what is too much
is looked for early.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, StringMark
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.parser import Parser
from ruamel.yaml.reader import Reader
from ruamel.yaml.scanner import Scanner

from journey.errors import Code

MAX_VALUES = 500_000
MAX_DEPTH = 32
# Of the outermost level: a journey has two dozen keys.
MAX_KEYS = 100
# Of a group or a list within: no list of a journey may be longer than that of its places.
MAX_ITEMS = 20_000
# Characters of one text; each limit on what it says is a tenth of that.
MAX_TEXT = 100_000
_LIMITS: dict[Code, int] = {
    "too_many_values": MAX_VALUES, "too_deep": MAX_DEPTH,
    "too_many_keys": MAX_KEYS, "too_many": MAX_ITEMS, "yaml_long_text": MAX_TEXT,
}  # fmt: skip
# Before each value, or after its key, stands one of these.
_MARKS = (",", "[", "{", ": ", ":\n", "- ", "-\n")


class Excess(MarkedYAMLError):
    """There is more of the document than is taken."""

    problem_mark: StringMark

    def __init__(self, mark: Any, code: Code) -> None:
        super().__init__(problem_mark=mark)
        self.code, self.limit = code, _LIMITS[code]


def crowded(text: str) -> bool:
    """Whether so many marks stand in the text as no values within the limit need.

    Prose has a comma in sixty characters, and a whole file of it some 100,000.
    """
    return sum(map(text.count, _MARKS)) > 2 * MAX_VALUES


class Thorough:
    """The parser with parts that stop where there is too much."""

    def __init__(self) -> None:
        self.yaml = YAML(typ="safe", pure=True)
        self.yaml.Reader, self.yaml.Scanner, self.yaml.Parser = _Reader, _Scanner, _Parser

    def events(self, text: str) -> Iterator[Any]:
        """The events of the text; raises :class:`MarkedYAMLError` where it has a fault."""
        yield from self.yaml.parse(StringIO(text))

    def kind(self, value: str) -> str:
        """The tag of a text without quotes, by the version of YAML that the text is in."""
        return str(self.yaml.resolver.resolve(ScalarNode, value, (True, False)))


class _Reader(Reader):
    """The reader, which looks ahead no farther than a text may be long."""

    def update(self, length: int) -> None:
        if length > MAX_TEXT:
            raise Excess(self.get_mark(), "yaml_long_text")
        super().update(length)


class _Scanner(Scanner):
    """The scanner, which goes on with no text that is too long.

    It looks for stale keys only where there are any, which makes it a tenth faster.
    """

    _block: Any = None  # where the block of text began that is read

    def need_more_tokens(self) -> bool:
        if self.tokens and not self.possible_simple_keys:
            return False
        return bool(super().need_more_tokens())

    def scan_flow_scalar_spaces(self, double: Any, start_mark: Any) -> Any:
        self._judge(start_mark)
        return super().scan_flow_scalar_spaces(double, start_mark)

    def scan_plain_spaces(self, indent: Any, start_mark: Any) -> Any:
        self._judge(start_mark)
        return super().scan_plain_spaces(indent, start_mark)

    def scan_block_scalar(self, style: Any, rt: bool | None = False) -> Any:
        self._block = self.reader.get_mark()
        return super().scan_block_scalar(style, rt)

    def scan_block_scalar_breaks(self, indent: int) -> Any:
        self._judge(self._block)
        return super().scan_block_scalar_breaks(indent)

    def _judge(self, start: Any) -> None:
        """Raise where the text that began there is too long."""
        if self.reader.index - start.index > MAX_TEXT:
            raise Excess(start, "yaml_long_text")


class _Parser(Parser):
    """The parser, which looks its scanner up once and not for every token."""

    @cached_property
    def scanner(self) -> Any:
        return self.loader.scanner
