from __future__ import annotations

import json
import re
from pathlib import Path
from unittest.mock import Mock

import pytest
from markupsafe import escape

from journey.exports.listing import entry
from journey.pages.story import policy_of
from journey.server import listing, sharing, shelf
from journey.server.cache import Cache
from journey.server.listing import FEW, as_json, as_page
from journey.server.responses import Representation
from journey.server.spine import Spine, State
from journey.words.wording import Wording, languages
from tests.conftest import HANDCAR, journey
from tests.golden import holds, lines
from tests.server.asking import get


@pytest.mark.parametrize("language", languages())
def test_the_lists_say_what_their_file_holds(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for root in (HANDCAR, tmp_path):
        monkeypatch.setenv("JOURNEYS", str(root))
        shelf.whole()
        for path in ("/stories", "/story/no-such"):
            page = get(f"{path}?lang={language}").body.decode()
            said += [f"# {path}", lines(page)]

    holds("stories", language, "\n".join(said))


def spine(name: str, state: State = State.SOUND) -> Spine:
    """What is known of a journey of that name."""
    text = {"en": name.title()} if state is State.SOUND else {}
    return Spine(name, Path(name), state, "1", text, text)


MANY = tuple(spine(f"j{number:03}") for number in range(500))


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "CACHE", Cache())


def linked(page: Representation) -> list[str]:
    """Where the links to other pages lead that are in this one, in order."""
    return re.findall('<a href="([^?"][^"]*)"', page.plain.partition(b"<main")[2].decode())


def test_the_lists_tell_those_without_faults_and_how_many_are_still_to_be_read() -> None:
    shelf = (spine("a", State.FAULTY), spine("b"), *(spine(n, State.UNREAD) for n in "cde"))
    page, data = as_page(shelf, "en"), json.loads(as_json(shelf, "", "en"))

    assert linked(page) == ["story/b?lang=en"]
    assert Wording("en").say("list.unread", count=3) in page.plain.decode()
    assert [found["id"] for found in data["stories"]] == ["b"]
    assert data["unread"] == 3


def test_each_has_its_line_and_a_picture_that_the_page_may_show() -> None:
    text = {"en": "B"}
    told = Spine("b", Path("b"), State.SOUND, "1", text, text, {"en": "From A to B"})

    page, data = as_page((told,), "en").plain.decode(), json.loads(as_json((told,), "/", "en"))

    assert '<p dir="auto" class="line">From A to B</p>' in page
    assert '<img src="story/b.map.svg?lang=en"' in page
    assert "img-src 'self' " in policy_of(page.encode())
    (story,) = data["stories"]
    assert (story["line"], story["picture"]) == ("From A to B", "/story/b.map.svg?lang=en")


def test_where_none_is_read_yet_nobody_is_told_that_there_is_none() -> None:
    none = escape(Wording("en").say("list.none"))

    found = [none in as_page(s, "en").plain.decode() for s in ((spine("a", State.UNREAD),), ())]

    assert found == [False, True]


def test_once_all_are_read_nothing_is_said_of_it() -> None:
    assert json.loads(as_json((spine("a"),), "", "en")).keys() == {"stories"}


def test_a_page_that_is_not_there_lists_a_few_and_leads_to_the_rest() -> None:
    few, many = (linked(as_page(s, "en", missing=True)) for s in (MANY[:FEW], MANY))

    assert len(few) == FEW
    assert many == [*few, "../stories?lang=en"]
    assert len(linked(as_page(MANY, "en"))) == len(MANY)


def test_while_others_are_read_the_rest_of_the_lists_is_not_made_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = Mock(wraps=entry)
    monkeypatch.setattr(listing, "entry", made)

    for count in (100, 101, 101):
        as_page(MANY[:count], "en")
        as_json(MANY[:count], "", "en")

    assert [call.args[0] for call in made.call_args_list] == [
        spine.name for spine in (*MANY[:100], *MANY[:100], *MANY[100:101] * 2)
    ]


def test_a_list_is_that_of_the_moment() -> None:
    before, after = (
        [linked(as_page(s, "en")), json.loads(as_json(s, "", "en"))["stories"][0]["title"]]
        for s in ((spine("a"),), (Spine("a", Path(), State.SOUND, "2", {"en": "New"}, {"en": ""}),))
    )

    assert before[0] == after[0]
    assert (before[1], after[1]) == ("A", "New")


def test_addresses_in_the_data_are_those_of_whoever_asks_and_are_quoted() -> None:
    roots = ["http://a.example/", 'http://"b".example/']

    found = [json.loads(as_json(MANY[:1], root, "en"))["stories"][0]["url"] for root in roots]

    assert found == [f"{root}story/j000?lang=en" for root in roots]


@pytest.mark.parametrize("language", languages())
def test_the_menu_says_what_its_file_holds(language: str) -> None:
    menu = sharing.menu(journey(), "test", {"html": 557_133}, Wording(language))

    holds("sharing", language, lines(menu))
