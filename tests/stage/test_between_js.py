"""When it is at a part of a leg, run in a browser without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

DAY = 86_400  # s


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("between"))


def event(at: float, early: float | None, late: float | None, **more: Any) -> dict[str, Any]:
    """An event as the browser is told of it; it may be on the first days of 1970."""
    days = [None if end is None else end // DAY * DAY for end in (early, late)]
    known = {"grain": "minute", "rough": 0, "basis": "reported", "days": days}
    return {"at": at, "early": early, "late": late, **known, **more}


def between(page: Page, part: float, *events: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        "([events, part]) => L.journey.between(events, part)", [list(events), part]
    )
    return found


LEFT, PASSED, MET = event(0, 0, 600), event(0.4, 1_200, 1_200), event(1, 3_000, 6_000)


@pytest.mark.parametrize(
    ("part", "early", "late"),
    # By hand: half and three quarters of the way from one event to the next.
    [(0, 0, 600), (0.2, 600, 900), (0.4, 1_200, 1_200), (0.85, 2_550, 4_800), (1, 3_000, 6_000)],
)
def test_time_passes_evenly_from_event_to_event(
    page: Page, part: float, early: float, late: float
) -> None:
    found = between(page, part, LEFT, PASSED, MET)

    assert [found["early"], found["late"]] == pytest.approx([early, late])


@pytest.mark.parametrize(
    ("part", "bases", "basis"),
    [
        (0, ("reported", "reported"), "reported"),
        (1, ("reported", "reported"), "reported"),
        (0.5, ("reported", "reported"), "derived"),
        (0.5, ("reported", "assumed"), "assumed"),
        (0.5, ("assumed", "reported"), "assumed"),
    ],
)
def test_a_moment_between_events_is_never_reported(
    page: Page, part: float, bases: tuple[str, str], basis: str
) -> None:
    ends = [event(end, 0, 0, basis=known) for end, known in enumerate(bases)]

    assert between(page, part, *ends)["basis"] == basis


def test_a_moment_between_events_is_no_finer_than_either(page: Page) -> None:
    day = event(1, None, None, grain="day", days=[4 * DAY, 5 * DAY])

    found = between(page, 0.5, event(0, 0, 0), day)

    assert (found["grain"], found["days"]) == ("day", [2 * DAY, 2.5 * DAY])


def test_it_is_as_rough_as_the_events_around_it(page: Page) -> None:
    assert between(page, 0.5, event(0, 0, 0), event(1, 600, 600, rough=600))["rough"] == 300


def test_after_the_last_event_only_what_was_before_is_known(page: Page) -> None:
    found = between(page, 0.5, event(0, 0, 600))

    assert (found["early"], found["late"], found["days"]) == (0, None, [0, None])


def test_before_the_first_event_only_what_was_after_is_known(page: Page) -> None:
    found = between(page, 0.5, event(1, 0, 600))

    assert (found["early"], found["late"], found["days"]) == (None, 600, [None, 0])


def test_one_end_that_nothing_bounds_leaves_the_other(page: Page) -> None:
    found = between(page, 0.5, event(0, 0, 600), event(1, 900, None))

    assert (found["early"], found["late"]) == (450, None)


def test_of_two_events_at_one_part_the_later_counts(page: Page) -> None:
    met, left = event(0.5, 0, 0), event(0.5, 600, 600)

    assert between(page, 0.5, met, left)["early"] == 600


def test_where_nothing_is_known_there_is_no_time(page: Page) -> None:
    assert between(page, 0.5) is None
