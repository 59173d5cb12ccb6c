from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from journey.__main__ import main
from tests.conftest import HANDCAR, ROOT

STORY = "journey.yaml"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder with two journeys, of which one names a mode that there is none of."""
    shutil.copytree(HANDCAR, tmp_path / "handcar-2021")
    shutil.copytree(HANDCAR, tmp_path / "jetpack")
    story = (HANDCAR / STORY).read_text("utf-8")
    changed = story.replace("id: handcar-2021", "id: jetpack")
    changed = changed.replace("mode: train", "mode: jetpack")
    (tmp_path / "jetpack" / STORY).write_text(changed, "utf-8")
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
    code = main(["check", str(broken / "jetpack")])

    story = broken / "jetpack" / STORY
    line = story.read_text("utf-8").splitlines().index("    mode: jetpack") + 1
    out = capsys.readouterr().out
    assert code == 1
    assert out.startswith(f"{story}:{line}: legs[0].mode: ")
    assert ("'jetpack'" in out, out.count("\n")) == (True, 1)


def test_one_broken_journey_does_not_hide_the_others(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["check", str(broken)])

    *_, first, second = capsys.readouterr().out.splitlines()
    assert code == 1
    assert first.startswith(f"{broken / 'handcar-2021'}: 4 legs, no faults")
    assert second.startswith(f"{broken / 'jetpack' / STORY}:")


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


@pytest.mark.parametrize(("path", "code"), [(str(HANDCAR), 0), ("no-such-folder", 2)])
def test_the_command_ends_with_the_code(path: str, code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "journey", "check", path], cwd=ROOT, capture_output=True, check=False
    )

    assert done.returncode == code


class Ended(NamedTuple):
    """The code that a process ended with, and what it said on stdout and stderr."""

    code: int
    out: bytes
    err: bytes


# What is run in a shell, the code that it ends with, and whether something is said on stderr.
CLOSED = {
    "list >&-": (1, True),
    "schema >/dev/full": (1, True),
    "--help >/dev/full": (1, True),
    "export handcar-2021 --to a.gpx >&-": (0, False),
    "list 2>&-": (0, False),
    "check nowhere 2>&-": (2, False),
    "check nowhere 2>/dev/full": (2, False),
    "fly <&- >&- 2>&-": (2, False),
}


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ended]:
    """How each of the commands above ended; they run at the same time."""
    folder = tmp_path_factory.mktemp("closed")
    begun = {
        line: subprocess.Popen(
            ["sh", "-c", f'"{sys.executable}" -m journey {line}'],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for line in CLOSED
    }  # fmt: skip
    told = {line: process.communicate() for line, process in begun.items()}
    assert [file.name for file in folder.iterdir()] == ["a.gpx"]
    return {line: Ended(begun[line].returncode, *said) for line, said in told.items()}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
@pytest.mark.parametrize("line", CLOSED)
def test_an_output_that_is_closed_or_full_is_told_on_one_line_at_most(
    line: str, ended: dict[str, Ended]
) -> None:
    code, said = CLOSED[line]

    assert (ended[line].code, ended[line].err.count(b"\n")) == (code, int(said))


def test_where_stderr_is_closed_complaints_do_not_go_to_stdout(ended: dict[str, Ended]) -> None:
    assert ended["check nowhere 2>&-"].out == b""
    assert ended["list 2>&-"].out.startswith(b"handcar-2021: ")


def test_a_reader_who_leaves_early_is_told_nothing() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "journey", "schema"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()

    assert (process.returncode, said) == (1, b"")


# Runs a command that stops at one point, for as long as it takes to send it a signal.
STUCK = """
import os, sys, time

def stick(*_):
    print("here", flush=True)
    time.sleep(600)

class Finder:
    def find_spec(self, name, *_):
        if name == "journey.commands":
            stick()

where = sys.argv.pop(1)
if where == "load":
    sys.meta_path.insert(0, Finder())
else:
    setattr(os, where, stick)
from journey.__main__ import command
sys.exit(command())
"""


@pytest.mark.parametrize(
    ("where", "line", "name"),
    [
        ("load", "list", "SIGINT"),
        ("listdir", "check", "SIGINT"),
        ("fsync", "export handcar-2021 --to a.csv", "SIGHUP"),
        ("fsync", "export --all --to .", "SIGTERM"),
    ],
)
def test_a_command_that_is_stopped_says_so_and_leaves_no_part_of_a_file(
    where: str, line: str, name: str, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    number = getattr(signal, name)
    process = subprocess.Popen(
        [sys.executable, "-c", STUCK, where, *line.split()],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == b"here\n"

    for _ in range(2):
        process.send_signal(number)
    out, err = process.communicate()

    assert (process.returncode, out, err.count(b"\n")) == (128 + number, b"", 1)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a.csv": b"old"}
