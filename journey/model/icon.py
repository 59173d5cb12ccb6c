"""What the icon of a journey's own mode may be: one path on a grid of 24, and nothing besides.

It enters SVG, so it is read here as SVG 2 reads the data of a path (9.3.9), and
what is no command or number is refused: a browser would draw what stands before
that, and no more. Rows of numbers have a command for each; what is drawn, with
the points that bend it, stays on the grid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, StringConstraints, WithJsonSchema

from journey.model.part import refusal

GRID = 24.0  # units along each side
LIMIT = 1_000  # characters
# How many numbers follow each command.
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_SPACE = re.compile(r"[ \t\n\r]*")
# Between two numbers one comma may stand as well.
_BETWEEN = re.compile(r"[ \t\n\r]*(?:,[ \t\n\r]*(?=[-+.\d]))?", re.ASCII)
# A point has digits after it (SVG 2; SVG 1.1 took "3." as well).
_NUMBER = re.compile(r"[-+]?(?:\d*\.)?\d+", re.ASCII)
_FLAG = re.compile(r"[01]")
_ALLOWED = re.compile(r"[MLHVCSQTAZmlhvcsqtaz\d+\-., \t\n\r]", re.ASCII)
# Which numbers of an arc are flags, of one digit each.
_FLAGS = (3, 4)


def _icon(path: str) -> str:
    odd = next((sign for sign in path if not _ALLOWED.match(sign)), None)
    if odd is not None:
        raise refusal("icon_odd_sign", sign=odd)
    here = start = (0.0, 0.0)
    steps = list(_steps(path))
    if not steps or steps[0][0] not in "Mm":
        raise refusal("icon_without_start")
    if all(command in "MmZz" for command, _ in steps):
        raise refusal("icon_without_line")
    for command, numbers in steps:
        points = _points(command, numbers, here)
        for value in (value for point in points for value in point):
            if not -1e-6 <= value <= GRID + 1e-6:
                raise refusal("icon_off_the_grid", value=round(value, 3))
        here = points[-1] if points else start
        start = here if command in "Mm" else start
    return path


def _steps(path: str) -> Iterator[tuple[str, list[float]]]:
    """The commands one by one, each with its numbers; after a move more numbers are lines."""
    at, command = _skip(_SPACE, path, 0), ""
    while at < len(path):
        if not path[at].isalpha():
            # Numbers before the first command stand for a start that lacks its letter.
            if not command:
                return
            raise refusal("icon_odd_sign", sign=path[at])
        command = path[at]
        count, at = _COUNTS[command.upper()], _skip(_SPACE, path, at + 1)
        if not count:
            yield command, []
            continue
        more = True
        while more:
            numbers, at = _numbers(path, at, command, count)
            yield command, numbers
            command = {"M": "L", "m": "l"}.get(command, command)
            more = at < len(path) and not path[at].isalpha()


def _numbers(path: str, at: int, command: str, count: int) -> tuple[list[float], int]:
    found: list[float] = []
    for index in range(count):
        flag = command in "Aa" and index in _FLAGS
        number = (_FLAG if flag else _NUMBER).match(path, at)
        if number is None and path[at : at + 1] in (",", ".", "+", "-"):
            raise refusal("icon_odd_sign", sign=path[at])
        if number is None:
            raise refusal("icon_lacks_number", command=command, count=count, given=len(found))
        found.append(float(number[0]))
        at = _skip(_BETWEEN, path, number.end())
    return found, at


def _skip(what: re.Pattern[str], path: str, at: int) -> int:
    found = what.match(path, at)
    return found.end() if found else at


def _points(
    command: str, numbers: list[float], here: tuple[float, float]
) -> list[tuple[float, float]]:
    """The points that a step leads over, the last of them where it ends; none for a way back."""
    x, y = here if command.islower() else (0.0, 0.0)
    match command.upper():
        case "Z":
            return []
        case "H":
            return [(x + numbers[0], here[1])]
        case "V":
            return [(here[0], y + numbers[0])]
        case "A":
            # The radii have to be on the grid as well; how they are turned has not.
            return [(abs(numbers[0]), abs(numbers[1])), (x + numbers[5], y + numbers[6])]
        case _:
            return [(x + a, y + b) for a, b in zip(numbers[::2], numbers[1::2], strict=True)]


# The data of the path that an icon is, stroked as those of all modes are.
Icon = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LIMIT),
    AfterValidator(_icon),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LIMIT}),
]
