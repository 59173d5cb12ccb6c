"""The languages in which a journey can be shown."""

from __future__ import annotations

from collections.abc import Sequence

from babel import Locale, UnknownLocaleError

from journey.words.wording import languages, nearest


def codes(own: Sequence[str] = ()) -> tuple[str, ...]:
    """The languages that may be asked for: those of the interface, and a journey's ``own``."""
    return (*languages(), *own)


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
