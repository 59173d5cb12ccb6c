"""What a viewer chooses, on the page or by the URL."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx


class Choice:
    """What is chosen of one kind, by its name in the URL; of the page and the URL the later counts.

    There is no widget that could be bound to the URL, for the browser writes it:
    it alone knows at once where the viewer is, and what a run of the page writes
    arrives late, over what came after.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._key = f"choice of {name}"

    def take(self, value: str | None) -> None:
        """Take over what was chosen on the page; the URL may have changed since the last run.

        It stands under one key with what the URL held then: Streamlit starts a
        run while the one before is still ending, and of two entries each could
        be of another run.
        """
        st.session_state[self._key] = value, st.query_params.get(self.name)

    def now(self) -> str | None:
        """What was chosen on the page, or what the URL says if it led here since."""
        linked = st.query_params.get(self.name)
        value, before = st.session_state.get(self._key, (None, None))
        if linked != before or _stepped():
            self.take(linked)
            return linked
        return value if value is None else str(value)


def _stepped() -> bool:
    """Whether the page runs because the viewer went back or forward: only then is its URL new.

    After that Streamlit goes on telling that URL, whatever the browser writes.
    """
    run = get_script_run_ctx()
    return run is not None and run.is_history_navigation


LANG = Choice("lang")  # the language of the page
