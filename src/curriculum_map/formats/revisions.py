"""A project as it was in a revision of the git repository that holds it."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from curriculum_map.errors import CurriculumMapError

OF_A_PROJECT = ("competencies", "curricula", "curriculum-map.toml")


class NotAVersion(CurriculumMapError, LookupError):
    """What was to be compared is neither a folder nor a revision that can be read."""

    code = "not-a-version"


@contextmanager
def checked_out(revision: str, project: Path) -> Iterator[Path]:
    """Lay the sources of a project out in a folder, as they were in a revision.

    Args:
        revision: What git takes for one (`HEAD~1`, `v1.0`, a branch), or `revision:folder` with
            the folder as seen from the top of the repository.
        project: Folder of the project in a working copy of the repository; without a folder
            in `revision` it is this one that is meant.

    Returns:
        A folder that is gone when the context ends; the working copy stays as it is.

    Raises:
        NotAVersion: If there is no git, no repository, no such revision, or no such folder
            in it.
    """
    tree = _tree(revision, project)
    # Inside a repository git packs what lies below the current folder only; this way it does not
    # know that it is inside.
    repository = f"--git-dir={_parsed(project, revision, '--absolute-git-dir')}"
    packed = _git(project, revision, repository, "archive", "--format=tar", tree).stdout
    with TemporaryDirectory() as folder:
        _unpack(packed, Path(folder))
        yield Path(folder)


def _tree(revision: str, project: Path) -> str:
    """Give the name git has for the content of a folder in a revision."""
    spec = revision if ":" in revision else f"{revision}:./"
    # A name that begins with a dash would be an option of git.
    found = "" if revision.startswith("-") else _object(project, revision, spec)
    tree = _object(project, revision, f"{found}^{{tree}}") if found else ""
    if not tree:
        raise NotAVersion(_why_not(revision, project))
    return tree


def _why_not(revision: str, project: Path) -> str:
    named = revision.partition(":")[0]
    if not _parsed(project, revision, "--git-dir"):
        return f'"{revision}" is no folder, and "{project}" is in no git repository.'
    if named.startswith("-") or not _object(project, revision, f"{named}^{{commit}}"):
        return f'"{revision}" is neither a folder nor a revision of the git repository.'
    folder = revision.partition(":")[2] or project
    return f'There is no folder "{folder}" in the revision "{named}".'


def _object(project: Path, revision: str, spec: str) -> str:
    """Give the name of an object; empty if there is none of that description."""
    return _parsed(project, revision, "--verify", "--quiet", spec)


def _parsed(project: Path, revision: str, *asked: str) -> str:
    done = _git(project, revision, "rev-parse", *asked)
    return "" if done.returncode else done.stdout.decode().strip()


def _git(project: Path, revision: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(project), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise NotAVersion(
            f'"{revision}" is no folder, and git, which could know a revision of that name, does '
            "not run here. Name a folder."
        ) from error


def _unpack(packed: bytes, folder: Path) -> None:
    links = []
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            path = Path(member.name)
            if path.parts[:1] and path.parts[0] in OF_A_PROJECT and ".." not in path.parts:
                if content := archive.extractfile(member) if member.isreg() else None:
                    (folder / path).parent.mkdir(parents=True, exist_ok=True)
                    (folder / path).write_bytes(content.read())
                elif member.issym():
                    links.append((folder / path, member.linkname))
    # Links come last, so that nothing is written through one.
    for path, target in links:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)
