"""Which of 이라고, 라고 and 고 follows a quotation, by how the quotation ends."""

from __future__ import annotations

from typing import Final

from .hangul import final_of, is_syllable
from .hanja import is_reading
from .patterns import compiled

CLOSING_QUOTES: Final = "”’\"'」』》〉＂＇"
_SENTENCE_ENDS: Final = ".?!。？！…"
_LONGEST_END: Final = 20  # the patterns look at no more than the last words
_POLITE: Final = ("니다", "니까", "요", "까")

# Behind a vowel 다 is the copula (최고다, 기회다) unless the word is one of the adjectives whose stem
# ends in a vowel (표준국어대사전). Those that are also the end of a noun count as a whole word only.
_ADJECTIVE: Final = (
    r"(?:하다|쁘다|비싸다|값싸다|[거드힘억굳]세다|(?:벅|힘|알|가득|세|우렁|활기)차다|[아슬고헤]프다|어설프다"
    r"|(?<!장)르다|(?:멋|값|다부|야무|기름|건방|그늘)지다|[참헛안고]되다|(?:뛰어|빼어|엄청|별|못|잘)나다"
    r"|(?:어|느|흐|여|쓰|비|시)리다|질기다|(?<![가-힣])(?:크|쓰|짜|희|차|세|싸|시|쉬)다|커다|[더무]디다|낮추다)$"
)
_NOUN_IN_DA: Final = (
    r"(?:이다|아니다|(?<![을를] )판다|르완다|우간다|혼다|베란다|[어아]젠다|아나콘다)$"
)
# Behind ㄹ only the stems in ㄹ command (만들라, 달라); 몰라 and 올라 are the speech of friends, and
# 테슬라 and 콜라 are nouns. The other syllables here end no stem at all.
_NOUN_IN_RA: Final = (
    r"(?:(?:(?<![가-힣])|우리|이웃|꽃)나라|(?<![가-힣])사하라|[신한전]라|만다라|앙카라|아우라|아그라"
    r"|(?<![가-힣\s])보라|[테트브프메페크도로에소]라)$"
)
_STEM_IN_L: Final = r"(?:[말달알열팔살들풀걸돌끌]|만들|베풀|[다머허]물)라$"
_NOUN_IN_NYA: Final = r"(?:케냐|타냐|소냐)$"
# Nouns in 자 are many (투자, 사업자), and nearly all are Sino-Korean: a syllable that no hanja is read
# as must be a stem (모으자, 오르자), and so must what has an object (줄을 서자, but not 마을 주자). Of
# the stems that sound like a hanja these are listed: 함께 가자, 앞장서자.
_NATIVE_NOUN: Final = r"[글숫]자$"
_NOUN_WITH_OBJECT: Final = r"[투출융증감]자$"
_PROPOSAL: Final = (
    r"(?:(?<=[을를] )(?<![마가노고]을 )[가-힣]{1,4}|하|말|(?<![가-힣])가|(?<=[나들어아라려너다와해여쳐져녀])가|(?<=[나일앞어장])서"
    r"|(?<![자피학타암])살|루|(?<!배)우|(?<=[\s고])배우|(?<=[아어여해와려워켜눠춰쳐져봐내] )주"
    r"|(?<=[아어여해와려워켜눠춰쳐져봐내])주|떠나|만나|벗어나|일어나|깨어나|[버그꾸기다살달늘올누돌알흘뿌때차울풀물끌벌드내]리"
    r"|[열날잡]|(?<![안인])내|두|막|[높줄모붙들울숙]이|움직이|(?<=[가만던임아어여라워])지|(?<=[나져아녀라워])오"
    r"|(?<![가-힣])보|(?<=[아어여해펴켜라려서와워러겨나가내])보|없애|추|[합외펼고바뭉떨마그거망]치|물리치|나치"
    r"|걸|(?<![구판예중])매|[즐이남옮당맡넘챙웃벗씻숨섬굶새추]기|밀|심|품|(?<![가상분부전])담|[마모]시|[허머]물"
    r"|(?<![동불])참)자$"
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
    return "고" if _PLAIN[last](quoted[-_LONGEST_END:]) else "라고"


def _is_statement(quoted: str) -> bool:
    if compiled(_NOUN_IN_DA).search(quoted):
        return False
    return bool(final_of(quoted[-2])) or compiled(_ADJECTIVE).search(quoted) is not None


def _is_order(quoted: str) -> bool:
    if compiled(_NOUN_IN_RA).search(quoted):
        return False
    return final_of(quoted[-2]) != "ㄹ" or compiled(_STEM_IN_L).search(quoted) is not None


def _is_proposal(quoted: str) -> bool:
    if compiled(_NATIVE_NOUN).search(quoted) or compiled(_NOUN_WITH_OBJECT).search(quoted):
        return False
    return not is_reading(quoted[-2]) or compiled(_PROPOSAL).search(quoted) is not None


def _is_question(quoted: str) -> bool:
    return compiled(_NOUN_IN_NYA).search(quoted) is None


_PLAIN: Final = {"다": _is_statement, "라": _is_order, "자": _is_proposal, "냐": _is_question}
