"""The faces of one page, cut to the letters that are set in it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from journey.shipped import data_folder
from journey.stage.faces import Face, Look, needed, rule

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

# What browsers write numbers and times with, beside the letters of the page.
COUNTED = "0123456789 \u00a0\u202f+-\u2212\u2013.,:/()%°"


def cut(text: str, language: str, set_in: Mapping[Look, str]) -> list[str]:
    """The faces that a page with this text needs, as rules that hold all of them.

    They are those of :func:`journey.stage.faces.needed`, each look as one, with
    no letter that is not set in it. Text may be shown in capitals.
    """
    looks: dict[Look, list[Face]] = {}
    for face in needed(text, language, set_in):
        looks.setdefault(face.look, []).append(face)
    found = []
    for look, parts in looks.items():
        wanted = frozenset(set_in.get(look) or f"{text.upper()}{text.lower()}{COUNTED}")
        letters = wanted & frozenset[str]().union(*(part.letters() for part in parts))
        found.append(rule(look, f"data:font/woff2;base64,{_packed(parts[0].stem, letters)}"))
    return found


@lru_cache(maxsize=64)
def _packed(stem: str, letters: frozenset[str]) -> str:
    """The face with these letters alone, as WOFF2 in base64."""
    return b64encode(_smaller(_whole(stem), letters)).decode()


def _smaller(whole: bytes, letters: Collection[str]) -> bytes:
    # Loaded only here, for few commands cut faces, and it takes longer than most of what they load.
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(whole), recalcTimestamp=False)
    options = subset.Options(layout_features=[], name_IDs=["*"])
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(letters))
    cutter.subset(font)
    return _saved(font, "woff2")


@cache
def _whole(stem: str) -> bytes:
    """All letters of the face, unpacked, which takes longer than to cut it."""
    from fontTools.ttLib import TTFont

    return _saved(TTFont(data_folder("fonts") / f"{stem}.woff2", recalcTimestamp=False), None)


def _saved(font: TTFont, flavor: str | None) -> bytes:
    font.flavor = flavor
    file = BytesIO()
    font.save(file)
    return file.getvalue()
