"""The wording of a view, held by one file for each language in ``golden/``.

Other tests hold facts, keys and roles; what is said, and how, stands in these
files alone. After a change of words write them anew with
``RENEW=1 .venv/bin/python -m pytest tests/test_golden.py``, and read what differs.
"""

from __future__ import annotations

import os
from difflib import unified_diff
from html.parser import HTMLParser
from pathlib import Path

FOLDER = Path(__file__).with_name("golden")
# Elements that go on in the line that they stand in.
_INLINE = {"a", "b", "bdi", "em", "i", "span", "strong"}
# Elements whose content is no text, and attributes that are.
_SILENT = {"script", "style"}
_SPOKEN = ("aria-label", "title", "alt", "placeholder")


def holds(view: str, language: str, text: str) -> None:
    """Fail if the view says anything else than its file does."""
    file = FOLDER / f"{view}.{language}.txt"
    if os.environ.get("RENEW"):
        FOLDER.mkdir(exist_ok=True)
        file.write_text(f"{text}\n", "utf-8")
    assert file.is_file(), f"{file.name} is missing; write it with RENEW=1"
    differs = list(unified_diff(file.read_text("utf-8").splitlines(), text.splitlines(), n=0))
    assert not differs, "\n".join([f"{file.name}:", *differs[2:]])


class _Lines(HTMLParser):
    """The words of a page, a line for each block; those of attributes in brackets."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines = [""]
        self.silent = False
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent = tag in _SILENT
        if tag not in _INLINE:
            self.lines.append("")
        said = [value for name, value in attrs if value and name in _SPOKEN]
        self.lines[-1] += "".join(f"[{text}]" for text in said)

    def handle_endtag(self, tag: str) -> None:
        self.silent = False
        if tag not in _INLINE:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        self.lines[-1] += "" if self.silent else data


def lines(html: str) -> str:
    """What a page says, also in its attributes, a line for each block."""
    found = (" ".join(line.split()) for line in _Lines(html).lines)
    return "\n".join(line for line in found if line)
