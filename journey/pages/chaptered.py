"""Many legs as the timeline has them: by chapters, each under its name until it is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from markupsafe import Markup

from journey.stage.chapters import chapters
from journey.track.track import Track
from journey.words.html import tag
from journey.words.wording import Wording


def chaptered(
    track: Track,
    wording: Wording,
    legs: Sequence[Markup],
    shown: Callable[[Sequence[Markup], int], Markup],
) -> Markup:
    """The ``legs`` as HTML by chapters, in each as they are ``shown`` with the index of its first.

    Of a chapter the name and how many legs it has are read before it is opened.
    """
    found = chapters(track, wording)
    bounds = pairwise((*(chapter["first"] for chapter in found), len(legs)))
    folds = (
        tag(
            "details",
            tag(
                "summary",
                tag("h3", chapter["name"]),
                tag("span", chapter["said"], class_="by"),
            ),
            tag("div", shown(legs[first:end], first)),
            class_="chapter",
        )
        for chapter, (first, end) in zip(found, bounds, strict=True)
    )
    return tag("div", *folds, class_="folds")
