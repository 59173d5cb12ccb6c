from __future__ import annotations

import pytest

from journey.server.listener import LISTENER, listening


@pytest.mark.parametrize(
    "page",
    [
        b"<!doctype html><html><head><script src=a></script></head></html>",
        b'<HTML><HEAD profile="a"><script src=a></script></HEAD></HTML>',
        b"<header></header><script src=a></script>",
        b"<script src=a></script>",
    ],
)
def test_the_listener_stands_before_every_other_script(page: bytes) -> None:
    guarded = listening(page)

    assert guarded.index(LISTENER) < guarded.index(b"<script src=a>")
    assert guarded.replace(LISTENER, b"") == page


def test_it_stands_within_the_head_where_there_is_one() -> None:
    assert listening(b"<!doctype html><head><p>").startswith(b"<!doctype html><head>" + LISTENER)
