"""Whose turn it is: threads that want the interpreter for themselves, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import IntEnum
from threading import Event, Lock, get_ident

IN_A_ROW = 1  # turns given past the one who has waited longest, before that one is next


class Rank(IntEnum):
    """Who goes first: who comes back, then who picked something, then who opens a page."""

    BACK = 0
    PICK = 1
    PAGE = 2


@dataclass(eq=False)
class _Waiting:
    """A thread that waits, and what tells it that it need not any more."""

    rank: Rank
    thread: int = field(default_factory=get_ident)
    called: Event = field(default_factory=Event)


class Turn:
    """A turn that one thread has at a time, and then the next of those who wait.

    Threads that run side by side take the interpreter from each other, so that
    of many all are late; one after the other, most are served soon. Within a
    rank, who came first goes first, and nobody is passed over for ever.
    """

    def __init__(self, in_a_row: int = IN_A_ROW) -> None:
        self._in_a_row = in_a_row
        self._lock = Lock()
        self._holder: int | None = None
        self._waiting: list[_Waiting] = []  # in the order in which they came
        self._passed = 0  # turns in a row that were given past the first of them

    @contextmanager
    def taken(self, rank: Rank) -> Iterator[None]:
        """Have the turn, for whom it is waited here; who has it already goes on having it."""
        if self._holder == get_ident():
            yield
            return
        self._take(rank)
        try:
            yield
        finally:
            self._give()

    @contextmanager
    def left(self) -> Iterator[None]:
        """Let others have the turn meanwhile, if this thread has it, and then take it again.

        For what takes long, and for waiting on another thread, which may itself
        wait for the turn.
        """
        if self._holder != get_ident():
            yield
            return
        self._give()
        try:
            yield
        finally:
            self._take(Rank.BACK)

    def _take(self, rank: Rank) -> None:
        with self._lock:
            if self._holder is None:
                self._holder = get_ident()
                return
            waiting = _Waiting(rank)
            self._waiting.append(waiting)
        waiting.called.wait()

    def _give(self) -> None:
        """Give the turn to the next one, so that nobody who comes just now can be first."""
        with self._lock:
            following = self._next()
            self._holder = following.thread if following else None
        if following:
            following.called.set()

    def _next(self) -> _Waiting | None:
        """Who is next, no longer among those who wait."""
        if not self._waiting:
            return None
        longest = self._waiting[0]
        ahead = min(self._waiting, key=lambda waiting: waiting.rank)
        found = ahead if self._passed < self._in_a_row else longest
        self._passed = 0 if found is longest else self._passed + 1
        self._waiting.remove(found)
        return found


TURN = Turn()
