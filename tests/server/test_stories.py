from __future__ import annotations

import json
import re
import shutil
from gzip import decompress
from pathlib import Path
from unittest.mock import Mock
from urllib.parse import quote

import pytest

from journey import Track
from journey.basemap.browser import basemap
from journey.exports.formats import FORMATS
from journey.files.read import STORY as STORY_FILE
from journey.pages import story as pages
from journey.pages.story import policy_of
from journey.prints.prints import PRINTS
from journey.server import assets, journeys, shelf, spine
from journey.server.addresses import PUBLIC
from journey.server.cache import Cache
from journey.server.headers import PRIVATE, SHARED, UNKEPT
from journey.server.spine import Spine, State
from journey.words.wording import Wording
from tests.conftest import HANDCAR
from tests.server.asking import get
from tests.shelves import put

STORY = "/story/handcar-2021"
HOST = {"host": "maps.example"}
HERE = "http://maps.example"
OTHERS = ("?lang=ko", "?lang=ru")  # what a page in English leads to in other languages


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only journey there is; its files are looked at for every request."""
    monkeypatch.setenv("JOURNEYS", str(tmp_path))
    monkeypatch.setattr(journeys, "LOOK", 0)
    return shutil.copytree(HANDCAR, tmp_path / "handcar-2021")


def links(page: bytes) -> list[str]:
    """Where the links in the page's text lead, in order."""
    return re.findall('<a href="([^"]*)"', page.partition(b"<main")[2].decode())


def test_a_story_page_is_served_with_the_policy_that_it_names(handcar: Track) -> None:
    answer = get(STORY)

    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-security-policy"] == policy_of(answer.body)
    assert f"<title>{handcar.journey.title['en']}</title>".encode() in answer.body


def test_other_sites_may_show_it_in_a_frame() -> None:
    headers = get(STORY).headers

    assert "frame-ancestors" not in headers["content-security-policy"]
    assert "x-frame-options" not in headers


def test_caches_may_keep_it_and_say_so_when_it_is_old() -> None:
    headers = get(f"{STORY}?lang=en").headers

    assert headers["cache-control"] == SHARED
    assert headers["vary"] == "Accept-Encoding"
    assert get(STORY).headers["vary"] == "Accept-Encoding, Accept-Language"


def test_it_is_gzipped_where_that_is_taken_and_has_another_tag_then() -> None:
    plain, gzipped = get(STORY), get(STORY, accept_encoding="gzip, br")

    assert decompress(gzipped.body) == plain.body
    assert gzipped.headers["content-encoding"] == "gzip"
    assert gzipped.headers["etag"] != plain.headers["etag"]
    assert plain.headers["etag"].startswith('"')


@pytest.mark.parametrize("tags", ["{}", "W/{}", '"other", {}', "*"])
def test_who_has_it_gets_no_second_copy(tags: str) -> None:
    first = get(STORY)

    answer = get(STORY, if_none_match=tags.format(first.headers["etag"]))

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


@pytest.mark.parametrize(
    "name", ["no-such", "HANDCAR-2021", "%2e%2e", "handcar-2021.exe", "a" * 3_000, ".html"]
)
def test_where_nothing_is_the_journeys_are_listed_and_nobody_keeps_that(name: str) -> None:
    answer = get(f"/story/{name}")

    assert (answer.status, answer.headers["cache-control"]) == (404, "no-store")
    assert answer.headers["content-security-policy"] == policy_of(answer.body)
    assert links(answer.body)[:3] == [*OTHERS, "../story/handcar-2021?lang=en"]


def test_a_changed_journey_has_a_new_page(folder: Path) -> None:
    file = folder / "journey.yaml"
    before, same = get(STORY), get(STORY)

    file.write_text(file.read_text("utf-8").replace("Home by handcar", "Home again"), "utf-8")
    after = get(STORY)

    assert before.headers["etag"] == same.headers["etag"] != after.headers["etag"]
    assert b"<title>Home again</title>" in after.body


@pytest.mark.parametrize("path", [STORY, f"{STORY}.csv", f"{STORY}/sheet"])
def test_a_journey_that_breaks_stays_as_it_was_and_one_that_goes_is_gone(
    path: str, folder: Path
) -> None:
    shelf.whole()
    before = get(path)

    (folder / "journey.yaml").write_text("id: [", "utf-8")
    shelf.whole()
    broken = get(path)
    shutil.rmtree(folder)
    shelf.whole()

    assert (broken.status, broken.body) == (200, before.body)
    assert get(path).status == 404
    # What is left leads to the list in the other languages.
    assert [url for url in links(get("/stories").body) if not url.startswith("?lang=")] == []


@pytest.mark.parametrize(
    "path",
    [
        "/story/no-such", "/story/no-such.csv", "/story/no-such/key", "/story/faulty",
        "/stories", "/stories.json", "/oembed?url=/story/no-such", "/oembed?url=/story/faulty",
        f"/oembed?url={STORY}", f"{STORY}.qr.svg",
    ],
)  # fmt: skip
def test_what_can_be_told_without_a_track_reads_no_journey(
    path: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(folder, folder.parent / "faulty")  # Its id is another's.
    assert {found.state for found in shelf.whole()} == {State.SOUND, State.FAULTY}
    monkeypatch.setattr(journeys, "CACHE", Cache())
    for room in (journeys, spine):
        monkeypatch.setattr(room, "read", None)

    assert get(path).status == (404 if "no-such" in path or "faulty" in path else 200)


@pytest.mark.parametrize("path", ["/stories", "/stories.json"])
def test_while_journeys_are_still_read_nobody_keeps_the_list(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "shelf", lambda: (Spine("a", Path("a")),))

    answer = get(path)

    assert (answer.status, answer.headers["cache-control"]) == (200, UNKEPT)


def test_the_journeys_are_listed_for_people() -> None:
    answer = get("/stories?lang=en")

    assert links(answer.body)[:3] == [*OTHERS, "story/handcar-2021?lang=en"]
    assert answer.headers["cache-control"] == SHARED
    assert answer.headers["vary"] == "Accept-Encoding, Accept"
    assert get("/stories").headers["vary"] == "Accept-Encoding, Accept, Accept-Language"


@pytest.mark.parametrize(
    ("path", "accept"), [("/stories.json", "*/*"), ("/stories", "application/json")]
)
def test_the_journeys_are_listed_as_data(path: str, accept: str, handcar: Track) -> None:
    answer = get(path, accept=accept, **HOST)

    found, *_ = json.loads(answer.body)["stories"]
    assert list(found) == ["id", "title", "summary", "url", "files", "line", "picture"]
    assert (found["id"], found["title"]) == ("handcar-2021", handcar.journey.title["en"])
    assert found["url"] == f"{HERE}/story/handcar-2021?lang=en"
    assert set(found["files"]) == set(FORMATS)


def test_data_with_the_host_of_the_request_is_kept_for_nobody_else() -> None:
    headers = get("/stories.json", **HOST).headers

    assert headers["cache-control"] == PRIVATE
    names = ["Accept-Encoding", "Accept", "Accept-Language", "Host", "X-Forwarded-Proto"]
    assert headers["vary"].split(", ") == names


def test_with_a_public_address_the_host_of_the_request_stands_nowhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(PUBLIC, "https://public.example/maps")
    page, data = (get(path, host="evil.example") for path in (STORY, "/stories.json"))

    told = page.headers["link"].encode() + page.body + data.body

    assert b"evil.example" not in told
    found, *_ = json.loads(data.body)["stories"]
    assert found["url"] == "https://public.example/maps/story/handcar-2021?lang=en"
    assert data.headers["cache-control"] == SHARED
    url = quote(found["url"], safe="")
    assert f"<https://public.example/maps/oembed?url={url}&" in page.headers["link"]


def test_every_address_in_the_list_leads_somewhere() -> None:
    found, *_ = json.loads(get("/stories.json", **HOST).body)["stories"]

    for url in (found["url"], *found["files"].values()):
        assert get(url.removeprefix(HERE)).status == 200


@pytest.mark.parametrize("name", PRINTS)
def test_a_print_is_served_and_may_run_nothing(name: str) -> None:
    answer = get(f"{STORY}/{name}?lang=en")

    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src")
    assert answer.headers["cache-control"] == SHARED
    assert f": {Wording('en').say(PRINTS[name].label)}</title>".encode() in answer.body.replace(
        b"&#39;", b"'"
    )
    assert b"<script" not in answer.body


@pytest.mark.parametrize("name", PRINTS)
def test_a_print_of_no_journey_is_not_found(name: str) -> None:
    assert get(f"/story/no-such/{name}").status == 404


@pytest.mark.parametrize("query", ["", "?lang=en", "?lang=%22%0d%0ax"])
def test_the_old_address_of_the_handout_leads_to_the_pupils_sheet(query: str) -> None:
    answer = get(f"{STORY}/handout{query}")

    assert (answer.status, answer.headers["location"]) == (308, f"sheet{query}")


def test_a_story_page_tells_where_its_embedding_is_described_whatever_its_host() -> None:
    link = get(STORY, **HOST).headers["link"]

    address, kind = link.split(", ")[0].split(">; ", 1)
    assert kind == 'rel="alternate"; type="application/json+oembed"'
    assert json.loads(get(address.removeprefix("<"), **HOST).body)["type"] == "rich"
    assert get(STORY, host="elsewhere.example").headers["link"] == link


def test_the_list_may_be_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYS", str(tmp_path))

    assert get("/stories").status == 200
    assert json.loads(get("/stories.json").body) == {"stories": []}


def test_the_story_page_is_the_same_as_the_command_writes_but_for_its_other_languages(
    handcar: Track,
) -> None:
    served = get(f"{STORY}?lang=en").body
    written = FORMATS["html"].make(handcar, Wording("en"))

    # Those are set in letters of their own, and a leg leads to other pages that are served.
    letters = rb"base64,[^)]*\)|'sha256-[^']*'"
    others = rb'<a href="\?lang=[^>]*>[^<]*</a>|<[^>]* class="see">[^>]*>|' + letters
    assert re.sub(others, b"", served) == re.sub(others, b"", written)


def test_the_base_map_is_made_once_for_the_dashboard_and_the_story_page(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journeys, "CACHE", Cache())
    made = Mock(wraps=basemap)
    for room in (assets, pages):
        monkeypatch.setattr(room, "basemap", made)

    assets.journey_script(journeys.edition(folder), "en")
    get(f"{STORY}?lang=en")

    assert made.call_count == 1


def test_a_journey_in_german_only_is_told_in_german_with_english_words_around_it(
    folder: Path,
) -> None:
    file = put(folder.parent, "reise", "Heim") / STORY_FILE
    file.write_text(file.read_text("utf-8").replace('"en"', '"de"'), "utf-8")
    shelf.whole()

    by_link, by_itself = get("/story/reise?lang=de"), get("/story/reise", accept_language="sv")

    assert by_link.body == by_itself.body
    assert b'<html lang="en">' in by_link.body
    assert b'<h1 lang="de" dir="ltr">Heim</h1>' in by_link.body


@pytest.fixture
def german(folder: Path) -> Path:
    """The only journey there is, which has its title in German, too."""
    (folder / "journey.de.yaml").write_text("title: Heim mit der Draisine\n", "utf-8")
    return folder


def test_a_page_leads_to_itself_in_the_other_languages(german: Path) -> None:
    link = b'<a href="?lang=de" hreflang="de" lang="de">Deutsch</a>'

    for address in (STORY, f"{STORY}/sheet"):
        assert link in get(f"{address}?lang=en").body
        assert link not in get(f"{address}?lang=de").body


def test_the_header_tells_of_the_page_in_each_language(german: Path) -> None:
    told = get(f"{STORY}?lang=de").headers["link"]

    for code in ("de", "en"):
        assert f'</story/handcar-2021?lang={code}>; rel="alternate"; hreflang="{code}"' in told
