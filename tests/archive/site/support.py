"""Releases made up for the site's tests, and an archive that they lead to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from pressgen.archive.published import Name, Published, PublishedPhoto
from pressgen.archive.site import Frame
from pressgen.settings import Site
from pressgen.workspace import shipped_templates

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

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
    """The pages of these releases, as a build leaves them."""
    for one in found:
        folder = archive / one.place
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "release.html").write_text(PAGE, encoding="utf-8")
        for name in ("release.json", *(photo.file for photo in one.photos)):
            (folder / name).touch()


def files_of(archive: Path) -> dict[str, bytes]:
    return {
        file.relative_to(archive).as_posix(): file.read_bytes()
        for file in archive.rglob("*")
        if file.is_file()
    }
