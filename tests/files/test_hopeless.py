from __future__ import annotations

from journey.files.hopeless import hopeless
from tests.conftest import Data, leg, place, told

MANY = 6_000


def long(**more: object) -> Data:
    """The data of a journey of many legs, there and back; ``more`` is said of each leg."""
    ends = [("a", "b"), ("b", "a")] * (MANY // 2)
    return told(legs=[{**leg(*both), "id": f"leg-{n}", **more} for n, both in enumerate(ends)])


def test_of_a_long_journey_of_which_every_leg_is_wrong_the_first_are_enough() -> None:
    error = hopeless(long(mode="trian", stops=5, bas="x", bos="y", departs=[{"at": "noon"}]))

    assert error is not None
    assert {each["loc"][0] for each in error.errors()} == {"legs"}
    assert max(int(each["loc"][1]) for each in error.errors()) == 499


def test_where_each_place_has_one_fault_more_of_them_are_looked_at() -> None:
    places = [place(f"p{n}", 100, 0) for n in range(MANY)]

    error = hopeless(told(places=places))

    assert error is not None
    assert max(int(each["loc"][1]) for each in error.errors()) == 2_499


def test_a_long_journey_with_some_faults_is_read_to_its_end() -> None:
    some = long()
    some["legs"][3]["mode"] = "trian"

    assert hopeless(some) is None
    assert hopeless(long()) is None


def test_a_short_journey_is_told_all_of_its_faults() -> None:
    assert hopeless(told(legs=[{"id": n} for n in range(4_000)])) is None
