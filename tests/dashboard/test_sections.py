"""The parts of the page, run without a browser."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import HANDCAR


def picked_while(message: dict[str, object], folder: str) -> None:
    """The page's run for a pick of the stage, whose address a later pick has changed already."""
    from pathlib import Path

    import streamlit as st

    from journey.dashboard import sections

    if sections.STAGE not in st.session_state:
        st.session_state[sections.STAGE] = message
        sections._heard()
    sections.explore(Path(folder), "en")


@pytest.mark.parametrize("linked", ["train", "handcar"])
def test_an_address_that_the_stage_has_written_stays(linked: str) -> None:
    message = {"leg": "train", "count": 1}
    app = AppTest.from_function(
        picked_while, default_timeout=300, kwargs={"message": message, "folder": str(HANDCAR)}
    )
    app.query_params["leg"] = linked

    app.run()

    assert not app.exception
    assert app.query_params["leg"] == linked
    assert app.session_state["leg"] == "train"
