"""The large parts of the page, which a browser fetches."""

from __future__ import annotations

from gzip import decompress
from pathlib import Path

import pytest

from journey.dashboard import content, parts
from journey.server import journeys
from journey.server.assets import IMMUTABLE
from tests.conftest import HANDCAR
from tests.server.asking import get
from tests.shelves import put

EDITION = journeys.edition(HANDCAR)


@pytest.mark.parametrize("name", [parts.LEGS, parts.REST])
def test_a_part_comes_packed_and_may_be_kept_for_ever(name: str) -> None:
    answer = get(f"/{parts.part(name, EDITION, 'ko').address}", accept_encoding="gzip")

    assert decompress(answer.body) == parts.MAKERS[name].make(EDITION, "ko").plain
    assert answer.headers["cache-control"] == IMMUTABLE
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


def test_an_old_address_of_a_part_gets_the_newest_which_is_not_kept() -> None:
    answer = get("/assets/parts/legs/handcar-2021/en.000000000000.html")

    assert answer.body == content.told(EDITION, "en").plain
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["none/handcar-2021/en.0.html", "legs/none/en.0.html", "legs/handcar-2021/xx.0.html"]
)
def test_of_what_is_not_there_no_part_comes(path: str) -> None:
    assert get(f"/assets/parts/{path}").status == 404


def test_of_a_journey_with_faults_no_part_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "broken", legs=[])
    monkeypatch.setenv("JOURNEYS", str(tmp_path))

    assert get("/assets/parts/legs/broken/en.000000000000.html").status == 404
