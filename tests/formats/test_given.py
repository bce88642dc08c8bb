"""What a path holds is read within bounds, or it is said why not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from curriculum_map.errors import InvalidProject
from curriculum_map.formats import given as module
from curriculum_map.formats.given import given, unpacked


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def said(error: pytest.ExceptionInfo[InvalidProject]) -> list[str]:
    return [str(problem) for problem in error.value.problems]


@pytest.mark.parametrize("name", ["nope.csv", "nope.zip", "file.csv/nope.csv"])
def test_a_name_that_stands_for_nothing_is_what_has_to_be_mended(tmp_path, name):
    (tmp_path / "file.csv").write_text("a")
    with pytest.raises(InvalidProject) as error:
        given(tmp_path / name)
    assert said(error) == [
        f"{Path(name).name}: There is no such file. Look at how its name and folder are written. "
        "(unreadable)"
    ]


def test_an_archive_gives_its_files_by_name():
    assert unpacked(archive(b=b"2", a=b"1"), "x.zip") == {"a": b"1", "b": b"2"}


def test_an_archive_that_says_it_is_too_large_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(zipfile.ZipFile, "read", None)
    with pytest.raises(InvalidProject) as error:
        unpacked(archive(a=b"1" * 60, b=b"1" * 60), "x.zip", 100)
    assert said(error) == [
        "x.zip: Unpacked, the file has more than the 100 bytes that are read. Split it. (too-large)"
    ]


def test_an_archive_that_lies_about_its_size_is_damaged():
    honest = archive(a=b"1" * 1000)
    lying = honest.replace((1000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != honest
    with pytest.raises(InvalidProject) as error:
        unpacked(lying, "x.zip", 100)
    assert said(error) == [
        "x.zip: The archive cannot be unpacked (\"Bad CRC-32 for file 'a'\"). Fetch or save it "
        "again. (unreadable)"
    ]


def test_a_folder_of_too_many_files_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MOST", 2)
    for name in "abc":
        (tmp_path / name).write_text(name)
    with pytest.raises(InvalidProject) as error:
        given(tmp_path)
    assert said(error) == [
        f"{tmp_path.name}: The folder has more than 2 files. Name a smaller one. (too-large)"
    ]
