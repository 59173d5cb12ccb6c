from __future__ import annotations

import json
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from journey import Track
from journey.server.addresses import PUBLIC
from journey.server.cache import ADDRESSED
from journey.server.headers import PRIVATE, SHARED
from tests.server.asking import Answer, get

STORY = "/story/handcar-2021"
HOST = {"host": "maps.example"}
HERE = "http://maps.example"


def oembed(url: str, **more: str) -> Answer:
    """What the endpoint tells of that address."""
    query = "&".join(f"{k}={quote(v, safe='')}" for k, v in {"url": url, **more}.items())
    return get(f"/oembed?{query}", **HOST)


def test_a_story_page_can_be_embedded(handcar: Track) -> None:
    found = json.loads(oembed(f"{HERE}{STORY}?lang=en", maxwidth="500", maxheight="9999").body)

    assert (found["version"], found["type"]) == ("1.0", "rich")
    assert (found["width"], found["height"]) == (500, 640)
    frame = ElementTree.fromstring(found["html"])
    assert frame.attrib["src"] == f"{HERE}{STORY}?lang=en"
    assert frame.attrib["title"] == found["title"] == handcar.journey.title["en"]
    assert frame.attrib["loading"] == "lazy"


@pytest.mark.parametrize(
    "url",
    [
        "", "https://elsewhere.example/story/handcar-2021", f"{HERE}/story/no-such", f"{HERE}/",
        "javascript:alert(1)", f"https://maps.example{STORY}", f"{HERE}/story/../handcar-2021",
        "http://[broken/story/handcar-2021",
    ],
)  # fmt: skip
def test_other_pages_are_not_embedded(url: str) -> None:
    assert oembed(url).status == 404


def test_embedding_speaks_json_only() -> None:
    assert oembed(f"{HERE}{STORY}", format="xml").status == 501


@pytest.mark.parametrize("nonsense", ["0", "-5", "x", "1e9", "99999999999"])
def test_a_size_that_is_none_is_left_alone(nonsense: str) -> None:
    assert json.loads(oembed(f"{HERE}{STORY}", maxwidth=nonsense).body)["width"] == 960


def test_the_code_is_a_picture_of_the_address() -> None:
    answer = get(f"{STORY}.qr.svg", **HOST)

    drawing = ElementTree.fromstring(answer.body)
    assert drawing.tag.endswith("svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert get(f"{STORY}.qr.svg", host="other.example").body != answer.body


def test_there_is_no_code_of_what_is_not_there() -> None:
    assert get("/story/no-such.qr.svg", **HOST).status == 404


def test_there_is_no_code_of_an_address_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PUBLIC, f"https://maps.example/{'x' * 2_000}/")

    assert get(f"{STORY}.qr.svg").status == 404


@pytest.mark.parametrize("path", [f"{STORY}.qr.svg", f"/oembed?url={STORY}"])
def test_what_tells_the_host_of_the_request_is_kept_for_nobody_else(path: str) -> None:
    headers = get(path, **HOST).headers

    assert headers["cache-control"] == PRIVATE
    assert "Host" in headers["vary"].split(", ")


@pytest.mark.parametrize("path", [f"{STORY}.qr.svg", f"/oembed?url={STORY}"])
def test_with_a_public_address_it_is_the_same_for_every_host(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PUBLIC, "https://public.example/")

    one, other = get(path, **HOST), get(path, host="evil.example")

    assert one.body == other.body
    assert one.headers["cache-control"] == SHARED
    assert "Host" not in one.headers.get("vary", "")


def test_the_frame_is_that_of_the_public_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PUBLIC, "https://public.example/")

    found = json.loads(oembed(f"https://public.example{STORY}").body)

    assert found["provider_url"] == "https://public.example/"
    frame = ElementTree.fromstring(found["html"])
    assert frame.attrib["src"] == f"https://public.example{STORY}?lang=en"


def test_codes_for_many_hosts_push_nothing_else_out() -> None:
    before = get(f"{STORY}.csv").headers["etag"]

    for number in range(3):
        get(f"{STORY}.qr.svg", host=f"h{number}.example")

    assert get(f"{STORY}.csv", if_none_match=before).status == 304
    assert ADDRESSED.get("http://h2.example/story/handcar-2021?lang=en", lambda: None) is not None
