"""A board of HTML in the page whose legs can be picked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import streamlit as st

SCRIPT = Path(__file__).with_name("board.js")


@cache
def _component() -> Any:
    return st.components.v2.component("board", js=SCRIPT.read_text("utf-8"), isolate_styles=False)


def _ignored() -> None:
    """What follows a pick where there is nothing to pick."""


def board(
    key: str,
    html: str,
    chosen: str | None = None,
    on_pick: Callable[[], None] = _ignored,
    back: str = "",
) -> None:
    """Show ``html``, whose texts are escaped, with the leg ``chosen`` marked.

    A pick brings the stage into view, with a button named ``back`` that leads
    to the board again; without that name the page stays where it is.

    ``on_pick`` is called before the next run; :func:`picked` then tells the leg.
    """
    version = sha256(html.encode()).hexdigest()[:12]
    data = {"html": html, "version": version, "chosen": chosen, "back": back}
    _component()(key=key, data=data, on_leg_change=on_pick)


def picked(key: str) -> str | None:
    """The leg that was picked on the board, or None where the choice was taken back."""
    message = st.session_state[key].leg
    return message["id"] if message else None
