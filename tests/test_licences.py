from __future__ import annotations

from importlib.metadata import Distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests import licences
from tests.conftest import ROOT
from tests.licences import Licence, complaints, entry, listed, recognised, stated

GPL = (ROOT / "data" / "basemap" / "COPYING").read_text("utf-8")
LEAFLET = (ROOT / "journey" / "stage" / "static" / "LICENSE.leaflet").read_text("utf-8")
OURS = (ROOT / "LICENSE").read_text("utf-8")


def package(folder: Path, *lines: str, licence: str = "") -> Distribution:
    """A package ``some`` 1.0 whose metadata has these lines too, and perhaps a licence file."""
    info = folder / "some-1.0.dist-info"
    info.mkdir()
    about = ["Metadata-Version: 2.4", "Name: some", "Version: 1.0", *lines]
    (info / "METADATA").write_text("\n".join(about), "utf-8")
    (info / "LICENSE").write_text(licence, "utf-8")
    (info / "RECORD").write_text("some-1.0.dist-info/LICENSE,,\n", "utf-8")
    return Distribution.at(info)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Lets ``some`` 1.0, which says nothing, be all that is installed."""
    found = package(tmp_path)
    monkeypatch.setattr(licences, "distribution", lambda name: found)
    return monkeypatch


def test_every_package_of_the_locks_has_a_licence_that_we_accept() -> None:
    parts = listed()

    entries = [one for part in parts.values() for one in part]
    assert {"streamlit", "folium"} <= {one.name for one in parts["run time"]}
    assert "pytest" in {one.name for one in parts["tests"]}
    assert complaints(entries) == []


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["License-Expression: MIT", "License: BSD-3-Clause"], "License-Expression"),
        (["License: MIT License", "Classifier: License :: OSI Approved :: X"], "License"),
        (["License: (same)", "Classifier: License :: OSI Approved :: MIT License"], "Classifier"),
        (["Classifier: License :: OSI Approved :: BSD License"], "LICENSE"),
    ],
)
def test_a_licence_is_found_where_the_package_says_it(
    lines: list[str], said: str, tmp_path: Path
) -> None:
    assert stated(package(tmp_path, *lines, licence=OURS)) == Licence("MIT", said)


@pytest.mark.parametrize(
    ("text", "expected"),
    [(OURS, "MIT"), (LEAFLET, "BSD-2-Clause"), ("All rights reserved.", None), (GPL, None)],
)
def test_a_licence_is_recognised_by_its_text(text: str, expected: str | None) -> None:
    assert recognised(text) == expected


def test_a_package_without_a_licence_is_a_complaint(installed: pytest.MonkeyPatch) -> None:
    found = entry(Requirement("some==1.0"))

    assert found.licence is None
    assert found.complaint


def test_a_package_that_was_looked_up_is_none(installed: pytest.MonkeyPatch) -> None:
    installed.setitem(licences.LOOKED_UP, "some", Licence("MIT", "its repository"))

    assert entry(Requirement("some==1.0")) == ("some", "1.0", ("MIT", "its repository"), None)


def test_a_licence_that_is_not_accepted_is_a_complaint(installed: pytest.MonkeyPatch) -> None:
    installed.setitem(licences.LOOKED_UP, "some", Licence("MIT AND GPL-3.0-only", "its head"))

    assert "GPL-3.0-only" in str(entry(Requirement("some==1.0")).complaint)


def test_another_version_than_the_locks_is_a_complaint(installed: pytest.MonkeyPatch) -> None:
    assert "1.0" in str(entry(Requirement("some==1.1")).complaint)


def test_a_package_for_another_system_has_to_be_looked_up(installed: pytest.MonkeyPatch) -> None:
    other = Requirement("other==1.0; sys_platform == 'none'")
    assert entry(other).complaint

    installed.setitem(licences.LOOKED_UP, "other", Licence("MIT", "its repository"))

    assert not entry(other).complaint


def test_what_is_looked_up_needlessly_is_a_complaint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = package(tmp_path, "License-Expression: MIT")
    monkeypatch.setattr(licences, "distribution", lambda name: found)
    monkeypatch.setattr(licences, "LOOKED_UP", {"some": Licence("MIT", "x"), "gone": ("MIT", "x")})

    wrong = complaints([entry(Requirement("some==1.0"))])

    assert [line.split()[0] for line in wrong] == ["some", "gone"]


def test_the_command_prints_all_and_fails_with_a_complaint(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert licences.main() == 0
    monkeypatch.delitem(licences.LOOKED_UP, "xstatic-leaflet")

    assert licences.main() == 1

    out, err = capsys.readouterr()
    assert "streamlit-folium" in out
    assert err.startswith("xstatic-leaflet ")
