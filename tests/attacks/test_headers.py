"""What every answer says, whatever has gone wrong, and whom it believes."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from streamlit.proto.NewSession_pb2 import Config

from journey.server.headers import PRIVATE, SHARED
from tests.attacks.raw import Raw, ask, visiting
from tests.serving import PROJECT, Server, serve

STORY = "/story/handcar-2021"
SECRET = "what went wrong in the house"
FAILING = f"""
from starlette.routing import Route

def fail(_):
    raise RuntimeError({SECRET!r})

app._user_routes.append(Route("/failing", fail))
"""


def guarded(answer: Raw) -> bool:
    """Whether it says what every answer has to say."""
    return all(
        (
            answer.one("content-security-policy").startswith("default-src 'none'; "),
            answer.one("x-content-type-options") == "nosniff",
            answer.one("referrer-policy"),
            "camera=()" in answer.one("permissions-policy"),
            answer.one("cross-origin-resource-policy"),
        )
    )


def closed(answer: Raw) -> bool:
    """Whether foreign pages can neither frame it nor hold it."""
    return (
        answer.one("content-security-policy").endswith("; frame-ancestors 'self'")
        and answer.one("x-frame-options") == "SAMEORIGIN"
        and answer.one("cross-origin-opener-policy") == "same-origin"
    )


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200), ("/no-such", 200), ("/stories", 200), ("/stories.json", 200),
        ("/oembed", 404), ("/oembed?format=xml", 501), ("/assets/stage/no", 404),
        ("/assets/journeys/a/b", 404), ("/_stcore/health", 200), ("/_stcore/metrics", 403),
        ("//", 400), ("//evil.example/..", 400), ("/..", 400), ("/a/../../b", 400),
        ("/%2e%2e/", 400), ("/story/a/b", 200), ("/story/%2e%2e%2fetc%2fpasswd", 400),
        ("/component/streamlit_folium.st_folium/no", 404),
        ("/component/streamlit_folium.st_folium/%2e%2e/%2e%2e/__init__.py", 400),
    ],
)  # fmt: skip
def test_every_answer_is_guarded_and_closed(server: Server, path: str, status: int) -> None:
    answer = ask(server, path)

    assert answer.status == status
    assert guarded(answer)
    assert closed(answer)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (STORY, 200), (f"{STORY}.html", 200), (f"{STORY}.csv", 200), (f"{STORY}.qr.svg", 200),
        (f"{STORY}/key", 200), (f"{STORY}/handout", 308),
        ("/story/no-such", 404), ("/story/..", 404), ("/story/a%00b", 404), ("/story/a%5cb", 404),
    ],
)  # fmt: skip
def test_what_is_meant_for_other_pages_is_guarded_and_open(
    server: Server, path: str, status: int
) -> None:
    answer = ask(server, path)

    assert answer.status == status
    assert guarded(answer)
    assert "frame-ancestors" not in answer.one("content-security-policy")
    assert answer.all("x-frame-options") == answer.all("cross-origin-opener-policy") == []
    assert answer.one("cross-origin-resource-policy") == "cross-origin"


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server as behind a proxy of the same machine, with an address at which it fails."""
    text = (PROJECT / "app.py").read_text("utf-8")
    main = "journey/dashboard/main.py"
    app = tmp_path_factory.mktemp("failing") / "app.py"
    head, launcher, tail = text.replace(main, str(PROJECT / main)).partition("if __name__")
    app.write_text(head + FAILING + launcher + tail, "utf-8")
    with serve(app, STREAMLIT_SERVER_ADDRESS="127.0.0.1") as running:
        yield running


def test_a_failure_is_guarded_and_tells_nothing(behind: Server) -> None:
    answer = ask(behind, "/failing")

    assert answer.status == 500
    assert guarded(answer)
    assert closed(answer)
    assert answer.one("content-type").startswith("text/plain")
    assert answer.one("cache-control") == "no-store"
    for told in (SECRET, "Traceback", "RuntimeError", ".py"):
        assert told.encode() not in answer.body


@pytest.mark.parametrize(
    "host",
    [
        'x"><script>alert(1)</script>', "a@b", "a/b", "a b", "a,b", "a?b", "a#b", "a\\b", "[::1",
        "::1", "a:b", "a:", "a:123456", "é.example", "x" * 254, "a%20b", "a'b", "${a}", "a;b",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/stories.json", "/"])
def test_a_host_that_can_be_none_is_refused(server: Server, path: str, host: str) -> None:
    answer = ask(server, path, host=host)

    assert answer.status == 400
    assert guarded(answer)


def test_two_hosts_are_refused(server: Server) -> None:
    assert ask(server, "/stories.json", "Host: a.example", host="b.example").status == 400


@pytest.mark.parametrize(
    "host", ["maps.example", "MAPS.example:8501", "10.0.0.1", "[::1]:8501", "a_b"]
)
def test_any_other_host_is_told_to_the_one_who_asked(server: Server, host: str) -> None:
    answer = ask(server, f"/oembed?url={STORY}", host=host)

    assert json.loads(answer.body)["provider_url"] == f"http://{host}/"


@pytest.mark.parametrize(
    ("told", "scheme"),
    [
        ("https", "https"),
        ("wss", "https"),
        ("http", "http"),
        ("ws", "http"),
        ("javascript", "http"),
    ],
)
def test_an_address_is_http_or_https_whatever_a_proxy_says(
    behind: Server, told: str, scheme: str
) -> None:
    said = f"X-Forwarded-Proto: {told}"
    answer = ask(behind, f"/oembed?url={STORY}", said, host="maps.example")

    assert json.loads(answer.body)["provider_url"] == f"{scheme}://maps.example/"


@pytest.mark.parametrize(
    "path", ["/stories.json", f"{STORY}.qr.svg", f"/oembed?url={STORY}"]
)  # fmt: skip
def test_what_depends_on_the_host_or_the_proxy_is_kept_for_nobody_else(
    server: Server, path: str
) -> None:
    answer = ask(server, path)

    assert answer.one("cache-control") == PRIVATE
    assert {"Host", "X-Forwarded-Proto"} <= set(answer.one("vary").split(", "))


@pytest.mark.parametrize("path", [STORY, "/stories", f"{STORY}.kml"])
def test_what_does_not_is_the_same_for_all(server: Server, path: str) -> None:
    one = ask(server, path)
    other = ask(
        server, path, "X-Forwarded-Proto: wss", "X-Forwarded-Host: evil.example", host="evil"
    )

    assert other == one._replace(headers=other.headers)
    assert other.one("cache-control") == one.one("cache-control") == SHARED
    assert other.one("link") == one.one("link") if path == STORY else not one.one("link")


def test_the_list_is_there_for_programs_of_other_sites(server: Server) -> None:
    answer = ask(server, "/stories.json", "Origin: https://elsewhere.example")

    assert answer.one("access-control-allow-origin") == "*"
    assert answer.one("cross-origin-resource-policy") == "cross-origin"
    again = ask(server, "/stories.json", f"If-None-Match: {answer.one('etag')}")
    assert (again.status, again.one("access-control-allow-origin")) == (304, "*")


def test_an_error_on_the_page_sends_nobody_elsewhere(server: Server) -> None:
    with visiting(server) as told:
        shown = told.config.show_error_links

    assert shown == Config.SHOW_ERROR_LINKS_FALSE
