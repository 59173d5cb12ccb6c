"""Asks what is known against the packages in the locks, and does not pass where it can't ask.

``make audit`` runs it, with `pip-audit <https://pypi.org/project/pip-audit/>`_ for
the packages of Python and OSV for Leaflet, which lies inside one of them under
another name. pip-audit finds "no known vulnerabilities" in packages that it
skipped, and it skips those that another system needs: so what counts is whether
each package of the lock was answered for, not how the tool ended.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.request import Request, urlopen

from packaging.utils import canonicalize_name
from xstatic.pkg import leaflet

from tests.locks import TESTS, locked, version

# https://google.github.io/osv.dev/post-v1-query
OSV = "https://api.osv.dev/v1/query"
TIMEOUT = 30  # seconds
# What is known and does not reach us, with the reason.
CONSIDERED = {
    "CVE-2025-69993": "Leaflet's bindPopup takes HTML by design; our scripts never call it",
}


class NotAudited(Exception):
    """The audit did not take place: the message says of what, and why."""


def report(tool: Sequence[str], lock: Path) -> dict[str, Any]:
    """What pip-audit says of a lock, also of what only other systems need."""
    text = re.sub(r" ; [^\\\n]+", " ", lock.read_text("utf-8"))
    with TemporaryDirectory() as folder:
        every = Path(folder) / "every.txt"
        every.write_text(text, "utf-8")
        # With the cache that it shares with pip it would answer from what it was told before.
        apart = ["--cache-dir", folder, "--progress-spinner", "off", "--format", "json"]
        command = [*tool, "-r", str(every), "--require-hashes", "--disable-pip", *apart]
        done = subprocess.run(command, capture_output=True, text=True)
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except json.JSONDecodeError as error:
        said = done.stderr.strip().splitlines() or ["nothing"]
        raise NotAudited(f"the lock: not audited: pip-audit says {said[-1]}") from error
    return found


def judged(found: dict[str, Any], lock: Path) -> list[str]:
    """What stands against the packages of a lock by a report, and which it has no answer for."""
    answers = {canonicalize_name(one["name"]): one for one in found["dependencies"]}
    if all("skip_reason" in one for one in answers.values()):
        raise NotAudited("the lock: not audited: the database answered for none of its packages")
    return [
        f"{package.name} {version(package)}: {complaint}"
        for package in locked(lock)
        for complaint in _complaints(answers.get(canonicalize_name(package.name)), version(package))
    ]


def _complaints(answer: dict[str, Any] | None, pinned: str) -> Iterator[str]:
    if answer is None:
        yield "not audited: it is not in the report"
    elif "skip_reason" in answer:
        yield f"not audited: {answer['skip_reason']}"
    elif answer["version"] != pinned:
        yield f"not audited: the report is of {answer['version']}"
    else:
        for one in answer["vulns"]:
            if not _considered(one):
                yield f"{one['id']}, mended in {', '.join(one['fix_versions']) or 'no version'}"


def _considered(found: dict[str, Any]) -> bool:
    """Whether what is known, by any of its names, is among what was considered."""
    return not CONSIDERED.keys().isdisjoint((found["id"], *found.get("aliases", ())))


def known(name: str, pinned: str, service: str) -> list[str]:
    """What OSV knows against a package of npm."""
    asked = {"package": {"name": name, "ecosystem": "npm"}, "version": pinned}
    try:
        with urlopen(Request(service, json.dumps(asked).encode()), timeout=TIMEOUT) as answer:
            found = json.load(answer).get("vulns", [])
    except (OSError, ValueError) as error:
        raise NotAudited(f"{name} {pinned}: not audited: {service}: {error}") from error
    return [f"{name} {pinned}: {one['id']}" for one in found if not _considered(one)]


def complaints(tool: Sequence[str], service: str = OSV) -> Iterator[str]:
    """All that is known against what we stand on, and all that could not be asked."""
    try:
        yield from judged(report(tool, TESTS), TESTS)
    except NotAudited as error:
        yield str(error)
    try:
        yield from known("leaflet", leaflet.VERSION, service)
    except NotAudited as error:
        yield str(error)


def main(tool: Sequence[str], service: str = OSV) -> int:
    """Print what :func:`complaints` tells; 0 if all was audited and nothing stands against it."""
    found = list(complaints(tool, service))
    for name, reason in CONSIDERED.items():
        print(f"considered: {name}: {reason}")
    for line in found:
        print(line, file=sys.stderr)
    print("The audit did not pass." if found else "Nothing stands against any package.")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
