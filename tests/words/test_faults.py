from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from journey.errors import Code, Complaint, Figures
from journey.model.mode import Mode
from journey.words import faults as room
from journey.words.faults import message
from journey.words.wording import Wording, languages
from tests.golden import holds

CODES: tuple[Code, ...] = get_args(Code)
ENGLISH = Wording("en")
STATING = ("value", "about", "more_than", "less_than", "range")
# Figures of each code that has some, as they may occur.
EXAMPLES: dict[Code, Figures] = {
    "import_encoding": {"encoding": "utf-99"},
    "import_no_xml": {"problem": "Premature end of data in tag gpx line 1"},
    "import_no_zone": {"value": "2025-06-01T09:00:00"},
    "import_not_as_named": {"format": "GPX"},
    "import_too_large": {"limit": 1_024},
    "import_too_many_legs": {"legs": 12_345, "limit": 10_000},
    "import_too_many_lines": {"limit": 20_000},
    "import_too_many_places": {"limit": 20_000},
    "import_too_many_points": {"limit": 1_000_000},
    "import_begins_late": {"limit": 64},
    "import_unmarked": {"encoding": "UTF-16LE"},
    "import_zip_path": {"name": "../../etc/passwd"},
    "import_zip_too_large": {"limit": 256, "files": 5_000},
    "import_unknown": {"formats": ("GPX", "KML", "CSV")},
    "offset_of_another": {"zone": "Europe/Zurich", "offset": "+01:00"},
    "long_wait": {"days": 366.2},
    "line_off_the_map": {"limit": 85.0511},
    "leg_without_way": {"id": "hasan"},
    "address_too_long": {"limit": 2_083},
    "answer_off_the_slider": {"answer": 295.0, "low": 0.0, "high": 200.0},
    "arrives_before_departing": {
        "told": "2024-06-01T08:00+02:00",
        "against": ("2024-06-01T10:00+02:00",),
        "others": ("legs[0].departs[0]",),
    },
    "broken_chain": {"start": "tumangang", "end": "hasan"},
    "closed_folder": {"reason": "Permission denied"},
    "control_character": {"character": "U+0001"},
    "decimal_comma": {"value": "47,3692"},
    "degree_out_of_bounds": {"value": "139.76", "limit": 90},
    "departs_before_arriving": {
        "told": "2024-05-31T09:00+02:00",
        "against": ("2024-06-01T08:00+02:00",),
        "others": ("legs[0].arrives[0]",),
    },
    "clock_out_of_order": {
        "told": "07:50",
        "against": ("21:40",),
        "others": ("legs[0].departs[0]",),
    },
    "faster_than_any": {"mode": "walk", "speed": 12.3, "limit": 9.0},
    "coarse_map": {"metres": 2_400, "km": 4},
    "file_passed_over": {"name": "journey.yaml"},
    "file_too_large": {"limit": 2},
    "guess_lacks": {"names": ("unit", "low", "high")},
    "heights_do_not_fit": {"heights": 1_233, "points": 1_234},
    "high_not_over_low": {"low": 5, "high": 0.5},
    "id_twice": {"id": "handcar"},
    "landmark_lacks": {"kind": "bridge", "names": ("from", "to")},
    "landmark_twice": {"id": "tumangang"},
    "landmark_without_that": {"kind": "bridge", "name": "place"},
    "inherits_no_ground": {"basis": "reported", "ground": "source", "line": 7},
    "chapters_too_many": {"limit": 14},
    "language_twice": {"language": "en"},
    "language_undeclared": {"language": "ru", "more": 3},
    "language_unknown": {"language": "jp", "near": "ja"},
    "language_unused": {"language": "ru"},
    "language_without_catalogue": {"language": "ar"},
    "leg_without_shape": {"file": "route.geojson", "id": "handcar"},
    "longer_than_drawn": {"drawn": 1_234.5},
    "missing_basis": {"near": "basis: reported"},
    "missing_basis_here": {"near": ""},
    "missing_key": {"name": "mode"},
    "more_faults": {"limit": 1_000},
    "later_format": {"format": "2", "known": "1"},
    "no_format": {"known": "1"},
    "negative": {"value": "-2"},
    "no_collection": {"start": '{"type": "FeatureCollection", "features": ['},
    "no_date": {"value": "'2021-02-30'"},
    "no_day": {"value": "'2021-02'"},
    "no_height": {"value": "-9999", "low": -11_000.0, "high": 100_000.0},
    "no_id": {"value": "'../etc'"},
    "no_instant": {"value": "'Monday'"},
    "no_json": {"problem": "Expecting ',' delimiter"},
    "no_language": {"value": "'EN'"},
    "no_number": {"value": "'far'"},
    "no_text_in_first_language": {"language": "fr"},
    "no_texts": {"text": "Home"},
    "no_yaml": {"problem": "maximum recursion depth exceeded"},
    "not_over": {"limit": 0.0},
    "one_of_two": {"first": "at", "second": "between"},
    "other_id": {"id": "handcar"},
    "other_language_code": {"language": "ger", "near": "de"},
    "parts_apart": {"distance": 12.34},
    "phases_too_long": {"planned": 16, "minutes": 15.5},
    "pictures_nowhere": {"id": "paper"},
    "place_mirrored": {"far": 9_876.5, "close": 12.3},
    "place_off_the_map": {"limit": 85.0511},
    "place_swapped": {"far": 9_876.5, "close": 12.3},
    "place_unused": {"id": "hasan"},
    "points_in_story": {"file": "route.geojson"},
    "position_out_of_bounds": {"value": -200.0, "limit": 180, "more": 1_234},
    "quote_too_long": {"limit": 25},
    "recording_gap": {"time": 9_000.0, "km": 12.3},
    "recording_jump": {"time": 5.0, "km": 12.3},
    "says_no_number": {"names": STATING},
    "says_several_numbers": {"given": ("value", "about", "range"), "names": STATING},
    "several_modes": {"modes": ("train", "walk")},
    "shape_ends_off": {"distance": 82.94, "limit": 2.0},
    "shape_no_line": {"kind": "Polygon"},
    "shape_starts_off": {"distance": 1_234.56, "limit": 2.0},
    "shape_twice": {"id": "handcar"},
    "shape_without_leg": {"id": "handcar"},
    "shorter_than_drawn": {"drawn": 1_234.5},
    "shorter_than_straight": {"straight": 308.21},
    "slower_than_any": {"mode": "plane", "speed": 12.3, "limit": 40.0},
    "source_unused": {"id": "paper"},
    "step_can_not_ask": {"kind": "closing"},
    "step_does_not_fit": {"step": 200, "low": 0, "high": 100},
    "step_without_leg": {"kind": "approach"},
    "stop_beyond_leg": {"km": 12.5},
    "stop_beyond_line": {"km": 12.5, "drawn": 1.25},
    "stop_off_line": {"distance": 0.62},
    "stops_out_of_order": {"km": 12.5},
    "teaching_twice": {"file": "teaching.yaml"},
    "text_cut_off": {"rest": "at last"},
    "text_lacks_first_language": {"language": "en"},
    "text_twice": {"file": "journey.yaml"},
    "text_lacks_languages": {"languages": ("de", "ru")},
    "text_too_long": {"limit": 4_000},
    "time_against_clocks": {
        "told": "26 h",
        "against": ("2024-05-31T09:00+02:00", "2024-05-31T10:00+02:00"),
        "others": ("legs[1].departs[0]", "legs[1].arrives[0]"),
    },
    "times_contradict": {
        "told": "3 h",
        "against": ("2024-06-01", "2 h", "2024-06-09"),
        "others": ("legs[0].departs[0]", "legs[0].duration[0]", "legs[2].arrives[0]"),
    },
    "times_do_not_fit": {"times": 1_233, "points": 1_234},
    "times_fall": {"more": 2},
    "times_out_of_order": {
        "told": "2024-06-01T08:00+02:00",
        "against": ("2024-06-01T10:00+02:00",),
        "others": ("legs[0].departs[0]",),
    },
    "month_as_unit": {"value": "'months'"},
    "too_deep": {"limit": 32},
    "too_few": {"limit": 1},
    "too_large": {"value": "2000000000.0", "limit": 1e9},
    "too_many": {"limit": 1_000},
    "too_many_keys": {"limit": 100},
    "too_many_points": {"points": 1_234_567, "limit": 1_000_000},
    "too_many_values": {"limit": 100_000},
    "too_much_route": {"points": 1_000_000, "groups": 100_000},
    "yaml_long_text": {"limit": 100_000},
    "ungrounded": {"basis": "reported", "ground": "source"},
    "unit_of_another": {"quantity": "distance", "unit": "h", "units": ("m", "km", "mi")},
    "town_swapped": {"name": "Rome", "far": 4_567.8, "close": 3.2},
    "unknown_chapter": {"id": "ende", "near": "end"},
    "dash_not_in_pairs": {"count": 3},
    "icon_lacks_number": {"command": "C", "count": 6, "given": 4},
    "icon_odd_sign": {"sign": "<"},
    "icon_off_the_grid": {"value": 31.5},
    "mode_there_is": {"id": "tram"},
    "journey_not_beside": {"id": "elsewhere"},
    "mode_unused": {"id": "rope"},
    "modes_alike": {"id": "rope", "other": "train"},
    "unknown_mode": {"value": "'jetpack'", "choices": tuple(Mode), "near": ""},
    "unknown_choice": {"value": "'tram'", "choices": ("train", "bus", "walk"), "near": ""},
    "unknown_key": {"name": "mdoe", "near": ""},
    "unknown_journey": {"id": "handcar-2020", "near": "handcar-2021"},
    "journey_twice": {"id": "handcar-2021"},
    "unknown_leg": {"id": "handcr", "near": "handcar"},
    "unknown_place": {"id": "hassan", "near": ""},
    "unknown_question": {"id": "wy", "near": ""},
    "unknown_source": {"id": "papr", "near": "paper"},
    "unknown_term": {"id": "hassan", "near": ""},
    "unknown_zone": {"zone": "'Asia/Soul'", "near": ""},
    "unprintable_text": {"character": "U+0007"},
    "unreadable": {"reason": "Permission denied"},
    "yaml_misread": {"problem": "expected ',' or ']', but got '}'"},
    "yaml_tag": {"tag": "!!binary"},
    "year_out_of_reach": {"year": 9_999},
    "wait_told_twice": {"other": "legs[0].to.dwell"},
    "zone_far_off": {"zone": "Asia/Seoul"},
}


def example(code: Code) -> Complaint:
    """A complaint with that code."""
    return Complaint("journey.yaml", 3, ("legs", 0), code, EXAMPLES.get(code, {}))


def entries(language: str) -> set[str]:
    """The keys of all faults in the catalogue of a language."""
    catalogue = Path(room.__file__).with_name("catalogues") / f"{language}.po"
    return set(re.findall(r'^msgid "fault\.(.+)"$', catalogue.read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("language", languages())
def test_every_code_has_its_sentences_and_every_sentence_a_code(language: str) -> None:
    keys = {key for code in CODES for key in (code, f"{code}.mend")}

    assert entries(language) == keys


@pytest.mark.parametrize("language", languages())
def test_every_fault_is_said_as_it_was_agreed(language: str) -> None:
    wording = Wording(language)

    lines = [f"{code}: {message(example(code), wording)}" for code in sorted(CODES)]

    holds("faults", language, "\n".join(lines))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "1,234.5 km"), ("ru", "1 234,5 км"), ("ko", "1,234.5km")],
)
def test_the_numbers_of_a_fault_are_written_as_its_language_does(language: str, said: str) -> None:
    assert said in message(example("longer_than_drawn"), Wording(language))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "2 hours 30 minutes"), ("ru", "2 часа 30 минут"), ("ko", "2시간 30분")],
)
def test_a_time_in_a_fault_has_its_units_in_that_language(language: str, said: str) -> None:
    assert said in message(example("recording_gap"), Wording(language))


@pytest.mark.parametrize("code", CODES)
def test_the_sentences_of_a_fault_use_its_figures(code: Code) -> None:
    texts = [ENGLISH.say(f"fault.{code}"), ENGLISH.say(f"fault.{code}.mend")]

    gaps = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}

    # How many more there are, and what may have been meant, is said of any.
    assert EXAMPLES.get(code, {}).keys() - {"near", "more"} == gaps


@pytest.mark.parametrize("code", CODES)
def test_every_code_occurs_where_journeys_are_read(code: Code) -> None:
    rooms = [
        Path(room.__file__).parents[1] / name for name in ("model", "track", "files", "importers")
    ]

    assert any(f'"{code}"' in file.read_text() for name in rooms for file in name.rglob("*.py"))


def test_a_fault_stands_on_one_line_after_its_place() -> None:
    said = message(Complaint("a.yaml", 0, ("x\n", 1), "unknown_key", {"name": "\x1b[31m"}), ENGLISH)

    assert said.startswith("a.yaml: x\\n[1]: ")
    assert "\\x1b[31m" in said
    assert said.isprintable()


def test_a_file_of_any_name_is_shown_on_one_line() -> None:
    said = message(Complaint("a\n\x1b[2J\udcff\u202e.yaml", 1, (), "nothing"), ENGLISH)

    assert said.startswith("a\\n\\x1b[2J\\udcff\\u202e.yaml:1: ")
    assert said.isprintable()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Туманная 두만강", "Туманная 두만강"),
        ("a\nb", "a\\nb"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\u202e", "\\u202e"),
        ("\ud800", "\\ud800"),
        ("x" * 301, "x" * 299 + "…"),
    ],
)
def test_what_came_from_a_file_is_shown_printable_and_short(text: str, shown: str) -> None:
    said = message(Complaint("a", 0, (text,), "nothing"), ENGLISH)

    assert said.startswith(f"a: {shown}: ")
