"""What the dashboard is measured against: Streamlit with nothing but a map."""

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from xstatic.pkg import leaflet

app = st.App("page.py", routes=[Mount("/assets/leaflet", StaticFiles(directory=leaflet.BASE_DIR))])
