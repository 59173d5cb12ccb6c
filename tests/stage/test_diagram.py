from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from journey import Track
from journey.model.palette import HOLLOW, LINE_WIDTH, MODES
from journey.stage.bundle import diagram_style
from journey.stage.closeup import FEW
from journey.stage.diagram import Scales, diagram
from journey.stage.shapes import WIDTH
from journey.stage.ticks import WIDTHS
from journey.words.wording import Wording
from tests.conftest import Data, amount, known, leg, place, track

ENGLISH = Wording("en")
HOUR = 3_600

WAITING = {
    "duration": amount(10, "h"),
    "distance": amount(200, "km"),
    "stops": [known(place="b", dwell=amount(2, "h"))],
}
LEGS = [
    leg("a", "c", **WAITING),
    leg(
        "c",
        "a",
        mode="handcar",
        duration=[known(range=[20, 60], value=30, unit="min")],
        distance=[known(range=[1, 2], value=1.2, unit="km")],
    ),
]


def drawn(found: Track) -> Element:
    return ElementTree.fromstring(diagram(found, ENGLISH).markup)


def of_class(root: Element, name: str) -> list[Element]:
    return [node for node in root.iter() if name in node.get("class", "").split()]


def share(text: str | None) -> float:
    """A place of the drawing as a share of it."""
    return float((text or "").removesuffix("%")) / 100


def numbers(path: Element) -> list[tuple[float, float]]:
    """The places of a path: to the right, and upwards."""
    pairs = re.findall(r"[ML]([\d.]+) ([\d.]+)", path.get("d", ""))
    return [(float(x) / 1000, 1 - float(y) / 1000) for x, y in pairs]


def texts(nodes: Sequence[Element]) -> list[str]:
    return [node.text or "" for node in nodes]


def test_the_line_bends_where_the_traveller_waits() -> None:
    scales = Scales.of(track(legs=LEGS))

    line = [(x * 10.5, y * scales.top) for x, y in scales.steps(0)]

    # 200 km in eight hours on the way, with two hours of rest half-way.
    assert line == [pytest.approx(at) for at in [(0, 0), (4, 100), (6, 100), (10, 200)]]


def test_every_spot_of_the_line_is_a_fix_of_the_track(handcar: Track) -> None:
    top = diagram(handcar, ENGLISH).top
    whole = handcar.duration.used

    lines = [numbers(line[0]) for line in of_class(drawn(handcar), "leg")]
    assert len(lines) == 4
    for x, y in (spot for line in lines for spot in line):
        assert handcar.at(x * whole).km == pytest.approx(y * top, abs=1)


def test_a_leg_after_a_wait_begins_where_the_wait_ends() -> None:
    waiting = leg("a", "b", duration=amount(1, "h"), to=known(place="b", dwell=amount(2, "h")))

    scales = Scales.of(track(legs=[waiting, leg("b", "c", duration=amount(1, "h"))]))

    assert scales.end(0)[0] == pytest.approx(0.25)
    assert scales.steps(0)[-1] == pytest.approx(scales.steps(1)[0])
    assert scales.steps(1)[0][0] == pytest.approx(0.75)


def test_a_wait_is_a_dotted_stretch_of_its_own_and_named() -> None:
    three_nights = known(place="b", dwell=amount(69, "h"))
    legs = [
        leg("a", "b", duration=amount(2, "h"), to=three_nights),
        leg("b", "c", duration=amount(3, "h")),
    ]

    root = drawn(track(legs=legs))

    (wait,) = of_class(root, "wait")
    # From the second to the 71st of 74 hours.
    assert [x for x, _ in numbers(wait)] == pytest.approx([2 / 74, 71 / 74], abs=1e-3)
    first = [x for line in of_class(root, "leg")[0] for x, _ in numbers(line)]
    assert max(first) == pytest.approx(2 / 74, abs=1e-3)
    assert texts(of_class(root, "waits")) == [
        ENGLISH.say("wait.brief", time=ENGLISH.measure(69, "h"))
    ]


def test_the_line_of_a_leg_is_cut_where_it_waits_at_a_stop() -> None:
    root = drawn(track(legs=LEGS))

    (wait,) = of_class(root, "wait")
    line = of_class(root, "leg")[0][0]
    # Four hours, two of rest and four more, of ten and a half in all.
    assert [x for x, _ in numbers(wait)] == pytest.approx([4 / 10.5, 6 / 10.5], abs=1e-3)
    assert [x for x, _ in numbers(line)] == pytest.approx(
        [0, 4 / 10.5, 6 / 10.5, 10 / 10.5], abs=1e-3
    )


def test_of_very_many_legs_the_waits_are_seen() -> None:
    legs = many(FEW * 2)
    for one in legs:
        one["to"] = {**one["to"], "dwell": amount(12, "h")}

    (wait,) = of_class(drawn(track(legs=legs)), "wait")

    assert wait.get("d", "").count("M") == FEW * 2


def test_bars_show_within_what_bounds_time_and_distance_are_known() -> None:
    found = track(legs=LEGS)
    top = diagram(found, ENGLISH).top

    end = of_class(drawn(found), "end")[1]
    time, way = (node for node in of_class(end, "bounds") if node.tag == "line")

    # 10 h 20 min to 11 h, of which the drawing ends with the 10 h 30 min used.
    assert (share(time.get("x1")), share(time.get("x2"))) == pytest.approx((62 / 63, 1), abs=1e-3)
    heights = [(1 - share(way.get(key))) * top for key in ("y1", "y2")]
    assert heights == pytest.approx([201, 202], abs=0.05)


def test_a_bar_that_leaves_the_drawing_has_the_head_of_an_arrow() -> None:
    first, last = of_class(drawn(track(legs=LEGS)), "end")

    assert [node.tag for node in of_class(first, "bounds")] == []
    assert [node.tag for node in of_class(last, "bounds")] == ["line", "path", "line"]


def test_bounds_of_the_distance_add_up_from_leg_to_leg() -> None:
    legs = [
        leg("a", "b", distance=[known(range=[10, 20], unit="km")]),
        leg("b", "c", distance=[known(range=[1, 3], unit="km")]),
    ]
    found = track(legs=legs)

    bars = of_class(drawn(found), "bounds")

    top = diagram(found, ENGLISH).top
    ends = [tuple((1 - share(bar.get(key))) * top for key in ("y1", "y2")) for bar in bars]
    assert ends == [pytest.approx((10, 20), abs=0.01), pytest.approx((11, 23), abs=0.01)]


def test_an_end_that_nothing_bounds_says_so_and_has_no_bar_upwards() -> None:
    legs = [
        leg("a", "b", distance=[known(more_than=100, unit="km")]),
        leg("b", "c", distance=[known(range=[50, 70], unit="km")]),
    ]

    root = drawn(track(legs=legs))

    first, last = of_class(root, "end")
    assert of_class(first, "bounds") == []
    (bar,) = of_class(last, "bounds")
    assert bar.get("y2") == (last.find("circle") or Element("circle")).get("cy", bar.get("y2"))
    said = texts(of_class(root, "name"))
    assert any(text.startswith("B") and "100" in text for text in said)
    assert any(text.startswith("C") and "150" in text for text in said)


@pytest.mark.parametrize(
    ("changes", "dash", "core"),
    [
        ({"mode": "bus"}, MODES["bus"].dash, HOLLOW["assumed"]),
        ({"mode": "handcar"}, "", HOLLOW["assumed"]),
        ({"mode": "ship", "duration": []}, None, 0.0),
    ],
)
def test_a_leg_has_the_ink_and_the_dash_of_its_mode_and_its_basis(
    changes: Data, dash: str | None, core: float
) -> None:
    found = track(legs=[leg("a", "b", **{"duration": amount(1, "h"), **changes})])

    line, *inside = of_class(drawn(found), "leg")[0]

    assert line.get("stroke") == MODES[changes["mode"]].css
    assert (line.get("class") == "unknown") == (dash is None)
    pixels = [float(n) * LINE_WIDTH / WIDTH for n in line.get("stroke-dasharray", "").split()]
    assert pixels == pytest.approx([float(n) for n in (dash or "").split()])
    assert [float(node.get("stroke-width", "0")) for node in inside] == (
        [pytest.approx(core * WIDTH)] if core else []
    )


def test_legs_can_be_told_apart_by_their_ids() -> None:
    assert [node.get("data-of") for node in of_class(drawn(track(legs=LEGS)), "leg")] == [
        "a-c",
        "c-a",
    ]


def test_the_style_sheet_hides_what_is_for_wider_drawings() -> None:
    sheet = diagram_style()

    assert all(f"from-{width}" in sheet for width in WIDTHS if width)


def test_the_drawing_is_read_out_as_an_image_with_its_totals(handcar: Track) -> None:
    image = drawn(handcar)[0]

    assert image.get("role") == "img"
    assert re.search(r"1,115.*km", image.get("aria-label", ""))


def test_ends_are_told_with_their_bounds(handcar: Track) -> None:
    titles = [next(end.iter("title")).text or "" for end in of_class(drawn(handcar), "end")]

    assert len(titles) == 4
    # 32 h, 2 h, 20 to 60 min and 4 to 5 h are 38 h 20 min to 40 h, of which no minute is known.
    assert "38\u2060–\u206040 hours" in titles[3]


@pytest.mark.parametrize("name", [r"C:\new", r"\1 and \g<0>", '<b> & "', "</svg><script>"])
def test_no_name_can_be_taken_for_markup(name: str) -> None:
    places = [place("a", 0, 0), {**place("b", 0, 1), "name": {"en": name}}]
    near = {"leg": "a-b", "name": {"en": "Near"}}
    legs = [leg("a", "b", name={"en": name}, duration=amount(1, "h"), distance=amount(90, "km"))]

    root = drawn(track(places=places, legs=legs, close_up=near))

    assert name in texts(of_class(root, "name"))
    assert list(root.iter("script")) == []


def journeys() -> Iterator[tuple[str, list[Data]]]:
    """Small journeys that would be hard on a drawing."""
    yield "unknown", [leg("a", "b"), leg("b", "c")]
    yield "half", [leg("a", "b", duration=amount(2, "h")), leg("b", "c")]
    yield "one", [leg("a", "b", duration=amount(2, "h"))]
    yield "nowhere", [leg("a", "b", distance=amount(0, "km"))]
    yield "at once", [leg("a", "b", duration=amount(0, "s"))]
    yield "years", [leg("a", "b", duration=amount(2_000, "d")), leg("b", "c")]
    yield "open", [leg("a", "b", duration=[known(more_than=1, unit="h")])]
    yield "vague", [leg("a", "b", duration=[known(range=[1, 90], value=2, unit="h")])]


@pytest.mark.parametrize("legs", [legs for _, legs in journeys()], ids=[n for n, _ in journeys()])
def test_everything_stands_inside_the_drawing(legs: list[Data]) -> None:
    root = drawn(track(legs=legs))

    places = [place for path in root.iter("path") for place in numbers(path)]
    assert places
    assert all(0 <= n <= 1 for place in places for n in place)
    keys = ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy")
    found = [
        share(node.get(key)) for node in root.iter() for key in keys if "%" in (node.get(key) or "")
    ]
    assert all(0 <= n <= 1 for n in found)


def many(count: int) -> list[Data]:
    modes = ("bus", "walk", "train")
    return [
        leg(
            "ab"[i % 2], "ba"[i % 2], id=f"l{i}", mode=modes[i % 3], duration=amount(1 + i % 7, "h")
        )
        for i in range(count)
    ]


@pytest.mark.parametrize("count", [FEW, 1_000, 2_000])
def test_the_markup_stays_small_however_many_legs_there_are(count: int) -> None:
    assert len(diagram(track(legs=many(count)), ENGLISH).markup) < 64_000


def test_of_very_many_legs_the_line_has_no_gap() -> None:
    root = drawn(track(legs=many(FEW * 4)))

    drawn_lines = [
        numbers(node)
        for group in of_class(root, "leg")
        for d in re.findall("M[^M]+", group[0].get("d", ""))
        for node in [Element("path", d=d)]
    ]
    starts = sorted(line[0] for line in drawn_lines)
    ends = sorted(line[-1] for line in drawn_lines)
    assert starts[0] == pytest.approx((0, 0), abs=1e-3)
    assert ends[:-1] == [pytest.approx(place, abs=1e-3) for place in starts[1:]]


def test_ticks_that_would_meet_are_not_both_written() -> None:
    legs = [
        leg("a", "b", duration=amount(3, "h")),
        *(leg("ba"[i % 2], "ab"[i % 2], id=f"l{i}") for i in range(30)),
    ]

    marks = of_class(drawn(track(legs=legs)), "hour")

    shown = [node for node in marks if node.find("text") is not None]
    narrow = sorted(share(node.get("x")) for node in shown if node.get("class") == "at hour")
    assert len(narrow) > 1
    assert all(b - a > 0.1 for a, b in pairwise(narrow))
