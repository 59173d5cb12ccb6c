"""Files that nobody would make: sound ones with pieces cut out, put in, doubled or changed.

``make test`` tries a few of them, the same each time; ``make fuzz`` many, others each time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

Test = TypeVar("Test", bound=Callable[..., None])
FEW = 40
_COUNT = int(os.environ.get("FUZZ") or 0)
# What readers of text, XML, JSON and YAML stumble over.
_ODD = (
    b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b"<", b"]]>", b"<!--", b"&a;", b"\"",
    b"{", b"[", b"]", b"}", b",", b":", b"- ", b"-", b"NaN", b"1e999", b"99999999999999999999",
    b"0", b"null", b"\xf0\x9f\x9a\x82", "\u202e".encode(), b"\x1b[2J", b"??:??", b"2025-06-01",
    b"<script>x()</script>", b"9999-12-31T23:59:59Z", b"0000-00-00T00:00:00Z", b"180", b"-90",
)  # fmt: skip


def bounded(test: Test) -> Test:
    """The test with so many examples as are wanted."""
    chosen = settings(
        max_examples=_COUNT or FEW,
        derandomize=not _COUNT,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    return chosen(test)


def spoilt(samples: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """One of the samples, with up to eight pieces changed."""
    place = st.integers(0, max(map(len, samples)))
    piece = st.sampled_from(_ODD) | st.binary(max_size=6)
    change = st.tuples(place, st.integers(0, 40), piece, st.booleans())
    return st.builds(_changed, st.sampled_from(samples), st.lists(change, max_size=8))


def _changed(sample: bytes, changes: Sequence[tuple[int, int, bytes, bool]]) -> bytes:
    for at, length, piece, doubled in changes:
        at %= len(sample) + 1
        some = sample[at : at + length]
        sample = sample[:at] + piece + (some * 2 if doubled else b"") + sample[at + length :]
    return sample
