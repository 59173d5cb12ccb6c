"""What an author wrote, with its language and its direction, for pages in another one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from unicodedata import bidirectional

from babel import Locale, UnknownLocaleError

# First strong isolate and its end (Unicode Standard Annex 9, 2.4): between them a text has a
# direction of its own, and turns nothing beside it.
_OPEN, _SHUT = "\u2068", "\u2069"
# The blocks of the scripts that run from right to left (Unicode Standard Annex 9, 3.2).
_LEFTWARD = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Written(str):
    """A text in a language or a direction other than that of the page around it.

    ``language`` is its code, and ``direction`` "ltr" or "rtl". Within another
    text it stands isolated, where it would turn what is beside it. ``instead``
    is the language that it stands in for, being missing in that, else "".

    >>> f"{written('Köln', 'de', 'en')}, {written('חיפה', 'he', 'en')!a}"
    "Köln, '\\\\u05d7\\\\u05d9\\\\u05e4\\\\u05d4'"
    >>> ascii(f"to {written('חיפה', 'he', 'en')}.")
    "'to \\\\u2068\\\\u05d7\\\\u05d9\\\\u05e4\\\\u05d4\\\\u2069.'"
    """

    language: str
    direction: str
    instead: str

    def __new__(
        cls, text: str, language: str = "", direction: str = "ltr", instead: str = ""
    ) -> Written:
        made = super().__new__(cls, text)
        made.language, made.direction, made.instead = language, direction, instead
        return made

    def __format__(self, spec: str) -> str:
        return isolated(str(self)).__format__(spec)


def written(text: str, language: str, page: str) -> str:
    """The text as :class:`Written`, unless it is plainly of the page's own language.

    >>> type(written("Köln", "de", "de")) is str
    True
    """
    if language == page and not leftward(text):
        return text
    return Written(text, language, _direction(text, language))


def pick(text: Mapping[str, str], language: str, page: str = "") -> str:
    """The text in ``language``, or that of the ``page``, or the first it has, :class:`Written` so.

    >>> pick({"en": "bridge", "ko": "다리"}, "ko"), pick({"en": "bridge"}, "ko")
    ('다리', 'bridge')
    >>> pick({"de": "Brücke", "en": "bridge"}, "ko", "en")
    'bridge'
    """
    codes = language, language.partition("-")[0], page
    code = next((code for code in codes if text.get(code)), next(iter(text)))
    found = written(text[code], code, page or language)
    if isinstance(found, Written) and code not in codes:
        found.instead = page or language
    return found


def every(text: Mapping[str, str]) -> str:
    """The text in all its languages, each writing of it once.

    >>> every({"en": "Tumen", "de": "Tumen", "ko": "두만강"})
    'Tumen · 두만강'
    """
    return " · ".join(map(isolated, dict.fromkeys(text.values())))


def alike(piece: str, whole: str) -> str:
    """What was cut from a text or added to it, in the language of the whole.

    >>> alike("Łó", Written("Łódź", "pl", "ltr")).language
    'pl'
    """
    if not isinstance(whole, Written):
        return piece
    return Written(piece, whole.language, whole.direction, whole.instead)


def leftward(text: str) -> bool:
    """Whether any of its letters runs from right to left."""
    return not text.isascii() and _LEFTWARD.search(text) is not None


def isolated(text: str) -> str:
    """The text, so that it turns nothing that stands beside it.

    >>> isolated("Seoul"), ascii(isolated("חיפה"))
    ('Seoul', "'\\\\u2068\\\\u05d7\\\\u05d9\\\\u05e4\\\\u05d4\\\\u2069'")
    """
    return _OPEN + text + _SHUT if leftward(text) else text


def _direction(text: str, language: str) -> str:
    """That of its letters where they are all alike, else that of its language."""
    back, forth = leftward(text), any(map(_forward, text))
    if back == forth:
        return _runs(language)
    return "rtl" if back else "ltr"


def _forward(letter: str) -> bool:
    return bidirectional(letter) == "L"


@lru_cache(maxsize=64)
def _runs(language: str) -> str:
    """The direction in which a language is written; of an unknown one, from left to right."""
    try:
        order = Locale.parse(language, sep="-").character_order
    except (UnknownLocaleError, ValueError):
        return "ltr"
    return "rtl" if order == "right-to-left" else "ltr"
