"""Questions with room to write, and the key with their answers on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from journey.model.question import Question
from journey.pages import lessons
from journey.prints import drawing
from journey.prints.labels import Label
from journey.track.track import Track
from journey.words.wording import Wording

_TALK, _GUESS, _ROOM = 3, 1, 16  # lines to write on
_LEFT, _WIDTH = 30.0, 660.0  # of the scale on which a guess is marked


def questions(track: Track, wording: Wording) -> Iterator[str]:
    """The questions with room to write; where there are none, room for notes."""
    asked = track.journey.teaching.questions if track.journey.teaching else ()
    yield '<section class="page">'
    if asked:
        yield f"<h2>{_word('handout.questions', wording)}</h2>"
        yield from (_ask(number, question, wording) for number, question in enumerate(asked, 1))
    else:
        yield f"<h2>{_word('handout.room', wording)}</h2>{_lines(_ROOM)}"
    yield "</section>"


def _word(key: str, wording: Wording) -> str:
    return escape(wording.say(key))


def _ask(number: int, question: Question, wording: Wording) -> str:
    text = f"<p><strong>{number}.</strong> {escape(wording.pick(question.text))}</p>"
    if question.kind == "guess":
        return f'<div class="ask">{text}{_scale(question, wording)}{_lines(_GUESS)}</div>'
    return f'<div class="ask">{text}{_lines(_TALK)}</div>'


def _lines(count: int) -> str:
    return '<div class="line"></div>' * count


def _scale(question: Question, wording: Wording) -> str:
    """A line from the low to the high end, on which a guess is marked with a cross."""
    low, high, unit = question.low or 0.0, question.high or 0.0, str(question.unit)
    ticks = "".join(
        f'<path d="M{_LEFT + _WIDTH * i / 10:.1f} {8 if i % 5 else 4}V16" stroke="{drawing.INK}"/>'
        for i in range(11)
    )
    names = "".join(
        drawing.text(
            Label(wording.measure(low + (high - low) * part, unit), _LEFT + _WIDTH * part, 29, 11)
        )
        for part in (0, 0.5, 1)
    )
    line = f'<path d="M{_LEFT} 16h{_WIDTH}" stroke="{drawing.INK}" stroke-width="1.2"/>'
    title = _word("handout.mark", wording)
    return f'<svg viewBox="0 0 720 34" role="img" aria-label="{title}">{line}{ticks}{names}</svg>'


def key(track: Track, wording: Wording) -> Iterator[str]:
    """The answers, for the teacher alone; nothing where no question is asked."""
    teaching = track.journey.teaching
    if teaching is None or not teaching.questions:
        return
    yield f'<section class="page"><p class="stamp">{_word("handout.stamp", wording)}</p>'
    yield lessons.content_note(teaching, wording)
    yield f'<h2>{_word("handout.key", wording)}</h2><ol class="key-list">'
    for question in teaching.questions:
        text = escape(wording.pick(question.text))
        yield f"<li><strong>{text}</strong>{lessons.answered(question, track, wording)}</li>"
    yield "</ol>"
    compared = lessons.compared(track, wording)
    if compared:
        yield f"<h2>{_word('teach.compare', wording)}</h2>"
        yield f'<div class="compared">{compared}</div>'
    yield "</section>"
