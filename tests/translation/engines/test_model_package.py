"""Packages that are fine, and packages that want to do harm."""

from __future__ import annotations

import json
import stat
import tempfile
from pathlib import Path, PureWindowsPath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.errors import PressgenError
from pressgen.translation.engines import model_package
from pressgen.translation.engines.model_package import install, refuse, safe_path
from tests.translation.engines.tiny_model import METADATA

GOOD = {
    "ko_en/metadata.json": json.dumps(METADATA),
    "ko_en/model/model.bin": "weights",
    "ko_en/model/shared_vocabulary.txt": "<unk>\n",
    "ko_en/sentencepiece.model": "pieces",
}


def package(file: Path, members: dict[str, str], *others: ZipInfo) -> Path:
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
        for info in others:
            archive.writestr(info, "/etc/passwd")
    return file


def member(name: str, mode: int = 0, flags: int = 0) -> ZipInfo:
    info = ZipInfo(name)
    info.external_attr = mode << 16
    info.flag_bits = flags
    return info


def everything(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def refused(file: Path, folder: Path) -> str:
    """Why it was not installed; nothing of it is left anywhere."""
    models = folder / "data" / "models"
    before = everything(folder)
    with pytest.raises(PressgenError) as caught:
        install(file, models)
    assert everything(folder) - before <= {"data", "data/models"}
    return str(caught.value)


def test_a_package_is_installed_under_its_name_once(tmp_path: Path) -> None:
    file = package(tmp_path / "translate ko_en-1_1.argosmodel", GOOD)
    installed = install(file, tmp_path / "models")
    assert installed.folder == tmp_path / "models" / "translate-ko_en-1_1"
    assert (installed.model.version, installed.model.languages) == ("1.1", "ko → en")
    assert everything(tmp_path / "models") == {
        "translate-ko_en-1_1",
        "translate-ko_en-1_1/model",
        *(name.replace("ko_en/", "translate-ko_en-1_1/") for name in GOOD),
    }
    with pytest.raises(PressgenError, match="이미 설치되어"):
        install(file, tmp_path / "models")


def test_a_package_may_have_no_folder_of_its_own(tmp_path: Path) -> None:
    flat = {name.removeprefix("ko_en/"): content for name, content in GOOD.items()}
    installed = install(package(tmp_path / "flat.zip", flat), tmp_path / "models")
    assert (installed.folder / "metadata.json").is_file()


@pytest.mark.parametrize(
    ("bad", "word"),
    [
        (member("../evil"), "폴더 밖"),
        (member("ko_en/../../evil"), "폴더 밖"),
        (member("/etc/evil"), "폴더 밖"),
        (member("C:/evil"), "폴더 밖"),
        (member("..\\evil"), "폴더 밖"),
        (member("ko_en//evil"), "폴더 밖"),
        (member("ko_en/./evil"), "폴더 밖"),
        (member("ko_en/nul.txt"), "폴더 밖"),
        (member("ko_en/a:stream"), "폴더 밖"),
        (member("ko_en/trailing."), "폴더 밖"),
        (member("ko_en/bell\x07"), "폴더 밖"),
        (member("ko_en/" + "a" * 300), "폴더 밖"),
        (member("a/" * 20 + "deep"), "폴더 밖"),
        (member("ko_en/link", stat.S_IFLNK | 0o777), "링크"),
        (member("ko_en/fifo", stat.S_IFIFO | 0o644), "링크"),
        (member("ko_en/device", stat.S_IFBLK | 0o644), "링크"),
        (member("KO_EN/Metadata.json"), "두 번"),
        (member("ko_en/metadata.json/inside"), "파일이면서 폴더"),
        (member("ko_en"), "파일이면서 폴더"),
    ],
    ids=lambda value: value.filename[:30] if isinstance(value, ZipInfo) else "",
)
def test_a_harmful_member_refuses_the_package(tmp_path: Path, bad: ZipInfo, word: str) -> None:
    assert word in refused(package(tmp_path / "bad.zip", GOOD, bad), tmp_path)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = {**GOOD, "ko_en/zeros": "0" * 3_000_000}
    assert "너무 커집니다" in refused(package(tmp_path / "bomb.zip", bomb), tmp_path)


def test_more_bytes_or_files_than_any_model_has() -> None:
    huge = member("model.bin")
    huge.file_size = model_package.MOST_BYTES + 1
    assert "너무 커집니다" in str(refuse([huge], model_package.MOST_BYTES))
    many = [member(f"f{number}") for number in range(model_package.MOST_FILES + 1)]
    assert "너무 많습니다" in str(refuse(many, 1_000_000))
    assert "암호" in str(refuse([member("model.bin", flags=1)], 1_000_000))


@pytest.mark.parametrize(
    ("members", "word"),
    [
        ({}, "없거나 여럿"),
        ({"a/README.md": "x"}, "없거나 여럿"),
        ({**GOOD, "other/metadata.json": "{}"}, "없거나 여럿"),
        ({**GOOD, "ko_en/metadata.json": json.dumps({**METADATA, "to_code": "ja"})}, "ko → ja"),
        ({"ko_en/metadata.json": GOOD["ko_en/metadata.json"]}, "model.bin이 없습니다"),
        ({"ko_en/model.bin": "x"}, "SentencePiece"),
    ],
)
def test_a_package_that_is_no_such_model_is_refused(
    tmp_path: Path, members: dict[str, str], word: str
) -> None:
    assert word in refused(package(tmp_path / "other.zip", members), tmp_path)


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all" * 100])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.argosmodel"
    file.write_bytes(content)
    assert "압축 파일" in refused(file, tmp_path)


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    file = package(tmp_path / "x.argosmodel", {**GOOD, "ko_en/more": "abc" * 500})
    content = bytearray(file.read_bytes())
    for place in range(content.index(b"ko_en/more") + 12, content.index(b"ko_en/more") + 20):
        content[place] ^= 0xFF
    file.write_bytes(content)
    assert "깨졌거나" in refused(file, tmp_path)


NAMES = st.text("ab./\\:\0 ~가*CONUL", max_size=12) | st.text(max_size=8)


@given(NAMES)
def test_a_safe_name_stays_in_its_folder_on_every_system(name: str) -> None:
    parts = safe_path(name)
    if parts is None:
        return
    root = Path("/models/x")
    assert root in Path(root, *parts).resolve().parents
    windows = PureWindowsPath("C:/models/x", *parts)
    assert windows.parts[: 3 + len(parts)] == ("C:\\", "models", "x", *parts)


@given(st.lists(NAMES.filter(lambda name: name.isprintable() and name != ""), max_size=4))
def test_no_names_write_outside(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        file = package(folder / "x.zip", {**GOOD, **dict.fromkeys(names, "x")})
        try:
            install(file, folder / "models")
        except PressgenError:
            assert everything(folder) <= {"x.zip", "models"}
        else:
            assert {path.name for path in folder.iterdir()} == {"x.zip", "models"}
            assert {path.name for path in (folder / "models").iterdir()} == {"x"}
