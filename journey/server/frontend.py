"""The files of Streamlit's page and of its components, as this server gives them out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from journey.server.cache import CACHE
from journey.server.listener import listening
from journey.server.policies import COMPONENT, policy
from journey.server.preview import PAGE, previewed
from journey.server.responses import Representation, respond

COMPONENTS = "/component/"
TALK = "/_stcore/"  # what the page and the server say to each other, which is no file
_END = b"</body>"


class _Answer(NamedTuple):
    """What Streamlit answers, as the messages that say so."""

    messages: list[Message]

    @property
    def headers(self) -> Headers:
        return Headers(raw=self.messages[0]["headers"])

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.messages[1:])

    @property
    def found(self) -> bool:
        return bool(self.messages[0]["status"] == 200)


class Frontend:
    """ASGI middleware that gzips Streamlit's files once for all, and guards its pages.

    Streamlit sends its own files as they are, and gzips all else anew for each
    who asks, whether it is wanted or not. Here it sends everything as it is.

    The dashboard's ``style`` stands at the page's end, for of rules as strong as
    Streamlit's, which come into its head, the later ones count.
    """

    def __init__(self, app: ASGIApp, style: Callable[[], str] = str) -> None:
        self.app, self.style = app, style

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a page or a file, and pass on all else."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"].startswith(TALK):
            await self.app(_without(scope, b"accept-encoding"), receive, send)
        else:
            await self._file(scope, receive, send)

    async def _file(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = await self._whole(scope, receive)
        if not answer.found:
            for message in answer.messages:
                await send(message)
            return
        kind, body = answer.headers.get("content-type", ""), answer.body
        headers = {"Cache-Control": answer.headers.get("cache-control", "no-cache")}
        if "html" in kind:
            if scope["path"] == PAGE:
                body, headers["Vary"] = await previewed(body, Request(scope))
                body = body.replace(_END, self.style().encode() + _END, 1)
            body, rules = _guarded(body, scope["path"])
            headers["Content-Security-Policy"] = rules
        key = ("frontend", kind, sha256(body).digest())
        found = await CACHE.fetch(key, partial(Representation.of, body, kind))
        await respond(Request(scope), found, headers)(scope, receive, send)

    async def _whole(self, scope: Scope, receive: Receive) -> _Answer:
        """What Streamlit answers, whole and plain, however little of it is asked for."""
        messages: list[Message] = []

        async def keep(message: Message) -> None:
            messages.append(message)

        whole = _without(
            scope, b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"
        )
        await self.app({**whole, "method": "GET"}, receive, keep)
        return _Answer(messages)


def _without(scope: Scope, *names: bytes) -> Scope:
    """The request without the headers of those names."""
    return {**scope, "headers": [(k, v) for k, v in scope["headers"] if k not in names]}


def _guarded(page: bytes, path: str) -> tuple[bytes, str]:
    """The page as it is sent, and what it may do."""
    if path.startswith(COMPONENTS):
        return listening(page), COMPONENT
    return page, policy(page)
