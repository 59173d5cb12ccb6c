from __future__ import annotations

from journey.errors import dotted
from journey.files.advice.claims import claims
from tests.conftest import known, leg, told


def test_a_reason_beside_a_method_is_told_as_useless() -> None:
    both = known(value=1, unit="h", method={"en": "By a map."})

    found = claims(told(legs=[leg("a", "b", duration=[both])]))

    assert [(dotted(fault.path), fault.code) for fault in found] == [
        ("legs[0].duration[0].reason", "reason_untold")
    ]


def test_one_of_the_two_is_right() -> None:
    assert list(claims(told(rights={"basis": "Free."}))) == []
