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
from dataclasses import dataclass, field
from statistics import median, quantiles

from tests.bench import show
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
        runs, start = list[Run](), time.perf_counter()
        with subprocess.Popen(
            [*command, *LEGS], cwd=PROJECT, stdout=subprocess.PIPE, text=True
        ) as process:
            for line in process.stdout or ():
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


def compare(title: str, own: list[float], other: list[float], unit: str, limit: str) -> None:
    """Print one measurement as a row: medians of all crowds, and of their ratios."""
    ratio = median(a / b for a, b in zip(own, other, strict=True))
    show(title, (median(own), median(other), ratio), unit, limit)


def main() -> None:
    """Let the crowds come, and print what came of it."""
    with serve() as ours, serve(PROJECT / "tests" / "bare" / "app.py") as bare:
        own, other = Soak(ours), Soak(bare)
        for _ in range(ROUNDS):
            own.crowd()
            other.crowd()
    who = f"{VIEWERS} viewers at once"
    print(f"{who:<34}{'dashboard':>10}{'bare':>10}    {'ratio':>8}   limit")
    compare("runs a second", own.rates(), other.rates(), "", "70 runs, 0.50")
    for title, ours_, bare_ in (
        ("first page", own.pages(), other.pages()),
        ("pick", own.picks(), other.picks()),
    ):
        compare(f"{title}, median", [*map(median, ours_)], [*map(median, bare_)], "ms", "")
        compare(f"{title}, one in twenty above", [*map(late, ours_)], [*map(late, bare_)], "ms", "")
    for soak, name in ((own, "dashboard"), (other, "bare")):
        print(
            f"{name}: {len(soak.faults())} faults, memory {max(soak.memory):.0f} MB at the most, "
            f"{soak.grown():.2f} of the first third's in the last   limit 0, 1.10"
        )
        for fault in soak.faults()[:5]:
            print(f"  {fault}")


if __name__ == "__main__":
    main()
