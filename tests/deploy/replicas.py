"""Three servers of the dashboard behind the real HAProxy, by the settings that are shipped."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from tests.serving import PROJECT, Server, free_port, serve

HAPROXY = shutil.which("haproxy", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
SETTINGS = PROJECT / "deploy" / "haproxy.cfg"
NAMES = ("a", "b", "c")
PATIENCE = 120  # s; a busy machine is no fault


@dataclass(frozen=True)
class Replicas:
    """Servers by the name that HAProxy has for each, and the address where viewers come."""

    url: str
    servers: dict[str, Server]
    admin: Path
    log: Path

    def command(self, text: str) -> str:
        """What HAProxy answers to a command."""
        with socket.socket(socket.AF_UNIX) as asked:
            asked.connect(str(self.admin))
            asked.sendall(f"{text}\n".encode())
            return asked.makefile().read()

    def up(self) -> set[str]:
        """The servers that new viewers may come to."""
        rows = (row.split(",") for row in self.command("show stat").splitlines())
        states = {row[1]: row[17] for row in rows if row[0] == "dashboard"}
        return {name for name in NAMES if states[name] == "UP"}

    def asked(self, path: str = "/", cookie: str = "") -> tuple[int, str]:
        """The status that is answered for a path, and the cookie that is set, or ""."""
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=PATIENCE)
        try:
            connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
            answer = connection.getresponse()
            answer.read()
            return answer.status, (answer.getheader("Set-Cookie") or "").partition(";")[0]
        finally:
            connection.close()


@contextmanager
def replicas(folder: Path) -> Iterator[Replicas]:
    """Three servers, each of which can be reached through HAProxy."""
    with ExitStack() as stack:
        # Each has its numbers open, as who runs them may want.
        servers = {name: stack.enter_context(serve(METRICS="yes")) for name in NAMES}
        at = f"127.0.0.1:{free_port()}"
        # A socket's path may have 107 letters at the most.
        admin = Path(stack.enter_context(TemporaryDirectory(prefix="haproxy"))) / "admin"
        found = Replicas(f"http://{at}/", servers, admin, folder / "haproxy.log")
        stack.enter_context(_haproxy(at, found))
        yield found


@contextmanager
def _haproxy(at: str, found: Replicas) -> Iterator[None]:
    ports = {f"SERVER_{name.upper()}": urlsplit(one.url) for name, one in found.servers.items()}
    named = {key: f"127.0.0.1:{url.port}" for key, url in ports.items()}
    settings = {**os.environ, **named, "BIND": at, "ADMIN": str(found.admin)}
    with found.log.open("wb") as said:
        process = subprocess.Popen(
            [str(HAPROXY), "-f", str(SETTINGS)], env=settings, stdout=said, stderr=said
        )
    try:
        end = time.monotonic() + PATIENCE
        while not _ready(found):
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(found.log.read_text())
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _ready(found: Replicas) -> bool:
    try:
        return found.up() == set(NAMES) and found.asked()[0] == 200
    except (OSError, HTTPException):
        return False
