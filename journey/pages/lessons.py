"""What the page gives to teachers, as HTML: every text escaped where it enters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from journey.model.journey import Journey
from journey.model.question import Question
from journey.model.teaching import Lesson, Phase, Reading, Teaching, Term
from journey.track.track import Track
from journey.words.answers import answer
from journey.words.comparison import comparisons
from journey.words.provenance import Link, footing_html, link, link_html
from journey.words.wording import Wording


def lessons(track: Track, wording: Wording, handout: str) -> str:
    """The section for teachers, or "" where there is none; ``handout`` is an address."""
    teaching, journey = track.journey.teaching, track.journey
    if teaching is None:
        return ""
    printed = link_html(Link(wording.say("teach.handout"), handout))
    parts = [
        f"<h2>{_word('teach.title', wording)}</h2><p>{printed}</p>",
        content_note(teaching, wording),
        _titled("teach.lessons", _plans(teaching.lessons, wording), wording),
        _titled("teach.goals", _goals(teaching, wording), wording),
        _titled("teach.questions", _questions(track, wording), wording),
        _titled("teach.compare", compared(track, wording), wording),
        _titled("teach.words", vocabulary(journey, wording), wording),
        _titled("teach.links", readings(journey, wording), wording),
        corrections(teaching, wording),
    ]
    return f'<section class="hh lessons">{"".join(parts)}</section>'


def _word(key: str, wording: Wording) -> str:
    return escape(wording.say(key))


def _titled(key: str, html: str, wording: Wording) -> str:
    """The part under its title, or "" where there is nothing in it."""
    return f"<h3>{_word(key, wording)}</h3>{html}" if html else ""


def _list(items: Iterable[str], tag: str = "ul") -> str:
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f"<{tag}>{listed}</{tag}>" if listed else ""


def content_note(teaching: Teaching, wording: Wording) -> str:
    """What to know before showing it to a class."""
    if teaching.content_note is None:
        return ""
    title = _word("teach.content_note", wording)
    text = escape(wording.pick(teaching.content_note))
    return f'<p class="note"><strong>{title}.</strong> {text}</p>'


def _plans(plans: Sequence[Lesson], wording: Wording) -> str:
    return "".join(_plan(plan, wording) for plan in plans)


def _plan(plan: Lesson, wording: Wording) -> str:
    title = escape(wording.pick(plan.title))
    phases = _list((_phase(phase, wording) for phase in plan.phases), "ol")
    length = _minutes(plan.minutes, wording)
    return f"<details><summary>{length}: {title}</summary>{phases}</details>"


def _phase(phase: Phase, wording: Wording) -> str:
    lead = f"{_minutes(phase.minutes, wording)}: {escape(wording.pick(phase.title))}"
    return f"<strong>{lead}.</strong> {escape(wording.pick(phase.text))}"


def _minutes(number: float, wording: Wording) -> str:
    return escape(wording.measure(number, "min", long=True))


def _goals(teaching: Teaching, wording: Wording) -> str:
    return _list(
        f"<strong>{escape(wording.pick(goal.subject))}.</strong> {escape(wording.pick(goal.text))}"
        for goal in teaching.goals
    )


def _questions(track: Track, wording: Wording) -> str:
    teaching = track.journey.teaching
    questions = teaching.questions if teaching else ()
    return "".join(
        f"<details><summary>{escape(wording.pick(question.text))}</summary>"
        f"{answered(question, track, wording)}</details>"
        for question in questions
    )


def answered(question: Question, track: Track, wording: Wording) -> str:
    """The answer to a question; to a guess, first what the track says."""
    found = answer(question, track, wording)
    computed = f"<p>{footing_html(found, wording)}</p>" if found else ""
    return f"{computed}<p>{escape(wording.pick(question.answer))}</p>"


def compared(track: Track, wording: Wording) -> str:
    """What the journey is compared with, and how long it would take so."""
    return _list(
        f"<strong>{escape(item.name)}.</strong> "
        + "".join(footing_html(claim, wording) for claim in item.claims)
        + "".join(f' <span class="follows">{escape(text)}.</span>' for text in item.follows)
        for item in comparisons(track, wording)
    )


def vocabulary(journey: Journey, wording: Wording) -> str:
    """Words to learn, in every script in which they are given."""
    terms = [(term, _names(term, journey)) for term in _terms(journey)]
    codes = list(dict.fromkeys(code for _, names in terms for code in names))
    if not codes:
        return ""
    heads = "".join(f'<th scope="col">{escape(wording.tongue(code))}</th>' for code in codes)
    meaning = f'<th scope="col">{_word("teach.meaning", wording)}</th>'
    rows = "".join(
        "<tr>"
        + "".join(f'<td lang="{code}">{escape(names.get(code, "–"))}</td>' for code in codes)
        + f"<td>{escape(wording.pick(term.text))}</td></tr>"
        for term, names in terms
    )
    head = f"<thead><tr>{heads}{meaning}</tr></thead>"
    return f'<div class="wide"><table class="words">{head}<tbody>{rows}</tbody></table></div>'


def _terms(journey: Journey) -> Sequence[Term]:
    return journey.teaching.vocabulary if journey.teaching else ()


def _names(term: Term, journey: Journey) -> dict[str, str]:
    return journey.place(term.place).name if term.place else term.term or {}


def readings(journey: Journey, wording: Wording) -> str:
    """What to read on."""
    items = journey.teaching.links if journey.teaching else ()
    return _list(_reading(item, journey, wording) for item in items)


def _reading(item: Reading, journey: Journey, wording: Wording) -> str:
    return " ".join(_about(item, journey, wording))


def _about(item: Reading, journey: Journey, wording: Wording) -> Iterator[str]:
    source = journey.source(item.source) if item.source else None
    title = wording.pick(item.title) if item.title else source.title if source else ""
    url = item.url or (source.url if source else None)
    yield link_html(Link(title, str(url or ""))) + "."
    if source:
        yield escape(link(source, wording).label) + "."
    if item.note:
        yield escape(wording.pick(item.note))


def corrections(teaching: Teaching, wording: Wording) -> str:
    """What was mended, and when."""
    told = _list(
        f"{escape(wording.day(item.date))}: {escape(wording.pick(item.text))}"
        for item in teaching.corrections
    )
    title = _word("teach.corrections", wording)
    none = _word("teach.no_corrections", wording)
    return f"<p><strong>{title}.</strong> {'' if told else none}</p>{told}"
