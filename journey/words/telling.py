"""The journey in short steps, to be read beside the map: what is said when, and a fact with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from journey.model.claims import Basis
from journey.model.journey import Journey
from journey.track.facts import Fact, about, facts, for_readers
from journey.track.passage import Wait
from journey.track.track import LegTrack, Track
from journey.words.facts import footings, label, lasting, standing
from journey.words.modes import named
from journey.words.wording import Wording
from journey.words.written import alike
from journey.words.years import dating

# Legs, beyond which each of them is told in one step.
MANY = 20
# The part of a leg's time from which on a wait in it is told.
LONG = 0.1
# Letters that two sentences have together at the most to make one step.
SHORT = 110
# A sentence ends with its mark, perhaps inside quotation marks, before a space; in scripts that
# have no spaces wherever its mark stands.
_END = re.compile(r"[.!?…][\"'”’»)]*\s+|[。！？][」』”]*\s*")
# What a dot shortens: a single letter, a word with dots inside, or a short one such as "St".
_SHORTENED = re.compile(r"(?:^|[\s(])(?:\w|\w+\.\w[\w.]*|[A-Z]\w{0,2})\.\s*$")

_LINES = {
    Basis.REPORTED: "telling.line_reported",
    Basis.DERIVED: "telling.line_derived",
    Basis.ASSUMED: "telling.line_assumed",
}


class Telling(NamedTuple):
    """What is said from that part, 0..1, of the leg of that index on.

    ``note`` is a fact of the leg in words and ``basis`` the key of how it is
    known; both are "" where there is nothing to add.
    """

    leg: int
    part: float
    text: str
    basis: str = ""
    note: str = ""


def telling(track: Track, wording: Wording) -> list[Telling]:
    """All steps in the order of their moments; each leg has one at its start.

    A leg is told by the steps of the lesson that lead over it, else by its own
    text in pieces, of many legs by the first of them, else by a sentence of what
    is known of it and one of each long wait.
    """
    dated, journey = dating(track, wording), track.journey
    most = 1 if len(track.legs) > MANY else None
    return [
        step
        for index, leg in enumerate(track.legs)
        for step in _leg(index, leg, journey, dated, most)
    ]


def untold(track: Track, step: Telling, wording: Wording) -> list[str]:
    """What the text of a leg says after the step that tells the first piece of many legs' texts."""
    text = track.legs[step.leg].leg.text
    if len(track.legs) <= MANY or not text:
        return []
    first, *rest = pieces(wording.pick(text)) or [""]
    return rest if first == step.text else []


def pieces(text: str) -> list[str]:
    """The text in pieces of a sentence, or of two short ones.

    >>> pieces("They left St. Petersburg by train. It was cold. It was late in the year.")
    ['They left St. Petersburg by train. It was cold.', 'It was late in the year.']
    """
    return [alike(piece, text) for piece in _pieces(text)]


def _pieces(text: str) -> list[str]:
    found: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text):
        alone = False  # whether the last piece may take one sentence more
        for sentence in _sentences(" ".join(paragraph.split())):
            if alone and len(found[-1]) + len(sentence) < SHORT:
                found[-1] = f"{found[-1]} {sentence}"
                alone = False
            else:
                found.append(sentence)
                alone = True
    return found


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        goes_on = text[end.end() : end.end() + 1]
        if goes_on.islower() or goes_on.isdigit() or _SHORTENED.search(text[start : end.end()]):
            continue
        yield text[start : end.end()].strip()
        start = end.end()
    if text[start:].strip():
        yield text[start:].strip()


def _leg(
    index: int, leg: LegTrack, journey: Journey, wording: Wording, most: int | None
) -> Iterator[Telling]:
    found = for_readers(facts(leg), "duration", "distance")
    time, way = (next(iter(about(found, key)), None) for key in ("duration", "distance"))
    line = None if leg.stays else _line(leg, wording)
    notes = [note for note in (line, _note(way, journey, wording)) if note]
    sentence = _made(leg, time, journey, wording)
    lesson, own = _lesson(leg, journey, wording), pieces(wording.pick(leg.leg.text or {"": ""}))
    if not (lesson or own):
        # A sentence that is made says the time itself.
        yield from _by_facts(
            Telling(index, 0.0, sentence, *(notes or [("", "")])[0]), leg, wording, most
        )
        return
    told = lesson or _spread(own[:most], leg)
    if told[0][0] > 0:
        told.insert(0, (0.0, own[0] if own else sentence))
    timed = _note(time, journey, wording)
    said = [*([timed] if timed else []), *notes, *[("", "")] * len(told)]
    for (part, text), (basis, note) in zip(told, said, strict=False):
        yield Telling(index, round(part, 6), text, basis, note)


def _by_facts(
    made: Telling, leg: LegTrack, wording: Wording, most: int | None
) -> Sequence[Telling]:
    """The leg by the sentence ``made``, from when it leaves on, and each long wait in it."""

    def part(seconds: float) -> float:
        return round((seconds - leg.begin) / leg.span, 6)

    waits = [wait for wait in leg.waits if 0 < LONG * leg.span <= wait.end - wait.start]
    told = [Telling(made.leg, part(wait.start), _waited(wait, wording)) for wait in waits]
    if told and not told[0].part:
        told.insert(1, made._replace(part=part(waits[0].end)))
    else:
        told.insert(0, made)
    if most:
        return [made._replace(text=" ".join(step.text for step in told))]
    on = wording.say("telling.on", place=wording.pick(leg.end_place.name))
    left = [part(wait.end) for wait in waits if leg.begin < wait.start]
    told += [Telling(made.leg, at, on) for at in left if at < 1]
    return sorted(told, key=lambda step: step.part)


def _waited(wait: Wait, wording: Wording) -> str:
    """A sentence of a wait: where and how long."""
    time = lasting(wait.reckoned, wording)
    return standing("telling.wait", wait.place, wording, time=time)


def _lesson(leg: LegTrack, journey: Journey, wording: Wording) -> list[tuple[float, str]]:
    """From which part of the leg on what a lesson says of it."""
    steps = journey.teaching.steps if journey.teaching else ()
    led = [
        (step.at or 0.0, wording.pick(step.text))
        for step in steps
        if step.kind in ("approach", "moment") and step.leg == leg.leg.id
    ]
    led.sort(key=lambda step: step[0])
    parts = _apart([part for part, _ in led])
    return [(part, text) for part, (_, text) in zip(parts, led, strict=True)]


def _apart(parts: Sequence[float]) -> list[float]:
    """The rising parts, 0..1, with those that are alike spread over the time to the next one.

    >>> _apart([0, 0, 0.5, 1, 1])
    [0.0, 0.25, 0.5, 1.0, 1.0]
    """
    return [
        start + (end - start) * i / parts.count(start)
        for start, end in pairwise([*sorted(set(parts)), 1.0])
        for i in range(parts.count(start))
    ]


def _spread(texts: Sequence[str], leg: LegTrack) -> list[tuple[float, str]]:
    """The texts one after the other: the first at the start of the leg, the rest along its way."""
    leaves, arrives = 0.0, 1.0
    if leg.span:
        ends = leg.slot.start.used, leg.slot.end.used
        leaves, arrives = ((end - leg.begin) / leg.span for end in ends)
    each = (arrives - leaves) / len(texts)
    return [(leaves + each * i if i else 0.0, text) for i, text in enumerate(texts)]


def _made(leg: LegTrack, time: Fact | None, journey: Journey, wording: Wording) -> str:
    """A sentence of what is known: mode, ends and time."""
    start, end = (wording.pick(place.name) for place in (leg.start_place, leg.end_place))
    stays = leg.stays and start == end
    known, unknown = "telling.leg", "telling.leg_of_unknown_time"
    if leg.means.untold:
        known, unknown = "telling.leg_of_untold_mode", "telling.leg_of_untold_mode_and_time"
    return wording.say(
        known if time else unknown,
        mode=named(leg.means, wording),
        where=start if stays else wording.say("telling.way", start=start, end=end),
        time=footings(time, journey, wording)[0].said if time else "",
    )


def _note(fact: Fact | None, journey: Journey, wording: Wording) -> tuple[str, str] | None:
    """The basis of a fact and its figure that is used, in words."""
    if fact is None:
        return None
    found = footings(fact, journey, wording)[0]
    return found.basis, wording.say("telling.fact", about=label(fact, wording), said=found.said)


def _line(leg: LegTrack, wording: Wording) -> tuple[str, str]:
    return leg.line_basis.value, wording.say(_LINES[leg.line_basis])
