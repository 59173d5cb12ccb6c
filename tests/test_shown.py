"""No text of a journey's file is accepted and then told nowhere."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from journey import Track
from journey.basemap.layers import shipped
from journey.exports.formats import FORMATS
from journey.model.journey import Journey
from journey.prints.prints import PRINTS
from journey.words.wording import Wording
from tests.conftest import Data, asked, guessed, told

MARK = re.compile(r"told-as-[\w.-]+-end")
ENGLISH = Wording("en")
NOON = "2021-02-25T12:00+01:00"


def text(where: str) -> Data:
    """A text that is like no other."""
    return {"en": f"told-as-{where}-end"}


def said(where: str, basis: str = "reported", **more: Any) -> Data:
    """A claim on that basis, each of whose texts says where it stands."""
    ground: Data = {
        "reported": {"source": ["paper"]},
        "derived": {"method": text(f"{where}-method")},
        "assumed": {"reason": text(f"{where}-reason")},
    }
    return {"basis": basis, **ground[basis], "note": text(f"{where}-{basis}-note"), **more}


def each(where: str, **more: Any) -> list[Data]:
    """A claim on each basis."""
    return [said(where, basis, **more) for basis in ("reported", "derived", "assumed")]


def ride() -> Data:
    """A leg with everything that a leg can have."""
    stop = {
        "place": "c", "km": 50, "dwell": each("stop-dwell", value=10, unit="min"),
        "arrives": each("stop-arrives", at="2021-02-25T10:30+01:00"),
        "departs": each("stop-departs", at="2021-02-25T10:40+01:00"),
    }  # fmt: skip
    return {
        "id": "ride", "mode": "bus", "name": text("leg-name"),
        "text": text("leg-text"), "unknown": [text("leg-unknown")],
        "from": said("from", place="a", dwell=each("from-dwell", value=1, unit="h"),
                     others=[said("from-others", place="c")]),
        "to": said("to", "derived", place="b", dwell=each("to-dwell", value=2, unit="h"),
                   others=[said("to-others", "assumed", place="c")]),
        "departs": each("departs", at="2021-02-25T09:00+01:00"),
        "arrives": each("arrives", at=NOON),
        "duration": each("duration", value=3, unit="h"),
        "distance": each("distance", value=120, unit="km"),
        "stops": [said("stop", "assumed", **stop)],
        "shape": said("shape", "derived", line=[(0, 0), (0, 0.5), (0, 1)]),
    }  # fmt: skip


def lesson() -> Data:
    """A teaching with everything that one can have."""
    phase = {"minutes": 5, "title": text("phase-title"), "text": text("phase-text")}
    step = {"minutes": 1, "text": text("step-text"), "notes": text("step-notes")}
    paces = said("paces", value=5, unit="km/h")
    far, long = (
        said("far", "derived", value=9, unit="km"),
        said("long", "assumed", value=2, unit="h"),
    )
    walker = {"name": text("walker"), "mode": "walk"}
    return {
        "content_note": text("content-note"),
        "lessons": [{"minutes": 9, "title": text("lesson-title"), "phases": [phase]}],
        "goals": [{"subject": text("goal-subject"), "text": text("goal-text")}],
        "questions": [
            asked(text=text("question"), answer=text("answer")),
            guessed("distance", "km", leg="ride", text=text("guess"), answer=text("guess-answer")),
        ],
        "steps": [{"kind": "title", **step}, {"kind": "question", "question": "why", **step}],
        "vocabulary": [
            {"place": "a", "text": text("place-meaning")},
            {"term": text("term"), "text": text("term-meaning")},
        ],
        "compare": [{**walker, "speed": paces}, {**walker, "distance": far, "duration": long}],
        "links": [
            {"url": "https://example.org/", "title": text("link-title"), "note": text("link-note")},
            {"source": "paper", "note": text("source-link-note")},
        ],
    }


def whole() -> Data:
    """A journey with a mark in every text that its files can have."""
    ends = zip("abc", ("reported", "derived", "assumed"), (0, 1, 0.5), strict=True)
    source = {key: text(f"source-{key}")["en"] for key in ("title", "author", "publisher")}
    quote = {"text": text("quote"), "by": text("quote-by"), "source": "paper"}
    chapter = {"title": text("chapter"), "claims": each("saying", text=text("saying"))}
    return told(
        title=text("title"), summary=text("summary"), rights=text("rights"),
        day=each("day", at="2021-02-25"),
        places=[said(f"place-{id}", basis, id=id, name=text(f"name-{id}"), lat=0, lon=east)
                for id, basis, east in ends],
        legs=[ride()],
        sources=[{"id": "paper", **source, "note": text("source-note")}],
        story=[{"id": "chapter", **chapter, "disagree": True, "quote": quote}],
        close_up={"leg": "ride", "name": text("close-up")},
        corrections=[{"date": "2021-03-01", "text": text("correction")}],
        teaching=lesson(),
    )  # fmt: skip


def test_every_text_of_a_journey_is_told_in_a_page_a_print_or_a_file() -> None:
    data = whole()
    track = Track.of(Journey.model_validate(data))

    made = (ENGLISH, shipped(), date(2021, 3, 1))
    shown = "".join(one.make(track, *made) for one in PRINTS.values())
    shown += "".join(form.make(track, ENGLISH).decode() for form in FORMATS.values())

    marks = set(MARK.findall(json.dumps(data)))
    assert len(marks) > 100
    assert sorted(marks - set(MARK.findall(shown))) == []
