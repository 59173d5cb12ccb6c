"""Does what nobody has to wait for, neither a viewer nor the end of the server."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any


class Background(Executor):
    """Does one thing after the other in a thread of its own.

    Python waits at its end for the threads of other executors: after Ctrl-C,
    a journey of a million points would keep the server for minutes.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = Lock()
        self._thread: Thread | None = None
        self._due: SimpleQueue[tuple[Future[Any], Callable[[], Any]]] = SimpleQueue()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The promise of what ``fn`` returns."""
        future: Future[Any] = Future()
        self._due.put((future, partial(fn, *args, **kwargs)))
        with self._lock:
            if self._thread is None:
                self._thread = Thread(target=self._work, name=self._name, daemon=True)
                self._thread.start()
        return future

    def shutdown(self, wait: bool = False, *, cancel_futures: bool = True) -> None:
        """Begin nothing more of what is due; what is being done is not waited for."""
        with suppress(Empty):
            while True:
                self._due.get_nowait()[0].cancel()

    def _work(self) -> None:
        while True:
            future, do = self._due.get()
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(do())
                except Exception as error:
                    future.set_exception(error)
