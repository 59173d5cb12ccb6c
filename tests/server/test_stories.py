from __future__ import annotations

import json
import os
import shutil
from gzip import decompress
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from journey.exports.formats import FORMATS
from journey.pages.story import policy
from journey.server import journeys, stories
from tests.conftest import HANDCAR
from tests.server.test_web import Answer, get

STORY = "/story/handcar-2021"
HOST = {"host": "maps.example"}
HERE = "http://maps.example"


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "_fresh", {})


def oembed(url: str, **more: str) -> Answer:
    """What the endpoint tells of that address."""
    query = "&".join(f"{k}={quote(v, safe='')}" for k, v in {"url": url, **more}.items())
    return get(f"/oembed?{query}", **HOST)


def test_a_story_page_is_served_with_a_policy_of_its_own() -> None:
    answer = get(STORY)

    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-security-policy"] == policy()
    assert b"<title>Home by handcar</title>" in answer.body


def test_other_sites_may_show_it_in_a_frame() -> None:
    headers = get(STORY).headers

    assert "frame-ancestors" not in headers["content-security-policy"]
    assert "x-frame-options" not in headers


def test_caches_may_keep_it_and_say_so_when_it_is_old() -> None:
    headers = get(f"{STORY}?lang=en").headers

    assert headers["cache-control"] == "public, max-age=60, stale-while-revalidate=86400"
    assert headers["vary"] == "Accept-Encoding"
    assert get(STORY).headers["vary"] == "Accept-Encoding, Accept-Language"


def test_it_is_packed_where_that_is_taken_and_has_another_tag_then() -> None:
    plain, packed = get(STORY), get(STORY, accept_encoding="gzip, br")

    assert decompress(packed.body) == plain.body
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["etag"] != plain.headers["etag"]
    assert plain.headers["etag"].startswith('"')


@pytest.mark.parametrize("told", ["{}", "W/{}", '"other", {}', "*"])
def test_who_has_it_gets_no_second_copy(told: str) -> None:
    first = get(STORY)

    answer = get(STORY, if_none_match=told.format(first.headers["etag"]))

    assert (answer.status, answer.body) == (304, b"")
    assert answer.headers["etag"] == first.headers["etag"]
    assert answer.headers["cache-control"] == first.headers["cache-control"]


def test_who_has_another_one_gets_this_one() -> None:
    assert get(STORY, if_none_match='"other"').status == 200


@pytest.mark.parametrize("path", [STORY, f"{STORY}.html", "/stories", f"{STORY}.qr.svg"])
def test_the_head_alone_can_be_asked_for(path: str) -> None:
    answer = get(path, method="HEAD")

    assert answer.status == 200
    assert answer.headers["etag"]


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_is_served_as_a_file(suffix: str) -> None:
    answer = get(f"{STORY}.{suffix}")

    assert answer.status == 200
    assert answer.headers["content-type"].startswith(FORMATS[suffix].kind)
    name = f'attachment; filename="handcar-2021.{suffix}"'
    assert answer.headers["content-disposition"] == name
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("query", ["?lang=xx", "?lang=", "?lang=%3Cscript%3E", ""])
def test_a_language_that_is_not_there_falls_back_to_english(query: str) -> None:
    assert b'<html lang="en">' in get(STORY + query, accept_language="xx-YY,en").body


@pytest.mark.parametrize(
    "name", ["no-such", "HANDCAR-2021", "%2e%2e", "handcar-2021.exe", "handcar-2021.", "a" * 3_000]
)
def test_where_nothing_is_the_journeys_are_listed(name: str) -> None:
    answer = get(f"/story/{name}")

    assert answer.status == 404 or name == "handcar-2021."
    assert b"Home by handcar" in answer.body


def test_a_page_that_is_missing_is_kept_by_nobody_and_leads_to_those_that_are() -> None:
    answer = get("/story/no-such")

    assert answer.headers["cache-control"] == "no-store"
    assert b'href="../story/handcar-2021?lang=en"' in answer.body
    assert b'href="story/handcar-2021?lang=en"' in get("/stories").body


def test_a_changed_journey_has_a_new_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = shutil.copytree(HANDCAR, tmp_path / "handcar-2021") / "journey.yaml"
    monkeypatch.setenv("JOURNEYS", str(tmp_path))
    monkeypatch.setattr(stories, "LOOK", 0)
    before = get(STORY)

    file.write_text(file.read_text("utf-8").replace("Home by handcar", "Home again"), "utf-8")
    os.utime(file, (1, 1))
    after = get(STORY)

    assert before.headers["etag"] != after.headers["etag"]
    assert b"<title>Home again</title>" in after.body


def test_a_journey_that_breaks_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = shutil.copytree(HANDCAR, tmp_path / "handcar-2021") / "journey.yaml"
    monkeypatch.setenv("JOURNEYS", str(tmp_path))
    monkeypatch.setattr(stories, "LOOK", 0)
    assert get(STORY).status == 200

    file.write_text("id: [", "utf-8")
    os.utime(file, (1, 1))

    assert get(STORY).status == 404
    assert b"There is no journey here yet." in get("/stories").body


def test_a_page_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = stories.made(HANDCAR, "en", "html")

    assert stories.made(HANDCAR, "en", "html") is first
    assert get(STORY).body == first.plain


@pytest.mark.parametrize(
    ("path", "accept"), [("/stories.json", "*/*"), ("/stories", "application/json")]
)
def test_the_journeys_are_listed_as_data(path: str, accept: str) -> None:
    answer = get(path, accept=accept, **HOST)

    (found,) = json.loads(answer.body)["stories"]
    assert found["title"] == "Home by handcar"
    assert found["url"] == f"{HERE}/story/handcar-2021?lang=en"
    assert set(found["files"]) == set(FORMATS)
    assert "Accept" in answer.headers["vary"].split(", ")


def test_every_address_in_the_list_leads_somewhere() -> None:
    (found,) = json.loads(get("/stories.json", **HOST).body)["stories"]

    for url in (found["url"], *found["files"].values()):
        assert get(url.removeprefix(HERE)).status == 200


def test_a_story_page_tells_where_its_embedding_is_described() -> None:
    link = get(STORY, **HOST).headers["link"]

    address, kind = link.split(">; ", 1)
    assert kind == 'rel="alternate"; type="application/json+oembed"'
    assert json.loads(get(address.removeprefix("<"), **HOST).body)["title"] == "Home by handcar"


def test_a_story_page_can_be_embedded() -> None:
    found = json.loads(oembed(f"{HERE}{STORY}?lang=en", maxwidth="500", maxheight="9999").body)

    assert (found["version"], found["type"]) == ("1.0", "rich")
    assert (found["width"], found["height"]) == (500, 640)
    frame = ElementTree.fromstring(found["html"])
    assert frame.attrib["src"] == f"{HERE}{STORY}?lang=en"
    assert frame.attrib["title"] == "Home by handcar"
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


def test_a_hostile_host_stays_inside_its_attribute() -> None:
    evil = {"host": '"><script>alert(1)</script>'}

    link = get(STORY, **evil).headers["link"]

    assert link.count("<") == link.count(">") == 1
    assert "\n" not in link


def test_the_code_is_a_picture_of_the_address() -> None:
    answer = get(f"{STORY}.qr.svg", **HOST)

    drawing = ElementTree.fromstring(answer.body)
    assert drawing.tag.endswith("svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert get(f"{STORY}.qr.svg", host="other.example").body != answer.body


@pytest.mark.parametrize(
    ("path", "host"), [("/story/no-such.qr.svg", "x.example"), (f"{STORY}.qr.svg", "x" * 2_000)]
)
def test_there_is_no_code_of_what_is_not_there_or_too_long(path: str, host: str) -> None:
    assert get(path, host=host).status == 404


def test_the_shelf_may_be_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYS", str(tmp_path))

    assert journeys.folders() == {}
    assert get("/stories").status == 200
    assert json.loads(get("/stories.json").body) == {"stories": []}


def test_the_handout_is_served_and_may_run_nothing() -> None:
    answer = get(f"{STORY}/handout")

    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src")
    assert b"<script" not in answer.body


def test_a_handout_of_no_journey_is_not_found() -> None:
    assert get("/story/no-such/handout").status == 404
