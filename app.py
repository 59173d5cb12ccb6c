import streamlit as st

from journey.dashboard.startup import lifespan
from journey.server import web

app = st.App(
    "journey/dashboard/main.py",
    lifespan=lifespan,
    routes=web.routes(),
    middleware=web.middleware(),
)

if __name__ == "__main__":
    app.run()
