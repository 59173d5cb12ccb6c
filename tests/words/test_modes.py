from __future__ import annotations

import pytest

from journey.words.modes import by, named
from journey.words.wording import Wording
from tests.conftest import Data, journey
from tests.model.test_mode import BY_ROPE, ROPE

ENGLISH = Wording("en")


def test_a_mode_of_the_journeys_own_is_called_what_the_journey_calls_it() -> None:
    assert named(journey(**BY_ROPE).means("rope"), ENGLISH) == ROPE["name"]["en"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "rope slide"),  # small within a sentence
        ({"name": {"en": "TGV"}}, "TGV"),
        ({"by": {"en": "hanging from a rope"}}, "hanging from a rope"),
    ],
)
def test_how_one_travels_by_it_stands_within_a_sentence(changes: Data, said: str) -> None:
    found = journey(**{**BY_ROPE, "modes": [{**ROPE, **changes}]}).means("rope")

    assert by(found, ENGLISH).endswith(said)
    assert (by(found, ENGLISH) == said) is ("by" in changes)
