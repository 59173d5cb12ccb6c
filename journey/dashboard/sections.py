"""The parts of the page, from top to bottom."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit_folium import st_folium

from journey.dashboard import content
from journey.dashboard.board import board, picked
from journey.server import assets, journeys
from journey.server.journeys import Edition
from journey.server.turns import TURN
from journey.stage.map import Chosen, stage_map
from journey.words.wording import Wording

STAGE = "stage"  # the key under which the stage's last message stands
LEGS, DIAGRAM = "legs", "diagram"  # the keys of the boards
COUNT = "count"  # how many picks the stage had sent with its last message
LEG = "leg"  # the key of the leg in the URL and in what the stage tells
MOMENT = ("at", "view")  # what else the stage writes into the URL of the leg that is chosen
CHOICE = "choice"  # the key of the leg that is chosen, and of the one that the URL held then


def _heard() -> None:
    """Take over the leg that was picked in the stage, before the page runs."""
    message = st.session_state.get(STAGE) or {}
    if LEG in message:
        _choose(message[LEG])


def _choose(leg: str | None) -> None:
    """Take over a leg that was picked; the stage may have changed the URL since the last run.

    Both stand under one key: Streamlit starts a run while the one before is
    still ending, and of two entries each could be of another run.
    """
    st.session_state[CHOICE] = leg, st.query_params.get(LEG)


def _stepped() -> bool:
    """Whether the page runs because the viewer went back or forward: only then is its URL new.

    After that Streamlit goes on telling that URL, whatever the stage writes.
    """
    run = get_script_run_ctx()
    return run is not None and run.is_history_navigation


def _chosen(legs: Collection[str]) -> str | None:
    """The leg that was picked, or that in the URL if it led here since; one not there is none.

    There is no widget that could be bound to the URL: legs are picked on the
    stage and on the boards. Nor is a leg written into the URL here. The stage
    does that, also for the boards, since it alone knows at once where the viewer
    has gone back to: what a run writes arrives late, over what came after.
    """
    linked = st.query_params.get(LEG)
    leg, before = st.session_state.get(CHOICE, (None, None))
    if linked != before or _stepped():
        leg = linked
        st.session_state[CHOICE] = leg, linked
    return leg if leg in legs else None


def _picked_on(key: str) -> None:
    """Take over the leg that was picked on a board, before the page runs."""
    _choose(picked(key))


@st.fragment
@TURN.taken()
def explore(folder: Path, language: str) -> None:
    """The stage, the table of the legs and the diagram, which all have one leg chosen.

    It runs again by itself for as long as the viewer stays, so it takes the
    folder and looks for the edition of the moment.
    """
    edition = journeys.edition(folder)
    chosen = _chosen([leg.leg.id for leg in edition.track.legs])
    with st.container(key="stage-box"):
        _stage(edition, language, chosen)
    say = Wording(language).say
    for key, html, back in (
        (LEGS, content.legs_html(edition, language), say("legs.back")),
        (DIAGRAM, content.diagram_html(edition, language), say("page.diagram_back")),
    ):
        if html:
            board(key, html, chosen, partial(_picked_on, key), back)


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
