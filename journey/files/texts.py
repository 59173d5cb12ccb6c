"""Texts of a journey in a language of their own, in files that lie beside those of the journey.

``journey.ru.yaml`` has the keys of ``journey.yaml``, but only those that lead
to texts, each of them one plain text. An item of a list is named by its id, or
by its number from 1; a stop also by its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from journey.errors import Complaint, KeyPath, close
from journey.files.document import Document
from journey.model.agreement import texts_in
from journey.model.claims import LANGUAGE

# The name of such a file: that of the file whose texts it has, and the language.
_NAME = re.compile(rf"(journey|teaching)\.({LANGUAGE.strip('^$')})\.yaml")


class Named(NamedTuple):
    """What the name of a file with texts says: whose they are, and in which language."""

    source: str
    language: str


def named(file: str) -> Named | None:
    """What the name says, or None where it is that of another file.

    >>> named("journey.ru.yaml"), named("journey.yaml")
    (Named(source='journey.yaml', language='ru'), None)
    """
    found = _NAME.fullmatch(file)
    return Named(f"{found[1]}.yaml", found[2]) if found else None


def beside(source: str, language: str) -> str:
    """The name of the file with the texts of ``source`` in that language.

    >>> beside("teaching.yaml", "ko")
    'teaching.ko.yaml'
    """
    return f"{source.removesuffix('.yaml')}.{language}.yaml"


def under(node: Any) -> Mapping[str, tuple[str | int, Any]]:
    """What stands under a group or a list: by the name that a file of texts has, key and value.

    >>> sorted(under([{"id": "train"}, {"place": "khasan"}]))
    ['1', '2', 'khasan', 'train']
    """
    if isinstance(node, dict):
        return {key: (key, value) for key, value in node.items()}
    if not isinstance(node, list):
        return {}
    numbers = {str(index + 1): (index, item) for index, item in enumerate(node)}
    places = {_called(item, "place"): (index, item) for index, item in enumerate(node)}
    ids = {_called(item, "id"): (index, item) for index, item in enumerate(node)}
    return {name: found for name, found in {**numbers, **places, **ids}.items() if name}


def _called(item: Any, key: str) -> str:
    name = item.get(key) if isinstance(item, dict) else None
    return name if isinstance(name, str) else ""


class Place(NamedTuple):
    """A text by language, and its path in a document."""

    path: KeyPath
    text: dict[str, Any]


def sources(document: Document) -> list[list[Place]]:
    """The texts in the document's own file: each place of one that stands in several by aliases.

    What an alias repeats is read as another value, which stands on the same line.
    """
    found: dict[Any, list[Place]] = {}
    known: set[int] = set()
    for path, text in texts_in(document.data):
        # What is given once for many claims is the same object in each of them.
        if path[0] not in document.parts and id(text) not in known:
            known.add(id(text))
            first = next(iter(text), "")
            line = document.lines.get((*path, first))
            same = (line, first, str(text.get(first))) if line else path
            found.setdefault(same, []).append(Place(path, text))
    return list(found.values())


def put(part: Document, language: str, into: Document, at: KeyPath = ()) -> Iterator[Complaint]:
    """Put the texts of ``part`` into a document, below ``at``; yield what has no place there."""
    node = into.data
    for key in at:
        node = node.get(key) if isinstance(node, dict) else None
    known = sources(into)
    texts = {id(place.text) for places in known for place in places}
    yield from _Putting(part, language, into, texts).walk(part.data or {}, node, (), at)
    for places in known:
        _repeat(places, language, into)


def _repeat(places: list[Place], language: str, document: Document) -> None:
    """Say at all places of a text what was put in at one of them, where nothing else was."""
    where = next((p for p in places if (*p.path, language) in document.elsewhere), None)
    for path, text in places if where else ():
        if where and language not in text:
            text[language] = where.text[language]
            document.elsewhere[(*path, language)] = document.elsewhere[(*where.path, language)]


class _Putting(NamedTuple):
    """The work of putting texts in: from where, in which language, and what can take them."""

    part: Document
    language: str
    into: Document
    texts: set[int]

    def walk(self, given: Any, node: Any, own: KeyPath, at: KeyPath) -> Iterator[Complaint]:
        """Put what is ``given`` at the path ``own`` to the ``node`` that stands ``at`` another."""
        if id(node) in self.texts:
            yield from self._text(given, node, own, at)
        elif isinstance(given, dict):
            known = under(node)
            for name, inner in given.items():
                if name in known:
                    key, child = known[name]
                    yield from self.walk(inner, child, (*own, name), (*at, key))
                else:
                    more = {"near": near} if (near := close(name, list(known))) else {}
                    yield self.part.complaint((*own, name), "no_such_text", **more)
        elif given:
            yield self.part.complaint(own, "no_such_text")

    def _text(
        self, given: Any, text: dict[str, Any], own: KeyPath, at: KeyPath
    ) -> Iterator[Complaint]:
        if given is None or given == "":
            return  # It is still to be translated.
        if not isinstance(given, str):
            yield self.part.complaint(own, "no_words")
        elif self.language in text:
            yield self.part.complaint(own, "text_twice", file=self.into.file)
        else:
            text[self.language] = given
            self.into.elsewhere[(*at, self.language)] = self.part, own
