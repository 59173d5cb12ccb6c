"""What a viewer's page may say by the web socket: what the dashboard needs to hear, and no more.

Streamlit does what any page asks of it: it tells which files of the project
were changed since the last commit, makes addresses for thousands of uploads, or
writes a traceback into the log for a text that it can't take.
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

TEXT = 1000  # the code by which a connection ends whose page speaks otherwise than in bytes
GARBLED = 1002  # and of one that says what is no message (RFC 6455, 7.4.1)


class Heard:
    """ASGI middleware that drops what the dashboard has no use for, without an answer.

    ``wanted`` tells of a message whether it has, and raises ValueError where it
    is none; that ends the connection, as a text does.
    """

    def __init__(self, app: ASGIApp, wanted: Callable[[bytes], bool]) -> None:
        self.app = app
        self._wanted = wanted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on the web socket with the messages that are wanted."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return

        async def hear() -> Message:
            while (message := await receive())["type"] == "websocket.receive":
                said = message.get("bytes")
                if said is None:
                    return await end(TEXT)
                try:
                    if self._wanted(said):
                        return message
                except ValueError:
                    return await end(GARBLED)
            return message

        async def end(code: int) -> Message:
            await send({"type": "websocket.close", "code": code})
            return {"type": "websocket.disconnect", "code": code}

        await self.app(scope, hear, send)
