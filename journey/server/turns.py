"""Whose turn it is: threads that want the interpreter for themselves, one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock, get_ident


@dataclass(eq=False)
class _Waiting:
    """A thread that waits, and what tells it that it need not any more."""

    thread: int = field(default_factory=get_ident)
    called: Event = field(default_factory=Event)


class Turn:
    """A turn that one thread has at a time, and then the one that waits for longest.

    Threads that run side by side take the interpreter from each other, so that
    of many all are late; one after the other, most are served soon.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._holder: int | None = None
        self._waiting: deque[_Waiting] = deque()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Have the turn, for which it is waited here; who has it already goes on having it."""
        if self._holder == get_ident():
            yield
            return
        self._take(self._waiting.append)
        try:
            yield
        finally:
            self._give()

    @contextmanager
    def left(self) -> Iterator[None]:
        """Let others have the turn meanwhile, if this thread has it, and then be the next.

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
            self._take(self._waiting.appendleft)

    def _take(self, line_up: Callable[[_Waiting], None]) -> None:
        with self._lock:
            if self._holder is None:
                self._holder = get_ident()
                return
            waiting = _Waiting()
            line_up(waiting)
        waiting.called.wait()

    def _give(self) -> None:
        """Give the turn to the next one, so that nobody who comes just now can be first."""
        with self._lock:
            following = self._waiting.popleft() if self._waiting else None
            self._holder = following.thread if following else None
        if following:
            following.called.set()


TURN = Turn()
