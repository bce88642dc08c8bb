"""The tests find the programs they need, or put Debian's on the machine, or say what to install."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

import programs

NAMES = pytest.mark.parametrize("name", programs.PROGRAMS)


@pytest.fixture
def bare(monkeypatch, tmp_path: Path) -> Path:
    """Stand on a machine of root's with none of the programs; give the only folder with some."""
    for name, program in programs.PROGRAMS.items():
        monkeypatch.delenv(program.variable, raising=False)
        only = program._replace(names=program.names[:1])
        monkeypatch.setitem(programs.PROGRAMS, name, only)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    (tmp_path / "env").symlink_to(shutil.which("env") or "")
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def missing() -> str:
    return (
        "The page tests need Chromium, and none was found. Install it (Debian: apt install"
        " chromium), or set CHROMIUM to the path of one.\n"
        "The workbook tests need LibreOffice Calc, and none was found. Install it (Debian: apt"
        " install libreoffice-calc-nogui), or set LIBREOFFICE to the path of one.\n"
        "The page tests need Firefox, and none was found. Install it (Debian: apt install"
        " firefox-esr), or set FIREFOX to the path of one.\n"
        "The linked-data tests need Apache, and none was found. Install it (Debian: apt install"
        " apache2-bin), or set APACHE to the path of one."
    )


def add_program(folder: Path, name: str, script: str = "") -> Path:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
    program.chmod(0o755)
    return program


@NAMES
def test_a_program_that_is_chosen_comes_before_the_one_that_is_installed(name, bare, monkeypatch):
    program = programs.PROGRAMS[name]
    installed, chosen = add_program(bare, program.names[0]), add_program(bare, "mine")
    assert programs.find(name) == str(installed)
    monkeypatch.setenv(program.variable, str(chosen))
    assert programs.find(name) == str(chosen)


@NAMES
def test_a_chosen_program_that_does_not_exist_is_not_replaced_by_another(name, bare, monkeypatch):
    for each in programs.PROGRAMS.values():
        add_program(bare, each.names[0])
    variable = programs.PROGRAMS[name].variable
    monkeypatch.setenv(variable, "/nowhere/program")
    assert programs.main() == (
        f'{variable} is set to "/nowhere/program", which is not a program on this machine.'
    )


def test_debian_gets_its_own_packages_once(bare, capsys):
    log = bare / "log"
    made = " && ".join(
        f": > {bare / each.names[0]} && /bin/chmod +x {bare / each.names[0]}"
        for each in programs.PROGRAMS.values()
    )
    add_program(
        bare,
        "apt-get",
        f'echo "$DEBIAN_FRONTEND $*" >> {log}\n'
        f'[ "$2" = install ] && {made}\n'
        'echo "no route to a mirror" >&2\n'
        '[ "$2" = install ]',
    )
    assert (programs.main(), programs.main()) == (None, None)
    assert log.read_text(encoding="utf-8").splitlines() == [
        "noninteractive -qq update",
        "noninteractive -qq install --yes --no-install-recommends chromium fonts-dejavu-core "
        "libreoffice-calc-nogui firefox-esr apache2-bin",
    ]
    assert capsys.readouterr().out == (
        "Installing Chromium, LibreOffice Calc, Firefox, Apache for the tests.\n"
    )


def test_only_what_is_missing_is_installed(bare, capsys):
    for name in programs.PROGRAMS.keys() - {"libreoffice"}:
        add_program(bare, programs.PROGRAMS[name].names[0])
    add_program(bare, "apt-get", f'echo "$*" >> {bare / "log"}; exit 1')
    programs.main()
    assert (bare / "log").read_text(encoding="utf-8").splitlines()[-1] == (
        "-qq install --yes --no-install-recommends libreoffice-calc-nogui"
    )
    assert capsys.readouterr().out == "Installing LibreOffice Calc for the tests.\n"


def test_a_failed_installation_says_why(bare):
    add_program(bare, "apt-get", "echo 'E: no space left' >&2; exit 100")
    assert programs.main() == f"{missing()}\nE: no space left"


@pytest.mark.parametrize("sudo", [None, "exit 1"], ids=["no sudo", "sudo wants a password"])
def test_who_may_not_install_is_told_what_to_install(bare, monkeypatch, sudo):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    add_program(bare, "apt-get", "exit 0")
    if sudo:
        add_program(bare, "sudo", sudo)
    assert programs.main() == missing()


def test_another_system_is_told_what_to_install(bare):
    assert programs.main() == missing()
