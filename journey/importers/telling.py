"""What is told of an import, in a language."""

from __future__ import annotations

from journey.errors import plain
from journey.importers.found import Remark
from journey.words.wording import Wording

_LONGEST = 300  # characters


def told(remark: Remark, wording: Wording) -> str:
    """The remark on one line: the file, and what was done with how many of its parts."""
    figures = {
        name: wording.listing(figure) if isinstance(figure, tuple) else figure
        for name, figure in remark.figures.items()
    }
    text = wording.count(f"import.{remark.code}", remark.count, **figures)
    return plain(f"{remark.file}: {text}")[:_LONGEST]
