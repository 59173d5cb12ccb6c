from __future__ import annotations

import json
import re
import struct
import tomllib
from base64 import b64decode
from pathlib import Path

import pytest

from journey.stage.faces import ITALICS, TITLES, Face, embedded, faces, licence, linked, needed
from tests.conftest import HANDCAR, ROOT

RESERVED = "Source"  # by the licence of what they are cut from
LATIN = re.compile("[ -~\u00a0-\u00ff\u2013-\u201e\u2022\u2026\u2190-\u2193]")
SHIPPED = [
    *sorted((ROOT / "journey" / "words" / "catalogues").glob("*.po")),
    *sorted(HANDCAR.parent.glob("*/*.yaml")),
]


def test_no_face_bears_the_name_that_its_licence_reserves() -> None:
    families = {face.family for face in faces()}

    assert len(families) == 2
    assert [name for name in families if RESERVED.lower() in name.lower()] == []
    assert f"Reserved Font Name ‘{RESERVED}’" in licence()


@pytest.mark.parametrize("face", faces(), ids=lambda face: str(face.file))
def test_a_face_is_a_file_of_woff2_of_the_length_that_it_tells(face: Face) -> None:
    content = face.content()

    # Signature, flavour and length (WOFF File Format 2.0, 4.1).
    assert struct.unpack(">4s4sI", content[:12]) == (b"wOF2", b"\0\1\0\0", len(content))


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_the_faces_of_text_have_every_letter_of_what_is_shipped(file: Path) -> None:
    text = file.read_text("utf-8")
    wanted = {c for c in text if LATIN.match(c) or "Ѐ" <= c <= "џ"}

    for look in {face.look for face in faces()}:
        had = frozenset[str]().union(*(face.letters() for face in faces() if face.look == look))
        assert wanted - had == set(), look


def test_no_two_files_of_a_face_have_the_same_character() -> None:
    for look in {face.look for face in faces()}:
        parts = [face.letters() for face in faces() if face.look == look]

        assert sum(map(len, parts)) == len(frozenset[str]().union(*parts))


def test_a_page_needs_a_script_only_where_it_is_written() -> None:
    scripts = {
        text: {face.script for face in needed(text, "en")}
        for text in ("Oslo", "Oslo 7", "Málaga", "Łodz")
    }

    plain = {"latin", "basic", "letters"}
    assert scripts == {
        "Oslo": plain,
        "Oslo 7": plain | {"figures"},
        "Málaga": plain | {"western"},
        "Łodz": plain | {"latin-ext"},
    }
    assert needed("", "en") == []


def test_a_look_brings_the_letters_of_what_is_set_in_it() -> None:
    titles = needed("Málaga", "en", {TITLES: "Oslo", ITALICS: ""})

    assert [(face.look, face.script) for face in titles] == [
        (("Handcar Sans", 400, "normal"), "latin"),
        (("Handcar Sans", 600, "normal"), "latin"),
        (TITLES, "basic"),
    ]


def test_a_script_is_brought_where_the_pages_language_is_written_in_it() -> None:
    russian = {face.look for face in needed("Хасан", "ru")}

    assert needed("Хасан", "en") == []
    assert russian == {face.look for face in faces()}


def test_titles_in_a_script_that_no_face_has_bring_none() -> None:
    assert {face.look for face in needed("다리 1", "ko")} == {
        ("Handcar Sans", 400, "normal"),
        ("Handcar Sans", 600, "normal"),
    }


def test_an_embedded_face_is_the_whole_file() -> None:
    for face, rule in embedded().items():
        (data,) = re.findall(r"url\(data:font/woff2;base64,([^)]+)\)", rule)

        assert b64decode(data) == face.content()


def test_every_face_is_linked_once() -> None:
    assert sorted(re.findall(r"url\(([^)]+)\)", linked())) == sorted(f.name for f in faces())


def test_the_dashboard_is_set_in_the_same_families_and_no_run_of_it_names_faces() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    families = {face.family for face in faces()}

    assert {theme[key].split(",")[0] for key in ("font", "headingFont")} == families
    assert "fontFaces" not in theme


def test_the_list_of_faces_names_every_file() -> None:
    folder = ROOT / "data" / "fonts"
    listed = json.loads((folder / "faces.json").read_text("utf-8"))

    parts = {one["file"] for one in listed}
    # Beside the parts of a weight lies all of it.
    wholes = {f"{part.partition('.')[0]}.woff2" for part in parts}
    assert parts | wholes == {file.name for file in folder.glob("*.woff2")}
