"""The stage as a folium map that stands alone: to be added to, shown in a notebook, or saved."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import folium
from folium.template import Template
from markupsafe import Markup, escape
from xstatic.pkg import leaflet

from journey.basemap.browser import basemap
from journey.basemap.own import under
from journey.pages import presenter
from journey.pages.notices import notices
from journey.pages.worn import worn
from journey.stage import bundle
from journey.stage.cut import cut
from journey.stage.ends import taken
from journey.stage.folded import folded
from journey.stage.wire import wire
from journey.track.thin import thin
from journey.track.track import Track
from journey.words.html import inert, tag
from journey.words.offered import asked
from journey.words.wording import Wording

# What the frame in a notebook may do. It is of no origin, so nothing in it reaches the notebook.
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
_PICTURE = re.compile(rb"url\(images/([\w-]+\.png)\)")


def stage_map(track: Track, language: str = "") -> StageMap:
    """The track as a map with base map, route, player and cards, which layers can be added to.

    It is told in ``language``, else in the journey's first one. Raises
    :class:`~journey.errors.UnknownNameError` (a LookupError) for a language that
    it is not told in.
    """
    own = track.journey.languages
    return StageMap(track, asked(language or own[0], own))


class StageMap(folium.Map):
    """A folium map with the stage on it, whose page needs nothing from elsewhere.

    The camera is the stage's: where the map is when it opens, ``fit_bounds`` does not change.
    """

    # What folium's own maps fetch.
    default_js: list[tuple[str, str]] = []  # noqa: RUF012
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def __init__(self, track: Track, wording: Wording) -> None:
        self._track, self._wording = thin(track).track, wording
        start = track.legs[0].fixes[0]
        super().__init__((start.lat, start.lon), tiles=None, zoom_start=3, font_size="14px")
        self.default_js, self.default_css = [], []
        self.options.update(bundle.OPTIONS)
        self.add_child(_Stage())  # type: ignore[no-untyped-call]

    def render(self, **kwargs: Any) -> str:
        """Put all that the map needs into its page, before what layers bring along; gives ""."""
        figure = self._figure()
        figure.title = figure.title or escape(self._wording.pick(self._track.journey.title))
        header = figure.header
        header.add_child(_Raw(_code()), name="stage", index=0)
        header.add_child(_Raw(self._told), name=f"{self.get_name()}_told", index=1)
        super().render(**kwargs)  # type: ignore[no-untyped-call]
        return ""

    def _repr_html_(self, **_kwargs: Any) -> str:
        """The map in a frame, for notebooks: as wide as there is room, or as its figure says."""
        figure = self._figure()
        tall = f"height:{figure.height}" if figure.height else "aspect-ratio:8/5;min-height:500px"
        frame = tag(
            "iframe",
            srcdoc=figure.render(),
            title=self._wording.pick(self._track.journey.title),
            sandbox=SANDBOX,
            allowfullscreen="",
            style=f"width:{figure.width};{tall};border:0",
        )
        return str(frame)

    def _figure(self) -> folium.Figure:
        """The page that it is on."""
        figure = self.get_root()
        assert isinstance(figure, folium.Figure)
        return figure

    @cached_property
    def _told(self) -> Markup:
        """The journey with its base map and faces, and the licences of all of it, as HTML."""
        track, wording = self._track, self._wording
        journey = track.journey
        route = [point for leg in track.legs for point in leg.line]
        told = {
            "journey": {**folded(wire(track, wording)), "titled": True},
            "base": basemap(route, wording.code, under(journey.ground), taken(track)),
        }
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        faces = cut(text, wording.code, worn(journey, wording, told, "", ""))
        leftward = bundle.leftward_style() if wording.runs else ""
        parts = (
            tag("style", Markup(leftward)),
            *(tag("style", Markup(face), media="not all", data_held="true") for face in faces),
            tag("script", inert(text), type="application/json", id=f"{self.get_name()}_told"),
            tag("template", notices(wording)),
        )
        return Markup("\n").join(parts)


class _Stage(folium.MacroElement):
    """Opens the stage on the map that it is added to."""

    _name = "Stage"
    _template = Template(
        """
        {% macro script(this, kwargs) %}
            L.journey.alone({{ this._parent.get_name() }}, "{{ this._parent.get_name() }}_told");
        {% endmacro %}
        """
    )


class _Raw(folium.Element):
    """HTML that is none of Jinja's templates, whatever the texts in it look like."""

    def __init__(self, html: Markup) -> None:
        super().__init__()
        self._html = html

    def render(self, **_kwargs: Any) -> str:
        return self._html


@cache
def _code() -> Markup:
    """What is the same for all maps: styles, the whole of Leaflet, the stage, what opens it."""
    library = _PICTURE.sub(_embedded, bundle.library_style())
    own = (presenter.STATIC / "host" / "alone.css").read_text("utf-8")
    rules = (library.decode(), bundle.style().decode(), bundle.smaller_style(own))
    scripts = (bundle.library(), bundle.script(), presenter.packed(presenter.alone()).encode())
    run = b";\n".join(scripts).decode()
    return tag("style", Markup("".join(rules))) + tag("script", Markup(run))


def _embedded(found: re.Match[bytes]) -> bytes:
    """A picture of Leaflet's as an address that holds it."""
    picture = (Path(leaflet.BASE_DIR) / "images" / found[1].decode()).read_bytes()
    return b"url(data:image/png;base64,%s)" % b64encode(picture)
