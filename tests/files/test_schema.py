"""What editors are told of a journey.yaml."""

from __future__ import annotations

from pathlib import Path

from journey.files.beginning import begin
from journey.files.schema import HEAD, SCHEMA, schema, written
from journey.model.meanings import CLAIM, MEANINGS


def test_every_key_has_a_meaning_and_every_meaning_a_key() -> None:
    found = schema()
    parts = {name: part.get("properties", {}) for name, part in found["$defs"].items()}
    parts["Journey"] = found["properties"]

    told = {(name, key) for name, keys in MEANINGS.items() for key in keys}

    assert told <= {(name, key) for name, keys in parts.items() for key in keys}
    assert CLAIM.keys() <= parts["Duration"].keys()
    assert all(key["description"] for keys in parts.values() for key in keys.values())


def test_a_first_journey_names_the_schema_that_lies_beside_it(tmp_path: Path) -> None:
    file = begin(tmp_path / "a")

    assert file.read_text("utf-8").startswith(HEAD)
    assert (file.parent / SCHEMA).read_bytes() == written()
