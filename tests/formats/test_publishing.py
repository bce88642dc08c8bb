"""What is written again is written only where it changed, and only our own is taken away."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.formats.publishing import LIST, Published, publish
from curriculum_map.formats.writing import CannotWrite

NAMES = st.sampled_from(["a.txt", "b.txt", "in/a.txt", "in/deeper/a.txt", "other/b.txt"])
FILES = st.dictionaries(NAMES, st.text("xyz\n", max_size=3) | st.binary(max_size=3), max_size=4)


def found(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != LIST)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@given(st.lists(FILES, min_size=1, max_size=4))
def test_a_folder_holds_what_was_published_last_and_nothing_else(tmp_path_factory, versions):
    folder = tmp_path_factory.mktemp("published")
    before: dict[str, bytes] = {}
    for files in versions:
        wanted = {n: c.encode() if isinstance(c, str) else c for n, c in files.items()}
        same = {name for name, content in wanted.items() if before.get(name) == content}
        assert publish(folder, files) == Published(
            len(wanted) - len(same), len(same), len(before.keys() - wanted.keys())
        )
        assert found(folder) == wanted
        before = wanted
    assert {path.name for path in folder.iterdir()} == {LIST, *(n.split("/")[0] for n in before)}


def test_the_list_is_what_sha256sum_checks(tmp_path):
    publish(tmp_path, {"a.txt": "a", "in/b.txt": b"b"})
    checked = subprocess.run(
        ["sha256sum", "--check", LIST], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert checked.stdout == "a.txt: OK\nin/b.txt: OK\n"


def test_a_file_that_somebody_changed_or_brought_is_never_taken_away(tmp_path):
    publish(tmp_path, {"ours.txt": "ours", "changed.txt": "ours"})
    (tmp_path / "changed.txt").write_text("theirs")
    (tmp_path / "theirs.txt").write_text("theirs")
    assert publish(tmp_path, {}) == Published(0, 0, 1)
    assert found(tmp_path) == {"changed.txt": b"theirs", "theirs.txt": b"theirs"}


@pytest.mark.parametrize("name", ["../outside.txt", "in/../../outside.txt", "{outside}"])
def test_a_list_that_was_tampered_with_reaches_nothing_outside_the_folder(tmp_path, name):
    outside = tmp_path / "outside.txt"
    outside.write_text("a")
    folder = tmp_path / "site"
    publish(folder, {})
    known = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    (folder / LIST).write_text(f"{known}  {name.format(outside=outside)}\n")
    assert publish(folder, {}).removed == 0
    assert outside.exists()


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"no list\n\n"])
def test_a_list_that_cannot_be_read_takes_nothing_away(tmp_path, damage):
    publish(tmp_path, {"a.txt": "a"})
    (tmp_path / LIST).write_bytes(damage)
    assert publish(tmp_path, {}) == Published(0, 0, 0)
    assert found(tmp_path) == {"a.txt": b"a"}


def test_what_cannot_be_written_leaves_everything_as_it_was(tmp_path):
    publish(tmp_path, {"a.txt": "a", "b.txt": "b"})
    (tmp_path / "c.txt").mkdir()
    said = r'c\.txt" is a folder, but a file is to be written there'
    with pytest.raises(CannotWrite, match=said):
        publish(tmp_path, {"a.txt": "new", "c.txt": "new"})
    assert found(tmp_path) == {"a.txt": b"a", "b.txt": b"b"}
