"""The files of all journeys in one folder, whose story pages lead to one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from journey.exports.formats import FORMATS, Format
from journey.exports.index import file_name
from journey.pages.story import page
from journey.pages.switch import switch
from journey.track.track import Track
from journey.words.offered import offered
from journey.words.wording import Wording

PAGE = "html"  # the suffix of the story page
# The languages in which there are files of a journey, by its id.
Written = Mapping[str, Sequence[str]]


def files(tracks: Sequence[Track]) -> list[tuple[str, Callable[[], bytes]]]:
    """The name of each file, in every format and language, and what makes it."""
    known = {track.journey.id: offered(track.journey.languages) for track in tracks}
    return [
        (
            file_name(track.journey.id, language, form.suffix),
            partial(_made, track, Wording(language), form, known),
        )
        for track in tracks
        for language in known[track.journey.id]
        for form in FORMATS.values()
    ]


def _made(track: Track, wording: Wording, form: Format, known: Written) -> bytes:
    """The file; a story page knows those in other languages beside it, and of other journeys."""
    if form.suffix != PAGE:
        return form.make(track, wording)
    own = partial(file_name, track.journey.id, suffix=PAGE)
    others = switch(known[track.journey.id], wording, own)
    return page(track, wording, others=others, beside=partial(_beside, known, wording.code))


def _beside(known: Written, language: str, name: str) -> str:
    """The story page of that journey, in the language if it is there in it; "" where none is."""
    if name not in known:
        return ""
    code = language if language in known[name] else known[name][0]
    return file_name(name, code, PAGE)
