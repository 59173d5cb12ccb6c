"""Questions with room to write, and the key with their answers on a page of its own."""

from __future__ import annotations

from markupsafe import Markup

from journey.model.question import Question
from journey.pages import lessons
from journey.prints import drawing
from journey.stage.labels import Label
from journey.track.track import Track
from journey.words.html import listed, tag
from journey.words.wording import Wording

_TALK, _GUESS, _ROOM = 3, 1, 16  # lines to write on
_LEFT, _WIDTH = 30.0, 660.0  # of the scale on which a guess is marked


def questions(track: Track, wording: Wording) -> Markup:
    """The questions with room to write; where there are none, room for notes."""
    asked = track.journey.teaching.questions if track.journey.teaching else ()
    if not asked:
        title = tag("h2", wording.say("handout.room"))
        return tag("section", title, _lines(_ROOM), class_="page")
    return tag(
        "section",
        tag("h2", wording.say("handout.questions")),
        *(_ask(number, question, wording) for number, question in enumerate(asked, 1)),
        class_="page",
    )


def _ask(number: int, question: Question, wording: Wording) -> Markup:
    text = tag("p", tag("strong", f"{number}."), f" {wording.pick(question.text)}")
    if question.kind == "guess":
        return tag("div", text, _scale(question, wording), _lines(_GUESS), class_="ask")
    return tag("div", text, _lines(_TALK), class_="ask")


def _lines(count: int) -> Markup:
    return tag("div", class_="line") * count


def _scale(question: Question, wording: Wording) -> Markup:
    """A line from the low to the high end, on which a guess is marked with a cross."""
    low, high, unit = question.low or 0.0, question.high or 0.0, str(question.unit)
    ticks = (
        tag("path", d=f"M{_LEFT + _WIDTH * i / 10:.1f} {8 if i % 5 else 4}V16", stroke=drawing.INK)
        for i in range(11)
    )
    names = (
        drawing.text(
            Label(wording.measure(low + (high - low) * part, unit), _LEFT + _WIDTH * part, 29, 11)
        )
        for part in (0, 0.5, 1)
    )
    return tag(
        "svg",
        tag("path", d=f"M{_LEFT} 16h{_WIDTH}", stroke=drawing.INK, stroke_width="1.2"),
        *ticks,
        *names,
        viewBox="0 0 720 34",
        role="img",
        aria_label=wording.say("handout.mark"),
    )


def key(track: Track, wording: Wording) -> Markup:
    """The answers, for the teacher alone; nothing where no question is asked."""
    teaching = track.journey.teaching
    if teaching is None or not teaching.questions:
        return Markup("")
    compared = lessons.compared(track, wording)
    return tag(
        "section",
        tag("p", wording.say("handout.stamp"), class_="stamp"),
        lessons.content_note(teaching, wording),
        tag("h2", wording.say("handout.key")),
        listed((_answer(question, track, wording) for question in teaching.questions), "ol",
               class_="key-list"),
        tag("h2", wording.say("teach.compare")) + tag("div", compared, class_="compared")
        if compared
        else "",
        class_="page",
    )  # fmt: skip


def _answer(question: Question, track: Track, wording: Wording) -> Markup:
    text = tag("strong", wording.pick(question.text))
    return text + lessons.answered(question, track, wording)
