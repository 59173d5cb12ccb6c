"""What a translator still has to write, and the file to write it into."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import takewhile
from typing import Any, NamedTuple

from journey.errors import KeyPath
from journey.files.document import Document
from journey.files.read import STORY, TEACHING, Reading
from journey.files.texts import Place, beside, sources, under

_HEAD = """\
# Texts of {source} in another language: each stands below the words that it translates.
# Write between the quotation marks, and change nothing else. A quotation mark in a text is
# written \\", and a text that is left empty is shown in the language of the journey.
"""


class Missing(NamedTuple):
    """How many texts a journey has, and how many of them are not there in a language."""

    texts: int
    lacking: int


def missing(found: Reading, language: str) -> Missing:
    """What the journey lacks in the language; a text that an alias repeats counts once."""
    texts = [
        places[0].text for document in _documents(found).values() for places in sources(document)
    ]
    return Missing(len(texts), sum(language not in text for text in texts))


def _documents(found: Reading) -> dict[str, Document]:
    """The documents of the journey that hold texts, by the name of the file."""
    documents = {STORY: found.document}
    if part := found.document.parts.get("teaching"):
        documents[TEACHING] = part
    return documents


def to_translate(found: Reading, language: str) -> dict[str, str]:
    """The files for a translator into the language, by name: all texts, also those done.

    What stands in the journey's own files in that language is left out; and so
    is a file that would hold nothing.
    """
    files = {}
    for name, document in _documents(found).items():
        texts = [
            place for places in sources(document) for place in _open(places, language, document)
        ]
        if texts:
            lines = _lines(texts, document.data, language)
            files[beside(name, language)] = _HEAD.format(source=name) + "\n".join(lines) + "\n"
    return files


def _open(places: list[Place], language: str, document: Document) -> Iterator[Place]:
    """The first place of a text, and those where it is told otherwise; none that is no work."""
    told: set[object] = set()
    for place in places:
        said = place.text.get(language)
        ours = said is not None and (*place.path, language) not in document.elsewhere
        if not ours and (not told or said not in told):
            yield place
        told.add(said)


def _lines(texts: list[Place], data: Any, language: str) -> Iterator[str]:
    """Each text below its source, in groups named as :func:`journey.files.texts.under` reads."""
    before: list[str] = []
    for path, text in texts:
        *groups, last = _names(data, path)
        pairs = zip(before, groups, strict=False)
        same = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
        for depth, name in enumerate(groups[same:], same):
            yield f"{'  ' * depth}{name}:"
        indent = "  " * len(groups)
        for line in str(next(iter(text.values()))).strip().splitlines():
            yield f"{indent}# {line}".rstrip()
        given = json.dumps(str(text.get(language, "")).strip(), ensure_ascii=False)
        yield f"{indent}{last}: {given}"
        before = groups


def _names(node: Any, path: KeyPath) -> Iterator[str]:
    """The keys to a value as a file of texts has them: an id or a number for each index."""
    before: str | int = ""
    for key in path:
        name = str(key)
        if isinstance(node, list):
            item, name = node[int(key)], str(int(key) + 1)
            keys = ("id", "place") if before == "stops" else ("id",)
            named = [item[k] for k in keys if isinstance(item, dict) and k in item]
            # Of two stops at a place the number tells the one that is meant.
            if named and under(node)[named[0]][0] == key:
                name = named[0]
        yield name
        node, before = node[key], key
