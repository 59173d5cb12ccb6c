"""A page's faces have the letters that are set in them."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO

from fontTools.ttLib import TTFont

from journey.stage.cut import COUNTED, cut
from journey.stage.faces import ITALICS, TITLES, faces


def letters(rule: str) -> set[str]:
    """The characters of the face that the rule holds."""
    (data,) = re.findall(r"url\(data:font/woff2;base64,([^)]+)\)", rule)
    return set(map(chr, TTFont(BytesIO(b64decode(data))).getBestCmap()))


def test_a_face_has_the_letters_that_are_set_in_it_and_no_others() -> None:
    sans, bold, titles = map(letters, cut("Málaga", "en", {TITLES: "Oslo", ITALICS: ""}))

    assert sans == bold == {*"MÁLAGAmálaga", *COUNTED}
    assert titles == {*"Oslo"}


def test_letters_of_two_scripts_are_one_face() -> None:
    rules = cut("Oslo, Хасан", "ru", {})

    assert len(rules) == len({face.look for face in faces()})
    assert all({*"OsloХасан"} <= letters(rule) for rule in rules)


def test_the_same_letters_are_the_same_face() -> None:
    assert cut("ab", "en", {}) == cut("ba", "en", {})


def test_a_face_says_whose_it_is() -> None:
    (data, *_) = re.findall(r"base64,([^)]+)", cut("a", "en", {})[0])

    assert "Adobe" in TTFont(BytesIO(b64decode(data)))["name"].getDebugName(0)
