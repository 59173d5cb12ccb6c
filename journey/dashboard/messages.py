"""What the dashboard needs to hear from its page in a viewer's browser."""

from __future__ import annotations

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime.runtime_util import get_max_widget_state_size_bytes

# Of all that Streamlit's page can say. One that gets an uploader needs
# "file_urls_request" here, one with a large table "backend_operation_request".
KINDS = ("rerun_script", "stop_script", "app_heartbeat")


def wanted(message: bytes) -> bool:
    """Whether the page says by the message what the dashboard needs to hear.

    >>> wanted(BackMsg(app_heartbeat=True).SerializeToString())
    True
    >>> wanted(BackMsg(load_git_info=True).SerializeToString()), wanted(b"hello")
    (False, False)
    """
    if len(message) > get_max_widget_state_size_bytes():
        return True  # Streamlit ends the connection, without reading what is too long.
    try:
        return BackMsg.FromString(message).WhichOneof("type") in KINDS
    except Exception:  # Its kind belongs to a package that we use through Streamlit only.
        return False
