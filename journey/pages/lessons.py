"""What the page gives to teachers, as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from journey.model.journey import Journey
from journey.model.question import Question
from journey.model.teaching import Lesson, Phase, Reading, Teaching, Term
from journey.pages.footing import claim, link
from journey.track.track import Track
from journey.words import provenance
from journey.words.answers import answer
from journey.words.comparison import Compared, comparisons
from journey.words.html import joined, listed, tag
from journey.words.provenance import Link
from journey.words.wording import Wording
from journey.words.written import written


class Ways(NamedTuple):
    """Addresses of what a class is shown and given: a lesson, the pupils' page, what is printed."""

    present: str
    pupils: str
    prints: Sequence[Link]


def lessons(track: Track, wording: Wording, found: Ways) -> Markup:
    """What there is for teachers, or "" where there is nothing."""
    teaching, journey = track.journey.teaching, track.journey
    if teaching is None:
        return Markup("")
    return tag(
        "div",
        ways(teaching, wording, found),
        content_note(teaching, wording),
        _titled("teach.lessons", _plans(teaching.lessons, wording), wording),
        _titled("teach.goals", goals(teaching, wording), wording),
        _titled("teach.questions", _questions(track, wording), wording),
        _titled("teach.compare", compared(track, wording), wording),
        _titled("teach.words", vocabulary(journey, wording), wording),
        _titled("teach.links", readings(journey, wording), wording),
        class_="lessons",
    )


def ways(teaching: Teaching, wording: Wording, found: Ways) -> Markup:
    """How a class sees the journey: presented, by itself with answers held back, on paper.

    The first is there only if there are steps to present, the second only if a
    guess is asked for.
    """
    asked = any(question.kind == "guess" for question in teaching.questions)
    say = wording.say
    shown = (
        _way(say("teach.present"), say("teach.present_how"), href=found.present, class_="present")
        if teaching.steps
        else "",
        _way(
            say("teach.pupils"), say("teach.pupils_how"),
            href=found.pupils, class_="pupils", target="_blank",
        ) if asked else "",
    )  # fmt: skip
    links = (link(one) for one in found.prints)
    printed = tag("p", f"{say('teach.print')}: ", joined(links, " · "), class_="prints")
    return tag("div", *shown, printed if found.prints else "", class_="ways")


def _way(name: str, how: str, **link: str) -> Markup:
    """A large link, and below it what it leads to."""
    return tag("p", tag("a", name, **link), " ", tag("span", how))


def _titled(key: str, part: Markup, wording: Wording) -> Markup:
    """The part under its title, or "" where there is nothing in it."""
    return tag("h3", wording.say(key)) + part if part else part


def content_note(teaching: Teaching, wording: Wording) -> Markup:
    """What to know before showing it to a class."""
    if teaching.content_note is None:
        return Markup("")
    title = tag("strong", wording.say("teach.content_note"), ".")
    return tag("p", title, " ", wording.pick(teaching.content_note), class_="note")


def _folded(title: str, *inside: str) -> Markup:
    """What waits under its title until it is opened."""
    return tag("details", tag("summary", title), *inside)


def _plans(plans: Sequence[Lesson], wording: Wording) -> Markup:
    return joined(_plan(plan, wording) for plan in plans)


def _plan(plan: Lesson, wording: Wording) -> Markup:
    phases = listed((phased(phase, wording) for phase in plan.phases), "ol")
    return _folded(planned(plan, wording), phases)


def planned(plan: Lesson, wording: Wording) -> str:
    """How long a lesson takes, and what it is called."""
    return f"{_minutes(plan.minutes, wording)}: {wording.pick(plan.title)}"


def phased(phase: Phase, wording: Wording) -> Markup:
    """A phase of a lesson: its minutes, its title, and what is done."""
    lead = f"{_minutes(phase.minutes, wording)}: {wording.pick(phase.title)}."
    return joined((tag("strong", lead), " ", wording.pick(phase.text)))


def _minutes(number: float, wording: Wording) -> str:
    return wording.measure(number, "min")


def goals(teaching: Teaching, wording: Wording) -> Markup:
    """What a class is to learn, by subject."""
    return listed(
        joined((tag("strong", wording.pick(goal.subject), "."), " ", wording.pick(goal.text)))
        for goal in teaching.goals
    )


def _questions(track: Track, wording: Wording) -> Markup:
    teaching = track.journey.teaching
    questions = teaching.questions if teaching else ()
    return joined(
        _folded(wording.pick(question.text), answered(question, track, wording))
        for question in questions
    )


def answered(question: Question, track: Track, wording: Wording) -> Markup:
    """The answer to a question; to a guess, first what the track says."""
    found = answer(question, track, wording)
    computed = tag("p", claim(found, wording)) if found else Markup("")
    return computed + tag("p", wording.pick(question.answer))


def compared(track: Track, wording: Wording) -> Markup:
    """What the journey is compared with, and how long it would take so."""
    return listed(joined(_compared(item, wording)) for item in comparisons(track, wording))


def _compared(item: Compared, wording: Wording) -> Iterator[str]:
    yield from (tag("strong", item.name, "."), " ")
    yield from (claim(found, wording) for found in item.claims)
    for text in item.follows:
        yield from (" ", tag("span", f"{text}.", class_="follows"))


def vocabulary(journey: Journey, wording: Wording) -> Markup:
    """Words to learn, in every script in which they are given."""
    terms = [(term, _names(term, journey)) for term in _terms(journey)]
    codes = list(dict.fromkeys(code for _, names in terms for code in names))
    if not codes:
        return Markup("")
    heads = [wording.tongue(code) for code in codes] + [wording.say("teach.meaning")]
    rows = (
        tag(
            "tr",
            *(
                tag("td", written(names.get(code, "–"), code, wording.language), lang=code)
                for code in codes
            ),
            tag("td", wording.pick(term.text)),
        )
        for term, names in terms
    )
    head = tag("thead", tag("tr", *(tag("th", text, scope="col") for text in heads)))
    table = tag("table", head, tag("tbody", *rows), class_="words")
    # Where it is wider than its room it is scrolled by keys, too.
    named = wording.say("teach.words")
    return tag("div", table, class_="wide", role="region", aria_label=named, tabindex="0")


def _terms(journey: Journey) -> Sequence[Term]:
    return journey.teaching.vocabulary if journey.teaching else ()


def _names(term: Term, journey: Journey) -> dict[str, str]:
    return journey.place(term.place).name if term.place else term.term or {}


def readings(journey: Journey, wording: Wording) -> Markup:
    """What to read on."""
    items = journey.teaching.links if journey.teaching else ()
    return listed(joined(_reading(item, journey, wording), " ") for item in items)


def _reading(item: Reading, journey: Journey, wording: Wording) -> Iterator[str]:
    source = journey.source(item.source) if item.source else None
    title = (
        wording.pick(item.title)
        if item.title
        else provenance.titled(source, wording)
        if source
        else ""
    )
    url = item.url or (source.url if source else None)
    yield link(Link(title, str(url or ""))) + provenance.stop(title)
    if source:
        label = provenance.link(source, wording).label
        yield f"{label}{provenance.stop(label)}"
    if item.note:
        yield wording.pick(item.note)
