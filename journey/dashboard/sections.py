"""The parts of the page, from top to bottom."""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from pathlib import Path

import streamlit as st
from streamlit_folium import st_folium

from journey import cards, charts, itinerary, web
from journey.dashboard import library
from journey.palette import Theme
from journey.provenance import mark_html
from journey.stage.map import Chosen, of_data
from journey.track import LegTrack, Track
from journey.wording import Wording

STAGE = "stage"  # the key under which the stage's last message stands
LEG = "leg"  # the key of the leg that is chosen, also in the URL
LINKED = "linked"  # the key of the leg that the URL held when it was last looked at


def theme() -> Theme:
    """The theme that the viewer's page has."""
    return "dark" if st.context.theme.type == "dark" else "light"


def head(track: Track, wording: Wording) -> None:
    """The title and two sentences."""
    journey = track.journey
    st.html(
        f'<div class="hh head"><h1>{escape(wording.pick(journey.title))}</h1>'
        f"<p>{escape(wording.pick(journey.summary))}</p></div>"
    )


def _heard() -> None:
    """Take over the leg that was picked in the stage, before the page runs."""
    message = st.session_state.get(STAGE) or {}
    if LEG in message:
        st.session_state[LEG] = message[LEG]


def _linked(legs: Collection[str]) -> None:
    """Take over the leg in the URL where that changed; one that is not there is none.

    The binding of widgets to the URL would write the leg's name, in the
    viewer's language, where a link should hold its id.
    """
    linked = st.query_params.get(LEG)
    if linked != st.session_state.get(LINKED):
        st.session_state[LINKED] = linked
        st.session_state[LEG] = linked if linked in legs else None


def _link(chosen: str | None) -> None:
    """Write the leg that is chosen into the URL."""
    if st.session_state.get(LINKED) == chosen:
        return
    st.session_state[LINKED] = chosen
    if chosen is None:
        st.query_params.pop(LEG, None)
    else:
        st.query_params[LEG] = chosen


@st.fragment
def explore(folder: Path, language: str) -> None:
    """The stage, the choice of a leg, and all that changes with it."""
    wording = Wording(language)
    track = library.track(folder)
    stage = st.container(key="stage-box")
    names = {
        leg.leg.id: f"{i}. {wording.pick(leg.leg.name)}" for i, leg in enumerate(track.legs, 1)
    }
    st.subheader(wording.say("page.legs"), anchor=False)
    _linked(names)
    chosen = st.segmented_control(
        wording.say("page.show"),
        list(names),
        format_func=names.__getitem__,
        key=LEG,
        label_visibility="collapsed",
    )
    _link(chosen)
    with stage:
        _stage(folder, wording, chosen)
    st.html(cards.leg_cards(track, wording, chosen))
    _diagrams(track, wording, chosen)


def _stage(folder: Path, wording: Wording, chosen: str | None) -> None:
    chart = of_data(library.wired(folder, wording.language), web.files())
    st_folium(
        chart,
        key=STAGE,
        height=700,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=Chosen(chosen),
        on_change=_heard,
    )


def _diagrams(track: Track, wording: Wording, chosen: str | None) -> None:
    st.subheader(wording.say("page.space_time"), anchor=False)
    text = " ".join(itinerary.paragraphs(track, wording))
    near = chosen or (track.journey.close_up.leg if track.journey.close_up else None)
    wide, narrow = st.columns([2, 1] if near else [1, 0.01], gap="medium")
    with wide:
        st.altair_chart(
            charts.space_time(track, wording, theme(), chosen),
            alt=wording.say("chart.space_time_alt", text=text),
        )
        st.caption(wording.say("page.space_time_caption"))
    if near:
        leg = next(leg for leg in track.legs if leg.leg.id == near)
        with narrow:
            st.altair_chart(
                charts.close_up(track, near, wording, theme()),
                alt=wording.say("page.close_up", leg=wording.pick(leg.leg.name)),
            )
            st.caption(
                wording.say("page.close_up", leg=wording.pick(leg.leg.name))
                + ". "
                + wording.say("page.close_up_caption")
            )


def figures(track: Track, wording: Wording) -> None:
    """Average speeds with their derivation, and each mode's shares."""
    st.subheader(wording.say("page.figures"), anchor=False)
    left, right = st.columns([1, 1], gap="large")
    with left:
        st.html(f'<ul class="hh speeds">{"".join(_speeds(track, wording))}</ul>')
    with right:
        time, way = charts.share_of_time(track), charts.share_of_distance(track)
        told = [
            f"{wording.say(f'mode.{mode}')}: {wording.percent(time[mode])} "
            f"{wording.say('chart.of_time')}, {wording.percent(way[mode])} "
            f"{wording.say('chart.of_distance')}"
            for mode in time
        ]
        st.altair_chart(
            charts.shares(track, wording, theme()),
            alt=wording.say("chart.shares_alt", text="; ".join(told)),
        )
        items = "".join(f"<li>{escape(text)}</li>" for text in told)
        mark = mark_html("derived", wording, wording.say("figure.shares_how"))
        st.html(
            f'<div class="hh shares"><p>{escape(wording.say("figure.shares"))} {mark}</p>'
            f"<ul>{items}</ul></div>"
        )


def _speeds(track: Track, wording: Wording) -> list[str]:
    return [
        f"<li><strong>{escape(itinerary.speed(leg, wording))}</strong> "
        f"{mark_html('derived', wording)} <span>{escape(wording.pick(leg.leg.name))}</span>"
        f"<em>{escape(_how(leg, wording))}</em></li>"
        for leg in track.legs
        if leg.speed
    ]


def _how(leg: LegTrack, wording: Wording) -> str:
    return wording.say(
        "figure.how",
        distance=itinerary.distance(leg, wording),
        duration=itinerary.duration(leg, wording),
    )


def text(track: Track, wording: Wording) -> None:
    """The itinerary as text and table."""
    st.subheader(wording.say("page.itinerary"), anchor=False)
    st.html(cards.itinerary_html(track, wording))


def background(track: Track, wording: Wording) -> None:
    """The story around the journey, the sources, and the licences of the data."""
    if track.journey.story:
        st.subheader(wording.say("page.story"), anchor=False)
        st.html(cards.story(track.journey, wording))
    st.subheader(wording.say("page.sources"), anchor=False)
    st.html(cards.sources(track.journey, wording))
    st.html(
        f'<p class="hh data"><strong>{escape(wording.say("page.data"))}.</strong> '
        f"{web.ATTRIBUTION}</p>"
    )
