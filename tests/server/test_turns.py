from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import pytest

from journey.server.cache import Cache
from journey.server.turns import Turn
from tests.server.test_cache import Key

WAIT = 60  # s after which a test has failed


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    """Threads enough for every test."""
    with ThreadPoolExecutor(16) as executor:
        yield executor


def until(holds: Callable[[], bool]) -> None:
    """Wait until it holds."""
    deadline = time.monotonic() + WAIT
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.001)


class Queue:
    """Threads that come to a turn one after the other, and the order in which they had it."""

    def __init__(self, turn: Turn, threads: ThreadPoolExecutor) -> None:
        self.turn, self.threads = turn, threads
        self.served: list[str] = []

    def come(self, *names: str) -> list[Future[None]]:
        """Let them come and wait."""
        return [self._come(name) for name in names]

    def _come(self, name: str) -> Future[None]:
        before = len(self.turn._waiting)
        future = self.threads.submit(self._visit, name)
        until(lambda: len(self.turn._waiting) > before)
        return future

    def _visit(self, name: str) -> None:
        with self.turn.taken():
            self.served.append(name)


def served(turn: Turn, threads: ThreadPoolExecutor, *names: str) -> list[str]:
    """The order in which those have the turn who come in this order while it is taken."""
    queue = Queue(turn, threads)
    with turn.taken():
        waiting = queue.come(*names)
    for one in waiting:
        one.result(WAIT)
    return queue.served


def test_who_came_first_has_the_turn_first(threads: ThreadPoolExecutor) -> None:
    names = [str(number) for number in range(5)]

    assert served(Turn(), threads, *names) == names


class Halt(BaseException):
    """As Streamlit ends a run."""


@pytest.mark.parametrize("raised", [Halt, SystemExit, ValueError])
def test_the_turn_is_given_on_however_it_ends(
    raised: type[BaseException], threads: ThreadPoolExecutor
) -> None:
    turn = Turn()
    queue = Queue(turn, threads)

    def end() -> None:
        with turn.taken():
            waiting.extend(queue.come("other"))
            raise raised

    waiting = list[Future[None]]()
    with pytest.raises(raised):
        end()
    waiting[0].result(WAIT)

    assert queue.served == ["other"]
    assert served(turn, threads, "other") == ["other"]


def test_who_has_the_turn_need_not_wait_for_it(threads: ThreadPoolExecutor) -> None:
    turn = Turn()
    queue = Queue(turn, threads)

    with turn.taken():
        with turn.taken():
            (waiting,) = queue.come("other")
        before = list(queue.served)
    waiting.result(WAIT)

    assert (before, queue.served) == ([], ["other"])


def test_who_leaves_the_turn_lets_others_go_and_comes_back_before_them(
    threads: ThreadPoolExecutor,
) -> None:
    turn, taken = Turn(), Event()
    queue = Queue(turn, threads)

    def hold() -> None:
        with turn.taken():
            taken.set()
            until(lambda: len(turn._waiting) == 2)

    with turn.taken():
        with turn.left():
            holding = threads.submit(hold)
            until(taken.is_set)
            (waiting,) = queue.come("other")
        before = list(queue.served)
    waiting.result(WAIT)
    holding.result(WAIT)

    assert (before, queue.served) == ([], ["other"])


def test_who_left_the_turn_has_it_again_whatever_was_raised_meanwhile() -> None:
    turn = Turn()

    with turn.taken():
        holder = turn._holder
        with pytest.raises(Halt), turn.left():
            raise Halt

        assert turn._holder == holder is not None
    assert turn._holder is None


def test_who_never_had_the_turn_can_leave_it_for_nobody() -> None:
    turn = Turn()

    with turn.left():
        pass

    assert turn._holder is None


def test_who_makes_something_to_be_kept_leaves_the_turn_and_so_does_who_waits_for_it(
    threads: ThreadPoolExecutor,
) -> None:
    turn, free, begun = Turn(), Event(), Event()
    cache, key = Cache(turn=turn), Key(3)

    def make() -> str:
        begun.set()
        assert free.wait(WAIT)
        return "made"

    def ask() -> str:
        with turn.taken():
            return cache.get(key, make)

    asking = [threads.submit(ask) for _ in range(3)]
    until(lambda: begun.is_set() and key.all_asked.is_set())
    order = served(turn, threads, "other")
    free.set()

    assert order == ["other"]
    assert [one.result(WAIT) for one in asking] == ["made"] * 3
