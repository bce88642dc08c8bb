"""The page tests find a browser, or put Debian's on the machine, or say what to install."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

import chromium

MISSING = (
    "The page tests need Chromium, and none was found. Install it (Debian: apt install"
    " chromium), or set CHROMIUM to the path of a Chromium or Chrome."
)


@pytest.fixture
def bare(monkeypatch, tmp_path: Path) -> Path:
    """Stand on a machine of root's with no browser; give the only folder with programs."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "PROGRAMS", ("chromium",))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    (tmp_path / "env").symlink_to(shutil.which("env") or "")
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def add_program(folder: Path, name: str, script: str = "") -> Path:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_the_browser_that_is_chosen_comes_before_the_one_that_is_installed(bare, monkeypatch):
    installed, chosen = add_program(bare, "chromium"), add_program(bare, "mine")
    assert chromium.find() == str(installed)
    monkeypatch.setenv("CHROMIUM", str(chosen))
    assert chromium.find() == str(chosen)


def test_a_chosen_browser_that_does_not_exist_is_not_replaced_by_another(bare, monkeypatch):
    add_program(bare, "chromium")
    monkeypatch.setenv("CHROMIUM", "/nowhere/chrome")
    assert chromium.main() == (
        'CHROMIUM is set to "/nowhere/chrome", which is not a program on this machine.'
    )


def test_debian_gets_its_own_package_once(bare, capsys):
    log, browser = bare / "log", bare / "chromium"
    add_program(
        bare,
        "apt-get",
        f'echo "$DEBIAN_FRONTEND $*" >> {log}\n'
        f'[ "$2" = install ] && : > {browser} && /bin/chmod +x {browser}\n'
        'echo "no route to a mirror" >&2\n'
        '[ "$2" = install ]',
    )
    assert (chromium.main(), chromium.main()) == (None, None)
    assert log.read_text(encoding="utf-8").splitlines() == [
        "noninteractive -qq update",
        "noninteractive -qq install --yes --no-install-recommends chromium fonts-dejavu-core",
    ]
    assert capsys.readouterr().out == "Installing Chromium for the page tests.\n"


def test_a_failed_installation_says_why(bare):
    add_program(bare, "apt-get", "echo 'E: no space left' >&2; exit 100")
    assert chromium.main() == f"{MISSING}\nE: no space left"


@pytest.mark.parametrize("sudo", [None, "exit 1"], ids=["no sudo", "sudo wants a password"])
def test_who_may_not_install_is_told_what_to_install(bare, monkeypatch, sudo):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    add_program(bare, "apt-get", "exit 0")
    if sudo:
        add_program(bare, "sudo", sudo)
    assert chromium.main() == MISSING


def test_another_system_is_told_what_to_install(bare):
    assert chromium.main() == MISSING
