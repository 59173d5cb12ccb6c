"""All words of one language, as its file in ``catalogues/`` has them."""

from __future__ import annotations

from functools import lru_cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES = Path(__file__).with_name("catalogues")


@lru_cache(maxsize=64)
def catalogue(language: str) -> GNUTranslations:
    """The catalogue of ``language``, compiled in memory."""
    compiled = BytesIO()
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language.replace("-", "_")))
    compiled.seek(0)
    return GNUTranslations(compiled)
