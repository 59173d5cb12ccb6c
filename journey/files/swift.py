"""The events of YAML by a parser in C, as far as it reads a text like the one that finds faults.

It is ten times as fast, and its sentences of what is wrong help nobody. So it
reads first, and where it stops, or comes to one of the few spots that the other
is known to read otherwise, the other one is asked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import yaml
from ruamel.yaml.resolver import Resolver, implicit_resolvers

from journey.files.bounded import MAX_TEXT

_STR = "tag:yaml.org,2002:str"
# What a text may be taken for that has no quotes, by its first character.
_Kinds = dict[str, list[tuple[str, Any]]]
_KINDS: _Kinds = Resolver.yaml_implicit_resolvers
# The version of YAML where the text begins by telling it, up to where the document starts.
_VERSION = re.compile("%YAML 1[.]([12]) *\n(?: *(?:#[^\n]*)?\n)*---(?=[ \n]|\\Z)")
# Tabs, directives, the ends of documents and marks of the order of bytes.
_ODD = re.compile("\t|^%|^[.]{3}|\ufeff", re.MULTILINE)
_ANCHOR = re.compile(r"[&*][\w-]+(?=[ \n,\]}]|\Z)", re.ASCII)
_TAG = re.compile(r"!!?[a-z]+(?=[ \n]|\Z)")
_BLOCK = re.compile(r"[|>][+-]?(?: +#[^\n]*)?\n")
# From this length on it is counted to the letter how long a text is.
_LONG = MAX_TEXT - 10_000


class Doubt(Exception):
    """The parser in C can't be asked from the character ``index`` on."""

    def __init__(self, index: int) -> None:
        super().__init__(index)
        self.index = index


def kinds(text: str) -> Callable[[str], str]:
    """What gives the tag of each text without quotes: whether it is a number, for instance.

    It is by the version of YAML that ``text`` says it is in.
    """
    told = _VERSION.match(text)
    known = _known_before() if told and told[1] == "1" else _KINDS

    def kind(value: str) -> str:
        for tag, pattern in known.get(value[:1], ()):
            if pattern.match(value):
                return tag
        return _STR

    return kind


@cache
def _known_before() -> _Kinds:
    """The kinds of version 1.1, in which "yes" is no text and 0o7 no number."""
    found: _Kinds = defaultdict(list)
    for versions, tag, pattern, firsts in implicit_resolvers:
        if (1, 1) in versions:
            for first in firsts:
                found[first].append((tag, pattern))
    return dict(found)


def events(text: str) -> Iterator[Any]:
    """The events of the parser in C; raises :class:`Doubt` where it is not to be followed."""
    judge = _Judge(text)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            judge.judge(event)
            yield event
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Doubt(mark.index if mark else 0) from None
    except yaml.YAMLError:
        raise Doubt(0) from None


class _Judge:
    """Looks at each event, in order, for what the two parsers read differently."""

    def __init__(self, text: str) -> None:
        self.text = text
        told = _VERSION.match(text)
        first = told.end() if told else 0
        self.spots = (match.start() for match in _ODD.finditer(text, first))
        self.spot = next(self.spots, len(text) + 1)
        self.reached = 0  # where the last text ended
        blank = text.find(" " * _LONG)
        self.blank = blank if blank >= 0 else len(text) + 1
        self.before: Any = None
        self.lines = text.count("\n")

    def judge(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if self.spot < end:
            self._pass(event, start, end)
        if self.blank < end:
            raise Doubt(self.blank)
        if type(event) is yaml.ScalarEvent:
            # Most texts stand without anything of which there could be a doubt.
            if event.anchor or event.tag or end - start > _LONG or event.style in ("|", ">"):
                self._judge_text(event, start, end)
            # The end of a text is on its last line, be that ended or not.
            if event.start_mark.line > self.lines:
                raise Doubt(start)
            self.reached = end
        elif isinstance(event, yaml.NodeEvent) and (event.anchor or getattr(event, "tag", None)):
            self._name(event, start)
        self.before = event

    def _judge_text(self, event: Any, start: int, end: int) -> None:
        if event.anchor or event.tag:
            self._name(event, start)
        outermost = isinstance(self.before, yaml.DocumentStartEvent)
        block = event.style in ("|", ">")
        if end - start > _LONG or (block and (outermost or not _BLOCK.match(self.text, start))):
            raise Doubt(start)

    def _name(self, event: Any, start: int) -> None:
        """Raise where the name of an anchor, or a tag, may be longer for the other parser."""
        pattern = _ANCHOR if event.anchor else _TAG
        if not pattern.match(self.text, start) or (event.anchor and getattr(event, "tag", None)):
            raise Doubt(start)

    def _pass(self, event: Any, start: int, end: int) -> None:
        """Go on behind the event; a tab is a part of a comment, or of a text with a style."""
        quoted = getattr(event, "style", None) and self.text[start] not in "&!"
        while self.spot < end:
            fits = quoted if self.spot >= start else self._is_comment(self.spot)
            if not fits or self.text[self.spot] != "\t":
                raise Doubt(self.spot)
            self.spot = next(self.spots, len(self.text) + 1)

    def _is_comment(self, index: int) -> bool:
        """Whether a comment stands there, which is between two texts."""
        line = max(self.text.rfind("\n", 0, index) + 1, self.reached)
        sign = self.text.find("#", line, index)
        return sign >= 0 and self.text[sign - 1 : sign] in ("", " ", "\n")
