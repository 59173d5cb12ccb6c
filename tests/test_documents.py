"""The documents say everything that there is."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import journey as package
from journey import Track, load
from journey.files.beginning import first
from journey.files.check import check
from journey.files.folder import by_name, find
from journey.files.read import ROUTE, STORY, TEACHING
from journey.model.journey import Journey
from journey.model.mode import Mode
from journey.server.journeys import ROOT
from tests.conftest import journey, leg

PROJECT = Path(__file__).parents[1]


def keys() -> Iterator[str]:
    """Every key that a journey's file may have."""
    schema = Journey.model_json_schema()
    for part in (schema, *schema["$defs"].values()):
        yield from part.get("properties", {})


@pytest.mark.parametrize("key", sorted(set(keys()) - {"line", "times", "heights"}))
def test_every_key_of_a_journey_is_in_contributing(key: str) -> None:
    table = (PROJECT / "CONTRIBUTING.md").read_text("utf-8").partition("| key | what it holds |")[2]

    assert re.search(rf"`{key}`", table.partition("## Adding a language")[0])


def test_the_keys_that_must_be_there_are_named() -> None:
    text = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
    said = text.partition("These keys must be there")[2].partition("\n\n")[0]
    schema = Journey.model_json_schema()
    parts = [
        schema["$defs"][name] for name in ("Place", "Leg", "End", "Stop", "Duration", "Source")
    ]

    needed = {key for part in (schema, *parts) for key in part["required"]}

    assert set(re.findall(r"`([a-z_]+)`", said)) == needed


def test_every_word_of_the_glossary_is_one_of_the_code() -> None:
    rows = (PROJECT / "CONTRIBUTING.md").read_text("utf-8").partition("| word |")[2]
    room = PROJECT / "journey"
    files = [file for ending in ("py", "js") for file in room.rglob(f"*.{ending}")]
    code = "".join(file.read_text("utf-8") for file in files).lower()

    words = re.findall(r"^\| ([a-z, -]+) \|", rows.partition("\n\n")[0], re.MULTILINE)

    each = [word for row in words for word in row.split(", ")]
    assert len(each) > 20
    assert [word for word in each if not re.search(re.sub("[ -]", ".?", word), code)] == []


def test_the_mode_that_the_page_on_writing_defines_is_sound() -> None:
    writing = (PROJECT / "WRITING.md").read_text("utf-8")
    modes = writing.partition("```yaml\nmodes:\n")[2].partition("```")[0]
    own = YAML(typ="safe").load(f"modes:\n{modes}")

    found = journey(**own, legs=[leg("a", "b", mode="rickshaw")])

    assert found.means("rickshaw").name == {"en": "Rickshaw"}


def test_every_command_is_in_the_readme() -> None:
    text = (PROJECT / "journey" / "__main__.py").read_text("utf-8")
    readme = (PROJECT / "README.md").read_text("utf-8")

    commands = re.findall(r'add_parser\(\s*"(\w+)"', text)

    assert commands
    assert [name for name in commands if f"python -m journey {name}" not in readme] == []


def test_every_name_that_the_package_gives_is_in_the_page_of_the_library() -> None:
    page = (PROJECT / "LIBRARY.md").read_text("utf-8")

    assert [name for name in package.__all__ if not re.search(rf"\b{name}\b", page)] == []


def example(language: str) -> str:
    """The first piece of that language in the page on writing a journey."""
    page = (PROJECT / "WRITING.md").read_text("utf-8")
    return page.partition(f"```{language}\n")[2].partition("```")[0]


def test_the_journey_that_the_page_on_writing_opens_with_works_when_pasted(tmp_path: Path) -> None:
    folder = tmp_path / "my-journey"
    folder.mkdir()
    (folder / STORY).write_text(example("yaml"), "utf-8")

    assert check(folder).complaints == []
    assert Track.of(load(folder)).legs
    assert len(example("yaml").splitlines()) == 17


def test_the_command_writes_the_journey_that_the_page_shows() -> None:
    assert example("yaml") == first("my-journey")


def test_the_line_that_the_page_on_writing_draws_fits_its_journey(tmp_path: Path) -> None:
    folder = tmp_path / "my-journey"
    folder.mkdir()
    drawn = example("yaml").replace("duration: {about: 90", "shape: {}, duration: {about: 90")
    (folder / STORY).write_text(drawn, "utf-8")
    (folder / ROUTE).write_text(example("json"), "utf-8")

    assert check(folder).complaints == []
    assert load(folder).legs[0].shape is not None


def piece(key: str) -> str:
    """The piece of YAML in the page on writing a journey that begins with the key."""
    page = (PROJECT / "WRITING.md").read_text("utf-8")
    return f"{key}:\n" + page.partition(f"```yaml\n{key}:\n")[2].partition("```")[0]


def test_what_the_page_on_writing_gives_to_a_class_fits_its_journey(tmp_path: Path) -> None:
    folder = tmp_path / "my-journey"
    folder.mkdir()
    (folder / STORY).write_text(f"{example('yaml')}{piece('story')}", "utf-8")
    (folder / TEACHING).write_text(piece("questions"), "utf-8")

    found = check(folder)

    assert found.complaints == []
    told = load(folder)
    assert told.teaching
    assert (told.story[0].disagree, len(told.teaching.steps)) == (True, 5)


def test_the_journeys_that_the_readme_lists_are_those_that_there_are() -> None:
    session = (PROJECT / "README.md").read_text("utf-8").partition("$ python -m journey list\n")[2]

    said = re.findall(
        r"^([\w-]+): .* \((\d+) legs; ([\w, ]+)\)$", session.partition("\n$")[0], re.M
    )

    journeys = [load(folder) for folder in by_name(ROOT).values()]
    assert said == [(j.id, str(len(j.legs)), ", ".join(j.languages)) for j in journeys]


def test_every_mode_is_in_the_page_on_writing() -> None:
    modes = (PROJECT / "WRITING.md").read_text("utf-8").partition("**Modes.**")[2]

    said = modes.partition("\n\n")[0]

    assert [mode for mode in Mode if not re.search(rf"\b{mode}\b", said)] == []


def test_every_target_of_make_is_in_the_documents() -> None:
    said = "".join((PROJECT / n).read_text("utf-8") for n in ("README.md", "CONTRIBUTING.md"))

    targets = re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)

    assert "test" in targets
    assert {name for name in targets if f"make {name}" not in said} <= {"clean"}


@pytest.mark.parametrize("folder", find(ROOT), ids=lambda folder: str(folder.name))
def test_every_journey_in_data_loads(folder: Path) -> None:
    assert load(folder).id == folder.name


def test_every_link_inside_the_documents_leads_somewhere() -> None:
    pages = [
        PROJECT / name
        for name in (
            "README.md", "WRITING.md", "FORMAT.md", "LIBRARY.md", "CONTRIBUTING.md",
            "CHANGELOG.md", "SECURITY.md",
        )
    ]  # fmt: skip
    links = [
        page.parent / target
        for page in (*pages, PROJECT / "data" / "basemap" / "README.md")
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8"))
        if "://" not in target
    ]

    assert PROJECT / "LICENSE" in links
    assert [link for link in links if not link.exists()] == []


def test_every_test_that_the_promises_name_is_there_and_every_attack_is_named() -> None:
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", (PROJECT / "SECURITY.md").read_text("utf-8")))
    attacks = {
        file.relative_to(PROJECT).as_posix()
        for file in (PROJECT / "tests" / "attacks").glob("test_*.py")
    }

    assert attacks
    assert attacks <= named
    assert [name for name in sorted(named) if not (PROJECT / name).is_file()] == []


def test_every_promise_names_a_test() -> None:
    table = (PROJECT / "SECURITY.md").read_text("utf-8").partition("| promise |")[2]
    rows = table.partition("\n\n")[0].splitlines()[2:]

    assert len(rows) > 10
    assert [row for row in rows if "`tests/" not in row] == []


def test_nothing_committed_names_a_path_of_some_machine() -> None:
    files = subprocess.run(
        ["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert files

    found = [
        name for name in files
        if not name.endswith((".png", ".geojson", ".webp", ".woff2"))
        and re.search(r"/(?:work|home|Users)/", (PROJECT / name).read_text("utf-8"))
    ]  # fmt: skip

    assert found == []
