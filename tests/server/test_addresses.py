from __future__ import annotations

import pytest
from starlette.requests import Request

from journey.errors import PublicAddressError
from journey.server import addresses
from journey.server.addresses import PUBLIC, story_at
from journey.server.headers import PRIVATE, SHARED


def asked(host: str = "maps.example") -> Request:
    """A request to that host."""
    headers = [(b"host", host.encode())]
    return Request({"type": "http", "scheme": "http", "path": "/", "headers": headers})


@pytest.mark.parametrize(
    ("given", "root"),
    [
        ("https://maps.example", "https://maps.example/"),
        ("http://maps.example:8080/", "http://maps.example:8080/"),
        ("https://maps.example/some/where/", "https://maps.example/some/where/"),
        ("https://[2001:db8::1]/", "https://[2001:db8::1]/"),
    ],
)
def test_the_public_address_ends_in_a_slash(
    given: str, root: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PUBLIC, given)

    assert addresses.public() == root


@pytest.mark.parametrize(
    "given",
    [
        "maps.example", "ftp://maps.example/", "javascript:alert(1)", "//maps.example", "https://",
        "https://me:secret@maps.example/", "https://maps.example/?a=b", "https://maps.example/#a",
        "https://maps .example/", 'https://maps.example/"><script>', "http://[broken/",
        "http://maps.example:port/", "http://maps.example\r\nX: y",
    ],
)  # fmt: skip
def test_what_is_no_address_for_a_browser_is_refused(
    given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PUBLIC, given)

    with pytest.raises(PublicAddressError) as caught:
        addresses.public()

    assert (caught.value.name, caught.value.given) == (PUBLIC, given)


@pytest.mark.parametrize("unset", [None, ""])
def test_without_one_the_host_of_the_request_is_told_to_nobody_else(
    unset: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PUBLIC, raising=False)
    if unset is not None:
        monkeypatch.setenv(PUBLIC, unset)

    root, headers = addresses.root(asked())

    assert root == "http://maps.example/"
    assert headers == {"Cache-Control": PRIVATE, "Vary": "Host, X-Forwarded-Proto"}


def test_with_one_the_host_of_the_request_is_told_to_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(PUBLIC, "https://maps.example/")

    root, headers = addresses.root(asked("evil.example"))

    assert root == "https://maps.example/"
    assert headers == {"Cache-Control": SHARED}


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("/story/silk", ("silk", "")),
        ("/story/silk?lang=ko", ("silk", "ko")),
        ("http://maps.example/story/silk?a=b&lang=en#leg=a", ("silk", "en")),
        ("https://public.example/below/story/silk", ("silk", "")),
    ],
)
def test_a_story_page_is_known_by_its_path_and_by_either_address(
    url: str, found: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PUBLIC, "https://public.example/below")

    assert story_at(url, asked()) == found


@pytest.mark.parametrize(
    "url",
    [
        "", "/", "story/silk", "//elsewhere.example/story/silk", "https://maps.example/story/silk",
        "http://maps.example.elsewhere.example/story/silk", "https://public.example/story/silk",
        "http://maps.example/story/../silk", "http://maps.example/below/story/silk",
        "/story/silk.kml", "/story/silk/sheet", "javascript:alert(1)",
    ],
)  # fmt: skip
def test_nothing_else_is_a_story_page(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PUBLIC, "https://public.example/below")

    assert story_at(url, asked()) is None


@pytest.mark.parametrize(
    ("given", "origin"),
    [
        ("https://maps.example/below/", "https://maps.example"),
        ("http://[::1]:8501", "http://[::1]:8501"),
        ("", ""),
    ],
)
def test_the_public_origin_is_that_of_the_public_address(
    given: str, origin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PUBLIC, given)

    assert addresses.public_origin() == origin
