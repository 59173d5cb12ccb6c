"""Measures how long viewers are without a page whose server is killed, or ended: ``make bench``."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.deploy.replicas import HAPROXY, NAMES, Replicas, replicas
from tests.deploy.travelling import Travellers, travelling

VIEWERS = 60


def lost(behind: Replicas, travellers: Travellers, name: str, how: signal.Signals) -> list[float]:
    """For how long those who were with that server had no page, in s."""
    gone = travellers.with_server(name)
    os.kill(behind.servers[name].pid, how)
    return [one.seconds for one in travellers.arrive(len(gone))]


def main() -> None:
    """Take two of three servers away, one after the other, and print what came of it."""
    if HAPROXY is None:
        sys.exit("HAProxy is not installed")
    with (
        TemporaryDirectory() as folder,
        replicas(Path(folder)) as behind,
        travelling(behind.url, VIEWERS) as travellers,
    ):
        travellers.arrive(VIEWERS)
        killed, ended = NAMES[:2]
        print(f"{VIEWERS} viewers, three servers        viewers   median    worst   limit")
        for title, name, how in (
            ("without a page, one killed", killed, signal.SIGKILL),
            ("without a page, one ended", ended, signal.SIGTERM),
        ):
            found = lost(behind, travellers, name, how)
            print(f"{title:<34}{len(found):>6}{median(found):>8.1f} s{max(found):>7.1f} s    10 s")


if __name__ == "__main__":
    main()
