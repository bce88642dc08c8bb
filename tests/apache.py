"""A real Apache on this machine that hands out one folder and lets its .htaccess decide."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import programs

MODULES = (
    "mpm_prefork",
    "authz_core",
    "rewrite",
    "mime",
    "headers",
    "dir",
    "autoindex",
    "negotiation",
)
"""More than the folder needs: lists of folders and guesses of files are there to be refused."""

CONFIGURATION = """\
ServerRoot {root}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {root}/pid
ErrorLog {root}/error.log
TypesConfig /dev/null
{modules}
{user}
DocumentRoot {folder}
<Directory {folder}>
AllowOverride FileInfo Options=Indexes,MultiViews
Options Indexes MultiViews FollowSymLinks
Require all granted
</Directory>
KeepAlive On
MaxKeepAliveRequests 0
"""


@contextmanager
def apache(files: dict[str, bytes]) -> Iterator[int]:
    """Hand out files below `/below/here/` for as long as the block lasts; gives the port.

    Raises:
        NoProgram: If there is no Apache; the message says what to install.
        RuntimeError: If it does not start; with what it said.
    """
    program = Path(programs.find("apache"))
    # Apache gives up the rights of root, so the files must be readable by everybody.
    with TemporaryDirectory(prefix="curriculum-map-") as root:
        folder = Path(root) / "www"
        for name, content in files.items():
            path = folder / "below" / "here" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        Path(root).chmod(0o755)
        port = _free_port()
        configuration = Path(root) / "apache.conf"
        configuration.write_text(_configuration(program, root, folder, port), encoding="utf-8")
        command = [str(program), "-X", "-f", str(configuration)]
        with subprocess.Popen(command, stderr=subprocess.PIPE) as run:
            try:
                _wait_for(port, run)
                yield port
            finally:
                run.terminate()


def _configuration(program: Path, root: str, folder: Path, port: int) -> str:
    modules = "\n".join(f"LoadModule {name}_module {_module(program, name)}" for name in MODULES)
    user = "User nobody\nGroup nogroup" if os.geteuid() == 0 else ""
    return CONFIGURATION.format(root=root, port=port, modules=modules, user=user, folder=folder)


def _module(program: Path, name: str) -> Path:
    places = [program.parents[1] / "lib" / each / "modules" for each in ("apache2", "httpd")]
    places += [
        program.parents[1] / "libexec" / "apache2",
        program.parents[1] / "lib64/httpd/modules",
    ]
    found = [place / f"mod_{name}.so" for place in places if (place / f"mod_{name}.so").exists()]
    if not found:
        raise RuntimeError(f"{program} has no module {name} in {', '.join(map(str, places))}.")
    return found[0]


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait_for(port: int, run: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if run.poll() is not None or time.monotonic() > until:
                said = run.stderr.read().decode() if run.stderr and run.poll() is not None else ""
                raise RuntimeError(f"Apache does not answer. {said}") from None
            time.sleep(0.02)
        else:
            return
