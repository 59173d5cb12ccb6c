from __future__ import annotations

import json
import re
import shutil
from gzip import decompress
from pathlib import Path
from typing import Any

import pytest

from journey import Track
from journey.basemap.browser import basemap
from journey.basemap.layers import shipped
from journey.server import assets, journeys
from journey.stage import bundle
from journey.stage.ends import taken
from journey.stage.faces import linked
from tests.conftest import HANDCAR, leg
from tests.server.asking import get
from tests.shelves import put


def address(relative: str) -> str:
    """The path on the server of what the map's frame sees at ``relative``."""
    assert relative.startswith(assets.UP)
    return "/" + relative.removeprefix(assets.UP)


FILES = assets.addresses(journeys.edition(HANDCAR), "en")
STAGE = address(FILES.script)
PATHS = [address(path) for path in FILES[:3]]
OLD = "/assets/journeys/handcar-2021/en.000000000000.js"


def data(script: bytes) -> Any:
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
        "/assets/stage/../assets.py",
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

    assert data(answer.body)["id"] == "handcar-2021"
    assert answer.headers["cache-control"] == assets.IMMUTABLE


def test_the_base_map_around_a_journey_comes_with_its_script(handcar: Track) -> None:
    route = [point for leg in handcar.legs for point in leg.line]

    assert base(get(STAGE).body) == json.loads(
        json.dumps(basemap(route, "en", taken=taken(handcar)))
    )


def test_the_words_of_a_journey_and_its_script_in_one_language_make_it_in_that_language() -> None:
    korean = assets.addresses(journeys.edition(HANDCAR), "ko")

    words = json.loads(get(address(korean.words)).body)

    script = get(address(korean.script)).body
    told = base(get(STAGE).body)
    told["countries"] = words["base"]["countries"]
    told["layers"] |= words["base"]["layers"]
    assert words["data"] == data(script)
    assert told == base(script)


def test_an_old_address_of_a_journey_answers_but_is_not_kept() -> None:
    answer = get(OLD)

    assert data(answer.body)["language"] == "en"
    assert answer.headers["cache-control"] == "no-store"


def test_a_broken_journey_is_not_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(HANDCAR, tmp_path / "broken")
    monkeypatch.setenv("JOURNEYS", str(tmp_path))

    assert get("/assets/journeys/broken/en.000000000000.js").status == 404


def test_the_files_of_the_map_come_from_this_machine() -> None:
    assert not any("//" in path for path in PATHS)


@pytest.mark.parametrize("name", re.findall(r"url\(([^)]+)\)", linked()))
def test_the_faces_lie_beside_the_style_sheet_and_may_be_kept_for_ever(name: str) -> None:
    answer = get(f"/assets/stage/{name}")

    assert answer.status == 200
    assert answer.headers["content-type"] == "font/woff2"
    assert "immutable" in answer.headers["cache-control"]
    assert bundle.version(answer.body) == name.split(".")[2]


def test_a_far_journey_fetches_the_worlds_relief_which_is_kept_for_ever(tmp_path: Path) -> None:
    far = journeys.edition(put(tmp_path, "far", legs=[leg("a", "b")]))
    world = shipped().reliefs.world

    told = base(assets.journey_script(far, "en").plain)["relief"]

    answer = get(address(told["url"]))
    assert world
    assert "data" not in told
    assert answer.body == world.image
    assert answer.headers["content-type"] == "image/webp"
    assert answer.headers["cache-control"] == assets.IMMUTABLE


def test_the_story_page_of_a_far_journey_brings_the_worlds_relief_along(tmp_path: Path) -> None:
    far = journeys.edition(put(tmp_path, "far", legs=[leg("a", "b")]))

    told = assets.base_map(far, "en")["relief"]

    assert shipped().reliefs.world == shipped().reliefs.around([(0.0, 0.0)])
    assert told["data"]


def test_a_near_journey_brings_the_regions_relief_along() -> None:
    region = shipped().reliefs.region

    told = base(get(STAGE).body)["relief"]

    assert region
    assert "url" not in told
    assert told["bounds"] == list(region.bounds)
    assert told["data"] == region.packed()
