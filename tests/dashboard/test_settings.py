"""What the project tells Streamlit in its settings."""

from __future__ import annotations

import tomllib
from typing import Any

from streamlit import config

from tests.conftest import ROOT

told: dict[str, dict[str, Any]] = tomllib.loads((ROOT / ".streamlit/config.toml").read_text())


def test_streamlit_knows_every_setting() -> None:
    names = [
        f"{section}.{name}"
        for section, settings in told.items()
        for name, value in settings.items()
        if not isinstance(value, dict)
    ]

    assert "runner.postScriptGC" in names
    assert [name for name in names if name not in config._config_options_template] == []


def test_garbage_is_not_looked_for_after_each_run() -> None:
    # All other viewers' objects would be walked each time.
    assert told["runner"]["postScriptGC"] is False


def test_no_message_is_large_enough_to_be_referred_to() -> None:
    # A message is sent as one frame, of 25 MB at the most.
    largest = told["server"]["maxMessageSize"] * 1e6

    assert told["global"]["minCachedMessageSize"] > largest
