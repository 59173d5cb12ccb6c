from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from threading import Event, get_ident
from typing import Any

import pytest

from journey.errors import JourneyError
from journey.server.cache import LEAST, Cache

MANY = 8


class Counted:
    """Makes a value, once it is free to, and counts how often."""

    def __init__(self, value: object = "made", *, held: bool = False) -> None:
        self.value, self.times = value, 0
        self.started, self.free = Event(), Event()
        if not held:
            self.free.set()

    def __call__(self) -> object:
        self.times += 1
        self.started.set()
        assert self.free.wait(60)
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


class Key:
    """A key that tells when so many threads have looked it up."""

    def __init__(self, many: int) -> None:
        self.many, self.threads, self.all_asked = many, set[int](), Event()

    def __hash__(self) -> int:
        self.threads.add(get_ident())  # The cache holds its lock while it looks a key up.
        if len(self.threads) == self.many:
            self.all_asked.set()
        return 1


class Waiting(Executor):
    """Runs what it is given when it is told to."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.jobs.append(lambda: fn(*args, **kwargs))
        return Future()


def test_of_many_threads_that_ask_one_makes_it() -> None:
    cache, key, make = Cache(), Key(MANY), Counted(held=True)

    with ThreadPoolExecutor(MANY) as pool:
        answers = [pool.submit(cache.get, key, make) for _ in range(MANY)]
        assert make.started.wait(60)
        assert key.all_asked.wait(60)
        make.free.set()

    assert {answer.result() for answer in answers} == {"made"}
    assert make.times == 1


def test_of_many_coroutines_that_ask_one_has_it_made() -> None:
    cache, make = Cache(), Counted(held=True)

    async def ask() -> list[object]:
        tasks = [asyncio.create_task(cache.fetch("key", make)) for _ in range(MANY)]
        await asyncio.sleep(0)  # Every task has asked by now.
        make.free.set()
        return await asyncio.gather(*tasks)

    assert asyncio.run(ask()) == ["made"] * MANY
    assert make.times == 1


def test_a_coroutine_waits_for_what_a_thread_makes() -> None:
    cache, make = Cache(), Counted(held=True)

    async def ask() -> object:
        task = asyncio.create_task(cache.fetch("key", make))
        await asyncio.sleep(0)
        make.free.set()
        return await task

    with ThreadPoolExecutor(1) as pool:
        pool.submit(cache.get, "key", make)
        assert make.started.wait(60)
        assert asyncio.run(ask()) == "made"

    assert make.times == 1


def test_who_stops_waiting_does_not_stop_it_for_the_others() -> None:
    cache, make = Cache(), Counted(held=True)

    async def ask() -> object:
        first, second = (asyncio.create_task(cache.fetch("key", make)) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.wait([first])
        make.free.set()
        return await second

    assert asyncio.run(ask()) == "made"
    assert make.times == 1


def test_what_nobody_waits_for_is_made_once_in_the_background() -> None:
    cache, make, background = Cache(), Counted(), Waiting()

    assert [cache.later("key", make, background) for _ in range(2)] == [None, None]
    (job,) = background.jobs
    job()

    assert cache.later("key", make, background) == "made"
    assert (make.times, len(background.jobs)) == (1, 1)


def test_a_thread_makes_what_still_stands_in_a_queue() -> None:
    cache, make, background = Cache(), Counted(), Waiting()
    cache.later("key", make, background)

    assert cache.get("key", make) == "made"
    background.jobs[0]()

    assert make.times == 1


def test_what_makes_a_value_may_ask_for_another() -> None:
    cache, make = Cache(), Counted()

    assert cache.get("outer", lambda: (cache.get("inner", make), "more")) == ("made", "more")
    assert cache.get("inner", make) == "made"
    assert make.times == 1


def test_a_fault_of_the_content_is_kept() -> None:
    cache, make = Cache(), Counted(JourneyError("a fault"))

    for _ in range(3):
        with pytest.raises(JourneyError, match="a fault"):
            cache.get("key", make)

    assert make.times == 1


def test_a_fault_that_is_kept_holds_on_to_nothing_else() -> None:
    def make() -> None:
        try:
            raise ValueError
        except ValueError as error:
            raise JourneyError from error

    cache = Cache()
    with pytest.raises(JourneyError):
        cache.get("key", make)
    with pytest.raises(JourneyError) as caught:
        cache.get("key", make)

    assert caught.value.__cause__ is caught.value.__context__ is None
    assert [entry.name for entry in caught.traceback].count("make") == 0


def test_any_other_error_is_told_to_all_who_wait_and_forgotten() -> None:
    cache, make = Cache(), Counted(OSError("gone"), held=True)

    async def ask() -> list[object]:
        tasks = [asyncio.create_task(cache.fetch("key", make)) for _ in range(2)]
        await asyncio.sleep(0)
        make.free.set()
        return await asyncio.gather(*tasks, return_exceptions=True)

    assert asyncio.run(ask()) == [make.value, make.value]
    make.value = "made"
    assert cache.get("key", make) == "made"


def test_where_room_is_short_what_was_not_used_for_longest_goes() -> None:
    size = 1_000
    cache = Cache(3 * (LEAST + size))
    makes = {key: Counted(key) for key in "abcd"}

    for key in "abcad":
        cache.get(key, makes[key], weigh=lambda _: size)
    for key in "acdb":
        cache.get(key, makes[key], weigh=lambda _: size)

    assert {key: make.times for key, make in makes.items()} == {"a": 1, "b": 2, "c": 1, "d": 1}


def test_what_is_larger_than_the_room_is_kept_until_the_next() -> None:
    cache, large, small = Cache(1_000), Counted(b"x" * 2_000), Counted(b"x")

    for make in (large, large, small, large):
        cache.get(make, make)

    assert (large.times, small.times) == (2, 1)


def test_a_value_is_made_anew_once_it_is_too_old() -> None:
    clock = iter((0.0, 0.9, 1.0, 1.1, 1.5, 2.1, 2.2))
    cache, make = Cache(clock=lambda: next(clock)), Counted()

    for _ in range(5):
        cache.get("key", make, seconds=1)

    assert make.times == 3


def test_what_is_made_anew_takes_the_room_of_the_old() -> None:
    cache, other = Cache(2 * (LEAST + 1_000)), Counted()
    cache.get("other", other, weigh=lambda _: 1_000)

    for _ in range(3):
        cache.get("key", Counted(), weigh=lambda _: 1_000, seconds=0)
    cache.get("other", other, weigh=lambda _: 1_000)

    assert other.times == 1


def test_a_value_made_of_something_else_is_made_anew_and_takes_the_place_of_the_old() -> None:
    cache = Cache(2 * (LEAST + 1_000))
    other, makes = Counted("other"), {stamp: Counted(stamp) for stamp in ("old", "new")}
    cache.get("other", other, weigh=lambda _: 1_000)

    stamps = ["old", "old", "new", "new", "old"]
    found = [cache.get("key", makes[s], weigh=lambda _: 1_000, stamp=s) for s in stamps]
    cache.get("other", other, weigh=lambda _: 1_000)

    assert found == stamps
    assert [makes[s].times for s in ("old", "new")] == [2, 1]
    assert other.times == 1
