from __future__ import annotations

import sys

import pytest

from journey.output import complain, say

Captured = pytest.CaptureFixture[str]
ODD = "a\nb\x1b[2J\u202e\udcff"


def test_each_line_stays_one_and_steers_no_terminal(capsys: Captured) -> None:
    say(ODD, "c")
    complain(ODD, "c")

    for text in capsys.readouterr():
        first, second = text.splitlines()
        assert (first.isprintable(), second) == (True, "c")


def test_a_complaint_that_can_not_be_told_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def full(text: str) -> None:
        said.append(text)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys.stderr, "write", full)
    complain("a")

    assert said[0] == "a"
