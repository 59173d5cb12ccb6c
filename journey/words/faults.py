"""Faults of a journey's files, said in a language so that a person can mend them."""

from __future__ import annotations

from journey.errors import Complaint, Figure, dotted, plain
from journey.words.wording import Wording

_LONGEST = 300  # characters of what is wrong, and of its mend


class _Listed(tuple[str, ...]):
    """Texts that a gap of a catalogue lists by itself.

    What follows the colon in the gap stands between the texts; what follows a
    bar in it stands before the last.

    >>> "{:, | or }".format(_Listed("abc")), "{: and }".format(_Listed("abc"))
    ('a, b or c', 'a and b and c')
    """

    def __format__(self, between: str) -> str:
        others, _, last = between.partition("|")
        return (last or others).join(filter(None, [others.join(self[:-1]), *self[-1:]]))


def message(complaint: Complaint, wording: Wording) -> str:
    """The complaint on one line: where it is, what is wrong, and how to mend it."""
    file = plain(complaint.file)
    place = file if not complaint.line else f"{file}:{complaint.line}"
    parts = [place, _shown(dotted(complaint.path)), _shown(_what(complaint, wording))]
    return f"{': '.join(filter(None, parts))}; {_shown(_mend(complaint, wording))}"


def _what(complaint: Complaint, wording: Wording) -> str:
    what = wording.say(f"fault.{complaint.code}", **_gaps(complaint))
    if complaint.is_advice:
        what = wording.say("complaint.advice", what=what)
    more = complaint.figures.get("more")
    return wording.say("complaint.more", what=what, more=more) if more else what


def _mend(complaint: Complaint, wording: Wording) -> str:
    near = complaint.figures.get("near")
    if near:
        return wording.say("complaint.near", near=near)
    return wording.say(f"fault.{complaint.code}.mend", **_gaps(complaint))


def _gaps(complaint: Complaint) -> dict[str, Figure]:
    """What fills the gaps of the catalogue's texts."""
    return {
        name: _Listed(figure) if isinstance(figure, tuple) else figure
        for name, figure in complaint.figures.items()
    }


def _shown(text: str) -> str:
    """The text on one line, of bounded length, with all that can't be seen written out.

    >>> _shown("one\\x1b[2Jtwo")
    'one\\\\x1b[2Jtwo'
    """
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in short)
