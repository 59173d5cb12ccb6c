"""How lengths of time are told, for Python and the browser alike."""

from __future__ import annotations

MINUTE, HOUR, DAY, YEAR = 60.0, 3_600.0, 86_400.0, 31_557_600.0  # seconds

# Seconds, the longest time of the place where they stand, and the words; reckoned by hand.
COUNTED: list[tuple[float, float, str]] = [
    (5, 5, "5 secs"),
    (29, 39 * HOUR, "0 mins"),
    (59.6, 5 * MINUTE, "1 min"),
    (60, 60, "1 min"),
    (330, 330, "5 mins 30 secs"),
    (599, 599, "9 mins 59 secs"),
    (599.6, 599.6, "10 mins"),
    (600, 600, "10 mins"),
    (2 * HOUR - 31, 39 * HOUR, "1 hr 59 mins"),
    (2 * HOUR - 1, 2 * HOUR - 1, "2 hrs"),
    (34.5 * HOUR, 39 * HOUR, "34 hrs 30 mins"),
    (71.5 * HOUR, 71.5 * HOUR, "71 hrs 30 mins"),
    (72 * HOUR, 72 * HOUR, "3 days"),
    # 3 * 24 + 23
    (95 * HOUR, 95 * HOUR, "3 days 23 hrs"),
    (7 * DAY - HOUR, 7 * DAY - HOUR, "6 days 23 hrs"),
    (7 * DAY, 7 * DAY, "7 days"),
    (DAY - 1, 20 * DAY, "1 day"),
    # 72 * 24 + 6
    (1_734 * HOUR, 1_734 * HOUR, "72 days 6 hrs"),
    (99.97 * DAY, 99.97 * DAY, "99 days 23 hrs"),
    (20, 365 * DAY, "0 days"),
    (391.2 * DAY, 391.2 * DAY, "391 days"),
    (1_095 * DAY, 1_095 * DAY, "1,095 days"),
    # 1,294 / 365.25 = 3.54, 391.2 / 365.25 = 1.07, 1,800 / 365.25 = 4.93
    (1_294 * DAY, 1_294 * DAY, "3.5 yrs"),
    (391.2 * DAY, 1_800 * DAY, "1.1 yrs"),
    (43_200 * HOUR, 43_200 * HOUR, "4.9 yrs"),
    (9.99 * YEAR, 9.99 * YEAR, "10 yrs"),
    (175.3 * DAY, 26 * YEAR, "0.5 yrs"),
    (26 * YEAR, 26 * YEAR, "26 yrs"),
    (26.04 * YEAR, 26.04 * YEAR, "26 yrs"),
    (99.97 * YEAR, 99.97 * YEAR, "100 yrs"),
    (1_390.4 * YEAR, 1_390.4 * YEAR, "1,390 yrs"),
]
