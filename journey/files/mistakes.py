"""What a parser's complaint about YAML comes from: the mistake that a person made."""

from __future__ import annotations

import re
from typing import NamedTuple

from ruamel.yaml.error import MarkedYAMLError

from journey.errors import Code, Figures

# The commonest mistakes, by a piece of what the parser says of them.
_MISTAKES: dict[str, Code] = {
    "'\\t'": "yaml_tab",
    "cannot start any token": "yaml_sign",
    "node content, but found '-'": "yaml_sign",
    "scanning a tag": "yaml_sign",
    "expected ':'": "yaml_no_colon",
    "another document": "yaml_second_document",
    "undefined alias": "yaml_no_anchor",
    "end of stream": "yaml_open_quote",
}
# The start of a line that has nothing before its first colon but a key.
_KEY = re.compile(r"\s*(?:- +)*[a-z_]+\s*")
# What the parser expects where keys or items of one group end too soon.
_ENDS = re.compile("expected (<block end>|'<document start>')")
_QUOTED = re.compile(r"""['"]""")


class Mistake(NamedTuple):
    """A line, counted from 1, what is wrong there, and the figures of it."""

    line: int
    code: Code
    figures: Figures


def mistake(error: MarkedYAMLError, text: str) -> Mistake:
    """The mistake in ``text`` behind the parser's ``error``."""
    problem = ", ".join(filter(None, (error.problem, error.context)))
    mark = error.problem_mark or error.context_mark
    at = mark.line if mark else 0
    start = error.context_mark.line if error.context_mark else at
    listed = text.split("\n")
    line = listed[at] if at < len(listed) else ""
    before = line[: mark.column] if mark else ""
    for piece, code in _MISTAKES.items():
        if piece in problem:
            return Mistake(at + 1, code, {})
    if "mapping values are not" in problem:
        return Mistake(at + 1, "yaml_indent" if _KEY.fullmatch(before) else "yaml_colon", {})
    if "expected ','" in problem:
        return _inside_brackets(problem, before, start, at)
    if _ENDS.search(problem) and "start>'" in problem:
        return Mistake(at + 1, "yaml_indent", {})
    if _ENDS.search(problem) and _QUOTED.search(before):
        return Mistake(at + 1, "yaml_quote", {})
    return Mistake(at + 1, "yaml_misread", {"problem": problem})


def _inside_brackets(problem: str, before: str, start: int, at: int) -> Mistake:
    """What is wrong inside the brackets that open on the line ``start``."""
    if start < at and (_KEY.fullmatch(before) or "got ':'" not in problem):
        # They are open to a later line, where something stands that does not fit.
        return Mistake(start + 1, "yaml_open_bracket", {})
    if "got ':'" in problem:
        return Mistake(at + 1, "yaml_colon", {})
    if _QUOTED.search(before):
        return Mistake(at + 1, "yaml_quote", {})
    return Mistake(at + 1, "yaml_misread", {"problem": problem})
