"""The parts of the page, from top to bottom."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import streamlit as st
from streamlit_folium import st_folium

from journey import itinerary, shelf, web
from journey.dashboard import prepared
from journey.dashboard.prepared import Look
from journey.palette import Theme
from journey.stage.map import Chosen, at_address
from journey.track import Track
from journey.wording import Wording

STAGE = "stage"  # the key under which the stage's last message stands
LEG = "leg"  # the key of the leg that is chosen, also in the URL
LINKED = "linked"  # the key of the leg that the URL held when it was last looked at


def theme() -> Theme:
    """The theme that the viewer's page has."""
    return "dark" if st.context.theme.type == "dark" else "light"


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
    track = shelf.track(folder)
    stage = st.container(key="stage-box")
    names = {
        leg.leg.id: f"{i}. {wording.pick(leg.leg.name)}" for i, leg in enumerate(track.legs, 1)
    }
    _linked(names)
    chosen = st.segmented_control(
        wording.say("page.legs"), list(names), format_func=names.__getitem__, key=LEG
    )
    _link(chosen)
    with stage:
        _stage(folder, language, chosen)
    look = Look(language, theme(), chosen)
    st.html(prepared.legs_html(folder, look))
    _diagrams(folder, track, look, wording)


def _stage(folder: Path, language: str, chosen: str | None) -> None:
    st_folium(
        at_address(web.data_address(folder, language), web.files()),
        key=STAGE,
        height=700,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=Chosen(chosen),
        on_change=_heard,
    )


def _diagrams(folder: Path, track: Track, look: Look, wording: Wording) -> None:
    specs = prepared.diagrams(folder, look)
    st.subheader(wording.say("page.space_time"), anchor=False)
    wide, narrow = st.columns([2, 1], gap="medium")
    with wide:
        text = itinerary.total(track, wording)
        st.vega_lite_chart(
            spec=specs["space_time"], alt=wording.say("chart.space_time_alt", text=text)
        )
        st.caption(wording.say("page.space_time_caption"))
    if "close_up" in specs:
        near = look.chosen or (track.journey.close_up.leg if track.journey.close_up else "")
        leg = next(leg for leg in track.legs if leg.leg.id == near)
        title = wording.say("page.close_up", leg=wording.pick(leg.leg.name))
        with narrow:
            st.vega_lite_chart(spec=specs["close_up"], alt=title)
            st.caption(f"{title}. {wording.say('page.close_up_caption')}")


def figures(folder: Path, language: str, wording: Wording) -> None:
    """Average speeds with their derivation, and each mode's shares."""
    st.subheader(wording.say("page.figures"), anchor=False)
    st.html(prepared.figures_html(folder, Look(language)))
