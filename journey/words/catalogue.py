"""All words of one language, as its file in ``catalogues/`` has them."""

from __future__ import annotations

import logging
import re
from functools import cache, lru_cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from journey.errors import plain

LOG = logging.getLogger(__name__)

CATALOGUES = Path(__file__).with_name("catalogues")
_OPEN = re.compile(r'\s*[^#\s].*[^"\s]\s*$')  # a line whose text goes on behind its end
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
        return read_po(file, locale=language.replace("-", "_"), abort_invalid=True)


@lru_cache(maxsize=1)
def _source(_: Path) -> Catalog:
    """The English file of that folder, which all others are held against."""
    return read(SOURCE)


@cache
def sound() -> tuple[str, ...]:
    """The languages whose catalogues can be used; of the others the log says what is wrong."""
    found = sorted(file.stem for file in CATALOGUES.glob("*.po"))
    return tuple(code for code in found if code == SOURCE or not _told(code))


def _told(language: str) -> str:
    wrong = _wrong(language)
    if wrong:
        file = CATALOGUES / f"{language}.po"
        LOG.error("%s can't be used: %s; its pages are shown in English", plain(str(file)), wrong)
    return wrong


def _wrong(language: str) -> str:
    """What keeps the catalogue from being used, or ""."""
    try:
        there, source = read(language), _source(CATALOGUES)
        catalogue(language)
        lines = (CATALOGUES / f"{language}.po").read_text("utf-8").splitlines()
        astray = [key for key in map(_key, there) if key and _gaps(there, key) - _gaps(source, key)]
    except UnicodeDecodeError:
        return "it is no text in UTF-8"
    except PoFileError as error:
        return f"line {error.lineno + 1} is not of a catalogue"
    except (OSError, ValueError, UnknownLocaleError) as error:
        return f"its head or a gap of its texts can't be read ({plain(str(error))})"
    if not any(_key(message) and _whole(message.string) for message in there):
        return "it holds no text"
    # Babel takes a text that is cut off for a whole one.
    cut = [number for number, line in enumerate(lines, 1) if _OPEN.match(line)]
    if cut:
        return f"line {cut[0]} is cut off"
    return f"{astray[0]} has a gap that the English text has not" if astray else ""


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _gaps(of: Catalog, key: str) -> set[str]:
    """The names of the gaps in all forms of a message; a brace left open is an error."""
    message = of.get(key)
    said = message.string if message else ()
    forms = [said] if isinstance(said, str) else said or ()
    return {name for text in forms for _, name, _, _ in Formatter().parse(text) if name is not None}


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
