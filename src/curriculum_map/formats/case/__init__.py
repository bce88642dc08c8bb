"""CASE 1.1 of 1EdTech: one package for each framework, its competencies as items.

What becomes of what is said in docs/profiles/case.md. Packages of version 1.0 are read, too.
"""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

from curriculum_map.formats.base import Files, Format, Given, Written

if TYPE_CHECKING:
    from curriculum_map.formats.reading import Reading
    from curriculum_map.model import Catalogue
    from curriculum_map.problems import Problem

SPEC = "https://www.imsglobal.org/spec/case/v1p1"
EPOCH = "SOURCE_DATE_EPOCH"
"""The environment variable that says, in seconds since 1970, when the packages were made."""


def write(catalogue: Catalogue, _syntax: str) -> Written[Files]:
    """Write each framework as a package in a file of its own.

    CASE wants a moment of the last change, which a project does not record: it is that of writing,
    or what `SOURCE_DATE_EPOCH` says.
    """
    from curriculum_map.formats.case.losses import losses_of
    from curriculum_map.formats.case.writer import Writer

    seconds = float(os.environ.get(EPOCH) or time.time())
    writer = Writer(catalogue, time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(seconds)))
    files: Files = {
        f"{each.id}.json": json.dumps(writer.package(each), ensure_ascii=False, indent=2) + "\n"
        for each in catalogue.frameworks.values()
    }
    return Written(files, tuple(sorted({*losses_of(catalogue), *writer.losses})))


def missing(catalogue: Catalogue) -> tuple[Problem, ...]:
    """List what a package must say, or is not taken over without, and a project does not say.

    Returns:
        Warnings with the code `missing-field`, sorted by file and line; empty if nothing lacks.
    """
    from curriculum_map.formats.case.losses import missing_facts

    return tuple(sorted(missing_facts(catalogue)))


def read(given: Given) -> Reading:
    """Make frameworks of packages of version 1.1 or 1.0, whoever published them."""
    from curriculum_map.formats.case.reader import reading_of

    return reading_of(given)


FORMAT = Format(
    name="case",
    title="frameworks as CASE 1.1 packages",
    spec=SPEC,
    write=write,
    read=read,
    missing=missing,
    options={"language": "The language of texts that name none, such as `en`."},
)
