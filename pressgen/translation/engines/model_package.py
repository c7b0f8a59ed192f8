"""Model packages, .argosmodel or .zip, unpacked so that nothing lands where it should not."""

from __future__ import annotations

import hashlib
import lzma
import re
import shutil
import stat
import unicodedata
import zlib
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from pressgen.errors import PressgenError, Problem
from pressgen.translation.engines.base import NotReadyError
from pressgen.translation.engines.model_folder import ModelFolder, is_model, read_model

if TYPE_CHECKING:
    from collections.abc import Iterable
    from io import BufferedReader
    from pathlib import Path

MOST_FILES = 1_000
MOST_BYTES = 16 * 2**30
"""The largest models of this kind, unquantized, have 13 GB."""
MOST_TIMES = 100
"""How many times its packed size a package may have: weights hardly shrink, a bomb shrinks a thousandfold."""
_MOST_DEEP = 8
_MOST_LETTERS = 200
# What Windows takes for something else than a file's name, on every system alike.
_BAD_LETTERS = re.compile(r'[<>:"|?*\\]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_ENCRYPTED = 0x1
_UNREADABLE = (BadZipFile, EOFError, NotImplementedError, ValueError, lzma.LZMAError, zlib.error)


@dataclass(frozen=True, slots=True)
class Installed:
    """A model that was installed, and where."""

    folder: Path
    model: ModelFolder


def checksum(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with _opened(file) as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def install(file: Path, models: Path) -> Installed:
    """Unpack a package into a folder of its own under `models`, named as the file is.

    It is unpacked beside, looked at, and moved there only when all is right. Raises PressgenError
    where it is not.
    """
    target = models / folder_name(file)
    if target.exists():
        raise _problem(
            file, f"이미 설치되어 있습니다: {target}. 다시 설치하려면 그 폴더를 지우세요."
        )
    models.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".installing-", dir=models) as beside:
        unpacked = models / beside / "unpacked"
        unpacked.mkdir()
        try:
            _unpack(file, unpacked)
            root = _root(file, unpacked)
            read_model(root)
            root.rename(target)
        except NotReadyError as error:
            raise _problem(file, f"{error}.".replace(str(unpacked), file.name)) from None
        except OSError as error:
            raise _problem(file, f"풀 수 없습니다({error.strerror}).") from None
    return Installed(target, read_model(target))


def folder_name(file: Path) -> str:
    """The name of the folder for a package: that of the file, without what is no letter or figure."""
    return re.sub(r"[^\w.+-]+", "-", file.stem).strip(".-") or "model"


def refuse(members: Iterable[ZipInfo], packed: int) -> str | None:
    """Why an archive of so many bytes may not be unpacked, in Korean, or None if it may.

    Sizes are those that it states itself; zipfile unpacks no more than those.
    """
    files: set[str] = set()
    folders: set[str] = set()
    count = size = 0
    for member in members:
        count += 1
        size += member.file_size
        path = safe_path(member.filename)
        if path is None:
            return "폴더 밖으로 나가거나 쓸 수 없는 이름이 들어 있습니다"
        if not _is_plain(member):
            return f"파일이 아닌 것(링크, 장치)이나 암호를 건 것이 들어 있습니다: {'/'.join(path)}"
        # Two names that are one on some systems, where the second would be written over the first.
        keys = [
            unicodedata.normalize("NFC", "/".join(path[:end])).casefold()
            for end in range(1, len(path) + 1)
        ]
        folders.update(keys if member.is_dir() else keys[:-1])
        if not member.is_dir():
            if keys[-1] in files:
                return f"같은 이름이 두 번 들어 있습니다: {'/'.join(path)}"
            files.add(keys[-1])
    if files & folders:
        return f"파일이면서 폴더인 이름이 들어 있습니다: {min(files & folders)}"
    if count > MOST_FILES:
        return f"파일이 너무 많습니다({MOST_FILES}개까지)"
    if size > min(MOST_BYTES, MOST_TIMES * packed):
        return "풀면 너무 커집니다"
    return None


def safe_path(name: str) -> tuple[str, ...] | None:
    """The parts of a member's name, None unless it stays in the folder and is a name everywhere."""
    parts = tuple(name.removesuffix("/").split("/"))
    safe = len(parts) <= _MOST_DEEP and all(_is_safe(part) for part in parts)
    return parts if safe else None


def _is_safe(part: str) -> bool:
    return (
        part.isprintable()
        and 0 < len(part) <= _MOST_LETTERS
        and part == part.rstrip(". ")  # "." and ".." too
        and not _BAD_LETTERS.search(part)
        and not _DEVICES.fullmatch(part)
    )


def _is_plain(member: ZipInfo) -> bool:
    """Whether it is a file or folder, without a password. Outside Unix there is no type in it."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    return kind in (0, stat.S_IFREG, stat.S_IFDIR) and not member.flag_bits & _ENCRYPTED


def _unpack(file: Path, folder: Path) -> None:
    packed = file.stat().st_size
    try:
        with _opened(file) as opened, ZipFile(opened) as archive:
            members = archive.infolist()
            if reason := refuse(members, packed):
                raise _problem(file, f"{reason}. 설치하지 않았습니다.")
            for member in members:
                path = folder.joinpath(*(safe_path(member.filename) or ()))
                if member.is_dir():
                    path.mkdir(parents=True, exist_ok=True)
                    continue
                path.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(member) as source, path.open("xb") as target:
                    shutil.copyfileobj(source, target, 1_000_000)
    except _UNREADABLE:
        raise _problem(file, "깨졌거나 압축 파일(.argosmodel, .zip)이 아닙니다.") from None


def _root(file: Path, unpacked: Path) -> Path:
    """Where the model lies in what was unpacked: there, or one folder down."""
    if is_model(unpacked):
        return unpacked
    found = [path for path in unpacked.iterdir() if path.is_dir() and is_model(path)]
    if len(found) != 1:
        raise _problem(file, "모델(metadata.json이나 model.bin)이 없거나 여럿 들어 있습니다.")
    return found[0]


def _opened(file: Path) -> BufferedReader:
    try:
        return file.open("rb")
    except OSError as error:
        raise _problem(file, f"읽을 수 없습니다({error.strerror}).") from None


def _problem(file: Path, message: str) -> PressgenError:
    return PressgenError(Problem(message, file))
