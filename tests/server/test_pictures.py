from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from journey.server import journeys, shelf
from journey.server.headers import SHARED
from tests.server.asking import get
from tests.shelves import put


def test_the_picture_of_a_journey_is_svg_that_runs_nothing() -> None:
    found = get("/story/handcar-2021.map.svg")

    assert ElementTree.fromstring(found.body).tag.endswith("svg")
    assert found.headers["content-type"] == "image/svg+xml"
    assert found.headers["cache-control"] == SHARED
    assert found.headers["content-security-policy"].startswith("default-src 'none'")


def test_where_no_journey_is_or_one_has_faults_there_is_no_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNEYS", str(tmp_path))
    monkeypatch.setattr(journeys, "LOOK", 0)
    put(tmp_path, "broken", legs=[])
    put(tmp_path, "sound")
    shelf.whole()

    names = ("broken", "none", "sound")

    assert [get(f"/story/{name}.map.svg").status for name in names] == [404, 404, 200]
