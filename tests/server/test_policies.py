from __future__ import annotations

import hashlib
from base64 import b64encode

import pytest

from journey.server.policies import COMPONENT, policy

Rules = dict[str, list[str]]


def rules(text: str) -> Rules:
    return {name: values for name, *values in map(str.split, text.split(";"))}


def test_no_foreign_host_is_let_in_but_for_pictures_of_tiles_in_the_map() -> None:
    hosts = {
        (name, value)
        for name, values in rules(COMPONENT).items()
        for value in values
        if "//" in value
    }

    assert hosts == {
        ("img-src", "https://tile.openstreetmap.org"),
        ("img-src", "https://a.tile.opentopomap.org"),
        ("img-src", "https://server.arcgisonline.com"),
    }
    assert "//" not in policy()


@pytest.mark.parametrize("told", [rules(COMPONENT), rules(policy())])
def test_no_directive_is_open_to_all(told: Rules) -> None:
    loose = {"*", "http:", "https:", "'unsafe-hashes'"}

    assert [name for name, values in told.items() if loose & set(values)] == []
    for closed in ("default-src", "base-uri", "form-action"):
        assert told[closed] == ["'none'"]


def test_a_map_asks_for_pictures_and_its_own_scripts_styles_faces_and_words_alone() -> None:
    asked = {name for name, values in rules(COMPONENT).items() if values != ["'none'"]}

    assert asked == {"script-src", "style-src", "img-src", "font-src", "connect-src"}


def test_the_dashboard_runs_no_script_that_was_written_into_its_page() -> None:
    allowed = rules(policy(b"<script src=a></script><script>known</script>"))["script-src"]

    known = b64encode(hashlib.sha256(b"known").digest()).decode()
    assert allowed == ["'self'", "'wasm-unsafe-eval'", "blob:", f"'sha256-{known}'"]
    assert rules(policy())["script-src"] == allowed[:-1]


@pytest.mark.parametrize(
    "page",
    [
        b"<SCRIPT type=module>known</SCRIPT>",
        b'<p>\n<script\nid="a">known</script>',
        b"<script>known</script>",
    ],
)
def test_a_script_in_the_page_is_known_however_it_is_written(page: bytes) -> None:
    assert len(rules(policy(page))["script-src"]) == 4
