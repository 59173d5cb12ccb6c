from __future__ import annotations

import pytest
from starlette.requests import Request

from journey.server.responses import Representation, respond

FOUND = Representation.of(b"A text. " * 99, "text/plain")


def asked(**headers: str) -> Request:
    """A request with those headers."""
    raw = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    return Request({"type": "http", "headers": raw})


def test_the_same_content_has_the_same_version() -> None:
    assert FOUND.version == Representation.of(FOUND.plain, "text/plain").version
    assert FOUND.version != Representation.of(b"Another", "text/plain").version


def test_what_it_varies_with_is_named_once() -> None:
    assert respond(asked(), FOUND, {}).headers["vary"] == "Accept-Encoding"
    answer = respond(asked(), FOUND, {"Vary": "Accept"})
    assert answer.headers["vary"] == "Accept-Encoding, Accept"


@pytest.mark.parametrize(
    ("accepted", "gzipped"), [("gzip", True), ("gzip;q=0", False), ("", False)]
)
def test_the_tag_is_that_of_what_is_sent(accepted: str, gzipped: bool) -> None:
    answer = respond(asked(accept_encoding=accepted), FOUND, {})

    assert answer.headers["etag"].endswith('-gz"') == gzipped
    again = asked(accept_encoding=accepted, if_none_match=answer.headers["etag"])
    assert respond(again, FOUND, {}).status_code == 304


def test_the_tag_of_the_plain_one_does_not_stand_for_the_gzipped_one() -> None:
    plain = respond(asked(), FOUND, {}).headers["etag"]

    assert respond(asked(accept_encoding="gzip", if_none_match=plain), FOUND, {}).status_code == 200
