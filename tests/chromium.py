"""Finds a Chromium for the browser tests, or fetches one.

Run as a script it makes sure that there is one: the browser that is installed,
else Playwright's own, else Debian's package.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip


def installed() -> str | None:
    """The path of a Chromium on this machine, or None for Playwright's own."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def starts() -> bool:
    """Whether some Chromium opens a page."""
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
            browser.new_page().close()
            browser.close()
    except Error:
        return False
    return True


def _quietly(*command: str) -> bool:
    print("chromium:", " ".join(command), flush=True)
    try:
        done = subprocess.run(command, check=False, timeout=600, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def fetch() -> bool:
    """Get a Chromium from Playwright, else from Debian; whether one starts then."""
    if (
        _quietly(sys.executable, "-m", "playwright", "install", "--with-deps", "chromium")
        and starts()
    ):
        return True
    if shutil.which("apt-get") is None:
        return False
    sudo = ["sudo", "-n"] if hasattr(os, "geteuid") and os.geteuid() != 0 else []
    _quietly(*sudo, "apt-get", "update")
    _quietly(
        *sudo, "apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"
    )
    return starts()


if __name__ == "__main__" and not (starts() or fetch()):
    sys.exit(
        "There is no Chromium for the browser tests. Install one, or name its path in CHROMIUM."
    )
