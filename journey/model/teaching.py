"""What a journey gives to a class: lessons, questions with answers, steps to present.

The parts check themselves; that the legs and places they name are there is
checked with the whole journey. Every model is frozen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, HttpUrl, StringConstraints

from journey.model.claims import Distance, Duration, Id, Language, Speed, Text, printable
from journey.model.mode import ModeId
from journey.model.names import expected, ids, stray, twice
from journey.model.part import Fault, Part, items
from journey.model.question import Question, is_number

NOTES_LIMIT = 5_000  # characters in the presenter's notes of one step

Minutes = Annotated[float, Field(strict=True, allow_inf_nan=False, gt=0, le=1_440)]
Share = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=1)]
Notes = Annotated[
    dict[
        Language,
        Annotated[
            str,
            StringConstraints(strip_whitespace=True, min_length=1, max_length=NOTES_LIMIT),
            AfterValidator(printable),
        ],
    ],
    Field(min_length=1),
]


class Phase(Part):
    """A part of a lesson of so many ``minutes``; ``text`` says what to do."""

    minutes: Minutes
    title: Text
    text: Text


class Lesson(Part):
    """A lesson of so many ``minutes``, which its phases fill and do not exceed."""

    minutes: Minutes
    title: Text
    phases: Annotated[tuple[Phase, ...], Field(min_length=1, max_length=50)]

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        limit = data.get("minutes")
        spent = [phase.get("minutes") for _, phase in items(data, "phases")]
        planned = sum(n for n in spent if is_number(n))
        if is_number(limit) and planned > limit > 0:
            yield Fault(("phases",), "phases_too_long", {"planned": planned, "minutes": limit})


class Goal(Part):
    """What the class will know or be able to do, and in which subject."""

    subject: Text
    text: Text


class Step(Part):
    """One screen of a presentation, planned to stand for so many ``minutes``.

    ``at`` is the part of the leg that has been passed, of one; ``text`` is shown
    to all, and ``notes`` to the presenter.
    """

    kind: Literal["title", "approach", "moment", "question", "closing"]
    minutes: Minutes
    text: Text
    leg: Id | None = None
    at: Share | None = None
    question: Id | None = None
    notes: Notes | None = None

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        kind, leg = data.get("kind"), data.get("leg")
        asks = data.get("question") is not None
        if kind in ("approach", "moment") and leg is None and not cls.misspelt(data, ["leg"]):
            yield Fault((), "step_without_leg", {"kind": kind})
        if kind == "question" and not asks and not cls.misspelt(data, ["question"]):
            yield Fault((), "step_without_question")
        if asks and kind in ("title", "approach", "moment", "closing"):
            yield Fault(("question",), "step_can_not_ask", {"kind": kind})
        if data.get("at") is not None and kind in ("title", "question", "closing") and leg is None:
            yield Fault(("at",), "share_without_leg")


class Term(Part):
    """A word to learn: a place of the journey, or a ``term`` by language."""

    place: Id | None = None
    term: Text | None = None
    text: Text

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        yield from cls._one_of_two(data, "place", "term")


class Yardstick(Part):
    """Something to compare with: a speed, or another way with its distance and time."""

    name: Text
    mode: ModeId | None = None
    speed: Speed | None = None
    distance: Distance | None = None
    duration: Duration | None = None

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        names = ("speed", "distance", "duration")
        if all(data.get(name) is None for name in names) and not cls.misspelt(data, names):
            yield Fault((), "nothing_to_compare")


class Reading(Part):
    """Something to read on: one of the journey's sources, or an address with a title."""

    source: Id | None = None
    url: HttpUrl | None = None
    title: Text | None = None
    note: Text | None = None

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        yield from cls._one_of_two(data, "source", "url")
        titled = data.get("title") is not None or cls.misspelt(data, ["title"])
        if data.get("source") is None and data.get("url") is not None and not titled:
            yield Fault((), "address_without_title")


class Teaching(Part):
    """All that a journey gives to a class; every part of it may be left out."""

    content_note: Text | None = None
    lessons: Annotated[tuple[Lesson, ...], Field(max_length=20)] = ()
    goals: Annotated[tuple[Goal, ...], Field(max_length=50)] = ()
    questions: Annotated[tuple[Question, ...], Field(max_length=200)] = ()
    steps: Annotated[tuple[Step, ...], Field(max_length=200)] = ()
    vocabulary: Annotated[tuple[Term, ...], Field(max_length=200)] = ()
    compare: Annotated[tuple[Yardstick, ...], Field(max_length=50)] = ()
    links: Annotated[tuple[Reading, ...], Field(max_length=100)] = ()

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        yield from twice(data, "questions")
        yield from expected(data, "questions", _unasked(data))

    def question(self, key: str) -> Question:
        """The question with that id."""
        return next(question for question in self.questions if question.id == key)


def _unasked(data: dict[str, Any]) -> Iterator[Fault]:
    known = ids(data, "questions")
    for index, step in items(data, "steps"):
        path = ("steps", index, "question")
        yield from stray(path, step.get("question"), "unknown_question", known)
