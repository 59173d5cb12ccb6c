"""StoryMapJS: slides with a place, a headline and a text each, in the order of the story."""

from __future__ import annotations

from typing import Any

from journey.importers.content import Content
from journey.importers.found import Found, Spot, Story
from journey.importers.objects import dated, left, mapping, text
from journey.importers.plain import name, words
from journey.importers.points import degrees

_MEDIA = ("url", "caption", "credit")


def looks(content: Content) -> bool:
    """Whether it has the slides of such a story."""
    data = content.data
    return isinstance(data, dict) and isinstance(mapping(data.get("storymap")).get("slides"), list)


def read(content: Content) -> Found:
    """What the slides tell; the one that shows all of the map is about the story as a whole."""
    story, spots = Story(), list[Spot]()
    for slide in map(mapping, content.data["storymap"]["slides"]):
        content.count_place()
        _note_media(slide, content)
        told = mapping(slide.get("text"))
        place = mapping(slide.get("location"))
        where = [place.get("lat"), place.get("lon")]
        if slide.get("type") == "overview" or (not spots and where == [None, None]):
            story = Story(name(text(told, "headline"), content), words(text(told, "text"), content))
        else:
            spots.append(_spot(slide, told, place, content))
    left(content)
    return Found(content.name, (), tuple(spots), ordered=True, story=story, remarks=content.remarks)


def _spot(
    slide: dict[str, Any], told: dict[str, Any], place: dict[str, Any], content: Content
) -> Spot:
    """The place of a slide, named after its place or its headline."""
    headline = name(text(told, "headline"), content)
    called = name(text(place, "name"), content) or headline
    day = name(text(slide, "date"), content)
    when = dated(day, content)
    # A day in words is kept as text, for only the reader knows what it means.
    lines = ("" if when else day, "" if headline == called else headline)
    whole = "\n\n".join(filter(None, (*lines, words(text(told, "text"), content))))
    where = place.get("lat"), place.get("lon")
    point = degrees(*where, content) if any(one not in (None, "") for one in where) else None
    return Spot(called, point, when, text=whole)


def _note_media(slide: dict[str, Any], content: Content) -> None:
    media = mapping(slide.get("media"))
    for key in _MEDIA:
        if text(media, key):
            content.unused[f"media.{key}"] += 1
