from __future__ import annotations

import asyncio
import json
import shutil
from gzip import decompress
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from journey import Track
from journey.basemap.browser import basemap
from journey.server import web
from journey.stage import bundle
from tests.conftest import HANDCAR

APP = Starlette(routes=web.routes(), middleware=web.middleware())


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


def get(path: str, method: str = "GET", **headers: str) -> Answer:
    """What the routes answer, asked by ASGI without a server."""
    sent: list[Message] = []
    path, _, query = path.partition("?")
    scope = {
        "type": "http",
        "http_version": "1.1",
        "scheme": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()],
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(APP(scope, receive, send))
    found = {k.decode(): v.decode() for k, v in sent[0]["headers"]}
    return Answer(sent[0]["status"], found, b"".join(m.get("body", b"") for m in sent[1:]))


def address(relative: str) -> str:
    """The path on the server of what the map's frame sees at ``relative``."""
    assert relative.startswith(web.UP)
    return "/" + relative.removeprefix(web.UP)


FILES = web.files(HANDCAR, "en")
STAGE = address(FILES.script)
PATHS = [address(path) for path in FILES]
OLD = "/assets/journeys/handcar-2021/en.000000000000.js"


def told(script: bytes) -> Any:
    """The journey's data inside the script of its map."""
    return json.loads(script.rpartition(b"L.journey.data = ")[2].rstrip(b";"))


def base(script: bytes) -> Any:
    """The base map inside the script of a journey's map."""
    return json.loads(script.rpartition(b"L.journey.base = ")[2].partition(b";\n")[0])


@pytest.mark.parametrize("path", PATHS)
def test_every_file_that_the_map_names_is_served(path: str) -> None:
    answer = get(path)

    assert answer.status == 200
    assert len(answer.body) > 100


def test_the_stage_is_served_as_it_is() -> None:
    answer = get(STAGE)

    assert bundle.script() in answer.body
    assert answer.headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize("accepted", ["gzip", "br, gzip;q=0.8", "gzip, deflate, br, zstd"])
def test_an_answer_is_zipped_where_that_is_taken(accepted: str) -> None:
    answer = get(STAGE, accept_encoding=accepted)

    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert int(answer.headers["content-length"]) == len(answer.body)
    assert decompress(answer.body) == get(STAGE).body


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0", "identity, gzip; q=0.0"])
def test_an_answer_is_plain_where_nothing_else_is_taken(accepted: str) -> None:
    answer = get(STAGE, accept_encoding=accepted)

    assert "content-encoding" not in answer.headers
    assert answer.headers["vary"] == "Accept-Encoding"
    assert bundle.script() in answer.body


def test_a_file_whose_address_holds_its_hash_is_kept_for_ever() -> None:
    assert bundle.version(get(STAGE).body) in STAGE
    assert get(STAGE).headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "path",
    [
        "/assets/stage/stage.js",
        "/assets/stage/stage.000000000000.js",
        "/assets/stage/../web.py",
        "/assets/stage/../../../etc/passwd",
        "/assets/journeys/no-such/en.js",
        "/assets/journeys/handcar-2021/tlh.js",
        "/assets/journeys/../en.js",
    ],
)
def test_what_is_not_there_is_not_found(path: str) -> None:
    answer = get(path)

    assert answer.status == 404
    assert "immutable" not in answer.headers.get("cache-control", "")


def test_a_journey_is_served_under_its_version() -> None:
    answer = get(STAGE)

    assert told(answer.body)["id"] == "handcar-2021"
    assert answer.headers["cache-control"] == web.KEEP


def test_the_base_map_around_a_journey_comes_with_its_script(handcar: Track) -> None:
    route = [point for leg in handcar.legs for point in leg.line]

    assert base(get(STAGE).body) == json.loads(json.dumps(basemap(route, "en")))


def test_an_old_address_of_a_journey_answers_but_is_not_kept() -> None:
    answer = get(OLD)

    assert told(answer.body)["language"] == "en"
    assert answer.headers["cache-control"] == "no-store"


def test_a_broken_journey_is_not_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(HANDCAR, tmp_path / "broken")
    monkeypatch.setenv("JOURNEYS", str(tmp_path))

    assert get("/assets/journeys/broken/en.000000000000.js").status == 404


@pytest.mark.parametrize("path", [STAGE, PATHS[-1], "/no-such"])
def test_every_answer_is_guarded(path: str) -> None:
    headers = get(path).headers

    assert headers["content-security-policy"] == web.POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"


def policy() -> dict[str, list[str]]:
    return {name: values for name, *values in map(str.split, web.POLICY.split(";"))}


def test_no_foreign_host_is_let_in_but_for_pictures_of_tiles() -> None:
    hosts = {
        (name, value) for name, values in policy().items() for value in values if "//" in value
    }

    assert hosts == {
        ("img-src", "https://tile.openstreetmap.org"),
        ("img-src", "https://a.tile.opentopomap.org"),
        ("img-src", "https://server.arcgisonline.com"),
    }


def test_no_directive_is_open_to_all() -> None:
    loose = {"*", "http:", "https:", "'unsafe-hashes'"}

    assert [name for name, values in policy().items() if loose & set(values)] == []
    assert policy()["default-src"] == ["'self'"]
    assert policy()["object-src"] == ["'none'"]


def test_the_files_of_the_map_come_from_this_machine() -> None:
    assert not any("//" in path for path in PATHS)
