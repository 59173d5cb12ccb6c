"""Diagrams of the track: distance over time, of the whole and of one leg.

Each returns an Altair chart; times are hours, distances km.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

import altair as alt
from vl_convert import vegalite_to_svg

from journey.model.palette import MAP, MODES, Theme
from journey.track.track import LegTrack, Track
from journey.words.provenance import interval
from journey.words.wording import Wording

FONT = "'Source Sans', 'Source Sans Pro', 'Liberation Sans', sans-serif"
HOUR, MINUTE = 3_600, 60  # seconds

# Legs shorter than this share of the whole are not named: their names would lie on each other.
LABELLED = 0.05

# Altair types its charts by how they were put together; to those who show them they are alike.
Chart = alt.Chart | alt.LayerChart | alt.FacetChart


def picture(chart: Chart, theme: Theme, label: str, *, width: int, height: int) -> str:
    """The chart as SVG markup, its plot ``width`` by ``height`` px, ``label`` read out."""
    ink, rule = MAP[theme]["soft"], MAP[theme]["rule"]
    axis = {
        "labelColor": ink,
        "titleColor": ink,
        "gridColor": rule,
        "domainColor": rule,
        "tickColor": rule,
        "labelFontSize": 12,
        "tickCount": 6,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    }
    sized = chart.properties(width=width, height=height, background="transparent").configure(
        font=FONT, axis=axis, view=alt.ViewConfig(stroke=None)
    )
    svg = vegalite_to_svg(sized.to_dict(), vl_version=alt.SCHEMA_VERSION.rpartition(".")[0])
    words = f'class="plot" role="img" aria-label="{escape(label)}"'
    # A function, for a template would take a backslash in the label for a command.
    return re.sub(r'class="marks" width="\d+" height="\d+"', lambda _: words, svg, count=1)


def space_time(
    track: Track, wording: Wording, theme: Theme = "light", chosen: str | None = None
) -> Chart:
    """Distance over elapsed time: flat where they wait, steep where they are fast.

    Bars at the end of each leg show within what bounds its time and its
    distance are known; where nothing bounds the distance from above, its name
    says so. ``chosen`` is the id of the leg that is marked.
    """
    least = LABELLED * track.distance.used
    rows = [row for leg in track.legs for row in (*_steps(leg), _end(leg, least, wording))]
    base = alt.Chart(alt.InlineData(rows))
    x = alt.X("hours:Q", title=wording.say("chart.hours"), axis=alt.Axis(tickMinStep=1))
    y = alt.Y("km:Q", title=wording.say("chart.km"))
    lines = [
        _line(base, leg, theme, 1.0 if chosen in (None, leg.leg.id) else 0.35).encode(x=x, y=y)
        for leg in track.legs
    ]
    return alt.layer(*lines, *_ends(base, MAP[theme]["text"]))


def _ends(base: Any, ink: str) -> list[Any]:
    """Points, bars and names at the ends of the legs."""
    ends = base.transform_filter("datum.part == 'end'")
    rule = ends.mark_rule(color=ink, strokeWidth=1.4)
    return [
        rule.encode(x=alt.X("low:Q"), x2="high:Q", y=alt.Y("km:Q")),
        rule.encode(x=alt.X("hours:Q"), y=alt.Y("km_low:Q"), y2="km_high:Q"),
        ends.mark_point(filled=True, size=42, color=ink, opacity=1).encode(
            x=alt.X("hours:Q"), y=alt.Y("km:Q")
        ),
        ends.mark_text(align="right", dx=-9, dy=-8, color=ink, fontSize=12).encode(
            x=alt.X("hours:Q"), y=alt.Y("km:Q"), text="label:N"
        ),
    ]


def close_up(track: Track, leg_id: str, wording: Wording, theme: Theme = "light") -> Chart:
    """One leg on axes of its own, in minutes and km, with the bounds of what is known."""
    leg = next(leg for leg in track.legs if leg.leg.id == leg_id)
    ink = MODES[leg.leg.mode.value].on(theme)
    base = alt.Chart(alt.InlineData(list(_bounds(leg)))).encode(
        x=alt.X("minutes:Q", title=wording.say("chart.minutes")),
        y=alt.Y("km:Q", title=wording.say("chart.km")),
        detail="part:N",
    )
    bounds = base.mark_line(color=ink, opacity=0.45, strokeDash=[4, 3], strokeWidth=1.5)
    used = base.transform_filter("datum.part == 'used'").mark_line(color=ink, strokeWidth=3.5)
    return alt.layer(bounds, used)


def _bounds(leg: LegTrack) -> Iterator[dict[str, Any]]:
    """Start and end of the slowest, the used and the fastest way to go the leg."""
    time, way = leg.slot.duration, leg.distance
    if time is None:
        return
    paths = {
        "slow": (time.high, way.low),
        "used": (time.used, way.used),
        "fast": (time.low, way.high or way.used),
    }
    for part, (lasts, km) in paths.items():
        if lasts is not None:
            yield {"part": part, "minutes": 0.0, "km": 0.0}
            yield {"part": part, "minutes": lasts / MINUTE, "km": km}


def _line(base: Any, leg: LegTrack, theme: Theme, opacity: float) -> Any:
    mode = leg.leg.mode.value
    dash = [float(n) for n in MODES[mode].dash.split()] or [1.0, 0.0]
    return base.transform_filter(f"datum.part == 'line' && datum.leg == '{leg.leg.id}'").mark_line(
        color=MODES[mode].on(theme),
        strokeDash=dash,
        strokeWidth=4 if mode == "handcar" else 3,
        opacity=opacity,
        strokeCap="butt",
    )


def _steps(leg: LegTrack) -> Iterator[dict[str, Any]]:
    """The fixes at which speed changes: ends and waits, for progress is even between."""
    fixes = leg.fixes
    for index, fix in enumerate(fixes):
        around = (fixes[max(index - 1, 0)].km, fixes[min(index + 1, len(fixes) - 1)].km)
        if index in (0, len(fixes) - 1) or fix.km in around:
            yield {
                "part": "line",
                "leg": leg.leg.id,
                "hours": round(fix.seconds / HOUR, 4),
                "km": round(fix.km, 3),
            }


def _end(leg: LegTrack, least: float, wording: Wording) -> dict[str, Any]:
    """The end of a leg: hours and km from the start, each with its bounds.

    A bar ends at the figure used where nothing bounds it from above. Ends of
    legs of less than ``least`` km have no label.
    """
    time, way = leg.slot.end, leg.end_distance
    return {
        "part": "end",
        "hours": time.used / HOUR,
        "low": time.low / HOUR,
        "high": (time.used if time.high is None else time.high) / HOUR,
        "km": way.used,
        "km_low": way.low,
        "km_high": way.used if way.high is None else way.high,
        "label": _label(leg, wording) if leg.distance.used >= least else "",
    }


def _label(leg: LegTrack, wording: Wording) -> str:
    """The place where the leg ends, with the distance to it where that is open above."""
    name, way = wording.pick(leg.end_place.name), leg.end_distance
    if way.high is not None:
        return name
    return wording.say("chart.end", place=name, distance=interval(way, "km", wording, digits=0))
