"""Faults of a journey's files, said in a language so that a person can mend them."""

from __future__ import annotations

from journey.errors import Complaint, Figure, dotted, plain
from journey.geo.interval import Interval
from journey.words import lengths
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


class _Number(float):
    """A number that a gap of a catalogue tells as its language writes it.

    What follows the colon in the gap says how exactly, as Python does: ``.1f``,
    ``g``, or ``,`` for a count. ``time`` is a length of time in s, and ``far``
    one in km, in the units in which one says them. A gap without a colon has
    the number as files write it.

    >>> "{0:,} {0}, {1:.1f}".format(*(_Number(n, Wording("ru")) for n in (9999, 0.5)))
    '9 999 9999, 0,5'
    """

    def __new__(cls, figure: float, wording: Wording) -> _Number:
        made = super().__new__(cls, figure)
        made.figure, made.wording = figure, wording
        return made

    figure: float
    wording: Wording

    def __format__(self, spec: str) -> str:
        # Where a space must not break is of no use on a terminal, which may not show it.
        return " ".join(self._said(spec).replace("\u202f", " ").split("\xa0"))

    def _said(self, spec: str) -> str:
        if spec == "time":
            return self.wording.span(self)
        if spec == "far":
            way, unit, digits = lengths.far(Interval.exactly(self), 0 if self >= 10 else 1)
            return self.wording.measure(way.used, unit, digits=digits)
        if not spec:
            return str(self.figure)
        exact = float(format(self.figure, spec).replace(",", ""))
        return self.wording.number(exact, len(repr(exact).rpartition(".")[2]))


def message(complaint: Complaint, wording: Wording) -> str:
    """The complaint on one line: where it is, what is wrong, and how to mend it."""
    file = plain(complaint.file)
    place = file if not complaint.line else f"{file}:{complaint.line}"
    parts = [place, _shown(dotted(complaint.path)), _shown(_what(complaint, wording))]
    return f"{': '.join(filter(None, parts))}; {_shown(_mend(complaint, wording))}"


def _what(complaint: Complaint, wording: Wording) -> str:
    what = wording.say(f"fault.{complaint.code}", **_gaps(complaint, wording))
    if complaint.is_advice:
        what = wording.say("complaint.advice", what=what)
    more = complaint.figures.get("more")
    return wording.say("complaint.more", what=what, more=_gap(more, wording)) if more else what


def _mend(complaint: Complaint, wording: Wording) -> str:
    near = complaint.figures.get("near")
    if near:
        return wording.say("complaint.near", near=near)
    return wording.say(f"fault.{complaint.code}.mend", **_gaps(complaint, wording))


def _gaps(complaint: Complaint, wording: Wording) -> dict[str, Figure]:
    """What fills the gaps of the catalogue's texts."""
    return {name: _gap(figure, wording) for name, figure in complaint.figures.items()}


def _gap(figure: Figure, wording: Wording) -> Figure:
    if isinstance(figure, tuple):
        return _Listed(figure)
    return figure if isinstance(figure, str) else _Number(figure, wording)


def _shown(text: str) -> str:
    """The text on one line, of bounded length, with all that can't be seen written out.

    >>> _shown("one\\x1b[2Jtwo")
    'one\\\\x1b[2Jtwo'
    """
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in short)
