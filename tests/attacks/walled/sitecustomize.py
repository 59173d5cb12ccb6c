"""Python reads this at its start: whoever then calls another machine is written down and fails."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

NEAR = ("", "localhost", "0.0.0.0", "::", "::1", None)
_connect, _connect_ex, _look_up = (
    socket.socket.connect,
    socket.socket.connect_ex,
    socket.getaddrinfo,
)


def _check(host: Any) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name in NEAR or name.startswith("127."):
        return
    with Path(os.environ["CALLS"]).open("a", encoding="utf-8") as calls:
        calls.write(f"{name}\n")
    raise OSError(f"{name} is another machine")


def _guarded(call: Any) -> Any:
    def connect(self: socket.socket, address: Any) -> Any:
        if isinstance(address, tuple):
            _check(address[0])
        return call(self, address)

    return connect


def _guarded_look_up(host: Any, *rest: Any, **more: Any) -> Any:
    _check(host)
    return _look_up(host, *rest, **more)


socket.socket.connect = _guarded(_connect)  # type: ignore[method-assign]
socket.socket.connect_ex = _guarded(_connect_ex)  # type: ignore[method-assign]
socket.getaddrinfo = _guarded_look_up
