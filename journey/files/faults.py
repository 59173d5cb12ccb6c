"""The sentence, and the mend, for each kind of fault that a model can find."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from journey.errors import close

Sentence = tuple[str, str]

_DEGREES = {"lat": 90, "lon": 180}
_LIST = ("this should be a list", "put each item on a line of its own after '- '")
_GROUP = ("this should be a group of keys", "write key: value lines below it")
_WORDS = ("this should be words", "write one text, in quotation marks")
_ADDRESS = ("this is no web address", "write it in full, with https://")
# What stands in braces is filled in from pydantic's figures.
_FORMS = {
    "tuple_type": _LIST,
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
    "string_type": _WORDS,
    "string_unicode": ("the text holds half a character", "delete it, or write it in full"),
    "bool_type": ("this is neither true nor false", "write true or false"),
    "finite_number": ("this is no finite number", "write it in digits, and not so large"),
    "url_parsing": _ADDRESS,
    "url_type": _ADDRESS,
    "url_syntax_violation": _ADDRESS,
    "url_scheme": ("this is no web address", "only http:// and https:// are taken"),
    "url_too_long": ("the address is longer than {max_length} characters", "find a shorter one"),
    "order": ("{what}", "put the earlier or smaller one first, and write both in one way"),
    "naive": ("{what}", "add the UTC offset, such as +09:00"),
    "year": ("{what}", "write a year from 2 to 8999"),
    "control": ("{what}, a control character", "delete it"),
    "quote": ("{what}", "shorten it"),
    "zone": ("{what}", "use a name such as Asia/Seoul"),
    "agreement": ("{what}", "{mend}"),
    "string_too_long": ("the text is over its limit of {max_length} characters", "shorten it"),
    "string_too_short": ("the text is empty", "write something, or leave the key out"),
    "too_short": ("there are too few here", "give at least {min_length}"),
    "greater_than": ("this is not over {gt:g}", "write a larger number"),
    "too_long": ("there are too many here", "give at most {max_length}"),
}
_UNFORESEEN = ("this does not fit here", "write it as in a journey that has no faults")


def sentence(
    kind: str, path: Sequence[Any], value: object, context: Mapping[str, Any], keys: Sequence[str]
) -> Sentence:
    """What is wrong and how to mend it.

    ``kind`` is pydantic's name of the error, ``path`` where it is, ``value``
    what stood there, ``context`` pydantic's figures, and ``keys`` those that
    could stand there.
    """
    special: dict[str, Callable[[], Sentence]] = {
        "missing": lambda: _missing(path[-1]),
        "extra_forbidden": lambda: _unknown(path[-1], keys),
        "enum": lambda: (f"{_show(value)} is not known", f"use {context['expected']}"),
        "literal_error": lambda: (f"{_show(value)} is not known", f"use {context['expected']}"),
        "language": lambda: (
            f"{_show(value)} is no code of a language",
            "use one such as en or ru",
        ),
        "string_pattern_mismatch": lambda: (
            f"{_show(value)} is no id",
            "use at most 64 lower-case letters, digits and hyphens",
        ),
    }
    if kind in ("missing", "extra_forbidden"):
        return special[kind]()
    if value is None and kind not in _FORMS.keys() - {"tuple_type", "string_type", "url_type"}:
        return "nothing stands here", "fill it in, or leave out a key that need not be there"
    return special[kind]() if kind in special else _formed(kind, path, value, context)


def _formed(kind: str, path: Sequence[Any], value: object, context: Mapping[str, Any]) -> Sentence:
    if kind == "dict_type":
        return "this should be a text for each language", f"write {{en: {_text(value)}}}"
    if kind in ("greater_than_equal", "less_than_equal"):
        return _bounds(str(path[-1]), value, context)
    if kind.startswith(("float_", "int_")):
        return f"{_show(value)} is not a number", "write digits, without quotation marks"
    if kind.startswith("date"):
        return f"{_show(value)} is no date", "write 2021-02-25 or 2021-02-25T09:00+10:00"
    what, mend = _FORMS.get(kind, _UNFORESEEN)
    return what.format_map(context), mend.format_map(context)


def plain(text: str) -> str:
    """The text on one line, of bounded length, safe on any terminal.

    >>> plain("one\\x1b[2Jtwo")
    'one\\\\x1b[2Jtwo'
    """
    short = text if len(text) <= 300 else text[:299] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in short)


def _missing(name: str | int) -> Sentence:
    if isinstance(name, int):
        return "one of the two is missing", "write [first, second]"
    return f"'{name}' is missing", "add it"


def _unknown(name: str, keys: Sequence[str]) -> Sentence:
    near = close(name, keys)
    mend = f"did you mean '{near}'?" if near else "leave it out"
    return f"the key '{name}' is not known here", mend


def _bounds(name: str, value: object, context: Mapping[str, Any]) -> Sentence:
    if name in _DEGREES:
        limit = _DEGREES[name]
        return f"{_show(value)} is not within -{limit}..{limit}", "are lat and lon swapped?"
    if "ge" in context:
        return f"{_show(value)} is negative", "write it without the minus sign"
    return f"{_show(value)} is too large", f"the limit is {context['le']:,.0f}"


def _text(value: object) -> str:
    return value if isinstance(value, str) and len(value) < 30 else "…"


def _show(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
