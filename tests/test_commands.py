from __future__ import annotations

import errno
import html
import json
import os
import re
import shutil
import sys
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from journey import load
from journey.__main__ import main
from journey.exports.formats import FORMATS
from journey.files.arrangement import SHELF
from journey.files.read import STORY
from journey.model.claims import Claim, Distance, Moment
from journey.model.journey import Stop
from journey.prints.prints import PRINTS
from journey.words.wording import Wording, languages
from tests.conftest import HANDCAR, Data, known, leg, place, told
from tests.golden import holds
from tests.shelves import put

Captured = pytest.CaptureFixture[str]


def spoil(library: Path) -> None:
    """Put a journey with a fault beside the other."""
    (library / "spoilt").mkdir()
    (library / "spoilt" / "journey.yaml").write_text("id: spoilt\n", "utf-8")


def test_what_commands_say_stands_in_one_file(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JOURNEYS", "journeys")
    spoil(library)
    said = []
    for line in (
        "list", "check", "check nowhere", "export none --to a.kml", "export spoilt --to a.kml",
        "export handcar-2021 --to a.doc", "export handcar-2021 --to a.kml --lang xx",
    ):  # fmt: skip
        main(line.split())
        said += [f"$ {line}", *(text.rstrip() for text in capsys.readouterr() if text)]

    holds("commands", "en", "\n".join(said))


def test_list_tells_ids_and_languages(library: Path, capsys: Captured) -> None:
    assert main(["list"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("handcar-2021: ")
    assert all(language in line for language in load(library / "handcar-2021").languages)


def test_a_single_leg_is_told_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    put(tmp_path, "one", legs=[leg("a", "b")])
    monkeypatch.setenv("JOURNEYS", str(tmp_path))

    assert (main(["list"]), main(["check", "one"])) == (0, 0)
    listed, *_, checked = capsys.readouterr().out.splitlines()
    assert "(1 leg; " in listed
    assert ": 1 leg, " in checked


def test_list_tells_of_a_journey_with_faults_and_ends_with_1(
    library: Path, capsys: Captured
) -> None:
    spoil(library)

    assert main(["list"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("handcar-2021: ")
    assert f"python -m journey check {library / 'spoilt'}" in err


def test_check_tells_what_is_wrong_with_how_journeys_are_shown_together(
    library: Path, capsys: Captured
) -> None:
    (library / SHELF).write_text("# All.\nopens: handcar-2020\n", "utf-8")

    assert main(["check", str(library)]) == 1
    out = capsys.readouterr().out
    assert f"{library / SHELF}:2: opens: " in out
    assert "'handcar-2021'" in out


def test_list_without_journeys_says_so_and_ends_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("JOURNEYS", str(tmp_path))

    assert main(["list"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.startswith(f"{tmp_path}: ")) == ("", True)


def test_an_empty_JOURNEYS_is_as_good_as_none(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("JOURNEYS", "")

    assert main(["list"]) == 0
    assert capsys.readouterr().out.startswith("handcar-2021: ")


def test_what_journeys_and_usage_say_steers_no_terminal(library: Path, capsys: Captured) -> None:
    story = library / "handcar-2021" / STORY
    text = story.read_text("utf-8")
    story.write_text(text.replace("Home by handcar", "Home\u202e\u2028by handcar"), "utf-8")

    assert main(["list"]) == 0
    with pytest.raises(SystemExit):
        main(["list", "\x1b[2J\udcff"])
    out, err = capsys.readouterr()
    assert (out.rstrip("\n").isprintable(), "\x1b" in err, "\udcff" in err) == (True, False, False)


def test_several_folders_are_checked_one_after_the_other(capsys: Captured) -> None:
    assert main(["check", str(HANDCAR), str(HANDCAR)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == second


def test_a_journey_is_checked_by_its_id_as_by_its_path(library: Path, capsys: Captured) -> None:
    for name in ("handcar-2021", library / "handcar-2021", library / "handcar-2021" / STORY):
        assert main(["check", str(name)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines == 3 * lines[: len(lines) // 3]


def test_advice_is_no_fault_unless_it_is_asked_for(library: Path, capsys: Captured) -> None:
    put(library, "zero", places=[place("a", 50, 8), place("b", 0, 0)], legs=[leg("a", "b")])
    put(library, "near", places=[place("a", 50, 8), place("b", 50, 9)], legs=[leg("a", "b")])

    assert main(["check", "zero"]) == 0
    assert main(["check", "--strict", "zero"]) == 1
    assert main(["check", "--strict", "near"]) == 0
    assert capsys.readouterr().out.count("places[1].lat: advice: ") == 2


def test_a_journey_is_told_that_is_passed_over_for_its_name(
    library: Path, capsys: Captured
) -> None:
    (library / "handcar-2021" / STORY).rename(library / "handcar-2021" / "journey.yml")
    put(library, "good", legs=[leg("a", "b")], places=[place("a", 50, 8), place("b", 50, 9)])

    assert main(["check"]) == 0
    assert main(["check", "--strict"]) == 1
    assert main(["check", str(library / "handcar-2021")]) == 1
    assert capsys.readouterr().out.count("journey.yml: advice: ") == 3


def test_a_folder_of_that_name_hides_no_journey(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "handcar-2021").mkdir()
    monkeypatch.chdir(tmp_path)

    assert main(["check", "handcar-2021"]) == 0
    assert main(["export", "handcar-2021", "--to", "a.csv"]) == 0
    assert (library / "handcar-2021").exists()


def test_what_a_language_lacks_is_counted_and_is_no_fault(library: Path, capsys: Captured) -> None:
    assert main(["check", "--languages"]) == 0

    said = capsys.readouterr().out
    assert re.search(r"^interface: en: 0 of \d+ messages are missing$", said, re.MULTILINE)
    assert re.search(r"handcar-2021: en: 0 of \d+ texts are missing$", said, re.MULTILINE)


def test_a_journey_is_written_for_a_translator_beside_its_files(
    library: Path, capsys: Captured
) -> None:
    folder = library / "handcar-2021"
    before = load(folder)

    assert main(["translate", "handcar-2021", "de"]) == 0

    assert {"journey.de.yaml", "teaching.de.yaml"} <= {file.name for file in folder.iterdir()}
    assert load(folder) == before
    assert main(["translate", "handcar-2021", "German"]) == 2


@pytest.mark.parametrize(
    "given", ["handcar-2021", "journeys/handcar-2021/", f"handcar-2021/{STORY}"]
)
def test_export_takes_an_id_or_a_path(
    given: str, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library if given.endswith(STORY) else library.parent)

    assert main(["export", given, "--to", str(tmp_path / "a.csv")]) == 0
    assert b"handcar" in (tmp_path / "a.csv").read_bytes()


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_export_takes_the_format_of_the_suffix(suffix: str, tmp_path: Path) -> None:
    small, large = tmp_path / f"a.{suffix}", tmp_path / f"b.{suffix.upper()}"

    assert main(["export", "handcar-2021", "--to", str(small)]) == 0
    assert main(["export", "handcar-2021", "--to", str(large)]) == 0
    assert small.read_bytes() == large.read_bytes() != b""


@pytest.mark.parametrize("name", PRINTS)
def test_export_takes_the_print_that_the_suffix_names(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"a.{name}.HTML"

    assert main(["export", "handcar-2021", "--to", str(file)]) == 0

    called = Wording("en").say(PRINTS[name].label)
    assert f": {called}</title>" in html.unescape(file.read_text("utf-8"))


def test_a_file_that_is_only_called_as_a_print_is_the_story_page(tmp_path: Path) -> None:
    assert main(["export", "handcar-2021", "--to", str(tmp_path / "key.html")]) == 0

    assert "<script" in (tmp_path / "key.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "unknown"),
    [
        (["nowhere", "--to", "a.kml"], "'nowhere'"),
        (["handcar-2021", "--to", "a.doc"], "'doc'"),
        (["handcar-2021", "--to", "a"], "''"),
        (["handcar-2021", "--to", "a.kml", "--lang", "xx"], "'xx'"),
        (["--all", "--to", "site", "--lang", "xx"], "'xx'"),
    ],
)
def test_an_unknown_name_is_one_line_and_ends_with_2(
    arguments: list[str],
    unknown: str,
    tmp_path: Path,
    library: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Captured,
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(["export", *arguments]) == 2
    err = capsys.readouterr().err
    assert (unknown in err, err.count("\n")) == (True, 1)
    assert list(tmp_path.iterdir()) == [library]


def test_a_folder_that_takes_no_file_is_one_line_and_ends_with_1(
    tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "file").write_bytes(b"")

    for arguments in (["handcar-2021", "--to", "file/a.kml"], ["--all", "--to", "file/site"]):
        arguments[-1] = str(tmp_path / arguments[-1])
        assert main(["export", *arguments]) == 1
        err = capsys.readouterr().err
        assert (os.strerror(errno.ENOTDIR) in err, err.count("\n")) == (True, 1)


@pytest.mark.parametrize("arguments", [["handcar-2021", "--to", "a.csv"], ["--all", "--to", "."]])
def test_a_full_disk_is_one_line_and_leaves_no_part_of_a_file(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "fsync", full)

    assert main(["export", *arguments]) == 1
    err = capsys.readouterr().err
    assert (os.strerror(errno.ENOSPC) in err, err.count("\n")) == (True, 1)
    assert list(tmp_path.iterdir()) == []


def test_all_journeys_come_in_every_format_and_language_with_a_page_and_the_schema(
    library: Path, tmp_path: Path
) -> None:
    shutil.copytree(library / "handcar-2021", library / "again")
    story = library / "again" / "journey.yaml"
    story.write_text(story.read_text("utf-8").replace("id: handcar-2021", "id: again"), "utf-8")

    assert main(["export", "--all", "--to", str(tmp_path / "a" / "site")]) == 0

    assert {file.name for file in (tmp_path / "a" / "site").iterdir()} == {
        "index.html", "schema.json",
        *(f"{key}.{language}.{suffix}" for key in ("again", "handcar-2021")
          for language in languages() for suffix in FORMATS),
    }  # fmt: skip


@pytest.mark.parametrize("what", ["handcar-2021 --to site/a.csv", "--all --to site"])
def test_what_a_killed_export_left_is_removed_by_the_next(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    left = tmp_path / "site" / f".journey-{'0' * 16}.part"
    left.parent.mkdir()
    left.write_bytes(b"")
    os.utime(left, (0, 0))

    assert main(["export", *what.split()]) == 0
    assert not left.exists()


def test_a_journey_with_faults_is_told_and_the_others_are_written(
    library: Path, tmp_path: Path, capsys: Captured
) -> None:
    spoil(library)

    assert main(["export", "--all", "--to", str(tmp_path / "site")]) == 1
    assert "spoilt" in capsys.readouterr().err
    assert (tmp_path / "site" / "handcar-2021.en.kml").exists()
    assert "spoilt" not in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_a_journey_with_faults_is_not_written(
    library: Path, tmp_path: Path, capsys: Captured
) -> None:
    spoil(library)

    assert main(["export", "spoilt", "--to", str(tmp_path / "a.kml")]) == 1
    assert "journey.yaml" in capsys.readouterr().err
    assert not (tmp_path / "a.kml").exists()


def test_away_from_a_terminal_there_is_no_progress_bar(
    library: Path, tmp_path: Path, capsys: Captured
) -> None:
    main(["export", "--all", "--to", str(tmp_path / "site")])

    assert capsys.readouterr() == ("", "")


def test_on_a_terminal_there_is_one_on_stderr(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    main(["export", "--all", "--to", str(tmp_path / "site")])

    out, err = capsys.readouterr()
    assert (out, "100%" in err) == ("", True)


def test_the_schema_takes_the_shipped_journey(capsys: Captured) -> None:
    assert main(["schema"]) == 0

    schema = json.loads(capsys.readouterr().out)
    read = YAML(typ="safe").load((HANDCAR / "journey.yaml").read_text("utf-8"))
    plain = json.loads(json.dumps(read, default=date.isoformat))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(plain, schema)


@pytest.mark.parametrize(
    ("part", "plain"),
    [
        (Moment, known(at=1804)),
        (Moment, known(between=["1804-09", "1805-05"])),
        (Stop, known(place="b", at="2025-06-01T19:06+04:00")),
        (Stop, known(place="b", arrives="17:30", departs=known(at="17:32"))),
        (Stop, known(place="b", dwell=known(value=2, unit="weeks"))),
        (Distance, known(value=9, unit="nm")),
    ],
)
def test_the_schema_takes_what_is_taken(part: type[Claim], plain: Data, capsys: Captured) -> None:
    main(["schema"])
    schema = json.loads(capsys.readouterr().out)

    assert part.model_validate(plain)
    jsonschema.validate(plain, {**schema, **schema["$defs"][part.__name__]})


def test_the_schema_takes_claims_whose_basis_is_given_once(capsys: Captured) -> None:
    main(["schema"])
    schema = json.loads(capsys.readouterr().out)
    of_leg = {**leg("a", "b", duration={"value": 3, "unit": "h"}), "from": {"place": "a"}}

    jsonschema.validate(told(basis="reported", source="log", legs=[of_leg]), schema)


def test_the_schema_refuses_what_can_be_no_mode(capsys: Captured) -> None:
    main(["schema"])
    schema = json.loads(capsys.readouterr().out)

    with pytest.raises(jsonschema.ValidationError, match="Jet pack"):
        jsonschema.validate(told(legs=[leg("a", "b", mode="Jet pack")]), schema)


@pytest.mark.parametrize(
    "arguments",
    [[], ["a"], ["--to", "a.kml"], ["a", "--all", "--to", "b"], ["a", "b", "--to", "c.kml"]],
)
def test_wrong_usage_of_export_ends_with_2(arguments: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["export", *arguments])

    assert caught.value.code == 2


def test_the_help_has_an_example_of_every_command(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])

    out = capsys.readouterr().out
    assert caught.value.code == 0
    for command in ("list", "new", "basemap", "check", "export", "schema"):
        assert f"python -m journey {command}" in out.partition("examples:")[2]
