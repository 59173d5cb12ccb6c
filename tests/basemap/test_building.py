"""What the base map is built with is all named where it is installed from."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from journey.shipped import data_folder

ROOT = Path(__file__).parents[2]
# What the scripts beside the data take from the project, and which packages that loads.
_LOADED = """
import sys
from journey.basemap import shading, zones
for name, module in sys.modules.items():
    if "site-packages" in (getattr(module, "__file__", None) or ""):
        print(name.partition(".")[0])
"""


def test_what_the_project_lends_the_building_is_among_what_that_installs() -> None:
    wanted = (data_folder("basemap") / "requirements.txt").read_text("utf-8")
    named = re.findall(r"^([\w-]+)==", wanted, re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    own = re.findall(r"^[\w-]+", "\n".join(project["dependencies"]), re.MULTILINE)
    packages = packages_distributions()

    ran = subprocess.run(
        [sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True,
        cwd=ROOT,
    )  # fmt: skip

    loaded = {packages[name][0] for name in ran.stdout.split() if name in packages} & {*own}
    # What geopy asks the network with takes brotli where it is there, and goes without.
    assert {"numpy", "geopy"} <= loaded - {"brotli"} <= {*named}
