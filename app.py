import streamlit as st

from journey.dashboard.startup import check, lifespan
from journey.server import headers, routes

check()
app = st.App(
    "journey/dashboard/main.py",
    lifespan=lifespan,
    routes=routes.routes(),
    middleware=headers.middleware(),
)

if __name__ == "__main__":
    app.run()
