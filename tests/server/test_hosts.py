from __future__ import annotations

import pytest
from starlette.requests import Request

from journey.server.hosts import base, well_formed
from tests.server.asking import get


@pytest.mark.parametrize(
    "host",
    [
        "maps.example", "MAPS.example.", "localhost:8501", "10.0.0.1", "[::1]", "[2001:db8::1]:80",
        "[::ffff:10.0.0.1]:1", "my_container:8501", "xn--e1afmkfd.example", "x" * 253,
    ],
)  # fmt: skip
def test_a_name_of_a_server_is_known(host: str) -> None:
    assert well_formed(host)


@pytest.mark.parametrize(
    "host",
    [
        "", " ", ":80", "a:", "a:b", "a:123456", "a/b", "a@b", "a b", "a\tb", "a\n", "::1", "[::1",
        "[]", "[g]", "[::1]a", "a<b", "a'b", 'a"b', "a%b", "\u00e9.example", "a,b", "x" * 254,
    ],
)  # fmt: skip
def test_what_can_be_none_is_not(host: str) -> None:
    assert not well_formed(host)
    assert get("/stories.json", host=host).status == 400


def test_a_request_without_a_host_is_answered() -> None:
    assert get("/stories").status == 200


@pytest.mark.parametrize(
    ("scheme", "root"),
    [
        ("http", "http://maps.example:8501/"), ("https", "https://maps.example:8501/"),
        ("ws", "http://maps.example:8501/"), ("wss", "https://maps.example:8501/"),
    ],
)  # fmt: skip
def test_the_root_is_reached_by_http_or_https(scheme: str, root: str) -> None:
    headers = [(b"host", b"maps.example:8501")]
    scope = {"type": "http", "scheme": scheme, "path": "/stories", "headers": headers}

    assert base(Request(scope)) == root
