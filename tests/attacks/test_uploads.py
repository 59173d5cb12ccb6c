"""What nobody has to ask Streamlit for is not there for anybody."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.attacks.raw import answer, ask, connect, visiting
from tests.serving import Server

UPLOAD = "/_stcore/upload_file/00000000-0000-0000-0000-000000000000/1"
# Bytes that Streamlit would take, several times what a server makes ready after its start.
LARGE = 150_000_000


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "OPTIONS", "GET", "HEAD", "PATCH"])
@pytest.mark.parametrize("path", [UPLOAD, "/_stcore/upload_file/", "/_stcore/upload_file"])
def test_no_upload_is_taken(server: Server, method: str, path: str) -> None:
    refused = ask(server, path, method=method)

    assert refused.status == 403
    assert refused.one("content-type").startswith("text/plain")


def test_a_viewer_can_upload_nothing(server: Server) -> None:
    cookie = ask(server, "/_stcore/health").one("set-cookie").partition(";")[0]
    form = 'Content-Disposition: form-data; name="a"; filename="a"\r\n\r\na'
    body = f"--x\r\n{form}\r\n--x--\r\n"
    with visiting(server) as told:
        refused = ask(
            server, f"/_stcore/upload_file/{told.initialize.session_id}/1",
            f"Cookie: {cookie}", f"X-Xsrftoken: {cookie.partition('=')[2]}",
            "Content-Type: multipart/form-data; boundary=x", f"Content-Length: {len(body)}",
            method="PUT", body=body,
        )  # fmt: skip

    assert refused.status == 403
    assert b"XSRF" not in refused.body


def test_an_upload_is_refused_before_it_is_sent_and_the_connection_stays(server: Server) -> None:
    before = server.memory()
    with connect(server) as connection:
        host = urlsplit(server.url).netloc
        head = f"PUT {UPLOAD} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {LARGE}\r\n\r\n"
        connection.sendall(head.encode())
        assert answer(connection, "PUT").status == 403

        connection.sendall(bytes(LARGE))
        connection.sendall(f"GET /_stcore/health HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        assert answer(connection).status == 200

    assert server.memory() - before < LARGE / 2 / 2**20


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent/interact",
        "/_stcore/agent/openapi.json", "/_stcore/agent/mcp", "/_stcore/bidi-components/a/b.js",
        "/_stcore/stream", "/_stcore", "/_stcore/", "/media/a.png", "/media", "/app/static/a",
        "/auth/login", "/auth/logout", "/oauth2callback?code=a", "/component/other/index.html",
        "/component/streamlit_folium.st_folium", "/component", "/component/",
    ],
)  # fmt: skip
def test_what_no_viewer_needs_is_refused(server: Server, path: str) -> None:
    assert ask(server, path).status == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/static/a.js"])
def test_nothing_can_be_sent_to_the_dashboard(server: Server, method: str, path: str) -> None:
    refused = ask(server, path, method=method)

    assert (refused.status, refused.one("allow")) == (405, "GET, HEAD")
