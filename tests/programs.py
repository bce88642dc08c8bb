"""Find the programs of other people that the tests need, or put Debian's on this machine.

`python tests/programs.py` does so before the tests; the tests themselves only look.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Program(NamedTuple):
    """A program that tests run.

    Attributes:
        title: What it is called in a sentence.
        purpose: The tests that need it.
        names: Names or paths it may have, the first one found counts.
        packages: What Debian calls it, its own package first.
        variable: Environment variable that names another one.
    """

    title: str
    purpose: str
    names: tuple[str, ...]
    packages: tuple[str, ...]
    variable: str

    @property
    def missing(self) -> str:
        """What to do where there is none."""
        return (
            f"{self.purpose} need {self.title}, and none was found. Install it (Debian: apt install"
            f" {self.packages[0]}), or set {self.variable} to the path of one."
        )


PROGRAMS: Mapping[str, Program] = {
    "chromium": Program(
        "Chromium",
        "The page tests",
        (
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        ),
        ("chromium", "fonts-dejavu-core"),
        "CHROMIUM",
    ),
    "libreoffice": Program(
        "LibreOffice Calc",
        "The workbook tests",
        (
            "soffice",
            "libreoffice",
            "localc",
            "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        ),
        ("libreoffice-calc-nogui",),
        "LIBREOFFICE",
    ),
    "firefox": Program(
        "Firefox",
        "The page tests",
        (
            "firefox-esr",
            "firefox",
            "/Applications/Firefox.app/Contents/MacOS/firefox",
        ),
        ("firefox-esr",),
        "FIREFOX",
    ),
    "apache": Program(
        "Apache",
        "The linked-data tests",
        ("apache2", "httpd", "/usr/sbin/apache2", "/usr/sbin/httpd"),
        ("apache2-bin",),
        "APACHE",
    ),
}
"""The programs by name."""


class NoProgram(RuntimeError):
    """A program is not there; the message says what to install."""


def find(name: str) -> str:
    """Give the path of a program: the one its variable names, else the first one installed.

    Raises:
        NoProgram: If the variable names no program, or nothing is installed.
    """
    program = PROGRAMS[name]
    if named := os.environ.get(program.variable):
        if found := shutil.which(named):
            return found
        raise NoProgram(
            f'{program.variable} is set to "{named}", which is not a program on this machine.'
        )
    for each in program.names:
        if found := shutil.which(each):
            return found
    raise NoProgram(program.missing)


def install(programs: Sequence[Program]) -> None:
    """Install Debian's packages of some programs, quietly and at once.

    Raises:
        NoProgram: If this is no Debian-like system, this user may not install, or
            the installation fails; the installer's own words are then part of the message.
    """
    missing = "\n".join(each.missing for each in programs)
    root = _as_root()
    if root is None or not shutil.which("apt-get"):
        raise NoProgram(missing)
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    # A single broken package source fails the update; the installation tells whether it matters.
    subprocess.run([*apt, "update"], capture_output=True, check=False)
    packages = [package for each in programs for package in each.packages]
    done = subprocess.run(
        [*apt, "install", "--yes", "--no-install-recommends", *packages],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NoProgram(f"{missing}\n{done.stderr.strip()}")


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
    """Make sure that every program is there; return the reason when one is not."""
    wanted: list[Program] = []
    for name, program in PROGRAMS.items():
        try:
            find(name)
        except NoProgram as error:
            if program.variable in os.environ:
                return str(error)
            wanted.append(program)
    if not wanted:
        return None
    titles = ", ".join(each.title for each in wanted)
    print(f"Installing {titles} for the tests.", flush=True)
    try:
        install(wanted)
        for name in PROGRAMS:
            find(name)
    except NoProgram as error:
        return str(error)
    return None


if __name__ == "__main__":
    sys.exit(main())
