"""The JSON Schema as editors fetch it."""

from __future__ import annotations

import json

from journey.files.schema import schema
from journey.server.headers import SHARED
from tests.server.asking import get


def test_any_editor_may_fetch_the_schema() -> None:
    found = get("/schema.json")

    assert json.loads(found.body) == schema()
    assert found.headers["content-type"] == "application/schema+json"
    assert found.headers["access-control-allow-origin"] == "*"
    assert found.headers["cache-control"] == SHARED


def test_who_has_the_schema_gets_it_not_again() -> None:
    tag = get("/schema.json").headers["etag"]

    assert get("/schema.json", **{"if-none-match": tag}).status == 304
