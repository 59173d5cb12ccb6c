"""What holds for every format alike."""

from __future__ import annotations

import re

import pytest

from journey import Track
from journey.exports.formats import FORMATS
from journey.words.provenance import called
from tests.conftest import ROOT, leg, track
from tests.exported import ENGLISH, HOSTILE, hostile, over_the_edge
from tests.model.test_mode import BY_ROPE, ROPE

BYTES = sorted(FORMATS)


@pytest.mark.parametrize("suffix", BYTES)
def test_a_format_is_under_its_own_suffix_and_in_the_readme(suffix: str) -> None:
    form = FORMATS[suffix]

    assert form.suffix == suffix == suffix.lower()
    assert re.fullmatch(r"[a-z]+/[a-z.+-]+(; .*)?", form.kind)
    assert ENGLISH.say(form.label)
    assert f".{suffix}" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("suffix", BYTES)
def test_the_same_journey_makes_the_same_bytes(suffix: str, handcar: Track) -> None:
    assert FORMATS[suffix].make(handcar, ENGLISH) == FORMATS[suffix].make(handcar, ENGLISH)


@pytest.mark.parametrize("suffix", BYTES)
def test_every_source_that_is_cited_is_named_with_its_address(suffix: str, handcar: Track) -> None:
    journey = handcar.journey
    cited = {key for item in journey.legs for claim in item.duration for key in claim.source}

    text = FORMATS[suffix].make(handcar, ENGLISH).decode()

    sources = [journey.source(key) for key in sorted(cited)]
    assert sources
    assert [source.id for source in sources if called(source.by, ENGLISH) not in text] == []
    urls = [str(source.url) for source in sources if source.url]
    assert [url for url in urls if url not in text.replace("&amp;", "&")] == []


@pytest.mark.parametrize("suffix", BYTES)
def test_an_author_is_named_with_each_source(suffix: str) -> None:
    source = {"id": "s", "title": "T", "publisher": "P", "author": "Isabella Bird"}
    lasts = [{"basis": "reported", "source": "s", "value": 1, "unit": "h"}]
    found = track(sources=[source], legs=[leg("a", "b", duration=lasts)])

    assert b"Isabella Bird, P" in FORMATS[suffix].make(found, ENGLISH)


@pytest.mark.parametrize("suffix", BYTES)
def test_rights_are_said_where_the_journey_says_them(suffix: str, handcar: Track) -> None:
    assert handcar.journey.rights
    rights = ENGLISH.pick(handcar.journey.rights).partition("'")[0]

    assert rights in FORMATS[suffix].make(handcar, ENGLISH).decode()


@pytest.mark.parametrize("suffix", BYTES)
@pytest.mark.parametrize("text", HOSTILE)
def test_every_format_takes_a_hostile_text_in_every_field(suffix: str, text: str) -> None:
    made = FORMATS[suffix].make(hostile(text), ENGLISH).decode()

    harmless = FORMATS[suffix].make(hostile("harmless"), ENGLISH).decode()
    assert not {c for c in made if ord(c) < 32} - set("\t\r\n")
    if suffix not in ("csv", "geojson"):  # In these two no tag means anything.
        assert made.count("<script") == harmless.count("<script")


@pytest.mark.parametrize("suffix", BYTES)
def test_a_leg_whose_time_nobody_knows_is_written(suffix: str) -> None:
    assert ENGLISH.say("leg.unknown_duration").encode() in FORMATS[suffix].make(track(), ENGLISH)


@pytest.mark.parametrize("suffix", BYTES)
def test_a_way_over_the_antimeridian_stays_on_the_map(suffix: str) -> None:
    made = FORMATS[suffix].make(over_the_edge(), ENGLISH).decode()

    assert not re.search(r"\b1[89]\d\.\d*[1-9]|-1[89]\d\.\d*[1-9]", made)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_a_source_has_no_address_but_one_of_the_web(url: str) -> None:
    told = {"id": "s", "title": "A", "publisher": "B", "url": url}

    with pytest.raises(ValueError, match="URL scheme"):
        track(legs=[leg("a", "b"), leg("b", "c")], sources=[told])


@pytest.mark.parametrize("suffix", BYTES)
def test_a_mode_of_the_journeys_own_is_named_as_the_journey_names_it(suffix: str) -> None:
    made = FORMATS[suffix].make(track(**BY_ROPE), ENGLISH).decode()

    assert ROPE["name"]["en"] in made
