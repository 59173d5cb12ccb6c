"""The page: choose a journey, guard against faults, show it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from journey import JourneyFileError, Track
from journey.dashboard import library, sections
from journey.wording import Wording, languages

STYLE = Path(__file__).with_name("page.css")


def language() -> str:
    """The viewer's language: that of the link, else the browser's, else English."""
    wanted = [st.query_params.get("lang"), (st.context.locale or "").split("-")[0]]
    return next((code for code in wanted if code in languages()), "en") or "en"


def choose(wording: Wording) -> Path | None:
    """The folder of the journey that is to be shown, or None where there is none."""
    shelf = library.shelf()
    if not shelf:
        st.info(wording.say("page.no_journeys", folder=library.root()))
        return None
    if len(shelf) == 1:
        return next(iter(shelf.values()))
    name = st.selectbox(
        wording.say("page.journey"),
        list(shelf),
        key="journey",
        bind="query-params",
        label_visibility="collapsed",
    )
    return shelf.get(name, next(iter(shelf.values())))


def guard(folder: Path, wording: Wording) -> Track | None:
    """The track of the journey, or None after its faults were shown in its place."""
    try:
        return library.track(folder)
    except JourneyFileError as error:
        st.error(wording.say("page.broken", name=folder.name))
        st.code("\n".join(map(str, error.complaints[:200])), language=None, wrap_lines=True)
        return None


def page() -> None:
    """The whole page, read aloud."""
    wording = Wording(language())
    st.html(STYLE)
    folder = choose(wording)
    track = guard(folder, wording) if folder else None
    if folder is None or track is None:
        return
    sections.head(track, wording)
    sections.explore(folder, wording.language)
    sections.figures(track, wording)
    sections.text(track, wording)
    sections.background(track, wording)


st.set_page_config(
    page_title="Handcar Home", page_icon="🛤️", layout="wide", initial_sidebar_state="collapsed"
)
page()
