"""The pupil's sheet: the map without answers, and questions with room to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil

from markupsafe import Markup

from journey.basemap.layers import Layers
from journey.model.question import Question
from journey.prints import legend, worksheet
from journey.prints.paper import credits, marks, paper
from journey.prints.picture import SIZE, height, picture
from journey.stage.labels import letters_width
from journey.track.track import Track
from journey.words.html import tag
from journey.words.wording import Wording

_WIDE, _UNIT = 180.0, 0.25  # mm: of the page, and of a unit of the map
_TITLE, _FIELDS, _MARKS = 11.0, 12.0, 9.0  # mm: of a line of the title, of the fields, the marks
_SMALL, _SMALL_LINE = 3.0, 3.9  # mm: of the letters of the foot, and of a line of them
_FEWEST = 400.0  # units that the map is high at the least, where guesses share its side


def sheet(track: Track, wording: Wording, layers: Layers, made: date) -> str:
    """The whole page as HTML that needs nothing else; ``made`` is the day of the page.

    Nothing on it gives away what a guess asks for.
    """
    parts = _sides(track, wording, layers, made)
    return paper("sheet.pupil", parts, track.journey, wording)


def _sides(track: Track, wording: Wording, layers: Layers, made: date) -> Iterator[Markup]:
    questions = worksheet.asked(track.journey)
    room = worksheet.SIDE - _head_height(track, questions, wording)
    foot = credits(track.journey, made, wording)
    most = _map_height(questions, room, _foot_height(foot), wording)
    # What stands over the questions may take more than a side.
    room = (room - height(track, most) * _UNIT) % worksheet.SIDE
    found = worksheet.sides(questions, room, wording)
    head = [
        *_head(track, questions, wording),
        picture(track, layers, wording, figures=False, most=most),
        legend.legend(track, wording),
        marks(wording),
    ]
    for number, rows in enumerate(found):
        asked = worksheet.questions_on(rows, wording) if questions else worksheet.notes(wording)
        last = number == len(found) - 1
        yield tag("section", *(() if number else head), asked, *([foot] * last), class_="side")


def _head(track: Track, questions: Sequence[Question], wording: Wording) -> Iterator[Markup]:
    yield tag("h1", wording.pick(track.journey.title))
    fields = ("sheet.name", "sheet.class", "sheet.date")
    yield tag("p", *(tag("span", wording.say(key)) for key in fields), class_="fields")
    if not questions:
        yield tag("p", wording.pick(track.journey.summary), class_="lead")


def _head_height(track: Track, questions: Sequence[Question], wording: Wording) -> float:
    """About how high all is that stands on the first side beside map and questions, in mm."""
    journey = track.journey
    title = ceil(letters_width(wording.pick(journey.title), 8.2) / _WIDE) * _TITLE
    lead = 0 if questions else ceil(letters_width(wording.pick(journey.summary), 4.1) / _WIDE) * 6
    return title + lead + _FIELDS + legend.height(track, wording) + _MARKS


def _foot_height(foot: Markup) -> float:
    """About how high the foot is, in mm."""
    return ceil(letters_width(foot.striptags(), _SMALL) / _WIDE) * _SMALL_LINE + _SMALL


def _map_height(questions: Sequence[Question], room: float, foot: float, wording: Wording) -> float:
    """The most units that the map may be high: what all questions leave of its side.

    Where that is too little, what the guesses leave.
    """
    if not questions:
        return SIZE[1]
    guesses = [question for question in questions if question.kind == "guess"]
    whole = room - worksheet.TITLE - worksheet.rows_height(questions, wording) - foot
    left = room - worksheet.TITLE - worksheet.rows_height(guesses, wording)
    high = whole if whole >= _FEWEST * _UNIT else left
    return min(SIZE[1], max(_FEWEST, high / _UNIT))
