"""How one travels, in words: the name of a mode, and what one says of it in a sentence."""

from __future__ import annotations

from journey.model.mode import Means
from journey.words.wording import Wording


def named(means: Means, wording: Wording) -> str:
    """The name of the mode."""
    return wording.pick(means.name) if means.name else wording.say(f"mode.{means.id}")


def by(means: Means, wording: Wording) -> str:
    """How one travels by it, within a sentence."""
    if means.by:
        return wording.pick(means.by)
    if means.name:
        return wording.say("by.own", mode=_inside(wording.pick(means.name)))
    return wording.say(f"by.{means.id}")


def _inside(name: str) -> str:
    """The name as it stands inside a sentence, unless it is written in capitals.

    >>> _inside("Rope slide"), _inside("TGV")
    ('rope slide', 'TGV')
    """
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
