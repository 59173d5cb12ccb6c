from __future__ import annotations

from pathlib import Path

import pytest

from journey.server import sharing
from journey.words.wording import Wording, languages
from tests.conftest import HANDCAR, journey
from tests.golden import holds, lines
from tests.server.asking import get


@pytest.mark.parametrize("language", languages())
def test_the_lists_say_what_their_file_holds(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for root in (HANDCAR.parent, tmp_path):
        monkeypatch.setenv("JOURNEYS", str(root))
        for path in ("/stories", "/story/no-such"):
            page = get(f"{path}?lang={language}").body.decode()
            said += [f"# {path}", lines(page)]

    holds("stories", language, "\n".join(said))


@pytest.mark.parametrize("language", languages())
def test_the_menu_says_what_its_file_holds(language: str) -> None:
    menu = sharing.menu(journey(), "test", {"html": 557_133}, Wording(language))

    holds("sharing", language, lines(menu))
