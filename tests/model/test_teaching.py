"""Each complaint about the teaching, as the file's own sentence with its line."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from journey.errors import JourneyFileError
from journey.files.folder import load, stamp
from journey.files.read import STORY, TEACHING
from tests.conftest import HANDCAR
from tests.files.test_read import TOLD, Told, faults, mutated, write

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
corrections:
  - {date: 2026-11-23, text: {en: A name mended.}}
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


def test_a_change_of_the_teaching_is_a_change_of_the_journey(tmp_path: Path) -> None:
    folder = taught(tmp_path)

    assert stamp(folder)[-1] == (folder / TEACHING).stat().st_mtime


def test_a_journey_needs_no_teaching(tmp_path: Path) -> None:
    assert load(write(tmp_path)).teaching is None


@pytest.mark.parametrize(
    ("old", "new", "line", "where", "what"),
    [
        ("minutes: 10", "minutes: 11", 5, "lessons[0].phases",
         "its phases take 16 minutes, and it has 15"),
        ("minutes: 15", "minutes: 0", 3, "lessons[0].minutes", "this is not over 0"),
        ("minutes: 15", "minutes: 2000", 3, "lessons[0].minutes", "2000 is too large"),
        ("minutes: 15", "minutes: .inf", 3, "lessons[0].minutes", "this is no finite number"),
        ("title: {en: Short}\n", "titel: {en: Short}\n", 4, "lessons[0].titel",
         "the key 'titel' is not known here"),
        ("subject: {en: Geography}", "subject: Geography", 9, "goals[0].subject",
         "this should be a text for each language"),
        (", answer: {en: So.}", "", 11, "questions[0].answer", "'answer' is missing"),
        ("answer: {en: So.}", "answer: {en: ' '}", 11, "questions[0].answer.en",
         "the text is empty"),
        ("answer: {en: So.}", "answer: {ru: Так.}", 11, "questions[0].answer",
         "the text has no 'en'"),
        ("leg: first}", "leg: frist}", 11, "questions[0].leg", "there is no leg 'frist'"),
        ("kind: discuss", "kind: quiz", 11, "questions[0].kind", "'quiz' is not known"),
        ("id: far", "id: why", 12, "questions[1].id", "'why' is there twice"),
        ("unit: km,", "unit: h,", 13, "questions[1].unit", "a distance is not given in h"),
        ("high: 100", "high: 0", 13, "questions[1].high", "0 is not over 0, the low end"),
        ("high: 100", "high: .nan", 13, "questions[1].high", "this is no finite number"),
        ("low: 0", "low: -1", 13, "questions[1].low", "-1 is negative"),
        ("step: 1", "step: 200", 13, "questions[1].step",
         "a step of 200 does not lead from 0 to 100"),
        (", step: 1", "", 12, "questions[1]", "it is a guess but has no step"),
        ("notes: {en: Begin.}", f"notes: {{en: {'x' * 20_000}}}", 15, "steps[0].notes.en",
         "the text is over its limit of 5000 characters"),
        ("leg: first, at: 0}", "leg: frst, at: 0}", 16, "steps[1].leg", "there is no leg 'frst'"),
        (", leg: first, at: 0}", "}", 16, "steps[1]", "the approach has no leg"),
        ("at: 0.5", "at: 1.5", 17, "steps[2].at", "1.5 is too large"),
        ("at: 0.5", "at: -0.5", 17, "steps[2].at", "-0.5 is negative"),
        ("kind: moment", "kind: pause", 17, "steps[2].kind", "'pause' is not known"),
        ("question: why", "question: wy", 18, "steps[3].question", "there is no question 'wy'"),
        (", question: why", "", 18, "steps[3]", "the step asks nothing"),
        ("kind: question", "kind: closing", 18, "steps[3].question", "the closing can't ask"),
        ("question: why}", "question: why, at: 0.5}", 18, "steps[3].at",
         "this is a part of a leg, and there is none"),
        ("place: a", "place: z", 21, "vocabulary[0].place", "there is no place 'z'"),
        ("{place: a, ", "{", 21, "vocabulary[0]", "it needs either 'place' or 'term'"),
        ("{place: a", "{place: a, term: {en: A}", 21, "vocabulary[0]",
         "it needs either 'place' or 'term'"),
        ("mode: walk", "mode: wlak", 24, "compare[0].mode", "'wlak' is not known"),
        ("unit: km/h", "unit: mph", 24, "compare[0].speed.unit", "'mph' is not known"),
        ("value: 5, ", "", 24, "compare[0].speed", "it says no number"),
        ("source: paper}", "source: papr}", 24, "compare[0].speed.source",
         "there is no source 'papr'"),
        (", source: paper}", "}", 24, "compare[0].speed", "it is reported but has no source"),
        ("    distance: {about: 690, unit: km, basis: reported, source: paper}\n", "", 25,
         "compare[1]", "there is nothing to compare"),
        ("2026-11-23", "2026-13-23", 28, "corrections[0].date", "'2026-13-23' is no date"),
        ("{source: paper}\n", "{source: papr}\n", 30, "links[0].source",
         "there is no source 'papr'"),
        ("https:", "javascript:", 31, "links[1].url", "this is no web address"),
        (", title: {en: Read on}", "", 31, "links[1]", "the address has no title"),
        ('{url: "https://example.org/", ', "{", 31, "links[1]",
         "it needs either 'source' or 'url'"),
    ],
)  # fmt: skip
def test_one_fault_gives_one_complaint_in_its_own_file(
    tmp_path: Path, old: str, new: str, line: int, where: str, what: str
) -> None:
    assert faults(taught(tmp_path, (old, new))) == [(TEACHING, line, where, what)]


@pytest.mark.parametrize(
    ("old", "new", "mend"),
    [
        ("leg: first, at: 0}", "leg: frst, at: 0}", "did you mean 'first'?"),
        ("leg: first, at: 0}", "leg: zzz, at: 0}", "use the id of one of the legs"),
        ("question: why", "question: wy", "did you mean 'why'?"),
        ("question: why", "question: zzz", "use the id of one of the questions"),
        ("place: a", "place: zzz", "use the id of one of the places"),
        ("kind: discuss", "knd: discuss", "did you mean 'kind'?"),
    ],
)
def test_a_name_that_is_nearly_right_is_told_what_it_may_mean(
    tmp_path: Path, old: str, new: str, mend: str
) -> None:
    with pytest.raises(JourneyFileError) as caught:
        load(taught(tmp_path, (old, new)))

    assert mend in [complaint.mend for complaint in caught.value.complaints]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [(TEACHING, 1, "", "it is empty")]),
        ("- 5\n", [(TEACHING, 1, "", "it does not start with keys")]),
        ("lessons: []\nlessons: []\n", [(TEACHING, 2, "lessons", "the key is there twice")]),
        ("leson: []\n", [(TEACHING, 1, "leson", "the key 'leson' is not known here")]),
        ("lessons: 5\n", [(TEACHING, 1, "lessons", "this should be a list")]),
    ],
)
def test_a_file_that_can_not_be_taken_is_told_by_its_name(
    tmp_path: Path, text: str, told: list[Told]
) -> None:
    folder = taught(tmp_path)
    (folder / TEACHING).write_text(text, "utf-8")

    assert faults(folder) == told


def test_faults_of_both_files_are_told_at_once(tmp_path: Path) -> None:
    folder = taught(tmp_path, ("question: why", "question: wy"))
    story = (folder / STORY).read_text("utf-8").replace("mode: train", "mode: tram")
    (folder / STORY).write_text(story, "utf-8")

    assert [(file, line) for file, line, *_ in faults(folder)] == [(STORY, 12), (TEACHING, 18)]


def test_teaching_in_two_places_is_a_fault(tmp_path: Path) -> None:
    folder = taught(tmp_path)
    (folder / STORY).write_text(TOLD + "teaching: {}\n", "utf-8")

    assert faults(folder) == [(STORY, 33, "teaching", "there is a teaching.yaml as well")]


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / TEACHING).mkdir()

    assert faults(folder) == [(TEACHING, 0, "", "it is no file")]


@pytest.mark.parametrize("seed", range(20))
def test_whatever_the_bytes_are_only_complaints_come_out(tmp_path: Path, seed: int) -> None:
    raw = mutated(random.Random(seed), (HANDCAR / TEACHING).read_bytes())
    folder = write(tmp_path)
    (folder / TEACHING).write_bytes(raw)

    with pytest.raises(JourneyFileError) as caught:
        load(folder)

    assert all(c.mend and str(c).isprintable() for c in caught.value.complaints)
