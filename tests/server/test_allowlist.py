from __future__ import annotations

import pytest
from starlette.responses import PlainTextResponse

from journey.server.allowlist import METRICS, Allowlist, is_open
from tests.server.asking import ask


@pytest.mark.parametrize(
    "path",
    [
        "/", "", "/no-such", "/favicon.png", "/_stcore/health", "/_stcore/host-config",
        "/static/js/a.js", "/component/streamlit_folium.st_folium/index.html", "/mediation",
    ],
)  # fmt: skip
def test_the_page_and_what_it_needs_are_open(path: str) -> None:
    assert is_open(path)


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore", "//_stcore/metrics", "/_stcore/upload_file/a/b", "/_stcore/health/", "/media/a",
        "/_stcore/healthy", "/component/other/index.html", "/app/static/a", "/auth/login",
        "/oauth2callback", "/component/streamlit_folium.st_folium", "/static",
    ],
)  # fmt: skip
def test_all_else_of_streamlit_is_shut(path: str) -> None:
    assert not is_open(path)


@pytest.mark.parametrize(("told", "status"), [("", 403), ("yes", 200)])
def test_who_is_counted_is_told_where_the_environment_says_so(
    told: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("METRICS", told)

    assert ask(Allowlist(PlainTextResponse("1")), METRICS).status == status
