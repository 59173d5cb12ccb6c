"""What the locks hold: every package with its version, and where it is needed."""

from __future__ import annotations

import re
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = Path(__file__).parents[1]
RUN_TIME = PROJECT / "requirements.txt"
# All that the first has, and what tests need besides.
TESTS = PROJECT / "tests" / "requirements.txt"


def locked(lock: Path) -> list[Requirement]:
    """Every package of a lock, pinned to its version; some are needed on some systems only."""
    lines = re.findall(r"^[\w.-]+==[^\\\n]+", lock.read_text("utf-8"), re.MULTILINE)
    return [Requirement(line) for line in lines]


def version(package: Requirement) -> str:
    """The version that a package is pinned to."""
    return str(package.specifier).removeprefix("==")


def needed_here(package: Requirement) -> bool:
    """Whether this system and this Python are among those that need it."""
    return package.marker is None or package.marker.evaluate()
