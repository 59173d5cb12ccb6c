"""Viewers without a browser, who speak Streamlit's own protocol over WebSockets.

``python -m tests.crowd URL VIEWERS RUNS`` lets so many viewers come at once, each
of whom asks for a page, picks for a while and leaves to another, and prints a line
of JSON for each run: a process of its own, so that the server shares no interpreter
with them.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import cycle
from typing import Literal
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

PATIENCE = 60  # s until a run that has not ended has failed
STAY = 10  # runs after which a viewer leaves

Kind = Literal["page", "pick"]


class RunError(Exception):
    """A run ended otherwise than it should."""


@dataclass(frozen=True)
class Run:
    """What a viewer asked for, how long it took in s, and what went wrong if anything did."""

    kind: Kind
    seconds: float
    fault: str = ""


@dataclass
class Viewer:
    """A viewer with the page open, as far as it was told: what a browser would know of it."""

    socket: ClientConnection
    url: str  # of the server
    stage: str = ""  # the id of the map's widget
    fragment: str = ""  # the part of the page that the map stands in, "" for the whole page
    boards: list[str] = field(default_factory=list)  # what boards of HTML were given, as JSON
    picks: int = 0
    known: set[str] = field(default_factory=set)  # hashes of what need not be sent again

    @property
    def parts(self) -> list[str]:
        """The addresses of the large parts of the page, which a browser fetches."""
        found = (json.loads(board).get("address") for board in self.boards)
        return [address for address in found if address]

    @property
    def board(self) -> str:
        """What the last board of HTML was given, as JSON."""
        return self.boards[-1]

    async def page(self, link: str = "") -> Run:
        """Open the page by a link with that query, and fetch its large parts, as a browser does."""
        start, run = time.perf_counter(), await self._timed("page", self._asking(link))
        try:
            for part in self.parts:
                await fetched(self.url, part)
        except (RunError, OSError) as error:
            run = replace(run, fault=run.fault or repr(error))
        return replace(run, seconds=time.perf_counter() - start)

    async def ask(self) -> None:
        """Ask for the page, and do not wait for it."""
        await self.socket.send(self._asking().SerializeToString())

    async def pick(self, leg: str | None) -> Run:
        """Pick a leg on the stage; a page whose map is in no fragment runs as a whole."""
        self.picks += 1
        message = self._asking()
        message.rerun_script.fragment_id = self.fragment
        told = message.rerun_script.widget_states.widgets.add(id=self.stage)
        told.json_value = json.dumps({"leg": leg, "count": self.picks})
        return await self._timed("pick", message)

    def _asking(self, link: str = "") -> BackMsg:
        message = BackMsg()
        message.rerun_script.query_string = link
        message.rerun_script.cached_message_hashes.extend(self.known)
        return message

    async def _timed(self, kind: Kind, message: BackMsg) -> Run:
        start = time.perf_counter()
        try:
            async with asyncio.timeout(PATIENCE):
                await self.socket.send(message.SerializeToString())
                await self._until_the_end()
        except (RunError, TimeoutError, WebSocketException) as error:
            return Run(kind, time.perf_counter() - start, repr(error))
        return Run(kind, time.perf_counter() - start)

    async def _until_the_end(self) -> None:
        """Hear all that is sent until the run has ended well."""
        ends = (
            ForwardMsg.FINISHED_SUCCESSFULLY,
            ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
        )
        while True:
            message = ForwardMsg.FromString(await self.socket.recv(decode=False))
            kind = message.WhichOneof("type")
            if kind == "delta":
                self._hear(message.delta)
                if message.metadata.cacheable:
                    self.known.add(message.hash)
            elif kind == "session_event":
                raise RunError(str(message.session_event))
            elif kind == "script_finished":
                if message.script_finished not in ends:
                    raise RunError(ForwardMsg.ScriptFinishedStatus.Name(message.script_finished))
                return

    def _hear(self, delta: Delta) -> None:
        kind = delta.new_element.WhichOneof("type")
        if kind == "component_instance":
            self.stage = delta.new_element.component_instance.id
            self.fragment = delta.fragment_id
        elif kind == "bidi_component":
            self.boards.append(delta.new_element.bidi_component.json)
        elif kind == "exception":
            raise RunError(delta.new_element.exception.message)


async def fetched(url: str, address: str) -> bytes:
    """The answer to who asks for that, packed; raises where there is none."""
    at = urlsplit(url)
    reader, writer = await asyncio.open_connection(at.hostname, at.port, limit=2**24)
    asked = (f"GET /{address} HTTP/1.1", f"Host: {at.netloc}", "Accept-Encoding: gzip")
    writer.write("\r\n".join((*asked, "Connection: close", "", "")).encode())
    answer = await reader.read()
    writer.close()
    if not answer.startswith(b"HTTP/1.1 200 "):
        raise RunError(str(answer[:80]))
    return answer


@asynccontextmanager
async def arrived(url: str, cookie: str = "") -> AsyncIterator[Viewer]:
    """A viewer who has come to the server at ``url``, with a cookie, and asked for nothing yet."""
    stream = url.replace("http", "ws", 1) + "_stcore/stream"
    async with connect(
        stream,
        origin=Origin(url.rstrip("/")),
        subprotocols=[Subprotocol("streamlit")],
        additional_headers={"Cookie": cookie} if cookie else None,
        compression=None,
        max_size=None,
        open_timeout=PATIENCE,
        ping_interval=None,
    ) as socket:
        yield Viewer(socket, url)


async def _seat(url: str, left: Iterator[int], legs: list[str]) -> AsyncIterator[Run]:
    """The runs of viewers who come one after the other, each as the one before leaves."""
    while next(left, None) is not None:
        async with arrived(url) as viewer:
            yield await viewer.page()
            for leg, _ in zip(cycle([*legs, None]), range(STAY), strict=False):
                if next(left, None) is None:
                    return
                yield await viewer.pick(leg)


async def crowd(url: str, viewers: int, runs: int, legs: list[str]) -> None:
    """Print that they come, and each run."""
    print("coming", flush=True)
    left = iter(range(runs))

    async def sit() -> None:
        async for run in _seat(url, left, legs):
            print(json.dumps(run.__dict__), flush=True)

    await asyncio.gather(*(sit() for _ in range(viewers)))


if __name__ == "__main__":
    url, viewers, runs, *legs = sys.argv[1:]
    asyncio.run(crowd(url, int(viewers), int(runs), legs))
