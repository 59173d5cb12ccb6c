"""What a viewer's page may say by the web socket: what the dashboard needs to hear, and no more.

Streamlit does what any page asks of it: it tells which files of the project
were changed since the last commit, makes addresses for thousands of uploads, or
writes a traceback into the log for a text that it can't take.
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Heard:
    """ASGI middleware that drops what the dashboard has no use for, without an answer.

    ``wanted`` tells of a message whether it has.
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
            while self._is_needless(message := await receive()):
                pass
            return message

        await self.app(scope, hear, send)

    def _is_needless(self, message: Message) -> bool:
        """Whether it can be dropped, as every text can: the page speaks in bytes."""
        said = message.get("bytes")
        return message["type"] == "websocket.receive" and (said is None or not self._wanted(said))
