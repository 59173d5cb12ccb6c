"""Lets viewers travel in a process of their own, and hears what becomes of them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from tests.deploy.travellers import Arrival
from tests.serving import PROJECT

LEGS = ("train", "bus-to-border", "handcar", "bus-to-vladivostok")
LANGUAGES = ("en", "ru", "ko")


def link(number: int) -> str:
    """What a viewer of that number looks at."""
    leg, language = LEGS[number % len(LEGS)], LANGUAGES[number % len(LANGUAGES)]
    return f"journey=handcar-2021&lang={language}&leg={leg}&at=40"


class Travellers:
    """Those without a browser, and the last page that each of them got."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        self._lines = process.stdout
        self.last: dict[int, Arrival] = {}

    def arrive(self, count: int) -> list[Arrival]:
        """The pages that so many get next."""
        found = [Arrival(**json.loads(line)) for line in islice(self._lines, count)]
        self.last.update({one.viewer: one for one in found})
        return found

    def with_server(self, name: str) -> set[int]:
        """The viewers who are with it."""
        return {number for number, one in self.last.items() if one.server == f"server={name}"}


@contextmanager
def travelling(url: str, count: int) -> Iterator[Travellers]:
    """So many viewers at that address, until this ends."""
    command = [sys.executable, "-m", "tests.deploy.travellers", url, *map(link, range(count))]
    with subprocess.Popen(
        command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        yield Travellers(process)
        process.stdin.close()
