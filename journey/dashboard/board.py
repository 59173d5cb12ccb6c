"""A board of HTML in the page whose legs can be picked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from journey.dashboard.choice import LANG
from journey.dashboard.parts import Part
from journey.stage import bundle
from journey.words.offered import called
from journey.words.wording import Wording

FETCHED, SCRIPT = (Path(__file__).with_name(f"{name}.js") for name in ("fetched", "board"))
# What binds the second to the first.
IMPORT = f'import {{ content, fail }} from "./{FETCHED.name}";\n'
HEAD = "head"  # the key of what stands above the stage


@cache
def _component() -> Any:
    # Streamlit takes a text of one line for the name of a file.
    own = f"// board\n{bundle.smaller_script(script())}"
    return st.components.v2.component("board", js=own, isolate_styles=False)


def script() -> str:
    """Both scripts as one module, for a component has no more.

    >>> IMPORT in SCRIPT.read_text("utf-8"), "import {" in script(), script().count("export ")
    (True, False, 1)
    """
    fetched, own = (file.read_text("utf-8") for file in (FETCHED, SCRIPT))
    return fetched.replace("export ", "") + own.replace(IMPORT, "")


def _ignored() -> None:
    """What follows a pick where there is nothing to pick."""


def board(
    key: str,
    part: Part,
    wording: Wording,
    chosen: str | None = None,
    on_pick: Callable[[], None] = _ignored,
) -> None:
    """Show the ``part``, which the browser fetches, with the leg ``chosen`` marked.

    A pick in a part with ``data-back`` brings the stage into view, with a button
    of that name that leads to the part again; elsewhere the page stays where it is.

    ``on_pick`` is called before the next run; :func:`picked` then tells the leg.
    """
    failed = wording.say("page.part_failed")
    data = {**part._asdict(), "failed": failed, "chosen": chosen}
    _component()(key=key, data=data, on_leg_change=on_pick)


def head(html: str, wording: Wording) -> None:
    """Show ``html`` above the stage, without waiting for it; the page is in the language of that.

    A link to the page in another language does not load it anew, but lets it run
    once in that language.
    """
    said = wording.say("page.language", name=called(wording.code))
    page = {"language": wording.language, "runs": wording.runs, "said": said}
    data = {"html": html, "version": bundle.version(html.encode()), "chosen": None, **page}
    _component()(key=HEAD, data=data, on_lang_change=_spoken)


def _spoken() -> None:
    """Take over the language that was chosen in the head, before the page runs."""
    LANG.take(st.session_state[HEAD].lang["code"])


def picked(key: str) -> str | None:
    """The leg that was picked on the board, or None where the choice was taken back."""
    message = st.session_state[key].leg
    return message["id"] if message else None
