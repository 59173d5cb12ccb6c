from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journey.words import catalogue as room
from journey.words.wording import Wording, languages

WHOLE = """msgid ""
msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "value.about"
msgstr "περίπου {value}"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of catalogues, with the English one in it."""
    (tmp_path / "en.po").write_bytes((room.CATALOGUES / "en.po").read_bytes())
    monkeypatch.setattr(room, "CATALOGUES", tmp_path)
    for kept in (room.sound, room.catalogue):
        kept.cache_clear()
    yield tmp_path
    for kept in (room.sound, room.catalogue):
        kept.cache_clear()


def test_a_language_is_there_as_soon_as_its_file_is(folder: Path) -> None:
    (folder / "el.po").write_text(WHOLE, "utf-8")

    assert languages() == ("el", "en")
    assert Wording("el").say("value.about", value="2") == "περίπου 2"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (WHOLE.encode("iso-8859-7"), "no text in UTF-8"),
        (WHOLE.encode().partition(b"\x80")[0], "no text in UTF-8"),
        (WHOLE.encode()[:-2], "gap"),
        (WHOLE.partition("{")[0].encode(), "line 5 is cut off"),
        (WHOLE.replace("{value}", "{valeu}").encode(), "value.about"),
        (WHOLE.replace("{value}", "{value").encode(), "expected '}'"),
        (WHOLE.replace("n != 1", "q != 1").encode(), "plural"),
        (WHOLE.replace("nplurals=2", "nplurals=").encode(), "head"),
        (b"", "no text"),
        (b"Hello", "line 1"),
    ],
)
def test_a_catalogue_that_can_not_be_used_is_told_in_the_log_and_not_offered(
    content: bytes, said: str, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "el.po").write_bytes(content)

    assert languages() == ("en",)
    assert Wording("el").say("value.about", value="2") == "about 2"
    (record,) = caplog.records
    assert "el.po" in record.message
    assert said in record.message
    assert record.exc_info is None
