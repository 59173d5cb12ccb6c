"""Measures how long viewers are without a page whose server is killed, or ended: ``make bench``."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench_rows import Row, show
from tests.deploy.replicas import HAPROXY, NAMES, Replicas, replicas
from tests.deploy.travelling import Travellers, travelling

VIEWERS = 60


def lost(behind: Replicas, travellers: Travellers, name: str, how: signal.Signals) -> list[float]:
    """For how long those who were with that server had no page, in s."""
    gone = travellers.with_server(name)
    os.kill(behind.servers[name].pid, how)
    return [one.seconds for one in travellers.arrive(len(gone))]


def rows() -> Iterator[Row]:
    """For how long viewers have no page when two of three servers go, one after the other."""
    if HAPROXY is None:
        return
    with (
        TemporaryDirectory() as folder,
        replicas(Path(folder)) as behind,
        travelling(behind.url, VIEWERS) as travellers,
    ):
        travellers.arrive(VIEWERS)
        ways = (("killed", signal.SIGKILL), ("ended", signal.SIGTERM))
        for name, (said, how) in zip(NAMES, ways, strict=False):
            found = lost(behind, travellers, name, how)
            yield Row(f"without a page, one of three servers {said}", f"{median(found):.1f} s",
                      spread=f"{min(found):.1f} to {max(found):.1f} s", wanted="10 s")  # fmt: skip


if __name__ == "__main__":
    show(rows())
