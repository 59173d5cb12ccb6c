"""The page that tells the format."""

from __future__ import annotations

from pathlib import Path

from ruamel.yaml import YAML

from journey.files.page import PARTS, page
from journey.files.read import reading
from journey.files.schema import schema

PAGE = Path(__file__).parents[2] / "FORMAT.md"


def pieces(language: str) -> list[str]:
    """The examples of that language."""
    text = PAGE.read_text("utf-8")
    return [piece.partition("```")[0] for piece in text.split(f"```{language}\n")[1:]]


def test_the_page_is_what_the_command_prints() -> None:
    assert PAGE.read_text("utf-8") == page()


def test_every_part_and_every_key_is_on_the_page() -> None:
    found = schema()
    parts = {name for name, part in found["$defs"].items() if "properties" in part}
    keys = {key for name in parts for key in found["$defs"][name]["properties"]}

    assert parts | {"Journey"} == PARTS.keys()
    assert [key for key in keys | found["properties"].keys() if f"`{key}`" not in page()] == []


def test_the_examples_load() -> None:
    story, texts = pieces("yaml")
    [route] = pieces("json")
    drawn = story.replace("duration: {about: 90", "shape: {}, duration: {about: 90")
    files = {"journey.yaml": drawn, "route.geojson": route, "journey.fr.yaml": texts}

    found = reading({name: text.encode() for name, text in files.items()}, "my-journey")

    assert found.complaints == []
    assert found.journey
    assert found.journey.place("dover").name["fr"] == "Douvres"
    assert YAML(typ="safe").load(story)["format"] == 1
