"""What each key of a journey's files means, in a sentence: for editors and for FORMAT.md."""

from __future__ import annotations

# Of keys that mean the same in every claim; a part's own meanings come first.
CLAIM = {
    "basis": "how it is known: reported, derived or assumed; a leg or the journey may give it once",
    "source": "the id of the source, or a list of them; a reported claim needs one",
    "method": "how it was derived, by language; a derived claim needs it",
    "reason": "why it is assumed, by language; an assumed claim needs it",
    "note": "a remark, by language",
    "value": "the exact number; beside a range the one that is used",
    "about": "a rough number",
    "more_than": "it is more than this",
    "less_than": "it is less than this",
    "range": "the least and the most: [4, 5]",
    "unit": "the unit of the number",
}
# By part, and by key.
MEANINGS: dict[str, dict[str, str]] = {
    "Journey": {
        "format": "the format of the files; those that name none are in format 1",
        "id": "the name of the folder: lower-case letters, digits and hyphens",
        "languages": "codes of the languages of the texts; the first is there for every text",
        "title": "the title, by language",
        "summary": "what it was, in a few sentences, by language",
        "basis": "taken over by every claim that names none",
        "source": "taken over by every reported claim that names none",
        "method": "taken over by every derived claim that names none",
        "reason": "taken over by every assumed claim that names none",
        "rights": "whose the files are, and under what licence they may be used, by language",
        "day": "on which day it was, which is that of its start where clock times count from it, "
        "or in which month or year",
        "modes": "modes of the journey's own",
        "places": "all places that the legs name",
        "legs": "the legs in order; each starts where the one before ends",
        "sources": "who reported something",
        "story": "chapters of background",
        "close_up": "a leg that is worth a look from near",
        "ending": "what is told after the last leg",
        "landmarks": "what helps to read the map from near",
        "teaching": "what it gives to a class; it may stand in a teaching.yaml of its own",
        "corrections": "what was mended in the files, for all to read",
    },
    "Place": {
        "id": "what legs call it", "name": "its name, by language",
        "lat": "degrees north of the equator, south negative",
        "lon": "degrees east of Greenwich, west negative",
        "zone": "its time zone, such as Asia/Seoul, by which clock times there are told",
    },
    "Leg": {
        "id": "what other parts call it", "mode": "how it was travelled, or the id of an own mode",
        "name": "its name, by language", "begins": "the chapter of the timeline that begins here",
        "from": "where it starts", "to": "where it ends",
        "basis": "taken over by the leg's claims that name none",
        "source": "taken over by the leg's reported claims that name none",
        "method": "taken over by the leg's derived claims that name none",
        "reason": "taken over by the leg's assumed claims that name none",
        "duration": "how long it took, with the waits at its stops",
        "distance": "how far it led", "departs": "when it started", "arrives": "when it ended",
        "stops": "places on the way, in order", "shape": "that route.geojson has its line",
        "text": "what happened, by language", "unknown": "what nobody knows, texts by language",
        "see": "other journeys that touch it",
    },
    "End": {
        "place": "the id of the place", "dwell": "how long the traveller waited there",
        "others": "where else others say that it was",
    },
    "OtherEnd": {"place": "the id of the place"},
    "Stop": {
        "place": "the id of the place", "km": "how far from the leg's start",
        "at": "when it was passed", "arrives": "when it was reached", "departs": "when it was left",
        "dwell": "how long the traveller waited there",
    },
    "Moment": {
        "at": "a year, a month, a day, a time with its UTC offset, or 17:30 by the clock there",
        "between": "the earliest and the latest",
    },
    "See": {"journey": "the id of that journey", "text": "what leads there, by language"},
    "OwnMode": {
        "id": "what legs call it", "name": "its name, by language",
        "by": "how one says it, such as by rickshaw, by language",
        "icon": "one path of SVG on a grid of 24, drawn as a line",
        "colour": "the mode whose colour it has", "dash": "pixels on and off, in turn",
    },
    "Source": {
        "id": "what claims call it", "title": "its title, as it stands there",
        "language": "the code of the title's language",
        "author": "who wrote it, in words for all languages, or by language; named beside figures",
        "publisher": "who published it, so too; named beside figures where there is no author; "
        "a source has one of the two, or both",
        "published": "when: a day, month or year", "url": "its address",
    },
    "Chapter": {
        "id": "what the ending calls it", "title": "its title, by language",
        "claims": "what it says, each with how that is known",
        "disagree": "whether the claims contradict each other", "quote": "somebody's own words",
    },
    "Saying": {"text": "a statement in words of your own, by language"},
    "Quote": {
        "text": "the words, 25 at the most, by language", "by": "who said them, by language",
        "source": "the id of the source",
    },
    "CloseUp": {"leg": "the id of the leg", "name": "the name of the view, by language"},
    "Ending": {
        "chapter": "the id of the chapter that says what came next",
        "pictures": "what pictures there are, and where",
    },
    "Pictures": {"text": "what they are, by language", "source": "the source that shows them"},
    "Landmark": {
        "kind": "what it is", "name": "its name, by language; a bridge needs one",
        "place": "where a point or a station is", "from": "where a bridge begins",
        "to": "where a bridge ends", "length": "how long it is",
    },
    "Correction": {"date": "the day on which it was mended", "text": "what, by language"},
    "Teaching": {
        "content_note": "what to know before showing it to a class, by language",
        "lessons": "plans of lessons", "goals": "what the class will know or be able to do",
        "questions": "to discuss or to guess", "steps": "screens to present, in order",
        "vocabulary": "words to learn", "compare": "what to compare the journey with",
        "links": "what to read on",
    },
    "Lesson": {
        "minutes": "how long it is", "title": "its title, by language", "phases": "its parts",
    },
    "Phase": {
        "minutes": "how long it is", "title": "its title, by language",
        "text": "what to do, by language",
    },
    "Goal": {"subject": "the school subject, by language", "text": "the goal, by language"},
    "Question": {
        "id": "what steps call it", "kind": "to discuss or to guess",
        "text": "the question, by language", "answer": "the answer, by language",
        "leg": "the leg it is about; without it, the whole journey",
        "of": "what is guessed; a guess needs this and the next four",
        "unit": "in what it is guessed",
        "low": "the low end of the slider", "high": "its high end", "step": "its step",
    },
    "Step": {
        "kind": "what the screen shows", "minutes": "how long it stands",
        "text": "a sentence to show, by language; beside a question it is for the teacher",
        "leg": "the leg it is about",
        "at": "the part of the leg that has been passed, 0 to 1",
        "question": "the id of the question", "notes": "for the presenter alone, by language",
    },
    "Term": {
        "place": "the id of a place", "term": "or a word, by language",
        "text": "what it means, by language",
    },
    "Yardstick": {
        "name": "what it is, by language", "mode": "how one travels", "speed": "how fast it is",
        "distance": "how far another way is", "duration": "how long that takes",
    },
    "Reading": {
        "source": "the id of a source", "url": "or an address", "title": "its title, by language",
    },
}  # fmt: skip


def meaning(part: str, key: str) -> str:
    """What the key of the part means.

    >>> meaning("Place", "id"), meaning("Place", "note")
    ('what legs call it', 'a remark, by language')
    """
    return MEANINGS.get(part, {}).get(key) or CLAIM[key]
