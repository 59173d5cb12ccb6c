from __future__ import annotations

from functools import partial
from gzip import decompress

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from journey.server.frontend import Frontend
from journey.server.listener import LISTENER
from journey.server.policies import COMPONENT, policy
from tests.server.asking import ask

PAGE = "<html><head></head></html>"


def below(request: Request) -> Response:
    """What Streamlit answers: whatever it is asked, with what it was told."""
    if request.path_params["name"] == "none":
        return Response("none", 404)
    told = f"{PAGE}{request.method} {sorted(request.headers)}"
    return Response(told, headers={"Cache-Control": "public"}, media_type="text/html")


APP = Frontend(Starlette(routes=[Route("/{start}/{name}", below), Route("/{name}", below)]))
asked = partial(ask, APP)


def test_streamlit_is_asked_for_the_whole_and_the_plain() -> None:
    answer = asked("/static/a", "HEAD", accept_encoding="gzip", range="bytes=0-1", x="y")

    assert decompress(answer.body).decode() == f"{PAGE}GET ['x']"


def test_only_a_component_is_given_the_listener() -> None:
    assert LISTENER in asked("/component/a").body
    assert LISTENER not in asked("/static/a").body


def test_how_long_a_file_is_kept_is_streamlits_to_say() -> None:
    assert asked("/static/a").headers["cache-control"] == "public"


def test_what_is_not_found_is_passed_on_as_it_is() -> None:
    answer = asked("/static/none")

    assert (answer.status, answer.body) == (404, b"none")


def test_what_is_no_file_is_passed_on_without_a_word_of_encodings() -> None:
    assert asked("/_stcore/a", accept_encoding="gzip", x="y").body == f"{PAGE}GET ['x']".encode()


def test_each_page_may_do_what_it_needs() -> None:
    def told(path: str) -> str:
        return asked(path).headers["content-security-policy"]

    assert told("/component/a") == COMPONENT
    assert told("/page") == told("/static/a") == policy()


def test_the_dashboards_style_ends_the_page_and_no_other() -> None:
    def home(_: Request) -> Response:
        return Response("<head></head><body>a</body>", media_type="text/html")

    pages = Starlette(routes=[Route("/", home), Route("/b", home)])
    app = Frontend(pages, style=lambda: "<style>c</style>")

    assert ask(app, "/").body.endswith(b"a<style>c</style></body>")
    assert ask(app, "/b").body.endswith(b"a</body>")
