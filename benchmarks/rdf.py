"""Time and memory to write a large catalogue as Turtle, beside rdflib and beside pyoxigraph alone.

The project turns a catalogue into statements and streams them. rdflib builds a graph of the same
statements and serialises it. pyoxigraph alone makes a triple object of each statement and streams
them as Turtle: its part of the work, without anything that knows what a curriculum is. rdflib is
given fewer units, for it needs a minute for what the others do in seconds; its time is scaled up,
which flatters it. Every side runs in a process of its own. CPU time, so that others on the machine
do not count.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from curriculum_map.model import (
    Catalogue,
    Competency,
    Contribution,
    Framework,
    Institution,
    Level,
    LevelRef,
    Outcome,
    Scale,
    Text,
    Unit,
    Workload,
    by_id,
)
from curriculum_map.problems import Where

COMPETENCIES = 500
KNOWS = LevelRef("scale", "knows")


def catalogue(units: int) -> Catalogue:
    """Build units with an outcome each; ten statements or so for each unit."""
    scale = Scale(id="scale", title=_text("Scale"), levels=(Level(id="knows", title=_text("K")),))
    names = [f"c{n}" for n in range(COMPETENCIES)]
    made = (Competency(id=c, title=_text(f"Competency {c}"), framework="f") for c in names)
    return Catalogue(
        scales=by_id({"scale": scale}),
        frameworks=by_id({"f": Framework(id="f", title=_text("Framework"), scale="scale")}),
        competencies=by_id({each.id: each for each in made}),
        institutions=by_id({"i": Institution(id="i", title=_text("University"))}),
        units=by_id({f"u{n}": _unit(n) for n in range(units)}),
    )


def _unit(n: int) -> Unit:
    gives = Contribution(competency=f"c{n % COMPETENCIES}", level=KNOWS)
    outcome = Outcome(id="o", text=_text(f"Explains subject {n}."), contributions=(gives,))
    return Unit(
        id=f"u{n}",
        title=Text((("en", f"Course number {n}"), ("nl", f"Vak nummer {n}"))),
        institution="i",
        unit_kind="course",
        workload=Workload(hours=n % 200 + 1),
        outcomes=(outcome,),
        where=Where("curricula/university.yaml", n + 1, 3),
    )


def _text(words: str) -> Text:
    return Text((("en", words),))


def ours(given: Catalogue) -> Callable[[BinaryIO], object]:
    """Stream the catalogue as the project does."""
    from curriculum_map.formats.rdf.native import stream

    return lambda output: stream(given, "turtle", output)


def statements(given: Catalogue) -> list[tuple[str, str, str, str, str]]:
    """Give subject, predicate, object, language and datatype of each; the last may be empty."""
    from io import BytesIO

    from pyoxigraph import Literal, RdfFormat, parse

    from curriculum_map.formats.rdf.native import stream

    lines = BytesIO()
    stream(given, "ntriples", lines)
    found = []
    for quad in parse(lines.getvalue(), RdfFormat.N_TRIPLES):
        said = quad.object
        kind = (said.language or "", said.datatype.value) if isinstance(said, Literal) else ("", "")
        found.append((quad.subject.value, quad.predicate.value, said.value, *kind))
    return found


def pyoxigraph_alone(given: Catalogue) -> Callable[[BinaryIO], object]:
    """Make triple objects and stream them."""
    from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

    def triples() -> Iterator[Triple]:
        for subject, predicate, value, language, datatype in known:
            said: NamedNode | Literal
            if language:
                said = Literal(value, language=language)
            elif datatype:
                said = Literal(value, datatype=NamedNode(datatype))
            else:
                said = NamedNode(value)
            yield Triple(NamedNode(subject), NamedNode(predicate), said)

    known = statements(given)
    return lambda output: serialize(triples(), output, RdfFormat.TURTLE)


def by_rdflib(given: Catalogue) -> Callable[[BinaryIO], object]:
    """Build a graph and serialise it."""
    import rdflib

    def term(value: str, language: str, datatype: str) -> rdflib.term.Identifier:
        if language:
            return rdflib.Literal(value, lang=language)
        return rdflib.Literal(value, datatype=datatype) if datatype else rdflib.URIRef(value)

    def write(output: BinaryIO) -> None:
        graph = rdflib.Graph()
        for subject, predicate, value, language, datatype in known:
            node, link = rdflib.URIRef(subject), rdflib.URIRef(predicate)
            graph.add((node, link, term(value, language, datatype)))
        graph.serialize(output, format="turtle", encoding="utf-8")

    known = statements(given)
    return write


SIDES: Mapping[str, Callable[[Catalogue], Callable[[BinaryIO], object]]] = {
    "ours": ours,
    "pyoxigraph": pyoxigraph_alone,
    "rdflib": by_rdflib,
}


def measure(side: str, units: int) -> None:
    """Print CPU seconds, growth of the peak in MB and bytes of one writing."""
    write = SIDES[side](catalogue(units))
    with tempfile.TemporaryFile() as output:
        peak, started = peak_megabytes(), time.process_time()
        write(output)
        print(time.process_time() - started, peak_megabytes() - peak, output.tell())


def peak_megabytes() -> float:
    """Give the largest memory this process ever held."""
    # Kilobytes on Linux, bytes on macOS.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def run(side: str, units: int) -> tuple[float, float, float]:
    """Measure one side in a fresh process."""
    command = [sys.executable, __file__, "--side", side, "--units", str(units)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, megabytes, size = map(float, out.split())
    return seconds, megabytes, size


def main() -> None:
    """Compare, or measure one side where a comparison asks for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=100_000, help="units in the catalogue")
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.side:
        measure(given.side, given.units)
        return
    fewer = min(given.units, 10_000)
    found = {side: run(side, fewer if side == "rdflib" else given.units) for side in SIDES}
    scaled = found["rdflib"][0] * given.units / fewer
    print(f"{given.units:,} units; rdflib {fewer:,}, scaled up")
    for side, (seconds, megabytes, size) in found.items():
        shown = scaled if side == "rdflib" else seconds
        print(f"{side:11} {shown:7.2f} s {megabytes:7.0f} MB more {size / 1e6:7.1f} MB written")
    mine = found["ours"][0]
    print(f"{scaled / mine:.1f} times faster than rdflib (20 wanted)")
    print(f"{mine / found['pyoxigraph'][0]:.2f} times the time of pyoxigraph alone (2 wanted)")


if __name__ == "__main__":
    main()
