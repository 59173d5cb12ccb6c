from __future__ import annotations

import subprocess
import sys
from threading import Event

import pytest

from journey.dashboard.background import Background
from tests.conftest import ROOT

# Begins something that takes longer than anybody waits, and ends.
BUSY = """
import time
from journey.dashboard.background import Background
background = Background("test")
background.submit(print, "here", flush=True).result()
background.submit(time.sleep, 86_400)
"""


def test_things_are_done_one_after_the_other_in_order() -> None:
    background, free, done = Background("test"), Event(), list[int]()
    background.submit(free.wait, 60)
    promised = [background.submit(done.append, number) for number in range(3)]

    before = list(done)
    free.set()
    for promise in promised:
        promise.result(60)

    assert (before, done) == ([], [0, 1, 2])


def test_what_fails_is_told_who_asked_and_the_next_is_done() -> None:
    background = Background("test")

    failing, next_one = background.submit(int, "x"), background.submit(int, "7")

    with pytest.raises(ValueError, match="'x'"):
        failing.result(60)
    assert next_one.result(60) == 7


def test_at_the_end_nothing_more_is_begun() -> None:
    background, begun, free = Background("test"), Event(), Event()

    def long() -> bool:
        begun.set()
        return free.wait(60)

    doing = background.submit(long)
    due = background.submit(int)
    begun.wait(60)

    background.shutdown()
    free.set()

    assert (doing.result(60), due.cancelled()) == (True, True)


def test_no_process_waits_for_it_to_end() -> None:
    done = subprocess.run(
        [sys.executable, "-c", BUSY], cwd=ROOT, capture_output=True, timeout=600, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, b"here\n", b"")
