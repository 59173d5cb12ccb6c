"""Which journey is shown, and how the others are offered, without a browser."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from journey.dashboard import chooser
from journey.dashboard.chooser import labels
from journey.dashboard.entrance import entrance
from journey.files.arrangement import SHELF
from journey.server import journeys, shelf
from journey.server.spine import Spine, State
from journey.words.wording import Wording
from tests.dashboard.test_main import boards, html, notices, page
from tests.shelves import put

ENGLISH = Wording("en")
HERE = Path("here")
WAY_IN, ALL = ENGLISH.say("list.title"), ENGLISH.say("page.all")


def sound(name: str, title: str) -> Spine:
    return Spine(name, HERE, State.SOUND, "1", {"en": title}, {"en": "So it was."})


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a journey with faults lies, and then two without, all of which have been read."""
    monkeypatch.setenv("JOURNEYS", str(tmp_path))
    monkeypatch.setattr(journeys, "LOOK", 0)
    put(tmp_path, "a-broken", "Broken", legs=[])
    put(tmp_path, "silk", "Along the Silk Road")
    put(tmp_path, "tea", "With the tea")
    shelf.whole()
    return tmp_path


def shown(app: AppTest) -> str | None:
    """The title of the page, which is that of the journey that is shown, if it has any."""
    assert not app.exception
    rest = html(app).partition("<h1>")[2]
    return unescape(rest.partition("</h1>")[0]) if rest else None


def offered(app: AppTest) -> list[tuple[str, str]]:
    """Where the links of the way in lead, and what they say, in order."""
    found = re.findall('<h2><a href="(.*?)">(.*?)</a></h2>', html(app))
    return [(unescape(href), unescape(said)) for href, said in found]


def test_journeys_are_called_by_their_titles_in_the_order_of_those() -> None:
    found = labels([sound("a", "Zebra"), sound("b", "apple"), sound("c", "Mango")], ENGLISH)

    assert [(label, spine.name) for label, spine in found.items()] == [
        ("apple", "b"),
        ("Mango", "c"),
        ("Zebra", "a"),
    ]


def test_numbers_in_titles_are_ordered_by_their_size() -> None:
    titles = ["Day 10", "Day 2", f"Day {'9' * 5000}", "Day 1"]

    found = labels([sound(f"n{i}", title) for i, title in enumerate(titles)], ENGLISH)

    assert list(found) == ["Day 1", "Day 2", "Day 10", titles[2]]


def test_journeys_of_one_title_are_told_apart_by_their_names() -> None:
    spines = [sound("one", "Home"), sound("two", "Home"), sound("Home", "Away"), sound("x", "x")]

    found = labels([*spines, Spine("Away", HERE)], ENGLISH)

    assert sorted(spine.name for spine in found.values()) == ["Away", "Home", "one", "two", "x"]
    assert all("one" in label for label, spine in found.items() if spine.name == "one")
    assert all("two" in label for label, spine in found.items() if spine.name == "two")


def test_what_is_not_read_has_its_name_and_what_has_faults_more_than_that_at_the_end() -> None:
    found = labels([Spine("a", HERE, State.FAULTY), Spine("b", HERE), sound("c", "Tea")], ENGLISH)

    first, second, third = found

    assert (first, second) == ("b", "Tea")
    assert third.startswith("a")
    assert third != "a"


def test_without_a_link_all_are_offered_those_with_faults_last(root: Path) -> None:
    app = page(lang="en", leg="a-b", theme="x")

    assert (shown(app), notices(app)) == (WAY_IN, [])
    assert offered(app) == [
        ("?lang=en&journey=silk", "Along the Silk Road"),
        ("?lang=en&journey=tea", "With the tea"),
        ("?lang=en&journey=a-broken", ENGLISH.say("page.faulty", name="a-broken")),
    ]


def test_each_that_is_sound_has_a_picture_and_a_line_that_follows_from_it(root: Path) -> None:
    found = html(page())

    assert re.findall('<img src="(.*?)" alt=""', found) == [
        f"story/{name}.map.svg?lang=en" for name in ("silk", "tea")
    ]
    # Two degrees of the equator, of which each is 111.3 km.
    assert found.count("From A to C: by bus\xa0· about 220 km") == 2


@pytest.mark.parametrize(("few", "said"), [(2, ["Silk", "Tea"]), (1, ["silk", "tea"])])
def test_a_few_that_are_still_to_be_read_are_waited_for_and_many_are_not(
    few: int, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNEYS", str(tmp_path))
    monkeypatch.setattr(chooser, "FEW", few)
    monkeypatch.setattr(chooser, "PATIENCE", 300)
    for name in ("silk", "tea"):
        put(tmp_path, name, name.title())
    shelf.keeper()._reading = few == 1  # As while another thread reads them.

    found = [name for _, name in offered(page())]

    assert found == said


def test_one_that_is_not_read_yet_is_offered_by_its_name_and_counted() -> None:
    found = entrance(labels([Spine("b", HERE), sound("c", "Tea")], ENGLISH), {}, ENGLISH)

    assert '<a href="?journey=b">b</a>' in found
    assert found.count("<img") == 1
    assert ENGLISH.say("page.unread", count="1") in found


def test_a_link_to_a_journey_with_faults_shows_them_and_the_others(root: Path) -> None:
    app = page(journey="a-broken")

    assert (shown(app), notices(app)) == (None, ["alert"])
    assert app.selectbox[0].options == [ALL, "Along the Silk Road", "With the tea"]


@pytest.mark.parametrize("name", ["nowhere", "<img src=x>", "![](x)", "\x00", "silk/", "a" * 9999])
def test_a_link_to_no_journey_says_so_and_offers_those_there_are(root: Path, name: str) -> None:
    app = page(journey=name)

    assert (shown(app), notices(app), len(offered(app))) == (WAY_IN, ["status"], 3)
    assert "<img src=x>" not in html(app)


def test_the_journey_that_is_chosen_is_shown_and_its_name_stands_in_the_link(root: Path) -> None:
    app = page(journey="silk", leg="a-b", at="50", view="leg", lang="en")

    app.selectbox[0].set_value("With the tea").run()

    assert shown(app) == "With the tea"
    assert dict(app.query_params) == {"journey": "tea", "lang": "en"}
    assert app.selectbox[0].value is None
    assert "Along the Silk Road" in app.selectbox[0].options


def test_the_list_leads_back_to_all_and_the_link_then_names_none(root: Path) -> None:
    app = page(journey="silk", leg="a-b", lang="en")

    app.selectbox[0].set_value(ALL).run()

    assert (shown(app), dict(app.query_params)) == (WAY_IN, {"lang": "en"})


def test_the_folder_says_which_journey_opens_and_the_list_still_leads_to_all(root: Path) -> None:
    (root / SHELF).write_text("opens: tea", "utf-8")
    app = page(lang="en")
    opened = shown(app)

    app.selectbox[0].set_value(ALL).run()

    assert (opened, shown(app)) == ("With the tea", WAY_IN)
    assert dict(app.query_params) == {"journey": "", "lang": "en"}


@pytest.mark.parametrize("opens", ["lost", "[tea]"])
def test_where_none_of_that_name_is_there_all_are_offered(opens: str, root: Path) -> None:
    (root / SHELF).write_text(f"opens: {opens}", "utf-8")

    assert shown(page()) == WAY_IN


def test_all_are_offered_in_the_order_of_their_folder(root: Path) -> None:
    (root / SHELF).write_text("order: [tea, a-broken]", "utf-8")

    assert [said for _, said in offered(page())][:2] == ["With the tea", "Along the Silk Road"]


def test_a_journey_with_faults_can_be_chosen_and_shows_them(root: Path) -> None:
    app = page(journey="silk")

    app.selectbox[0].set_value(app.selectbox[0].options[-1]).run()

    assert (notices(app), boards(app)) == (["alert"], [])
    assert app.query_params["journey"] == "a-broken"


def test_who_came_when_there_was_one_stays_there_when_there_are_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNEYS", str(tmp_path))
    monkeypatch.setattr(journeys, "LOOK", 0)
    put(tmp_path, "silk", "Along the Silk Road")
    app = page()
    put(tmp_path, "earlier", "An earlier one")
    shelf.whole()

    app.run()

    assert shown(app) == "Along the Silk Road"
    assert shown(page()) == WAY_IN


def test_where_there_is_one_journey_there_is_no_list_and_no_way_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNEYS", str(tmp_path))
    put(tmp_path, "only", "The only one")

    app = page(journey="other")

    assert (shown(app), notices(app), len(app.selectbox)) == ("The only one", ["status"], 0)
