"""What is declared, locked and imported is the same."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

PROJECT = Path(__file__).parents[1]
LOCKS = ["requirements.txt", "tests/requirements.txt", ".ci/uv.txt", ".ci/audit.txt"]
ENTRY = re.compile(r"^([\w.-]+)==([\w.+-]+)(?: ; .*)?(?: \\)?$", re.MULTILINE)
# pydantic pins its own half exactly.
PINNED_BY_ANOTHER = {"pydantic-core"}

declared: dict[str, Any] = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))


def of_the_product() -> list[Requirement]:
    """What the product needs, also what is optional; what one command alone needs is in no lock."""
    project = declared["project"]
    optional = {k: v for k, v in project["optional-dependencies"].items() if k != "basemap"}
    extras = [line for lines in optional.values() for line in lines]
    return [Requirement(line) for line in (*project["dependencies"], *extras)]


def of_the_tests() -> list[Requirement]:
    return [Requirement(line) for line in declared["dependency-groups"]["test"]]


def locked(name: str) -> dict[str, set[Version]]:
    """The versions in a lock, by package; another Python may have another."""
    versions: dict[str, set[Version]] = {}
    for package, version in ENTRY.findall((PROJECT / name).read_text("utf-8")):
        versions.setdefault(canonicalize_name(package), set()).add(Version(version))
    return versions


def imported(file: Path) -> Iterator[str]:
    """The first names of what a module imports, but for ours and Python's own."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            first = name.partition(".")[0]
            if first not in sys.stdlib_module_names | {"journey"}:
                yield first


DECLARED = [
    *(("requirements.txt", requirement) for requirement in of_the_product()),
    *(("tests/requirements.txt", requirement) for requirement in of_the_tests()),
]


@pytest.mark.parametrize(("lock", "requirement"), DECLARED, ids=str)
def test_a_lock_keeps_to_the_ranges_that_are_declared(lock: str, requirement: Requirement) -> None:
    versions = locked(lock)[canonicalize_name(requirement.name)]

    assert [str(version) for version in versions if version not in requirement.specifier] == []


@pytest.mark.parametrize(("part", "whole"), [(LOCKS[0], LOCKS[1]), (LOCKS[2], LOCKS[1])])
def test_the_locks_agree(part: str, whole: str) -> None:
    versions = locked(part)

    assert versions
    assert versions.items() <= locked(whole).items()


def test_the_lock_of_the_audit_shares_its_versions_with_the_others() -> None:
    apart, ours = locked(LOCKS[3]), locked(LOCKS[1])

    shared = apart.keys() & ours.keys()

    assert "pip-audit" in apart.keys() - shared
    assert "requests" in shared
    assert [name for name in shared if apart[name] != ours[name]] == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes_and_none_names_a_host(name: str) -> None:
    text = (PROJECT / name).read_text("utf-8")

    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]

    assert len(entries) == len(ENTRY.findall(text))
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert "-index" not in text


def test_every_package_that_the_product_imports_is_declared() -> None:
    files = [PROJECT / "app.py", *(PROJECT / "journey").rglob("*.py")]
    packages = packages_distributions()

    needed = {
        canonicalize_name(packages[name][0]) for file in files for name in set(imported(file))
    }

    assert "folium" in needed
    assert needed - PINNED_BY_ANOTHER <= {canonicalize_name(one.name) for one in of_the_product()}


def test_every_declared_package_has_its_reason_in_contributing() -> None:
    said = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")

    names = [one.name for one in (*of_the_product(), *of_the_tests())]

    assert [name for name in names if f"**{name}**" not in said] == []
