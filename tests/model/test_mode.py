from __future__ import annotations

import pytest

from journey.model.mode import Mode
from journey.model.palette import MODES
from tests.conftest import Data, journey, leg

ROPE: Data = {
    "id": "rope",
    "name": {"en": "Rope slide"},
    "icon": "M3 5L21 9M12 7V15",
    "colour": "ferry",
    "dash": [6, 2.5],
}
BY_ROPE: Data = {"modes": [ROPE], "legs": [leg("a", "b", mode="rope")]}


def test_a_mode_of_the_journeys_own_has_the_colour_of_another_and_its_own_dash() -> None:
    found = journey(**BY_ROPE).means("rope")

    assert (found.name, found.icon) == (ROPE["name"], ROPE["icon"])
    assert found.ink == MODES["ferry"]._replace(dash="6 2.5")


def test_without_a_dash_its_line_is_unbroken() -> None:
    plain = {key: value for key, value in ROPE.items() if key != "dash"}

    assert journey(**{**BY_ROPE, "modes": [plain]}).means("rope").ink.dash == ""


@pytest.mark.parametrize("mode", Mode)
def test_every_journey_knows_each_of_the_modes_that_there_are(mode: Mode) -> None:
    found = journey(legs=[leg("a", "b", mode=mode.value)])

    assert found.means(found.legs[0].mode).ink == MODES[mode]
