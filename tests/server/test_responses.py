from __future__ import annotations

import pytest
from starlette.requests import Request

from journey.server.responses import answer, sent

FOUND = sent(b"A text. " * 99, "text/plain")


def asked(**headers: str) -> Request:
    """A request with those headers."""
    raw = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    return Request({"type": "http", "headers": raw})


def test_the_same_content_has_the_same_name() -> None:
    assert FOUND.version == sent(FOUND.plain, "text/plain").version
    assert FOUND.version != sent(b"Another", "text/plain").version


def test_what_it_varies_with_is_named_once() -> None:
    assert answer(asked(), FOUND, {}).headers["vary"] == "Accept-Encoding"
    told = answer(asked(), FOUND, {"Vary": "Accept"})
    assert told.headers["vary"] == "Accept-Encoding, Accept"


@pytest.mark.parametrize(("accepted", "packed"), [("gzip", True), ("gzip;q=0", False), ("", False)])
def test_the_tag_is_that_of_what_is_sent(accepted: str, packed: bool) -> None:
    told = answer(asked(accept_encoding=accepted), FOUND, {})

    assert told.headers["etag"].endswith('-gz"') == packed
    again = asked(accept_encoding=accepted, if_none_match=told.headers["etag"])
    assert answer(again, FOUND, {}).status_code == 304


def test_the_tag_of_the_plain_one_does_not_stand_for_the_packed_one() -> None:
    plain = answer(asked(), FOUND, {}).headers["etag"]

    assert answer(asked(accept_encoding="gzip", if_none_match=plain), FOUND, {}).status_code == 200
