from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from journey.model.mode import Mode
from journey.stage import bundle

GIVEN = re.compile(r"^  L\.journey\.(\w+) = ", re.MULTILINE)
FOREIGN = re.compile(rb"(?:https?:)?//[a-z0-9-]+\.[a-z0-9.-]+", re.IGNORECASE)


def test_every_script_is_in_the_bundle_once() -> None:
    files = sorted(bundle.STATIC.rglob("*.js"))

    assert sorted(bundle.scripts() + bundle.dashboard_scripts()) == files


def test_each_script_stands_after_those_that_it_needs() -> None:
    passed: set[str] = set()

    for file in bundle.scripts() + bundle.dashboard_scripts():
        needs = re.findall(r"^// needs: (.+)$", file.read_text("utf-8"), re.MULTILINE)
        assert set(" ".join(needs).split()) <= passed, file
        passed.add(file.relative_to(bundle.STATIC).with_suffix("").as_posix())


def test_each_script_is_a_closed_room() -> None:
    for file in bundle.scripts() + bundle.dashboard_scripts():
        text = file.read_text("utf-8")
        assert "(function (L) {" in text
        assert text.rstrip().endswith("})(window.L);")


def test_the_style_sheet_of_a_part_comes_after_the_one_that_all_share() -> None:
    style = bundle.style().decode()
    parts = set(bundle.STATIC.glob("*.css")) - {
        bundle.STATIC / "stage.css",
        bundle.DIAGRAM,
        bundle.LEFTWARD,
    }

    shared = bundle.smaller_style((bundle.STATIC / "stage.css").read_text("utf-8"))
    assert style.startswith(shared)
    for file in parts:
        assert bundle.smaller_style(file.read_text("utf-8")) in style


def test_scripts_and_styles_name_no_other_machine_but_for_credit() -> None:
    named = set(FOREIGN.findall(bundle.script())) | set(FOREIGN.findall(bundle.style()))

    assert named <= {b"http://www.w3.org", b"https://leafletjs.com"}


def test_no_script_ends_a_doubt_with_false_which_is_made_small_to_nothing() -> None:
    assert "false" not in bundle.smaller_script("const a = b?.c || false;").replace("!1", "false")

    scripts = (bundle.STATIC.parents[1]).rglob("static/**/*.js")
    assert [one.name for one in scripts if "|| false" in one.read_text("utf-8")] == []


def test_a_small_script_keeps_the_names_of_properties_and_of_what_is_not_its_own() -> None:
    small = bundle.smaller_script(
        "((L) => { const longish = window.other; L.given = longish.far; })"
    )

    assert "longish" not in small
    assert {"window.other", "given", "far"} <= set(re.findall(r"window\.\w+|given|far", small))


def test_every_name_that_a_script_gives_is_in_the_bundle() -> None:
    given = [name for file in bundle.scripts() for name in GIVEN.findall(file.read_text("utf-8"))]

    kept = set(re.findall(rb"\.journey\.(\w+)=", bundle.script()))

    assert given
    assert set(map(str.encode, given)) <= kept


def test_a_script_that_is_broken_makes_no_bundle() -> None:
    with pytest.raises(ValueError, match="line 1"):
        bundle.smaller_script("function (")


def test_leaflets_licence_is_that_of_the_leaflet_that_goes_along() -> None:
    code = bundle.library().removeprefix(f"/*!\n{bundle.library_licence()}*/".encode()).decode()

    years = re.findall(r"\(c\) (\d{4}-\d{4}) (\w+)", code)

    assert years
    for span, first in years:
        assert f"Copyright (c) {span}, {first}" in bundle.library_licence()


@pytest.mark.parametrize("mode", Mode)
def test_every_mode_has_a_sign_of_one_line_in_the_colour_around_it(mode: Mode) -> None:
    root = ElementTree.fromstring(bundle.icon(mode.value))

    (line,) = root
    assert [line.tag.split("}")[-1], *line.attrib] == ["path", "d"]
    assert root.attrib == {
        "viewBox": "0 0 24 24", "fill": "none", "stroke": "currentColor",
        "stroke-width": bundle.STROKE, "stroke-linecap": "round", "stroke-linejoin": "round",
    }  # fmt: skip


def test_the_sign_of_a_journeys_own_mode_is_drawn_as_all_are() -> None:
    made = bundle.icon("rope", "M3 12H21")

    assert made == re.sub(' d="[^"]*"', ' d="M3 12H21"', bundle.icon("other"))


@pytest.mark.browser
def test_every_sign_keeps_two_of_its_24_units_clear_all_round(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("".join(bundle.icon(mode.value) for mode in Mode))

    boxes = page.evaluate(
        """() => [...document.querySelectorAll("path")].map((path) => path.getBBox())
          .map(({ x, y, width, height }) => [x, y, x + width, y + height])"""
    )

    half = 1  # of the stroke where it is heaviest
    assert len(boxes) == len(Mode)
    assert min(min(box) for box in boxes) - half >= 2 - 0.01
    assert max(max(box) for box in boxes) + half <= 22 + 0.01
    page.close()


def test_a_version_changes_with_its_content_alone() -> None:
    # The start of the SHA-256 of nothing (FIPS 180-4).
    assert bundle.version(b"") == "e3b0c44298fc"
    assert bundle.version(b"a") != bundle.version(b"b")
