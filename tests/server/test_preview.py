from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from journey.files.arrangement import SHELF
from journey.server import journeys as disk
from journey.server import preview, shelf
from journey.server.frontend import Frontend
from journey.server.policies import policy
from journey.stage.faces import faces
from tests.conftest import leg
from tests.server.asking import Answer, ask
from tests.shelves import put

PAGE = (
    '<html lang="en"><head><title>Streamlit</title></head><body><div id=root></div></body></html>'
)
LEGS = [leg("a", "b"), leg("b", "c")]


def below(request: Request) -> Response:
    """What Streamlit answers at any address."""
    return Response(PAGE, headers={"Cache-Control": "no-cache"}, media_type="text/html")


asked = partial(ask, Frontend(Starlette(routes=[Route("/", below), Route("/{name}", below)])))


@pytest.fixture
def journeys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two journeys without faults, after one with."""
    monkeypatch.setenv("JOURNEYS", str(tmp_path))
    monkeypatch.setattr(preview, "PATIENCE", 60)
    monkeypatch.setattr(disk, "LOOK", 0)
    put(tmp_path, "a", legs=[])
    put(tmp_path, "b", "<b>First</b>", legs=LEGS)
    put(tmp_path, "c", "Second", legs=LEGS)
    shelf.whole()
    return tmp_path


def shown(answer: Answer) -> str:
    """The title in the sketch of a page, escaped; "" where there is none."""
    return answer.body.decode().partition('aria-label="')[2].partition('"')[0]


@pytest.mark.parametrize("code", ["ru", "ko"])
@pytest.mark.usefixtures("journeys")
def test_the_page_says_in_which_language_it_is_before_it_runs(code: str) -> None:
    assert f'<html lang="{code}">' in asked(f"/?lang={code}").body.decode()


@pytest.mark.usefixtures("journeys")
def test_of_two_languages_in_the_link_the_last_counts() -> None:
    assert '<html lang="ru">' in asked("/?lang=ko&lang=ru").body.decode()


def titled(path: str) -> str:
    """The title of the page."""
    return asked(path).body.decode().partition("<title>")[2].partition("</title>")[0]


def test_the_page_has_the_title_and_the_sketch_of_the_only_journey(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNEYS", str(put(tmp_path, "b", "<b>First</b>", legs=LEGS).parent))
    monkeypatch.setattr(preview, "PATIENCE", 60)
    shelf.whole()

    found = asked("/")

    assert "&lt;b&gt;First&lt;/b&gt;" in shown(found)
    assert found.body.index(b"<svg") < found.body.index(b"id=root")
    assert titled("/") == "&lt;b&gt;First&lt;/b&gt;"


@pytest.mark.usefixtures("journeys")
def test_the_page_has_the_sketch_of_the_journey_that_the_address_names() -> None:
    assert "Second" in shown(asked("/?journey=c"))
    assert titled("/?journey=c") == "Second"


def test_it_has_those_of_the_journey_that_opens_unless_all_are_asked_for(journeys: Path) -> None:
    (journeys / SHELF).write_text("opens: c", "utf-8")

    assert (titled("/"), titled("/?journey=")) == ("Second", preview.SITE)


@pytest.mark.usefixtures("journeys")
@pytest.mark.parametrize("path", ["/", "/?journey=a", "/?journey=none", "/?journey=..%2Fc"])
def test_a_page_that_will_show_no_such_stage_has_no_sketch_and_the_title_of_the_site(
    path: str,
) -> None:
    assert without_faces(path) == PAGE.replace("Streamlit", preview.SITE)


def without_faces(path: str) -> str:
    """The page without its first style sheet."""
    return re.sub("<style>@font-face.*?</style>", "", asked(path).body.decode(), count=1)


@pytest.mark.usefixtures("journeys")
@pytest.mark.parametrize("path", ["/", "/?journey=c"])
def test_every_page_says_where_its_faces_are(path: str) -> None:
    found = re.findall(r"url\((assets/stage/[^)]+)\)", asked(path).body.decode())

    assert sorted(found) == sorted(f"assets/stage/{face.name}" for face in faces())


@pytest.mark.usefixtures("journeys")
def test_what_lies_deeper_stays_as_it_is() -> None:
    assert asked("/lessons").body.decode() == PAGE


@pytest.mark.usefixtures("journeys")
def test_the_policy_lets_no_other_script_run_than_the_one_that_takes_it_away() -> None:
    found = asked("/?journey=c")

    assert found.headers["content-security-policy"] == policy(found.body)
    assert f"<script>{preview.script()}</script>".encode() in found.body
    assert "'unsafe-inline'" not in found.headers["content-security-policy"].partition("style")[0]


def test_each_page_is_kept_by_what_it_holds_and_asked_for_anew(journeys: Path) -> None:
    first = asked("/?journey=b")
    again = asked("/?journey=b", if_none_match=first.headers["etag"])
    put(journeys, "b", "Changed", legs=LEGS)
    changed = asked("/?journey=b", if_none_match=first.headers["etag"])

    assert (again.status, changed.status) == (304, 200)
    assert changed.headers["etag"] != first.headers["etag"]
    assert changed.headers["cache-control"] == "no-cache"
    assert "Accept-Language" in changed.headers["vary"]


def test_nobody_waits_for_a_sketch_that_takes_long(
    journeys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "PATIENCE", 0)

    assert without_faces("/?journey=c") == PAGE.replace("Streamlit", "Second")
