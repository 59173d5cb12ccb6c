"""What every view says of a journey of which some is known well, and some not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journey import Track
from journey.basemap.layers import shipped
from journey.dashboard.chooser import labels
from journey.dashboard.entrance import entrance
from journey.exports.attributes import legs, places, summary
from journey.exports.index import index
from journey.pages import cards, diagram
from journey.pages.lessons import Ways, lessons
from journey.pages.story import page
from journey.prints.prints import PRINTS, Print
from journey.server.spine import Spine, State, judged
from journey.stage.classroom import classroom
from journey.stage.wire import wire
from journey.words.provenance import sentence
from journey.words.wording import Wording, languages
from tests.conftest import MENDED, Data, amount, guessed, known, leg, place, taught, track
from tests.golden import holds, lines

NINE = "2021-02-25T09:00+09:00"
FOUR, SIX = "2021-02-26T16:00+09:00", "2021-02-26T18:00+09:00"
SOURCES = [
    {"id": "paper", "title": "A report", "publisher": "The Paper", "published": "2021-02-26",
     "url": "https://example.org/", "note": {"en": "The title is ours."}},
    {"id": "table", "title": "Line tables", "publisher": "The Railway"},
]  # fmt: skip
CHAPTER = {
    "id": "who",
    "title": {"en": "Who went"},
    "disagree": True,
    "claims": [known(text={"en": "Eight in all."}), known(text={"en": "Eight and families."})],
    "quote": {"text": {"en": "We went."}, "by": {"en": "One of them"}, "source": "paper"},
}


def reported(**more: Any) -> Data:
    return {"basis": "reported", "source": ["paper", "table"], **more}


def derived(**more: Any) -> Data:
    return {"basis": "derived", "method": {"en": "Counted."}, "note": {"en": "Roughly."}, **more}


def well_known() -> Data:
    """A leg of which all is claimed, and something more than once."""
    stop = known(place="b", km=3.5, dwell=[known(range=[10, 20], unit="min")])
    return leg(
        "a",
        "c",
        mode="train",
        duration=[reported(value=32, unit="h"), derived(about=28, unit="h")],
        distance=[reported(more_than=90, unit="km"), derived(about=50, unit="mi", source="table")],
        departs=[known(at=NINE)],
        arrives=[known(between=[FOUR, SIX]), known(at="2021-05-01")],
        to=known(place="c", dwell=amount(1, "h"), others=[reported(place="b")]),
        stops=[stop],
        shape=derived(line=[(0, 0), (0, 2)]),
        text={"en": "They sang."},
    )


@pytest.fixture(scope="module")
def everything() -> Track:
    """The journey: a leg well known, one known roughly, and one of which nothing is known."""
    asked = {"duration": "h", "distance": "km", "speed": "km/h", "direction": "deg"}
    guesses = [guessed(of, unit, leg="a-c") for of, unit in asked.items()]
    ask = {"kind": "question", "minutes": 1, "text": {"en": "Ask."}}
    steps = [{**ask, "question": guess["id"]} for guess in guesses]
    return track(
        places=[
            place("a", 0, 0, zone="Asia/Tokyo"),
            place("b", 0, 1),
            place("c", 0, 2, zone="Asia/Vladivostok"),
        ],
        legs=[
            well_known(),
            leg("c", "b", mode="handcar", duration=[known(range=[70, 80], value=72, unit="d")]),
            leg("b", "a", unknown=[{"en": "The hour."}]),
        ],
        sources=SOURCES,
        story=[CHAPTER],
        day=[reported(at="2021-02-25")],
        rights={"en": "Free for all."},
        close_up={"leg": "c-b", "name": {"en": "Near"}},
        teaching=taught(questions=guesses, steps=steps),
        corrections=[MENDED],
    )


def dashboard(of: Track, wording: Wording) -> str:
    """What the dashboard says beside what the story page says too."""
    parts = (
        cards.head(of.journey, wording),
        diagram.section(of, wording),
        lessons(of, wording, Ways("present", "pupils", ())),
    )
    return lines("".join(parts))


def way_in(of: Track, wording: Wording) -> str:
    """What is said of the journey beside one that has faults and one that is not read yet."""
    here = Path("here")
    spines = [
        judged("read", here, "1", lambda: of.journey),
        Spine("faulty", here, State.FAULTY),
        Spine("unread", here),
    ]
    return lines(entrance(labels(spines, wording), {}, wording))


# Texts that the browser is told and nobody reads: codes, and lines as letters.
_CODES = {"id", "key", "basis", "mode", "zone", "zones", "points", "at", "km", "leg", "kind", "of",
          "unit", "url", "place", "legs", "grain", "timed"}  # fmt: skip


def spoken(data: Any) -> Iterator[str]:
    """The texts in plain data that people read, in order."""
    if isinstance(data, str) and data:
        yield data
    inside = [v for k, v in data.items() if k not in _CODES] if isinstance(data, dict) else data
    if isinstance(inside, list):
        for value in inside:
            yield from spoken(value)


def stage(of: Track, wording: Wording) -> str:
    data = wire(of, wording)
    return "\n".join(spoken([data["axis"]["total"], data["legs"], data["ends"], data["elsewhere"]]))


def files(of: Track, wording: Wording) -> str:
    """What the data formats say of the journey, its legs and places."""
    said = summary(of, wording)
    records = [(leg.name, leg.claims) for leg in legs(of, wording)]
    records += [(place.name, place.claims) for place in places(of, wording)]
    for name, claims in records:
        said += [name, *(f"{one.label}: {sentence(one.footing, wording)}" for one in claims)]
    return "\n".join(said)


def printed(one: Print) -> Callable[[Track, Wording], str]:
    return lambda of, wording: lines(one.make(of, wording, shipped(), date(2026, 11, 23)))


VIEWS: dict[str, Callable[[Track, Wording], str]] = {
    "dashboard": dashboard,
    "entrance": way_in,
    "story": lambda of, wording: lines(page(of, wording).decode()),
    **{name: printed(one) for name, one in PRINTS.items()},
    "stage": stage,
    "lesson": lambda of, wording: "\n".join(spoken(classroom(of, wording))),
    "files": files,
    "index": lambda of, wording: lines(index([of], wording).decode()),
}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_says_what_its_file_holds(view: str, language: str, everything: Track) -> None:
    holds(view, language, VIEWS[view](everything, Wording(language)))
