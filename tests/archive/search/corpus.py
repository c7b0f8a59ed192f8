"""A corpus in memory: releases as long and as varied as real ones, the same for the same seed."""

from __future__ import annotations

import random
from datetime import date, timedelta

from pressgen.archive.published import Name, Published


def words_of(text: str) -> list[str]:
    return text.split()


REGIONS = words_of(
    "한빛 가람 푸른 하늘 새봄 다온 해솔 은결 미르 나래 여울 도담 라온 슬기 누리 온새 마루 서해 동강 남원 북촌"
)
FIELDS = words_of(
    "독서 문화 환경 해양 관광 산림 교육 복지 과학 기술 보건 체육 예술 농업 수산 교통 안전 디자인 에너지 데이터"
)
BODIES = words_of("재단 공사 협회 연구원 도서관 미술관 진흥원 공단 센터 대학교 위원회 조합")
NOUNS = words_of("""
    인증 협약 사업 행사 지원 개발 운영 전시 공연 축제 강좌 상담 시설 장비 자료 서비스 주민 학생 청년 어르신
    아동 가족 기업 시장 거리 마을 공원 바다 숲길 하천 도로 버스 열차 건물 주택 전력 태양광 반도체 인공지능
    로봇 드론 안전망 일자리 장학금 자원봉사 기부금 보조금 예산 계획 조사 평가 연구 실험 특허 논문 교재 영상
    사진 음악 문학 역사 유산 문화재 화재 재난 위도 추위 점자 안내판 책상 휠체어 승강기 주차장 놀이터 텃밭
""")
VERBS = words_of(
    "마련했다 넓혔다 시작했다 마쳤다 늘렸다 줄였다 바꿨다 알렸다 맡았다 이어 간다 추진한다 지원한다 운영한다"
)
ENGLISH = words_of("""
    the the the of and to in for with a an its on by from people library foundation culture reading forest coast
    program project service support award certification agreement museum students residents region safety energy
    research technology exhibition festival opened signed received expanded provides children elderly company data
    artificial intelligence semiconductor solar café Seoul Hanbit Garam Pureun century partnership development plan
""")


class Corpus:
    """Writes releases, ten years of them as evenly as their number allows."""

    def __init__(self, seed: int = 5) -> None:
        self._random = random.Random(seed)

    def releases(
        self, count: int, first: date = date(2017, 1, 1), days: int = 3650
    ) -> list[Published]:
        return [
            self.release(number, first + timedelta(days=number * days // count))
            for number in range(count)
        ]

    def release(self, number: int, released: date) -> Published:
        pick = self._random.choice
        organizations = tuple(self._organization() for _ in range(2))
        award = f"{pick(FIELDS)} {pick(NOUNS)}"
        return Published(
            place=f"{released:%Y/%m/%d}-release-{number:05}",
            kind="certification",
            released=released,
            embargo=None,
            outlet=Name(f"{pick(REGIONS)}일보", "Ilbo"),
            reporter=Name(f"문{pick(REGIONS)}", "Moon"),
            headline=Name(f"{organizations[0].korean}, ‘{award}’ 획득", self._english(9)),
            subheadline=Name(self._korean(6), self._english(7)) if number % 3 else None,
            paragraphs=tuple(self._paragraph(number) for _ in range(6)),
            organizations=organizations,
            photos=(),
            is_complete=True,
            engines=(),
        )

    def _organization(self) -> Name:
        pick = self._random.choice
        return Name(pick(REGIONS) + pick(FIELDS) + pick(BODIES), self._english(3).title())

    def _paragraph(self, number: int) -> Name:
        sentences = [self._korean(9) for _ in range(3)]
        return Name(" ".join(sentences), None if number % 17 == 0 else self._english(45))

    def _korean(self, words: int) -> str:
        pick = self._random.choice
        first = f"{pick(REGIONS)}{pick(FIELDS)}{pick(BODIES)}{pick(['은', '는', '이', '가'])}"
        rest = [
            pick([pick(NOUNS), pick(FIELDS) + pick(NOUNS), f"{self._random.randrange(9999):,}명"])
            + pick(["을", "를", "에", "의", "과", "와", "으로", "에서", ""])
            for _ in range(words - 2)
        ]
        return " ".join([first, *rest, pick(VERBS)]) + "."

    def _english(self, words: int) -> str:
        chosen = [self._random.choice(ENGLISH) for _ in range(words)]
        return " ".join(chosen).capitalize()


QUERIES = [
    *words_of(
        "재단 문화재 문화재단 한빛 한빛문화재단은 위도 추위 숲 다 이 인공지능 인공지능을 지원한다 없는말 없 1 12 9,1 명"
    ),
    *words_of(
        "library Lib l the forest for Cafe CAFÉ hanbit x xyz research semi 인증 획득 획득 없음 하늘환경 문 Moon 일보"
    ),
    *words_of(
        "‘독서 화재단 재단문 도서관이 미술관과 태양광 ESG library재단 library,재단 ㆍ 시장을 시작했다 각 각"
    ),
    "재단 library",
    "한빛 독서 인증",
    "the 위도 forest",
    "문화 재단",
    "도서관 도서관",
    "  재단   협회 ",
    "재단·협회",
    "</script><script>alert(1)</script>",
    '"재단" OR 1=1',
    "constructor",
    "__proto__",
    "toString",
    "🎉 재단",
    "🎉",
    "..",
    "ESG 경영",
    "가람문화재단, ‘독서",
]
