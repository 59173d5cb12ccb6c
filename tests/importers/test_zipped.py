from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest

from journey.files.read import STORY
from journey.importers import zipped as room
from tests.conftest import HANDCAR
from tests.importers.made import brought, content, point, refused, track
from tests.importers.test_kml import zipped

WHOLE = track(point(46, 8), point(46.1, 8))


def test_all_tracks_in_a_zip_are_one_journey() -> None:
    other = track(point(46.1, 8), point(46.2, 8))

    files, _ = brought(content(zipped(a_gpx=WHOLE, b_gpx=other), "a.zip"))

    assert files["journey.yaml"].count(b"shape: {}") == 2


def test_settings_beside_a_track_are_passed_over_and_told() -> None:
    given = content(zipped(a_json='{"on": true}', b_csv="day,id\n1,2\n", c_gpx=WHOLE), "a.zip")

    files, codes = brought(given)

    assert files["journey.yaml"].count(b"shape: {}") == 1
    assert codes.count("members_unused") == 1


def test_a_broken_track_in_a_zip_keeps_the_others_from_being_taken_alone() -> None:
    assert refused(content(zipped(a_gpx=WHOLE, b_gpx="none"), "a.zip")) == ["import_not_as_named"]


def _packed(files: Iterable[Path], *folders: str) -> bytes:
    """A zip with the files in each of the folders."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for folder, file in product(folders, files):
            archive.write(file, folder + file.name)
        archive.writestr("__MACOSX/._journey.yaml", b"x")
    return stream.getvalue()


@pytest.mark.parametrize("folder", ["", "silk/", "a/b/"])
def test_a_journeys_own_files_come_back_as_they_were(folder: str) -> None:
    given = {file.name: file.read_bytes() for file in HANDCAR.iterdir()}

    files, remarks = brought(content(_packed([*HANDCAR.iterdir()], folder), "a.zip"))

    given[STORY] = given[STORY].replace(b"id: handcar-2021", b'id: "trip"')
    assert (files, remarks) == (given, [])


def test_what_is_wrong_in_a_journeys_own_files_is_told(tmp_path: Path) -> None:
    (tmp_path / STORY).write_text("id: a\nlegs: 3\n", "utf-8")

    assert "no_list" in refused(content(_packed([tmp_path / STORY], "a/"), "a.zip"))


@pytest.mark.parametrize(("folders", "more"), [(("a/", "b/"), []), (("a/",), [WHOLE])])
def test_a_whole_journey_is_joined_with_no_other(folders: list[str], more: list[str]) -> None:
    given = content(_packed([HANDCAR / STORY], *folders), "a.zip")

    assert refused(given, *map(content, more)) == ["import_own_files"]


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert refused(content(zipped(a_gpx=bytes(20 << 20)), "a.zip")) == ["import_zip_bomb"]


@pytest.mark.parametrize("name", ["../a.gpx", "/etc/a.gpx", "C:\\a.gpx", "b/../../a.gpx"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, WHOLE)

    assert refused(content(stream.getvalue(), "a.zip")) == ["import_zip_path"]


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MEMBERS", 1)

    given = content(zipped(a_gpx=WHOLE, b_gpx=WHOLE), "a.zip")

    assert refused(given) == ["import_zip_too_large"]


def test_a_zip_in_a_zip_is_not_unpacked() -> None:
    assert refused(content(zipped(a_zip=zipped(a_gpx=WHOLE)), "a.zip")) == ["import_zip_without"]


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_a_zip_that_breaks_off_is_refused(cut: int) -> None:
    given = zipped(a_gpx=WHOLE)

    assert refused(content(given[:-cut], "a.zip")) == ["import_no_zip"]
