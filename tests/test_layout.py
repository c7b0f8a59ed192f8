"""The page of a release: its order, its datelines, its photos, and the disclaimer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressgen.errors import PressgenError
from pressgen.layout import lay_out
from pressgen.translation.memory import Remembered
from pressgen.translation.sqlite_memory import SqliteMemory
from tests.formats.support import ENVIRONMENT
from tests.translation.support import AT, EVENT, Office

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.layout import Block
    from pressgen.release import Release

PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
OUTLET = "outlet: {name: {ko: 하늘신문, en: Haneul News}, desk: {ko: 문화부, en: Culture Desk}}\n"


def blocks(release: Release, role: str, language: str = "") -> list[Block]:
    found = lay_out(release, ENVIRONMENT).blocks
    return [one for one in found if one.role == role and language in ("", one.language)]


def first_lines(release: Release) -> list[str]:
    """The starts of the first paragraphs, Korean and English, as far as their datelines go."""
    paragraphs = [blocks(release, "paragraph", language)[0].text for language in ("ko", "en")]
    return [text.partition("하늘재단(")[0].partition("The Haneul F")[0] for text in paragraphs]


def test_the_order_of_the_page(workspace: Path) -> None:
    release = Office(workspace).release(
        EVENT
        + "subheadline: {ko: 작은 제목, en: Small}\nquote: {ko: 고맙다, en: Thanks}\n"
        + "photo: {caption: {ko: 사진, en: Photo}, credit: {ko: 하늘재단}}\n"
    )
    assert [(one.role, one.language) for one in lay_out(release, ENVIRONMENT).blocks] == [
        ("headline", "ko"),
        ("subheadline", "ko"),
        ("photo", "ko"),
        ("caption", "en"),
        ("paragraph", "ko"),
        ("paragraph", "ko"),
        ("headline", "en"),
        ("subheadline", "en"),
        ("byline", "en"),
        ("paragraph", "en"),
        ("paragraph", "en"),
    ]


@pytest.mark.parametrize(
    ("event", "korean", "english"),
    [
        (
            EVENT,
            "(하늘=하늘신문 문화부)문가람 기자=",
            "(Haneul=Haneul News Culture Desk) ",
        ),
        (
            EVENT.replace("region: 하늘\n", ""),
            "(하늘신문 문화부)문가람 기자=",
            "(Haneul News Culture Desk) ",
        ),
        (
            EVENT.replace(", desk: {ko: 문화부, en: Culture Desk}", ""),
            "(하늘=하늘신문)문가람 기자=",
            "(Haneul=Haneul News) ",
        ),
        (
            EVENT.replace("reporter: 문가람\n", ""),
            "(하늘=하늘신문 문화부)",
            "(Haneul=Haneul News Culture Desk) ",
        ),
        (EVENT.replace(OUTLET, ""), "문가람 기자=", ""),
        (EVENT.replace(OUTLET, "").replace("reporter: 문가람\n", ""), "", ""),
    ],
    ids=["all", "no region", "no desk", "no reporter", "no outlet", "nothing"],
)
def test_the_dateline(workspace: Path, event: str, korean: str, english: str) -> None:
    release = Office(workspace).release(event)
    assert first_lines(release) == [korean, english]
    byline = [one.text for one in blocks(release, "byline")]
    assert byline == (["- Reporter Moon Ga-ram"] if "reporter:" in event else [])


def test_only_the_first_paragraph_has_a_dateline(workspace: Path) -> None:
    release = Office(workspace).release(EVENT + "about: {ko: 고맙다., en: Thanks.}\n")
    assert [one.text for one in blocks(release, "paragraph")][1::2] == ["고맙다.", "Thanks."]


@pytest.mark.parametrize(
    ("photo", "expected"),
    [
        (
            "{caption: 사진, credit: 하늘재단, file: a.jpg}",
            ["▲ 사진(사진제공=하늘재단) © 하늘신문 문가람 기자"],
        ),
        ("{caption: 사진}", ["▲ 사진 © 하늘신문 문가람 기자"]),
        (
            "[{caption: 하나}, {caption: {ko: 둘, en: Two}, credit: 하늘재단}]",
            [
                "▲ 하나 © 하늘신문 문가람 기자",
                "▲ 둘(사진제공=하늘재단) © 하늘신문 문가람 기자",
                "▲ Two (Photo: Haneul Foundation)",
            ],
        ),
        ("{caption: {ko: 사진, en: Photo}}", ["▲ 사진 © 하늘신문 문가람 기자", "▲ Photo"]),
    ],
)
def test_photos(workspace: Path, photo: str, expected: list[str]) -> None:
    release = Office(workspace).release(EVENT + f"photos: {photo}\n")
    found = lay_out(release, ENVIRONMENT).blocks
    assert [one.text for one in found if one.role in ("photo", "caption")] == expected


def machine_made(office: Office, *engines: str) -> Release:
    """A release with a sentence by each of these engines; only the last is still to be reviewed."""
    sentences = [f"문장 {number}이다." for number in range(len(engines))]
    office.write(
        "translations/en.po",
        PO
        + "".join(
            f'#. origin: {engine}\nmsgid "{text}"\nmsgstr "A sentence."\n\n'
            for engine, text in zip(engines, sentences, strict=True)
        ),
    )
    return office.release(EVENT + f"about: {' '.join(sentences) or '{ko: 고맙다., en: Thanks.}'}\n")


GOOGLE = (
    "아래는 위의 글을 구글번역이 번역한 영문의 전문이다. '구글번역'은 이해도를 높이기를 위해 노력하고 있습니다. "
    "영문 번역에 오류가 있을 수 있음을 전제로 합니다.Below is the full English translation of the above text "
    "by Google Translate. 'Google Translate' is working to improve comprehension. It is assumed that there "
    "may be errors in the English translation."
)
OTHERS = (
    "아래는 위의 글을 {ko} 번역한 영문의 전문이다. 영문 번역에 오류가 있을 수 있음을 전제로 합니다.Below is the full "
    "English translation of the above text by {en}. It is assumed that there may be errors in the English "
    "translation."
)
PLAIN = (
    "아래 영문은 위 기사를 {ko} 옮긴 것으로, 번역에 오류가 있을 수 있습니다. The English text below was translated "
    "from the Korean above by {en} and may contain errors."
)


@pytest.mark.parametrize(
    ("engines", "korean", "with_ro", "english"),
    [
        (["google"], "구글번역이", "구글번역으로", "Google Translate"),
        (["papago"], "파파고가", "파파고로", "Papago"),
        (["deepl"], "DeepL이", "DeepL로", "DeepL"),
        (["mymemory"], "MyMemory가", "MyMemory로", "MyMemory"),
        (
            ["papago", "google"],
            "구글번역, 파파고가",
            "구글번역, 파파고로",
            "Google Translate and Papago",
        ),
        (
            ["papago", "deepl", "google"],
            "DeepL, 구글번역, 파파고가",
            "DeepL, 구글번역, 파파고로",
            "DeepL, Google Translate and Papago",
        ),
    ],
)
def test_the_disclaimer_names_the_engines(
    workspace: Path, engines: list[str], korean: str, with_ro: str, english: str
) -> None:
    office = Office(workspace)
    [block] = blocks(machine_made(office, *engines), "disclaimer")
    expected = GOOGLE if engines == ["google"] else OTHERS.format(ko=korean, en=english)
    assert block.text == expected
    office.write("pressgen.toml", 'disclaimer = "plain"\n')
    [block] = blocks(machine_made(office, *engines), "disclaimer")
    assert block.text == PLAIN.format(ko=with_ro, en=english)
    office.write("pressgen.toml", 'disclaimer = "none"\n')
    assert blocks(machine_made(office, *engines), "disclaimer") == []


def test_no_disclaimer_where_people_wrote_all(workspace: Path) -> None:
    assert blocks(machine_made(Office(workspace)), "disclaimer") == []


@pytest.mark.parametrize(
    ("event", "remembered"),
    [
        (EVENT + "about: 고맙다.\n", Remembered("고맙다.", "Thanks.", "google")),
        (EVENT + "host: 새빛원\n", Remembered("새빛원", "Saebit", "google")),
        (
            EVENT.replace("{ko: 문화부, en: Culture Desk}", "문화부"),
            Remembered("문화부", "Culture Desk", "google"),
        ),
    ],
    ids=["a sentence", "a name in a sentence", "a name in the dateline"],
)
def test_a_disclaimer_where_a_machine_wrote_any(
    workspace: Path, event: str, remembered: Remembered
) -> None:
    office = Office(workspace)
    SqliteMemory(workspace / ".pressgen/memory.sqlite").remember([remembered], AT)
    release = office.release(event)
    assert [one.text for one in blocks(release, "disclaimer")] == [GOOGLE]
    assert release.engines == ["google"]
    assert release.state == "complete"


def test_pending_names_stand_as_korean(workspace: Path) -> None:
    event = EVENT.replace("{ko: 문화부, en: Culture Desk}", "문화부")
    release = Office(workspace).release(event + "about: 고맙다. 반갑다.\n")
    assert first_lines(release)[1] == "(Haneul=Haneul News [번역 대기] 문화부) "
    assert blocks(release, "paragraph", "en")[1].text == "[번역 대기] 고맙다. [번역 대기] 반갑다."
    assert release.state == "pending"


def test_a_pending_name_alone_makes_the_release_wait(workspace: Path) -> None:
    event = EVENT.replace("{ko: 문화부, en: Culture Desk}", "문화부")
    assert Office(workspace).release(event).state == "pending"


def test_particles_follow_what_a_layout_prints(workspace: Path) -> None:
    office = Office(workspace)
    office.write(
        "templates/layouts/mine.jinja",
        "{{ block('headline') }}{{ ko.outlet }}이(가) {{ ko.reporter }}（을）를 통해\n  전한다: {{ ko.headline }}\n",
    )
    office.write("pressgen.toml", 'layout = "mine"\n')
    release = office.release(EVENT.replace("ko: 하늘신문", "ko: 하늘 TV"))
    [block] = lay_out(release, office.pipeline().environment).blocks
    assert block.text == "하늘 TV가 문가람을 통해 전한다: 하늘재단, ‘열린 인증’ 획득"


@pytest.mark.parametrize(
    ("layout", "words"),
    [
        ("{{ block('headline') }}\n{{ nothing }}\n", "nothing"),
        ("{{ block('headline') }}\n{{ ko.__class__ }}\n", "쓸 수 없는 것"),
        ("{{ block('headline') }}\n{{ ko.pop('outlet') }}\n", "쓸 수 없는 것"),
        ("{% for _ in [1] %}\n{{ loop.__class__ }}{% endfor %}\n", "쓸 수 없는 것"),
        ("{{ block('headline') }}\n{{ ko.headlines }}\n", "headlines"),
        ("{{ block('headline') }}\n{% if %}\n", "서식을 읽을 수 없습니다"),
        ("{{ block('headline') }}\n{{ ko.headline ~ '!' }}{{ 1/0 }}\n", "서식을 펼칠 수 없습니다"),
    ],
)
def test_a_broken_layout_names_its_line(workspace: Path, layout: str, words: str) -> None:
    office = Office(workspace)
    file = office.write("templates/layouts/mine.jinja", layout)
    office.write("pressgen.toml", 'layout = "mine"\n')
    release = office.release()
    with pytest.raises(PressgenError) as error:
        lay_out(release, office.pipeline().environment)
    [problem] = error.value.problems
    assert (problem.file, problem.line) == (file, 2)
    assert words in problem.text
