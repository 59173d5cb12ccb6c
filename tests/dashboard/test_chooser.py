"""Which journey is shown, and what the list of the others says, without a browser."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from journey.dashboard.chooser import labels
from journey.server import journeys, shelf
from journey.server.spine import Spine, State
from journey.words.wording import Wording
from tests.dashboard.test_main import boards, html, notices, page
from tests.shelves import put

ENGLISH = Wording("en")
HERE = Path("here")


def sound(name: str, title: str) -> Spine:
    return Spine(name, HERE, State.SOUND, "1", {"en": title})


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
    """The title of the journey that is shown, if any is."""
    assert not app.exception
    rest = html(app).partition("<h1>")[2]
    return unescape(rest.partition("</h1>")[0]) if rest else None


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


def test_the_first_journey_without_faults_is_shown(root: Path) -> None:
    app = page()

    assert (shown(app), notices(app)) == ("Along the Silk Road", [])


def test_a_link_to_a_journey_with_faults_shows_them_and_the_others(root: Path) -> None:
    app = page(journey="a-broken")

    assert (shown(app), notices(app)) == (None, ["alert"])
    assert app.selectbox[0].options == ["Along the Silk Road", "With the tea"]


@pytest.mark.parametrize("name", ["nowhere", "<img src=x>", "![](x)", "\x00", "silk/", "a" * 9999])
def test_a_link_to_no_journey_says_so_and_shows_the_first(root: Path, name: str) -> None:
    app = page(journey=name)

    assert (shown(app), notices(app)) == ("Along the Silk Road", ["status"])
    assert "<img src=x>" not in html(app)


def test_the_journey_that_is_chosen_is_shown_and_its_name_stands_in_the_link(root: Path) -> None:
    app = page(journey="silk", leg="a-b", at="50", view="leg", lang="en")

    app.selectbox[0].set_value("With the tea").run()

    assert shown(app) == "With the tea"
    assert dict(app.query_params) == {"journey": "tea", "lang": "en"}
    assert app.selectbox[0].value is None
    assert "Along the Silk Road" in app.selectbox[0].options


def test_a_journey_with_faults_can_be_chosen_and_shows_them(root: Path) -> None:
    app = page()

    app.selectbox[0].set_value(app.selectbox[0].options[-1]).run()

    assert (notices(app), boards(app)) == (["alert"], [])
    assert app.query_params["journey"] == "a-broken"


def test_who_came_without_a_link_stays_where_they_came_to(root: Path) -> None:
    app = page()
    put(root, "earlier", "An earlier one")
    shelf.whole()

    app.run()

    assert shown(app) == "Along the Silk Road"
    assert shown(page()) == "An earlier one"


def test_where_there_is_one_journey_there_is_no_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNEYS", str(tmp_path))
    put(tmp_path, "only", "The only one")

    app = page(journey="other")

    assert (shown(app), notices(app), len(app.selectbox)) == ("The only one", ["status"], 0)
