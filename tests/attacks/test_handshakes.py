"""Foreign pages and broken programs at the web socket, with a wall around the server."""

from __future__ import annotations

import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.attacks.raw import alive, answer, connect, handshake, knock
from tests.serving import Server, serve

WALL = Path(__file__).parent / "walled"
PUBLIC = "https://maps.example"
LISTED = "https://listed.example"
TEXT, BINARY = 1, 2


class Walled:
    """A server that can't call another machine, and the names of those it tried to call."""

    def __init__(self, server: Server, calls: Path) -> None:
        self.server, self._calls = server, calls

    def calls(self) -> list[str]:
        return self._calls.read_text("utf-8").split()


@pytest.fixture(scope="module")
def walled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walled]:
    calls = tmp_path_factory.mktemp("wall") / "calls"
    calls.touch()
    with serve(
        PYTHONPATH=str(WALL),
        CALLS=str(calls),
        PUBLIC_URL=f"{PUBLIC}/",
        STREAMLIT_SERVER_CORS_ALLOWED_ORIGINS=LISTED,
    ) as server:
        yield Walled(server, calls)


def test_the_wall_sees_who_calls(tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    code = "import socket; socket.socket(2, 2).connect(('8.8.8.8', 1))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(WALL), "CALLS": str(calls)},
        stderr=subprocess.DEVNULL,
        check=False,
    )

    assert done.returncode != 0
    assert calls.read_text("utf-8") == "8.8.8.8\n"


def test_nobody_is_called_at_the_start(walled: Walled) -> None:
    assert alive(walled.server)
    assert walled.calls() == []


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example", "https://evil.example:8501", "null", "", "file://", "*",
        "http://localhost", "http://localhost:1", "http://127.0.0.1:3000", "http://0.0.0.0",
        "https://maps.example.evil.example", "https://maps.example/", "http://maps.example",
        "https://maps.example@evil.example", "https://evil.example#https://maps.example",
        "http://[::1", "http://evil.example:99999999", "http://" + "a" * 4_000,
        "https://evil.example\thttps://maps.example", "data:text/html,x", "//maps.example",
    ],
)  # fmt: skip
def test_a_foreign_origin_is_refused_and_nobody_is_asked(walled: Walled, origin: str) -> None:
    refused = handshake(walled.server, f"Origin: {origin}")

    assert refused.status == 403
    assert refused.one("x-content-type-options") == "nosniff"
    assert walled.calls() == []
    assert alive(walled.server)


def test_two_origins_are_refused_even_if_both_are_ours(walled: Walled) -> None:
    refused = handshake(walled.server, f"Origin: {PUBLIC}", f"Origin: {PUBLIC}")

    assert refused.status in (400, 403)  # The library of web sockets knows that already.


@pytest.mark.parametrize("host", ["", "maps.example", "10.0.0.1:8501", "[2001:db8::1]:8501"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_page_of_the_host_connects(walled: Walled, host: str, scheme: str) -> None:
    named = host or urlsplit(walled.server.url).netloc

    assert handshake(walled.server, f"Origin: {scheme}://{named}", host=named).status == 101


@pytest.mark.parametrize("origin", [PUBLIC, f"{PUBLIC}:443", "https://MAPS.example", LISTED])
def test_a_page_at_the_public_address_or_a_listed_one_connects_and_nobody_is_asked(
    walled: Walled, origin: str
) -> None:
    assert handshake(walled.server, f"Origin: {origin}", host="inner:8501").status == 101
    assert walled.calls() == []


def test_a_program_that_names_no_origin_connects(walled: Walled) -> None:
    assert handshake(walled.server).status == 101


@pytest.mark.parametrize("length", [8_192, 60_000])
def test_a_browser_that_names_very_many_languages_connects(walled: Walled, length: int) -> None:
    many = ("ko, " + "xx-YY;q=0.1, " * length)[:length]

    assert handshake(walled.server, f"Accept-Language: {many}").status == 101


@pytest.mark.parametrize("path", ["/", "/stories.json", "/_stcore/health", "/component/x"])
def test_there_is_one_web_socket(walled: Walled, path: str) -> None:
    assert handshake(walled.server, path=path).status == 403


def test_many_foreign_and_half_open_handshakes_stop_nobody(walled: Walled) -> None:
    with ExitStack() as held:
        for _ in range(50):
            half = held.enter_context(connect(walled.server))
            half.sendall(b"GET /_stcore/stream HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n")
        for number in range(50):
            foreign = held.enter_context(connect(walled.server))
            origin = f"Origin: http://evil{number}.example"
            knock(foreign, origin, host="localhost", path="/_stcore/stream")

        assert alive(walled.server)

    assert walled.calls() == []


def frame(kind: int, content: bytes, length: int | None = None) -> bytes:
    """A frame of a client (RFC 6455, 5.2), which says that it is ``length`` bytes long."""
    if length is None:
        head = struct.pack("!BB", 0x80 | kind, 0x80 | len(content))
    else:
        head = struct.pack("!BBQ", 0x80 | kind, 0xFF, length)
    return head + bytes(4) + content


def closing(connection: socket.socket) -> tuple[int, bytes]:
    """The code the server closes the connection with, or 0, and all that it said until then."""
    said = b""
    while True:
        head = _exactly(connection, 2)
        if not head:
            return 0, said
        size = head[1] & 0x7F
        if size > 125:
            width = 2 if size == 126 else 8
            size = int.from_bytes(_exactly(connection, width), "big")
        content = _exactly(connection, size)
        said += content
        if head[0] & 0x0F == 8:
            return int.from_bytes(content[:2], "big"), said


def _exactly(connection: socket.socket, size: int) -> bytes:
    found = b""
    while len(found) < size:
        chunk = connection.recv(size - len(found))
        if not chunk:
            return b""
        found += chunk
    return found


@pytest.mark.parametrize(
    ("sent", "codes"),
    [
        (frame(BINARY, b"\xff" * 100), {1002}),  # a message that is none
        (frame(TEXT, b"hello"), {0, 1000}),
        (frame(TEXT, b"\xff\xfe"), {1007}),
        (frame(BINARY, b"", length=2**62), {1009}),  # longer than may be
        (frame(BINARY, b"", length=60_000_000), {1009}),
        (frame(BINARY, bytes(1_100_000), length=1_100_000), {1009}),
        (frame(3, b""), {1002}),  # of a kind that is none
    ],
)
def test_a_broken_frame_ends_its_own_connection_and_tells_nothing(
    walled: Walled, sent: bytes, codes: set[int]
) -> None:
    with connect(walled.server) as connection:
        knock(connection, host="localhost", path="/_stcore/stream")
        assert answer(connection).status == 101
        connection.sendall(sent)

        code, said = closing(connection)

    assert code in codes
    assert b"Traceback" not in said
    assert alive(walled.server)
