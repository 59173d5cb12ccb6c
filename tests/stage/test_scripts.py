"""How the browser's scripts are written: what each gives, what it stands on, and how long it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from journey.pages import presenter
from journey.stage import bundle

PROJECT = Path(__file__).parents[2]
EXCLUDED = json.loads((PROJECT / "deno.json").read_text("utf-8"))["exclude"]
STAGE = ["arithmetic", "core", "map", "panels", "outside"]
FOLDERS = [*STAGE, "reading", "element", "guess", "compare", "teacher", "lesson", "host"]

NEEDS = re.compile(r"^// needs: (.+)$", re.MULTILINE)
GIVEN = re.compile(r"^  L\.journey\.(\w+) = ", re.MULTILINE)
NAMED = re.compile(r"L\.journey\.(\w+)")
TAKEN = re.compile(r"const \{([^}]*)\} = L\.journey;")
# What a page's script brings along.
BROUGHT = {"data", "base", "language", "map"}
FACTORY, FUNCTION = 60, 40  # lines

FILES = {
    file.relative_to(static).with_suffix("").as_posix(): file
    for static in (bundle.STATIC, presenter.STATIC)
    for file in static.rglob("*.js")
}
CHECKED = sorted(
    name for name, file in FILES.items() if str(file.relative_to(PROJECT)) not in EXCLUDED
)


def text(name: str) -> str:
    return FILES[name].read_text("utf-8")


def needs(name: str) -> set[str]:
    found = NEEDS.search(text(name))
    return set(found[1].split()) if found else set()


def used(name: str) -> set[str]:
    """The names of others that a script uses."""
    script = text(name)
    taken = (
        name for names in TAKEN.findall(script) for name in re.findall(r"(\w+)(?:: \w+)?", names)
    )
    return {*NAMED.findall(script), *taken} - {*GIVEN.findall(script)} - BROUGHT


def functions(script: str) -> Iterator[tuple[str, int]]:
    """The first line of each function that has a body of its own, and how many lines it takes."""
    lines = script.splitlines()
    for number, line in enumerate(lines):
        inside = re.match(r"^( {2,})\S.*(=>|\)) \{$", line)
        if inside and not re.match(r"^ *(if|for|while|switch|\} else)", line):
            end = f"{inside[1]}}}"
            last = next(i for i, after in enumerate(lines[number:]) if after.startswith(end))
            yield line.strip(), last + 1


@pytest.mark.parametrize("name", CHECKED)
def test_a_script_gives_one_name_its_own(name: str) -> None:
    assert GIVEN.findall(text(name)) == [name.rpartition("/")[2]]


@pytest.mark.parametrize("name", CHECKED)
def test_a_script_needs_the_names_that_it_uses_and_no_others(name: str) -> None:
    givers = {given: other for other in FILES for given in GIVEN.findall(text(other))}

    assert needs(name) == {givers[other] for other in used(name)}


@pytest.mark.parametrize("name", CHECKED)
def test_scripts_stand_on_folders_before_their_own(name: str) -> None:
    row = FOLDERS.index(name.partition("/")[0])

    assert [other for other in needs(name) if FOLDERS.index(other.partition("/")[0]) > row] == []


def test_there_is_no_circle() -> None:
    order = list(TopologicalSorter({name: needs(name) for name in FILES}).static_order())

    assert set(order) == set(FILES)  # CycleError names a circle.


@pytest.mark.parametrize("name", CHECKED)
def test_factories_and_functions_stay_short(name: str) -> None:
    most = {
        line: FACTORY if "L.journey." in line else FUNCTION for line, _ in functions(text(name))
    }

    assert [(line, long) for line, long in functions(text(name)) if long > most[line]] == []


@pytest.mark.parametrize("name", CHECKED)
def test_a_script_listens_within_a_scope_only(name: str) -> None:
    listening = re.compile(
        r"addEventListener|new \w+Observer|\b(?:map|layer|L\.DomEvent)\.on\(|\.on\w+ = "
    )

    assert name == "core/scope" or listening.findall(text(name)) == []


@pytest.mark.parametrize("name", CHECKED)
def test_a_script_takes_no_name_for_known_because_every_object_knows_it(name: str) -> None:
    code = re.sub(r"/\*[\s\S]*?\*/|//.*", "", text(name))

    assert re.findall(r"[\w.]+ in \w+", code) == []


@pytest.mark.parametrize("name", CHECKED)
def test_a_script_presses_no_button_and_finds_no_part_by_its_class(name: str) -> None:
    reaching = re.compile(r"\.click\(\)|querySelector\w*\([\"'`]\.(?:jm|cl)-|ByClassName")

    assert reaching.findall(text(name)) == []


@pytest.mark.parametrize(
    "types", [bundle.STATIC / "journey.d.ts", presenter.STATIC / "lesson.d.ts"]
)
def test_every_script_that_is_checked_has_its_types_in_one_place(types: Path) -> None:
    typed = re.findall(r'import\("\./(.+)\.js"\)\.Gives', types.read_text("utf-8"))

    assert typed == [name for name in CHECKED if FILES[name].is_relative_to(types.parent)]


def test_no_two_scripts_give_the_same_name() -> None:
    given = [name.rpartition("/")[2] for name in FILES]

    assert sorted(given) == sorted(set(given))
