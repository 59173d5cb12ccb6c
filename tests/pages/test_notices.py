from __future__ import annotations

import re
from pathlib import Path

import pytest

from journey.pages.notices import notices
from journey.server import assets, journeys
from journey.words.wording import Wording
from tests.attacks.raw import ask
from tests.conftest import HANDCAR, ROOT
from tests.pages.test_story import Page
from tests.serving import Server

BASEMAP = ROOT / "data" / "basemap"
FACES = ROOT / "data" / "fonts" / "OFL.txt"
# What each of them asks to go along: whose it is, on what terms, and that nothing is warranted.
LEAFLET = [
    "Copyright (c) 2010-2022, Vladimir Agafonkin",
    "Copyright (c) 2010-2011, CloudMade",
    "1. Redistributions of source code must retain the above copyright notice",
    "2. Redistributions in binary form must reproduce the above copyright notice",
    'THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"',
    "EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.",
]
STORY = f"/story/{HANDCAR.name}"


def fetched(server: Server, path: str) -> str:
    """What the server answers, as text."""
    answer = ask(server, path)
    assert answer.status == 200
    return answer.body.decode()


@pytest.mark.parametrize(
    "text",
    [
        ROOT / "LICENSE",
        BASEMAP / "LICENSE.unicode",
        BASEMAP / "LICENSE.mit",
        ROOT / "data" / "fonts" / "OFL.txt",
    ],
)
def test_a_licence_that_asks_to_go_along_is_there_whole(text: Path) -> None:
    said = Page(notices(Wording("en")).encode()).text

    assert text.read_text("utf-8") in said


def test_every_licence_of_the_data_can_be_read() -> None:
    table = (BASEMAP / "LICENSES.md").read_text("utf-8")
    said = re.findall(r"\(http[^)]+(?:licen|html)[^)]+\)", table)

    links = [a["href"] for tag, a in Page(notices(Wording("en")).encode()).tags if tag == "a"]

    assert len(links) == 5
    assert {f"({link})" for link in links} == set(said)


@pytest.mark.parametrize("path", [STORY, f"{STORY}.html"])
def test_leaflets_licence_goes_along_with_a_story_page(path: str, server: Server) -> None:
    page = Page(fetched(server, path).encode())

    assert [words for words in LEAFLET if words not in page.text] == []
    # Once: script and style sheet lie in the same file.
    assert [words for words in LEAFLET if page.text.count(words) > 1] == []


def test_leaflets_licence_goes_along_with_the_dashboards_map(server: Server) -> None:
    found = assets.addresses(journeys.edition(HANDCAR), "en")
    for address in (found.script, found.style):
        text = fetched(server, "/" + address.removeprefix(assets.UP))

        assert text.startswith("/*!")
        assert [words for words in LEAFLET if words not in text] == []
