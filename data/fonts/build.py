"""Cuts the faces that our pages are set in from those that Streamlit brings along.

``make fonts`` runs it. A file is one weight of one script, so that a page takes
along no more than it has letters for. ``faces.json`` names all these, each with
the characters that it is for, as CSS writes them. Beside them lies each weight
whole, from which story pages are cut faces of their own.

The licence of the originals reserves a name for them (OFL.txt), so what is cut
from them bears another.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
SERIF, SANS = "Handcar Serif", "Handcar Sans"


class Face(NamedTuple):
    """A face: what its files are called, its family, weight and style, and what it is cut from.

    ``axes`` are the places on the original's axes: weight, and the size in
    points that its forms are made for. ``latin`` are the scripts that its Latin
    letters are cut into.
    """

    stem: str
    family: str
    weight: int
    style: str
    original: str
    axes: dict[str, float]
    latin: tuple[str, ...]

    @property
    def scripts(self) -> tuple[str, ...]:
        """All scripts that it is cut into."""
        return *self.latin, "latin-ext", "cyrillic", "cyrillic-ext"


# Text has accents nearly always, for it names sources; titles seldom; and the italics, which
# quotations and the names of waters are set in, seldom even figures.
FACES = (
    Face("sans-400", SANS, 400, "normal", "SourceSansVF-Upright", {"wght": 400}, ("latin",)),
    Face("sans-600", SANS, 600, "normal", "SourceSansVF-Upright", {"wght": 600}, ("latin",)),
    Face("serif-600", SERIF, 600, "normal", "SourceSerifVariable-Roman",
         {"wght": 600, "opsz": 20}, ("basic", "western")),
    Face("serif-italic-400", SERIF, 400, "italic", "SourceSerifVariable-Italic",
         {"wght": 400, "opsz": 20}, ("letters", "figures", "western")),
)  # fmt: skip

# "letters" are those of ASCII with the marks of a sentence; "figures" have all else of ASCII, and
# what any text may have beside figures; "western" the letters of Latin-1, and rarer signs.
LETTERS = (
    "0020-0022 0027-0029 002C-002F 003A-003B 003F 0041-005A 0061-007A 00A0 2010-2011 2013-2014 "
    "2018-2019 201C-201D 2026"
)
FIGURES = (
    "0023-0026 002A-002B 0030-0039 003C-003E 0040 005B-0060 007B-007E 00A9 00AB 00B0 00B7 00BB "
    "00D7 2009 202F 2032-2033 2190-2193 2212"
)
WESTERN = (
    "00A1 00A7 00B1-00B3 00B5 00BC-00D6 00D8-00FF 0131 0152-0153 201A 201E 2020 2022 2039-203A "
    "20AC 2116 2248 2264-2265"
)
# Characters by script. "latin-ext" has the letters of Latin Extended-A, those with a comma below
# that Romanian has, and rarer signs; "cyrillic" is Russian, Ukrainian, Belarusian and Bulgarian,
# and "cyrillic-ext" what else is written with it.
SCRIPTS = {
    "letters": LETTERS,
    "figures": FIGURES,
    "western": WESTERN,
    "basic": f"{LETTERS} {FIGURES}",
    "latin": f"{LETTERS} {FIGURES} {WESTERN}",
    "latin-ext": (
        "00A2-00A6 00A8 00AA 00AC-00AF 00B4 00B6 00B8-00BA 0100-0130 0132-0151 0154-017F "
        "0218-021B 02C6 02DC 200A 2012 2015 2021 2030 2044 2122 2260"
    ),
    "cyrillic": "0401 0404 0406-0407 0410-044F 0451 0454 0456-0457 0490-0491",
    "cyrillic-ext": "0400 0402-0403 0405 0408-040F 0450 0452-0453 0455 0458-045F 04B0-04B1",
}
# Names that stay: whose the face is, its version, and where its licence stands. The others are
# given anew; the licence itself lies beside the files, and every page has it.
SAID = (0, 5, 14)


def codes(ranges: str) -> Iterator[int]:
    """The characters in ranges of hexadecimal numbers."""
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def css(found: Iterable[int]) -> str:
    """Characters as CSS names them (``unicode-range``), those that follow each other as one."""
    spans: list[list[int]] = []
    for code in sorted(found):
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in spans)


def original(name: str) -> Path:
    """The file of that face in Streamlit, whose name has a hash as well."""
    spec = find_spec("streamlit")
    assert spec is not None
    assert spec.origin is not None
    (found,) = Path(spec.origin).parent.glob(f"static/static/media/{name}.*.woff2")
    return found


def cut(face: Face, *scripts: str) -> tuple[TTFont, list[int]]:
    """The face with the characters of some scripts, and those of them that it has.

    Letters are left out first, and what is left is read anew: else the tables
    of the whole original would stay in it.
    """
    font = TTFont(original(face.original), recalcTimestamp=False)
    # Figures are all as wide without any feature, and kerning takes as much as a fifth of a file.
    options = subset.Options(layout_features=[], hinting=False, name_IDs=SAID)
    options.drop_tables += ["STAT", "MVAR", "BASE", "GSUB", "GPOS", "GDEF"]
    smaller = subset.Subsetter(options)
    smaller.populate(unicodes=[code for script in scripts for code in codes(SCRIPTS[script])])
    smaller.subset(font)
    font.flavor = None
    between = BytesIO()
    font.save(between)
    font = TTFont(BytesIO(between.getvalue()), recalcTimestamp=False)
    return instancer.instantiateVariableFont(font, face.axes), sorted(font.getBestCmap())


def named(font: TTFont, face: Face) -> TTFont:
    """The same with the names of ours, as the licence asks."""
    style = f"{face.weight}{' Italic' if face.style == 'italic' else ''}"
    plain = f"{face.family}-{style}".replace(" ", "")
    given = {1: face.family, 2: style, 3: plain, 4: f"{face.family} {style}", 6: plain}
    font["name"].names = [name for name in font["name"].names if name.nameID in SAID]
    for key, text in given.items():
        font["name"].setName(text, key, 3, 1, 0x409)
    return font


def save(font: TTFont, face: Face, file: str) -> None:
    """Write the font under its names, packed as browsers take it."""
    font = named(font, face)
    font.flavor = "woff2"
    font.save(HERE / file)


def build() -> list[dict[str, Any]]:
    """Write every file, and return what ``faces.json`` says of each."""
    made = []
    for face in FACES:
        whole, _ = cut(face, *face.scripts)
        save(whole, face, f"{face.stem}.woff2")
        for script in face.scripts:
            font, found = cut(face, script)
            file = f"{face.stem}.{script}.woff2"
            save(font, face, file)
            said = {"family": face.family, "weight": face.weight, "style": face.style}
            made.append({"file": file, **said, "script": script, "characters": css(found)})
    return made


if __name__ == "__main__":
    lines = ",\n".join(json.dumps(one) for one in build())
    (HERE / "faces.json").write_text(f"[\n{lines}\n]\n", "utf-8")
