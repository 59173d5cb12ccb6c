from __future__ import annotations

import pytest

from journey.errors import close

KEYS = ["duration", "from", "mode"]


@pytest.mark.parametrize(
    ("name", "near"), [("duratoin", "duration"), ("form", "from"), ("colour", None)]
)
def test_a_misspelt_key_is_recognised(name: str, near: str | None) -> None:
    assert close(name, KEYS) == near
