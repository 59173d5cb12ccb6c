"""The languages in which a journey can be shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from babel import Locale, UnknownLocaleError

from journey.errors import UnknownNameError
from journey.model.claims import LANGUAGE
from journey.words.wording import Wording, languages, nearest


def codes(own: Sequence[str] = ()) -> tuple[str, ...]:
    """The languages that may be asked for: those of the interface, and a journey's ``own``."""
    return (*languages(), *own)


def asked(code: str, own: Sequence[str] = ()) -> Wording:
    """The words of a language that was asked for; raises where it is none of the :func:`codes`."""
    known = codes(own)
    if code not in known:
        raise UnknownNameError("language", code, sorted({*known}))
    return Wording(code)


def tongue(code: str) -> str:
    """The code, of any language that there may be; raises where it can be of none."""
    if not re.fullmatch(LANGUAGE, code):
        raise UnknownNameError("language", code, languages())
    return code


def offered(own: Sequence[str]) -> list[str]:
    """The languages of a journey and those of the interface, no two that would show the same.

    A journey in one language alone is shown in it, whatever the words around it are.

    >>> offered(["en"]) == ["en", *(code for code in languages() if code != "en")]
    True
    >>> offered(["tlh"])[0], "en" in offered(["tlh"])
    ('tlh', False)
    """
    found: dict[tuple[str, str], str] = {}
    for code in (*own, *languages()):
        words = nearest(code)
        texts = next((one for one in (code, words) if one in own), next(iter(own), ""))
        found.setdefault((words, texts), code)
    return list(found.values())


def called(code: str) -> str:
    """The language in its own words; one that nobody has named, by its code.

    >>> called("ru"), called("pt-BR"), called("xx")
    ('Русский', 'Português (Brasil)', 'xx')
    """
    try:
        name = Locale.parse(code, sep="-").get_display_name() or code
    except (UnknownLocaleError, ValueError):
        return code
    return name[:1].upper() + name[1:] if name != code else code
