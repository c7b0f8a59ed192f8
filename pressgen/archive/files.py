"""Files that are never seen half written."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME = r"release\.(?:md|txt|html|json)|photo-\d+\.\w+"
_OURS = re.compile(rf"{_NAME}|\.(?:{_NAME})\.\d+\.tmp")
"""The names that a build gives, also aside; anything else in a release's folder is somebody else's."""
_ASIDE = re.compile(r"\..+\.\d+\.tmp")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
"""A file made or emptied; Windows would else make two bytes of each line end."""


def write_folder(folder: Path, texts: Mapping[str, str], copies: Mapping[str, Path]) -> bool:
    """Brings a release's folder to hold exactly these texts and copies of files, by their names.

    Each file is written aside and renamed, and only where it differs. Returns whether any did.
    Raises PressgenError where the folder can't be written.
    """
    try:
        there = _names_in(folder)
        changed = [
            _put(folder, name, source.read_bytes(), is_there=name in there)
            for name, source in copies.items()
        ]
        changed += [
            _put(folder, name, text.encode("utf-8"), is_there=name in there)
            for name, text in texts.items()
        ]
        for name in there.difference(texts, copies):
            if _OURS.fullmatch(name):
                (folder / name).unlink()
                changed.append(True)
    except OSError as error:
        message = f"쓸 수 없습니다({error.strerror}). 폴더의 권한과 남은 공간을 살펴보세요."
        raise PressgenError(Problem(message, Path(error.filename or folder))) from None
    return any(changed)


def remove_folder(folder: Path, top: Path) -> None:
    """Takes away what a build wrote into a release's folder, and the folders that this leaves empty."""
    if not folder.is_dir():
        return
    try:
        for path in list(folder.iterdir()):
            if _OURS.fullmatch(path.name):
                path.unlink()
    except OSError as error:
        message = f"지울 수 없습니다({error.strerror})."
        raise PressgenError(Problem(message, Path(error.filename or folder))) from None
    with suppress(OSError):  # one that is not empty stays; another process may just have filled it
        while folder != top:
            folder.rmdir()
            folder = folder.parent


def sweep(top: Path) -> None:
    """Takes away what a build that was killed left aside, anywhere below a folder.

    Raises PressgenError where it can't be deleted.
    """
    try:
        for path in top.rglob(".*.tmp"):
            if _ASIDE.fullmatch(path.name):
                path.unlink()
    except OSError as error:
        message = f"지울 수 없습니다({error.strerror})."
        raise PressgenError(Problem(message, Path(error.filename or top))) from None


def write_file(path: Path, text: str) -> bool:
    """Writes one text file in UTF-8 as `write_bytes` does."""
    return write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> bool:
    """Writes one file, aside first, where it differs; says whether it did.

    Raises PressgenError where that fails.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _put(path.parent, path.name, content)
    except OSError as error:
        raise PressgenError(Problem(f"쓸 수 없습니다({error.strerror}).", path)) from None


def _names_in(folder: Path) -> set[str]:
    """What lies in the folder, which is made where it isn't there."""
    try:
        with os.scandir(folder) as entries:
            return {entry.name for entry in entries}
    except (FileNotFoundError, NotADirectoryError):  # making it says what stands in its place
        folder.mkdir(parents=True, exist_ok=True)
        return set()


def _put(folder: Path, name: str, content: bytes, *, is_there: bool = True) -> bool:
    """Replaces a file if its content differs; says whether it did. `is_there`: it may be there already."""
    try:
        if is_there and (folder / name).read_bytes() == content:
            return False
    except FileNotFoundError:
        pass
    # The name stands before the first byte: an interruption at any moment finds what to take away. An
    # archive has four files a release, so they are written without pathlib and io.
    aside = f"{folder}{os.sep}.{name}.{os.getpid()}.tmp"
    try:
        _write(aside, content)
        os.replace(aside, f"{folder}{os.sep}{name}")  # noqa: PTH105
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
    return True


def _write(file: str, content: bytes) -> None:
    handle = os.open(file, _NEW, 0o666)
    try:
        rest = memoryview(content)
        while rest:  # one call need not take all of it
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)
