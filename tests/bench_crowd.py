"""Measures a crowd on the dashboard and on a bare page with one map, in turns: ``make bench``.

The viewers come all at once. Each asks for a page, picks as fast as it is
answered, and leaves to another: so it shows what the server can do, and who
waits how long when all want something at the same moment.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median, quantiles

from tests.bench_rows import Row, paired, show
from tests.crowd import Run
from tests.serving import PROJECT, Server, serve

VIEWERS = 200
ROUNDS, RUNS = 4, 800  # crowds on each server, and runs of each crowd
LEGS = ("train", "handcar")
EVERY = 10  # runs from one look at the memory to the next
CALM = 0.02  # s of its processor's time that a server at rest takes in a second, at the most


@dataclass
class Soak:
    """What came of the crowds on one server: a list for each of them, and its memory in MB."""

    server: Server
    runs: list[list[Run]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    def crowd(self) -> None:
        """Let one more crowd come. They are a process of their own, not to slow this one."""
        calm(self.server)
        command = [sys.executable, "-m", "tests.crowd", self.server.url, str(VIEWERS), str(RUNS)]
        runs = list[Run]()
        with subprocess.Popen(
            [*command, *LEGS], cwd=PROJECT, stdout=subprocess.PIPE, text=True
        ) as process:
            lines = iter(process.stdout or ())
            next(lines, None)  # They are at the door; what they need for that has been imported.
            start = time.perf_counter()
            for line in lines:
                runs.append(Run(**json.loads(line)))
                if len(runs) % EVERY == 0:
                    self.memory.append(self.server.memory())
        if process.returncode or len(runs) != RUNS:
            raise RuntimeError(f"{len(runs)} runs of {RUNS}")
        self.runs.append(runs)
        self.seconds.append(time.perf_counter() - start)

    def rates(self) -> list[float]:
        """Runs a second, of each crowd."""
        return [RUNS / seconds for seconds in self.seconds]

    def pages(self) -> list[list[float]]:
        """What those waited for their page who came all at once, in ms, of each crowd."""
        return [
            [run.seconds * 1_000 for run in runs if run.kind == "page"][:VIEWERS]
            for runs in self.runs
        ]

    def picks(self) -> list[list[float]]:
        """What picks took, in ms, of each crowd."""
        return [[run.seconds * 1_000 for run in runs if run.kind == "pick"] for runs in self.runs]

    def faults(self) -> list[str]:
        """What went wrong."""
        return [run.fault for runs in self.runs for run in runs if run.fault]

    def told(self) -> str:
        """How many faults there were, and the first."""
        return " ".join([str(len(self.faults())), *self.faults()[:1]])

    def grown(self) -> float:
        """The server's memory in the last third of all, in parts of that in the first."""
        third = len(self.memory) // 3
        first = median(self.memory[:third])
        return median(self.memory[-third:]) / first if first else 1.0


def calm(server: Server) -> None:
    """Wait until the server has made ready what it makes in advance, and the last crowd is gone."""
    before = server.busy() - 1.0
    while (now := server.busy()) - before > CALM:
        before = now
        time.sleep(1)


def late(times: list[float]) -> float:
    """What one in twenty takes longer than."""
    return quantiles(times, n=20)[-1]


def rows() -> Iterator[Row]:
    """What came of the crowds, medians of each beside those of the bare page's."""
    with serve() as ours, serve(PROJECT / "tests" / "bare" / "app.py") as bare:
        own, other = Soak(ours), Soak(bare)
        for _ in range(ROUNDS):
            own.crowd()
            other.crowd()
    who = f"{VIEWERS} viewers at once"
    rates = zip(own.rates(), other.rates(), strict=True)
    yield paired(f"{who}: page runs a second, beside the bare page", rates, "", "100")
    for what, here, there, wanted in (
        ("first page", own.pages(), other.pages(), "1,500 ms"),
        ("pick", own.picks(), other.picks(), ""),
    ):
        middle = zip(map(median, here), map(median, there), strict=True)
        yield paired(f"{who}: {what}", middle, "ms", wanted)
        last = zip(map(late, here), map(late, there), strict=True)
        yield paired(f"{who}: {what}, one in twenty above", last, "ms")
    yield Row(f"{who}: faults", own.told(), other.told(), wanted="none")
    memory = [(max(own.memory), max(other.memory))]
    yield paired(f"{who}: memory at the most", memory, "MB")
    grown = [(own.grown(), other.grown())]
    yield paired(f"{who}: memory in the last third, in parts of the first's", grown, "", "1.10")


if __name__ == "__main__":
    show(rows())
