"""Find the Chromium that the page tests drive, or put Debian's on this machine.

`python tests/chromium.py` does so before the tests; the tests themselves only look.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PROGRAMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
MISSING = (
    "The page tests need Chromium, and none was found. Install it (Debian: apt install chromium),"
    " or set CHROMIUM to the path of a Chromium or Chrome."
)


class NoChromium(RuntimeError):
    """There is no browser to test the pages with; the message says what to install."""


def find() -> str:
    """Give the path of the browser: the one `CHROMIUM` names, else the first one installed.

    Raises:
        NoChromium: If `CHROMIUM` names no program, or nothing is installed.
    """
    if named := os.environ.get("CHROMIUM"):
        if found := shutil.which(named):
            return found
        raise NoChromium(f'CHROMIUM is set to "{named}", which is not a program on this machine.')
    for program in PROGRAMS:
        if found := shutil.which(program):
            return found
    raise NoChromium(MISSING)


def install() -> None:
    """Install Debian's chromium, quietly.

    Raises:
        NoChromium: If this is no Debian-like system, this user may not install, or
            the installation fails; the installer's own words are then part of the message.
    """
    root = _as_root()
    if root is None or not shutil.which("apt-get"):
        raise NoChromium(MISSING)
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    # A single broken package source fails the update; the installation tells whether it matters.
    subprocess.run([*apt, "update"], capture_output=True, check=False)
    packages = ["chromium", "fonts-dejavu-core"]
    done = subprocess.run(
        [*apt, "install", "--yes", "--no-install-recommends", *packages],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NoChromium(f"{MISSING}\n{done.stderr.strip()}")


def _as_root() -> list[str] | None:
    """Give what to put before a command to run it as root; None if that needs a password."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    sudo = ["sudo", "--non-interactive"]
    asked = subprocess.run([*sudo, "true"], capture_output=True, check=False)
    return None if asked.returncode else sudo


def main() -> str | None:
    """Make sure there is a browser; return the reason when there is none."""
    try:
        find()
    except NoChromium as error:
        if "CHROMIUM" in os.environ:
            return str(error)
    else:
        return None
    print("Installing Chromium for the page tests.", flush=True)
    try:
        install()
        find()
    except NoChromium as error:
        return str(error)
    return None


if __name__ == "__main__":
    sys.exit(main())
