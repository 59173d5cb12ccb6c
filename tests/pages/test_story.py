from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from gzip import compress
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from markupsafe import Markup

from journey import Journey, Track
from journey.basemap import credits
from journey.exports.formats import FORMATS
from journey.pages import presenter
from journey.pages.story import CARDS, document, page
from journey.prints.prints import beside
from journey.stage.faces import ITALICS, TITLES, Look, faces
from journey.words.wording import Wording, languages
from tests.conftest import leg, place, told, track
from tests.pages.test_cards import FULL, HOSTILE, poisoned

ENGLISH = Wording("en")
NASTY = [*HOSTILE, "</script><script>alert(1)</script>", "\u202egnp.exe", "{{ 7*7 }}\u2028x"]


class Page(HTMLParser):
    """What a browser makes of the page."""

    def __init__(self, html: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.inside: dict[str, list[str]] = {}
        self.last = ""
        self.text = ""
        self.feed(html.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.last = tag
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self.inside.setdefault(tag, []).append("")

    def handle_data(self, data: str) -> None:
        if self.last in ("script", "style"):
            self.inside[self.last][-1] += data
        else:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        self.last = ""

    def meta(self, name: str) -> str:
        keys = ("name", "property", "http-equiv")
        return next(
            a["content"] for t, a in self.tags if t == "meta" and name in [a.get(k) for k in keys]
        )

    def plain(self) -> list[tuple[str, set[str]]]:
        """All tags with what they say, but for the faces, which follow the letters there are."""
        return [(tag, set(said)) for tag, said in self.tags if "data-held" not in said]

    def data(self) -> Any:
        return json.loads(next(one for one in self.inside["script"] if one[0] == "{"))


def made(**changes: Any) -> Page:
    """The page of a small journey."""
    return Page(page(track(**changes), ENGLISH))


def worn(html: bytes) -> dict[Look, str]:
    """The letters of each face that the page brings."""
    had = {}
    for style in Page(html).inside["style"]:
        if style.startswith("@font-face"):
            family, weight, slant = re.findall(
                r'"(.*?)";font-weight:(\d+);font-style:(\w+)', style
            )[0]
            font = TTFont(BytesIO(b64decode(re.findall(r"base64,([^)]+)", style)[0])))
            had[family, int(weight), slant] = "".join(map(chr, font.getBestCmap()))
    return had


@pytest.fixture(scope="module")
def shipped(handcar: Track) -> bytes:
    return page(handcar, ENGLISH, prints=beside(handcar.journey.id, ENGLISH))


@pytest.mark.parametrize("language", languages())
def test_it_is_small_enough_to_be_sent_by_mail(language: str, handcar: Track) -> None:
    sent = page(handcar, Wording(language), prints=beside(handcar.journey.id, Wording(language)))

    assert len(sent) <= 800_000
    assert len(compress(sent, 9)) <= 300_000


def test_it_brings_each_face_with_the_letters_that_are_set_in_it(shipped: bytes) -> None:
    had = worn(shipped)

    assert had.keys() == {face.look for face in faces()}
    # Titles of Russian sources are left to the reader's faces. No title of ours has an accent, and
    # no quotation or name of a water a figure.
    assert not re.search("[Ѐ-ӿ]", "".join(had.values()))
    assert "é" in had["Handcar Sans", 400, "normal"]
    assert "é" not in had[TITLES]
    assert not re.search(r"\d", had[ITALICS])


def test_a_russian_page_has_letters_of_both_scripts_in_each_face(handcar: Track) -> None:
    had = worn(page(handcar, Wording("ru")))

    # Countries stand in capitals on the map.
    assert {*"АЯЬая", *"AZaz09"} <= {*had["Handcar Sans", 400, "normal"]}
    assert {*"Домой на дрезине"} <= {*had[TITLES]}
    # Names of waters are told in Russian alone.
    assert not re.search("[A-Za-z]", had[ITALICS])


def test_all_that_a_page_says_lies_in_its_main_part(shipped: bytes) -> None:
    head, main, rest = re.split("</?main>", shipped.decode())

    assert ENGLISH.say("teach.held") in main
    assert "<p" not in head.partition("<body")[2]
    assert "<p" not in re.sub("<script.*?</script>", "", rest, flags=re.DOTALL)


def test_no_face_is_read_before_the_map_is_drawn(shipped: bytes) -> None:
    styles = [attributes for tag, attributes in Page(shipped).tags if tag == "style"]

    held = [one for one in styles if "data-held" in one]
    assert len(held) == len(worn(shipped))
    assert {one["media"] for one in held} == {"not all"}


def test_it_holds_what_the_stage_draws(shipped: bytes) -> None:
    data = Page(shipped).data()

    assert [part["id"] for part in data["journey"]["legs"]] == [
        "train", "bus-to-border", "handcar", "bus-to-vladivostok",
    ]  # fmt: skip
    assert "land" in data["base"]["layers"]


def test_it_tells_the_story_without_any_script(handcar: Track, shipped: bytes) -> None:
    text = Page(shipped).text

    titles = (ENGLISH.pick(handcar.journey.title), ENGLISH.say("legs.unknown"))
    for words in (*titles, "801.9", "GSHHG", "ODbL"):
        assert words in text
    for source in handcar.journey.sources:
        assert source.title in text
    for chapter in handcar.journey.story:
        assert ENGLISH.pick(chapter.title) in text


def test_it_introduces_itself_to_those_who_link_to_it(handcar: Track, shipped: bytes) -> None:
    found = Page(shipped)
    summary = ENGLISH.pick(handcar.journey.summary)

    assert found.meta("og:title") == ENGLISH.pick(handcar.journey.title)
    assert found.meta("og:type") == "article"
    assert {found.meta("description"), found.meta("og:description")} == {summary}
    assert found.meta("twitter:card") == "summary"


@pytest.mark.parametrize("language", languages())
def test_it_says_its_language(language: str, handcar: Track) -> None:
    tag, attributes = Page(page(handcar, Wording(language))).tags[0]

    assert (tag, attributes["lang"]) == ("html", language)


def test_it_needs_nothing_from_elsewhere(shipped: bytes) -> None:
    fetching = {"src", "srcset", "poster", "data", "background", "action"}
    for tag, attributes in Page(shipped).tags:
        assert not fetching & set(attributes)
        if tag == "link":
            assert attributes["href"].startswith("data:")
    style = "".join(Page(shipped).inside["style"])
    assert set(re.findall(r"url\((\w+):", style)) == {"data"}
    assert not re.search(r"url\((?!data:)|@import", style)


def rules(found: Page) -> dict[str, list[str]]:
    policy = found.meta("Content-Security-Policy")
    return {name: values for name, *values in map(str.split, policy.split(";"))}


def hashed(text: str) -> str:
    """The text as a policy names it."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_its_policy_lets_run_what_it_holds_and_no_more(shipped: bytes) -> None:
    found = Page(shipped)

    told = rules(found)
    worn, allowed = map(hashed, found.inside["style"]), set(told.pop("style-src"))
    assert allowed == set(worn)
    assert told == {
        "default-src": ["'none'"],
        # What is data is not run, and needs no hash.
        "script-src": [hashed(text) for text in found.inside["script"] if text[0] != "{"],
        "font-src": ["data:"],
        "img-src": ["data:", *credits.hosts()],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }


def test_only_a_journey_that_teaches_carries_the_presenter(shipped: bytes) -> None:
    with_lesson, without = Page(shipped).inside["script"], made().inside["script"]
    taught = [json.loads(text) for text in with_lesson if text.startswith('{"classroom"')]

    assert [set(told) for told in taught] == [{"classroom", "said"}]
    assert len(with_lesson) == len(without) + 2
    assert "cl-slide" not in "".join(made().inside["style"])


def test_what_its_scripts_read_from_the_page_stands_in_it(shipped: bytes) -> None:
    found = Page(shipped)
    files = (*presenter.opener(), *presenter.scripts())
    own = "".join(file.read_text("utf-8") for file in files)

    read = set(re.findall(r"""(?:getElementById|read)\(["']([a-z-]+)["']\)""", own))

    assert {"journey-data", "lesson-data"} <= read
    assert read <= {attributes.get("id") for _, attributes in found.tags}


def test_no_style_or_handler_stands_in_a_tag(shipped: bytes) -> None:
    named = {name for _, attributes in Page(shipped).tags for name in attributes}

    assert "style" not in named
    assert [name for name in named if name.startswith("on")] == []


def test_no_script_ends_or_opens_a_comment_too_early(shipped: bytes) -> None:
    scripts = Page(shipped).inside["script"]

    assert len(scripts) > 4
    assert [text for text in scripts if re.search(r"</script|<!--", text, re.IGNORECASE)] == []


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_stays_text(text: str) -> None:
    evil = Journey.model_validate(poisoned(FULL, text))

    found = Page(page(Track.of(evil), ENGLISH))

    clean = Page(page(Track.of(Journey.model_validate(FULL)), ENGLISH))
    assert found.plain() == clean.plain()
    assert found.data()["journey"]["title"] == text
    allowed, asked = rules(found), rules(clean)
    # Other letters bring other faces.
    styles = {hashed(style) for style in found.inside["style"]}
    assert set(allowed.pop("style-src")) - set(asked.pop("style-src")) <= styles
    assert allowed == asked


def test_of_a_journey_of_many_legs_the_facts_are_told_without_what_they_stand_on() -> None:
    places = [place(f"p{i}", 0, i / 100) for i in range(CARDS + 2)]
    legs = [leg(f"p{i}", f"p{i + 1}") for i in range(CARDS + 1)]

    found = made(places=places, legs=legs)

    names = [tag for tag, _ in found.tags]
    assert names.count("article") == CARDS + 1
    assert names.count("details") < CARDS


def test_a_line_that_is_drawn_with_fewer_points_is_said_to_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("journey.track.thin.thin.__defaults__", (40,))
    line = [(0.001 * (i % 2), i / 900) for i in range(901)]
    shape = {"basis": "assumed", "reason": {"en": "Made up."}, "line": line}

    found = made(legs=[leg("a", "b", shape=shape)])

    before, _, after = ENGLISH.say("page.thinned", length="|").partition("|")
    assert re.search(rf"{before}\d+ m{after}", found.text)
    assert before not in made().text


def test_a_page_is_well_formed_around_any_title() -> None:
    found = Page(document('"><b>', "<i>", Markup("<p>x</p>"), ENGLISH))

    assert found.meta("og:title") == '"><b>'
    assert [tag for tag, _ in found.tags if tag in ("b", "i")] == []


def test_the_page_is_one_of_the_formats() -> None:
    assert FORMATS["html"].make(Track.of(Journey.model_validate(told())), ENGLISH)
    assert all(suffix == found.suffix for suffix, found in FORMATS.items())
