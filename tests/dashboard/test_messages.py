from __future__ import annotations

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates

from journey.dashboard.messages import wanted

MEGABYTE = 1_000_000  # bytes, up to which Streamlit takes a message


def asking(widgets: int, query: str = "") -> bytes:
    """A message that asks for the page, with the states of so many widgets."""
    states = WidgetStates(widgets=[WidgetState(id=f"{n}") for n in range(widgets)])
    state = ClientState(widget_states=states, query_string=query)
    return bytes(BackMsg(rerun_script=state).SerializeToString())


def test_the_page_is_made_for_a_long_link_and_some_widgets() -> None:
    assert wanted(asking(100, "leg=" + "a" * 8_000))


def test_states_of_more_widgets_than_any_page_has_are_not_heard() -> None:
    message = asking(90_000)

    assert len(message) < MEGABYTE
    assert not wanted(message)


def test_what_streamlit_takes_for_too_long_is_left_to_it() -> None:
    assert wanted(bytes(MEGABYTE + 1))


def test_what_is_no_message_is_told() -> None:
    with pytest.raises(ValueError, match="no message"):
        wanted(b"hello")
