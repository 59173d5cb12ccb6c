"""Encodings, tags and methods, as they arrive through the whole server."""

from __future__ import annotations

from gzip import decompress

import pytest

from tests.attacks.raw import Raw, ask
from tests.serving import Server

STORY = "/story/handcar-2021?lang=en"
OURS = [STORY, "/story/handcar-2021.csv?lang=en", "/stories?lang=en", "/stories.json?lang=en"]
COMPONENT = "/component/streamlit_folium.st_folium/index.html"


def asked(server: Server, path: str, accepted: str, *more: str) -> Raw:
    return ask(server, path, f"Accept-Encoding: {accepted}", *more)


def coded(answer: Raw) -> bool:
    """Whether it is gzipped, by its header and by its content."""
    said = answer.one("content-encoding")
    assert said in ("", "gzip")
    assert (said == "gzip") == answer.body.startswith(b"\x1f\x8b")
    return said == "gzip"


@pytest.mark.parametrize(
    ("accepted", "gzipped"),
    [
        ("gzip", True), ("GZIP", True), ("x-gzip", True), ("*", True), ("br, Gzip;q=0.5", True),
        ("gzip ; q=0.001", True), ("gzip;Q=1.000", True), ("identity;q=0.5, gzip;q=0.5", True),
        ("identity;q=0, gzip", True), ("identity;q=0, *", True), ("deflate,\tgzip", True),
        ("", False), ("identity", False), ("br", False), ("gzip;q=0", False),
        ("gzip;q=0.000", False), ("*;q=0", False), ("gzip;q=0, *", False), ("identity;q=0", False),
        ("gzip;q=0.4, identity;q=0.5", False), ("gzip;q=2", False), ("gzip;q=", False),
        ("notgzip", False), ("gzip-not", False), (",,;;==", False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/stories?lang=en", COMPONENT])
def test_an_answer_is_gzipped_where_that_is_wanted_and_nowhere_else(
    server: Server, path: str, accepted: str, gzipped: bool
) -> None:
    answer = asked(server, path, accepted)

    assert coded(answer) is gzipped
    assert answer.one("etag").endswith('-gz"') is gzipped


def test_what_is_wanted_may_stand_in_several_headers(server: Server) -> None:
    answer = asked(server, STORY, "identity;q=0.1", "Accept-Encoding: br", "accept-encoding: gzip")

    assert coded(answer)


@pytest.mark.parametrize("path", OURS)
def test_either_coding_has_the_same_content_and_its_own_tag(server: Server, path: str) -> None:
    plain, gzipped = asked(server, path, "gzip;q=0"), asked(server, path, "gzip")

    assert decompress(gzipped.body) == plain.body
    assert plain.one("etag") != gzipped.one("etag")
    assert not plain.one("etag").startswith("W/")


@pytest.mark.parametrize("path", [*OURS, COMPONENT, "/story/handcar-2021.qr.svg"])
@pytest.mark.parametrize("accepted", ["gzip", "gzip;q=0"])
def test_what_an_answer_varies_with_is_named_once(server: Server, path: str, accepted: str) -> None:
    names = asked(server, path, accepted).one("vary").lower().split(", ")

    assert "accept-encoding" in names
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", OURS)
def test_no_cookie_is_set_with_what_caches_may_keep(server: Server, path: str) -> None:
    assert ask(server, path).all("set-cookie") == []


@pytest.mark.parametrize("shape", ["{}", "W/{}", '"a", {}', 'W/"a" ,W/{} , "b"', "*", '"a", *'])
@pytest.mark.parametrize("path", OURS)
def test_who_has_it_already_gets_it_not_again(server: Server, path: str, shape: str) -> None:
    tag = ask(server, path).one("etag")

    again = ask(server, path, f"If-None-Match: {shape.format(tag)}")

    assert (again.status, again.body) == (304, b"")
    assert again.one("etag") == tag
    assert again.one("vary")
    assert again.one("cache-control")


def test_the_tags_of_who_has_it_may_stand_in_several_headers(server: Server) -> None:
    tag = ask(server, STORY).one("etag")

    assert ask(server, STORY, 'If-None-Match: "a"', f"If-None-Match: {tag}").status == 304


@pytest.mark.parametrize("shape", ['"a"', "a", "", '"{}', "W/", '"-gz"'])
def test_another_tag_gets_it(server: Server, shape: str) -> None:
    assert ask(server, STORY, f"If-None-Match: {shape}").status == 200


@pytest.mark.parametrize("path", OURS)
def test_a_part_is_not_sent_but_the_whole(server: Server, path: str) -> None:
    whole, part = ask(server, path), ask(server, path, "Range: bytes=0-9")

    assert (part.status, part.body) == (200, whole.body)


@pytest.mark.parametrize("path", [*OURS, "/oembed?url=/story/handcar-2021", COMPONENT])
def test_the_head_is_that_of_the_answer(server: Server, path: str) -> None:
    whole, head = ask(server, path), ask(server, path, method="HEAD")

    assert (head.status, head.body) == (200, b"")
    for name in ("content-length", "content-type", "etag", "vary", "cache-control"):
        assert head.one(name) == whole.one(name)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("path", [*OURS, "/oembed", "/assets/stage/a", COMPONENT])
def test_an_address_says_what_can_be_done_with_it(server: Server, path: str, method: str) -> None:
    refused = ask(server, path, method=method)

    assert refused.status == 405
    assert set(refused.one("allow").split(", ")) == {"GET", "HEAD"}


def test_the_scripts_of_the_page_are_gzipped_and_kept_for_ever(server: Server) -> None:
    page = ask(server, "/").body.decode()
    script = "/static/js/index." + page.split("static/js/index.")[1].split('"')[0]

    plain, gzipped = ask(server, script), asked(server, script, "gzip")

    assert decompress(gzipped.body) == plain.body
    assert "immutable" in gzipped.one("cache-control")
    assert asked(server, script, "gzip", f"If-None-Match: {gzipped.one('etag')}").status == 304
