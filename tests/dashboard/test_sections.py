"""The parts of the page, run without a browser."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import HANDCAR
from tests.dashboard.test_main import chosen


def picked_while(message: dict[str, object], folder: str) -> None:
    """The page's run for a pick of the stage, whose address a later pick has changed already."""
    from pathlib import Path

    import streamlit as st
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    from journey.dashboard import sections

    if "back" in st.session_state:
        run = get_script_run_ctx()
        assert run
        run.is_history_navigation = True
    if sections.STAGE not in st.session_state:
        st.session_state[sections.STAGE] = message
        sections._heard()
    sections.explore(Path(folder), "en")


@pytest.fixture(params=["train", "handcar"])
def overtaken(request: pytest.FixtureRequest) -> AppTest:
    """The page after a pick of the train, while the address says that leg or a later pick."""
    message = {"leg": "train", "count": 1}
    app = AppTest.from_function(
        picked_while, default_timeout=300, kwargs={"message": message, "folder": str(HANDCAR)}
    )
    app.query_params["leg"] = request.param
    app.run()
    assert not app.exception
    return app


def test_an_address_that_the_stage_has_written_stays(overtaken: AppTest) -> None:
    before = dict(overtaken.query_params)

    # The page may run once more before it hears of the later pick.
    overtaken.run()

    assert not overtaken.exception
    assert dict(overtaken.query_params) == before
    assert chosen(overtaken) == {"train"}


def test_an_address_that_has_changed_since_the_pick_leads(overtaken: AppTest) -> None:
    overtaken.query_params["leg"] = "bus-to-border"

    overtaken.run()

    assert not overtaken.exception
    assert chosen(overtaken) == {"bus-to-border"}


def test_a_step_back_leads_also_to_an_address_that_was_told_before(overtaken: AppTest) -> None:
    overtaken.session_state["back"] = True

    overtaken.run()

    assert not overtaken.exception
    assert chosen(overtaken) == {overtaken.query_params["leg"]}
