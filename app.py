from functools import partial

import streamlit as st

from journey.dashboard import content, parts
from journey.dashboard.messages import wanted
from journey.dashboard.startup import check, lifespan
from journey.server import gate
from journey.server.failures import failed

check()
app = st.App(
    "journey/dashboard/main.py",
    lifespan=lifespan,
    middleware=gate.middleware(
        partial(st.get_option, "server.corsAllowedOrigins"),
        wanted,
        parts.routes(),
        content.style,
    ),
    exception_handlers={Exception: failed},
)

if __name__ == "__main__":
    app.run()
