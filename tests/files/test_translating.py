from __future__ import annotations

from journey.files.read import Reading, reading
from journey.files.translating import missing, to_translate
from tests.files.test_read import DRAWN, TOLD


def read(*texts: tuple[str, str]) -> Reading:
    """The journey with files of texts beside it."""
    files = (("journey.yaml", TOLD), ("route.geojson", DRAWN), *texts)
    return reading({name: text.encode() for name, text in files})


def test_a_text_is_counted_once_however_often_an_alias_repeats_it() -> None:
    # Title, summary, close-up, three places, two legs, and one reason that stands four times.
    assert missing(read(), "de") == (9, 9)
    assert missing(read(), "en") == (9, 0)


def test_a_publisher_is_a_text_to_translate_only_where_it_is_written_by_language() -> None:
    spelt = TOLD.replace("publisher: The Paper", "publisher: {en: The Paper}")

    found = reading({"journey.yaml": spelt.encode(), "route.geojson": DRAWN.encode()})

    assert missing(found, "de") == (10, 10)
    assert '    publisher: ""' in to_translate(found, "de")["journey.de.yaml"]


def test_a_translator_gets_every_text_below_its_source() -> None:
    lines = to_translate(read(), "de")["journey.de.yaml"].splitlines()

    at = lines.index('title: ""')
    assert lines[at - 1] == "# A trip"
    assert lines.count("      # By eye.") == 1
    assert lines[lines.index("  first:") + 1 :][:2] == ["    # By train", '    name: ""']


def test_what_is_translated_stays_when_the_file_is_written_anew() -> None:
    whole = to_translate(read(), "de")["journey.de.yaml"].replace('""', '"„Ja“: \\"ja\\""')

    found = read(("journey.de.yaml", whole))

    assert found.complaints == []
    assert missing(found, "de").lacking == 0
    assert to_translate(found, "de") == {"journey.de.yaml": whole}


def test_a_text_that_is_told_otherwise_in_the_place_of_an_alias_stays_too() -> None:
    own = "legs: {first: {shape: {reason: Eins.}}, second: {stops: {b: {reason: Zwei.}}}}"

    told = to_translate(read(("journey.de.yaml", own)), "de")["journey.de.yaml"]

    assert told.count('"Eins."') == told.count('"Zwei."') == 1


def test_a_language_that_the_journey_has_itself_leaves_nothing_to_translate() -> None:
    assert to_translate(read(), "en") == {}
