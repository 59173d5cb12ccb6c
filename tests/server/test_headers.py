from __future__ import annotations

import pytest

from journey.server.headers import POLICY
from tests.server.asking import get


@pytest.mark.parametrize("path", ["/stories.json", "/oembed", "/no-such"])
def test_every_answer_is_guarded(path: str) -> None:
    headers = get(path).headers

    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"


def policy() -> dict[str, list[str]]:
    return {name: values for name, *values in map(str.split, POLICY.split(";"))}


def test_no_foreign_host_is_let_in_but_for_pictures_of_tiles() -> None:
    hosts = {
        (name, value) for name, values in policy().items() for value in values if "//" in value
    }

    assert hosts == {
        ("img-src", "https://tile.openstreetmap.org"),
        ("img-src", "https://a.tile.opentopomap.org"),
        ("img-src", "https://server.arcgisonline.com"),
    }


def test_no_directive_is_open_to_all() -> None:
    loose = {"*", "http:", "https:", "'unsafe-hashes'"}

    assert [name for name, values in policy().items() if loose & set(values)] == []
    assert policy()["default-src"] == ["'self'"]
    assert policy()["object-src"] == ["'none'"]
