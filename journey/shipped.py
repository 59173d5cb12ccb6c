"""Where the data lies that the project ships."""

from __future__ import annotations

from pathlib import Path

# A wheel carries the data inside the package; the repository has it beside the package.
_INSIDE = Path(__file__).with_name("data")
_BESIDE = Path(__file__).parents[1] / "data"


def data_folder(name: str) -> Path:
    """The folder of that name among the shipped data: ``basemap`` or ``journeys``.

    >>> (data_folder("journeys") / "handcar-2021").is_dir()
    True
    """
    return (_INSIDE if _INSIDE.is_dir() else _BESIDE) / name


def licence() -> str:
    """The project's own licence."""
    folder = _INSIDE if _INSIDE.is_dir() else _BESIDE.parent
    return (folder / "LICENSE").read_text("utf-8")
