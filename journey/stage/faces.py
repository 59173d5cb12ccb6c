"""The faces that pages and map are set in, cut by script so that a page brings what it needs."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from babel.core import get_global

from journey.shipped import data_folder
from journey.stage.bundle import version

# The scripts of languages that are written with Cyrillic letters; all others are Latin, and may
# stand anywhere on a page, whatever its language.
_CYRILLIC = ("cyrillic", "cyrillic-ext")

# Family, weight and style: what faces of other scripts share with a face.
Look = tuple[str, int, str]
TITLES = ("Handcar Serif", 600, "normal")
ITALICS = ("Handcar Serif", 400, "italic")


class Face(NamedTuple):
    """One weight of a family for one script.

    ``characters`` are those that it has, as CSS names them.
    """

    file: str
    family: str
    weight: int
    style: str
    script: str
    characters: str

    def content(self) -> bytes:
        """The face itself, as WOFF2."""
        return (data_folder("fonts") / self.file).read_bytes()

    @property
    def look(self) -> Look:
        """Family, weight and style."""
        return self.family, self.weight, self.style

    @property
    def name(self) -> str:
        """The name of a file for the face that may be kept for ever."""
        stem, _, ending = self.file.rpartition(".")
        return f"{stem}.{version(self.content())}.{ending}"

    @property
    def stem(self) -> str:
        """What the names of all files of its look begin with."""
        return self.file.partition(".")[0]

    def rule(self, url: str) -> str:
        """What tells a browser that it has the face at that address."""
        return rule(self.look, url, f"unicode-range:{self.characters};")

    def letters(self) -> frozenset[str]:
        """The characters that it has.

        >>> sorted(faces()[0].letters())[:4]
        [' ', '!', '"', '#']
        """
        spans = (part.removeprefix("U+").split("-") for part in self.characters.split(","))
        codes = (range(int(span[0], 16), int(span[-1], 16) + 1) for span in spans)
        return frozenset(chr(code) for span in codes for code in span)


def rule(look: Look, url: str, more: str = "") -> str:
    """What tells a browser that it has a face of that look at an address.

    Until it is there, letters are drawn in another: nothing waits for it.
    """
    family, weight, style = look
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};'
        f'font-display:swap;{more}src:url({url})format("woff2")}}'
    )


@cache
def faces() -> tuple[Face, ...]:
    """All faces, as ``data/fonts/build.py`` cut them."""
    listed = json.loads((data_folder("fonts") / "faces.json").read_text("utf-8"))
    return tuple(Face(**one) for one in listed)


@cache
def embedded() -> dict[Face, str]:
    """Each face as a rule that holds all of it, so that nothing is left to fetch."""
    return {
        face: face.rule(f"data:font/woff2;base64,{b64encode(face.content()).decode()}")
        for face in faces()
    }


@cache
def linked(folder: str = "") -> str:
    """The rules of all faces, for a style sheet that sees their files in that folder."""
    return "".join(face.rule(f"{folder}{face.name}") for face in faces())


def needed(text: str, language: str, set_in: Mapping[Look, str] | None = None) -> list[Face]:
    """The faces that a page with this text needs.

    A look in which but a part of it is set brings what that part needs: such
    parts are ``set_in``. What stands in it in a script that its language is not
    written in, such as titles of sources, is left to the faces that the reader's
    machine has. So are titles in a script that none of the faces has, with what
    is Latin in them.
    """
    parts, script = set_in or {}, _script(language)
    left = () if script == "Cyrl" else _CYRILLIC
    plain = () if script in ("Latn", "Cyrl") else (TITLES, ITALICS)
    return [
        face
        for face in faces()
        if face.script not in left
        and face.look not in plain
        and not face.letters().isdisjoint(parts.get(face.look, text))
    ]


def _script(language: str) -> str:
    """The code of the script that a language is mostly written in.

    >>> _script("ru"), _script("ko"), _script("xx")
    ('Cyrl', 'Kore', 'Latn')
    """
    return str(get_global("likely_subtags").get(language, "xx_Latn_XX").split("_")[1])


@cache
def licence() -> str:
    """The licence of the faces, which asks to go along with them."""
    return (data_folder("fonts") / "OFL.txt").read_text("utf-8")
