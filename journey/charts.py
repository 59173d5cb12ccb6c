"""Diagrams of the track: distance over time, and what share each mode has.

Each returns an Altair chart; times are hours, distances km.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import altair as alt

from journey.palette import MAP, MODES, Theme
from journey.track import LegTrack, Track
from journey.wording import Wording

HOUR = 3_600

# Altair types its charts by how they were put together; to those who show them they are alike.
Chart = alt.Chart | alt.LayerChart | alt.FacetChart


def space_time(
    track: Track, wording: Wording, theme: Theme = "light", chosen: str | None = None
) -> Chart:
    """Distance over elapsed time: flat where they wait, steep where they are fast.

    Bars at the end of each leg show within what bounds its time and its
    distance are known. ``chosen`` is the id of the leg that is marked.
    """
    x = alt.X("hours:Q", title=wording.say("chart.hours"), axis=alt.Axis(tickMinStep=1, grid=True))
    y = alt.Y("km:Q", title=wording.say("chart.km"))
    ends = [_end(leg, wording) for leg in track.legs]
    layers: list[alt.Chart] = []
    for leg in track.legs:
        faded = chosen is not None and chosen != leg.leg.id
        layers.append(_line(leg, theme, 0.35 if faded else 1.0, x, y))
    ink = MAP[theme]["text"]
    bounds = alt.Chart(alt.InlineData(ends))
    tip = [
        alt.Tooltip(f"{key}:N", title=wording.say(f"chart.{key}"))
        for key in ("place", "time", "distance")
    ]
    across = bounds.mark_rule(color=ink, strokeWidth=1.4).encode(
        x=alt.X("low:Q"), x2="high:Q", y=alt.Y("km:Q"), tooltip=tip
    )
    up = bounds.mark_rule(color=ink, strokeWidth=1.4).encode(
        x=alt.X("hours:Q"), y=alt.Y("km_low:Q"), y2="km_high:Q", tooltip=tip
    )
    points = bounds.mark_point(filled=True, size=42, color=ink, opacity=1).encode(
        x=alt.X("hours:Q"), y=alt.Y("km:Q"), tooltip=tip
    )
    names = bounds.mark_text(align="right", dx=-9, dy=-8, color=ink, fontSize=12).encode(
        x=alt.X("hours:Q"), y=alt.Y("km:Q"), text="label:N"
    )
    return alt.layer(*layers, across, up, points, names).properties(height=360)


def close_up(track: Track, leg_id: str, wording: Wording, theme: Theme = "light") -> Chart:
    """One leg on axes of its own, in minutes and km, with the bounds of what is known."""
    leg = next(leg for leg in track.legs if leg.leg.id == leg_id)
    duration, distance = leg.slot.duration, leg.distance
    rows = (
        []
        if duration is None
        else [
            {"minutes": bound / 60, "km": km, "part": part}
            for part, (bound, km) in {
                "slow": (duration.high or duration.used * 1.5, distance.low),
                "used": (duration.used, distance.used),
                "fast": (duration.low, distance.high or distance.used),
            }.items()
        ]
    )
    ink = MODES[leg.leg.mode.value].on(theme)
    paths = [{"minutes": 0.0, "km": 0.0, "part": row["part"]} for row in rows] + rows
    base = alt.Chart(alt.InlineData(paths)).encode(
        x=alt.X("minutes:Q", title=wording.say("chart.minutes")),
        y=alt.Y("km:Q", title=wording.say("chart.km")),
        detail="part:N",
    )
    bounds = base.mark_line(color=ink, opacity=0.45, strokeDash=[4, 3], strokeWidth=1.5)
    used = base.transform_filter("datum.part == 'used'").mark_line(color=ink, strokeWidth=3.5)
    return alt.layer(bounds, used).properties(height=360)


def _line(leg: LegTrack, theme: Theme, opacity: float, x: alt.X, y: alt.Y) -> Any:
    mode = leg.leg.mode.value
    ink = MODES[mode]
    dash = [float(n) for n in ink.dash.split()] or [1.0, 0.0]
    rows = [{"hours": round(fix.seconds / HOUR, 4), "km": round(fix.km, 3)} for fix in _sparse(leg)]
    return (
        alt.Chart(alt.InlineData(rows))
        .mark_line(
            color=ink.on(theme),
            strokeDash=dash,
            strokeWidth=4 if mode == "handcar" else 3,
            opacity=opacity,
            strokeCap="butt",
        )
        .encode(x=x, y=y)
    )


def _sparse(leg: LegTrack) -> Iterator[Any]:
    """The fixes at which speed changes: ends and waits, for progress is even between."""
    fixes = leg.fixes
    for before, fix, after in zip((fixes[0], *fixes), fixes, (*fixes[1:], fixes[-1]), strict=False):
        if fix in (fixes[0], fixes[-1]) or fix.km in (before.km, after.km):
            yield fix


def _end(leg: LegTrack, wording: Wording) -> dict[str, Any]:
    """The end of a leg: hours and km from the start, each with its bounds."""
    time, distance = leg.slot.end, leg.distance
    km = leg.start_km + distance.used
    high = distance.used if distance.high is None else distance.high
    upper = time.used if time.high is None else time.high
    name = wording.pick(leg.end_place.name)
    return {
        "hours": time.used / HOUR,
        "low": time.low / HOUR,
        "high": upper / HOUR,
        "km": km,
        "km_low": leg.start_km + distance.low,
        "km_high": leg.start_km + high,
        "place": name,
        "label": name if distance.used > 60 else "",
        "time": wording.span(time.used),
        "distance": wording.measure(km, "km", digits=0),
    }


def shares(track: Track, wording: Wording, theme: Theme = "light") -> Chart:
    """Each mode's share of the time and of the distance, as two bars."""
    rows = list(_shares(track, wording))
    modes = list(dict.fromkeys(row["mode"] for row in rows))
    inks = [MODES[key].on(theme) for key in dict.fromkeys(leg.leg.mode.value for leg in track.legs)]
    chart: Chart = (
        alt.Chart(alt.InlineData(rows))
        .mark_bar(height={"band": 0.62})
        .encode(
            x=alt.X(
                "share:Q", stack="normalize", title=None, axis=alt.Axis(format="%", tickCount=5)
            ),
            y=alt.Y("of:N", title=None, sort=None, axis=alt.Axis(labelFontSize=13, labelLimit=200)),
            color=alt.Color(
                "mode:N",
                title=None,
                sort=None,
                scale=alt.Scale(domain=modes, range=inks),
                legend=alt.Legend(orient="top", symbolType="square"),
            ),
            order=alt.Order("order:Q"),
            tooltip=[
                alt.Tooltip("mode:N", title=wording.say("table.mode")),
                alt.Tooltip("words:N", title=wording.say("chart.share")),
            ],
        )
        .properties(height=170)
    )
    return chart


def _shares(track: Track, wording: Wording) -> Iterator[dict[str, Any]]:
    for key, share in (
        ("chart.of_time", share_of_time(track)),
        ("chart.of_distance", share_of_distance(track)),
    ):
        for order, (mode, part) in enumerate(share.items()):
            yield {
                "of": wording.say(key),
                "mode": wording.say(f"mode.{mode}"),
                "share": part,
                "order": order,
                "words": wording.percent(part),
            }


def share_of_time(track: Track) -> dict[str, float]:
    """Each mode's share of the time whose length is known, of one."""
    return _parts(track, lambda leg: leg.slot.duration.used if leg.slot.duration else 0.0)


def share_of_distance(track: Track) -> dict[str, float]:
    """Each mode's share of the distance, of one."""
    return _parts(track, lambda leg: leg.distance.used)


def _parts(track: Track, size: Any) -> dict[str, float]:
    sums: dict[str, float] = {}
    for leg in track.legs:
        sums[leg.leg.mode.value] = sums.get(leg.leg.mode.value, 0.0) + size(leg)
    whole = sum(sums.values())
    return {mode: part / whole if whole else 0.0 for mode, part in sums.items()}
