"""The parts of the page, from top to bottom."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import streamlit as st
from streamlit_folium import st_folium

from journey.dashboard.board import board, picked
from journey.dashboard.choice import Choice
from journey.dashboard.parts import LEGS, part
from journey.server import assets, journeys
from journey.server.journeys import Edition
from journey.server.turns import TURN
from journey.stage.map import Told, framed_map
from journey.words.wording import Wording

STAGE = "stage"  # the key under which the stage's last message stands
COUNT = "count"  # how many picks the stage had sent with its last message
LEG = "leg"  # the key of the leg in the URL and in what the stage tells
MOMENT = ("at", "view")  # what else the stage writes into the URL of the leg that is chosen
CHOSEN = Choice(LEG)


def _heard() -> None:
    """Take over the leg that was picked in the stage, before the page runs."""
    message = st.session_state.get(STAGE) or {}
    if LEG in message:
        CHOSEN.take(message[LEG])


def _chosen(legs: Collection[str]) -> str | None:
    """The leg that is chosen; one that is not there is none.

    Legs are picked on the stage and on the board, and the stage writes them
    into the URL, also for the board.
    """
    leg = CHOSEN.now()
    return leg if leg in legs else None


def _picked_on() -> None:
    """Take over the leg that was picked on the board, before the page runs."""
    CHOSEN.take(picked(LEGS))


@st.fragment
@TURN.taken()
def explore(folder: Path, language: str) -> None:
    """The stage, the table of the legs and the diagram, which all have one leg chosen.

    It runs again by itself for as long as the viewer stays, so it takes the
    folder and looks for the edition of the moment. Table and diagram are one
    board, for each board is sent anew with every pick, though only by its address.
    """
    edition, wording = journeys.edition(folder), Wording(language)
    chosen = _chosen([leg.leg.id for leg in edition.track.legs])
    with st.container(key="stage-box"):
        _stage(edition, wording, chosen)
    board(LEGS, part(LEGS, edition, language), wording, chosen, _picked_on)


def _stage(edition: Edition, wording: Wording, chosen: str | None) -> None:
    message = st.session_state.get(STAGE) or {}
    addresses = assets.addresses(edition, wording.code)
    missing = wording.say("page.words_failed")
    st_folium(
        framed_map(addresses),
        key=STAGE,
        render=False,  # The map comes rendered, and its page is of no use here.
        height=700,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=Told(chosen, message.get(COUNT, 0), addresses, missing),
        on_change=_heard,
    )
