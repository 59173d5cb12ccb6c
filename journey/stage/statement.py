"""A statement as the browser is told it."""

from __future__ import annotations

from journey.words.provenance import Footing, grounds


def statement(found: Footing) -> dict[str, str]:
    """What is said, the key of how that is known, and what it stands on in one text.

    >>> statement(Footing("1 km", "assumed", "assumed", "By eye.", "", ()))
    {'said': '1 km', 'basis': 'assumed', 'why': 'By eye.'}
    """
    return {"said": found.said, "basis": found.basis, "why": grounds(found)}
