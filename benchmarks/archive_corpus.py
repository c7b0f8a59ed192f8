"""A workspace of made-up announcements whose English is all in its translation memory.

The same for the same number of them: days spread evenly over eight years, some hundred organizations
each with its head, both kinds that ship, with and without what is optional in them. Every article has
sentences of its own, and one number that stands nowhere else in it, for a correction to alter.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import yaml

from pressgen.translation.memory import Remembered
from pressgen.translation.sqlite_memory import SqliteMemory
from pressgen.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SEED = 20261123
FIRST, DAYS = date(2018, 1, 1), 8 * 365
TRANSLATED = datetime(2026, 1, 2, 9, tzinfo=ZoneInfo("Asia/Seoul"))
ORGANIZATIONS = 400
SETTINGS = """\
outlet = "sample"

[outlets.sample]
name = {ko = "하늘신문", en = "Haneul News"}
desk = {ko = "지역부", en = "Local Desk"}
region = {ko = "하늘", en = "Haneul"}
reporter = "문가람"

[site]
url = "https://press.example.kr"
title = {ko = "하늘시 보도자료", en = "Haneul City press releases"}
"""


@dataclass(frozen=True)
class Text:
    """Korean with its English."""

    ko: str
    en: str

    def filled(self, **values: str | Text) -> Text:
        """Both with what stands in braces filled in, each by its own language."""
        korean = {
            name: value.ko if isinstance(value, Text) else value for name, value in values.items()
        }
        english = {
            name: value.en if isinstance(value, Text) else value for name, value in values.items()
        }
        return Text(self.ko.format(**korean), self.en.format(**english))


def _texts(lines: str) -> list[Text]:
    """A text a line, its languages parted by a bar."""
    return [Text(*map(str.strip, line.split("|"))) for line in lines.strip().splitlines()]


REGIONS = _texts("""
    한빛 | Hanbit
    가람 | Garam
    새봄 | Saebom
    다온 | Daon
    해솔 | Haesol
    은결 | Eungyeol
    미르 | Mireu
    나래 | Narae
    여울 | Yeoul
    도담 | Dodam
    슬기 | Seulgi
    누리 | Nuri
    마루 | Maru
    솔섬 | Solseom
    달빛 | Dalbit
    별내 | Byeollae
    늘봄 | Neulbom
    온새 | Onsae
    물빛 | Mulbit
    참샘 | Chamsaem
""")
FIELDS = _texts("""
    독서 | Reading
    문화 | Culture
    환경 | Environment
    해양 | Marine
    관광 | Tourism
    산림 | Forest
    교육 | Education
    복지 | Welfare
    과학 | Science
    보건 | Health
    체육 | Sports
    예술 | Arts
    농업 | Farming
    교통 | Transport
""")
BODIES = _texts("""
    재단 | Foundation
    공사 | Corporation
    협회 | Association
    연구원 | Institute
    진흥원 | Agency
    공단 | Authority
    조합 | Cooperative
    위원회 | Committee
""")
TITLES = _texts("""
    이사장 | Chairperson
    원장 | Director
    회장 | President
    대표 | Representative
""")
SURNAMES = "김박오문한권송홍장신강"
GIVEN = [
    "가람",
    "나래",
    "다온",
    "보람",
    "마루",
    "아름",
    "새롬",
    "하나",
    "은솔",
    "지우",
    "서윤",
    "민서",
    "도현",
    "예린",
    "준호",
    "수빈",
    "태민",
    "유진",
]
THEMES = _texts("""
    마을 숲 | village forest
    어린이 책방 | children's bookshop
    바닷가 길 | seaside path
    동네 공연 | neighborhood concert
    작은 체육관 | small gym
    빈집 고치기 | house repair
    나눔 장터 | sharing market
    물놀이 안전 | water safety
    골목 조명 | alley lighting
    학교 텃밭 | school garden
    건강 걷기 | health walk
    손글씨 교실 | handwriting class
    옛집 기록 | old house archive
    자전거 길 | bicycle path
    마을 버스 | village bus
    쉬운 글 | plain writing
""")
AWARDS = _texts("""
    우수 서비스 인증 | Excellent Service Certification
    가족 친화 인증 | Family Friendly Certification
    안전 시설 인증 | Safe Facility Certification
    열린 운영 인증 | Open Management Certification
    녹색 살림 인증 | Green Housekeeping Certification
""")
PURPOSES = _texts("""
    {region} {theme} 사업 {few}곳 넓히기 | expanding the {region} {theme} project to {few} sites
    {region} {theme} 자료 {some}건 함께 쓰기 | sharing {some} items on the {region} {theme} project
    {region} {theme} 담당자 {some}명 기르기 | training {some} people for the {region} {theme} project
""")
SUBHEADLINES = _texts("""
    {theme} 사업 {few}곳에서 좋은 평가 받아 | Good marks for {few} {theme} sites
    {region} 주민 {some}명이 함께한 {theme} 사업 | A {theme} project with {some} {region} residents
""")
SYSTEMS = _texts("""
    ‘{award}’ 제도는 {year}년에 시작되어 해마다 기관 {few}곳을 뽑는다. | The ‘{award}’ began in {year} and selects {few} institutions each year.
    ‘{award}’ 심사에는 올해 기관 {some}곳이 신청했다. | This year {some} institutions applied for the ‘{award}’.
    전문가와 이용자 {few}명이 현장을 찾아 시설과 서비스를 평가한다. | {few} experts and users visit the site to assess facilities and services.
    평가단은 {region} 시설 {few}곳에서 이용자 {some}명의 의견을 들었다. | The assessors heard {some} users at {few} facilities in {region}.
""")
DEEDS = _texts("""
    {region}에서는 {year}년부터 {theme} 사업을 {few}곳에서 이어 왔다. | In {region}, the {theme} project has been run at {few} sites since {year}.
    {theme} 사업에는 지난해 자원봉사자 {some}명이 함께했다. | Last year {some} volunteers took part in the {theme} project.
    {region} 주민이 낸 의견 {some}건을 살펴 시설 {few}곳을 고쳤다. | After reviewing {some} comments from {region} residents, {few} facilities were repaired.
    {theme} 강좌는 {few}개 반으로 나누어 열리고 {some}명이 배우고 있다. | The {theme} course is held in {few} classes, with {some} people learning.
    {region} 어르신 {some}명에게 {theme} 안내 책자를 나누어 주었다. | Guidebooks on the {theme} project were given to {some} seniors in {region}.
    새로 마련한 {theme} 자료 {some}건은 누구나 볼 수 있다. | Anyone can see the {some} new items on the {theme} project.
    {theme} 상담은 {year}년보다 {some}건 늘었다. | Consultations on the {theme} project rose by {some} from {year}.
""")
COUNTED = _texts("""
    올해 {region} {theme} 사업에 참여한 주민은 {number}명이다. | This year {number} residents took part in the {region} {theme} project.
    {theme} 시설은 지난해 {region} 주민이 {number}번 이용했다. | Residents of {region} used the {theme} facilities {number} times last year.
    {region} 사람들은 {theme} 사업에 책 {number}권을 보탰다. | The people of {region} gave {number} books to the {theme} project.
""")
PROMISES = _texts("""
    {theme} 사업으로 {region} 주민 {some}명에게 더 다가가겠다 | We will reach {some} more {region} residents through the {theme} project
    {region} 이웃 {some}명과 함께 {theme} 사업을 가꾸겠다 | We will tend the {theme} project together with {some} {region} neighbors
    {theme} 시설을 {few}곳 더 열겠다 | We will open {few} more {theme} facilities
""")
THANKS = _texts("""
    {region} 주민 여러분 덕분에 얻은 결과입니다. | We owe this result to the residents of {region}.
    {theme} 사업을 믿어 준 {some}명께 고마움을 전합니다. | We thank the {some} people who trusted the {theme} project.
""")
ROLES = _texts("""
    {region} {theme} 시설 {few}곳 운영 | running {few} {theme} facilities in {region}
    {theme} 교육 {some}회 진행 | {some} training sessions on the {theme} project
    {region} {theme} 사업 홍보물 {some}부 제작 | producing {some} leaflets for the {region} {theme} project
""")
CAPTION = Text(
    "{organization} 직원 {few}명이 인증서를 들고 있다.",
    "{few} employees of {organization} hold up the certificate.",
)


@dataclass(frozen=True)
class Article:
    """One announcement: its event, the English of its free text, and what a correction does to it.

    `english` has the sentence that is corrected both ways. `number` becomes `corrected`.
    """

    name: str
    released: date
    event: Mapping[str, object]
    english: Mapping[str, str]
    number: str
    corrected: str

    @property
    def file(self) -> str:
        """Its event file in the workspace."""
        return f"events/{self.released:%Y}/{self.name}.yaml"

    @property
    def folder(self) -> str:
        """Its release in the archive."""
        return f"{self.released:%Y/%m/%d}-{self.name}"


@dataclass(frozen=True)
class Organization:
    """An organization and who is at its head."""

    name: Text
    title: Text
    head: str

    @property
    def fact(self) -> dict[str, str]:
        return {"ko": self.name.ko, "en": self.name.en, "article": "the"}

    @property
    def head_fact(self) -> dict[str, object]:
        return {"title": _fact(self.title), "name": self.head}


def articles(count: int) -> Iterator[Article]:
    """The announcements, the oldest first."""
    chance = random.Random(SEED)
    names = [
        Text(f"{region.ko}{field.ko}{body.ko}", f"{region.en} {field.en} {body.en}")
        for region in REGIONS
        for field in FIELDS
        for body in BODIES
    ]
    organizations = [
        Organization(name, chance.choice(TITLES), chance.choice(SURNAMES) + chance.choice(GIVEN))
        for name in chance.sample(names, ORGANIZATIONS)
    ]
    for index in range(count):
        released = FIRST + timedelta(days=index * DAYS // count)
        yield _Author(chance, organizations, released).article(index)


def write_workspace(folder: Path, count: int) -> None:
    """Writes settings, event files and the memory: a build of it lacks no English."""
    folder.mkdir(parents=True)
    (folder / "pressgen.toml").write_text(SETTINGS, encoding="utf-8")
    for article in articles(count):
        file = folder / article.file
        file.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump(dict(article.event), allow_unicode=True, sort_keys=False, width=10**6)
        file.write_text(text, encoding="utf-8")
    entries = (
        Remembered(korean, english, "google", release=article.file)
        for article in articles(count)
        for korean, english in article.english.items()
    )
    SqliteMemory(open_workspace(folder).database).remember(entries, TRANSLATED)


def correct(file: Path, article: Article) -> str:
    """Alters the article's number in a file that has its text; where it was altered, back.

    Returns the number that stands there now.
    """
    text = file.read_text(encoding="utf-8")
    old, new = article.number, article.corrected
    if old not in text:
        old, new = new, old
    if old not in text:
        raise SystemExit(f"{file}: neither {old} nor {new} in it")
    file.write_text(text.replace(old, new), encoding="utf-8")
    return new


class _Author:
    """Writes one article, noting the English of every free text that it writes."""

    def __init__(
        self, chance: random.Random, organizations: list[Organization], released: date
    ) -> None:
        self._chance = chance
        self._released = released
        self._parties = chance.sample(organizations, 3)
        self._region, self._theme = chance.choice(REGIONS), chance.choice(THEMES)
        self._number = chance.randrange(10_000, 99_999)
        self._english: dict[str, str] = {}

    def article(self, index: int) -> Article:
        kind = ("certification", "agreement")[index % 2]
        facts = self._agreement() if kind == "agreement" else self._certification()
        released = self._released
        return Article(
            name=f"{kind}-{index:05}",
            released=released,
            event={"kind": kind, "released": released, **facts},
            english=self._english,
            number=f"{self._number:,}",
            corrected=f"{self._number + 1:,}",
        )

    def _certification(self) -> dict[str, object]:
        winner, host, organizer = self._parties
        award = self._award()
        facts: dict[str, object] = {
            "organization": winner.fact,
            "head": winner.head_fact,
            "obtained": self._days_before(20),
            "award": _fact(award),
            "host": host.fact,
            "subheadline": self._written(SUBHEADLINES),
            "about": self._sentences(SYSTEMS, award=award),
            "reasons": f"{self._sentences(DEEDS)} {self._counted()}",
            "quote": self._sentences(THANKS) + " " + self._written(PROMISES),
        }
        if self._chance.random() < 0.5:
            facts["organizer"] = organizer.fact
        if self._chance.random() < 0.5:
            caption = self._written([CAPTION], organization=winner.name)
            facts["photo"] = {"caption": caption, "credit": winner.fact}
        return facts

    def _agreement(self) -> dict[str, object]:
        parties = self._parties[: self._chance.choice((2, 2, 3))]
        facts: dict[str, object] = {
            "signed": self._days_before(6),
            "place": {"ko": f"{self._region.ko}회관", "en": f"{self._region.en} Hall"},
            "purpose": self._written(PURPOSES),
            "background": f"{self._sentences(DEEDS)} {self._counted()}",
            "parties": [
                {
                    "organization": party.fact,
                    "head": party.head_fact,
                    "role": self._written(ROLES),
                    "quote": self._written(PROMISES),
                }
                for party in parties
            ],
        }
        if self._chance.random() < 0.5:
            facts["period"] = self._chance.randint(2, 9)
            facts["budget"] = f"{self._chance.randint(2, 90)}억 원"
        return facts

    def _award(self) -> Text:
        award = self._chance.choice(AWARDS)
        return Text(f"{self._region.ko} {award.ko}", f"{self._region.en} {award.en}")

    def _days_before(self, most: int) -> date:
        return self._released - timedelta(days=self._chance.randint(0, most))

    def _sentences(self, of: list[Text], **values: Text) -> str:
        """Two sentences, one after the other."""
        chosen = self._chance.sample(of, 2)
        return " ".join(self._written([one], **values) for one in chosen)

    def _written(self, of: list[Text], **values: Text) -> str:
        """One of the texts filled in; its English is noted."""
        text = self._chance.choice(of).filled(
            region=self._region,
            theme=self._theme,
            year=str(self._released.year - self._chance.randint(1, 15)),
            few=str(self._chance.randint(11, 99)),
            some=str(self._chance.randint(101, 999)),
            **values,
        )
        self._english[text.ko] = text.en
        return text.ko

    def _counted(self) -> str:
        """The sentence that a correction alters, in Korean; its English is noted as it is and corrected."""
        sentence = self._chance.choice(COUNTED)
        for number in (self._number + 1, self._number):
            text = sentence.filled(region=self._region, theme=self._theme, number=f"{number:,}")
            self._english[text.ko] = text.en
        return text.ko


def _fact(text: Text) -> dict[str, str]:
    return {"ko": text.ko, "en": text.en}
