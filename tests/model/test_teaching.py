"""Each complaint about the teaching, as the file's own sentence with its line."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from journey.errors import Figures, JourneyFileError
from journey.files.folder import load
from journey.files.read import STORY, TEACHING
from tests.conftest import HANDCAR
from tests.files.test_read import TOLD, Fault, complaints, faults, figures, mutated, write

TAUGHT = """\
content_note: {en: Mind this.}
lessons:
  - minutes: 15
    title: {en: Short}
    phases:
      - {minutes: 5, title: {en: Look}, text: {en: Look at it.}}
      - {minutes: 10, title: {en: Talk}, text: {en: Talk of it.}}
goals:
  - {subject: {en: Geography}, text: {en: Know the way.}}
questions:
  - {id: why, kind: discuss, text: {en: Why?}, answer: {en: So.}, leg: first}
  - {id: far, kind: guess, text: {en: How far?}, answer: {en: Far.}, leg: first,
     of: distance, unit: km, low: 0, high: 100, step: 1}
steps:
  - {kind: title, minutes: 1, text: {en: A trip}, notes: {en: Begin.}}
  - {kind: approach, minutes: 1, text: {en: Off.}, leg: first, at: 0}
  - {kind: moment, minutes: 1, text: {en: Midway.}, leg: first, at: 0.5}
  - {kind: question, minutes: 1, text: {en: Ask.}, question: why}
  - {kind: closing, minutes: 1, text: {en: The end.}}
vocabulary:
  - {place: a, text: {en: The start.}}
  - {term: {en: bridge, ko: 다리}, text: {en: Over water.}}
compare:
  - {name: {en: On foot}, mode: walk, speed: {value: 5, unit: km/h, basis: reported, source: paper}}
  - name: {en: By plane}
    distance: {about: 690, unit: km, basis: reported, source: paper}
links:
  - {source: paper}
  - {url: "https://example.org/", title: {en: Read on}}
"""


def taught(root: Path, *changes: tuple[str, str]) -> Path:
    """A journey's folder with a file of teaching, in which texts are replaced."""
    folder, text = write(root), TAUGHT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / TEACHING).write_text(text, "utf-8")
    return folder


def test_teaching_is_read_from_a_file_of_its_own(tmp_path: Path) -> None:
    teaching = load(taught(tmp_path)).teaching

    assert teaching is not None
    assert [step.kind for step in teaching.steps][0::4] == ["title", "closing"]
    assert teaching.question("far").unit == "km"


def test_teaching_may_stand_in_the_story_itself(tmp_path: Path) -> None:
    inner = "teaching:\n" + "".join(f"  {line}\n" for line in TAUGHT.splitlines())

    inside = load(write(tmp_path, TOLD + inner)).teaching

    (tmp_path / "other").mkdir()
    assert inside == load(taught(tmp_path / "other")).teaching


def test_a_journey_needs_no_teaching(tmp_path: Path) -> None:
    assert load(write(tmp_path)).teaching is None


@pytest.mark.parametrize(
    ("old", "new", "line", "where", "code", "shown"),
    [
        (
            "minutes: 10",
            "minutes: 11",
            5,
            "lessons[0].phases",
            "phases_too_long",
            {"planned": 16, "minutes": 15},
        ),
        ("minutes: 15", "minutes: 0", 3, "lessons[0].minutes", "not_over", {"limit": 0.0}),
        (
            "minutes: 15",
            "minutes: 2000",
            3,
            "lessons[0].minutes",
            "too_large",
            {"value": "2000", "limit": 1440.0},
        ),
        ("minutes: 15", "minutes: .inf", 3, "lessons[0].minutes", "not_finite", {}),
        (
            "title: {en: Short}\n",
            "titel: {en: Short}\n",
            4,
            "lessons[0].titel",
            "unknown_key",
            {"name": "titel"},
        ),
        ("subject: {en: Geography}", "subject: Geography", 9, "goals[0].subject", "no_texts", {}),
        (", answer: {en: So.}", "", 11, "questions[0].answer", "missing_key", {"name": "answer"}),
        (
            "answer: {en: So.}",
            "answer: {en: ' '}",
            11,
            "questions[0].answer.en",
            "empty_text",
            {},
        ),
        (
            "answer: {en: So.}",
            "answer: {ru: Так.}",
            11,
            "questions[0].answer",
            "text_lacks_first_language",
            {"language": "en"},
        ),
        ("leg: first}", "leg: frist}", 11, "questions[0].leg", "unknown_leg", {"id": "frist"}),
        (
            "kind: discuss",
            "kind: quiz",
            11,
            "questions[0].kind",
            "unknown_choice",
            {"value": "'quiz'"},
        ),
        ("id: far", "id: why", 12, "questions[1].id", "id_twice", {"id": "why"}),
        (
            "unit: km,",
            "unit: h,",
            13,
            "questions[1].unit",
            "unit_of_another",
            {"quantity": "distance", "unit": "h"},
        ),
        (
            "high: 100",
            "high: 0",
            13,
            "questions[1].high",
            "high_not_over_low",
            {"low": 0, "high": 0},
        ),
        ("high: 100", "high: .nan", 13, "questions[1].high", "not_finite", {}),
        ("low: 0", "low: -1", 13, "questions[1].low", "negative", {"value": "-1"}),
        (
            "step: 1",
            "step: 200",
            13,
            "questions[1].step",
            "step_does_not_fit",
            {"step": 200, "low": 0, "high": 100},
        ),
        (", step: 1", "", 12, "questions[1]", "guess_lacks", {}),
        (
            "notes: {en: Begin.}",
            f"notes: {{en: {'x' * 20_000}}}",
            15,
            "steps[0].notes.en",
            "text_too_long",
            {"limit": 5000},
        ),
        (
            "leg: first, at: 0}",
            "leg: frst, at: 0}",
            16,
            "steps[1].leg",
            "unknown_leg",
            {"id": "frst"},
        ),
        (", leg: first, at: 0}", "}", 16, "steps[1]", "step_without_leg", {"kind": "approach"}),
        ("at: 0.5", "at: 1.5", 17, "steps[2].at", "too_large", {"value": "1.5", "limit": 1.0}),
        ("at: 0.5", "at: -0.5", 17, "steps[2].at", "negative", {"value": "-0.5"}),
        (
            "kind: moment",
            "kind: pause",
            17,
            "steps[2].kind",
            "unknown_choice",
            {"value": "'pause'"},
        ),
        (
            "question: why",
            "question: wy",
            18,
            "steps[3].question",
            "unknown_question",
            {"id": "wy"},
        ),
        (", question: why", "", 18, "steps[3]", "step_without_question", {}),
        (
            "kind: question",
            "kind: closing",
            18,
            "steps[3].question",
            "step_can_not_ask",
            {"kind": "closing"},
        ),
        ("question: why}", "question: why, at: 0.5}", 18, "steps[3].at", "share_without_leg", {}),
        ("place: a", "place: z", 21, "vocabulary[0].place", "unknown_term", {"id": "z"}),
        (
            "{place: a, ",
            "{",
            21,
            "vocabulary[0]",
            "one_of_two",
            {"first": "place", "second": "term"},
        ),
        (
            "{place: a",
            "{place: a, term: {en: A}",
            21,
            "vocabulary[0]",
            "one_of_two",
            {"first": "place", "second": "term"},
        ),
        ("mode: walk", "mode: wlak", 24, "compare[0].mode", "unknown_mode", {"near": "walk"}),
        (
            "unit: km/h",
            "unit: mph",
            24,
            "compare[0].speed.unit",
            "unknown_choice",
            {"value": "'mph'"},
        ),
        ("value: 5, ", "", 24, "compare[0].speed", "says_no_number", {}),
        (
            "source: paper}",
            "source: papr}",
            24,
            "compare[0].speed.source",
            "unknown_source",
            {"id": "papr"},
        ),
        (
            ", source: paper}",
            "}",
            24,
            "compare[0].speed",
            "ungrounded",
            {"basis": "reported", "ground": "source"},
        ),
        (
            "    distance: {about: 690, unit: km, basis: reported, source: paper}\n",
            "",
            25,
            "compare[1]",
            "nothing_to_compare",
            {},
        ),
        (
            "{source: paper}\n",
            "{source: papr}\n",
            28,
            "links[0].source",
            "unknown_source",
            {"id": "papr"},
        ),
        ("https:", "javascript:", 29, "links[1].url", "other_scheme", {}),
        (", title: {en: Read on}", "", 29, "links[1]", "address_without_title", {}),
        (
            '{url: "https://example.org/", ',
            "{",
            29,
            "links[1]",
            "one_of_two",
            {"first": "source", "second": "url"},
        ),
    ],
)
def test_one_fault_gives_one_complaint_in_its_own_file(
    tmp_path: Path, old: str, new: str, line: int, where: str, code: str, shown: Figures
) -> None:
    folder = taught(tmp_path, (old, new))

    assert faults(folder) == [(TEACHING, line, where, code)]
    assert figures(folder, shown) == shown


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ("leg: first, at: 0}", "leg: frst, at: 0}", "first"),
        ("leg: first, at: 0}", "leg: zzz, at: 0}", ""),
        ("question: why", "question: wy", "why"),
        ("question: why", "question: zzz", ""),
        ("place: a", "place: zzz", ""),
        ("kind: discuss", "knd: discuss", "kind"),
    ],
)
def test_a_name_that_is_nearly_right_is_told_what_it_may_mean(
    tmp_path: Path, old: str, new: str, near: str
) -> None:
    found = complaints(taught(tmp_path, (old, new)))

    assert near in [complaint.figures.get("near") for complaint in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [(TEACHING, 1, "", "empty_teaching")]),
        ("- 5\n", [(TEACHING, 1, "", "teaching_without_keys")]),
        ("lessons: []\nlessons: []\n", [(TEACHING, 2, "lessons", "key_twice")]),
        ("leson: []\n", [(TEACHING, 1, "leson", "unknown_key")]),
        ("lessons: 5\n", [(TEACHING, 1, "lessons", "no_list")]),
    ],
)
def test_a_file_that_can_not_be_taken_is_told_by_its_name(
    tmp_path: Path, text: str, found: list[Fault]
) -> None:
    folder = taught(tmp_path)
    (folder / TEACHING).write_text(text, "utf-8")

    assert faults(folder) == found


def test_faults_of_both_files_are_told_at_once(tmp_path: Path) -> None:
    folder = taught(tmp_path, ("question: why", "question: wy"))
    story = (folder / STORY).read_text("utf-8").replace("mode: train", "mode: jetpack")
    (folder / STORY).write_text(story, "utf-8")

    assert [(file, line) for file, line, *_ in faults(folder)] == [(STORY, 12), (TEACHING, 18)]


def test_teaching_in_two_places_is_a_fault(tmp_path: Path) -> None:
    folder = taught(tmp_path)
    (folder / STORY).write_text(TOLD + "teaching: {}\n", "utf-8")

    assert faults(folder) == [(STORY, 33, "teaching", "teaching_twice")]


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / TEACHING).mkdir()

    assert faults(folder) == [(TEACHING, 0, "", "no_file")]


@pytest.mark.parametrize("seed", range(20))
def test_whatever_the_bytes_are_only_complaints_come_out(tmp_path: Path, seed: int) -> None:
    raw = mutated(random.Random(seed), (HANDCAR / TEACHING).read_bytes())
    folder = write(tmp_path)
    (folder / TEACHING).write_bytes(raw)

    with pytest.raises(JourneyFileError) as caught:
        load(folder)

    assert all(line.isprintable() for line in str(caught.value).split("\n"))
