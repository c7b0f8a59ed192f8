"""What it costs to translate an archive, beside deep-translator's own translate_batch.

Run from the repository: python -m benchmarks.translation [RELEASES]. The releases (1,000 unless told
otherwise) are of two kinds, with facts and free text of their own as long as those of the article that
the format comes from. The engine is a Google on this machine that answers each request after 50 ms.
translate_batch gets the paragraphs of the same articles, one request each, as it works. Exits with 1
where an aim is missed.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import deep_translator.google

from pressgen.archive.drafting import write_drafts
from pressgen.pipeline import Pipeline
from pressgen.translation.asking import Asking
from pressgen.translation.engines import EngineSettings, open_engine
from pressgen.workspace import open_workspace
from tests.translation.engines.google_server import GoogleServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from pressgen.errors import Problem
    from pressgen.pipeline import Draft

LATENCY = 0.05
"""Seconds before each answer."""
AT = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Seoul"))
REQUESTS_AIM, ONE_AIM, EIGHT_AIM = 15, 8, 40
_SYLLABLES = "가나다라마바사아자차카타파하고노도로모보소오조초코토포호"

_CERTIFICATION = """\
kind: certification
released: 2026-11-20
outlet: {{name: {{ko: 한강일보, en: Hangang Ilbo}}, desk: {{ko: 사회부, en: City Desk}}}}
region: 마포
reporter: 문가람
organization: {{ko: {name}시설공단, en: {en} Facilities Corporation, article: the}}
head: {{title: 이사장, name: 이{person}}}
obtained: 2026-11-02
award: {{ko: {name} 서비스품질 인증, en: {en} Service Quality Certification}}
host: {{ko: {name}산업진흥회, en: {en} Industry Association, article: the}}
about: >-
  ‘{name} 서비스품질 인증’은 서비스산업의 경쟁력을 높이려고 {year}년에 도입된 제도로, 분야별 전문 평가단이 현장에서 고객만족경영을
  적극 실천하고 서비스품질이 뛰어나 {name}에서 성과를 낸 기관 {count}곳에 인증서를 주고 우수업체로 알린다.
reasons: >-
  공단은 고객서비스 경영 철학과 고객 접점 {count}곳의 운영관리, 조직 관리와 인적자원 활용뿐만 아니라 {name}의 주민참여예산제 운영 등
  다양한 고객만족 정책을 {year}년부터 편 노력과 성과로 서비스품질을 인정받았다. {name} 주민이 낸 의견 {count}건을 듣고 시설
  {count}곳을 고친 일도 좋은 평가를 받았다.
quote: >-
  앞으로도 {name} 주민 {count}명에 대한 서비스품질 향상을 위해 더욱 수준 높은 서비스를 제공하여 행복한 구민을 실현할 수 있도록
  최선을 다할 것
"""
_AGREEMENT = """\
kind: agreement
released: 2026-11-20
outlet: {{name: {{ko: 한강일보, en: Hangang Ilbo}}, desk: {{ko: 사회부, en: City Desk}}}}
region: 마포
reporter: 문가람
signed: 2026-11-18
place: {{ko: {name}회관, en: {en} Hall}}
purpose: {name} 바닷가 숲 {count}곳 되살리기
background: >-
  {name}의 바닷가 숲은 지난 {year}년 동안 병해충으로 크게 줄었고, 두 기관은 앞으로 곰솔 {count}그루를 심어 마을을 지키는 숲으로
  되살리기로 뜻을 모았다. {name} 주민 모임도 어린나무를 기르고 산책길 {count}곳을 고치는 일에 함께하기로 했다.
parties:
  - organization: {{ko: {name}구, en: {en} District}}
    head: {{title: 구청장, name: 박{person}}}
    role: {name}의 땅과 {count}차 행정 지원
    quote: {name} 주민 {count}명과 함께 숲을 되찾고 아이들이 뛰어놀 수 있는 곳으로 만들겠다
  - organization: {{ko: {name}숲재단, en: {en} Forest Foundation, article: the}}
    head: {{title: 이사장, name: 오{person}}}
    role: {name}의 나무 {count}그루 심기와 가꾸기
    quote: {name}의 숲 {count}곳이 마을을 지키는 모습을 해마다 보여 드릴 것
"""


@dataclass(frozen=True)
class Cost:
    """What one way of translating took."""

    name: str
    requests: int
    characters: int
    seconds: float


def _serve(connection: Connection) -> None:
    with GoogleServer(delay=LATENCY) as server:
        connection.send(server.url)
        while connection.recv() == "count":
            connection.send((len(server.requests), sum(map(len, server.requests))))
            server.received.clear()


class Server:
    """The engine, in a process of its own so that it takes no time from what is measured."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.url: str = connection.recv()

    def counted(self) -> tuple[int, int]:
        """The requests and the characters that came since the last time."""
        self._connection.send("count")
        requests, characters = self._connection.recv()
        return requests, characters


@contextmanager
def running_server() -> Iterator[Server]:
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(there,))
    process.start()
    try:
        yield Server(here)
    finally:
        here.send("stop")
        process.join()


def write_events(folder: Path, number: int) -> list[Path]:
    """Event files of both kinds by turns, each with words and numbers of its own."""
    (folder / "events").mkdir(parents=True)
    (folder / "pressgen.toml").touch()
    files = []
    for index in range(number):
        size = len(_SYLLABLES)
        letters = [index % size, index // size % size, index // size**2]
        name = "".join(_SYLLABLES[letter] for letter in letters) + "울"
        facts = {
            "name": name,
            "person": name[:2],
            "en": f"Garam {index}",
            "count": 1000 + 7 * index,
        }
        text = (_CERTIFICATION, _AGREEMENT)[index % 2].format(**facts, year=1200 + index)
        files.append(folder / "events" / f"event{index}.yaml")
        files[-1].write_text(text, encoding="utf-8")
    return files


def drafts_in(folder: Path, files: list[Path]) -> tuple[Pipeline, list[Draft]]:
    pipeline = Pipeline(open_workspace(folder))
    problems: list[Problem] = []
    drafts = write_drafts(pipeline, files, problems)
    if problems:
        raise SystemExit(str(problems[0]))
    return pipeline, drafts


def translate(name: str, folder: Path, files: list[Path], server: Server, at_once: int) -> Cost:
    """The second pass of a build: everything that is missing is asked for and remembered."""
    pipeline, drafts = drafts_in(folder, files)
    settings = EngineSettings(url=server.url, at_once=at_once)
    start = time.perf_counter()
    missing = [(pipeline.missing(draft), draft.vocabulary) for draft in drafts]
    missing = [(one, vocabulary) for one, vocabulary in missing if not one.is_empty]
    if missing:
        with closing(open_engine("google", settings)) as engine:
            asking = Asking([engine], pipeline.memory, AT, lambda _done, _of: None)
            asking.ask(missing)
            if asking.reasons:
                raise SystemExit(next(iter(asking.reasons.values())))
    return Cost(name, *server.counted(), time.perf_counter() - start)


def translate_batch(drafts: list[Draft], server: Server) -> Cost:
    paragraphs = [paragraph.korean for draft in drafts for paragraph in draft.story.paragraphs]
    translator = deep_translator.google.GoogleTranslator(source="ko", target="en")
    translator._base_url = server.url
    start = time.perf_counter()
    translator.translate_batch(paragraphs)
    return Cost("deep-translator", *server.counted(), time.perf_counter() - start)


def report(costs: list[Cost]) -> None:
    print(f"{'':24}{'requests':>10}{'characters':>12}{'seconds':>10}{'times faster':>14}")
    slowest = costs[0].seconds
    for cost in costs:
        print(
            f"{cost.name:24}{cost.requests:10,}{cost.characters:12,}{cost.seconds:10.2f}"
            f"{slowest / cost.seconds:14.1f}"
        )


def is_good(peer: Cost, one: Cost, again: Cost, eight: Cost) -> bool:
    """Whether every aim is reached."""
    return (
        one.requests * REQUESTS_AIM <= peer.requests
        and one.characters < peer.characters
        and one.seconds * ONE_AIM <= peer.seconds
        and eight.seconds * EIGHT_AIM <= peer.seconds
        and again.requests == 0
    )


def main() -> int:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    os.environ["no_proxy"] = "127.0.0.1"
    with tempfile.TemporaryDirectory() as folder, running_server() as server:
        first, second = Path(folder, "one"), Path(folder, "eight")
        files = write_events(first, number)
        one = translate("pressgen, one at once", first, files, server, 1)
        again = translate("pressgen, second build", first, files, server, 1)
        eight = translate(
            "pressgen, eight at once", second, write_events(second, number), server, 8
        )
        peer = translate_batch(drafts_in(first, files)[1], server)
    report([peer, one, eight, again])
    return 0 if is_good(peer, one, again, eight) else 1


if __name__ == "__main__":
    sys.exit(main())
