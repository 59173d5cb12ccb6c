"""The Streamlit pages: the only rooms that know Streamlit."""
