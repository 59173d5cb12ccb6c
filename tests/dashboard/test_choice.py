from __future__ import annotations

from streamlit.testing.v1 import AppTest


def chosen_by(taken: str | None = None) -> None:
    """A page that takes over what was chosen on it, once, and shows what is chosen now."""
    import streamlit as st

    from journey.dashboard.choice import Choice

    choice = Choice("lang")
    if taken and "done" not in st.session_state:
        st.session_state["done"] = True
        choice.take(taken)
    st.text(choice.now())


def page(taken: str | None = None, **query: str) -> AppTest:
    """That page, run for a viewer who comes by that link."""
    app = AppTest.from_function(chosen_by, default_timeout=300, kwargs={"taken": taken})
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


def test_what_the_link_says_is_chosen() -> None:
    assert page(lang="ko").text[0].value == "ko"


def test_what_was_chosen_on_the_page_counts_although_the_link_is_still_the_old_one() -> None:
    app = page("ru", lang="ko")

    assert app.run().text[0].value == "ru"


def test_a_link_that_has_changed_since_counts() -> None:
    app = page("ru", lang="ko")
    app.query_params["lang"] = "en"

    assert app.run().text[0].value == "en"
