from __future__ import annotations

import re
from datetime import date

import pytest

from journey.basemap.layers import Layers, shipped
from journey.model.palette import MAP
from journey.prints.picture import SIZE
from journey.prints.sheet import sheet
from journey.stage.landmarks import sights
from journey.track.track import Track
from journey.words.answers import answer
from journey.words.facts import lasting
from journey.words.wording import Wording
from tests.conftest import taught, track
from tests.pages.test_cards import Reader

ENGLISH = Wording("en")
DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def printed(handcar: Track) -> str:
    return sheet(handcar, ENGLISH, shipped(), DAY)


def before_the_questions(html: str) -> str:
    """The text of the sheet from its title to its first question, the scale of the map left out."""
    top = html.partition("<body>")[2].partition(f"<h2>{ENGLISH.say('sheet.questions')}")[0]
    return Reader(top).text


def test_no_answer_to_a_guess_stands_on_the_sheet(handcar: Track, printed: str) -> None:
    teaching = handcar.journey.teaching
    assert teaching
    told = before_the_questions(printed)

    for question in teaching.questions:
        found = answer(question, handcar, ENGLISH)
        assert not (found and found.said in told)
    for leg in handcar.legs:
        assert not (leg.slot.duration and lasting(leg.slot.duration, ENGLISH) in told)
        assert ENGLISH.measure(leg.distance.used, "km") not in told


def test_no_question_tells_how_far_the_cart_was_pushed_which_another_asks(printed: str) -> None:
    asked = printed.partition(f"<h2>{ENGLISH.say('sheet.questions')}")[2]

    # What is said of it is said in words (journey.yaml): "more than a kilometre", "half a mile".
    assert asked
    assert re.findall("kilomet|mile", asked) == []


def test_the_map_says_no_length_but_those_of_its_scales(handcar: Track, printed: str) -> None:
    svg = re.search(r'<svg class="map".*?</svg></svg>|<svg class="map".*', printed)
    assert svg

    lengths = re.findall(r">([^<]*\d (?:k?m|mi))\b", svg[0].partition('<ul class="legend"')[0])

    assert len(lengths) == 2
    notes = [sight.note for sight in sights(handcar, ENGLISH) if sight.landmark.kind == "bridge"]
    assert notes
    assert not any(note in printed for note in notes)


def test_the_sheet_has_the_river_and_the_bridge_from_near(handcar: Track, printed: str) -> None:
    bridge = next(s for s in sights(handcar, ENGLISH) if s.landmark.kind == "bridge")

    told = before_the_questions(printed)

    assert all(word in told for word in bridge.name.split())
    assert printed.count(f'fill="{MAP["light"]["lake"]}"') > 1


def test_the_sheet_has_lines_for_name_class_and_date(printed: str) -> None:
    fields = printed.partition('<p class="fields">')[2].partition("</p>")[0]

    assert re.findall(r"<span>(.*?)</span>", fields) == [
        ENGLISH.say(f"sheet.{key}") for key in ("name", "class", "date")
    ]


def test_the_sheet_has_a_rose_with_four_letters_and_a_scale(printed: str) -> None:
    letters = re.findall(r'class="name strong"[^>]*>([NESW])<', printed)

    assert set(letters) == set("NESW")


def test_what_is_known_beforehand_is_told_only_where_nothing_is_asked(handcar: Track) -> None:
    found = {key: sheet(one, ENGLISH, Layers({}), DAY)
             for key, one in (("asked", track(teaching=taught())), ("not", track()))}  # fmt: skip

    summary = ENGLISH.pick(track().journey.summary)
    assert summary not in found["asked"].partition("</head>")[2].partition('<p class="fields"')[0]
    assert f'<p class="lead">{summary}</p>' in found["not"]
    assert 'class="lead"' not in found["asked"]
    assert ENGLISH.say("sheet.room") in found["not"]
    assert 'class="lines"' in found["not"]


def test_the_map_makes_room_where_all_questions_and_the_foot_then_share_its_side() -> None:
    asked = {"kind": "discuss", "text": {"en": "Why?"}, "answer": {"en": "So."}}
    few = [{**asked, "id": f"q{number}"} for number in range(6)]

    page = sheet(track(teaching={"questions": few}), ENGLISH, shipped(), DAY)

    assert page.count('class="side"') == 1
    assert float(re.findall(r'viewBox="0 0 720 (\d+)', page)[0]) < SIZE[1]
