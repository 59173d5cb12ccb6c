"""The parts of the page, from top to bottom."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit_folium import st_folium

from journey.dashboard import content
from journey.dashboard.board import board, picked
from journey.server import assets, journeys
from journey.server.journeys import Edition
from journey.server.turns import TURN
from journey.stage.map import Chosen, stage_map

STAGE = "stage"  # the key under which the stage's last message stands
CARDS, DIAGRAM = "cards", "diagram"  # the keys of the boards
COUNT = "count"  # how many picks the stage had sent with its last message
LEG = "leg"  # the key of the leg that is chosen, also in the URL
WRITTEN = "written"  # the key of whether the stage wrote its pick into the URL itself
LINKED = "linked"  # the key of the leg that the URL held when it was last looked at
MOMENT = ("at", "view")  # what else the stage writes into the URL of the leg that is chosen


def _heard() -> None:
    """Take over the leg that was picked in the stage, before the page runs."""
    message = st.session_state.get(STAGE) or {}
    if LEG in message:
        _choose(message[LEG])
        st.session_state[WRITTEN] = True


def _choose(leg: str | None) -> None:
    """Take over a leg that was picked; the stage may have changed the URL since the last run."""
    st.session_state[LEG] = leg
    st.session_state[LINKED] = st.query_params.get(LEG)


def _linked(legs: Collection[str]) -> None:
    """Take over the leg in the URL where that changed; one that is not there is none.

    There is no widget that could be bound to the URL: legs are picked on the
    stage and on the boards.
    """
    linked = st.query_params.get(LEG)
    if LEG not in st.session_state or linked != st.session_state[LINKED]:
        st.session_state[LINKED] = linked
        st.session_state[LEG] = linked
    if st.session_state[LEG] not in legs:
        st.session_state[LEG] = None


def _link(chosen: str | None) -> None:
    """Write the leg that is chosen into the URL; a moment of another leg goes out of it.

    What the stage has written stays: after a second quick pick, the URL is ahead
    of the run for the first, and a step back would lead to what was picked last.
    """
    if st.session_state.pop(WRITTEN, False) or st.session_state[LINKED] == chosen:
        return
    st.session_state[LINKED] = chosen
    for key in MOMENT:
        st.query_params.pop(key, None)
    if chosen is None:
        st.query_params.pop(LEG, None)
    else:
        st.query_params[LEG] = chosen


def _picked_on(key: str) -> None:
    """Take over the leg that was picked on a board, before the page runs."""
    _choose(picked(key))


@st.fragment
@TURN.taken()
def explore(folder: Path, language: str) -> None:
    """The stage, the legs' cards and the diagram, which all have one leg chosen.

    It runs again by itself for as long as the viewer stays, so it takes the
    folder and looks for the edition of the moment.
    """
    edition = journeys.edition(folder)
    _linked([leg.leg.id for leg in edition.track.legs])
    chosen = st.session_state[LEG]
    _link(chosen)
    with st.container(key="stage-box"):
        _stage(edition, language, chosen)
    for key, html in (
        (CARDS, content.legs_html(edition, language)),
        (DIAGRAM, content.diagram_html(edition, language)),
    ):
        board(key, html, chosen, partial(_picked_on, key))


def _stage(edition: Edition, language: str, chosen: str | None) -> None:
    message = st.session_state.get(STAGE) or {}
    st_folium(
        stage_map(assets.addresses(edition, language)),
        key=STAGE,
        height=700,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=Chosen(chosen, message.get(COUNT, 0)),
        on_change=_heard,
    )
