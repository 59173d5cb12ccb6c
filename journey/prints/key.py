"""The teacher's key: what to know beforehand, the answers, goals, lessons, what to compare with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from journey.basemap.layers import Layers
from journey.model.question import Question
from journey.model.teaching import Lesson
from journey.pages import lessons
from journey.prints.paper import marks, paper
from journey.prints.worksheet import asked
from journey.track.track import Track
from journey.words.html import joined, listed, tag
from journey.words.wording import Wording


def key(track: Track, wording: Wording, layers: Layers, made: date) -> str:
    """The whole page as HTML that needs nothing else; ``made`` is the day of the page."""
    return paper("sheet.key", _parts(track, wording, made), track.journey, wording)


def _parts(track: Track, wording: Wording, made: date) -> Iterator[str]:
    journey, teaching = track.journey, track.journey.teaching
    yield tag("p", wording.say("sheet.stamp"), class_="stamp")
    yield tag("h1", wording.pick(journey.title))
    yield tag("p", wording.pick(journey.summary), class_="lead")
    if teaching:
        yield lessons.content_note(teaching, wording)
    yield from _titled("sheet.answers", _answers(track, wording), wording)
    yield from _titled("teach.compare", lessons.compared(track, wording), wording)
    if teaching:
        yield from _titled("teach.goals", lessons.goals(teaching, wording), wording)
    plans = teaching.lessons if teaching else ()
    yield from _titled("teach.lessons", joined(_plan(plan, wording) for plan in plans), wording)
    yield from _titled("teach.words", lessons.vocabulary(journey, wording), wording)
    yield from _titled("teach.links", lessons.readings(journey, wording), wording)
    yield tag("p", wording.say("sheet.made", day=wording.day(made)), class_="small")


def _titled(title: str, part: Markup, wording: Wording) -> Iterator[Markup]:
    if part:
        yield tag("h2", wording.say(title)) + tag("div", part, class_="key-part")


def _answers(track: Track, wording: Wording) -> Markup:
    questions = asked(track.journey)
    if not questions:
        return tag("p", wording.say("sheet.unasked"))
    items = (_answer(question, track, wording) for question in questions)
    return marks(wording) + listed(items, "ol", class_="key-list")


def _answer(question: Question, track: Track, wording: Wording) -> Markup:
    text = tag("strong", wording.pick(question.text))
    return text + lessons.answered(question, track, wording)


def _plan(plan: Lesson, wording: Wording) -> Markup:
    phases = (lessons.phased(phase, wording) for phase in plan.phases)
    return tag("h3", lessons.planned(plan, wording)) + listed(phases, class_="phases")
