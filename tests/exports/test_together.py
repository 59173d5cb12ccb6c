from __future__ import annotations

import pytest

from journey.exports.together import files
from journey.track.track import Track
from tests.conftest import Data, leg, track

SEE: list[Data] = [{"journey": "other", "text": {"en": "The other one"}}]


def leading() -> Track:
    return track(languages=["en", "de"], legs=[leg("a", "b", see=SEE)])


@pytest.mark.parametrize(
    ("own", "led_to"), [("en", "other.en.html"), ("ru", "other.ru.html"), ("de", "other.en.html")]
)
def test_a_story_page_leads_to_another_in_its_language_if_that_is_there(
    own: str, led_to: str
) -> None:
    made = dict(files([leading(), track(id="other")]))

    assert f'<a href="{led_to}" class="see"'.encode() in made[f"test.{own}.html"]()


def test_it_leads_to_no_page_that_is_not_in_the_folder() -> None:
    made = dict(files([leading()]))

    assert b'<span class="see">The other one</span>' in made["test.en.html"]()
