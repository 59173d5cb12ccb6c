from __future__ import annotations

import json
from typing import Any

import pytest

from journey.files.read import read
from tests.importers.made import brought, codes, content, found, refused


def slide(lat: object, lon: object, headline: str, **more: Any) -> dict[str, Any]:
    """A slide at that place."""
    told = {"headline": headline, "text": f"<p>About {headline}</p>"}
    return {"location": {"lat": lat, "lon": lon, "line": True}, "text": told, **more}


def story(*slides: Any) -> str:
    """A story of these slides, after one that shows all."""
    about = {"headline": "A <b>trip</b>", "text": "Far"}
    first = {"type": "overview", "location": {"line": False}, "text": about}
    return json.dumps({"storymap": {"slides": [first, *slides]}})


STORY = story(slide(46, 8, "A", date="1889-11-14"), slide("47", "8", "B", date="Jan 1890"))


def test_each_slide_is_a_place_and_the_first_tells_of_all() -> None:
    files, _ = brought(content(STORY, "a.json"))

    journey = read(files, "trip")
    assert journey.title == {"en": "A trip"}
    assert [place.name["en"] for place in journey.places] == ["A", "B"]
    assert len(journey.legs) == 1


def test_a_day_in_words_is_kept_as_text() -> None:
    first, second = found(STORY, "a.json").spots

    assert str(first.arrives) == "1889-11-14"
    assert second.arrives is None
    assert second.text == "Jan 1890\n\nAbout B"


def test_pictures_are_told_for_they_have_no_place() -> None:
    media = {"url": "https://example.org/a.jpg", "caption": "x", "credit": ""}

    told = found(story(slide(46, 8, "A", media=media), slide(47, 8, "B")), "a.json")

    assert codes(told)["fields_unused"] == 2


def test_a_slide_without_a_place_is_told() -> None:
    _, told = brought(
        content(story(slide(46, 8, "A"), slide(None, None, "?"), slide(47, 8, "B")), "a.json")
    )

    assert "spots_without_position" in told


@pytest.mark.parametrize("odd", [None, 1, "x", [], {"location": 1, "text": [], "media": "x"}])
def test_what_is_no_slide_makes_no_journey(odd: Any) -> None:
    assert refused(content(story(odd, odd), "a.json")) == ["import_nothing"]


def test_a_pole_is_on_the_meridian_by_which_it_was_reached() -> None:
    files, _ = brought(
        content(story(slide(-79.5, 169.3, "Depot"), slide(-90, 0, "Pole")), "a.json")
    )

    assert [(one.lat, one.lon) for one in read(files, "trip").places][1] == (-90, 169.3)
