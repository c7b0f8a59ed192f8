"""The quantities of a Korean sentence.

Numbers after 맞춤법 제44항 (만, 억, 조) as pressgen.korean.parse_number reads them; native numerals
and days (하루, 이틀, 열흘) after 표준국어대사전. What follows a number says what kind it is.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pressgen.checks.quantities.quantity import Kind, Quantity
from pressgen.checks.quantities.ranges import with_shared_units
from pressgen.checks.quantities.scanning import any_of, beginning
from pressgen.checks.quantities.units import KOREAN_CURRENCIES, KOREAN_UNITS, SIGNS
from pressgen.korean import parse_number
from pressgen.korean.date_reading import hour_of_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ONES: Final = {
    "하나": 1,
    "한": 1,
    "둘": 2,
    "두": 2,
    "셋": 3,
    "세": 3,
    "석": 3,
    "넷": 4,
    "네": 4,
    "넉": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
}
_TENS: Final = {
    "열": 10,
    "스물": 20,
    "스무": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
_ROUGH: Final = {"한두": 1, "두세": 2, "두서너": 2, "서너": 3, "너댓": 4, "네댓": 4, "대여섯": 5}
_DAYS: Final = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
    "보름": 15,
}
_POWERS: Final = {"십": 1, "백": 2, "천": 3, "만": 4, "억": 8, "조": 12}
_HALVES: Final = {"절반": "", "반년": "year", "반세기": "century"}
_WEEKDAYS: Final = "월화수목금토일"
_HALVES_OF_DAY: Final = ("오전", "오후", "새벽", "아침", "저녁", "밤", "낮")
_SMALL: Final = 10
"""Numbers in words up to here are soft."""

_D: Final = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_SCALED: Final = (
    r" [십백천]?[만억조](?=여| |,|\.|$|명|원|달러|유로|엔|위안|개|건|장|톤|대|권|가구|배럴)"
)
# 5백여만, 1억 2천여만: 여 (over) may stand inside a number, and has no part in its value.
_NUMBER: Final = rf"{_D}(?:(?:{_SCALED}|[십백천만억조경]+(?:여[만억조])?)(?: ?{_D}(?=[십백천만억조경]|(?![\d.,]*\d)))?)*"
_NATIVE: Final = rf"(?:{'|'.join(_TENS)})(?:{'|'.join(_ONES)})?|{'|'.join(_ONES)}"
_COUNTER: Final = (
    "(?:명|분|사람|개|가지|곳|군데|건|번|차례|대|권|마리|가구|장|채|척|살|시간|달|주|해|배|원|달러|유로|"
    "쌍|쪽|줄|편|팀|그루|송이|잔|병|끼|벌|켤레|년|나라|도시|학교|아이|자녀|아들|딸|형제|남매)"
)
_HALF_OF_DAY: Final = rf"(?:(?:{'|'.join(_HALVES_OF_DAY)})\s?)?"
_WORD: Final = "(?<![가-힣])"
_READ: Final = (
    r"(?P<date>(?<!\d)(?:19|20)\d\d\s?[.\-/]\s?(?:1[0-2]|0?[1-9])\s?[.\-/]\s?(?:3[01]|[12]\d|0?[1-9])(?!\d))",
    # A year and a month that end the text are a stamp behind a headline, no part of what it says.
    r"(?P<stamp>(?<!\d)(?:19|20)\d\d\.\s?(?:1[0-2]|0?[1-9])\.?\s*$)",
    r"(?P<short_year>['’‘]\d\d(?=년))",
    (
        r"(?P<memorial>(?<![\d.,])(?:\d{1,2}[·ㆍ‧]\d{1,2}|9/11)(?![\d%]|배|년|만|천)"
        r"|(?<![\d.,])\d{1,2}\.\d{1,2}(?=\s?(?:남북|공동|테러|사태|참사|항쟁|운동|혁명|전쟁|민주화|선언|총선|대선|지방선거)))"
    ),
    rf"(?P<clock>{_HALF_OF_DAY}(?<!\d)(?:[01]?\d|2[0-4]):[0-5]\d(?!\d))",
    (
        rf"(?P<hour>{_HALF_OF_DAY}(?:(?<![\d.,])(?:1\d|2[0-4]|\d)|{_WORD}(?:열[한두]?|한|두|세|네|다섯|여섯|일곱|여덟|아홉))"
        r"\s?시(?!간|속|즌|리즈|도|민|위|장|청|립|내|가지|범|설|작|험|상|절)(?:\s?[0-5]?\d분|\s?반)?)"
    ),
    r"(?P<fraction>(?:\d+|[이삼사오육칠팔구십])분의\s?(?:\d+|[일이삼사오육칠팔구]))",
    r"(?P<quarter>[1-4](?:/4)?\s?분기)",
    r"(?P<article>(?<=헌법 |약법 |조약 |협정 |규약 )\d+조|(?<=[가-힣][법령] )\d+조)",
    r"(?P<entity>&#\d+;)",
    r"(?P<slash>(?<![\d/])[1-9]/(?:[2-9]|10)(?![\d/]))",
    r"(?P<tenths>(?<![\d.])\d할(?:\s?\d푼)?(?:\s?\d리)?)",
    r"(?P<name>\d(?=자\s?(?:회담|회의|협의))|(?<=코로나)19|(?<=코로나-)19)",
    rf"(?P<number>(?:{_WORD}제\s?|(?:US)?[$€£¥₩]\s?)?{_NUMBER})",
    rf"(?P<weekday>[{_WEEKDAYS}]요일|\([{_WEEKDAYS}]\))",
    rf"(?P<vague>{_WORD}수[십백천]?[십백천만억조](?=여| |,|명|개|건|가지|년|곳|번|차례|대|달러|원|권|마리|톤|배|에|의|㎞|km|m))",
    rf"(?P<rough>{_WORD}(?:{'|'.join(_ROUGH)})(?=\s?{_COUNTER}))",
    rf"(?P<ordinal>{_WORD}(?:첫\s?번?째|첫(?= )|(?:{_NATIVE})\s?번?째))",
    rf"(?P<native>{_WORD}(?!열대|열장|열차|열원|열병|한대|한편|한해|세대|세배|세주|세벌)(?:{_NATIVE})(?=\s?{_COUNTER}))",
    # One numeral alone makes other words with a counter: 조건, 천장, 만개.
    (
        rf"(?P<sino>{_WORD}(?<!몇 )(?:[일이삼사오육칠팔구]?[십백천만억조]){{2,}}(?=여?\s?{_COUNTER})"
        rf"|{_WORD}(?<!몇 )[이삼사오육칠팔구][십백천](?=여?\s?{_COUNTER})|{_WORD}(?<!몇 )[백천만](?= {_COUNTER})"
        rf"|{_WORD}(?<!몇 )[십백천][만억](?= (?!다행|의외|뜻밖)[가-힣]))"
    ),
    rf"(?P<days>{_WORD}(?:{'|'.join(_DAYS)})(?=[ 간를만동에가이씩도나,.째전뒤후]))",
    rf"(?P<half>{'|'.join(_HALVES)})",
    r"(?P<week>일주일)",
)
_TOKEN: Final = re.compile("|".join(_READ))
_FIRST_WORDS: Final = (
    r"제(?=\s?\d)|첫(?=[ 번째\s])|수[십백천만억조]|[일이삼사오육칠팔구](?=[십백천만억조])"
    r"|[십백천만억조](?=[일이삼사오육칠팔구십백천만억조 ])"
    rf"|{any_of((*_ROUGH, *_DAYS))}|{any_of((*_TENS, *_ONES))}"
)
_BEGIN: Final = beginning(
    rf"\d$€£¥₩'’‘&U({_WEEKDAYS}일이삼사오육칠팔구십백천만억조제첫수절반"
    + "".join(word[0] for word in (*_HALVES_OF_DAY, *_ROUGH, *_DAYS, *_TENS, *_ONES)),
    rf"[\d$€£¥₩]|['’‘]\d|&#|US[$€£¥₩]|\([{_WEEKDAYS}]\)|[{_WEEKDAYS}]요일|[이삼사오육칠팔구십]분의"
    rf"|절반|반년|반세기|일주일|{any_of(_HALVES_OF_DAY)}(?:\s?\d|\s[가-힣])|{_WORD}(?:{_FIRST_WORDS})",
)
"""Where something of `_READ` may begin."""


def _names(*, latin: bool) -> str:
    """A pattern for the names of units and currencies that end with a Latin letter, or the others."""
    names = (*KOREAN_UNITS, *KOREAN_CURRENCIES)
    return any_of(name for name in names if name[-1].isascii() == latin)


_NAMES: Final = rf"{_names(latin=False)}|{_names(latin=True)}(?![A-Za-z])"  # m² before m
_LASTS: Final = r"\s?(?:동안|만에|후(?:에|\s)|뒤|전(?:에|부터|의|까지|\s|,|$)|앞둔|앞두|째)"
_AFTER: Final = re.compile(
    r"(?:여|몇)?\s?(?:"
    r"(?P<percent>%\s?(?:포인트|[pP](?![a-z]))?|％|퍼센트(?:\s?포인트)?|프로(?![가-힣]{2})|포인트)"
    rf"|(?P<year>년)(?!간|여|{_LASTS}|\s?(?:이상|가까이|가량|정도|반(?![가-힣])))"
    r"|(?P<month>월)(?!요일)"
    rf"|(?P<day>일)(?!간|{_LASTS})"
    r"|(?P<rank>세기|번째|째|위(?!안|성)|등(?!급)|등급|차례|차|회|호|기|급|단계|항|세대|선|라운드)"
    rf"|(?:미국?\s?)?(?P<unit>{_NAMES})(?P<half>\s?반(?![가-힣]))?)"
)
_PLAIN: Final = re.compile(
    r"(?<![가-힣-])\d{1,3}(?:,\d{3})*(?=[가-힣])"
    r"(?![십백천만억조경여몇퍼프포년월일세번째위등차회호기급단항선라미시분할자]"
    rf"|{any_of(name for name in (*KOREAN_UNITS, *KOREAN_CURRENCIES) if '가' <= name[0] <= '힣')})"
)
"""A figure with a counter that has no meaning here, 72건: what all the patterns would find, sooner."""
_LEADING: Final = re.compile(_D)


def read_korean(text: str) -> list[Quantity]:
    """Every quantity of the sentence, in its order."""
    found: list[Quantity] = []
    position = 0
    while at := _BEGIN.search(text, position):
        position = at.start()
        if plain := _PLAIN.match(text, position):
            value = Decimal(plain.group().replace(",", ""))
            found.append(Quantity(Kind.NUMBER, value, plain.span()))
            position = plain.end()
        elif match := _TOKEN.match(text, position):
            read = list(_READERS[match.lastgroup or ""](match))
            found += read
            position = read[-1].span[1] if read else match.end()
        else:
            position += 1
    return with_shared_units(text, found)


def _number(match: re.Match[str]) -> Iterator[Quantity]:
    """A number with what it counts; 제 makes it an ordinal, and 제3조 an article, not trillions."""
    written = match.group()
    if written.isdecimal():  # nearly always
        yield _with_unit(match.string, Decimal(written), 1, match.span())
        return
    leading = next(_LEADING.finditer(written))
    first = _plain(leading)
    if written[0] == "제":
        yield Quantity(Kind.ORDINAL, first, (match.start(), match.start() + leading.end()))
        return
    value, end = first, match.start() + leading.end()
    if leading.end() < len(written):
        try:
            value = parse_number(written[leading.start() :].replace("여", ""))
            end = match.end()
        except ValueError:  # 2조억: as far as it is a number
            pass
    scale = int(value / first) if first and not re.search(r"\D\d", written[leading.end() :]) else 1
    span = (match.start(), end)
    if sign := SIGNS.get(written.removeprefix("US")[0]):
        yield Quantity(Kind.MONEY, value, span, sign, scale)
    else:
        yield _with_unit(match.string, value, scale, span)


def _plain(digits: re.Match[str]) -> Decimal:
    return Decimal(digits.group().replace(",", ""))


def _with_unit(text: str, value: Decimal, scale: int, span: tuple[int, int]) -> Quantity:
    after = _AFTER.match(text, span[1])
    if after is None:
        return Quantity(Kind.NUMBER, value, span, scale=scale)
    said, whole = after.lastgroup, (span[0], after.end())
    if said == "percent":
        return Quantity(Kind.PERCENT, value, whole)
    if said == "rank":
        return Quantity(Kind.ORDINAL, value, whole)
    if said == "month":
        return Quantity(Kind.MONTH if _is_whole(value, 1, 12) else Kind.NUMBER, value, whole)
    if said == "year" and _is_whole(value, 1000, 2199):
        return Quantity(Kind.YEAR, value, whole)
    if said == "day" and _is_whole(value, 1, 31):
        return Quantity(Kind.DAY, value, whole)
    if said == "half":
        value += Decimal("0.5")
    name = after["unit"] or after["year"] or after["day"]
    if currency := KOREAN_CURRENCIES.get(name):
        return Quantity(Kind.MONEY, value, whole, currency, scale)
    return Quantity(Kind.MEASURE, value, whole, KOREAN_UNITS[name], scale)


def _is_whole(value: Decimal, least: int, most: int) -> bool:
    return least <= value <= most and value == value.to_integral_value()


def _date(match: re.Match[str]) -> Iterator[Quantity]:
    kinds = (Kind.YEAR, Kind.MONTH, Kind.DAY)
    for kind, part in zip(kinds, re.finditer(r"\d+", match.group()), strict=True):
        yield _at(match, part, kind)


def _stamp(match: re.Match[str]) -> Iterator[Quantity]:
    year, month = re.finditer(r"\d+", match.group())
    yield _at(match, year, Kind.YEAR, soft=True)
    yield _at(match, month, Kind.MONTH, soft=True)


def _name(match: re.Match[str]) -> Iterator[Quantity]:
    """6자 회담 and 코로나19 are names, which English shortens to "the talks" and "the pandemic"."""
    yield Quantity(Kind.NUMBER, Decimal(match.group()), match.span(), soft=True)


def _short_year(match: re.Match[str]) -> Iterator[Quantity]:
    yield Quantity(Kind.YEAR, Decimal(match.group()[1:]), match.span())


def _memorial(match: re.Match[str]) -> Iterator[Quantity]:
    """9·11 and 5·18 are days, but for 6·25, the Korean War; what is no day is two numbers."""
    month, day = re.finditer(r"\d+", match.group())
    is_day = 1 <= int(month.group()) <= 12 and 1 <= int(day.group()) <= 31
    kinds = (Kind.MONTH, Kind.DAY) if is_day else (Kind.NUMBER, Kind.NUMBER)
    is_war = (month.group(), day.group()) == ("6", "25")
    yield _at(match, month, kinds[0], soft=is_war)
    yield _at(match, day, kinds[1], soft=is_war)


def _at(match: re.Match[str], part: re.Match[str], kind: Kind, *, soft: bool = False) -> Quantity:
    span = (match.start() + part.start(), match.start() + part.end())
    return Quantity(kind, Decimal(part.group()), span, soft=soft)


def _clock(match: re.Match[str]) -> Iterator[Quantity]:
    hour, minute = re.findall(r"\d+", match.group())
    yield _time(match, int(hour), int(minute))


def _hour(match: re.Match[str]) -> Iterator[Quantity]:
    before, _, after = match.group().partition("시")
    word = before.removeprefix(_half(before)).strip()
    minutes = re.search(r"\d+", after)
    minute = int(minutes.group()) if minutes else 30 if "반" in after else 0
    yield _time(match, int(word) if word.isdigit() else _native_value(word), minute)


def _time(match: re.Match[str], hour: int, minute: int) -> Quantity:
    """A time of day; an hour up to 12 without 오전 or 오후 may be in either half."""
    half = _half(match.group())
    open_half = not half and 1 <= hour <= 12
    hours = hour_of_day(hour, half or None) % 24
    return Quantity(Kind.TIME, Decimal(hours * 60 + minute), match.span(), "12" * open_half)


def _half(said: str) -> str:
    return next((half for half in _HALVES_OF_DAY if said.startswith(half)), "")


def _fraction(match: re.Match[str]) -> Iterator[Quantity]:
    below, above = (_sino_digit(part) for part in re.split(r"분의\s?", match.group()))
    value = above / below if below else above
    yield Quantity(Kind.NUMBER, value, match.span())


def _slash(match: re.Match[str]) -> Iterator[Quantity]:
    above, below = map(Decimal, match.group().split("/"))
    yield Quantity(Kind.NUMBER, above / below, match.span())


def _sino_digit(word: str) -> Decimal:
    return Decimal(word) if word.isdigit() else parse_number(word)


def _article(match: re.Match[str]) -> Iterator[Quantity]:
    """헌법 9조 is an article, not nine trillion."""
    yield Quantity(Kind.ORDINAL, Decimal(match.group()[:-1]), match.span())


def _entity(match: re.Match[str]) -> Iterator[Quantity]:
    """A character reference, whose number is no text."""
    yield from ()


def _quarter(match: re.Match[str]) -> Iterator[Quantity]:
    yield Quantity(Kind.ORDINAL, Decimal(match.group()[0]), match.span())


def _tenths(match: re.Match[str]) -> Iterator[Quantity]:
    """A batting average, 2할6푼8리 for .268, or so many tenths, 3할 for 30 %."""
    said = match.group()
    places = {name: re.search(rf"(\d){name}", said) for name in "할푼리"}
    digits = "".join(place[1] if place else "0" for place in places.values())
    if said.endswith("할"):
        yield Quantity(Kind.PERCENT, Decimal(digits) / 10, match.span())
    else:
        yield Quantity(Kind.NUMBER, Decimal(f"0.{digits}"), match.span())


def _weekday(match: re.Match[str]) -> Iterator[Quantity]:
    day = _WEEKDAYS.index(match.group().strip("()")[0]) + 1
    yield Quantity(Kind.WEEKDAY, Decimal(day), match.span())


def _vague(match: re.Match[str]) -> Iterator[Quantity]:
    power = sum(_POWERS[name] for name in match.group()[1:])
    yield Quantity(Kind.VAGUE, Decimal(10**power), match.span(), soft=True)


def _rough(match: re.Match[str]) -> Iterator[Quantity]:
    yield Quantity(Kind.NUMBER, Decimal(_ROUGH[match.group()]), match.span(), soft=True)


def _ordinal(match: re.Match[str]) -> Iterator[Quantity]:
    word = re.sub(r"\s?번?째?$", "", match.group())
    value = 1 if word == "첫" else _native_value(word)
    yield Quantity(Kind.ORDINAL, Decimal(value), match.span(), soft=value <= _SMALL)


def _native(match: re.Match[str]) -> Iterator[Quantity]:
    value = Decimal(_native_value(match.group()))
    yield _in_words(match, value, soft=value <= _SMALL)


def _native_value(word: str) -> int:
    if word in _ONES:
        return _ONES[word]
    tens = next(name for name in _TENS if word.startswith(name))
    return _TENS[tens] + _ONES.get(word.removeprefix(tens), 0)


def _sino(match: re.Match[str]) -> Iterator[Quantity]:
    try:
        value = parse_number(match.group())
    except ValueError:  # 백만백만: numerals, but no number
        return
    yield _in_words(match, value, soft=False)


def _in_words(match: re.Match[str], value: Decimal, *, soft: bool) -> Quantity:
    return _with_unit(match.string, value, 1, match.span())._replace(soft=soft)


def _days(match: re.Match[str]) -> Iterator[Quantity]:
    yield Quantity(Kind.MEASURE, Decimal(_DAYS[match.group()]), match.span(), "day", soft=True)


def _half_of(match: re.Match[str]) -> Iterator[Quantity]:
    unit = _HALVES[match.group()]
    kind = Kind.MEASURE if unit else Kind.NUMBER
    yield Quantity(kind, Decimal("0.5"), match.span(), unit, soft=True)


def _week(match: re.Match[str]) -> Iterator[Quantity]:
    yield Quantity(Kind.MEASURE, Decimal(1), match.span(), "week", soft=True)


_READERS: Final[dict[str, Callable[[re.Match[str]], Iterator[Quantity]]]] = {
    "date": _date,
    "stamp": _stamp,
    "name": _name,
    "short_year": _short_year,
    "memorial": _memorial,
    "clock": _clock,
    "hour": _hour,
    "fraction": _fraction,
    "quarter": _quarter,
    "article": _article,
    "entity": _entity,
    "slash": _slash,
    "tenths": _tenths,
    "number": _number,
    "weekday": _weekday,
    "vague": _vague,
    "rough": _rough,
    "ordinal": _ordinal,
    "native": _native,
    "sino": _sino,
    "days": _days,
    "half": _half_of,
    "week": _week,
}
