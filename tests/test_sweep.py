"""What the sweep looks at."""

from __future__ import annotations

from journey import load
from journey.shipped import data_folder
from tests.sweep import LANGUAGES, TIGHT, USUAL, wanted
from tests.views import DOORS, HANDCAR, JOURNEYS


def test_every_shipped_journey_has_its_doors() -> None:
    shipped = {folder.name for folder in data_folder("journeys").iterdir() if folder.is_dir()}

    assert set(JOURNEYS) == shipped
    assert {
        name for name in shipped if any(f"story/{name}" == door.name for door in DOORS)
    } == shipped


def test_every_language_of_the_shipped_journeys_is_looked_at() -> None:
    assert {
        code for name in JOURNEYS for code in load(data_folder("journeys") / name).languages
    } == set(LANGUAGES)


def test_every_kind_of_step_is_presented() -> None:
    teaching = load(data_folder("journeys") / HANDCAR).teaching
    assert teaching
    (lesson,) = (door for door in DOORS if door.name == f"presented/{HANDCAR}")
    numbers = [int(view.name.split()[1]) for view in lesson.views if view.name[-1].isdigit()]

    kinds = {teaching.steps[0].kind, *(teaching.steps[number - 1].kind for number in numbers)}

    assert kinds == {step.kind for step in teaching.steps}


def test_without_a_word_every_door_is_looked_at_in_every_look() -> None:
    found = wanted([])

    assert [door for door, _ in found] == list(DOORS)
    assert all(looks == [*USUAL, *(TIGHT if door.main else ())] for door, looks in found)


def test_words_of_one_kind_add_up_and_those_of_another_narrow() -> None:
    found = wanted(["ru", "ko", "dark", "list"])

    assert {door.name for door, _ in found} == {"list", "list/none"}
    assert {(look.language, look.theme) for _, looks in found for look in looks} == {
        ("ru", "dark"),
        ("ko", "dark"),
    }
