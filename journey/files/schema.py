"""The JSON Schema of ``journey.yaml``, which lets editors complete and explain its keys."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from journey.model.journey import Journey
from journey.model.meanings import meaning
from journey.model.part import DRAWN

# The file that lies beside a journey.yaml, so that an editor needs no network.
SCHEMA = "journey.schema.json"
HEAD = f"# yaml-language-server: $schema={SCHEMA}\n"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema of what people write, with what each key means.

    >>> schema()["properties"]["title"]["description"]
    'the title, by language'
    """
    found = Journey.model_json_schema()
    shape = found["$defs"]["Shape"]
    for key in DRAWN:
        del shape["properties"][key]
    shape["required"].remove("line")
    for part in found["$defs"].values():
        # A claim need not have a basis where its leg or the journey gives one.
        if "basis" in part.get("required", ()):
            part["required"].remove("basis")
    for name, part in (("Journey", found), *found["$defs"].items()):
        for key, value in part.get("properties", {}).items():
            value["description"] = meaning(name, key)
    return {"$schema": _DIALECT, **found}


@cache
def written() -> bytes:
    """The schema as a file, UTF-8."""
    return f"{json.dumps(schema(), indent=2, ensure_ascii=False)}\n".encode()
