"""Who may speak to a component's page: the dashboard that holds it in a frame, and nobody else."""

from __future__ import annotations

import re

# A component does what messages tell it, from whoever they come: the one that shows the map runs
# their script. This listener is the first of all, and lets through what the dashboard says.
LISTENER = b"""<script>window.addEventListener("message", (event) => {
  const framed = window.parent !== window && event.source === window.parent;
  if (!framed || event.origin !== location.origin) event.stopImmediatePropagation();
}, true);</script>"""
_HEAD = re.compile(rb"<head(?:\s[^>]*)?>", re.IGNORECASE)


def listening(page: bytes) -> bytes:
    """The component's page, UTF-8, which hears its own dashboard only.

    >>> listening(b"<html><head><script src=a></script>").index(LISTENER)
    12
    """
    head = _HEAD.search(page)
    where = head.end() if head else 0
    return page[:where] + LISTENER + page[where:]
