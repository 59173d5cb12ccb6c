import streamlit as st

from journey import web

app = st.App("journey/dashboard/main.py", routes=web.routes(), middleware=web.middleware())

if __name__ == "__main__":
    app.run()
