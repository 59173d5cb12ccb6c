"""Which journey is shown, and the list from which another is chosen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

import streamlit as st

from journey.dashboard import content
from journey.dashboard.sections import LEG, MOMENT
from journey.errors import NotReadError, plain
from journey.files.folder import find
from journey.server import journeys, shelf
from journey.server.cache import CACHE
from journey.server.spine import Spine, State
from journey.words.wording import Wording

JOURNEY = "journey"  # the key of the journey's name in the URL
ANOTHER = "another"  # the key of the list
LANDED = "landed"  # the key of the name of the journey that a viewer without a link came to
OWN = (LEG, *MOMENT)  # what the URL says of one journey only
SHOWN = 100  # characters at the most of a name that no journey has


def choose(wording: Wording) -> Path | None:
    """The folder of the journey that is to be shown, or None where there is none.

    It is that of the link, else the first without faults, else the first. The
    others are offered, where there are any.
    """
    spines = shelf.shelf()
    wanted = st.query_params.get(JOURNEY)
    found = _found(spines, wanted)
    if found is None:
        st.html(content.notice(_none(journeys.root(), wording)))
        return None
    make = partial(_names, spines, wording)
    named = CACHE.get(("names", wording.language), make, stamp=spines)
    others = {label: name for label, name in named.items() if name != found.name}
    if others:
        _offer(others, wording)
    if wanted not in (None, found.name):
        missing = plain(wanted or "")[:SHOWN]
        st.html(content.notice(wording.say("page.no_journey", name=missing)))
    return found.folder


def _found(spines: tuple[Spine, ...], wanted: str | None) -> Spine | None:
    """The one of that name, else the one that the viewer came to at first.

    More becomes known of the journeys while they are read; nobody is led from
    one to another by that.
    """
    named = {spine.name: spine for spine in spines}
    landed = named.get(wanted or "") or named.get(st.session_state.get(LANDED, ""))
    if landed is None:
        landed = shelf.first_sound() or next(iter(spines), None)
        st.session_state[LANDED] = landed.name if landed else ""
    return landed


def _names(spines: tuple[Spine, ...], wording: Wording) -> Mapping[str, str]:
    return {label: spine.name for label, spine in labels(spines, wording).items()}


def labels(spines: Iterable[Spine], wording: Wording) -> dict[str, Spine]:
    """The journeys by what the list calls them, no two alike, those with faults last.

    That is their title in the viewer's language. Where several have the same,
    and where none is known, it is their name.
    """
    titled = [(wording.pick(spine.title) if spine.title else "", spine) for spine in spines]
    times = Counter(title for title, _ in titled)
    named: dict[str, Spine] = {}
    for title, spine in sorted(titled, key=_order):
        label = title or spine.name
        if spine.state is State.FAULTY:
            label = wording.say("page.faulty", name=spine.name)
        while label in named or (label == title and times[title] > 1):
            label = wording.say("page.same_title", title=label, name=spine.name)
        named[label] = spine
    return named


def _order(entry: tuple[str, Spine]) -> tuple[bool, str, str]:
    """Where an entry stands: those with faults last, and the 2nd before the 10th."""
    title, spine = entry
    even = re.sub("[0-9]+", lambda digits: digits[0].zfill(9), (title or spine.name).casefold())
    return spine.state is State.FAULTY, even, spine.name


def _offer(others: Mapping[str, str], wording: Wording) -> None:
    """The list of the others; it goes on saying what it is for, and not what was chosen."""
    word = wording.say("page.another")
    st.selectbox(
        word,
        list(others),
        index=None,
        key=ANOTHER,
        placeholder=word,
        filter_mode="contains",
        label_visibility="collapsed",
        on_change=_take,
        args=(others,),
    )


def _take(names: Mapping[str, str]) -> None:
    """Write the journey that was chosen into the URL, before the page runs."""
    name = names.get(st.session_state[ANOTHER])
    st.session_state[ANOTHER] = None
    if name is None:
        return
    for key in OWN:
        st.query_params.pop(key, None)
    st.query_params[JOURNEY] = name


def _none(root: Path, wording: Wording) -> str:
    """Why there is no journey to choose."""
    try:
        find(root)
    except NotReadError as error:
        return str(error)
    return wording.say("page.no_journeys", folder=plain(str(root)))
