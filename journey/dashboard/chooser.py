"""Which journey is shown, and how another is chosen: from a list, or at the way in to all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import streamlit as st

from journey.dashboard import content
from journey.dashboard.choice import LANG
from journey.dashboard.entrance import entrance, style
from journey.dashboard.sections import LEG, MOMENT
from journey.errors import NotReadError, plain
from journey.files.folder import find
from journey.server import journeys, shelf
from journey.server.cache import CACHE
from journey.server.preview import JOURNEY
from journey.server.spine import Spine, State
from journey.server.turns import TURN
from journey.words import sorting
from journey.words.wording import Wording

ANOTHER = "another"  # the key of the list
LANDED = "landed"  # the key of the name of the journey that stood alone when a viewer came
OPEN = "open"  # the key of the journey that the viewer has had shown last
ALL = ""  # what the URL has in the place of a name for the way in to all
OWN = (LEG, *MOMENT)  # what the URL says of one journey only
FEW, PATIENCE = 20, 3.0  # journeys that are waited for until they are read, and seconds at the most
SHOWN = 100  # characters at the most of a name that no journey has


def choose(wording: Wording) -> Path | None:
    """The folder of the journey that is to be shown, or None where there is none.

    It is that of the link, or the only one there is, or that which their folder
    names. Where there are several, the others are offered, and all of them
    without a link to one of them, or where the link asks for none.
    """
    spines = shelf.shelf()
    wanted = st.query_params.get(JOURNEY)
    found = _taken_away(spines, wanted) or _found(spines, wanted)
    st.session_state[OPEN] = found
    missing = plain(wanted or "")[:SHOWN] if wanted and wanted != (found and found.name) else ""
    if not spines and found is None:
        st.html(content.notice(_none(journeys.root(), wording)))
    elif found is None:
        _enter(spines, missing, wording)
    else:
        _offer(spines, found, wording)
        if missing:
            st.html(content.notice(wording.say("page.no_journey", name=missing)))
    return found.folder if found else None


def _taken_away(spines: tuple[Spine, ...], wanted: str | None) -> Spine | None:
    """The journey that the viewer has open still, although it is not offered any more."""
    shown: Spine | None = st.session_state.get(OPEN)
    if shown is None or any(spine.name == shown.name for spine in spines):
        return None
    asked = wanted == shown.name or (wanted is None and not spines)
    return shown if asked and journeys.lasting(shown.folder) else None


def _found(spines: tuple[Spine, ...], wanted: str | None) -> Spine | None:
    """The one of that name, else the only one, also where more have come since the viewer did.

    Without a name it is the one that opens; ALL is no name, and asks for none.
    """
    if wanted == ALL and len(spines) > 1:
        return None
    named = {spine.name: spine for spine in spines}
    found = named.get(wanted or "") or named.get(st.session_state.get(LANDED, ""))
    if found is None and wanted is None and len(spines) > 1:
        found = named.get(shelf.opens())
    if found is None and len(spines) == 1:
        (found,) = spines
        st.session_state[LANDED] = found.name
    return found


def _enter(spines: tuple[Spine, ...], missing: str, wording: Wording) -> None:
    """The way in to all, perhaps for who asked for one that is not there.

    Where a few are still to be read they are waited for, so that it need not be
    loaded again.
    """
    if len(spines) <= FEW and any(spine.state is State.UNREAD for spine in spines):
        with TURN.left():
            spines = shelf.whole(PATIENCE)
    code = LANG.now()
    kept = {LANG.name: code} if code else {}
    order = shelf.arrangement().order

    def make() -> str:
        return entrance(labels(spines, wording, order), kept, wording)

    st.html(style())
    if missing:
        st.html(content.notice(wording.say("page.no_such", name=missing)))
    st.html(CACHE.get(("entrance", wording.code, code), make, stamp=(spines, order)))


def _names(
    spines: tuple[Spine, ...], wording: Wording, order: tuple[str, ...]
) -> Mapping[str, str]:
    return {label: spine.name for label, spine in labels(spines, wording, order).items()}


def labels(
    spines: Iterable[Spine], wording: Wording, first: Sequence[str] = ()
) -> dict[str, Spine]:
    """The journeys by what the list calls them, no two alike, those with faults last.

    The ``first`` by their names come first, in this order, and the rest by their labels.

    That is their title in the viewer's language. Where several have the same,
    and where none is known, it is their name.
    """
    titled = [(wording.pick(spine.title) if spine.title else "", spine) for spine in spines]
    times = Counter(title for title, _ in titled)
    named: dict[str, Spine] = {}
    ranks = {name: rank for rank, name in enumerate(first)}

    def order(entry: tuple[str, Spine]) -> tuple[bool, int, sorting.Key, str]:
        title, spine = entry
        rank = ranks.get(spine.name, len(ranks))
        known = sorting.order(title or spine.name, wording.language)
        return spine.state is State.FAULTY, rank, known, spine.name

    for title, spine in sorted(titled, key=order):
        label = title or spine.name
        if spine.state is State.FAULTY:
            label = wording.say("page.faulty", name=spine.name)
        while label in named or (label == title and times[title] > 1):
            label = wording.say("page.same_title", title=label, name=spine.name)
        named[label] = spine
    return named


def _offer(spines: tuple[Spine, ...], found: Spine, wording: Wording) -> None:
    """The list of the others, where there are any, and what leads to all.

    It goes on saying what it is for, and not what was chosen.
    """
    if len(spines) < 2:
        return
    order = shelf.arrangement().order
    make = partial(_names, spines, wording, order)
    named = CACHE.get(("names", wording.code), make, stamp=(spines, order))
    others = {wording.say("page.all"): ""}
    others |= {label: name for label, name in named.items() if name != found.name}
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
    """Write the journey that was chosen into the URL, or none for all, before the page runs."""
    name = names.get(st.session_state[ANOTHER])
    st.session_state[ANOTHER] = None
    if name is None:
        return
    kept = {key: value for key, value in st.query_params.items() if key not in (*OWN, JOURNEY)}
    # The URL that a run of the page knows may be an older one.
    if code := LANG.now():
        kept[LANG.name] = code
    # Where one opens by itself, the way in to all has to be asked for.
    named = {JOURNEY: name or ALL} if name or shelf.opens() else {}
    st.query_params.from_dict({**kept, **named})


def _none(root: Path, wording: Wording) -> str:
    """Why there is no journey to choose."""
    try:
        find(root)
    except NotReadError as error:
        return str(error)
    return wording.say("page.no_journeys", folder=plain(str(root)))
