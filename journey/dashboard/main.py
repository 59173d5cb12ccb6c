"""The page: choose a journey, guard against faults, show it."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from journey import JourneyError
from journey.basemap import credits
from journey.dashboard import content, sections
from journey.server import journeys
from journey.words.wording import Wording, languages


def language() -> str:
    """The viewer's language: that of the link, else the browser's, else English."""
    wanted = [st.query_params.get("lang"), (st.context.locale or "").split("-")[0]]
    return next((code for code in wanted if code in languages()), "en")


def choose(wording: Wording) -> Path | None:
    """The folder of the journey that is to be shown, or None where there is none."""
    found = journeys.folders()
    if not found:
        st.info(wording.say("page.no_journeys", folder=journeys.root()))
        return None
    if len(found) == 1:
        return next(iter(found.values()))
    name = st.selectbox(
        wording.say("page.journey"),
        list(found),
        key="journey",
        bind="query-params",
        label_visibility="collapsed",
    )
    return found.get(name, next(iter(found.values())))


def guard(folder: Path, wording: Wording) -> bool:
    """Whether the journey can be shown; its faults stand in its place where not."""
    try:
        journeys.track(folder)
    except JourneyError as error:
        faults = getattr(error, "complaints", (error,))[:200]
        st.error(wording.say("page.broken", name=folder.name))
        st.code("\n".join(map(str, faults)), language=None, wrap_lines=True)
        return False
    return True


def page() -> None:
    """The whole page, read aloud."""
    code = language()
    wording = Wording(code)
    st.html(content.style())
    folder = choose(wording)
    if folder is None or not guard(folder, wording):
        return
    above, below = content.page_html(folder, code)
    st.html(above)
    sections.explore(folder, code)
    sections.figures(folder, code)
    st.html(below)
    title = escape(wording.say("page.data"))
    data = content.rights_html(folder, code) + credits.ATTRIBUTION
    st.html(f'<p class="hh data"><strong>{title}.</strong> {data}</p>')


st.set_page_config(
    page_title="Handcar Home",
    page_icon="🛤️",
    layout="wide",
    initial_sidebar_state="collapsed",
)
page()
