"""Landmarks in files: each fault is told with its line and how to mend it."""

from __future__ import annotations

import pytest

from journey.errors import JourneyFileError
from journey.files.read import ROUTE, STORY, read
from tests.files.test_read import DRAWN, TOLD

LANDMARKS = """\
landmarks:
  - kind: bridge
    from: a
    to: b
    name: {en: The bridge}
    basis: reported
    source: paper
  - {kind: station, place: c, basis: reported, source: paper}
"""


def lines(landmarks: str) -> list[tuple[int, str, str]]:
    """Of each fault the line below the last one of the journey, the code and how to mend it."""
    files = {STORY: (TOLD + landmarks).encode(), ROUTE: DRAWN.encode()}
    with pytest.raises(JourneyFileError) as caught:
        read(files, "trip")
    messages = str(caught.value).splitlines()
    before = TOLD.count("\n")
    return [
        (complaint.line - before, complaint.code, said.partition("; ")[2])
        for complaint, said in zip(caught.value.complaints, messages, strict=True)
    ]


def test_landmarks_are_read() -> None:
    files = {STORY: (TOLD + LANDMARKS).encode(), ROUTE: DRAWN.encode()}

    found = read(files, "trip").landmarks

    assert [(one.kind, one.places) for one in found] == [
        ("bridge", ("a", "b")),
        ("station", ("c",)),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("kind: station", "kind: castle", 8, "unknown_choice"),
        ("place: c", "place: d", 8, "unknown_place"),
        ("    to: b\n", "", 2, "landmark_lacks"),
        ("to: b", "to: a", 4, "landmark_twice"),
        ("place: c", "place: c, from: a", 8, "landmark_without_that"),
    ],
)
def test_a_fault_has_its_line_and_says_how_to_mend_it(
    old: str, new: str, line: int, code: str
) -> None:
    ((at, found, mend),) = lines(LANDMARKS.replace(old, new))

    assert (at, found) == (line, code)
    assert mend
