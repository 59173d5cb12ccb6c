"""What the browser is told of teaching: the steps, what they ask, and yardsticks, as plain data.

All words are already chosen, all figures of the guesses computed; times are
minutes of a lesson, and ``at`` is the part of a leg that has been passed.
"""

from __future__ import annotations

from typing import Any

from journey.model.claims import Quantity
from journey.model.journey import Journey
from journey.model.quantity import kilometres, pace, seconds
from journey.model.question import Question
from journey.model.teaching import Step, Yardstick
from journey.stage.outline import outline
from journey.stage.statement import statement
from journey.track.facts import facts
from journey.track.track import LegTrack, Track
from journey.words.answers import answer, span
from journey.words.facts import footings
from journey.words.provenance import Footing, footing, quantity
from journey.words.wording import Wording

NAMED = 3  # reporters of a leg that are named in a line


def classroom(track: Track, wording: Wording) -> dict[str, Any] | None:
    """All that is presented, ready for JSON, or None where the journey has no teaching."""
    teaching, journey = track.journey.teaching, track.journey
    if teaching is None:
        return None
    asked = {step.question for step in teaching.steps}
    return {
        "questions": [_question(q, track, wording) for q in teaching.questions if q.id in asked],
        "steps": [_step(step, wording) for step in teaching.steps],
        "compare": [_yardstick(item, journey, wording) for item in teaching.compare],
        "outline": outline(track, wording) if teaching.compare else None,
        "told": [_reporters(leg, journey, wording) for leg in track.legs],
    }


def _reporters(leg: LegTrack, journey: Journey, wording: Wording) -> str:
    """Who reported a fact of the leg, in a line: a few of them by name."""
    told = (one for fact in facts(leg) for one in footings(fact, journey, wording))
    names = list(dict.fromkeys(name for one in told if one.basis == "reported" for name in one.by))
    if not names:
        return wording.say("class.told_by_none")
    if len(names) <= NAMED:
        return wording.say("class.told_by", names=wording.listing(names))
    rest = len(names) - NAMED + 1
    return wording.count("class.told_by_more", rest, names=", ".join(names[: NAMED - 1]))


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


def _fact(found: Footing) -> dict[str, str]:
    """What is said, the key and the word of its basis, and what it stands on."""
    return {**statement(found), "word": found.word}


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
    mode = item.mode
    return {"name": wording.pick(item.name), "mode": mode, **_reckoned(item), **facts}


def _reckoned(item: Yardstick) -> dict[str, float | None]:
    """What is reckoned with, None where it is not known: km/h, km and seconds."""
    return {
        "kmh": pace(item.speed).used if item.speed else None,
        "km": kilometres(item.distance).used if item.distance else None,
        "seconds": seconds(item.duration).used if item.duration else None,
    }
