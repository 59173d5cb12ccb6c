"""Languages of no people, made of the English one: longer by 40 %, and from right to left.

They stand under codes whose numbers, dates and direction Babel and browsers know.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import ceil
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from journey.model.journey import Journey
from journey.words.catalogue import SOURCE, read

LONG, LEFTWARD = "nl", "he"
# What is not said to people: gaps and marks of HTML.
_KEPT = re.compile(r"(\{[^}]*\}|<[^>]*>)")
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_HEBREW = "אבגדהופגהיכלמנעפקרסתוושקיז"
_LETTERS = str.maketrans(_LATIN + _LATIN.upper(), _HEBREW * 2)


def longer(text: str) -> str:
    """The text, each of its words longer by 40 % or a little more.

    >>> longer("Play {name} again")
    'Playay {name} againin'
    """
    return _words(text, lambda word: word + word[-ceil(0.4 * len(word)) :])


def leftward(text: str) -> str:
    """The text in letters that run from right to left.

    >>> leftward("{count} km") == "{count} כמ"
    True
    """
    return _words(text, lambda word: word.translate(_LETTERS))


def _words(text: str, make: Callable[[str], str]) -> str:
    parts = _KEPT.split(text)
    said = (re.sub(r"[A-Za-z]+", lambda word: make(word[0]), part) for part in parts[::2])
    return "".join(sum(zip(said, [*parts[1::2], ""], strict=True), ()))


def catalogues(folder: Path) -> Path:
    """A folder of catalogues: the English one, and what is made of it."""
    folder.mkdir(exist_ok=True)
    made: dict[str, Callable[[str], str]] = {SOURCE: str, LONG: longer, LEFTWARD: leftward}
    for code, make in made.items():
        with (folder / f"{code}.po").open("wb") as file:
            write_po(file, _made(code, make))
    return folder


def _made(code: str, make: Callable[[str], str]) -> Catalog:
    """The English catalogue, each text made anew."""
    made = read(SOURCE)
    made.locale = code
    for message in made:
        if message.id:
            said = message.string
            message.string = make(said) if isinstance(said, str) else tuple(map(make, said or ()))
    return made


def spoken(journey: Journey) -> Journey:
    """The journey, with all its English texts in those languages, too."""
    told = _texts(journey.model_dump(by_alias=True, exclude_unset=True))
    return Journey.model_validate({**told, "languages": (*journey.languages, LONG, LEFTWARD)})


def _texts(data: Any) -> Any:
    if isinstance(data, dict) and isinstance(said := data.get(SOURCE), str):
        return {**data, LONG: longer(said), LEFTWARD: leftward(said)}
    if isinstance(data, dict):
        return {key: _texts(part) for key, part in data.items()}
    return [_texts(part) for part in data] if isinstance(data, list | tuple) else data
