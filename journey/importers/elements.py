"""XML read element by element, as the readers of GPX and KML do it."""

from __future__ import annotations

from typing import Any

from lxml import etree

from journey.importers.content import Content, local
from journey.importers.found import Drawn, Found, Line, Spot, Story
from journey.importers.objects import left


class Reader:
    """What was read of a file of XML so far; each format takes its elements in its way."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.lines: list[Line] = []
        self.spots: list[Spot] = []
        self.story = Story()
        self.drawn = Drawn()

    def take(self, tag: str, element: Any) -> None:
        """Take an element with all that is in it."""
        raise NotImplementedError

    def break_off(self) -> None:
        """Keep what is begun where the file breaks off."""

    def found(self, *names: str) -> Found:
        """What the elements of these names tell.

        Where the file has a fault, what stands before that is kept; raises where
        nothing does.
        """
        content = self.content
        try:
            for element in content.elements(*names):
                self.take(local(element.tag), element)
                if len(self.lines) > content.lines:
                    content.count_line()
        except etree.XMLSyntaxError as error:
            line = error.lineno or 0
            self.break_off()
            if not (self.lines or self.spots):
                raise content.refusal(line, "import_no_xml", problem=str(error.msg)) from error
            content.note("cut_off", line=line)
        left(content)
        return Found(
            content.name, tuple(self.lines), tuple(self.spots), story=self.story,
            remarks=content.remarks,
        )  # fmt: skip


def text_of(element: Any, tag: str) -> str:
    """The text of the first child of that name."""
    for child in element:
        if local(child.tag) == tag:
            return child.text or ""
    return ""
