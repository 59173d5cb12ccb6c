"""Starts a dashboard on a free port for tests and measurements, and ends it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

PROJECT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Server:
    """A running dashboard: its address and the id of its process."""

    url: str
    pid: int

    def memory(self) -> float:
        """Resident memory of the process, in MB; 0.0 where the system does not tell."""
        status = Path(f"/proc/{self.pid}/statm")
        if not status.exists():
            return 0.0
        return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def busy(self) -> float:
        """Processor time the process has used, in s; 0.0 where the system does not tell."""
        status = Path(f"/proc/{self.pid}/stat")
        if not status.exists():
            return 0.0
        fields = status.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """A port that nothing listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


@contextmanager
def serve(
    app: Path = PROJECT / "app.py",
    log: Path = Path(os.devnull),
    workers: int = 0,
    **environment: str,
) -> Iterator[Server]:
    """A dashboard that runs ``app``, with more environment variables if given.

    What it says goes into the file ``log``. With ``workers`` it has so many
    processes at one port, and that of the server is the one that watches them.
    """
    port = free_port()
    settings: Mapping[str, str] = {**os.environ, **environment}
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port)]
    if workers:
        command = [
            *command[:2],
            "uvicorn",
            "app:app",
            "--workers",
            str(workers),
            "--port",
            str(port),
        ]
    with log.open("wb") as said:
        process = subprocess.Popen(command, cwd=PROJECT, env=settings, stdout=said, stderr=said)
    try:
        deadline = time.monotonic() + 300  # It either starts or ends, however slow the machine.
        while not _answers(port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{app} did not start")
            time.sleep(0.1)
        yield Server(f"http://localhost:{port}/", process.pid)
    finally:
        process.terminate()
        process.wait(timeout=120)
