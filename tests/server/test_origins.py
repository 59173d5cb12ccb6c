from __future__ import annotations

import pytest

from journey.server.origins import own

HOST = "maps.example:8501"


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://maps.example:8501", HOST), ("https://MAPS.example:8501", HOST),
        ("http://maps.example", "maps.example:80"), ("https://maps.example", "maps.example:443"),
        ("https://maps.example:443", "maps.example"), ("http://[::1]:8501", "[::1]:8501"),
    ],
)  # fmt: skip
def test_the_hosts_own_origin_is_known(origin: str, host: str) -> None:
    assert own(origin, host)


@pytest.mark.parametrize(
    "origin",
    [
        "", "null", "http://maps.example", "http://maps.example:8502", "ftp://maps.example:8501",
        "http://maps.example:8501/", "http://a@maps.example:8501", "http://maps.example:8501#a",
        " http://maps.example:8501", "http://maps.example:8501.evil.example",
        "http://maps.example:8501, http://maps.example:8501", "http://maps.example:8501\n",
    ],
)  # fmt: skip
def test_any_other_is_foreign(origin: str) -> None:
    assert not own(origin, HOST)


def test_others_are_known_as_they_are_named() -> None:
    others = ["https://listed.example", "", "*", "not an origin"]

    assert own("https://listed.example:443", HOST, others)
    for foreign in ("http://listed.example", "https://a.listed.example", "*", "", "not an origin"):
        assert not own(foreign, HOST, others)
