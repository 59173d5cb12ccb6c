"""What can go wrong, said so that a person can mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Complaint:
    """One fault in one file: where it is, what it is and how to mend it.

    ``line`` counts from 1; 0 says that the file as a whole is meant. ``where``
    is the path to the value inside the file, such as ``legs[2].mode``.

    >>> print(Complaint("a.yaml", 3, "legs[0].mode", "'tram' is no mode", "use one of: bus"))
    a.yaml:3: legs[0].mode: 'tram' is no mode; use one of: bus
    """

    file: str
    line: int
    where: str
    what: str
    mend: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        parts = [place, self.where, self.what] if self.where else [place, self.what]
        return ": ".join(parts) + (f"; {self.mend}" if self.mend else "")


def close(name: str, keys: Sequence[str]) -> str | None:
    """The one of ``keys`` that ``name`` may have been meant for.

    >>> close("mdoe", ["id", "mode"])
    'mode'
    """
    return next(iter(get_close_matches(name, keys, 1)), None)


class JourneyError(Exception):
    """Anything that this package raises on purpose."""


class JourneyFileError(JourneyError, ValueError):
    """A journey's files can't be taken; ``complaints`` holds every fault found."""

    def __init__(self, complaints: Sequence[Complaint]) -> None:
        self.complaints = tuple(sorted(complaints))
        super().__init__("\n".join(str(complaint) for complaint in self.complaints))


class JourneyNotFoundError(JourneyError, LookupError):
    """No journey lies at ``path``."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(
            f"{path}: there is no journey here; a journey is a folder that holds journey.yaml"
        )


class UnknownNameError(JourneyError, LookupError):
    """There is no ``what`` (journey, format, language) of that ``name``, only those ``known``."""

    def __init__(self, what: str, name: str, known: Sequence[str]) -> None:
        self.what, self.name, self.known = what, name, tuple(known)
        mend = f"use one of: {', '.join(known)}" if known else "there is none yet"
        super().__init__(f"there is no {what} {name!r}; {mend}")


class NotWrittenError(JourneyError, OSError):
    """The file at ``path`` could not be written, for that ``reason``; it is as it was."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(
            f"{path}: it can't be written: {reason}; check the folder, its permissions and its room"
        )


class UnknownWordError(JourneyError, KeyError):
    """The catalogue of ``language`` has no entry ``key``."""

    def __init__(self, key: str, language: str) -> None:
        self.key, self.language = key, language
        super().__init__(f"catalogue {language!r} has no entry {key!r}; add it to {language}.po")


class PublicAddressError(JourneyError, ValueError):
    """The environment variable ``name`` is ``given`` what is no address of a server."""

    def __init__(self, name: str, given: str) -> None:
        self.name, self.given = name, given
        super().__init__(
            f"{name}: {given!r} is no address of a server; write it like https://maps.example/, "
            "or leave it out"
        )
