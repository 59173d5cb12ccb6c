"""What is made of content: kept while there is room, and made once for all who ask."""

from __future__ import annotations

import asyncio
import sys
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from math import inf
from threading import Lock
from typing import Any, Generic, TypeVar

from journey.errors import JourneyError
from journey.server.turns import TURN, Turn

T = TypeVar("T")

ROOM = 256 * 2**20  # bytes; a journey like the shipped one takes about 4 million in a language
LEAST = 512  # bytes that every entry is taken to weigh, with its key and its place in the order


def weight(value: object) -> int:
    """About how many bytes of memory a value takes, for texts and what is made up of texts.

    >>> weight((b"x" * 1_000, b"")) - weight(b"x" * 1_000) < 200
    True
    """
    parts: list[object] = []
    if isinstance(value, Mapping):
        parts = [*value.keys(), *value.values()]
    elif isinstance(value, (tuple, list)):
        parts = list(value)
    return sys.getsizeof(value) + sum(map(weight, parts))


@dataclass(frozen=True)
class _Kept(Generic[T]):
    """A value or the error in its place, and its weight in bytes.

    ``began`` is when its making began, in s, and ``stamp`` what it was made of.
    """

    value: T | None
    error: Exception | None
    weight: int
    began: float
    stamp: object

    def result(self) -> T:
        """The value; raises the error in its place."""
        if self.error is not None:
            # The same error is raised for each who asks: a traceback would grow each time.
            raise self.error.with_traceback(None)
        return self.value  # type: ignore[return-value]


class _Making(Generic[T]):
    """Something that is being made, or will be by the first thread that comes to it."""

    def __init__(
        self, key: Hashable, make: Callable[[], T], weigh: Callable[[T], int], stamp: object
    ) -> None:
        self.key, self.make, self.weigh, self.stamp = key, make, weigh, stamp
        self.lock = Lock()
        self.promised = False  # whether a thread is on its way
        self.done: Future[_Kept[T]] = Future()
        # Who stops waiting must not stop it for the others.
        self.done.set_running_or_notify_cancel()


class Cache:
    """Values by key, the latest used ones in ``room`` bytes, for threads and coroutines.

    Of many who ask for what is not there, one makes it and the others wait.
    A :class:`JourneyError` is kept like a value, for it belongs to the content
    in the key; any other error is told to those who wait and then forgotten.
    A value that was made of something else than its ``stamp`` now says is made
    anew, and takes the place of the old one.
    The newest value is kept even where it alone takes more than there is room.
    What makes a value may ask for other keys, never for its own. Whoever makes
    one or waits for it leaves the turn to others meanwhile.
    """

    def __init__(
        self, room: int = ROOM, clock: Callable[[], float] = time.monotonic, turn: Turn = TURN
    ) -> None:
        self._room, self._clock, self._turn = room, clock, turn
        self._lock = Lock()
        self._weight = 0
        self._kept: OrderedDict[Hashable, _Kept[Any]] = OrderedDict()
        self._making: dict[Hashable, _Making[Any]] = {}

    def get(
        self,
        key: Hashable,
        make: Callable[[], T],
        *,
        weigh: Callable[[T], int] = weight,
        seconds: float = inf,
        stamp: object = None,
    ) -> T:
        """The value of ``key``, made in this thread where none of the last ``seconds`` is kept."""
        found = self._look(_Making(key, make, weigh, stamp), seconds)
        if isinstance(found, _Making):
            with self._turn.left():
                found = self._finish(found)
        return found.result()

    async def fetch(
        self,
        key: Hashable,
        make: Callable[[], T],
        *,
        weigh: Callable[[T], int] = weight,
        seconds: float = inf,
        stamp: object = None,
    ) -> T:
        """The same for a coroutine; what is to be made is made in a thread."""
        found = self._look(_Making(key, make, weigh, stamp), seconds)
        if isinstance(found, _Making):
            if self._promise(found):
                asyncio.get_running_loop().run_in_executor(None, self._finish, found)
            found = await asyncio.wrap_future(found.done)
        return found.result()

    def later(self, key: Hashable, make: Callable[[], T], executor: Executor) -> T | None:
        """The value of ``key``, or None where it is only now being made by ``executor``."""
        found = self._look(_Making(key, make, weight, None), inf)
        if isinstance(found, _Kept):
            return found.result()
        if self._promise(found):
            executor.submit(self._finish, found)
        return None

    def peek(self, key: Hashable) -> Any:
        """The value that is kept of ``key``, whatever it was made of, or None where none is."""
        with self._lock:
            kept = self._kept.get(key)
            return kept.value if kept else None

    def _look(self, asked: _Making[T], seconds: float) -> _Kept[T] | _Making[T]:
        """What is kept of that key and stamp and not older, else its making, which all share."""
        with self._lock:
            kept = self._kept.get(asked.key)
            if kept and kept.stamp == asked.stamp and self._clock() - kept.began < seconds:
                self._kept.move_to_end(asked.key)
                return kept
            return self._making.setdefault(asked.key, asked)

    def _promise(self, making: _Making[T]) -> bool:
        """Whether the one who asks is the first, who has to send a thread."""
        with self._lock:
            first, making.promised = not making.promised, True
            return first

    def _finish(self, making: _Making[T]) -> _Kept[T]:
        """What was made, or is made now: a thread that is on its way is not waited for."""
        with making.lock:
            if not making.done.done():
                making.promised = True
                made = self._make(making)
                with self._lock:
                    del self._making[making.key]
                    self._keep(making.key, made)
                making.done.set_result(made)
            return making.done.result()

    def _make(self, making: _Making[T]) -> _Kept[T]:
        began = self._clock()
        try:
            value = making.make()
            return _Kept(value, None, LEAST + making.weigh(value), began, making.stamp)
        except Exception as error:
            if isinstance(error, JourneyError):
                # It will be kept, and what it came from holds on to all that was read.
                error.__cause__ = error.__context__ = None
            return _Kept(None, error, LEAST + weight(error.args), began, making.stamp)

    def _keep(self, key: Hashable, made: _Kept[Any]) -> None:
        """Put it in its place, and let go of what was not used for longest where room is short."""
        self._drop(key)
        if made.error is not None and not isinstance(made.error, JourneyError):
            return
        self._kept[key] = made
        self._weight += made.weight
        while self._weight > self._room and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def _drop(self, key: Hashable) -> None:
        if dropped := self._kept.pop(key, None):
            self._weight -= dropped.weight


CACHE = Cache()
# What tells an absolute address may tell whatever name somebody asks with. It has
# bytes of its own, so that nobody pushes out with it what all viewers need.
ADDRESSED = Cache(4 * 2**20)
