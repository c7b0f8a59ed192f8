"""Which of 이라고, 라고 and 고 follows a quotation, by how the quotation ends."""

from __future__ import annotations

from typing import Final

from .hangul import final_of, is_syllable
from .patterns import compiled

CLOSING_QUOTES: Final = "”’\"'」』》〉＂＇"
_SENTENCE_ENDS: Final = ".?!。？！…"
_POLITE: Final = ("니다", "니까", "요", "까")

# Behind a vowel 다 is the copula (최고다, 기회다) unless the word is one of the adjectives whose stem
# ends in a vowel (표준국어대사전). Those that are also the end of a noun count as a whole word only.
_ADJECTIVE: Final = (
    r"(?:하다|쁘다|비싸다|값싸다|[거드힘]세다|(?:벅|힘|알|가득|세|우렁|활기)차다|[아슬고헤]프다|어설프다"
    r"|(?<!장)르다|(?:멋|값|다부|야무|기름|건방|그늘)지다|[참헛안고]되다|(?:뛰어|빼어|엄청|별|못|잘)나다"
    r"|(?:어|느|흐|여|쓰|비)리다|(?<![가-힣])(?:크|쓰|짜|희|차|세|싸|시|쉬)다|커다|더디다|낮추다)$"
)
_NOUN_IN_DA: Final = r"(?:이다|아니다|판다|르완다|우간다|앤다)$"
_NOUN_IN_RA: Final = (
    r"(?:(?:(?<![가-힣])|우리|이웃|꽃)나라|인프라|카메라|오페라|신라|한라|전라|만다라|사하라|오로라|판도라|앙카라"
    r"|코트라|코브라|아우라|고릴라|몬스테라|비올라|테킬라|세실라|울트라|오케스트라|소라|보라|바닐라)$"
)
_NOUN_IN_NYA: Final = r"(?:케냐|타냐|소냐)$"
# Nouns in 자 are many (투자, 사업자), so it is the verbs that are listed: 함께 가자, 힘을 모으자.
_PROPOSAL: Final = (
    r"(?:하|(?<![참평허휴출])가|되|말|들|(?<=[나일앞어])서|지키|시키|(?<!자)살|있|찾|먹|듣|루|나누|[바가꿈]꾸"
    r"|[세키태채깨비돋피]우|(?<=[\s고을를])배우|돕|(?<=[아어여해와려]\s)주|(?<=[아어여해와려])주|떠나|만나"
    r"|벗어나|일어나|알리|살리|달리|늘리|올리|누리|기다리|돌리|열|걷|뛰|믿|받|잡|놓|(?<!안)내|두|모으|막"
    r"|[높줄모기붙들]이|움직이|(?<!선)지|나오|가져오|돌아오|쓰|(?<![후정담])보|웃|읽|짓|쌓|앉|잊|않|없애|맞추"
    r"|갖추|낮추|늦추|뭉치|합치|외치|펼치|고치|바치|풀|걸|넘|깨|매|[즐이남옮당맡넘]기|밀|끌|얻|심|품|(?<!가)담"
    r"|닦|씻|잇|묻|뽑|히|떨치|참)자$"
)


def particle_after_quotation(quoted: str) -> str | None:
    """Return "라고" or "고" as the end of `quoted` decides, None where it ends in a noun.

    `quoted` is what stands inside the closing quotation mark. Direct speech with its full stop or
    with a polite ending takes 라고 (표준국어대사전: 라고, the particle of direct speech); the plain
    endings 다, 라, 자 and 냐 take 고 as the press writes it; 이다 and 아니다 take 라고.
    """
    if not quoted:
        return None
    last = quoted[-1]
    if last in _SENTENCE_ENDS or quoted.endswith(_POLITE):
        return "라고"
    if last not in _PLAIN or not is_syllable(quoted[-2:-1]):
        return None
    return "고" if _PLAIN[last](quoted) else "라고"


def _is_statement(quoted: str) -> bool:
    if compiled(_NOUN_IN_DA).search(quoted):
        return False
    return bool(final_of(quoted[-2])) or compiled(_ADJECTIVE).search(quoted) is not None


def _is_order(quoted: str) -> bool:
    return compiled(_NOUN_IN_RA).search(quoted) is None


def _is_proposal(quoted: str) -> bool:
    return compiled(_PROPOSAL).search(quoted) is not None


def _is_question(quoted: str) -> bool:
    return compiled(_NOUN_IN_NYA).search(quoted) is None


_PLAIN: Final = {"다": _is_statement, "라": _is_order, "자": _is_proposal, "냐": _is_question}
