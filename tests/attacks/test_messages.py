"""Messages by the web socket that no page of the dashboard ever sends."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest, BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Common_pb2 import FileURLsRequest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect as open_socket

from tests.attacks.raw import PATIENCE, alive
from tests.serving import PROJECT, Server, serve

ALIVE = BackMsg(app_heartbeat=True)
CROWDED = ClientState(
    widget_states=WidgetStates(widgets=[WidgetState(id=f"{n}") for n in range(90_000)])
)
NEEDLESS = [
    BackMsg(load_git_info=True),
    BackMsg(clear_cache=True),
    BackMsg(set_run_on_save=True),
    BackMsg(debug_shutdown_runtime=True),
    BackMsg(debug_disconnect_websocket=True),
    BackMsg(file_urls_request=FileURLsRequest(request_id="a", file_names=["a"] * 50_000)),
    BackMsg(backend_operation_request=BackendOperationRequest(request_id="a")),
    BackMsg(rerun_script=CROWDED),  # Each viewer's would be kept, in 20 times as many bytes.
    BackMsg(),
]


def git(*command: str) -> None:
    """Let git do something as somebody."""
    somebody = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
    subprocess.run(["git", *somebody, *command], check=True, capture_output=True)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of what lies on GitHub, with a file that nobody has to know of."""
    source, clone = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("clone")
    git("init", str(source))
    git("-C", str(source), "commit", "--allow-empty", "--message", "Begin")
    git("clone", str(source), str(clone))
    git("-C", str(clone), "remote", "set-url", "origin", "https://github.com/secret/place.git")
    (clone / "main.py").touch()
    text = (PROJECT / "app.py").read_text("utf-8")
    text = text.replace("journey/dashboard/main.py", str(clone / "main.py"))
    (clone / "app.py").write_text(text, "utf-8")
    return clone


@pytest.fixture(scope="module")
def cloned(clone: Path, log: Path) -> Iterator[Server]:
    """A server that runs in that clone."""
    with serve(clone / "app.py", log) as server:
        yield server


def answers(server: Server, message: bytes | str) -> list[str | None]:
    """The kinds of all that is said to it, and to two signs of life after it."""
    kinds: list[str | None] = []
    url = server.url.replace("http", "ws") + "_stcore/stream"
    with open_socket(url, max_size=None, open_timeout=PATIENCE) as connection:
        for sent in (message, ALIVE.SerializeToString(), ALIVE.SerializeToString()):
            connection.send(sent)
        while kinds.count("heartbeat_ack") < 2:
            told = ForwardMsg.FromString(connection.recv(PATIENCE, decode=False))
            kinds.append(told.WhichOneof("type"))
    return kinds


@pytest.mark.parametrize("message", NEEDLESS, ids=lambda message: message.WhichOneof("type"))
def test_what_the_dashboard_has_no_use_for_is_not_done(
    cloned: Server, log: Path, message: BackMsg
) -> None:
    before = log.read_bytes()

    assert answers(cloned, message.SerializeToString()) == ["heartbeat_ack"] * 2
    assert log.read_bytes() == before


@pytest.mark.parametrize("message", ["text", "", b"\xff" * 9, b"\x0b" * 9_000])
def test_what_is_no_message_ends_its_connection_and_leaves_no_trace(
    cloned: Server, log: Path, message: bytes | str
) -> None:
    before = log.read_bytes()

    with pytest.raises(ConnectionClosed):
        answers(cloned, message)
    assert alive(cloned)
    assert log.read_bytes() == before
