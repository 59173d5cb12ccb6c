from __future__ import annotations

import pytest

from journey.errors import (
    JourneyNotFoundError,
    NoBaseMapError,
    NotBegunError,
    NotReadError,
    NotWrittenError,
    close,
    plain,
)

KEYS = ["duration", "from", "mode"]


@pytest.mark.parametrize(
    ("name", "near"), [("duratoin", "duration"), ("form", "from"), ("colour", None)]
)
def test_a_misspelt_key_is_recognised(name: str, near: str | None) -> None:
    assert close(name, KEYS) == near


@pytest.mark.parametrize(
    "text",
    ["Туманная 두만강", "Le départ\u202f: 1\u00a0000\u3000km", "می\u200cخواهم", "👩\u200d🎓"],
)
def test_what_any_terminal_can_take_is_plain_already(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize("code", [*range(32), *range(127, 160), 0x2028, 0x202E, 0x2066, 0xD800])
def test_what_steers_a_terminal_or_is_half_a_character_is_written_out(code: int) -> None:
    said = plain(f"a{chr(code)}b")

    assert (said.isascii(), said.isprintable()) == (True, True)


def test_errors_show_paths_of_any_name() -> None:
    path = "a\n\x1b[2J\udcff"

    errors = (JourneyNotFoundError(path), NotReadError(path, "why"), NotWrittenError(path, "why"))

    assert all(str(error).isprintable() for error in errors)


@pytest.mark.parametrize(
    "error", [NotBegunError("a", "it is no folder", "mend it"), NoBaseMapError("why", "mend it")]
)
def test_errors_say_how_to_mend_what_they_are_of_and_keep_that(
    error: NotBegunError | NoBaseMapError,
) -> None:
    assert error.mend == "mend it"
    assert str(error).endswith("; mend it")
