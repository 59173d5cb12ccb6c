"""Guesses whose answer nobody can find on their slider."""

from __future__ import annotations

from collections.abc import Iterator

from journey.model.part import Fault
from journey.track.track import Track
from journey.words.answers import span


def guesses(track: Track) -> Iterator[Fault]:
    """Guesses without an answer, and those whose slider leaves the answer out.

    It is advice: the journey is told as well, and its lesson has a fault.
    """
    teaching = track.journey.teaching
    for index, question in enumerate(teaching.questions if teaching else ()):
        if question.kind != "guess" or question.low is None or question.high is None:
            continue
        path = ("teaching", "questions", index)
        found = span(question, track)
        if found is None:
            yield Fault(path, "answer_unknown")
        elif not question.low <= found.used <= question.high:
            figures = {"answer": found.used, "low": question.low, "high": question.high}
            end = "low" if found.used < question.low else "high"
            yield Fault((*path, end), "answer_off_the_slider", figures)
