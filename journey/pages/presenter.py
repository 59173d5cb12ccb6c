"""What the story page presents a journey with: scripts, style sheet and words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from journey.stage import bundle
from journey.words.wording import Wording

STATIC = Path(__file__).with_name("static")
# The folders that have a style sheet, each before those that may overrule it.
_STYLED = ("lesson", "guess", "compare", "teacher")

# Catalogue entries that the scripts show by themselves.
_WORDS = (
    "class.add", "class.added", "class.all_round", "class.all_sources", "class.answer",
    "class.back", "class.bar", "class.between", "class.beyond", "class.black", "class.blocked",
    "class.compare", "class.count", "class.ended", "class.follow",
    "class.from_leg", "class.from_start", "class.guess", "class.guess_off",
    "class.guess_unread", "class.handout", "class.how", "class.how_compass", "class.keys",
    "class.large", "class.leave", "class.middle", "class.nearest", "class.next",
    "class.no_clock", "class.no_notes", "class.no_time", "class.notes", "class.nothing",
    "class.nowhere", "class.of", "class.on", "class.other_way",
    "class.present", "class.question", "class.range", "class.reveal", "class.slider",
    "class.undo", "class.unguessed", "class.within", "class.yours",
    "class.ahead", "class.behind", "class.facts", "class.held", "class.lanes", "class.no_lane",
    "class.home", "class.home_coarse", "class.home_cross", "class.home_far", "class.home_here",
    "class.home_lay", "class.home_off", "class.home_pick", "class.home_pole", "class.home_reach",
    "class.home_unread", "class.home_where",
    "class.race_near", "class.race_way", "class.race_whole", "class.travellers",
    "class.alone", "class.begun", "class.gone", "class.over", "class.restart", "class.emptied",
    "class.more", "class.no_leg", "class.no_lesson", "class.no_step", "class.unkept",
)  # fmt: skip


@cache
def opener() -> tuple[Path, ...]:
    """The files of what opens the stage on a page, in order, beside those of the stage."""
    return _beside("host/story", bundle.scripts())


@cache
def alone() -> tuple[Path, ...]:
    """The files of what opens it on a map that stands alone, likewise."""
    return _beside("host/alone", bundle.scripts())


@cache
def scripts() -> tuple[Path, ...]:
    """The files of the lesson's scripts, in order, beside those of the page and the stage."""
    return _beside("host/present", (*bundle.scripts(), *opener()))


@cache
def script() -> str:
    """All scripts of the lesson as one, made small."""
    return packed(scripts())


def packed(files: Iterable[Path]) -> str:
    """Scripts as one, made small."""
    return bundle.smaller_script("\n".join(file.read_text("utf-8") for file in files))


def _beside(start: str, known: tuple[Path, ...]) -> tuple[Path, ...]:
    every = bundle.closure(start, STATIC, bundle.STATIC)
    return tuple(file for file in every if file not in known)


@cache
def style() -> str:
    """The style sheets of the presenter as one, without comments and needless space."""
    parts = (STATIC / folder / f"{folder}.css" for folder in _STYLED)
    rules = "".join(bundle.smaller_style(part.read_text("utf-8")) for part in parts)
    return bundle.toggled(rules)


def words(wording: Wording) -> dict[str, str]:
    """What the presenter says, by key."""
    return {key: wording.say(key) for key in _WORDS}
