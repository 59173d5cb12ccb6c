"""Tells where the server's time goes while a crowd is on the dashboard.

It needs py-spy, which looks at a process from outside: ``pip install py-spy``,
and where the system asks for it, root.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.bench_crowd import Soak
from tests.serving import serve

RATE = 200  # looks a second
WARM = 2  # crowds before it is looked at
THEME = "Streamlit: the theme, told with each run", "_populate_theme_msg"
# Whose code it is, by the file: the first that fits the innermost frame, else the frame around
# it. What runs in Python's own library, or in C, is its caller's.
OWNERS = {
    "streamlit-folium: the map's component": r"streamlit_folium/",
    "folium, branca, Jinja: the map's HTML": r"(folium|branca|jinja2|markupsafe)/",
    "Streamlit: elements and widgets": r"streamlit/(elements|delta_generator|components)",
    "Streamlit: sessions, runs and messages": r"streamlit/",
    "Protocol Buffers": r"google/protobuf/",
    "the dashboard": r"journey/|\(app\.py",
    "the web server": r"(starlette|uvicorn|websockets|httptools|anyio|tornado)/",
}
REST = "all else, Python's own event loop most of it"


def owner(frames: Iterable[str]) -> str:
    """Whose code runs, by the frames from the outermost to the innermost.

    >>> owner(["run (uvicorn/server.py:1)", "markdown (streamlit/elements/markdown.py:9)"])
    'Streamlit: elements and widgets'
    >>> owner(["_run_once (asyncio/base_events.py:1)"]) == REST
    True
    """
    stack = list(frames)
    if any(THEME[1] in frame for frame in stack):
        return THEME[0]
    for frame in reversed(stack):
        for name, pattern in OWNERS.items():
            if re.search(pattern, frame):
                return name
    return REST


def shares(lines: Iterable[str]) -> dict[str, float]:
    """The part of the time of each owner, the largest first, from stacks as py-spy writes them.

    >>> shares(["main (app.py:3);tag (journey/words/html.py:9) 3", "run (asyncio/runners.py:1) 1"])
    {'the dashboard': 0.75, "all else, Python's own event loop most of it": 0.25}
    """
    found: Counter[str] = Counter()
    for line in lines:
        stack, _, count = line.rpartition(" ")
        found[owner(stack.split(";"))] += int(count)
    whole = found.total()
    return {name: count / whole for name, count in found.most_common()}


def main() -> None:
    """Print the table, and how much of the processor's time a run takes."""
    spy = shutil.which("py-spy")
    if spy is None:
        raise SystemExit("py-spy is not there: pip install py-spy")
    with serve() as server, tempfile.TemporaryDirectory() as folder:
        soak, file = Soak(server), Path(folder, "stacks.txt")
        for _ in range(WARM):
            soak.crowd()
        command = [spy, "record", "--gil", "-r", str(RATE), "-f", "raw", "-o", str(file)]
        runs, busy = len(soak.runs), server.busy()
        with subprocess.Popen(
            [*command, "-d", "20", "-p", str(server.pid)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as watching:
            while watching.poll() is None:
                soak.crowd()
        if watching.returncode:
            raise SystemExit("py-spy could not look at the server; it may have to be root")
        each = (server.busy() - busy) / sum(map(len, soak.runs[runs:]))
        print(f"{each * 1_000:.1f} ms of the processor a run\n\n| whose code | part |\n|---|---|")
        for name, part in shares(file.read_text("utf-8").splitlines()).items():
            print(f"| {name} | {part:.0%} |")


if __name__ == "__main__":
    main()
