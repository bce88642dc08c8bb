"""What `curriculum-map build` costs a university, as somebody types it: once, and once again.

The university is that of `pages.py`, written as YAML into a folder of its own. The command runs in
a process of its own, twice: the first time everything is written, the second time nothing has
changed. Wall time is what somebody waits for; CPU time beside it tells how much of that was due to
others on the machine. ext4 takes several times as long to make files within six minutes of many
having been deleted, as this benchmark itself does at its end: wait as long before you repeat it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from curriculum_map.formats import FORMATS
from curriculum_map.formats.writing import write_all
from pages import UNITS, university


def build(project: Path) -> str:
    """Build a project; gives what it cost, and what the command said."""
    command = [sys.executable, "-m", "curriculum_map", "-p", str(project), "build"]
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = process.stdout.read().partition(" Open ")[0]
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    # Kilobytes on Linux, bytes on macOS.
    peak = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    seconds = time.perf_counter() - started
    cpu = used.ru_utime + used.ru_stime
    return f"{seconds:6.1f} s, CPU {cpu:6.1f} s, at most {peak:5.0f} MB: {said}"


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=2_000, help="units, in steps of 50")
    units = parser.parse_args().units
    write = FORMATS["yaml"].write
    assert write
    with tempfile.TemporaryDirectory() as folder:
        write_all(Path(folder), write(university(units // UNITS), "yaml").document)
        print(f"{units:,} units; 2,000 are to take less than 20 s")
        for name in ("first", "again"):
            print(f"  {name} {build(Path(folder))}")


if __name__ == "__main__":
    main()
