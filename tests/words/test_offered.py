from __future__ import annotations

import pytest

from journey.words import offered as room
from journey.words import wording
from journey.words.offered import offered


@pytest.mark.parametrize(
    ("own", "found"),
    [
        (["en"], ["en", "ko", "ru"]),
        (["en", "ru", "ko"], ["en", "ru", "ko"]),
        # German words there are none, so that with English ones it is the page in German.
        (["de"], ["de", "ko", "ru"]),
        (["de", "en"], ["de", "en", "ko", "ru"]),
        (["ko"], ["ko", "en", "ru"]),
    ],
)
def test_a_journey_is_offered_in_its_languages_and_those_of_the_interface(
    own: list[str], found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in (room, wording):
        monkeypatch.setattr(part, "languages", lambda: ("en", "ko", "ru"))

    assert offered(own) == found
