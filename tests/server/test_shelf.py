from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Self

import pytest

from journey.files.read import LIMITS, ROUTE, STORY
from journey.files.read import read as read_files
from journey.server import journeys, shelf
from journey.server.cache import Cache
from journey.server.journeys import LOOK
from journey.server.shelf import LARGE, Keeper
from journey.server.spine import Spine, State
from tests.conftest import told
from tests.server.test_journeys import Clock
from tests.shelves import put

NAMES = ("a", "b", "c")


class Fake:
    """Reads only when it is free to, notes in which order, and judges by the summary."""

    def __init__(self, *, held: bool = False, error: Exception | None = None) -> None:
        self.error = error
        self.names: list[str] = []
        self.ended = 0
        self.free = Event()
        if not held:
            self.free.set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.ended += 1

    def __call__(self, name: str, folder: Path) -> Spine:
        assert self.free.wait(60)
        if self.error:
            raise self.error
        self.names.append(name)
        text = (folder / STORY).read_text("utf-8")
        return Spine(name, folder, State.FAULTY if "broken" in text else State.SOUND, "1")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Where three journeys without faults lie."""
    for name in NAMES:
        put(tmp_path, name)
    return tmp_path


def states(found: tuple[Spine, ...]) -> dict[str, State]:
    """What is known of each, in order."""
    return {spine.name: spine.state for spine in found}


def test_a_shelf_tells_the_journeys_by_name_before_any_is_read(root: Path) -> None:
    read = Fake(held=True)

    found = Keeper(root, lambda: read).shelf()
    read.free.set()

    assert states(found) == dict.fromkeys(NAMES, State.UNREAD)
    assert [spine.folder for spine in found] == [root / name for name in NAMES]


def test_who_asks_has_the_rest_read_each_once(root: Path) -> None:
    read = Fake()
    keeper = Keeper(root, lambda: read)

    for _ in range(3):
        keeper.shelf()

    assert states(keeper.whole()) == dict.fromkeys(NAMES, State.SOUND)
    assert read.names == list(NAMES)


def test_title_and_summary_are_told_of_those_without_faults(root: Path) -> None:
    put(root, "b", legs=[])

    sound, faulty, _ = Keeper(root).whole()

    assert (sound.title, sound.summary) == (told()["title"], told()["summary"])
    assert (faulty.state, faulty.title, faulty.summary) == (State.FAULTY, {}, {})
    assert sound.version == journeys.edition(root / "a").version


def test_large_ones_are_read_after_all_others(root: Path) -> None:
    for name, size in (("a", 2 * LARGE), ("b", LARGE + 1)):
        (root / name / ROUTE).write_bytes(b" " * size)
    read = Fake()
    keeper = Keeper(root, lambda: read)

    keeper.whole()

    assert read.names == ["c", "b", "a"]


def test_the_disk_is_looked_at_once_a_second(root: Path) -> None:
    keeper = Keeper(root, Fake, clock := Clock())
    keeper.shelf()
    put(root, "d")

    seen = []
    for clock.now in (0.5 * LOOK, LOOK):
        seen.append("d" in states(keeper.shelf()))

    assert seen == [False, True]


def test_only_what_has_changed_is_read_again(root: Path) -> None:
    read = Fake()
    keeper = Keeper(root, lambda: read)
    keeper.whole()

    put(root, "b", summary={"en": "broken"})
    found = keeper.whole()

    assert states(found) == {"a": State.SOUND, "b": State.FAULTY, "c": State.SOUND}
    assert read.names == [*NAMES, "b"]


def test_what_was_known_is_told_until_the_new_is_read(root: Path) -> None:
    read = Fake()
    keeper = Keeper(root, lambda: read)
    keeper.whole()
    read.free.clear()

    put(root, "b", summary={"en": "broken"})
    keeper.look()
    found = keeper.shelf()
    read.free.set()

    assert states(found)["b"] is State.SOUND
    assert states(keeper.whole())["b"] is State.FAULTY


def test_a_folder_that_is_gone_leaves_nothing_behind(root: Path) -> None:
    read = Fake()
    keeper = Keeper(root, lambda: read)
    keeper.whole()

    shutil.rmtree(root / "b")
    gone = states(keeper.whole())
    put(root, "b")
    keeper.whole()

    assert list(gone) == ["a", "c"]
    assert read.names == [*NAMES, "b"]


def test_where_reading_on_breaks_the_next_look_tries_again(
    root: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = Fake(error=RuntimeError("it broke"))
    readers = iter([broken, Fake()])
    keeper = Keeper(root, lambda: next(readers))

    found = [states(keeper.whole()) for _ in range(2)]

    assert found == [dict.fromkeys(NAMES, state) for state in (State.UNREAD, State.SOUND)]
    assert str(root) in caplog.text


def test_once_all_are_read_the_reader_is_let_go(root: Path) -> None:
    read = Fake()
    keeper = Keeper(root, lambda: read)

    keeper.whole()
    keeper.whole()

    assert read.ended == 1


@pytest.mark.parametrize("name", LIMITS)
def test_every_file_is_looked_at(name: str, root: Path) -> None:
    read = Fake()
    keeper = Keeper(root, lambda: read)
    keeper.whole()

    with (root / "b" / name).open("a", encoding="utf-8") as stream:
        stream.write(" ")
    keeper.whole()

    assert read.names == [*NAMES, "b"]


@pytest.fixture
def offered(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Keeper]]:
    """The keeper of the journeys that the server offers; nothing is kept yet."""
    monkeypatch.setenv("JOURNEYS", str(root))
    monkeypatch.setattr(journeys, "CACHE", Cache())
    yield shelf.keeper
    shelf.whole()


def test_the_first_sound_one_is_the_first_by_name_among_those_known(root: Path) -> None:
    put(root, "a", summary={"en": "broken"})
    keeper = Keeper(root, Fake)
    keeper.whole()

    found = keeper.first_sound()

    assert found is not None
    assert found.name == "b"


def test_where_none_is_known_to_be_sound_it_is_read_on_until_one_is(root: Path) -> None:
    put(root, "a", legs=[])
    read = Fake(held=True)
    keeper = Keeper(root, lambda: read)

    found = keeper.first_sound()
    read.free.set()

    assert found is not None
    assert (found.name, found.title) == ("b", told()["title"])


def test_one_that_breaks_the_reading_itself_is_passed_over(
    root: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(journeys, "CACHE", Cache())
    monkeypatch.setattr(journeys, "read", lambda f, n: 1 / 0 if n == "a" else read_files(f, n))
    fake = Fake(held=True)
    keeper = Keeper(root, lambda: fake)

    found = keeper.first_sound()
    fake.free.set()

    assert found is not None
    assert found.name == "b"
    assert str(root / "a") in caplog.text


def test_where_all_have_faults_none_is_the_first(root: Path) -> None:
    for name in NAMES:
        put(root, name, legs=[])

    assert Keeper(root).first_sound() is None


def test_one_that_is_asked_for_by_name_is_read_at_once(root: Path) -> None:
    put(root, "b", legs=[])
    read = Fake(held=True)
    keeper = Keeper(root, lambda: read)

    found = [keeper.told(name) for name in (*NAMES, "d")]
    read.free.set()

    assert [spine and spine.state for spine in found] == [State.SOUND, None, State.SOUND, None]


def test_a_name_leads_to_the_edition_of_its_journey(offered: Callable[[], Keeper]) -> None:
    found = asyncio.run(shelf.named("b"))

    assert found is not None
    assert found.name == "b"
    assert asyncio.run(shelf.named("d")) is None
