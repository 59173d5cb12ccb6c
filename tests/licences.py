"""Prints the licence of every package in the locks, and fails where one is not known.

``make licences`` runs it. A package says its licence in one of four places, and
they are asked in this order: ``License-Expression`` (PEP 639), ``License``, the
classifiers, its licence file. What says none was looked up, and stands in a
table with where it was found; what stands there needlessly is a complaint too.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import NamedTuple

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.locks import RUN_TIME, TESTS, locked, needed_here, version


class Licence(NamedTuple):
    """A licence as SPDX writes it (https://spdx.org/licenses), and where it is said."""

    expression: str
    said: str


# Packages whose metadata says no licence that can be told, or that this system may not have.
LOOKED_UP = {
    "colorama": Licence("BSD-3-Clause", "LICENSE.txt in its wheel, for Windows alone"),
    "fastkml": Licence("LGPL-2.1-or-later", "the head of its module"),
    "pygeoif": Licence("LGPL-2.1-or-later", "the head of its module"),
    "streamlit-folium": Licence("MIT", "LICENSE at github.com/randyzwitch/streamlit-folium"),
    "xstatic-leaflet": Licence("BSD-2-Clause", "LICENSE of leaflet 1.9.3 on npm, the same files"),
}
PERMISSIVE = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "MIT", "MIT-0", "MIT-CMU",
    "PSF-2.0", "Zlib",
}  # fmt: skip
# These ask that changes to themselves stay free; we change none and ship none.
WEAK_COPYLEFT = {"LGPL-2.1-or-later", "MPL-2.0"}

# What is written where SPDX has another word. "BSD License" tells not which.
_NAMES = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
_APACHE = "Apache License Version 2.0"
_BSD = "Redistribution and use in source and binary forms"
_MIT = "Permission is hereby granted, free of charge, to any person"


def expression(words: str) -> str | None:
    """The licence that some words name, as SPDX writes it.

    >>> expression("MIT License"), expression("mit or apache-2.0"), expression("as usual")
    ('MIT', 'MIT OR Apache-2.0', None)
    """
    try:
        return canonicalize_license_expression(_NAMES.get(words, words))
    except InvalidLicenseExpression:
        return None


def recognised(text: str) -> str | None:
    """The licence whose text that is, by words that no other has."""
    plain = " ".join(text.split())
    if _APACHE in plain:
        return "Apache-2.0"
    if _BSD in plain:
        return "BSD-3-Clause" if "endorse or promote" in plain else "BSD-2-Clause"
    return "MIT" if _MIT in plain else None


def stated(package: Distribution) -> Licence | None:
    """What a package says of its licence, and where; None if it says nothing that can be told."""
    for said, found in _statements(package):
        if found:
            return Licence(found, said)
    return None


def _statements(package: Distribution) -> Iterator[tuple[str, str | None]]:
    about = package.metadata
    for field in ("License-Expression", "License"):
        for words in about.get_all(field, []):
            yield field, expression(words) or recognised(words)
    for words in about.get_all("Classifier", []):
        if words.startswith("License :: "):
            yield "Classifier", expression(words.rpartition(" :: ")[2])
    for file in package.files or ():
        if re.search(r"\.dist-info/(?:licenses/)?(?:LICEN[CS]E|COPYING)[^/]*$", str(file)):
            yield file.name, recognised(file.read_text())


class Entry(NamedTuple):
    """A package of a lock with its licence, and what is wrong with that."""

    name: str
    version: str
    licence: Licence | None
    complaint: str | None = None


def entry(package: Requirement) -> Entry:
    """A package of a lock, as it is installed and as it was looked up."""
    name, pinned = canonicalize_name(package.name), version(package)
    found = LOOKED_UP.get(name)
    if not needed_here(package):
        return Entry(name, pinned, found, None if found else "is not installed here: look it up")
    try:
        installed = distribution(name)
    except PackageNotFoundError:
        return Entry(name, pinned, found, "is not installed")
    if installed.version != pinned:
        return Entry(name, pinned, found, f"is installed as {installed.version}")
    said = stated(installed)
    if said and found and package.marker is None:
        return Entry(name, pinned, said, "says its licence itself: looked up needlessly")
    return judged(Entry(name, pinned, said or found))


def judged(one: Entry) -> Entry:
    """The same, with a complaint where the licence is not known or none that we accept."""
    if one.licence is None:
        return one._replace(complaint="says no licence: look it up")
    named = set(re.findall(r"[\w.+-]+", one.licence.expression)) - {"AND", "OR"}
    foreign = sorted(named - PERMISSIVE - WEAK_COPYLEFT)
    return one._replace(complaint=f"is under {', '.join(foreign)}") if foreign else one


def listed() -> dict[str, list[Entry]]:
    """All packages, those of the run time apart from those that tests need besides."""
    parts = {path: {one.name: one for one in locked(path)} for path in (RUN_TIME, TESTS)}
    more = [one for name, one in parts[TESTS].items() if name not in parts[RUN_TIME]]
    return {
        "run time": [entry(one) for one in parts[RUN_TIME].values()],
        "tests": [entry(one) for one in more],
    }


def complaints(entries: list[Entry]) -> list[str]:
    """What is wrong with some of all the entries, and with the table of what was looked up."""
    wrong = [f"{one.name} {one.version} {one.complaint}" for one in entries if one.complaint]
    gone = sorted(LOOKED_UP.keys() - {one.name for one in entries})
    return [*wrong, *(f"{name} is in no lock: looked up needlessly" for name in gone)]


def main() -> int:
    """Print the lists, and what is wrong with them."""
    parts = listed()
    for title, entries in parts.items():
        print(f"{title}: {len(entries)} packages")
        for name, pinned, licence, _ in entries:
            shown = licence or Licence("?", "")
            print(f"  {name:26} {pinned:16} {shown.expression:52} {shown.said}")
    wrong = complaints([one for entries in parts.values() for one in entries])
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
