"""Asks an application by ASGI, without a server."""

from __future__ import annotations

import asyncio
from typing import NamedTuple

from starlette.applications import Starlette
from starlette.types import ASGIApp, Message

from journey.dashboard import parts
from journey.server import gate

APP = Starlette(middleware=gate.middleware(more=parts.routes()))


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


def get(path: str, method: str = "GET", **headers: str) -> Answer:
    """What the server's routes answer."""
    return ask(APP, path, method, **headers)


def ask(app: ASGIApp, path: str, method: str = "GET", **headers: str) -> Answer:
    """What an application answers."""
    sent: list[Message] = []
    path, _, query = path.partition("?")
    scope = {
        "type": "http",
        "http_version": "1.1",
        "scheme": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()],
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    async def run() -> None:
        await app(scope, receive, send)

    asyncio.run(run())
    found = {k.decode(): v.decode() for k, v in sent[0]["headers"]}
    return Answer(sent[0]["status"], found, b"".join(m.get("body", b"") for m in sent[1:]))
