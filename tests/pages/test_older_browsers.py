"""What pages send is understood by Chrome 100, Firefox 102 and Safari 15.4, as the README says.

Which browser has what since when is that of MDN's browser compatibility data.
"""

from __future__ import annotations

import re

import pytest

from journey.pages import presenter, story
from journey.stage import bundle

STYLES = {"page": story.style(), "lesson": presenter.style(), "stage": bundle.style().decode()}
# Without these what is said, or where it stands, would be lost: the first browsers that have them.
STYLED = {
    r"light-dark\(": "Chrome 123, Firefox 120, Safari 17.5",
    r"(?<=[;{])(?:translate|rotate|scale):": "Chrome 104",
    r"(?<=[;{])mask:": "Chrome 120",
    r"\{[^{}@]*;?&": "nesting: Chrome 120, Firefox 117, Safari 17.2",
    r"(?<=[;{])color:color-mix": "Chrome 111, Firefox 113, Safari 16.2",
    r"stroke:[^;}]*color-mix\([^;}]*halo\) 9": "Chrome 111, Firefox 113, Safari 16.2",
    r"@(?:layer|scope|starting-style)": "Chrome 117, Firefox 129, Safari 17.4",
}
SCRIPTED = {
    r"\(\?<[=!]": "Safari 16.4",
    r"\.(?:findLast|findLastIndex)\(": "Firefox 104",
    r"\.(?:toSorted|toReversed|toSpliced)\(": "Chrome 110, Firefox 115, Safari 16",
    r"\b(?:Object|Map)\.groupBy\(": "Chrome 117, Firefox 119, Safari 17.4",
    r"\b(?:Promise\.withResolvers|Array\.fromAsync|URL\.canParse)\(": "Chrome 119, Safari 17.4",
    r"\.roundRect\(": "Firefox 112, Safari 16",
    r"\.checkVisibility\(|\.showPopover\(": "Chrome 105, Firefox 106, Safari 17.4",
    r"\bstyle\.(?:translate|rotate|scale)\b": "Chrome 104",
}


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("feature", STYLED)
def test_no_style_needs_a_younger_browser(name: str, feature: str) -> None:
    found = re.search(f".{{0,60}}(?:{feature}).{{0,30}}", STYLES[name])

    assert found is None, f"{STYLED[feature]}: {found and found[0]}"


@pytest.mark.parametrize("name", STYLES)
def test_a_rule_is_not_lost_with_others_in_its_list(name: str) -> None:
    """One selector that a browser does not know takes those beside it along."""
    heads = re.findall(r"([^{}]*(?::has\(|::details-content)[^{}]*)\{", STYLES[name])
    flat = [
        re.sub(r":(?:is|where|has|not)\([^()]*(?:\([^()]*\)[^()]*)*\)", "", head) for head in heads
    ]

    assert [head for head, bare in zip(heads, flat, strict=True) if "," in bare] == []


@pytest.mark.parametrize("feature", SCRIPTED)
def test_no_script_needs_a_younger_browser(feature: str) -> None:
    _, *own = story.scripts()

    found = [re.search(f".{{0,40}}(?:{feature}).{{0,30}}", script) for script in own]
    assert [one and one[0] for one in found if one] == [], SCRIPTED[feature]


@pytest.mark.parametrize("name", STYLES)
def test_a_height_is_told_first_in_units_that_all_browsers_know(name: str) -> None:
    rules = re.findall(r"\{([^{}]*svh[^{}]*)\}", STYLES[name])

    assert [rule for rule in rules if not re.search(r"\d+vh", rule)] == []


@pytest.mark.parametrize("name", STYLES)
def test_nothing_is_kept_from_who_hears_the_page_until_it_is_seen(name: str) -> None:
    """Firefox and WebKit know no names of what they have not laid out."""
    assert "content-visibility:auto" not in STYLES[name]
