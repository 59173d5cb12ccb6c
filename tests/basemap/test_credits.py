from __future__ import annotations

import pytest

from journey.basemap.credits import about


@pytest.mark.parametrize("word", ["GSHHG", "openstreetmap.org/copyright", "GeoNames"])
def test_the_corner_of_the_map_names_whose_its_data_is(word: str) -> None:
    assert word in about()["credit"]


def test_online_tiles_are_offered_with_their_credit() -> None:
    for provider in about()["providers"]:
        assert provider["url"].startswith("https://")
        assert provider["attribution"]
        assert 10 < provider["maxZoom"] < 25
