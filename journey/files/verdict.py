"""What the models find wrong, as complaints with the file and the line of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple, get_args

from pydantic import ValidationError

from journey.errors import (
    Code,
    Complaint,
    Figure,
    Figures,
    JourneyFileError,
    KeyPath,
    close,
    dotted,
)
from journey.files.document import Document
from journey.files.groups import meant
from journey.files.route import Route
from journey.model.claims import GROUNDS, ID, LANGUAGE
from journey.model.journey import Journey
from journey.model.mode import several
from journey.model.part import Fault
from journey.words.faults import message
from journey.words.wording import Wording

# More complaints than these help nobody; the rest is counted.
MOST = 1_000
_SCHEMA = Journey.model_json_schema()
# Our codes by the types of the errors that pydantic finds; ours have their own.
_CODES: dict[str, Code] = {
    **{code: code for code in get_args(Code)},
    "bool_type": "no_flag",
    "dict_type": "no_texts",
    "enum": "unknown_choice",
    "finite_number": "not_finite",
    "greater_than": "not_over",
    "literal_error": "unknown_choice",
    "model_attributes_type": "no_group",
    "model_type": "no_group",
    "string_too_long": "text_too_long",
    "string_too_short": "empty_text",
    "string_type": "no_words",
    "string_unicode": "half_character",
    "too_long": "too_many",
    "too_short": "too_few",
    "tuple_type": "no_list",
    "url_parsing": "no_address",
    "url_scheme": "other_scheme",
    "url_syntax_violation": "no_address",
    "url_too_long": "address_too_long",
    "url_type": "no_address",
}
_PATTERNS: dict[str, Code] = {ID: "no_id", LANGUAGE: "no_language"}
# A number as it is written where decimals, or thousands, are set off by a comma.
_COMMA = re.compile(r"\s*[-+]?\d+(,\d+)+\s*")
# What stands in degrees that are written with minutes, or with the letter of a direction.
_MINUTES = re.compile(r"[°'′NSEWO]|\d +\d")
_MONTHS = {"month", "months", "mo"}  # of many lengths, and so no unit
_DEGREES = {"lat": 90, "lon": 180}
# The codes whose sentences show the value.
_SHOWING: frozenset[Code] = frozenset(
    ("decimal_comma", "degree_out_of_bounds", "month_as_unit", "negative", "no_date", "no_day",
     "no_id", "no_language", "no_number", "too_large", "unknown_choice")
)  # fmt: skip
_LIMITS = {"max_length", "min_length", "gt", "le"}  # pydantic's names of them


class _Found(NamedTuple):
    """An error of pydantic: where, its type, what stood there, and its context."""

    path: KeyPath
    kind: str
    value: Any
    context: Mapping[str, Any]

    @property
    def between_fields(self) -> bool:
        """Whether fields contradict each other, and not one of them is wrong alone."""
        return "between_fields" in self.context


def refused(complaints: Iterable[Complaint]) -> JourneyFileError:
    """The error that tells the complaints: once each, and not more than anybody reads."""
    found = in_order(complaints)
    english = Wording("en")
    return JourneyFileError(found, "\n".join(message(complaint, english) for complaint in found))


def in_order(complaints: Iterable[Complaint]) -> list[Complaint]:
    """The complaints once each, by file and line, and not more than anybody reads."""
    found = sorted(dict.fromkeys(complaints), key=lambda complaint: complaint.order)
    if len(found) > MOST:
        found = [Complaint(found[0].file, 0, (), "more_faults", {"limit": MOST}), *found[:MOST]]
    return found


def complaints_of(error: ValidationError, document: Document, route: Route) -> Iterator[Complaint]:
    """A complaint for each fault that is not only what follows from another."""
    found = [_found(e, document.data) for e in error.errors(include_url=False)[: 4 * MOST]]
    known = {(one.path, one.between_fields) for one in found}
    near = _near([one.path for one in found if one.kind == "extra_forbidden"], document.data)
    meant = {(*path[:-1], key) for path, key in near.items() if key}
    for one in found:
        if (one.kind == "missing" and one.path in meant) or _follows(one, known):
            continue
        fault = Fault(one.path, *_judged(one, document.data, near))
        yield told(_with_origin(fault, document), document, route)


def _with_origin(fault: Fault, document: Document) -> Fault:
    """The fault of a claim that lacks what its basis asks for; from where it has the basis."""
    taken = (*_written(document.data, fault.path), "basis")
    if fault.code != "ungrounded" or taken not in document.origins:
        return fault
    at = document.line(document.origins[taken])
    return Fault(fault.path, "inherits_no_ground", {**fault.figures, "line": at})


def told(fault: Fault, document: Document, route: Route) -> Complaint:
    """The complaint that tells the fault, of the file in which that stands."""
    if fault.path[2:4] != ("shape", "line"):
        return document.told(fault._replace(path=_written(document.data, fault.path)))
    drawn = route.complaint(_drawn(fault.path, document, route), fault.code)
    return replace(drawn, figures=fault.figures)


def contradicting(faults: Iterable[Fault], document: Document, route: Route) -> Iterator[Complaint]:
    """The complaints that tell of claims that contradict others, and where each of these stands."""
    for fault in faults:
        listed = fault.figures["others"]
        paths = map(_undotted, listed if isinstance(listed, tuple) else ())
        others = [told(Fault(path, fault.code), document, route) for path in paths]
        places = tuple(f"{dotted(c.path)} ({_whereabouts(c)})" for c in others)
        yield replace(told(fault, document, route), figures={**fault.figures, "others": places})


def _whereabouts(complaint: Complaint) -> str:
    """The file, and the line if there is one to be told."""
    return f"{complaint.file}:{complaint.line}" if complaint.line else complaint.file


def _undotted(text: str) -> KeyPath:
    """The path that :func:`dotted` writes so.

    >>> _undotted("legs[2].from.dwell[0]")
    ('legs', 2, 'from', 'dwell', 0)
    """
    steps = re.findall(r"\[(\d+)\]|([^.\[\]]+)", text)
    return tuple(int(index) if index else key for index, key in steps)


def _found(error: Any, data: Any) -> _Found:
    kind, context = error["type"], error.get("ctx", {})
    path = _written(data, tuple(error["loc"]))
    of_key = path[-1:] == ("[key]",)
    if kind not in ("missing", "extra_forbidden") and "between_fields" not in context:
        path = _within(data, path)
    return _Found(path, kind, path[-1] if of_key and path else _value(data, path), context)


def _follows(one: _Found, known: set[tuple[KeyPath, bool]]) -> bool:
    """Whether the fault is only what follows from another one that is known."""
    path = one.path
    if one.kind == "missing":
        # The points of a shape are not written here; what they lack is told there.
        return path[2:] == ("shape", "line")
    if one.kind == "too_short":
        # Items that have faults of their own are not counted.
        return len(one.value or ()) >= int(one.context["min_length"])
    if not one.between_fields:
        return False
    if one.kind == "broken_chain" and isinstance(path[1], int):
        before: KeyPath = ("legs", path[1] - 1, "to", "place")
        if (before, True) in known:
            return True
    return (path, False) in known or ((*path, 0), False) in known


def _judged(one: _Found, data: Any, near: Mapping[KeyPath, str]) -> tuple[Code, Figures]:
    """Our code of the fault, and its figures; ``near`` are the keys that may be meant."""
    if one.between_fields:
        return _CODES[one.kind], one.context["figures"]
    name = one.path[-1] if one.path else ""
    if one.kind == "missing":
        return _missing(one, name, data)
    if one.kind == "extra_forbidden":
        return "unknown_key", {"name": name, "near": near[one.path]}
    code = _code(one)
    # An empty group or flag is told as what should stand there.
    if one.value is None and code not in ("no_group", "no_flag"):
        return "nothing", {}
    return code, {**one.context.get("figures", {}), **_figures(code, one)}


def _missing(one: _Found, name: str | int, data: Any) -> tuple[Code, Figures]:
    if isinstance(name, int):
        return "missing_half", {}
    if name != "basis":
        return "missing_key", {"name": name}
    # What a claim stands on is told along with its basis, and not a round later.
    there = _value(data, one.path[:-1])
    given = [basis for basis, ground in GROUNDS.items() if ground in there]
    # Only what tells of the journey itself takes over what is given once.
    code: Code = "missing_basis_here" if "teaching" in one.path else "missing_basis"
    return code, {"near": f"basis: {given[0]}" if len(given) == 1 else ""}


def _code(one: _Found) -> Code:
    """Our code of what is wrong with a value."""
    if one.kind in ("greater_than_equal", "less_than_equal"):
        if one.path[-1] in _DEGREES:
            return "degree_out_of_bounds"
        return "negative" if "ge" in one.context else "too_large"
    if one.kind == "string_pattern_mismatch":
        return _PATTERNS[one.context["pattern"]]
    if one.kind.startswith(("float_", "int_")):
        if isinstance(one.value, str) and _COMMA.fullmatch(one.value):
            return "decimal_comma"
        minutes = isinstance(one.value, str) and _MINUTES.search(one.value)
        return "degree_no_number" if minutes and one.path[-1] in _DEGREES else "no_number"
    if one.path[-1:] == ("mode",) and len(_modes(one.value)) > 1:
        return "several_modes"
    if one.path[-1:] == ("unit",) and str(one.value).strip().lower() in _MONTHS:
        return "month_as_unit"
    return _CODES.get(one.kind, "unforeseen")


def _figures(code: Code, one: _Found) -> Figures:
    """What the sentences of the code show of the value and of what pydantic tells."""
    figures: dict[str, Figure] = {"value": _shown(one.value)} if code in _SHOWING else {}
    for name in _LIMITS & one.context.keys():
        figures["limit"] = one.context[name]
    if code == "degree_out_of_bounds":
        figures["limit"] = _DEGREES[str(one.path[-1])]
    if code == "unknown_choice":
        # Pydantic tells them as 'train', 'bus' or 'walk'.
        choices = tuple(re.findall("'([^']*)'", one.context["expected"]))
        said = one.value.strip().lower()[:30] if isinstance(one.value, str) else ""
        figures.update(choices=choices, near=close(said, choices) or "")
    if code == "several_modes":
        figures["modes"] = _modes(one.value)
    if code == "no_texts":
        short = isinstance(one.value, str) and len(one.value) < 30
        figures["text"] = one.value if short else "…"
    if code == "no_group" and (near := meant(_named(one.path), one.value)):
        figures["near"] = near
    return figures


def _named(path: KeyPath) -> str:
    """The last key of the path that is no number."""
    return next((key for key in reversed(path) if isinstance(key, str)), "")


def _modes(value: object) -> tuple[str, ...]:
    """The modes that are listed where there is room for one."""
    listed = value if isinstance(value, list) else ()
    return several(listed, [word for word in listed if isinstance(word, str)])


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _near(unknown: Iterable[KeyPath], data: Any) -> dict[KeyPath, str]:
    """The keys that those which are not known may stand for, by their paths, or ""."""
    free: dict[KeyPath, list[str]] = {}
    near = {}
    for path in unknown:
        parent = path[:-1]
        if parent not in free:
            free[parent] = _free(parent, data)
        near[path] = close(str(path[-1]), free[parent]) or ""
    return near


def _free(path: KeyPath, data: Any) -> list[str]:
    """The keys that could stand in the part at ``path`` and do not."""
    schema = _schema(_SCHEMA)
    for step, after in zip(path, (*path[1:], ""), strict=False):
        inner = schema.get("items") if isinstance(step, int) else schema["properties"].get(step)
        schema = _schema(inner or {}, listed=isinstance(after, int))
    there = _value(data, path)
    return sorted(schema["properties"].keys() - set(there if isinstance(there, dict) else ()))


def _schema(schema: dict[str, Any], *, listed: bool = False) -> dict[str, Any]:
    """The schema itself of what may be a reference to it, or a list, or nothing besides."""
    mark = "items" if listed else "$ref"
    schema = next((one for one in schema.get("anyOf", ()) if mark in one), schema)
    name = schema.get("$ref", "").rpartition("/")[2]
    return {"properties": {}, **(_SCHEMA["$defs"][name] if name else schema)}


def _drawn(path: KeyPath, document: Document, route: Route) -> KeyPath:
    """Where the point of a shape stands in the file in which it is drawn."""
    return route.drawn(document.data["legs"][path[1]]["id"], path[4:5])


def _written(data: Any, path: KeyPath) -> KeyPath:
    """The path without the index 0 of what stands alone where a list may stand."""
    steps: list[str | int] = []
    for step in path:
        alone = step == 0 and not isinstance(_value(data, tuple(steps)), list | tuple)
        if not alone:
            steps.append(step)
    return tuple(steps)


def _within(data: Any, path: KeyPath) -> KeyPath:
    """The part of ``path`` that is really there, without the names of alternatives."""
    for count, step in enumerate(path):
        known: Any = data if isinstance(data, dict) else ()
        if isinstance(data, list | tuple):
            known = range(len(data))
        if step not in known:
            return path[:count]
        data = data[step]
    return path


def _value(data: Any, path: KeyPath) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
