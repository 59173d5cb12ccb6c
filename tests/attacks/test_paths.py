"""Addresses that try to leave what is served, or to be taken for another one."""

from __future__ import annotations

import pytest

from tests.attacks.raw import alive, ask
from tests.serving import PROJECT, Server

COMPONENT = "/component/streamlit_folium.st_folium"
STARTS = ["", "/story", "/assets/stage", "/assets/journeys/handcar-2021", "/static", COMPONENT]
# One step up, in every way that something on the way might take for one.
STEPS = [
    "..", "%2e%2e", "%2E.", ".%2e", "..%2f..", "..%5c..", "..\\..", "%2e%2e%5c", "%252e%252e",
    "%c0%ae%c0%ae", "..;", "....//", ".%00.", "..%00", "%2f..", "%5c..", "//..", "..%ff",
]  # fmt: skip
TARGETS = ["etc/passwd", "pyproject.toml", "__init__.py", "data/journeys/handcar-2021/journey.yaml"]
# What stands in those files and in nothing that is served.
TOLD = [b"root:x:", b"[project]", b"import ", b"basis: reported"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("start", STARTS)
def test_no_way_up_leads_to_a_file(server: Server, start: str, step: str) -> None:
    for target in TARGETS:
        for depth in (1, 3, 8):
            answer = ask(server, "/".join([start, *[step] * depth, target]))

            assert answer.status in (200, 400, 403, 404)
            assert not any(told in answer.body for told in TOLD)


@pytest.mark.parametrize(
    "path",
    [
        str(PROJECT / "pyproject.toml"), f"/{PROJECT}/pyproject.toml", "/C:/Windows/win.ini",
        "/c%3a%5cwindows", "//evil.example/share", "/%5c%5cevil.example%5cshare",
        "/\\\\evil\\share", "/static/C:%5ca", f"{COMPONENT}/C:/a", f"{COMPONENT}//etc/passwd",
        "/static//etc/passwd", "/story/%00", "/story/a%0d%0aX:%20y", "/assets/stage/%00",
        "/" + "a" * 20_000, "/" * 2_000, "/story/" + "%2e" * 5_000, "/story" + "/a" * 2_000,
        "/%ff%fe", "/story/%ff",
    ],
)  # fmt: skip
def test_no_name_of_a_file_or_a_machine_leads_there(server: Server, path: str) -> None:
    answer = ask(server, path)

    assert answer.status in (200, 400, 403, 404, 414)
    assert not any(told in answer.body for told in TOLD)
    assert answer.all("x") == []
    assert alive(server)


@pytest.mark.parametrize(
    "path", ["//evil.example/", "/\\evil.example/", "/%5cevil.example/", "/%2fevil.example/", "/a/"]
)
def test_nobody_is_sent_elsewhere(server: Server, path: str) -> None:
    where = ask(server, path).one("location")

    assert where.startswith("/a") or not where
    assert not where.startswith("//")


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/./upload_file/a/b", "/./_stcore/upload_file/a/b", "/_stcore//upload_file/a/b",
        "//_stcore/upload_file/a/b", "/_stcore/health/../upload_file/a/b", "/_STCORE/metrics",
        "/%5fstcore/upload_file/a/b", "/_stcore%2fupload_file/a/b", "/static/../_stcore/metrics",
        "/a/../_stcore/metrics", "/_stcore/metrics%00", "/_stcore/metrics?a", "/_stcore/metrics;a",
    ],
)  # fmt: skip
def test_what_is_refused_has_no_other_name(server: Server, path: str) -> None:
    answer = ask(server, path)

    assert answer.status in (200, 400, 403)
    assert answer.status != 200 or b"<title>" in answer.body  # The page stands for any other name.
