"""The means to take a journey along: links, files and code for other pages, as HTML."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import quote

from journey.exports.formats import FORMATS
from journey.model.journey import Journey
from journey.words.wording import Wording

WIDTH, HEIGHT = 960, 640  # pixels of a frame on another page, where nobody says otherwise
# Stands for the dashboard's own address, which only the browser knows; board.js puts it in.
HERE = "{here}"


def address(name: str, language: str, suffix: str = "") -> str:
    """Where the server has the journey, seen from its root.

    >>> address("silk", "en"), address("silk", "en", ".qr.svg")
    ('story/silk?lang=en', 'story/silk.qr.svg?lang=en')
    """
    return f"story/{quote(name)}{suffix}?lang={quote(language)}"


def embed(url: str, title: str, width: str = "100%", height: int = HEIGHT) -> str:
    """HTML that shows the story page at ``url`` in a frame of another page."""
    return (
        f'<iframe src="{escape(url)}" title="{escape(title)}" width="{escape(width)}" '
        f'height="{height}" style="border:0" allow="fullscreen" loading="lazy"></iframe>'
    )


def menu(journey: Journey, name: str, sizes: Mapping[str, int], wording: Wording) -> str:
    """Everything to take along, folded; ``sizes`` are those of the files, in bytes, by suffix."""
    page = escape(address(name, wording.language))
    parts = (
        f'<details class="hh take"><summary>{_say("take.title", wording)}</summary><div>',
        f'<section><p><a href="{page}" target="_blank">{_say("take.open", wording)}</a></p>'
        f"<p>{_say('take.how', wording)}</p></section>",
        f"<section><h3>{_say('take.files', wording)}</h3><ul>",
        *(_file(name, suffix, size, wording) for suffix, size in sizes.items()),
        "</ul></section>",
        _snippet(journey, name, wording),
        _code(name, wording),
        "</div></details>",
    )
    return "".join(parts)


def _say(key: str, wording: Wording) -> str:
    return escape(wording.say(key))


def _file(name: str, suffix: str, size: int, wording: Wording) -> str:
    label = wording.say(FORMATS[suffix].label)
    told = escape(wording.say("take.size", label=label, size=kilobytes(size, wording)))
    where = escape(address(name, wording.language, f".{suffix}"))
    return f'<li><a href="{where}" download="{escape(name)}.{suffix}">{told}</a></li>'


def kilobytes(size: int, wording: Wording) -> str:
    """A size in bytes in words, in thousands.

    >>> kilobytes(1_499, Wording("en")), kilobytes(20, Wording("en"))
    ('1 kB', '1 kB')
    """
    return f"{wording.number(max(1, round(size / 1_000)))} kB"


def _snippet(journey: Journey, name: str, wording: Wording) -> str:
    where = HERE + address(name, wording.language)
    code = escape(embed(where, wording.pick(journey.title)))
    return (
        f"<section><h3>{_say('take.embed', wording)}</h3><pre><code>{code}</code></pre>"
        f'<button type="button" data-copy="{_say("take.copied", wording)}">'
        f"{_say('take.copy', wording)}</button></section>"
    )


def _code(name: str, wording: Wording) -> str:
    """The QR code, as a picture that is asked for once it is seen."""
    where = escape(address(name, wording.language, ".qr.svg"))
    label = _say("take.code", wording)
    return (
        f'<section><figure><img src="{where}" alt="{label}" width="148" height="148" '
        f'loading="lazy"><figcaption>{label}</figcaption></figure></section>'
    )
