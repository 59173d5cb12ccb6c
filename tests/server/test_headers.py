from __future__ import annotations

import pytest
from starlette.datastructures import MutableHeaders

from journey.server.headers import FRAMED, PERMISSIONS, protect
from journey.server.policies import policy
from tests.server.asking import get


@pytest.mark.parametrize("path", ["/stories.json", "/oembed", "/no-such"])
def test_every_answer_is_guarded(path: str) -> None:
    headers = get(path).headers

    assert headers["content-security-policy"] == f"{policy()}; {FRAMED}"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"


def protected(path: str, **said: str) -> MutableHeaders:
    """The headers of an answer at the path that says those of itself."""
    headers = MutableHeaders({key.replace("_", "-"): value for key, value in said.items()})
    protect(headers, path)
    return headers


def test_what_an_answer_says_of_itself_stays() -> None:
    own = "default-src 'none'"
    headers = protected("/story/silk", content_security_policy=own, referrer_policy="no-referrer")

    assert headers["content-security-policy"] == own
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/", "/stories", "/storyteller", "/story/", "/story/a/b"])
def test_only_stories_can_be_framed_and_held_by_other_sites(path: str) -> None:
    closed, open_ = protected(path, content_security_policy="a"), protected("/story/silk")

    assert closed["content-security-policy"] == f"a; {FRAMED}"
    assert closed["x-frame-options"] == "SAMEORIGIN"
    assert closed["cross-origin-opener-policy"] == "same-origin"
    assert {"x-frame-options", "cross-origin-opener-policy"}.isdisjoint(open_)
    assert FRAMED not in open_["content-security-policy"]


@pytest.mark.parametrize(
    "path", ["/story/silk", "/story/silk.qr.svg", "/story/silk/handout", "/story/silk/key"]
)
def test_a_story_and_all_its_files_are_open_to_other_sites(path: str) -> None:
    assert "x-frame-options" not in protected(path)
    assert FRAMED not in protected(path)["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "said", "policy"),
    [
        ("/story/silk", {}, "cross-origin"),
        ("/stories.json", {"access_control_allow_origin": "*"}, "cross-origin"),
        ("/stories", {}, "same-origin"),
        ("/", {}, "same-origin"),
    ],
)
def test_other_sites_load_what_is_meant_for_them(
    path: str, said: dict[str, str], policy: str
) -> None:
    assert protected(path, **said)["cross-origin-resource-policy"] == policy


def test_what_the_pages_do_with_the_browser_is_not_forbidden() -> None:
    for feature in ("fullscreen", "clipboard-write"):
        assert feature not in PERMISSIONS
