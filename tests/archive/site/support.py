"""Releases made up for the site's tests, and an archive that they lead to."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from pressgen.archive.listing import Listing
from pressgen.archive.published import Name, Published, PublishedPhoto
from pressgen.archive.site import Frame, WrittenSite, update_site
from pressgen.settings import Site
from pressgen.workspace import shipped_templates

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

URL = "https://press.example.kr"
KINDS = {
    "agreement": Name("업무협약", "Agreement"),
    "certification": Name("인증 획득", "Certification"),
}
ORGANIZATIONS = [
    Name("하늘구립도서관", "Haneul-gu Public Library"),
    Name("솔섬군", "Solseom County"),
    Name("가람 A&B", "Garam A&B"),
    Name("한빛재단", None),
]
PAGE = "<!doctype html>\n<p>본문</p>\n<!-- archive --><!-- /archive -->\n"


def frame(url: str = URL) -> Frame:
    site = Site(url, "하늘시 보도자료", "Haneul City press releases")
    return Frame(site, KINDS, ZoneInfo("Asia/Seoul"), [shipped_templates()])


def release(number: int = 0, **given: Any) -> Published:
    """The release of this number: three days after the one before it."""
    day = date(2024, 11, 9) + timedelta(days=3 * number)
    values: dict[str, Any] = {
        "place": f"{day:%Y/%m/%d}-자료-{number}",
        "kind": sorted(KINDS)[number % 2],
        "released": day,
        "embargo": None,
        "outlet": Name("하늘신문", "Haneul News"),
        "reporter": Name("문가람", "Moon Ga-ram"),
        "headline": Name(
            f"도서관, {number}번째 인증 획득", f"Library earns certification {number}"
        ),
        "subheadline": Name("누구나 쓰기 쉽게", "Easy for all to use"),
        "paragraphs": (
            Name(
                "도서관은 지난 2일 인증을 획득했다고 밝혔다.", "The library said it was certified."
            ),
            Name("관장은 “고맙다”고 전했다.", "Its director said, “Thank you.”"),
        ),
        "organizations": (
            ORGANIZATIONS[number % 4],
            *(ORGANIZATIONS[:1] if number % 3 == 1 else ()),
        ),
        "photos": (),
        "is_complete": True,
        "engines": (),
    }
    return Published(**{**values, **given})


def releases(count: int) -> list[Published]:
    return [release(number) for number in range(count)]


PHOTO = PublishedPhoto("photo-1.jpg", Name("배가 <떠난다>.", "A boat leaves."))


def put_pages(archive: Path, found: Iterable[Published]) -> None:
    """What a build leaves of these releases: what it knows of them, and pages without links."""
    for one in found:
        folder = archive / one.place
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "release.html").write_text(PAGE, encoding="utf-8")
        (folder / "release.json").write_text(json.dumps(_data(one)), encoding="utf-8")
        for photo in one.photos:
            (folder / photo.file).touch()


def _data(one: Published) -> dict[str, Any]:
    """What `read_release` reads this release from."""
    texts = [("headline", one.headline), ("subheadline", one.subheadline)]
    texts += [("body", paragraph) for paragraph in one.paragraphs]
    return {
        "kind": one.kind,
        "released": one.released.isoformat(),
        "embargo": one.embargo and one.embargo.isoformat(),
        "outlet": {"name": _fact(one.outlet), "reporter": _fact(one.reporter)},
        "korean": [{"role": role, "segments": [text.korean]} for role, text in texts if text],
        "english": [
            {"role": role, "segments": [{"en": text.english}]} for role, text in texts if text
        ],
        "facts": [{"type": "organization", **_fact(name)} for name in one.organizations],
        "photos": [{"file": photo.file, "caption": _fact(photo.caption)} for photo in one.photos],
        "translation": {
            "state": "complete" if one.is_complete else "pending",
            "engines": one.engines,
        },
    }


def _fact(name: Name | None) -> Any:
    return name and {"ko": name.korean, "en": name.english}


class BuiltSite:
    """An archive as builds leave it one after another, with what it lists."""

    def __init__(self, archive: Path) -> None:
        self.archive = archive
        self._listing = Listing(sqlite3.connect(":memory:"), "a")
        self._there: dict[str, Published] = {}

    def build(self, found: Iterable[Published], *, whole: bool = False) -> WrittenSite:
        """Puts these releases there, takes away the others, and updates what leads to them."""
        now = {one.place: one for one in found}
        changed: dict[str, Published | None] = {
            place: now.get(place)
            for place in {*now, *self._there}
            if now.get(place) != self._there.get(place)
        }
        for place, one in changed.items():
            if one:
                put_pages(self.archive, [one])
            else:
                shutil.rmtree(self.archive / place)
        self._there = now
        return update_site(changed, self.archive, frame(), self._listing, whole=whole)


def write_site(found: Iterable[Published], archive: Path, frame: Frame) -> WrittenSite:
    """Writes all that leads to these releases, from nothing that was listed before."""
    with closing(sqlite3.connect(":memory:")) as database:
        changed = {one.place: one for one in found}
        return update_site(changed, archive, frame, Listing(database, "a"), whole=True)


def render_site(found: Iterable[Published], frame: Frame) -> Mapping[str, str]:
    """Every file that leads to these releases, by its path below the archive."""
    with tempfile.TemporaryDirectory() as folder:
        write_site(found, Path(folder), frame)
        return {path: raw.decode() for path, raw in files_of(Path(folder)).items()}


def files_of(archive: Path) -> dict[str, bytes]:
    return {
        file.relative_to(archive).as_posix(): file.read_bytes()
        for file in archive.rglob("*")
        if file.is_file()
    }
