"""Time to import ESCO and to hand it over as SKOS, beside what reading its files takes anyway.

`csv.reader` alone reads the same files and keeps nothing; rdflib builds the same graph, statement
by statement, and serialises it. Seconds of the processor; each side in a process of its own.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

_T = TypeVar("_T")
PUBLISHED = Path(__file__).parents[2] / "shared" / "conformance" / "esco-1.1.1"


def timed(what: Callable[[], _T]) -> tuple[float, _T]:
    """Give the seconds of the processor that something takes, and what it gives."""
    started = time.process_time()
    result = what()
    return time.process_time() - started, result


def ours(folder: Path) -> None:
    """Import into an empty project, hand it over as SKOS, and read that back."""
    from curriculum_map.formats import FORMATS
    from curriculum_map.formats.base import Given
    from curriculum_map.formats.given import given
    from curriculum_map.formats.importing import addition, read_document
    from curriculum_map.formats.project import load
    from curriculum_map.formats.writing import write_all

    with tempfile.TemporaryDirectory() as name:
        project = Path(name)

        def import_() -> None:
            reading = read_document(given(folder), FORMATS["esco"])
            added = addition(reading.catalogue, project, source="esco")
            write_all(project, {**added.files, **added.remembered})

        show("import esco", timed(import_)[0])
        seconds, catalogue = timed(lambda: load(project))
        show("reading the project", seconds)
    write, read = FORMATS["skos"].write, FORMATS["skos"].read
    assert write
    assert read
    seconds, written = timed(lambda: write(catalogue, "ntriples"))
    show("export skos", seconds)
    data = written.document.encode()
    asked = Given(name="esco.nt", files={"esco.nt": data}, syntax="ntriples")
    show("import skos", timed(lambda: read(asked))[0])
    check(written.document)
    rdflib_side(written.document)


def check(document: str) -> None:
    """Apply the rules of SKOS that are programs."""
    from curriculum_map.formats.rdf.skos_rules import problems_of
    from curriculum_map.formats.rdf.syntaxes import statements
    from curriculum_map.formats.rdf.triples import Triples

    def rules() -> list[object]:
        triples = Triples(statements(document, "ntriples", "esco.nt"))
        return [each for each in problems_of(triples, "esco.nt") if each.severity == "error"]

    seconds, errors = timed(rules)
    show("rules of SKOS", seconds)
    if errors:
        raise SystemExit(f"The export breaks rules: {errors}")


def rdflib_side(document: str) -> None:
    """Add the same statements to an rdflib graph, and serialise it as Turtle."""
    import rdflib

    triples = list(rdflib.Graph().parse(data=document, format="nt"))

    def build() -> None:
        graph = rdflib.Graph()
        for triple in triples:
            graph.add(triple)
        graph.serialize(format="turtle")

    show(f"rdflib, {len(triples):,} statements", timed(build)[0])


def cells_alone(folder: Path) -> None:
    """Take the files apart into cells, and keep nothing."""
    import csv
    import io
    import zipfile

    from curriculum_map.formats.esco_files import KINDS

    def read() -> None:
        csv.field_size_limit(10_000_000)
        for path in sorted(folder.glob("*.zip")):
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    if name.partition(".")[0].partition("_")[0] in KINDS:
                        text = io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")
                        for _ in csv.reader(text):
                            pass

    show("csv.reader alone", timed(read)[0])


def show(what: str, seconds: float) -> None:
    """Print one line."""
    print(f"{what:32} {seconds:6.2f} s", flush=True)


SIDES = {"csv": cells_alone, "ours": ours}


def main() -> None:
    """Run each side in a process of its own, or one of them where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=PUBLISHED, help="where the archives lie")
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if not given.folder.is_dir():
        print(f"ESCO does not lie in {given.folder}; name its folder with --folder.")
    elif given.side:
        SIDES[given.side](given.folder)
    else:
        for side in SIDES:
            command = [sys.executable, __file__, "--side", side, "--folder", str(given.folder)]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
