import streamlit as st

from journey import web
from journey.dashboard.warm import lifespan

app = st.App(
    "journey/dashboard/main.py",
    lifespan=lifespan,
    routes=web.routes(),
    middleware=web.middleware(),
)

if __name__ == "__main__":
    app.run()
