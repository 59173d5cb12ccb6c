"""What a journey or a leg says once of how its claims are known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from journey import Journey
from journey.errors import Complaint, dotted
from journey.files.check import check
from journey.files.read import STORY, read, reading
from journey.model.claims import Claim

# Line 5 says how all is known, and line 13 how the claims of the second leg are.
FILE = """\
id: test
languages: [en]
title: {en: A test}
summary: {en: Two legs.}
basis: reported
source: log
sources: [{id: log, title: A log, publisher: A traveller}]
places:
  - {id: a, name: {en: A}, lat: 0, lon: 0}
  - {id: b, name: {en: B}, lat: 0, lon: 1, basis: derived, method: {en: Read off a map.}}
legs:
  - {id: out, mode: bus, name: {en: Out}, from: {place: a}, to: {place: b}}
  - basis: assumed
    reason: {en: As on the way out.}
    id: back
    mode: bus
    name: {en: Back}
    from: {place: b}
    to: {place: a, dwell: {value: 5, unit: min}}
    duration: [{value: 3, unit: h}, {value: 4, unit: h, basis: reported}]
    stops: [{place: a, arrives: {at: 2024-05-04T09:30Z}, departs: 2024-05-04T09:40Z}]
"""


def told(old: str = "", new: str = "") -> Journey:
    return read({STORY: FILE.replace(old, new).encode()})


def complaints(old: str, new: str) -> list[Complaint]:
    return reading({STORY: FILE.replace(old, new).encode()}).complaints


def stands(claim: Claim) -> tuple[str, tuple[str, ...], Any, Any]:
    return claim.basis.value, claim.source, claim.method, claim.reason


LOG = ("reported", ("log",), None, None)
GUESSED = ("assumed", (), None, {"en": "As on the way out."})


def test_a_claim_takes_over_what_the_journey_gives_once() -> None:
    journey = told()

    assert stands(journey.places[0]) == stands(journey.legs[0].start) == LOG


def test_what_its_leg_gives_comes_before_what_the_journey_gives() -> None:
    leg = told().legs[1]

    (stop,) = leg.stops
    claims = [leg.start, leg.end, leg.end.dwell[0], leg.duration[0], stop, stop.arrives[0]]
    assert [stands(claim) for claim in claims] == [GUESSED] * 6
    assert stands(stop.departs[0]) == GUESSED


def test_a_claim_s_own_basis_stays_and_takes_over_the_source_it_asks_for() -> None:
    journey = told()

    assert stands(journey.places[1]) == ("derived", (), {"en": "Read off a map."}, None)
    assert stands(journey.legs[1].duration[1]) == LOG


def test_a_claim_with_a_reason_of_its_own_takes_over_no_other_basis() -> None:
    (found,) = complaints("lat: 0, lon: 0}", "lat: 0, lon: 0, reason: {en: By eye.}}")

    assert (found.line, dotted(found.path), found.code) == (9, "places[0].basis", "missing_basis")
    assert found.figures["near"] == "basis: assumed"


def test_a_claim_that_lacks_its_ground_is_told_with_the_line_of_its_basis() -> None:
    found = complaints("source: log\n", "")

    # Without that line the places stand a line further up.
    assert [(c.line, dotted(c.path), c.code, c.figures.get("line")) for c in found] == [
        (8, "places[0]", "inherits_no_ground", 5),
        (11, "legs[0].from", "inherits_no_ground", 5),
        (11, "legs[0].to", "inherits_no_ground", 5),
        (19, "legs[1].duration[1]", "ungrounded", None),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "where", "code"),
    [
        ("source: log\n", "source: lgo\n", 6, "source", "unknown_source"),
        ("basis: reported", "basis: reportd", 5, "basis", "unknown_choice"),
        ("en: As on the way out.", "de: Wie.", 14, "legs[1].reason", "text_lacks_first_language"),
        ("{en: As on the way out.}", "{en: ''}", 14, "legs[1].reason.en", "empty_text"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_what_is_given_once_is_told_once_there(
    old: str, new: str, line: int, where: str, code: str, tmp_path: Path
) -> None:
    folder = tmp_path / "test"
    folder.mkdir()
    (folder / STORY).write_text(FILE.replace(old, new, 1), "utf-8")

    found = [c for c in check(folder).complaints if not c.is_advice]

    assert [(c.line, dotted(c.path), c.code) for c in found] == [(line, where, code)]


def test_a_misspelt_basis_is_told_and_not_passed_over() -> None:
    found = complaints("lon: 0}", "lon: 0, bassis: assumed, reason: {en: By eye.}}")

    assert [(dotted(c.path), c.figures["near"]) for c in found] == [("places[0].bassis", "basis")]


def test_reading_and_checking_leave_the_file_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "test"
    folder.mkdir()
    (folder / STORY).write_text(FILE, "utf-8")

    assert check(folder).faults == 0

    assert (folder / STORY).read_text("utf-8") == FILE
    assert [file.name for file in folder.iterdir()] == [STORY]
