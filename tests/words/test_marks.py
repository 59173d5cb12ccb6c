"""What a person reads has a printer's apostrophes and quotation marks, and no typewriter's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import ROOT
from tests.words.test_wording import CATALOGUES, LANGUAGES

FILES = sorted((ROOT / "data" / "journeys").glob("*/*.yaml"))
TYPED = re.compile("[\"']")
# What is to be written in a file or a program stands as it is typed there.
CODE = re.compile(r"""\w+="[^"]*"|(?<!\w)'[^']*'""")


def texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for one in part.values() if isinstance(part, dict) else part:
            yield from texts(one)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_no_text_of_a_shipped_journey_has_the_marks_of_a_typewriter(file: Path) -> None:
    told = list(texts(YAML(typ="safe").load(file)))

    assert told
    assert [text for text in told if TYPED.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_a_catalogue_has_them_but_around_code(language: str) -> None:
    told = [text for forms in CATALOGUES[language].values() for text in forms]

    assert [text for text in told if TYPED.search(CODE.sub("", text))] == []
