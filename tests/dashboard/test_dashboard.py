"""The page as Streamlit runs it, without a browser."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

PROJECT = Path(__file__).parents[2]
PAGE = str(PROJECT / "journey" / "dashboard" / "main.py")
SHIPPED = PROJECT / "data" / "journeys" / "handcar-2021"


def page(**query: str) -> AppTest:
    app = AppTest.from_file(PAGE, default_timeout=30)
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


def html(app: AppTest) -> str:
    boards = (json.loads(str(b.proto.json)) for b in app.get("bidi_component"))
    return " ".join([*(e.proto.body for e in app.get("html")), *(b["html"] for b in boards)])


def chosen(app: AppTest) -> set[str | None]:
    """The legs that the boards have marked."""
    return {json.loads(str(b.proto.json))["chosen"] for b in app.get("bidi_component")}


def copied(folder: Path, name: str, old: str = "", new: str = "") -> None:
    """A copy of the shipped journey under another name, with one text replaced."""
    target = folder / name
    shutil.copytree(SHIPPED, target)
    for file in target.glob("*.yaml"):
        text = file.read_text("utf-8").replace("id: handcar-2021", f"id: {name}")
        file.write_text(text.replace(old, new), "utf-8")


def test_the_page_runs_and_tells_the_whole_story() -> None:
    app = page()

    assert not app.exception
    told = html(app)
    assert all(words in told for words in ("Home by handcar", "Vladislav Sorokin", "801.9 km"))


def test_the_page_gives_lessons_to_teachers() -> None:
    told = html(page())

    assert "For teachers" in told
    assert 'href="story/handcar-2021/handout?lang=en"' in told


def test_a_journey_without_teaching_is_shown_without_that_section(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(tmp_path, "mine")
    (tmp_path / "mine" / "teaching.yaml").unlink()
    monkeypatch.setenv("JOURNEYS", str(tmp_path))

    app = page()

    assert not app.exception
    assert "For teachers" not in html(app)


def test_no_leg_is_chosen_at_first() -> None:
    assert chosen(page()) == {None}


def test_a_link_chooses_its_leg() -> None:
    app = page(leg="handcar")

    assert chosen(app) == {"handcar"}


@pytest.mark.parametrize("nonsense", ["tram", "", "<script>", "handcar2"])
def test_a_link_to_no_leg_chooses_none(nonsense: str) -> None:
    app = page(leg=nonsense)

    assert not app.exception
    assert chosen(app) == {None}


def test_a_language_that_is_not_there_falls_back_to_english() -> None:
    assert "What we do not know" in html(page(lang="xx"))


def test_a_leg_that_is_chosen_is_written_into_the_link() -> None:
    app = page()

    app.session_state["leg"] = "train"
    app.run()

    assert chosen(app) == {"train"}
    assert app.query_params["leg"] == "train"


def test_faults_stand_in_place_of_their_journey_and_the_others_are_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(tmp_path, "a-broken", "mode: handcar", "mode: tram")
    copied(tmp_path, "b-sound")
    monkeypatch.setenv("JOURNEYS", str(tmp_path))

    broken, sound = page(journey="a-broken"), page(journey="b-sound")

    assert not broken.exception
    assert "'tram' is not known" in broken.code[0].value
    assert "Home by handcar" in html(sound)


def test_another_journey_without_the_chosen_leg_has_none_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(tmp_path, "a-one")
    copied(tmp_path, "b-other", "bus-to-border", "bus-away")
    route = tmp_path / "b-other" / "route.geojson"
    route.write_text(route.read_text("utf-8").replace("bus-to-border", "bus-away"), "utf-8")
    monkeypatch.setenv("JOURNEYS", str(tmp_path))
    app = page(journey="a-one", leg="bus-to-border")

    app.selectbox[0].set_value("b-other").run()

    assert not app.exception
    assert chosen(app) == {None}


def test_what_is_no_journey_is_said_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(tmp_path, "a-sound")
    (tmp_path / "b-folder" / "journey.yaml").mkdir(parents=True)
    monkeypatch.setenv("JOURNEYS", str(tmp_path))

    assert not page(journey="b-folder").exception


def test_an_empty_shelf_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNEYS", str(tmp_path))

    app = page()

    assert not app.exception
    assert "There is no journey" in app.info[0].value


def test_a_changed_file_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied(tmp_path, "mine")
    monkeypatch.setenv("JOURNEYS", str(tmp_path))
    app = page()
    file = tmp_path / "mine" / "journey.yaml"

    file.write_text(
        file.read_text("utf-8").replace("en: Home by handcar", "en: Going home"), "utf-8"
    )
    app.run()

    assert "Going home" in html(app)
