"""The page: choose a journey, guard against faults, show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st

from journey import JourneyError, JourneyFileError
from journey.dashboard import content, parts, sections
from journey.dashboard.board import board, head
from journey.dashboard.choice import LANG
from journey.dashboard.chooser import choose
from journey.files.folder import name_of
from journey.server import journeys
from journey.server.journeys import Edition
from journey.server.negotiation import preferred
from journey.server.preview import SITE
from journey.server.turns import TURN
from journey.words.faults import message
from journey.words.offered import codes
from journey.words.wording import Wording


def language(own: Sequence[str] = ()) -> str:
    """The viewer's language: that of the link, else the browser's, else a journey's ``own`` first.

    One that is not there is left out of the address.
    """
    wanted = LANG.now()
    if wanted in codes(own):
        return wanted
    return preferred(st.context.headers.get("Accept-Language") or st.context.locale or "", own)


def _tidied(own: Sequence[str]) -> None:
    """Take a language out of the address that nothing is there in."""
    if st.query_params.get(LANG.name, "") not in ("", *codes(own)):
        del st.query_params[LANG.name]


def guard(folder: Path, wording: Wording) -> Edition | None:
    """The journey's edition if it can be shown; its faults stand in its place where not."""
    try:
        found = journeys.edition(folder)
        _ = found.track
    except JourneyError as error:
        st.html(content.notice(wording.say("page.broken", name=name_of(folder)), role="alert"))
        st.code("\n".join(_faults(error, folder, wording)), language=None, wrap_lines=True)
        return None
    return found


def _faults(error: JourneyError, folder: Path, wording: Wording) -> list[str]:
    """The first faults, with the folder before the name of the file."""
    if not isinstance(error, JourneyFileError):
        return [str(error)]
    lying = [replace(c, file=str(folder / c.file)) for c in error.complaints[:200]]
    return [message(complaint, wording) for complaint in lying]


def page() -> None:
    """The whole page, read aloud."""
    wording = Wording(language())
    top = st.container(key="top")
    with top:
        folder = choose(wording)
        edition = guard(folder, wording) if folder else None
        if folder is None or edition is None:
            head(content.others_html(wording.code), wording)
            return
    own = edition.track.journey.languages
    code = language(own)
    wording = Wording(code)
    _tidied(own)
    st.set_page_config(page_title=str(wording.pick(edition.track.journey.title)))
    # What takes longest to be on screen is sent first.
    sections.explore(folder, code)
    with top:
        head(content.head_html(edition, code), wording)
    board(parts.REST, parts.part(parts.REST, edition, code), wording)


st.set_page_config(
    page_title=SITE,
    page_icon="🛤️",
    layout="wide",
    initial_sidebar_state="collapsed",
)
with TURN.taken():
    page()
