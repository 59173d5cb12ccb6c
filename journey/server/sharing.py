"""The means to take a journey along: links, files and code for other pages, as HTML."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from journey.exports.formats import FORMATS
from journey.model.journey import Journey
from journey.server.addresses import address
from journey.words.html import listed, tag
from journey.words.wording import Wording

WIDTH, HEIGHT = 960, 640  # pixels of a frame on another page, where nobody says otherwise
# Stands for the dashboard's own address, which only the browser knows; board.js puts it in.
HERE = "{here}"


def embed(url: str, title: str, width: str = "100%", height: int = HEIGHT) -> Markup:
    """HTML that shows the story page at ``url`` in a frame of another page."""
    return tag(
        "iframe", src=url, title=title, width=width, height=str(height), style="border:0",
        allow="fullscreen", loading="lazy",
    )  # fmt: skip


def menu(journey: Journey, name: str, sizes: Mapping[str, int], wording: Wording) -> Markup:
    """Everything to take along.

    ``sizes`` are those of the files, in bytes, by suffix; a file whose size is
    not among them is offered without.
    """
    say, page = wording.say, address(name, wording.code)
    files = [_file(name, suffix, sizes.get(suffix), wording) for suffix in FORMATS]
    return tag(
        "div",
        tag(
            "section",
            tag("p", tag("a", say("sharing.open"), href=page, target="_blank")),
            tag("p", say("sharing.how")),
        ),
        tag("section", tag("h3", say("sharing.files")), listed(files)),
        _snippet(journey, page, wording),
        _code(name, wording),
        class_="take",
    )


def _file(name: str, suffix: str, size: int | None, wording: Wording) -> Markup:
    label = wording.say(FORMATS[suffix].label)
    if size is not None:
        label = wording.say("sharing.size", label=label, size=kilobytes(size, wording))
    url = address(name, wording.code, f".{suffix}")
    return tag("a", label, href=url, download=f"{name}.{suffix}")


def kilobytes(size: int, wording: Wording) -> str:
    """A size in bytes in words, in thousands.

    >>> kilobytes(1_499, Wording("en")), kilobytes(20, Wording("en"))
    ('1 kB', '1 kB')
    """
    return f"{wording.number(max(1, round(size / 1_000)))} kB"


def _snippet(journey: Journey, page: str, wording: Wording) -> Markup:
    # What is shown is code: as plain text it is escaped once more.
    code = str(embed(HERE + page, wording.pick(journey.title)))
    return tag(
        "section",
        tag("h3", wording.say("sharing.embed")),
        tag("pre", tag("code", code)),
        tag(
            "button", wording.say("sharing.copy"),
            type="button", data_copy=wording.say("sharing.copied"),
        ),
    )  # fmt: skip


def _code(name: str, wording: Wording) -> Markup:
    """The QR code, as a picture that is asked for once it is seen."""
    label = wording.say("sharing.code")
    picture = tag(
        "img", src=address(name, wording.code, ".qr.svg"), alt=label, width="148",
        height="148", loading="lazy",
    )  # fmt: skip
    return tag("section", tag("figure", picture, tag("figcaption", label)))
