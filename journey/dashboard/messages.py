"""What the dashboard needs to hear from its page in a viewer's browser."""

from __future__ import annotations

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime.runtime_util import get_max_widget_state_size_bytes

# Of all that Streamlit's page can say. One that gets an uploader needs
# "file_urls_request" here, one with a large table "backend_operation_request".
KINDS = ("rerun_script", "stop_script", "app_heartbeat")
# Bytes. The page says 200 or so, and a link of it some thousands. What is said is
# kept for each viewer, also of one who has left, in 20 times as many bytes.
LONGEST = 64_000


def wanted(message: bytes) -> bool:
    """Whether the page says by the message what the dashboard needs to hear.

    Raises ValueError where it is no message.

    >>> wanted(BackMsg(app_heartbeat=True).SerializeToString())
    True
    >>> wanted(BackMsg(load_git_info=True).SerializeToString())
    False
    """
    if len(message) > LONGEST:
        # What is longer than Streamlit takes ends the connection, which is for it to do.
        return len(message) > get_max_widget_state_size_bytes()
    try:
        return BackMsg.FromString(message).WhichOneof("type") in KINDS
    except Exception as error:  # Its kind is of a package that we use through Streamlit only.
        raise ValueError("this is no message") from error
