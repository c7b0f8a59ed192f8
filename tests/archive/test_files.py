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


def test_what_a_build_no_longer_makes_goes(tmp_path: Path) -> None:
    photo = tmp_path / "a.jpg"
    photo.write_bytes(b"\r\n\x1a")
    folder = tmp_path / "a"
    assert write_folder(folder, {"release.txt": "하나\n"}, {"photo-1.jpg": photo})
    assert (folder / "photo-1.jpg").read_bytes() == b"\r\n\x1a"
    (folder / "mine.jpg").touch()
    assert write_folder(folder, {"release.txt": "하나\n"}, {})
    assert {path.name for path in folder.iterdir()} == {"release.txt", "mine.jpg"}


def test_what_stands_in_the_folder_s_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(PressgenError, match="쓸 수 없습니다") as raised:
        write_folder(tmp_path / "a", {"release.txt": "하나\n"}, {})
    assert [problem.file for problem in raised.value.problems] == [tmp_path / "a"]


def test_a_link_that_leads_nowhere_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "release.txt").symlink_to(tmp_path / "gone.txt")
    assert write_folder(tmp_path, {"release.txt": "하나\n"}, {})
    assert [path.name for path in tmp_path.iterdir()] == ["release.txt"]


def test_a_failed_write_leaves_the_last_good_file(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    write_folder(folder, {"release.txt": "하나\n"}, {})
    (folder / "release.md").mkdir()  # no file can take a folder's place
    with pytest.raises(PressgenError, match="쓸 수 없습니다") as raised:
        write_folder(folder, {"release.txt": "하나\n", "release.md": "둘\n"}, {})
    assert [problem.file for problem in raised.value.problems] == [folder / "release.md"]
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
