"""What the browser is told of teaching: lessons, questions and steps as plain data.

All words are already chosen, all figures of the guesses computed; times are
minutes of a lesson, and ``at`` is the part of a leg that has been passed.
"""

from __future__ import annotations

from typing import Any

from journey.model.claims import Quantity
from journey.model.journey import Journey
from journey.model.quantity import kilometres, pace, seconds
from journey.model.question import Question
from journey.model.teaching import Reading, Step, Teaching, Term, Yardstick
from journey.track.track import Track
from journey.words.answers import answer, span
from journey.words.provenance import Footing, footing, link, quantity
from journey.words.wording import Wording


def classroom(track: Track, wording: Wording) -> dict[str, Any] | None:
    """The whole of it, ready for JSON, or None where the journey has no teaching."""
    teaching, journey = track.journey.teaching, track.journey
    if teaching is None:
        return None
    return {
        "contentNote": wording.pick(teaching.content_note) if teaching.content_note else "",
        "lessons": _lessons(teaching, wording),
        "goals": [
            {"subject": wording.pick(goal.subject), "text": wording.pick(goal.text)}
            for goal in teaching.goals
        ],
        "questions": [_question(question, track, wording) for question in teaching.questions],
        "steps": [_step(step, wording) for step in teaching.steps],
        "vocabulary": [_term(term, journey, wording) for term in teaching.vocabulary],
        "compare": [_yardstick(item, journey, wording) for item in teaching.compare],
        "links": [_reading(item, journey, wording) for item in teaching.links],
    }


def _lessons(teaching: Teaching, wording: Wording) -> list[dict[str, Any]]:
    return [
        {
            "minutes": lesson.minutes,
            "title": wording.pick(lesson.title),
            "phases": [
                {
                    "minutes": phase.minutes,
                    "title": wording.pick(phase.title),
                    "text": wording.pick(phase.text),
                }
                for phase in lesson.phases
            ],
        }
        for lesson in teaching.lessons
    ]


def _question(question: Question, track: Track, wording: Wording) -> dict[str, Any]:
    return {
        "id": question.id,
        "kind": question.kind,
        "leg": question.leg,
        "text": wording.pick(question.text),
        "answer": wording.pick(question.answer),
        "guess": _guess(question, track, wording) if question.kind == "guess" else None,
    }


def _guess(question: Question, track: Track, wording: Wording) -> dict[str, Any]:
    """The slider, and the answer: ``value``, within ``least`` and ``most``, in its unit.

    All three are None where nothing is known, ``most`` also where nothing
    bounds the answer from above.
    """
    found, stands = span(question, track), answer(question, track, wording)
    return {
        "of": question.of,
        "unit": question.unit,
        "low": question.low,
        "high": question.high,
        "step": question.step,
        "value": found.used if found else None,
        "least": found.low if found else None,
        "most": found.high if found else None,
        "fact": _fact(stands) if stands else None,
    }


def _fact(found: Footing) -> dict[str, Any]:
    """What is said, the key and the word of its basis, and what it stands on."""
    return {
        "said": found.said,
        "basis": found.basis,
        "word": found.word,
        "why": found.why,
        "note": found.note,
        "links": [{"label": link.label, "url": link.url} for link in found.links],
    }


def _step(step: Step, wording: Wording) -> dict[str, Any]:
    return {
        "kind": step.kind,
        "leg": step.leg,
        "at": step.at,
        "question": step.question,
        "minutes": step.minutes,
        "text": wording.pick(step.text),
        "notes": wording.pick(step.notes) if step.notes else "",
    }


def _term(term: Term, journey: Journey, wording: Wording) -> dict[str, Any]:
    names = journey.place(term.place).name if term.place else term.term or {}
    return {"place": term.place, "names": dict(names), "text": wording.pick(term.text)}


def _yardstick(item: Yardstick, journey: Journey, wording: Wording) -> dict[str, Any]:
    claims: dict[str, Quantity | None] = {
        "speed": item.speed,
        "distance": item.distance,
        "duration": item.duration,
    }
    facts = {
        key: _fact(footing(claim, quantity(claim, wording), journey, wording)) if claim else None
        for key, claim in claims.items()
    }
    mode = item.mode.value if item.mode else None
    return {"name": wording.pick(item.name), "mode": mode, **_reckoned(item), **facts}


def _reckoned(item: Yardstick) -> dict[str, float | None]:
    """What is reckoned with, None where it is not known: km/h, km and seconds."""
    return {
        "kmh": pace(item.speed).used if item.speed else None,
        "km": kilometres(item.distance).used if item.distance else None,
        "seconds": seconds(item.duration).used if item.duration else None,
    }


def _reading(item: Reading, journey: Journey, wording: Wording) -> dict[str, str]:
    source = journey.source(item.source) if item.source else None
    label = wording.pick(item.title) if item.title else source.title if source else ""
    url = str(item.url or (source.url if source else "") or "")
    who = link(source, wording).label if source else ""
    note = wording.pick(item.note) if item.note else ""
    return {"label": label, "who": who, "url": url, "note": note}
