from __future__ import annotations

import numpy as np
import pytest

from journey.files.read import read
from journey.importers import igc
from tests.importers.made import brought, codes, content, found, refused

HEAD = "AXXX123\r\nHFDTE150623\r\nHFPLTPILOTINCHARGE:A Pilot\r\n"
FIRST = "B2359504600000N00800000EA0100001100\r\n"
LATER = "B0000104600600N00800000EV0101001110\r\n"


def test_a_fix_is_in_minutes_of_arc_and_in_utc() -> None:
    (line,) = found(HEAD + FIRST + LATER, "a.igc").lines

    assert line.point(1) == (46.01, 8.0)
    assert line.times[0] == np.datetime64("2023-06-15T23:59:50", "s").astype(int)


def test_after_midnight_is_the_next_day() -> None:
    (line,) = found(HEAD + FIRST + LATER, "a.igc").lines

    assert line.times[1] - line.times[0] == 20


def test_a_height_that_was_not_fixed_is_that_by_pressure() -> None:
    told = found(HEAD + FIRST + LATER, "a.igc")

    assert told.lines[0].heights.tolist() == [1_100, 1_010]
    assert codes(told) == {"heights_by_pressure": 1, "heights_above_ellipsoid": 1}


def test_without_a_day_there_are_no_times() -> None:
    told = found(HEAD.replace("HFDTE150623\r\n", "") + FIRST + LATER, "a.igc")

    assert np.isnan(told.lines[0].times).all()
    assert codes(told)["times_without_day"] == 1


def test_a_broken_fix_is_left_out() -> None:
    told = found(HEAD + FIRST + "B2359??\r\n" + LATER, "a.igc")

    assert len(told.lines[0]) == 2
    assert codes(told)["positions_odd"] == 1


def test_a_file_without_fixes_is_refused() -> None:
    assert refused(content(HEAD, "a.igc")) == ["import_nothing"]


def test_what_a_recorder_says_for_nothing_is_no_name() -> None:
    told = found(
        f"{HEAD.replace('A Pilot', 'None')}HFGTYGLIDERTYPE: not set\r\n{FIRST}{LATER}", "a.igc"
    )

    assert (told.lines[0].name, told.story.author) == ("", "")


def test_a_task_is_told_of_and_not_flown() -> None:
    told = found(f"{HEAD}C4600000N00800000ESTART\r\n{FIRST}{LATER}", "a.igc")

    assert codes(told)["fields_unused"] == 1


def test_many_fixes_are_counted_on_past_midnight_as_few_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clocks = ["235958", "235959", "000000", "000001", "235959", "000000"]
    fixes = "".join(f"B{at}4600000N00800{i:03}EA0100001100\n" for i, at in enumerate(clocks))
    whole = f"AXXX\nHFDTE150623\n{fixes}"

    one = found(whole, "a.igc").lines[0].times.tolist()
    monkeypatch.setattr(igc, "_MANY", 2)

    assert found(whole, "a.igc").lines[0].times.tolist() == one
    assert [time - one[0] for time in one] == [0, 1, 2, 3, 86_401, 86_402]


def test_who_carries_the_recorder_at_a_walk_goes_on_foot() -> None:
    # 0.02 minutes of latitude in 20 s: 37 m, of which a minute has 1,852 m.
    fixes = "".join(
        f"B10{i // 3:02}{i % 3 * 20:02}4600{i * 20:03}N00800000EA0100001100\r\n" for i in range(40)
    )

    files, codes = brought(content(HEAD + fixes, "a.igc"))

    assert read(files, "trip").legs[0].mode == "walk"
    assert "modes_assumed" in codes
