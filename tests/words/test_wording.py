from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from babel import Locale

from journey.errors import Code, JourneyError, UnknownWordError
from journey.exports.formats import FORMATS
from journey.importers.found import Told
from journey.model.calendar import ClockTime, Date, Month, Year
from journey.model.claims import Basis
from journey.model.mode import Mode
from journey.pages import presenter
from journey.prints.prints import PRINTS
from journey.stage import bundle, wire
from journey.track.facts import About
from journey.words import answers, wording
from journey.words import catalogue as room
from journey.words.catalogue import catalogue, read
from journey.words.wording import Wording, languages
from journey.words.written import Written, pick

ENGLISH = Wording("en")
ROOM = Path(wording.__file__).parents[1]
LANGUAGES = languages()

# Keys that are put together where they are used, by the room that does it.
COMPOSED = {
    *(f"{family}.{mode}" for family in ("mode", "by") for mode in Mode),
    *(f"basis.{basis}" for basis in Basis),
    *(f"value.{name}" for name in ("about", "more_than", "less_than")),
    *(f"leg.{key}" for key in get_args(About)),
    *(form.label for form in FORMATS.values()),
    *(f"{key}.on_the_way" for key in ("wait.at", "leg.waits", "telling.wait")),
    *(f"compass.{point}" for point in answers.COMPASS),
    *(f"sheet.{basis}" for basis in Basis),
    *(one.label for one in PRINTS.values()),
    *(f"import.{code}" for code in get_args(Told)),
    *(f"fault.{code}{part}" for code in get_args(Code) for part in ("", ".mend")),
}


def texts(language: str) -> dict[str, list[str]]:
    return {
        message.id if isinstance(message.id, str) else message.id[0]: (
            [message.string] if isinstance(message.string, str) else list(message.string or ())
        )
        for message in read(language)
        if message.id
    }


CATALOGUES = {language: texts(language) for language in LANGUAGES}
FAMILIES = {key.split(".")[0] for key in CATALOGUES["en"] if "." in key}


def _python() -> Iterator[str]:
    """What our Python says by name, but for the list that it only sends to the browser."""
    for file in ROOM.rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        kept = [part for part in tree.body if "_WORDS" not in _targets(part)]
        for node in (node for part in kept for node in ast.walk(part)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                first = node.args[0] if node.args else None
                if node.func.attr == "say" and isinstance(first, ast.Constant):
                    yield from re.findall(r"^[a-z_.]+$", str(first.value))
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                family, _, rest = node.value.partition(".")
                if family in FAMILIES and re.fullmatch(r"(?!css$)[a-z_]+", rest):
                    yield node.value


def _targets(part: ast.stmt) -> list[str]:
    return [ast.unparse(name) for name in part.targets] if isinstance(part, ast.Assign) else []


def _browser(script: str) -> Iterator[str]:
    """What our JavaScript says by name."""
    for family, rest in re.findall(r'"([a-z]+)\.([a-z_]+)"', script):
        if family in FAMILIES:
            yield f"{family}.{rest}"


SCRIPT = bundle.script().decode()
PYTHON, STAGE, LESSON = set(_python()), set(_browser(SCRIPT)), set(_browser(presenter.script()))
BROWSER = STAGE | LESSON


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_is_used_is_in_the_catalogue(language: str) -> None:
    assert (PYTHON | BROWSER | COMPOSED) - set(CATALOGUES[language]) == set()


def test_no_line_ends_between_a_quotation_and_its_particle() -> None:
    said = Wording("ko").pick({"ko": "‘이전’을 누르고 (여기)에서 “다음” 단추를"})

    assert said == "‘이전’\u2060을 누르고 (여기)\u2060에서 “다음” 단추를"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_the_catalogue_is_used(language: str) -> None:
    assert set(CATALOGUES[language]) - PYTHON - BROWSER - COMPOSED == set()


def test_the_browser_is_told_the_words_it_shows_and_no_others() -> None:
    composed = tuple(re.findall(r"[\w$]\[`([a-z]+\.)\$\{", SCRIPT))

    shown = STAGE | {key for key in COMPOSED if key.startswith(composed)}

    assert set(wire._WORDS) == shown


def test_the_presenter_is_told_the_words_it_shows_beside_those_of_the_stage() -> None:
    assert set(presenter._WORDS) == LESSON - set(wire._WORDS)


def gaps(texts: list[str]) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def _filled() -> dict[str, set[str]]:
    """What our Python puts into each text that it names outright."""
    found: dict[str, set[str]] = {}
    for file in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".say"):
                names = {one.arg for one in node.keywords if one.arg}
                for key in node.args[:1]:
                    if isinstance(key, ast.Constant):
                        found.setdefault(str(key.value), set()).update(names)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_has_the_gaps_that_are_filled(language: str) -> None:
    filled = _filled()
    texts = {key: forms for key, forms in CATALOGUES[language].items() if key in filled}

    assert {key: gaps(forms) for key, forms in texts.items()} == filled
    assert any(filled.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_words(language: str) -> None:
    assert [key for key, forms in CATALOGUES[language].items() if not all(forms)] == []


def astray(texts: dict[str, list[str]]) -> list[str]:
    """The keys whose text has other gaps than the English one."""
    return [key for key, forms in texts.items() if gaps(forms) != gaps(CATALOGUES["en"][key])]


def test_a_translation_has_the_gaps_of_the_english_text() -> None:
    lost = CATALOGUES["en"] | {"leg.between": ["entre {early}"]}

    assert astray(lost) == ["leg.between"]
    assert [key for language in LANGUAGES for key in astray(CATALOGUES[language])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_has_as_many_forms_as_its_language_counts_by(language: str) -> None:
    english = {message.id for message in read("en") if message.pluralizable}
    found = {
        message.id: len(message.string or ()) for message in read(language) if message.pluralizable
    }

    assert found.keys() == english
    assert set(found.values()) == {read(language).num_plurals}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_counts_as_it_does_elsewhere(language: str) -> None:
    # The rule of the Unicode CLDR says of which kind a number is; each kind has a form of its own.
    kind, found = Locale.parse(language).plural_form, catalogue(language)

    pairs = {(kind(n), found.ngettext("strip.legs", "strip.legs", n)) for n in range(200)}

    assert len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)


def test_so_many_are_said_in_the_form_of_their_number() -> None:
    assert [ENGLISH.count("strip.legs", n) for n in (1, 2, 1_200)] == [
        "1 leg", "2 legs", "1,200 legs",
    ]  # fmt: skip


def test_what_a_catalogue_lacks_is_said_in_english_and_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "CATALOGUES", tmp_path)
    (tmp_path / "en.po").write_text('msgid "a.b"\nmsgstr "one"\nmsgid "a.c"\nmsgstr "two"\n')
    (tmp_path / "tlh.po").write_text('msgid "a.b"\nmsgstr "wa\'"\nmsgid "a.c"\nmsgstr ""\n')
    room.catalogue.cache_clear()

    found = room.catalogue("tlh")

    assert [found.gettext(key) for key in ("a.b", "a.c")] == ["wa'", "two"]
    assert room.untranslated("tlh") == (2, 1)
    room.catalogue.cache_clear()


def test_a_language_without_a_catalogue_falls_back_to_english() -> None:
    assert (Wording("tlh").language, Wording("tlh").code) == ("en", "tlh")
    assert Wording("../en").say("basis.assumed") == "assumed"


def test_a_missing_key_is_an_error_that_says_where_to_add_it() -> None:
    with pytest.raises(UnknownWordError, match=r"add it to en\.po") as caught:
        ENGLISH.say("no.such")

    assert (caught.value.key, caught.value.language) == ("no.such", "en")
    assert isinstance(caught.value, JourneyError)
    assert isinstance(caught.value, KeyError)


@pytest.mark.parametrize(
    ("value", "unit", "words", "symbol"),
    [
        # Symbols of times as the BIPM writes them, which are not "hrs", "mins" or "m".
        (1, "h", "1 hour", "1 h"),
        (2, "h", "2 hours", "2 h"),
        (30, "min", "30 minutes", "30 min"),
        (5, "s", "5 seconds", "5 s"),
        (1, "d", "1 day", "1 d"),
        (1.5, "y", "1.5 years", "1.5 y"),
        (90, "deg", "90 degrees", "90°"),
        (600, "m", "600 m", "600 m"),
        (1, "mi", "1 mile", "1 mile"),
        (2, "nmi", "2 nautical miles", "2 nautical miles"),
        (1115.94, "km", "1,115.9 km", "1,115.9 km"),
        (25.06, "km/h", "25.1 km/h", "25.1 km/h"),
    ],
)
def test_a_time_has_the_word_of_its_unit_and_its_symbol_where_there_is_no_room(
    value: float, unit: str, words: str, symbol: str
) -> None:
    assert ENGLISH.measure(value, unit) == words
    assert ENGLISH.narrowed().measure(value, unit) == symbol


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0, "0%"),
        (1, "100%"),
        (0.714, "71%"),
        (0.01, "1%"),
        (0.0036, "0.36%"),
        (0.00012, "0.012%"),
        (0.000009, "less than 0.01%"),
        (5 / 1_262_304_000, "less than 0.01%"),
    ],
)
def test_no_share_reads_as_nothing_that_is_something(share: float, text: str) -> None:
    assert ENGLISH.percent(share) == text


@pytest.mark.parametrize(("share", "text"), [(0.82, "82\xa0%"), (0.0036, "0,36\xa0%")])
def test_a_share_is_written_as_its_language_does(share: float, text: str) -> None:
    # Russian keeps the sign apart, by a space that does not break.
    assert Wording("ru").percent(share) == text


@pytest.mark.parametrize(
    ("years", "text"), [(1, "1 г"), (3, "3 г"), (5, "5 л"), (21, "21 г"), (2.5, "2,5 г")]
)
def test_the_symbol_of_a_unit_has_the_form_of_its_number(years: float, text: str) -> None:
    assert Wording("ru").narrowed().measure(years, "y").replace("\xa0", " ") == text


@pytest.mark.parametrize(
    ("value", "text"), [(1, "1 миля"), (3, "3 мили"), (26.2, "26,2 мили"), (500, "500 миль")]
)
def test_miles_are_spelt_out(value: float, text: str) -> None:
    assert Wording("ru").measure(value, "mi").replace("\xa0", " ") == text


def test_a_length_of_nothing_is_told_in_minutes() -> None:
    assert ENGLISH.span(0) == "0 minutes"


@pytest.fixture
def korean(monkeypatch: pytest.MonkeyPatch) -> Wording:
    """Korean dates among English words."""
    english = catalogue("en")
    monkeypatch.setattr(wording, "languages", lambda: ("ko",))
    monkeypatch.setattr(wording, "catalogue", lambda _: english)
    return Wording("ko")


def test_a_year_that_leads_the_date_is_told_with_the_first_of_two(korean: Wording) -> None:
    said = korean.dates(date(2021, 2, 24), date(2021, 2, 25))

    assert said == "2021년\xa02월\xa024일 or 25일"


def test_two_years_are_told_in_full_where_they_lead(korean: Wording) -> None:
    assert korean.dates(Year(1804), Year(1805)) == "1804년 or 1805년"


def test_a_clock_time_follows_its_day_as_the_language_joins_them(korean: Wording) -> None:
    assert korean.clock(datetime.fromisoformat("2021-02-25T07:00+09:00")) == "2월\xa025일\xa007:00"


@pytest.mark.parametrize("language", ["en", "ko", "ru", "ar"])
def test_no_unit_is_told_by_its_key(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Babel has no long form of some units in Korean, and puts the key there.
    monkeypatch.setattr(wording, "languages", lambda: (language,))
    units = ("s", "min", "h", "d", "w", "mo", "y", "m", "km", "mi", "nmi", "km/h")

    told = [Wording(language).measure(72, unit) for unit in units]

    assert [said for said in told if "-" in said] == []


@pytest.mark.parametrize(
    ("value", "words"), [(0.0139, "0.01 km"), (0.00042, "0.0004 km"), (0, "0 km"), (0.96, "1 km")]
)
def test_no_measure_reads_as_nothing_that_is_something(value: float, words: str) -> None:
    assert ENGLISH.measure(value, "km") == words


def test_a_clock_time_is_that_of_its_zone() -> None:
    when = datetime.fromisoformat("2021-02-25T23:30+09:00")

    assert ENGLISH.clock(when) == "25\xa0Feb,\xa023:30"
    assert ENGLISH.clock(when, "Asia/Vladivostok") == "26\xa0Feb,\xa000:30"


def test_a_day_is_written_out() -> None:
    assert ENGLISH.day(date(2021, 2, 5)) == "5\xa0February\xa02021"


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (date(629, 8, 1), "1\xa0August\xa0629"),
        (Month(1804, 9), "September\xa01804"),
        (Year(629), "629"),
        (ClockTime(0, time(17, 30)), "17:30"),
        (ClockTime(1, time(6, 10)), "06:10 on day 2"),
    ],
)
def test_a_date_is_written_out_as_precisely_as_it_is_told(
    when: Date | ClockTime, text: str
) -> None:
    assert ENGLISH.dated(when) == text


@pytest.mark.parametrize(
    ("parts", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (list("abc"), "a, b and c")],
)
def test_a_listing_reads_as_a_sentence_does(parts: list[str], text: str) -> None:
    assert ENGLISH.listing(parts) == text


@pytest.mark.parametrize(("language", "text"), [("ko", "다리"), ("ru", "bridge"), ("en", "bridge")])
def test_a_text_without_the_language_is_told_in_its_first_one(language: str, text: str) -> None:
    assert pick({"en": "bridge", "ko": "다리"}, language) == text


def test_texts_are_told_in_the_language_that_is_asked_for_and_words_in_the_nearest() -> None:
    german = Wording("de").narrowed()

    told = german.pick({"en": "bridge", "de": "Brücke"})

    assert isinstance(told, Written)
    assert (told, told.language, german.say("basis.assumed")) == ("Brücke", "de", "assumed")
