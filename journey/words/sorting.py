"""In what order a language puts texts in a list, as its dictionaries do.

Marks and cases of letters count only between texts that are alike without, and
letters of the language's own script come before those of others: the first two
levels of the Unicode Collation Algorithm (UTS 10) and its order of scripts.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import name, normalize

from babel import Locale

# Marks over and under letters, but that of the Russian short i, which is a letter of its own.
_MARKS = re.compile("(?<!\u0438)[\u0300-\u036f]+")
# Letters that Unicode takes apart no further, and what they stand beside.
BESIDE = {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe", "ı": "i"}
_BESIDE = str.maketrans(BESIDE)

Key = tuple[list[tuple[int, str]], str]


def order(text: str, language: str) -> Key:
    """The key by which the text is sorted; the 2nd comes before the 10th.

    >>> sorted(["Zug", "Łódź", "Éire", "10th", "2nd"], key=lambda text: order(text, "en"))
    ['2nd', '10th', 'Éire', 'Łódź', 'Zug']
    >>> sorted(["Юг", "Ёлка", "Ель", "West"], key=lambda text: order(text, "ru"))
    ['Ёлка', 'Ель', 'Юг', 'West']
    """
    even = re.sub("[0-9]+", lambda digits: digits[0].zfill(9), text)
    bare = normalize("NFC", _MARKS.sub("", normalize("NFD", even.casefold()))).translate(_BESIDE)
    own = _script(language)
    return [(_rank(c, own), c) for c in bare if c.isalnum() or c.isspace()], even


def _rank(letter: str, own: str) -> int:
    if not letter.isalpha():
        return 0
    return 1 if name(letter, "").startswith(own) else 2


@cache
def _script(language: str) -> str:
    """The script of the language, as the names of its letters begin."""
    called = Locale.parse(language, sep="-").get_display_name() or "a"
    return name(called[0], "").partition(" ")[0]
