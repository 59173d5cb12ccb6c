"""Questions with room to write, on as few sides of paper as hold them.

All heights are mm. Which questions share a side is reckoned with the smallest
room for each on the shorter of the two sheets, Letter; what then is left of a
side is shared out by the browser, as more lines to write on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil, cos, radians, sin
from typing import TypeVar

from markupsafe import Markup

from journey.model.journey import Journey
from journey.model.question import Question
from journey.prints import drawing
from journey.stage.labels import Label, letters_width
from journey.words.html import joined, tag
from journey.words.wording import Wording

SIDE = 250.0  # of a side of Letter, within its margins
TITLE = 10.0  # of the title over the questions
_COLUMN, _ROSE = 87.0, 22.0  # widths: of a question, and of the rose beside one
_SIZE, _LINE = 3.35, 4.55  # of letters, and of a line of them
_SCALE, _WRITE, _GAP = 11.0, 14.0, 4.0  # of a scale, of the least room to write, between rows
_MANY = 100.0  # of a unit: in no language has it the form of one or of a few
_LINES = 24  # lines to write on, of which as many are seen as there is room for
_FIGURE = re.compile(r"[\d.,\s\u00a0\u202f]+")

T = TypeVar("T")
Asked = tuple[int, Question]  # a question with its number


def asked(journey: Journey) -> list[Question]:
    """The questions in the order of the sheet and of its key.

    Guesses come first, for what is discussed may tell what is guessed.
    """
    questions = journey.teaching.questions if journey.teaching else ()
    return sorted(questions, key=lambda question: question.kind != "guess")


def rows_height(questions: Sequence[Question], wording: Wording) -> float:
    """How high the questions are below each other, two in a row."""
    return sum(_row(row, wording) for row in _pairs(questions))


def sides(
    questions: Sequence[Question], first: float, wording: Wording
) -> list[list[Sequence[Asked]]]:
    """The rows of questions on each side, of which the first has ``first`` mm for them."""
    found: list[list[Sequence[Asked]]] = [[]]
    room = first - TITLE
    for row in _pairs([*enumerate(questions, 1)]):
        height = _row([question for _, question in row], wording)
        if height > room and (found[-1] or len(found) == 1):
            found.append([])
            room = SIDE - TITLE
        found[-1].append(row)
        room -= height
    return found


def _pairs(items: Sequence[T]) -> list[Sequence[T]]:
    return [items[i : i + 2] for i in range(0, len(items), 2)]


def _row(row: Sequence[Question], wording: Wording) -> float:
    return max(_height(question, wording) for question in row) + _GAP


def _height(question: Question, wording: Wording) -> float:
    text = wording.pick(question.text)
    if question.of == "direction":
        return max(_text_height(text, _COLUMN - _ROSE) + 8, _ROSE)
    return _text_height(text, _COLUMN) + (_SCALE if question.kind == "guess" else _WRITE)


def _text_height(text: str, width: float) -> float:
    return ceil(letters_width(f"00. {text}", _SIZE) * 1.04 / width) * _LINE


def rows(found: Sequence[Sequence[Asked]], wording: Wording) -> Markup:
    """The questions of one side, two in a row; what room is left goes to rows to write in."""
    return tag("div", *(_asked(row, wording) for row in found), class_="rows")


def _asked(row: Sequence[Asked], wording: Wording) -> Markup:
    free = any(question.kind != "guess" for _, question in row)
    return tag("div", *(_ask(*one, wording) for one in row), class_="row free" if free else "row")


def lines() -> Markup:
    """Room to write, which grows with the room there is."""
    return tag("div", tag("div", class_="line") * _LINES, class_="lines")


def _ask(number: int, question: Question, wording: Wording) -> Markup:
    text = tag("p", tag("strong", f"{number}."), " ", wording.pick(question.text))
    if question.kind != "guess":
        return tag("div", text, lines(), class_="ask")
    if question.of == "direction":
        own = _drawn(f"0 0 {_COLUMN - _ROSE:g} 8", wording, _own(0, 6.5, 22, question, wording))
        return tag("div", tag("div", text, own), _rose(wording), class_="ask turned")
    return tag("div", text, _scale(question, wording), class_="ask")


def _drawn(box: str, wording: Wording, *pieces: Markup) -> Markup:
    return tag("svg", *pieces, viewBox=box, role="img", aria_label=wording.say("sheet.mark"))


def _scale(question: Question, wording: Wording) -> Markup:
    """A line from the low to the high end, on which a guess is marked, and room to write it.

    Only the ends have figures, for one between could stand beside the answer.
    """
    low, high, unit = question.low or 0.0, question.high or 0.0, str(question.unit)
    edge, wide = 1.5, _COLUMN - 3
    ticks = "".join(f"M{edge + wide * i / 10:.2f} {2 if i % 5 else 1}V4" for i in range(11))
    ends = ((low, edge, "start"), (high, edge + wide, "end"))
    return _drawn(
        f"0 0 {_COLUMN:g} 9.5",
        wording,
        tag("path", d=f"{ticks}M{edge} 4h{wide:g}", class_="rule"),
        *(
            drawing.text(Label(wording.measure(value, unit), x, 7.8, 2.7), anchor=anchor)
            for value, x, anchor in ends
        ),
        _own(_COLUMN / 2 - 14, 8.5, 18, question, wording),
    )


def _own(x: float, y: float, wide: float, question: Question, wording: Wording) -> Markup:
    """A line to write a figure on, with its unit behind it, in the form that many of it have."""
    unit = _FIGURE.sub("", wording.measure(_MANY, str(question.unit))) or "°"
    line = tag("path", d=f"M{x:g} {y:g}h{wide:g}", class_="blank")
    return line + drawing.text(Label(unit, x + wide + 1, y - 0.7, 2.7), anchor="start")


def _rose(wording: Wording) -> Markup:
    """A circle with the points of the compass, into which a direction is drawn."""
    middle, radius = 12.0, 8.0
    ticks = "".join(
        f"M{middle + radius * sin(turn):.2f} {middle - radius * cos(turn):.2f}"
        f"L{middle + inner * sin(turn):.2f} {middle - inner * cos(turn):.2f}"
        for step in range(16)
        for turn, inner in [(radians(step * 22.5), radius - (0.7 if step % 4 else 1.5))]
    )
    circle = tag("circle", cx=f"{middle:g}", cy=f"{middle:g}", r=f"{radius:g}", class_="rule")
    dot = tag("circle", cx=f"{middle:g}", cy=f"{middle:g}", r=".4", fill=drawing.INK)
    letters = drawing.points((middle, middle), radius + 2, 3, wording)
    return _drawn("0 0 24 24", wording, circle, tag("path", d=ticks, class_="rule"), dot, letters)


def notes(wording: Wording) -> Markup:
    """Room for notes, where nothing is asked."""
    return tag("h2", wording.say("sheet.room")) + lines()


def questions_on(found: Sequence[Sequence[Asked]], wording: Wording) -> Markup:
    """A side's questions, under their title where they begin."""
    if not found:
        return Markup("")
    begins = found[0][0][0] == 1
    title = tag("h2", wording.say("sheet.questions")) if begins else ""
    return joined((title, rows(found, wording)))
