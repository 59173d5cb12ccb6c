from __future__ import annotations

import pytest

from journey.server.allowlist import is_open


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
