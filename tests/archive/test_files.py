"""Files that a build writes are whole or not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressgen.archive.files import remove_folder, write_file, write_folder
from pressgen.errors import PressgenError

if TYPE_CHECKING:
    from pathlib import Path


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    texts = {"release.txt": "하나\n", "release.md": "# 하나\n"}
    assert write_folder(tmp_path / "a", texts, {})
    assert not write_folder(tmp_path / "a", texts, {})
    assert write_folder(tmp_path / "a", {**texts, "release.md": "# 둘\n"}, {})
    assert (tmp_path / "a/release.md").read_text("utf-8") == "# 둘\n"


def test_line_ends_are_the_same_everywhere(tmp_path: Path) -> None:
    write_file(tmp_path / "a.txt", "하나\n둘\n")
    assert (tmp_path / "a.txt").read_bytes() == "하나\n둘\n".encode()


def test_a_failed_write_leaves_the_last_good_file(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    write_folder(folder, {"release.txt": "하나\n"}, {})
    (folder / "release.md").mkdir()  # no file can take a folder's place
    with pytest.raises(PressgenError, match="쓸 수 없습니다"):
        write_folder(folder, {"release.txt": "하나\n", "release.md": "둘\n"}, {})
    assert (folder / "release.txt").read_text("utf-8") == "하나\n"
    assert not list(folder.glob(".*"))


def test_a_released_file_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    write_file(tmp_path / "a.txt", "하나\n")
    assert (tmp_path / "a.txt").stat().st_mode & 0o444 == 0o444


def test_removal_takes_only_what_a_build_wrote(tmp_path: Path) -> None:
    folder = tmp_path / "2026/11/02-a"
    write_folder(folder, {"release.txt": "하나\n"}, {})
    (folder / "mine.txt").touch()
    remove_folder(folder, tmp_path)
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    (folder / "mine.txt").unlink()
    remove_folder(folder, tmp_path)
    assert tmp_path.is_dir()
    assert not list(tmp_path.iterdir())
