from __future__ import annotations

import asyncio
from gzip import decompress

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message

from journey.server.frontend import Frontend
from journey.server.listener import LISTENER
from journey.server.policies import COMPONENT, policy

PAGE = "<html><head></head></html>"


def below(request: Request) -> Response:
    """What Streamlit answers: whatever it is asked, with what it was told."""
    if request.path_params["name"] == "none":
        return Response("none", 404)
    told = f"{PAGE}{request.method} {sorted(request.headers)}"
    return Response(told, headers={"Cache-Control": "public"}, media_type="text/html")


APP = Frontend(Starlette(routes=[Route("/{start}/{name}", below), Route("/{name}", below)]))


def asked(path: str, method: str = "GET", **headers: str) -> tuple[Message, bytes]:
    """The start and the body of the answer."""
    sent: list[Message] = []
    raw = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": raw}

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(APP(scope, receive, send))
    return sent[0], b"".join(message.get("body", b"") for message in sent[1:])


def test_streamlit_is_asked_for_the_whole_and_the_plain() -> None:
    _, body = asked("/static/a", "HEAD", accept_encoding="gzip", range="bytes=0-1", x="y")

    assert decompress(body).decode() == f"{PAGE}GET ['x']"


def test_only_a_component_is_given_the_listener() -> None:
    assert LISTENER in asked("/component/a")[1]
    assert LISTENER not in asked("/static/a")[1]


def test_how_long_a_file_is_kept_is_streamlits_to_say() -> None:
    assert (b"cache-control", b"public") in asked("/static/a")[0]["headers"]


def test_what_is_not_found_is_passed_on_as_it_is() -> None:
    start, body = asked("/static/none")

    assert (start["status"], body) == (404, b"none")


def test_what_is_no_file_is_passed_on_without_a_word_of_encodings() -> None:
    assert asked("/_stcore/a", accept_encoding="gzip", x="y")[1].decode() == f"{PAGE}GET ['x']"


def test_each_page_may_do_what_it_needs() -> None:
    def told(path: str) -> str:
        return MutableHeaders(raw=asked(path)[0]["headers"])["content-security-policy"]

    assert told("/component/a") == COMPONENT
    assert told("/page") == told("/static/a") == policy()
