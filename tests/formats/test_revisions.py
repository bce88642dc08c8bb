"""A project as it was in a revision of its git repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_map.formats.revisions import NotAVersion, checked_out
from repository import commit, git
from written import write


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a folder of a repository, changed and committed once."""
    root = tmp_path / "repository"
    folder = root / "some project"
    write(folder, {"curricula/a.yaml": "old\n", "curriculum-map.toml": "", "README.md": ""})
    git(tmp_path, "init", "--quiet", str(root))
    (folder / "curricula" / "link.yaml").symlink_to("a.yaml")
    commit(root)
    git(root, "tag", "first")
    write(folder, {"curricula/a.yaml": "new\n", "curricula/deep/b.yaml": "b\n"})
    commit(root)
    write(folder, {"curricula/a.yaml": "not committed\n"})
    return folder


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


OLD = {"curricula/a.yaml": "old\n", "curricula/link.yaml": "old\n", "curriculum-map.toml": ""}


@pytest.mark.parametrize("revision", ["first", "HEAD~1", "HEAD^", "first:some project"])
def test_the_sources_of_the_project_are_laid_out_as_they_were(project, revision):
    with checked_out(revision, project) as folder:
        assert files(folder) == OLD
        assert (folder / "curricula" / "link.yaml").is_symlink()
    assert not folder.exists()
    assert (project / "curricula" / "a.yaml").read_text(encoding="utf-8") == "not committed\n"


def test_a_project_that_is_the_whole_repository_is_found_too(project):
    root = project / "own"
    git(project, "init", "--quiet", str(root))
    write(root, {"curricula/a.yaml": "own\n"})
    commit(root)
    with checked_out("HEAD", root) as folder:
        assert files(folder) == {"curricula/a.yaml": "own\n"}


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("last", '"last" is neither a folder nor a revision of the git repository.'),
        ("-h", '"-h" is neither a folder nor a revision of the git repository.'),
        ("", '"" is neither a folder nor a revision of the git repository.'),
        ("last:some project", '"last:some project" is neither a folder nor a revision of the git '
                              "repository."),
        ("first:other", 'There is no folder "other" in the revision "first".'),
        ("first:some project/README.md", 'There is no folder "some project/README.md" in the '
                                         'revision "first".'),
    ],
)  # fmt: skip
def test_a_revision_that_is_not_there_is_said_to_be_missing(project, revision, said):
    with pytest.raises(NotAVersion) as caught, checked_out(revision, project):
        pass
    assert str(caught.value) == said


def test_a_project_that_was_not_there_yet_is_said_to_be_missing(project):
    later = project.parent / "later"
    later.mkdir()
    with pytest.raises(NotAVersion) as caught, checked_out("first", later):
        pass
    assert str(caught.value) == f'There is no folder "{later}" in the revision "first".'


def test_a_folder_in_no_repository_has_no_revisions(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NotAVersion) as caught, checked_out("HEAD", tmp_path):
        pass
    assert str(caught.value) == f'"HEAD" is no folder, and "{tmp_path}" is in no git repository.'


def test_without_git_a_folder_is_asked_for(project, monkeypatch):
    monkeypatch.setenv("PATH", str(project))
    with pytest.raises(NotAVersion) as caught, checked_out("HEAD", project):
        pass
    assert str(caught.value) == (
        '"HEAD" is no folder, and git, which could know a revision of that name, does not run '
        "here. Name a folder."
    )
