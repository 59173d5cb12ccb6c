from __future__ import annotations

import pytest
from starlette.requests import Request

from journey.server.negotiation import language


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
