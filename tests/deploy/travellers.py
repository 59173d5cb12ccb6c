"""Viewers without a browser who stay, and come again by the same link when they lose the server.

``python -m tests.deploy.travellers URL LINK...`` lets one come for each link, and
prints a line of JSON for each page that one of them gets, until its input ends.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from urllib.request import urlopen

from websockets.exceptions import WebSocketException

from tests.crowd import Viewer, arrived

AGAIN = 0.5  # s from one try to connect to the next, as Streamlit's page has it at first
LOST = (OSError, WebSocketException, TimeoutError)


@dataclass(frozen=True)
class Arrival:
    """A page that a viewer got: the number of the viewer, and what the page tells.

    ``server`` is the cookie that says whose page it is, ``seconds`` how long
    the viewer was without one.
    """

    viewer: int
    server: str
    leg: str
    language: str
    seconds: float
    fault: str = ""


def _cookie(url: str) -> str:
    """The cookie with which the page comes."""
    with urlopen(url, timeout=60) as answer:
        return str(answer.headers["Set-Cookie"]).partition(";")[0]


def _told(viewer: Viewer) -> tuple[str, str]:
    """The leg that is chosen on the page, and its language."""
    boards = [json.loads(board) for board in viewer.boards]
    leg = next((board["chosen"] for board in boards if board["chosen"]), "")
    return leg, next((board["language"] for board in boards if "language" in board), "")


async def _travel(number: int, url: str, link: str) -> None:
    """Come, stay until the server is lost, and come again."""
    cookie = await asyncio.to_thread(_cookie, url)
    since = time.monotonic()
    while True:
        try:
            async with arrived(url, cookie) as viewer:
                if viewer.socket.response:
                    given = viewer.socket.response.headers.get("Set-Cookie", cookie)
                    cookie = given.partition(";")[0]
                run = await viewer.page(link)
                without = time.monotonic() - since
                found = Arrival(number, cookie, *_told(viewer), without, run.fault)
                print(json.dumps(asdict(found)), flush=True)
                await viewer.socket.wait_closed()
                since = time.monotonic()
        except LOST:
            await asyncio.sleep(AGAIN)


async def travel(url: str, links: list[str]) -> None:
    """Let them travel until there is no more input."""
    travelling = asyncio.gather(*(_travel(one, url, link) for one, link in enumerate(links)))
    await asyncio.to_thread(sys.stdin.read)
    travelling.cancel()
    with suppress(asyncio.CancelledError):
        await travelling


if __name__ == "__main__":
    asyncio.run(travel(sys.argv[1], sys.argv[2:]))
