"""How lengths of time are told, for Python and the browser alike."""

from __future__ import annotations

MINUTE, HOUR, DAY, YEAR = 60.0, 3_600.0, 86_400.0, 31_557_600.0  # seconds

# Seconds, the longest time, the finest step in which they are known, in s, and the words.
COARSE: list[tuple[float, float, float, str]] = [
    (16 * HOUR + 35 * MINUTE, 39 * HOUR, MINUTE, "16 hours 35 minutes"),
    (16 * HOUR + 35 * MINUTE, 39 * HOUR, HOUR, "17 hours"),
    (16 * HOUR + 33 * MINUTE, 39 * HOUR, 5 * MINUTE, "16 hours 35 minutes"),
    (30 * HOUR, 6 * DAY, DAY, "1 day"),
    (30 * HOUR, 20 * DAY, HOUR, "1 day 6 hours"),
    (30 * HOUR, 20 * DAY, DAY, "1 day"),
    # So short that an hour would be a good part of it.
    (32 * MINUTE, 80 * MINUTE, HOUR, "30 minutes"),
    (82 * MINUTE, 82 * MINUTE, HOUR, "1 hour 20 minutes"),
    (391.2 * DAY, 1_000 * DAY, DAY, "391 days"),
]

# Seconds, the longest time of the place where they stand, and the words; reckoned by hand.
COUNTED: list[tuple[float, float, str]] = [
    (5, 5, "5 seconds"),
    (29, 39 * HOUR, "0 minutes"),
    (59.6, 5 * MINUTE, "1 minute"),
    (60, 60, "1 minute"),
    (330, 330, "5 minutes 30 seconds"),
    (599, 599, "9 minutes 59 seconds"),
    (599.6, 599.6, "10 minutes"),
    (600, 600, "10 minutes"),
    (2 * HOUR - 31, 39 * HOUR, "1 hour 59 minutes"),
    (2 * HOUR - 1, 2 * HOUR - 1, "2 hours"),
    (34.5 * HOUR, 39 * HOUR, "34 hours 30 minutes"),
    (71.5 * HOUR, 71.5 * HOUR, "71 hours 30 minutes"),
    (72 * HOUR, 72 * HOUR, "3 days"),
    # 3 * 24 + 23
    (95 * HOUR, 95 * HOUR, "3 days 23 hours"),
    (7 * DAY - HOUR, 7 * DAY - HOUR, "6 days 23 hours"),
    (7 * DAY, 7 * DAY, "7 days"),
    (DAY - 1, 20 * DAY, "1 day"),
    # 72 * 24 + 6
    (1_734 * HOUR, 1_734 * HOUR, "72 days 6 hours"),
    (99.97 * DAY, 99.97 * DAY, "99 days 23 hours"),
    (20, 365 * DAY, "0 days"),
    (391.2 * DAY, 391.2 * DAY, "391 days"),
    (1_095 * DAY, 1_095 * DAY, "1,095 days"),
    # 1,294 / 365.25 = 3.54, 391.2 / 365.25 = 1.07, 1,800 / 365.25 = 4.93
    (1_294 * DAY, 1_294 * DAY, "3.5 years"),
    (391.2 * DAY, 1_800 * DAY, "1.1 years"),
    (43_200 * HOUR, 43_200 * HOUR, "4.9 years"),
    (9.99 * YEAR, 9.99 * YEAR, "10 years"),
    (175.3 * DAY, 26 * YEAR, "0.5 years"),
    (26 * YEAR, 26 * YEAR, "26 years"),
    (26.04 * YEAR, 26.04 * YEAR, "26 years"),
    (99.97 * YEAR, 99.97 * YEAR, "100 years"),
    (1_390.4 * YEAR, 1_390.4 * YEAR, "1,390 years"),
]
