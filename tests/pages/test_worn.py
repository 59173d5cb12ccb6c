from __future__ import annotations

from journey.basemap.browser import basemap
from journey.pages.worn import worn
from journey.stage.faces import ITALICS, TITLES
from journey.words.wording import Wording
from tests.conftest import track
from tests.pages.test_cards import FULL

ENGLISH = Wording("en")
OPENED = {"base": {"layers": {}}, "journey": {"title": "Ænigma"}}


def test_titles_are_all_that_is_told_of_a_journey_without_the_names_of_the_map() -> None:
    far = {"layers": {"places": {"properties": {"kind": ["capital"], "name": ["Bogotá"]}}}}

    set_in = worn(track().journey, ENGLISH, {**OPENED, "base": far}, "Łódź", "<h2>Ürümqi</h2>é")

    assert {*"ŁódźÜrümqiÆ"} <= {*set_in[TITLES]}
    assert {*"áé"}.isdisjoint(set_in[TITLES])


def test_quotations_are_set_in_italics() -> None:
    set_in = worn(track(**FULL).journey, ENGLISH, OPENED, "", "")

    assert "“Q”" in set_in[ITALICS]


def test_waters_are_named_in_italics_and_towns_are_not() -> None:
    base = basemap([(42.4, 130.6), (42.5, 130.7)], "en")

    set_in = worn(track().journey, ENGLISH, {"base": base}, "", "")[ITALICS]

    assert "Yellow Sea" in set_in
    assert "Tumen" in set_in
    assert "Seoul" not in set_in
