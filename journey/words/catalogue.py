"""All words of one language, as its file in ``catalogues/`` has them."""

from __future__ import annotations

from functools import lru_cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES = Path(__file__).with_name("catalogues")
SOURCE = "en"  # the language of the catalogue that the others are translated from


class Untranslated(NamedTuple):
    """How many messages there are, and how many of them a catalogue lacks."""

    messages: int
    missing: int


def untranslated(language: str) -> Untranslated:
    """What the catalogue of the language lacks of the English one."""
    keys = [message.id for message in read(SOURCE) if message.id]
    there = {message.id for message in read(language) if message.id and _whole(message.string)}
    return Untranslated(len(keys), sum(key not in there for key in keys))


def _whole(said: str | tuple[str, ...] | list[str] | None) -> bool:
    """Whether all forms of a message have words."""
    return bool(said) and (isinstance(said, str) or all(said or ()))


def read(language: str) -> Catalog:
    """The file of the language."""
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language.replace("-", "_"))


@lru_cache(maxsize=64)
def catalogue(language: str) -> GNUTranslations:
    """The catalogue of ``language``, compiled in memory; what it lacks is said in English."""
    compiled = BytesIO()
    write_mo(compiled, read(language))
    compiled.seek(0)
    made = GNUTranslations(compiled)
    if language != SOURCE:
        made.add_fallback(catalogue(SOURCE))
    return made
