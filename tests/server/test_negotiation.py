from __future__ import annotations

import pytest
from starlette.requests import Request

from journey.server.negotiation import language, takes_gzip


def asked(query: str = "", accepted: str = "") -> Request:
    """A request for that query by a browser that prefers those languages."""
    headers = [(b"accept-language", accepted.encode())]
    return Request({"type": "http", "query_string": query.encode(), "headers": headers})


def test_the_language_of_the_link_is_taken_whatever_the_browser_prefers() -> None:
    assert language(asked("lang=en", "ko")) == ("en", "")


@pytest.mark.parametrize("query", ["", "lang=", "lang=xx", "lang=%3Cscript%3E"])
@pytest.mark.parametrize("accepted", ["", "xx-YY,en", "en-GB,en;q=0.9", "*"])
def test_else_it_is_the_browsers_or_english_and_varies_with_that(query: str, accepted: str) -> None:
    assert language(asked(query, accepted)) == ("en", "Accept-Language")


def codings(*accepted: str) -> Request:
    """A request with those headers of what codings are accepted."""
    headers = [(b"accept-encoding", value.encode()) for value in accepted]
    return Request({"type": "http", "headers": headers})


# The examples of RFC 9110, 12.5.3, and what it says of weights, names and *.
@pytest.mark.parametrize(
    ("accepted", "gzip"),
    [
        ("compress, gzip", True), ("", False), ("*", True), ("compress;q=0.5, gzip;q=1.0", True),
        ("gzip;q=1.0, identity; q=0.5, *;q=0", True), ("identity, *;q=0", False),
        ("X-GZIP", True), ("gzip;q=0.999, identity", False), ("gzip;q=1.001", False),
        ("gzip;level=9", False), ("*;q=0.1, gzip;q=0", False), ("*;q=0, gzip;q=0.1", True),
    ],
)  # fmt: skip
def test_gzip_is_taken_where_it_is_wanted_as_much_as_nothing(accepted: str, gzip: bool) -> None:
    assert takes_gzip(codings(accepted)) is gzip


def test_several_headers_are_one_list() -> None:
    assert takes_gzip(codings("br", "gzip"))
    assert not takes_gzip(codings("gzip;q=0.5", "identity"))
    assert not takes_gzip(codings())


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("de, en", "de"), ("en, de", "en"), ("de-AT;q=0.9, en;q=0.8", "de"), ("DE-at", "de"),
        ("sv, de;q=0.1", "de"), ("en;q=0, de", "de"), ("sv", "de"), ("*", "de"), ("", "de"),
        ("zh-Hant-TW, en;q=0.1", "en"), ("xx," * 100_000 + "en", "de"),
    ],
)  # fmt: skip
def test_a_journey_is_told_in_its_own_language_where_the_browser_wants_none_better(
    accepted: str, code: str
) -> None:
    assert language(asked(accepted=accepted), ["de"]) == (code, "Accept-Language")


def test_a_journeys_own_language_is_one_that_a_link_may_name() -> None:
    assert language(asked("lang=de", "en"), ["de"]) == ("de", "")
