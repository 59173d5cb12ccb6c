"""The handout: a page to print, with room to write and a key for the teacher."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from html import escape

from journey.basemap.paper import Layers
from journey.model.journey import Journey
from journey.pages import cards, lessons
from journey.prints import evidence, worksheet
from journey.prints.bars import bars
from journey.prints.drawing import route
from journey.prints.picture import picture
from journey.prints.style import style
from journey.track.track import LegTrack, Track
from journey.words.provenance import mark_html
from journey.words.wording import Wording


def handout(track: Track, wording: Wording, layers: Mapping[str, bytes], made: date) -> str:
    """The whole page as HTML that needs nothing else.

    ``layers`` is the base map by file name; ``made`` is the day of the page.
    """
    base = Layers(layers)
    title = escape(wording.pick(track.journey.title))
    body = "".join(_parts(track, wording, base, made))
    return (
        f'<!doctype html><html lang="{wording.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{style()}</style></head><body>{body}</body></html>"
    )


def _parts(track: Track, wording: Wording, base: Layers, made: date) -> Iterator[str]:
    journey = track.journey
    yield f"<h1>{escape(wording.pick(journey.title))}</h1>"
    yield f'<p class="lead">{escape(wording.pick(journey.summary))}</p>'
    yield picture(track, base, wording)
    yield f'<ul class="legend">{"".join(_legend(track, wording))}</ul>'
    yield _marks(wording)
    yield f'<section class="whole"><h2>{_word("handout.timeline", wording)}</h2>'
    known = any(leg.slot.duration for leg in track.legs)
    caption = _word("strip.true" if known else "strip.equal", wording)
    yield f'{bars(track, wording)}<p class="small">{caption}</p></section>'
    yield f"<h2>{_word('handout.claims', wording)}</h2>{evidence.claims(track, wording)}"
    yield evidence.unknown(track, wording)
    if journey.story:
        yield f"<h2>{_word('page.story', wording)}</h2>{cards.story(journey, wording)}"
    yield from _words(journey, wording)
    yield f"<h2>{_word('page.sources', wording)}</h2>{evidence.sources(journey, wording)}"
    yield from _last(journey, wording, base, made)
    yield from worksheet.questions(track, wording)
    yield from worksheet.key(track, wording)


def _word(key: str, wording: Wording) -> str:
    return escape(wording.say(key))


def _legend(track: Track, wording: Wording) -> Iterator[str]:
    for number, leg in enumerate(track.legs, 1):
        basis = leg.leg.shape.basis.value if leg.leg.shape else "assumed"
        line = wording.say(_LINES[basis])
        yield (
            f'<li><svg viewBox="0 0 60 10">{_sample(leg, basis)}</svg><span>'
            f"<strong>{number} {escape(wording.say(f'mode.{leg.leg.mode.value}'))}</strong> "
            f"{escape(wording.pick(leg.leg.name))} <em>({escape(line)})</em></span></li>"
        )


_LINES = {
    "reported": "map.known_line",
    "derived": "map.derived_line",
    "assumed": "map.assumed_line",
}


def _sample(leg: LegTrack, basis: str) -> str:
    return route([(2, 5), (58, 5)], leg.leg.mode.value, basis)


def _marks(wording: Wording) -> str:
    """What the dots mean."""
    told = "".join(
        f'<span class="key">{mark_html(basis, wording)} {_word(f"basis.{basis}", wording)}: '
        f"{escape(wording.say(f'handout.{basis}'))}</span> "
        for basis in ("reported", "derived", "assumed")
    )
    return f'<p class="marks">{told}</p>'


def _words(journey: Journey, wording: Wording) -> Iterator[str]:
    told = lessons.vocabulary(journey, wording)
    if told:
        yield f"<h2>{_word('teach.words', wording)}</h2>{told}"


def _last(journey: Journey, wording: Wording, base: Layers, made: date) -> Iterator[str]:
    """Corrections up to the day, and whose the map's data is."""
    if journey.teaching:
        yield lessons.corrections(journey.teaching, wording)
    yield f'<p class="small">{escape(wording.say("handout.made", day=wording.day(made)))}</p>'
    credits = " ".join(_credit(words, url) for words, url in base.credits())
    yield f'<p class="small"><strong>{_word("page.data", wording)}.</strong> {credits}</p>'


def _credit(words: str, url: str) -> str:
    if not url:
        return escape(words)
    return f'<a href="{escape(url)}">{escape(words)}</a> <span class="url">{escape(url)}</span>'
