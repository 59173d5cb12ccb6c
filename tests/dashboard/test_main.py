"""The page as Streamlit runs it, without a browser."""

from __future__ import annotations

import errno
import json
import os
import re
from html import unescape
from pathlib import Path
from shutil import rmtree

import pytest
from streamlit.testing.v1 import AppTest

from journey import Track
from journey.files.folder import key_of
from journey.prints.prints import PRINTS
from journey.server import journeys, shelf
from tests.conftest import ROOT, Data, amount, leg
from tests.server.asking import get
from tests.shelves import copied, put

PAGE = str(ROOT / "journey" / "dashboard" / "main.py")


def page(**query: str) -> AppTest:
    """The page, run for a viewer who comes by that link."""
    app = AppTest.from_file(PAGE, default_timeout=300)
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


@pytest.fixture(scope="module")
def opened() -> AppTest:
    """The page of a new viewer; tests only look at it."""
    return page()


@pytest.fixture
def several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for journeys of its own; each is looked at for every run."""
    monkeypatch.setenv("JOURNEYS", str(tmp_path))
    monkeypatch.setattr(journeys, "LOOK", 0)
    return tmp_path


def given(app: AppTest) -> list[dict[str, str | None]]:
    """What the head and the boards of HTML were given."""
    return [json.loads(str(board.proto.json)) for board in app.get("bidi_component")]


def boards(app: AppTest) -> list[dict[str, str | None]]:
    """What the boards were given."""
    return [found for found in given(app) if "language" not in found]


def shown(found: dict[str, str | None]) -> str:
    """The HTML of the head or of a board, which the browser fetches."""
    return found.get("html") or get(f"/{found['address']}").body.decode()


def html(app: AppTest) -> str:
    """All HTML on the page."""
    plain = (element.proto.body for element in app.get("html"))
    return " ".join([*plain, *map(shown, given(app))])


def notices(app: AppTest) -> list[str]:
    """The roles of the notices on the page, in order."""
    return re.findall('<p class="hh notice" role="(.*?)">', html(app))


def chosen(app: AppTest) -> set[str | None]:
    """The legs that are marked on the boards where one can be picked."""
    return {board["chosen"] for board in boards(app) if "data-back" in shown(board)}


def test_the_page_shows_the_journey_with_all_its_legs(opened: AppTest, handcar: Track) -> None:
    found = html(opened)

    assert not opened.exception
    assert f"<h1>{handcar.journey.title['en']}</h1>" in found
    assert all(f'id="leg-{leg.leg.id}"' in found for leg in handcar.legs)


@pytest.mark.parametrize(
    "where", ["?lang=en#step=1", "?lang=en#pupil=1", *(f"/{name}?lang=en" for name in PRINTS)]
)
def test_the_page_leads_teachers_to_the_lesson_to_the_pupils_page_and_to_all_prints(
    opened: AppTest, where: str
) -> None:
    assert html(opened).count(f'href="story/handcar-2021{where}"') == 1


def test_no_leg_is_chosen_at_first(opened: AppTest) -> None:
    assert chosen(opened) == {None}


@pytest.mark.parametrize(
    ("leg", "found"), [("handcar", "handcar"), ("handcar2", None), ("<script>", None)]
)
def test_a_link_chooses_its_leg_and_one_to_no_leg_none(leg: str, found: str | None) -> None:
    app = page(leg=leg, lang="xx")

    assert not app.exception
    assert chosen(app) == {found}
    assert "lang=en" in html(app)


def test_faults_stand_in_place_of_their_journey_and_the_others_are_served(several: Path) -> None:
    broken = copied(several, "a-broken", "mode: handcar", "mode: jetpack")
    copied(several, "b-sound")

    first, second = page(journey="a-broken"), page(journey="b-sound")

    assert not first.exception
    assert (notices(first), boards(first)) == (["alert"], [])
    assert first.code[0].value.startswith(f"{broken / 'journey.yaml'}:")
    assert (notices(second), len(boards(second))) == ([], 2)


def test_another_journey_without_the_chosen_leg_has_none_chosen(several: Path) -> None:
    copied(several, "a-one")
    copied(several, "b-other", "bus-to-border", "bus-away")
    shelf.whole()
    app = page(journey="a-one", leg="bus-to-border")

    app.selectbox[0].set_value("Home by handcar (b-other)").run()

    assert not app.exception
    assert chosen(app) == {None}


def test_a_changed_file_is_read_again(several: Path) -> None:
    file = copied(several, "mine") / "journey.yaml"
    app = page()

    file.write_text(file.read_text("utf-8").replace("Home by handcar", "Going home"), "utf-8")
    app.run()

    assert "<h1>Going home</h1>" in html(app)


@pytest.mark.parametrize("others", [(), ("b-other",)])
def test_who_has_a_journey_open_keeps_it_when_its_folder_goes(
    others: tuple[str, ...], several: Path
) -> None:
    folder = copied(several, "a-mine")
    for name in others:
        put(several, name)
    app = page(journey="a-mine")

    rmtree(folder)
    app.run()
    late = page(journey="a-mine")

    assert not app.exception
    assert "<h1>Home by handcar</h1>" in html(app)
    assert "<h1>Home by handcar</h1>" not in html(late)


def test_a_folder_in_the_place_of_the_file_is_a_fault(several: Path) -> None:
    copied(several, "a-sound")
    (several / "b-folder" / "journey.yaml").mkdir(parents=True)

    app = page(journey="b-folder")

    assert not app.exception
    assert (notices(app), boards(app)) == (["alert"], [])
    assert app.code[0].value.startswith(f"{several / 'b-folder' / 'journey.yaml'}: ")


@pytest.mark.parametrize("name", ["odd\udcff", "odd\n\x1b[2J", "odd \u202etxt"])
def test_a_folder_whose_name_no_page_can_show_is_told_and_the_others_are_served(
    name: str, several: Path
) -> None:
    copied(several, "sound")
    copied(several, "odd").rename(several / name)

    sound, odd = page(journey="sound"), page(journey=key_of(name))

    assert not sound.exception
    assert not odd.exception
    assert (notices(sound), len(boards(sound))) == ([], 2)
    assert (notices(odd), boards(odd)) == (["alert"], [])
    assert odd.code[0].value.startswith(f"{several / key_of(name)}: ")


@pytest.mark.parametrize("name", ["none", "none\udcff\n"])
def test_where_no_journey_is_the_page_says_so(
    name: str, several: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNEYS", str(several / name))

    app = page()

    assert not app.exception
    assert (notices(app), boards(app)) == (["status"], [])
    assert str(several / key_of(name)) in unescape(html(app))


def test_where_journeys_can_not_be_looked_for_the_page_says_why(
    several: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (several / "loop").symlink_to("loop")
    monkeypatch.setenv("JOURNEYS", str(several / "loop"))

    app = page()

    assert not app.exception
    assert (notices(app), boards(app)) == (["status"], [])
    assert os.strerror(errno.ELOOP) in unescape(html(app))


@pytest.mark.parametrize(("duration", "drawn"), [([], False), (amount(2, "h"), True)])
def test_a_diagram_stands_on_the_page_where_a_time_is_known(
    duration: list[Data], drawn: bool, several: Path
) -> None:
    put(several, "alone", legs=[leg("a", "b", duration=duration)])

    app = page(journey="alone")

    assert not app.exception
    found = map(shown, boards(app))
    assert any("distance" in one and "<svg" in one for one in found) is drawn
