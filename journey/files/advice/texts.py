"""Languages that a journey declares, uses and lacks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from babel import Locale
from babel.core import get_global

from journey.errors import KeyPath
from journey.model.agreement import texts_in
from journey.model.journey import Journey
from journey.model.part import Fault
from journey.words.wording import languages

# Names and words to learn may stand in any script beside the journey's own.
_OF_ANY_LANGUAGE = ("name", "term")
# Texts that are told each; more of them are still being translated, and are counted.
_EACH = 20


def texts(journey: Journey, data: dict[str, Any]) -> Iterator[Fault]:
    """What is unlikely in the languages of the journey, whose files hold ``data``."""
    # A text that is given once for many claims is one text.
    found = list({id(text): (path, text) for path, text in texts_in(data)}.values())
    used = {code for _, text in found for code in text}
    for index, code in enumerate(journey.languages):
        path: KeyPath = ("languages", index)
        yield from _unknown(path, code)
        if code not in languages():
            yield Fault(path, "language_without_catalogue", {"language": code})
        if code not in used:
            yield Fault(path, "language_unused", {"language": code})
    yield from _undeclared(journey, found)
    yield from _lacking(found, [code for code in journey.languages[1:] if code in used])


def _lacking(found: list[tuple[KeyPath, dict[str, Any]]], used: list[str]) -> Iterator[Fault]:
    """Texts that are not there in every language that is used: each, or of many the first."""
    lacks: dict[tuple[str, ...], list[KeyPath]] = {}
    for path, text in found:
        if lacking := tuple(code for code in used if code not in text):
            lacks.setdefault(lacking, []).append(path)
    for lacking, paths in lacks.items():
        more = {"more": len(paths) - 1} if len(paths) > _EACH else {}
        for path in paths[:1] if more else paths:
            yield Fault(path, "text_lacks_languages", {"languages": lacking, **more})


def _unknown(path: KeyPath, code: str) -> Iterator[Fault]:
    """A code that no language has, with that of the country's language if it is a country's."""
    if code.partition("-")[0] not in Locale("en").languages:
        spoken = get_global("likely_subtags").get(f"und_{code.upper()}", "").partition("_")[0]
        yield Fault(path, "language_unknown", {"language": code, "near": spoken})


def _undeclared(journey: Journey, found: list[tuple[KeyPath, dict[str, Any]]]) -> Iterator[Fault]:
    """Languages that texts are in and that are not declared: where first, and how often again."""
    places: dict[str, list[KeyPath]] = {}
    for path, text in found:
        if not set(_OF_ANY_LANGUAGE) & set(path):
            for code in text.keys() - set(journey.languages):
                places.setdefault(code, []).append((*path, code))
    for code, paths in places.items():
        more = {"more": len(paths) - 1} if len(paths) > 1 else {}
        yield Fault(paths[0], "language_undeclared", {"language": code, **more})
        yield from _unknown(paths[0], code)
