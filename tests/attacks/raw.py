"""Requests as bytes, to a running server: what no client library would send."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from typing import NamedTuple
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import NewSession
from websockets.sync.client import connect as open_socket

from tests.serving import Server

PATIENCE = 120  # seconds; a busy machine is no fault
KEY = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="


class Raw(NamedTuple):
    """What came back: the status, the headers as they were sent, and the body."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        """The values of every header of that name."""
        return [value for key, value in self.headers if key.lower() == name.lower()]

    def one(self, name: str) -> str:
        """The value of the one header of that name, or "" where there is none."""
        values = self.all(name)
        assert len(values) < 2, f"{name} is there {len(values)} times"
        return values[0] if values else ""


def connect(server: Server) -> socket.socket:
    """A connection to the server."""
    where = urlsplit(server.url)
    return socket.create_connection((where.hostname, where.port or 80), PATIENCE)


def answer(connection: socket.socket, method: str = "GET") -> Raw:
    """The next answer on the connection, to a request of that method."""
    response = HTTPResponse(connection, method=method)
    response.begin()
    return Raw(response.status, response.getheaders(), response.read())


def ask(
    server: Server, path: str, *lines: str, method: str = "GET", host: str = "", body: str = ""
) -> Raw:
    """What is answered to a request with those lines of headers, a host of its own, and a body."""
    named = f"Host: {host or urlsplit(server.url).netloc}"
    head = [f"{method} {path} HTTP/1.1", named, *lines, "Connection: close", "", body]
    with connect(server) as connection:
        connection.sendall("\r\n".join(head).encode("latin-1"))
        return answer(connection, method)


def handshake(server: Server, *headers: str, host: str = "", path: str = "/_stcore/stream") -> Raw:
    """What is answered to the handshake of a web socket; 101 is welcome."""
    with connect(server) as connection:
        knock(connection, *headers, host=host or urlsplit(server.url).netloc, path=path)
        return answer(connection)


def knock(connection: socket.socket, *headers: str, host: str, path: str) -> None:
    """Ask for a web socket."""
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}", "Upgrade: websocket", "Connection: Upgrade"]
    connection.sendall("\r\n".join([*lines, KEY, *headers, "\r\n"]).encode("latin-1"))


@contextmanager
def visiting(server: Server) -> Iterator[NewSession]:
    """What a viewer is told at first, for whom the page has run, and who stays meanwhile."""
    url = server.url.replace("http", "ws") + "_stcore/stream"
    with open_socket(url, max_size=None, open_timeout=PATIENCE) as connection:
        connection.send(BackMsg(rerun_script=ClientState()).SerializeToString())
        told: dict[str, ForwardMsg] = {}
        while "script_finished" not in told:
            message = ForwardMsg.FromString(connection.recv(PATIENCE, decode=False))
            told[str(message.WhichOneof("type"))] = message
        yield told["new_session"].new_session


def visit(server: Server) -> None:
    """Come as a viewer, and leave once the page has run and all journeys are read."""
    with visiting(server):
        pass
    while "unread" in json.loads(ask(server, "/stories.json").body):
        time.sleep(0.1)


def alive(server: Server) -> bool:
    """Whether the server says that it is well."""
    return ask(server, "/_stcore/health").status == 200
