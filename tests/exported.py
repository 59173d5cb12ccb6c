"""What the tests of all formats share: the shipped journey, one over the edge, a hostile one."""

from __future__ import annotations

from typing import Any

from journey import Track
from journey.words.wording import Wording
from tests.conftest import known, leg, place, track

ENGLISH = Wording("en")

# What must come out as it went in, as text and as nothing else.
HOSTILE = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    '" onload="alert(1)',
    "javascript:alert(1)",
    "\u202ereversed\u202c",
    "{{ 7*7 }} {0} %s $[name]",
    "<![CDATA[<b>]]> ]]>",
    "&amp; &#60; &lt;",
    "=HYPERLINK(1)",
    "two\nlines\tand a tab",
]


def hostile(text: str) -> Track:
    """A journey with ``text`` in every field that takes words."""
    told = {"en": text}
    claim = {"basis": "reported", "source": "s", "method": told, "note": told}
    size = {**claim, "basis": "derived", "value": 1}
    places = [place(k, 0, lon) | {"name": told, "reason": told} for k, lon in LONS.items()]
    one = leg("a", "b") | dict(
        name=told,
        text=told,
        unknown=[told],
        stops=[{**claim, "place": "c", "dwell": [{**size, "unit": "min"}]}],
        duration=[{**size, "unit": "h"}],
        distance=[{**size, "unit": "km"}],
        departs=[{**claim, "at": "2021-02-25T07:00+09:00"}],
    )
    source = {"id": "s", "title": text, "publisher": text, "author": text}
    source["url"] = "https://example.org/?a=1&b='"
    texts: Any = {"title": told, "summary": told, "rights": told}
    day = [{**claim, "at": "2021-02-25"}]
    return track(places=places, legs=[one], sources=[source], day=day, **texts)


LONS = {"a": 0, "b": 1, "c": 0.5}


def over_the_edge() -> Track:
    """From Fiji eastwards over the antimeridian to Samoa, and back to Fiji."""
    places = [place("fiji", -18, 178), place("samoa", -14, -172)]
    line = [(-18.0, 178.0), (-16.0, -178.0), (-14.0, -172.0)]
    there = leg("fiji", "samoa", mode="ship", shape=known(line=line))
    return track(places=places, legs=[there, leg("samoa", "fiji", mode="plane")])
