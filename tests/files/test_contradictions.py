from __future__ import annotations

import pytest

from journey.errors import JourneyFileError, dotted
from journey.files.read import STORY, read

# Two rides, one after the other; what is claimed of their times is on lines of its own.
HEAD = """\
id: test
languages: [en]
title: {en: T}
summary: {en: S}
places:
  - {id: a, name: {en: A}, lat: 47, lon: 8, zone: Europe/Zurich, basis: assumed, reason: {en: R}}
  - {id: b, name: {en: B}, lat: 48, lon: 8, zone: Europe/Zurich, basis: assumed, reason: {en: R}}
  - {id: c, name: {en: C}, lat: 49, lon: 8, zone: Europe/Berlin, basis: assumed, reason: {en: R}}
legs:
"""
FIRST = """\
  - id: first
    mode: train
    name: {en: F}
    from: {place: a, basis: assumed, reason: {en: R}}
    to: {place: b, basis: assumed, reason: {en: R}}
"""
SECOND = FIRST.replace("first", "second").replace(": b", ": c").replace(": a,", ": b,")


def claim(key: str, what: str) -> str:
    return f"    {key}: {{{what}, basis: assumed, reason: {{en: R}}}}\n"


def told(first: dict[str, str], second: dict[str, str]) -> list[tuple[int, str, str]]:
    """Line, path and code of each fault of the two rides with those claims."""
    story = HEAD + FIRST + "".join(claim(*one) for one in first.items())
    story += SECOND + "".join(claim(*one) for one in second.items())
    try:
        read({STORY: story.encode()})
    except JourneyFileError as error:
        return [(c.line, dotted(c.path), c.code) for c in error.complaints]
    return []


def test_times_that_fit_are_no_fault() -> None:
    # By the clock of Zurich and by that of London 2 hours and 45 minutes, said to the hour.
    first = {"departs": "at: '2024-06-01T08:00+02:00'", "duration": "value: 3, unit: h",
             "arrives": "at: '2024-06-01T09:45+01:00'"}  # fmt: skip

    assert told(first, {"departs": "at: 2024-06-01"}) == []


@pytest.mark.parametrize(
    ("first", "second", "fault"),
    [
        (
            {"departs": "at: '2024-06-01T10:00+02:00'", "arrives": "at: '2024-06-01T08:00+02:00'"},
            {},
            (16, "legs[0].arrives", "arrives_before_departing"),
        ),
        (
            {"departs": "at: 2024-06-03", "arrives": "at: 2024-06-01"},
            {},
            (16, "legs[0].arrives", "arrives_before_departing"),
        ),
        (
            {"arrives": "at: '2024-06-01T08:00+02:00'"},
            {"departs": "at: '2024-05-31T09:00+02:00'"},
            (21, "legs[1].departs", "departs_before_arriving"),
        ),
        (
            {},
            {"departs": "at: '2024-05-31T09:00+02:00'", "arrives": "at: '2024-05-31T10:00+02:00'",
             "duration": "value: 26, unit: h"},
            (22, "legs[1].duration", "time_against_clocks"),
        ),
        (
            {"departs": "at: 2024-05"},
            {"arrives": "at: 2024-06", "duration": "value: 90, unit: d"},
            (22, "legs[1].duration", "time_against_clocks"),
        ),
    ],
)  # fmt: skip
def test_times_that_can_not_be_are_told_on_the_line_of_their_claim(
    first: dict[str, str], second: dict[str, str], fault: tuple[int, str, str]
) -> None:
    assert told(first, second) == [fault]


def test_all_that_contradicts_is_told_at_once_and_with_what_else_is_claimed() -> None:
    story = HEAD + FIRST + claim("departs", "at: '2024-06-01T10:00+02:00'")
    story += claim("arrives", "at: '2024-06-01T08:00+02:00'")
    story += SECOND + claim("departs", "at: '2024-05-31T09:00+02:00'")
    story += claim("arrives", "at: '2024-05-31T10:00+02:00'")
    story += claim("duration", "value: 26, unit: h")

    with pytest.raises(JourneyFileError) as caught:
        read({STORY: story.encode()})

    assert [(c.line, c.code) for c in caught.value.complaints] == [
        (16, "arrives_before_departing"),
        (22, "departs_before_arriving"),
        (24, "time_against_clocks"),
    ]
    assert caught.value.complaints[2].figures["others"] == (
        "legs[1].departs (journey.yaml:22)", "legs[1].arrives (journey.yaml:23)"
    )  # fmt: skip


def test_a_stop_outside_the_time_of_its_leg_can_not_be() -> None:
    stop = (
        "    stops: [{place: c, at: '2024-06-01T13:30+02:00', basis: assumed, reason: {en: R}}]\n"
    )
    story = HEAD + FIRST + claim("departs", "at: '2024-06-01T08:00+02:00'")
    story += claim("arrives", "at: '2024-06-01T12:00+02:00'") + stop

    with pytest.raises(JourneyFileError) as caught:
        read({STORY: story.encode()})

    (complaint,) = caught.value.complaints
    assert complaint.code == "times_out_of_order"
    assert (complaint.line in (16, 17), "legs[0].stops[0].at" in str(caught.value)) == (True, True)
