"""The files of the stage, so that no page needs anything from another machine.

An address holds a hash of what it names: it may be kept for ever.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from typing import Any, TypeAlias
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from journey.basemap.browser import basemap, names, without_world
from journey.basemap.layers import shipped
from journey.basemap.own import under
from journey.errors import JourneyError
from journey.server import journeys, shelf
from journey.server.headers import UNKEPT
from journey.server.journeys import Edition
from journey.server.responses import Representation, nothing, respond
from journey.stage import bundle
from journey.stage.ends import taken
from journey.stage.faces import faces, linked
from journey.stage.folded import folded
from journey.stage.wire import wire
from journey.track.thin import thin
from journey.words.wording import Wording, languages

# From the frame that shows the map, two folders below the root.
UP = "../../"
IMMUTABLE = "public, max-age=31536000, immutable"
# Makes of an edition, a language and the ending of a name what has it, and tells the version.
Make: TypeAlias = Callable[[Edition, str, str], Awaitable[tuple[Representation, str]]]


def _name(stem: str, content: bytes, ending: str) -> str:
    return f"assets/stage/{stem}.{bundle.version(content)}.{ending}"


@cache
def script() -> bytes:
    """Leaflet and the stage, UTF-8: what the frame runs for any journey."""
    return b"\n".join((bundle.library(), bundle.script()))


@cache
def _code() -> str:
    """A short name for all that the frame runs."""
    return bundle.version(script() + bundle.dashboard_script())


@cache
def style() -> bytes:
    """Leaflet's style sheet and the stage's, with where the faces are, UTF-8."""
    return b"".join(
        (
            bundle.library_style(),
            bundle.style(),
            f"{bundle.leftward_style()}{linked()}".encode(),
        )
    )


@cache
def _stage_files() -> dict[str, Representation]:
    """What is the same for all journeys, by address."""
    files = {
        f"assets/stage/{f.name}": Representation.of(f.content(), "font/woff2") for f in faces()
    }
    files[_name("stage", style(), "css")] = Representation.of(style(), "text/css")
    if world := _world():
        files[_name("relief", world, "webp")] = Representation.of(world, "image/webp")
    return files


def _world() -> bytes:
    """The picture of the world's relief; empty where there is none."""
    world = shipped().reliefs.world
    return world.image if world else b""


@journeys.Kept
def base_map(edition: Edition, language: str) -> Mapping[str, Any]:
    """The base map around the journey's thinned lines, which most of a page's making goes into."""
    route = [point for leg in thin(edition.track).track.legs for point in leg.line]
    ground = under(edition.track.journey.ground)
    return basemap(route, language, ground, taken(edition.track))


@journeys.Kept
def journey_script(edition: Edition, language: str) -> Representation:
    """All that the map's frame runs for the journey, with base map and data.

    The world's relief, which few journeys are far enough for, is fetched.
    """
    base = without_world(base_map(edition, language), UP + _name("relief", _world(), "webp"))
    told = {"language": language, "base": base, "data": _data(edition, language)}
    text = "\n".join(f"L.journey.{name} = {_json(value)};" for name, value in told.items())
    parts = (script(), bundle.dashboard_script(), text.encode())
    return Representation.of(b"\n".join(parts), "text/javascript")


@journeys.Kept
def journey_words(edition: Edition, language: str) -> Representation:
    """What of that is not the same in another language, for a frame that has the rest."""
    told = {"base": names(base_map(edition, language)), "data": _data(edition, language)}
    return Representation.of(_json(told).encode(), "application/json")


def _data(edition: Edition, language: str) -> dict[str, Any]:
    return folded(wire(thin(edition.track).track, Wording(language)))


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def addresses(edition: Edition, language: str) -> bundle.Addresses:
    """Where the map's frame finds all that it shows, as seen from there."""
    version = journey_script(edition, language).version
    stem = f"{UP}assets/journeys/{quote(edition.name)}/{language}.{version}"
    return bundle.Addresses(
        script=f"{stem}.js",
        style=UP + _name("stage", style(), "css"),
        words=f"{stem}.json",
        language=language,
        version=f"{edition.name} {edition.version} {_code()}",
    )


def stage_file(request: Request) -> Response:
    """One file of the stage, gzipped where the browser takes that."""
    found = _stage_files().get(f"assets/stage/{request.path_params['name']}")
    return respond(request, found, {"Cache-Control": IMMUTABLE}) if found else nothing()


async def journey_file(request: Request) -> Response:
    """The script of a journey, or its words, which have the version of the script."""
    return await versioned(request, _packed)


async def _packed(edition: Edition, language: str, ending: str) -> tuple[Representation, str]:
    found = await journey_script.fetch(edition, language)
    if ending == "json":
        return await journey_words.fetch(edition, language), found.version
    return found, found.version


async def versioned(request: Request, make: Make) -> Response:
    """What is made of the journey with the ``id``, and of a ``name`` as ``ko.VERSION.js``.

    An old version gets the newest, not to be kept.
    """
    language, _, version = request.path_params["name"].partition(".")
    version, _, ending = version.rpartition(".")
    try:
        edition = await shelf.named(request.path_params["id"])
        if edition is None or not (language in languages() or await _spoken(edition, language)):
            return nothing()
        found, newest = await make(edition, language, ending)
    except JourneyError:
        return nothing()
    kept = IMMUTABLE if version == newest else UNKEPT
    return respond(request, found, {"Cache-Control": kept})


async def _spoken(edition: Edition, language: str) -> bool:
    """Whether the journey has texts in that language."""
    found = await run_in_threadpool(lambda: edition.track)
    return language in found.journey.languages


def routes() -> list[Route]:
    """The routes of the stage's files."""
    return [
        Route("/assets/stage/{name}", stage_file),
        Route("/assets/journeys/{id}/{name}", journey_file),
    ]
