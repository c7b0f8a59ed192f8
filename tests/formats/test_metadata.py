"""What a page says to machines: JSON-LD that any JSON parser reads, Open Graph, one address."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings

from tests.formats.support import LINES, written
from tests.translation.support import EVENT, Office

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.release import Release

ADDRESS = "https://press.example.kr/releases/2026/11/09-event"
SITE = (
    '[site]\nurl = "https://press.example.kr/releases/"\n'
    'title = {ko = "하늘시 보도자료", en = "Haneul City press releases"}\n'
)
PHOTO = "photo: {caption: {ko: 사진, en: Photo}, file: a.jpg}\n"


def page_of(release: Release, *photos: str) -> BeautifulSoup:
    return BeautifulSoup(written(release, "html", None, *photos), "html.parser")


def articles(page: BeautifulSoup) -> list[dict[str, Any]]:
    """The articles that the page's JSON-LD describes."""
    [script] = page.find_all("script")
    data = json.loads(script.get_text())
    assert data["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = data["@graph"]
    return found


def open_graph(page: BeautifulSoup) -> dict[str, str]:
    tags = page.find_all("meta", attrs={"property": True})
    return {str(tag["property"]): str(tag["content"]) for tag in tags}


@pytest.fixture
def office(workspace: Path) -> Office:
    office = Office(workspace)
    office.write("pressgen.toml", SITE)
    return office


def test_the_english_is_a_translation_of_the_korean(office: Office) -> None:
    korean, english = articles(page_of(office.release(EVENT + PHOTO), "photo-1.jpg"))
    assert korean["@type"] == english["@type"] == "NewsArticle"
    assert english["translationOfWork"] == {"@id": korean["@id"]}
    assert korean["workTranslation"] == {"@id": english["@id"]}
    assert (korean["inLanguage"], english["inLanguage"]) == ("ko", "en")
    assert korean["headline"] == "하늘재단, ‘열린 인증’ 획득"
    assert english["headline"] == "Haneul Foundation earns ‘Open Certification’"
    assert korean["@id"] == f"{ADDRESS}/release.html#ko"
    assert korean["image"] == english["image"] == [f"{ADDRESS}/photo-1.jpg"]
    assert korean["datePublished"] == "2026-11-09"
    assert korean["author"] == {"@type": "Person", "name": "문가람"}
    assert english["publisher"] == {"@type": "Organization", "name": "Haneul News"}


def test_both_ids_are_places_on_the_page(office: Office) -> None:
    page = page_of(office.release())
    for article in articles(page):
        place = page.find(id=article["@id"].partition("#")[2])
        assert isinstance(place, Tag)
        assert place["lang"] == article["inLanguage"]


def test_an_english_that_is_not_complete_is_no_article(office: Office) -> None:
    page = page_of(office.release(EVENT + "about: 아직 옮기지 않았다.\n"))
    [korean] = articles(page)
    assert korean["inLanguage"] == "ko"
    assert "workTranslation" not in korean
    assert "og:locale:alternate" not in open_graph(page)


def test_open_graph(office: Office) -> None:
    release = office.release(EVENT + PHOTO + "subheadline: {ko: 작은 제목, en: Small}\n")
    assert open_graph(page_of(release, "photo-1.jpg")) == {
        "og:type": "article",
        "og:title": "하늘재단, ‘열린 인증’ 획득",
        "og:site_name": "하늘시 보도자료",
        "og:locale": "ko_KR",
        "og:locale:alternate": "en_US",
        "og:description": "작은 제목",
        "og:url": f"{ADDRESS}/release.html",
        "og:image": f"{ADDRESS}/photo-1.jpg",
        "article:published_time": "2026-11-09",
    }


def test_without_a_subheadline_the_lead_says_what_it_is_about(office: Office) -> None:
    page = page_of(office.release())
    lead = "하늘재단(이사장 한보람)은 지난 2일 ‘열린 인증’을 획득했다고 밝혔다."
    assert open_graph(page)["og:description"] == lead
    korean, english = articles(page)
    assert korean["description"] == lead
    assert english["description"].startswith("The Haneul Foundation (")


def test_the_canonical_address_takes_korean(office: Office) -> None:
    page = page_of(office.release(EVENT.replace("slug: event", "slug: 열린-인증")))
    [canonical] = page.find_all("link", rel="canonical")
    slug = "%EC%97%B4%EB%A6%B0-%EC%9D%B8%EC%A6%9D"
    assert canonical["href"] == f"https://press.example.kr/releases/2026/11/09-{slug}/release.html"


def test_without_an_address_all_is_relative(workspace: Path) -> None:
    page = page_of(Office(workspace).release(EVENT + PHOTO), "photo-1.jpg")
    assert not page.find_all("link", rel="canonical")
    korean, english = articles(page)
    assert korean["image"] == ["photo-1.jpg"]
    assert english["translationOfWork"] == {"@id": "release.html#ko"}
    assert not {"og:url", "og:image"} & set(open_graph(page))


@pytest.mark.parametrize(
    ("embargo", "published"),
    [
        ("2026-11-09 15:30", "2026-11-09T15:30:00+09:00"),
        ("2026-11-10 09:00", "2026-11-10T09:00:00+09:00"),
        ("2026-11-08 09:00", "2026-11-09"),
    ],
)
def test_an_embargo_says_the_hour(office: Office, embargo: str, published: str) -> None:
    [korean, _] = articles(page_of(office.release(EVENT + f"embargo: {embargo}\n")))
    assert korean["datePublished"] == published


@settings(max_examples=50)
@given(line=LINES)
def test_no_text_ends_the_script(tmp_path_factory: pytest.TempPathFactory, line: str) -> None:
    said = json.dumps(line + "</script><!--<script>", ensure_ascii=False)
    event = EVENT + f"headline: {{ko: {said}, en: {said}}}\n"
    html = written(Office(tmp_path_factory.getbasetemp()).release(event), "html")
    korean, *_ = articles(BeautifulSoup(html, "html.parser"))
    assert korean["headline"] == json.loads(said)
    script = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert not set("<>&\u2028\u2029") & set(script)
