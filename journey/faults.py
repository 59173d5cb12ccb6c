"""The sentence, and the mend, for each kind of fault that a model can find."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

Sentence = tuple[str, str]

_DEGREES = {"lat": 90, "lon": 180}
_FORMS = {
    "dict_type": ("this should be a text for each language", "write {en: …}"),
    "tuple_type": ("this should be a list", "put each item on a line of its own after '- '"),
    "model_type": ("this should be a group of keys", "write key: value lines below it"),
    "string_type": ("this should be words", "put it in quotation marks"),
    "finite_number": ("this is not a finite number", "write the number, or leave the key out"),
    "url_parsing": ("this is no web address", "write it in full, with https://"),
    "url_scheme": ("this is no web address", "only http:// and https:// are taken"),
    "unfounded": (
        "{what}",
        "a reported claim needs a source, a derived one a method, an assumed one a reason",
    ),
    "quantity": (
        "{what}",
        "give one of value, about, more_than, less_than or range (value may stand beside range)",
    ),
    "order": ("{what}", "put the earlier or smaller one first"),
    "moment": ("{what}", "give one of the two"),
    "naive": ("{what}", "add the UTC offset, such as +09:00"),
    "quote": ("{what}", "shorten it"),
    "zone": ("{what}", "use a name such as Asia/Seoul"),
    "agreement": ("{what}", "{mend}"),
    "string_too_long": ("the text is over its limit of {max_length} characters", "shorten it"),
    "string_too_short": ("the text is empty", "write something, or leave the key out"),
    "too_short": ("there are fewer than {min_length} here", "add what is missing"),
    "too_long": ("there are more than {max_length} here", "make it shorter"),
}


def sentence(
    kind: str, path: tuple[Any, ...], value: object, context: Mapping[str, Any], keys: list[str]
) -> Sentence:
    """What is wrong and how to mend it.

    ``kind`` is pydantic's name of the error, ``path`` where it is, ``value``
    what stood there, ``context`` pydantic's figures, and ``keys`` the keys that
    would be known there.
    """
    last = next((step for step in reversed(path) if isinstance(step, str)), "")
    special: dict[str, Callable[[], Sentence]] = {
        "missing": lambda: (f"'{last}' is missing", "add it"),
        "extra_forbidden": lambda: (f"the key '{last}' is not known here", _close(last, keys)),
        "enum": lambda: (f"{_show(value)} is not known", f"use {context['expected']}"),
        "literal_error": lambda: (f"{_show(value)} is not known", f"use {context['expected']}"),
        "string_pattern_mismatch": lambda: (
            f"{_show(value)} is no id",
            "use lower-case letters, digits and hyphens (a language is a code such as en)",
        ),
    }
    if kind in special:
        return special[kind]()
    if kind in ("greater_than_equal", "less_than_equal"):
        return _bounds(str(last), value, context)
    if kind.startswith(("float_", "int_")):
        return f"{_show(value)} is not a number", "write digits, with a point for decimals"
    if kind.startswith(("date", "time")):
        return f"{_show(value)} is no date", "write 2021-02-25 or 2021-02-25T09:00+10:00"
    what, mend = _FORMS.get(kind, ("{what}", ""))
    return what.format_map({"what": "", **context}), mend.format_map({"mend": "", **context})


def _bounds(name: str, value: object, context: Mapping[str, Any]) -> Sentence:
    if name in _DEGREES:
        limit = _DEGREES[name]
        return f"{value} is not within -{limit}..{limit}", "are lat and lon swapped?"
    if "ge" in context:
        return f"{value} is negative", "write it without the minus sign"
    return f"{value} is too large", f"the limit is {context['le']:g}"


def _close(name: object, keys: list[str]) -> str:
    near = get_close_matches(str(name), keys, 1)
    return f"did you mean '{near[0]}'?" if near else "leave it out"


def _show(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
