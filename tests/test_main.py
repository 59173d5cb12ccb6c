from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journey.__main__ import main
from tests.conftest import HANDCAR, ROOT

STORY = "journey.yaml"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder with two journeys, of which one names a mode that there is none of."""
    shutil.copytree(HANDCAR, tmp_path / "handcar-2021")
    shutil.copytree(HANDCAR, tmp_path / "tram")
    story = (HANDCAR / STORY).read_text("utf-8")
    changed = story.replace("id: handcar-2021", "id: tram").replace("mode: train", "mode: tram")
    (tmp_path / "tram" / STORY).write_text(changed, "utf-8")
    return tmp_path


def test_journeys_without_faults_are_told_and_end_with_0(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = main(["check", str(HANDCAR)])

    out = capsys.readouterr().out
    assert code == 0
    assert (out.startswith(f"{HANDCAR}: 4 "), out.count("\n")) == (True, 1)


def test_without_a_path_all_journeys_of_the_project_are_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = main(["check"])

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert len(lines) == len(list((ROOT / "data" / "journeys").glob(f"*/{STORY}")))


def test_a_fault_is_told_with_file_line_and_mend_and_ends_with_1(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["check", str(broken / "tram")])

    story = broken / "tram" / STORY
    line = story.read_text("utf-8").splitlines().index("    mode: tram") + 1
    out = capsys.readouterr().out
    assert code == 1
    assert out.startswith(f"{story}:{line}: legs[0].mode: ")
    assert ("'tram'" in out, out.count("\n")) == (True, 1)


def test_one_broken_journey_does_not_hide_the_others(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["check", str(broken)])

    first, second = capsys.readouterr().out.splitlines()
    assert code == 1
    assert first.startswith(f"{broken / 'handcar-2021'}: ")
    assert second.startswith(f"{broken / 'tram' / STORY}:")


def test_a_path_without_a_journey_is_told_on_stderr_and_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["check", str(tmp_path / "nowhere")])

    out, err = capsys.readouterr()
    assert code == 1
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"{tmp_path / 'nowhere'}: ")


@pytest.mark.parametrize("arguments", [[], ["fly"], ["check", "--fast"]])
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)

    assert caught.value.code == 2
    assert "usage: python -m journey" in capsys.readouterr().err


@pytest.mark.parametrize(("path", "code"), [(str(HANDCAR), 0), ("no-such-folder", 1)])
def test_the_command_ends_with_the_code(path: str, code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "journey", "check", path], cwd=ROOT, capture_output=True, check=False
    )

    assert done.returncode == code
