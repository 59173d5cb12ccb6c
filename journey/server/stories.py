"""The story pages on the server, the journeys' files, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from urllib.parse import quote

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from journey.basemap.own import under
from journey.errors import JourneyError
from journey.exports.formats import FORMATS
from journey.pages.story import page, policy, policy_of
from journey.pages.switch import bar, switch
from journey.prints.prints import PRINTS, beside
from journey.server import addresses, journeys, shelf
from journey.server.addresses import address
from journey.server.assets import base_map
from journey.server.cache import ADDRESSED
from journey.server.headers import SHARED, UNKEPT
from journey.server.journeys import Edition
from journey.server.listing import as_json, as_page, unread
from journey.server.negotiation import language, of_journey
from journey.server.responses import Representation, respond, vary
from journey.server.shelf import Shelf
from journey.words.offered import offered
from journey.words.wording import Wording

PAGE = "html"  # the suffix of the story page
# What is to be printed runs nothing and asks for nothing.
PRINTED = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"


@journeys.Kept
def export(edition: Edition, language: str, suffix: str) -> Representation:
    """The journey in the format of that suffix; raises what its track raises."""
    form, wording = FORMATS[suffix], Wording(language)
    if suffix == PAGE:
        prints, others = beside(edition.name, wording), _others(edition, wording)
        near = partial(addresses.beside, language=language)
        content = page(edition.track, wording, base_map(edition, language), prints, others, near)
    else:
        content = form.make(edition.track, wording)
    return Representation.of(content, form.kind)


def _others(edition: Edition, wording: Wording) -> list[Markup]:
    """What leads to a page of the journey in its other languages."""
    return switch(offered(edition.track.journey.languages), wording)


async def story(request: Request) -> Response:
    """The story page, or a file of the journey."""
    name, _, suffix = request.path_params["name"].partition(".")
    code, varying = await of_journey(request, name)
    try:
        edition = await shelf.named(name)
        if edition is None or (suffix and suffix not in FORMATS):
            return await _missing(code)
        found = await export.fetch(edition, code, suffix or PAGE)
    except JourneyError:
        return await _missing(code)
    allowed = policy_of(found.plain) if suffix in ("", PAGE) else policy()
    headers = {"Cache-Control": SHARED, "Content-Security-Policy": allowed, "Vary": varying}
    if suffix:
        headers["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
        headers["Access-Control-Allow-Origin"] = "*"
    else:
        headers["Link"] = ", ".join((_described(name, code), *_alternates(edition, name)))
    return respond(request, found, headers)


def _described(name: str, language: str) -> str:
    """The header that says where the embedding of the story page is described.

    Without a public address it names no host, so that one answer is right for all.
    """
    base = addresses.public() or "/"
    url = quote(f"{base}{address(name, language)}", safe="")
    kind = 'rel="alternate"; type="application/json+oembed"'
    return f"<{base}oembed?url={url}&format=json>; {kind}"


def _alternates(edition: Edition, name: str) -> Iterator[str]:
    """What the header says of the story page in each of its languages."""
    codes = offered(edition.track.journey.languages)
    for code in codes if len(codes) > 1 else ():
        url = (addresses.public() or "/") + address(name, code)
        yield f'<{url}>; rel="alternate"; hreflang="{code}"'


@journeys.Kept
def printed(edition: Edition, language: str, name: str, day: date) -> Representation:
    """The print of the journey that has that name, as of that day."""
    ground = under(edition.track.journey.ground)
    wording = Wording(language)
    html = PRINTS[name].make(edition.track, wording, ground, day)
    # A print that is a file has no others beside it, and so it is made without.
    html = html.replace("<body>", f"<body>{bar(_others(edition, wording), wording)}", 1)
    return Representation.of(html.encode(), "text/html")


async def for_paper(request: Request, name: str) -> Response:
    """The print of that name, to be printed from the browser."""
    called = request.path_params["name"]
    code, varying = await of_journey(request, called)
    try:
        edition = await shelf.named(called)
        if edition is None:
            return await _missing(code)
        found = await printed.fetch(edition, code, name, date.today())
    except JourneyError:
        return await _missing(code)
    headers = {"Cache-Control": SHARED, "Content-Security-Policy": PRINTED, "Vary": varying}
    return respond(request, found, headers)


def handout(request: Request) -> Response:
    """The way from where all of it was once printed together to the pupil's sheet."""
    query = request.url.query
    return RedirectResponse(f"sheet?{query}" if query else "sheet", 308)


async def _missing(code: str) -> Response:
    """The list of the journeys, in the place of a page that is not there."""
    found = await run_in_threadpool(lambda: as_page(shelf.shelf(), code, missing=True))
    headers = {"Cache-Control": UNKEPT, "Content-Security-Policy": policy_of(found.plain)}
    return Response(found.plain, 404, headers, found.media_type)


def stories(request: Request) -> Response:
    """All journeys, as a page or, where that is asked for, as JSON.

    As long as some are still being read, nobody keeps the answer.
    """
    code, varying = language(request)
    found = shelf.shelf()
    still = {"Cache-Control": UNKEPT} if unread(found) else {}
    accepted = request.headers.get("accept", "")
    if request.url.path.endswith(".json") or "application/json" in accepted:
        root, headers = addresses.root(request)
        headers["Vary"] = vary("Accept", varying, headers.get("Vary", ""))
        headers["Access-Control-Allow-Origin"] = "*"
        make = partial(_data, found, root, code)
        data = ADDRESSED.get(("stories", root, code), make, stamp=found)
        return respond(request, data, {**headers, **still})
    listed = as_page(found, code)
    headers = {"Cache-Control": SHARED, "Vary": vary("Accept", varying)}
    headers["Content-Security-Policy"] = policy_of(listed.plain)
    return respond(request, listed, {**headers, **still})


def _data(found: Shelf, root: str, language: str) -> Representation:
    """The journeys as JSON, with addresses below ``root``."""
    return Representation.of(as_json(found, root, language), "application/json")


def routes() -> list[Route]:
    """The routes of the story pages."""
    return [
        Route("/story/{name}/handout", handout),
        *(Route(f"/story/{{name}}/{one}", partial(for_paper, name=one)) for one in PRINTS),
        Route("/story/{name}", story),
        Route("/stories", stories),
        Route("/stories.json", stories),
    ]
