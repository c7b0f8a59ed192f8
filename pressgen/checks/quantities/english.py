"""The quantities of an English sentence: figures and spelt-out numbers, as newspapers write them.

After the AP Stylebook ("numerals", "months", "times", "ages", "decades", "dimensions"), and what
translators and machines write besides.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pressgen.checks.quantities.quantity import Kind, Quantity
from pressgen.checks.quantities.ranges import with_shared_units
from pressgen.checks.quantities.scanning import any_of, beginning, in_small_letters, words_in
from pressgen.checks.quantities.units import ENGLISH_CURRENCIES, ENGLISH_UNITS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_UNIT_WORDS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TEN_WORDS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS: Final = _UNIT_WORDS.split()
_TENS: Final = _TEN_WORDS.split()
_CARDINALS: Final = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * tens for tens, word in enumerate(_TENS, start=2)
}
_ORDINAL_WORDS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_ORDINALS: Final = {word: value for value, word in enumerate(_ORDINAL_WORDS.split(), start=1)} | {
    f"{word[:-1]}ieth": 10 * tens for tens, word in enumerate(_TENS, start=2)
}
_SCALES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
_SHORT_SCALES: Final = {"k": 1000, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_TIMES: Final = {
    **dict.fromkeys(("once", "single"), 1),
    **dict.fromkeys(
        ("twice", "both", "couple", "pair", "double", "doubled", "doubling", "doubles"), 2
    ),
    **dict.fromkeys(("twofold", "twin"), 2),
    **dict.fromkeys(("thrice", "triple", "tripled", "threefold", "trio"), 3),
    **dict.fromkeys(("quadruple", "quadrupled", "fourfold"), 4),
}
_AGES: Final = {f"{word[:-1]}ies": 10 * tens for tens, word in enumerate(_TENS, start=2)} | {
    **dict.fromkeys(("teen", "teens", "teenage", "teenager", "teenagers"), 10)
}
_PARTS: Final = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_ROMAN: Final = {
    "II": 2,
    "III": 3,
    "IV": 4,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "XI": 11,
    "XII": 12,
}
_MONTHS: Final = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SMALL: Final = 10
"""Numbers in words up to here are soft."""

_D: Final = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|(?<!\w)\.\d+"
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?=\s\d)))"
)
_MONTH_NAME: Final = re.compile(_MONTH)
_DIGITS: Final = re.compile(r"\d+")
_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_ZONE: Final = r"(?:GMT|UTC|ET|EDT|EST|PT|PDT|PST)"


def _any_of(words: Iterable[str]) -> str:
    """A pattern for the words, the longest first, in capitals or not."""
    return f"(?i:{any_of(words)})"


_WORDS: Final = _any_of((*_CARDINALS, *_SCALES))
_SCALE_WORDS: Final = _any_of(_SCALES)
_PART: Final = _any_of(_PARTS)
_JOINED: Final = r"(?:[\s-]|(?<=hundred)\sand\s|(?<=thousand)\sand\s|(?<=million)\sand\s)"
_READ: Final = (
    r"(?P<no_number>\+82(?=[\s\-]?\d)|&#\d+;|\b(?:9[\s-]to[\s-]5|24/7)\b)",
    r"(?P<iso>(?<!\d)(?:19|20)\d\d[.\-/]\s?(?:1[0-2]|0?[1-9])[.\-/]\s?(?:3[01]|[12]\d|0?[1-9])(?!\d))",
    r"(?P<short_year>['’‘]\d\d(?:s\b|(?![\w'’])))",
    r"(?P<memorial>(?<![\d.,/])9[/.]11(?![\d/]))",
    r"(?P<slash>(?<![\d/])[1-9]/(?:[2-9]|10)(?![\d/]))",
    rf"(?P<zoned>(?<![\d.,])(?:(?:[01]\d|2[0-4])[0-5]\d(?=\s(?:hours|{_ZONE}))|0\d[0-5]\d(?!\d)))",
    (
        r"(?P<clock>(?<![\d:.,])(?:1\d|2[0-4]|0?\d)(?::[0-5]\d)?\s?[aApP]\.?[mM]\b\.?"
        r"|(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])|\b(?i:noon|midnight)\b|(?<![\d:.,])(?:1[0-2]|\d)\so[’']clock\b)"
    ),
    (
        rf"(?P<month>(?:(?<![\d.,$]){_DAY}\s(?:of\s)?)?\b{_MONTH}(?!\w)"
        rf"(?:\s(?:the\s)?{_DAY}(?:\s?(?:[-–~]|to|and)\s?{_DAY}(?!\w))?(?![\w:%]|[,.]\d|\s?(?:{_SCALE_WORDS}|percent|people)))?)"
    ),
    r"(?P<weekday>\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|\((?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?\))",
    r"(?P<decade>(?<![\d.,])\d{2,4}['’]?s\b)",
    rf"(?P<ordinal>(?<![\d.,])(?:{_D})(?:st|nd|rd|th)\b)",
    rf"(?P<figure>(?:(?:\bUS\$|[$€£¥₩])\s?)?(?:{_D}))",
    r"(?P<roman>\b(?:II|III|IV|VI|VII|VIII|IX|XI|XII)\b)",
    r"(?P<vague>\b(?i:(?:(?:tens|hundreds)\sof\s)?(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions))\b)",
    rf"(?P<half>\b(?i:half)\b(?:[\s-](?:an?[\s-])?{_SCALE_WORDS}\b)?)",
    (
        rf"(?P<part>\b(?:{_any_of(_UNITS[2:10])}[\s-]{_PART}s|(?i:an?|one)[\s-]{_PART}(?=\s(?:of|to)\b)"
        rf"|(?i:one|three)-{_PART}|(?i:an?|one)\s(?i:quarter))\b)"
    ),
    rf"(?P<word_ordinal>\b(?:{_any_of(_TENS)}-)?{_any_of(_ORDINALS)}\b)",
    r"(?P<and_half>\b(?i:an?|one)[\s-](?i:year|month|week|day|hour|mile)[\s-]and[\s-]a[\s-]half\b)",
    rf"(?P<words>\b(?:(?i:an?)[\s-](?={_SCALE_WORDS}\b))?{_WORDS}(?:{_JOINED}{_WORDS})*\b)",
    rf"(?P<fold>\b{_any_of(_UNITS[2:])}-?fold\b)",
    rf"(?P<times>\b{_any_of(_TIMES)}\b)",
    r"(?P<age>\b(?i:an?\s(?:decade|century|fortnight))\b)",
    rf"(?P<tens>\b{_any_of(_AGES)}\b)",
)
_TOKEN: Final = re.compile("|".join(_READ))
_DAYS: Final = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_FIRST_WORDS: Final = (
    *("noon", "midnight", "half"),
    *(f"{day}day{s}" for day in _DAYS for s in ("", "s")),
    *map(str.lower, _ROMAN),
    *("tens", "dozens", "scores", "hundreds"),
    *("thousands", "millions", "billions", "trillions"),
    *(*_CARDINALS, *_SCALES, *_ORDINALS, *_TIMES, *_AGES),
)
_BEHIND_AN: Final = (
    *(*_SCALES, *_PARTS, "decade", "century", "fortnight"),
    *("year", "month", "week", "day", "hour", "mile"),
)
_MONTH_WORDS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_SHORT_MONTHS: Final = (*map(str.lower, _MONTHS), "sept")
_FIGURES: Final = r"[\d$€£¥₩]|[.'’‘+]\d|&#"
_BEGIN: Final = beginning(
    r"\d$€£¥₩.'’‘+&(a-fh-jm-qs-xz",
    rf"{_FIGURES}|us\$|\((?:mon|tue|wed|thu|fri|sat|sun)"
    rf"|\b(?:{any_of(_FIRST_WORDS)}(?:\b|-?fold)|an?[\s-]{any_of(_BEHIND_AN)}"
    rf"|{any_of(_MONTH_WORDS)}\b|{any_of(_SHORT_MONTHS)}[.\s])",
)
"""Where something of `_READ` may begin, in small letters."""
_BEGIN_FIGURES: Final = beginning(r"\d$€£¥₩.'’‘+&", _FIGURES)
"""Where it may in a text that has none of `_NUMBER_WORDS`."""
_NUMBER_WORDS: Final = frozenset(
    (
        *(*_FIRST_WORDS, *(f"{unit}fold" for unit in _UNITS)),
        *(*_BEHIND_AN[:-6], *_MONTH_WORDS, *_SHORT_MONTHS),
        *("us", "tue", "tues", "wed", "thu", "thur", "thurs"),
        *("mon", "fri", "sat", "sun"),
    )
)


def _names(*, words: bool) -> str:
    """A pattern for the names of units and currencies: those that are words, or those that are signs."""
    names = (*ENGLISH_UNITS, *ENGLISH_CURRENCIES)
    chosen = any_of(name.replace("-", " ") for name in names if name[-1].isalnum() == words)
    return chosen.replace(r"\ ", r"[\s-]")


_NAMES: Final = rf"{_names(words=True)}(?![\w²])|{_names(words=False)}"
_SCALE: Final = re.compile(rf"[\s-]?({_SCALE_WORDS})\b")
_SHORT_SCALE: Final = re.compile(rf"\s?({_any_of(_SHORT_SCALES)})\b")
_AND_A_HALF: Final = re.compile(r"[\s-]and[\s-](?:a|one)[\s-]half\b")
_AFTER: Final = re.compile(
    r"[\s-]?(?:(?P<percent>%(?:\spoints?)?|(?i:per\s?cent(?:age[\s-]points?)?|pct|percentile)\b)"
    r"|(?P<points>(?i:points?)\b)"
    rf"|(?:an?\s)?(?:(?i:more|full|consecutive|straight|additional)\s)?(?P<unit>(?i:{_NAMES})))"
)
_PLAIN: Final = re.compile(
    r"(?:(?P<figures>\d{1,3}(?:,\d{3})*)|(?P<year>(?:1[0-9]|2[01])\d\d))"
    r"(?:(?=\s(?P<word>[A-Za-z]+)(?!\w))|(?=[.,;:)”]?\Z|[,;:)”]\s))"
)
_BEHIND_FIGURES: Final = frozenset(
    (
        *(re.split("[^a-z]", name)[0] for name in (*ENGLISH_UNITS, *ENGLISH_CURRENCIES)),
        *(*_SCALES, *_SHORT_SCALES, *_MONTH_WORDS, *_SHORT_MONTHS, "of", "to", "and", "or"),
        *("a", "p", "am", "pm", "an", "o", "more", "full", "consecutive", "straight", "additional"),
        *("per", "percent", "percentage", "pct", "percentile", "point", "points"),
        *("hours", *_ZONE[3:-1].lower().split("|")),
    )
)
"""Words behind a figure that may belong to it, be it as the first of several."""
_ENDS: Final = frozenset(("", ".", ",", ";", ":", ")", "”"))
"""What no million and no unit begins with."""


_LARGEST_DONG: Final = 100
"""Yeoksam 1-dong is a neighborhood, as romanization writes it (국어의 로마자 표기법, 제3장 제5항: a hyphen before
the unit of an administrative district); no price in Vietnamese dong is so low."""
_LIKE_ASCII = str.maketrans("İıſ\u212a", "IisK")
"""What `re` takes for the letter of ASCII where capitals don't count; no table of ours has them."""


def read_english(text: str) -> list[Quantity]:
    """Every quantity of the sentence, in its order."""
    found: list[Quantity] = []
    text = text if text.isascii() else text.translate(_LIKE_ASCII)
    folded = in_small_letters(text)
    begin = _BEGIN_FIGURES if _NUMBER_WORDS.isdisjoint(words_in(text)) else _BEGIN
    position = 0
    while at := begin.search(folded, position):
        position = at.start()
        if plain := _plain(text, position):
            found.append(plain)
            position = plain.span[1]
        elif match := _TOKEN.match(text, position):
            read = list(_READERS[match.lastgroup or ""](match))
            found += read
            position = read[-1].span[1] if read else match.end()
        else:
            position += 1
    return with_shared_units(text, found)


def _plain(text: str, position: int) -> Quantity | None:
    """The figure that begins there, if what follows is no part of it: what all the patterns would find,
    sooner."""
    match = _PLAIN.match(text, position)
    if match is None:
        return None
    figures, year, word = match.groups()
    if word is not None and word.lower() in _BEHIND_FIGURES:
        return None
    if year is None:
        return Quantity(Kind.NUMBER, Decimal(figures.replace(",", "")), match.span())
    return Quantity(Kind.YEAR, Decimal(year), match.span())


def _figure(match: re.Match[str]) -> Iterator[Quantity]:
    """A number in figures with its sign, its million and its unit: $1.2 million, 10,500 square feet."""
    written, text = match.group(), match.string
    sign = SIGNS.get(written.removeprefix("US")[0], "")
    digits = written.lstrip("US$€£¥₩ \t")
    start = match.start() + (0 if sign else len(written) - len(digits))
    value, end, scale = Decimal(digits.replace(",", "")), match.end(), 1
    if text[end : end + 1] not in _ENDS:
        short = _SHORT_SCALE.match(text, end) if sign else None
        if more := _SCALE.match(text, end) or short:
            word = more[1].lower()
            scale, end = _SCALES.get(word) or _SHORT_SCALES[word], more.end()
        if half := _AND_A_HALF.match(text, end):
            value, end = value + Decimal("0.5"), half.end()
    one = _with_unit(text, value * scale, scale, (start, end))
    if sign:
        one = Quantity(Kind.MONEY, one.value, (start, end), sign, scale)
    elif one.kind is Kind.NUMBER and len(digits) == 4 and scale == 1 and 1000 <= value < 2200:
        one = one._replace(kind=Kind.YEAR)
    yield one


def _with_unit(text: str, value: Decimal, scale: int, span: tuple[int, int]) -> Quantity:
    after = None if text[span[1] : span[1] + 1] in _ENDS else _AFTER.match(text, span[1])
    if after is None:
        return Quantity(Kind.NUMBER, value, span, scale=scale)
    whole = (span[0], after.end())
    if after["unit"] is None:
        return Quantity(Kind.PERCENT, value, whole, "" if after["percent"] else "point", scale)
    name = re.sub(r"[\s-]", " ", after["unit"].lower())
    if name == "dong" and text[span[1]] == "-" and value < _LARGEST_DONG:
        return Quantity(Kind.NUMBER, value, span, scale=scale)
    if currency := ENGLISH_CURRENCIES.get(name):
        return Quantity(Kind.MONEY, value, whole, currency, scale)
    unit = ENGLISH_UNITS.get(name) or ENGLISH_UNITS[name.replace(" ", "-")]
    return Quantity(Kind.MEASURE, value, whole, unit, scale)


def _no_number(match: re.Match[str]) -> Iterator[Quantity]:
    """The country's code of a telephone number, which Korean leaves out, a character reference, idioms."""
    yield from ()


def _iso(match: re.Match[str]) -> Iterator[Quantity]:
    for kind, part in zip((Kind.YEAR, Kind.MONTH, Kind.DAY), _digits(match), strict=True):
        yield _at(match, part, kind)


def _memorial(match: re.Match[str]) -> Iterator[Quantity]:
    for kind, part in zip((Kind.MONTH, Kind.DAY), _digits(match), strict=True):
        yield _at(match, part, kind)


def _digits(match: re.Match[str]) -> Iterator[re.Match[str]]:
    return _DIGITS.finditer(match.group())


def _at(match: re.Match[str], part: re.Match[str], kind: Kind) -> Quantity:
    span = (match.start() + part.start(), match.start() + part.end())
    return Quantity(kind, Decimal(part.group()), span)


def _short_year(match: re.Match[str]) -> Iterator[Quantity]:
    yield Quantity(Kind.YEAR, Decimal(match.group()[1:3]), match.span())


def _slash(match: re.Match[str]) -> Iterator[Quantity]:
    above, below = map(Decimal, match.group().split("/"))
    yield _with_unit(match.string, above / below, 1, match.span())


def _zoned(match: re.Match[str]) -> Iterator[Quantity]:
    """2100 GMT: in another zone than the Korean has, most likely, so soft."""
    value = int(match.group()[:2]) * 60 + int(match.group()[2:])
    yield Quantity(Kind.TIME, Decimal(value), match.span(), soft=True)


def _clock(match: re.Match[str]) -> Iterator[Quantity]:
    said = match.group().lower()
    in_brackets = re.compile(rf"\s{_ZONE}\)").match(match.string, match.end()) is not None
    if said in ("noon", "midnight"):
        yield Quantity(Kind.TIME, Decimal(720 if said == "noon" else 0), match.span(), soft=True)
        return
    hour, minute = (*map(int, re.findall(r"\d+", said)), 0)[:2]
    half = re.search("[ap](?=.?m)", said)
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half.group() == "p")
    value = Decimal(hour % 24 * 60 + minute)
    unit = "" if half or hour > 12 else "12"
    yield Quantity(Kind.TIME, value, match.span(), unit, soft=in_brackets)


def _month(match: re.Match[str]) -> Iterator[Quantity]:
    """A month with its days: Aug. 8-24, 24 July. May and March by themselves may be other words."""
    # In the whole text: what stands behind Oct, the year of Oct 2025, says that it is a month.
    name = next(_MONTH_NAME.finditer(match.string, match.start()))
    days = [_at(match, part, Kind.DAY) for part in _digits(match)]
    number = _MONTHS.index(name.group()[:3]) + 1
    soft = not days and name.group() in ("May", "March")
    month = Quantity(Kind.MONTH, Decimal(number), name.span(), soft=soft)
    yield from sorted([*days, month], key=lambda one: one.span)


def _weekday(match: re.Match[str]) -> Iterator[Quantity]:
    number = _WEEKDAYS.index(match.group().strip("(")[:3]) + 1
    yield Quantity(Kind.WEEKDAY, Decimal(number), match.span())


def _decade(match: re.Match[str]) -> Iterator[Quantity]:
    value = Decimal(re.sub(r"\D", "", match.group()))
    kind = Kind.YEAR if 1000 <= value < 2200 else Kind.NUMBER
    yield Quantity(kind, value, match.span())


def _ordinal(match: re.Match[str]) -> Iterator[Quantity]:
    value = Decimal(match.group()[:-2].replace(",", ""))
    yield Quantity(Kind.ORDINAL, value, match.span())


def _roman(match: re.Match[str]) -> Iterator[Quantity]:
    """World War II is 2차 세계대전."""
    yield Quantity(Kind.ORDINAL, Decimal(_ROMAN[match.group()]), match.span(), soft=True)


def _vague(match: re.Match[str]) -> Iterator[Quantity]:
    *tens, name = match.group().lower().split(" of ")
    power = {"tens": 10, "dozens": 10, "scores": 10}.get(name) or _SCALES[name[:-1]]
    more = {"tens": 10, "hundreds": 100}[tens[0]] if tens else 1
    yield Quantity(Kind.VAGUE, Decimal(power * more), match.span(), soft=True)


def _half(match: re.Match[str]) -> Iterator[Quantity]:
    scale = _SCALES.get(re.split(r"[\s-]", match.group().lower())[-1], 1)
    one = _with_unit(match.string, Decimal("0.5") * scale, scale, match.span())
    yield one._replace(soft=scale == 1)


def _part(match: re.Match[str]) -> Iterator[Quantity]:
    above, below = re.split(r"[\s-]", match.group().lower())
    number = _CARDINALS.get(above, 1)
    value = Decimal(number) / _PARTS[below.removesuffix("s")]
    yield _with_unit(match.string, value, 1, match.span())._replace(soft=number == 1)


def _word_ordinal(match: re.Match[str]) -> Iterator[Quantity]:
    tens, _, word = match.group().lower().rpartition("-")
    value = _CARDINALS.get(tens, 0) + _ORDINALS[word]
    yield Quantity(Kind.ORDINAL, Decimal(value), match.span(), soft=value <= _SMALL)


def _words(match: re.Match[str]) -> Iterator[Quantity]:
    """Spelt-out numbers; "six two-man teams" are two, and only the last can have a unit."""
    for value, scale, start, end in _spelt(match.group().lower()):
        span = (match.start() + start, match.start() + end)
        one = _with_unit(match.string, value, scale, span)
        if half := _AND_A_HALF.match(match.string, span[1]):
            halves = value + Decimal("0.5")
            one = _with_unit(match.string, halves, scale, (span[0], half.end()))
        yield one._replace(soft=value <= _SMALL or value == _SCALES["dozen"])


def _spelt(said: str) -> list[tuple[Decimal, int, int, int]]:
    """Value, scale, start and end of each number in a run of number words."""
    numbers: list[tuple[Decimal, int, int, int]] = []
    total, section, scale, start, end = 0, -1, 1, 0, 0
    for word in re.finditer("[a-z]+", said):
        name = word.group()
        if name in ("a", "an", "and"):
            continue
        step = _SCALES.get(name)
        value = _CARDINALS.get(name, 0)
        fits = (
            section < 0
            or (section % 100 == 0 and section)
            or (section % 10 == 0 < section % 100 and value < 10)
        )
        if step is None and not fits:
            numbers.append((Decimal(total + section), scale, start, end))
            total, section, scale, start = 0, -1, 1, word.start()
        if step is None:
            section = max(section, 0) + value
        elif step < 1000:
            section = (1 if section < 0 else section) * step
        else:
            total, section = total + (1 if section < 0 else section) * step, -1
        scale = step or scale
        end = word.end()
    return [*numbers, (Decimal(total + max(section, 0)), scale, start, end)]


def _times(match: re.Match[str]) -> Iterator[Quantity]:
    yield Quantity(Kind.NUMBER, Decimal(_TIMES[match.group().lower()]), match.span(), soft=True)


def _fold(match: re.Match[str]) -> Iterator[Quantity]:
    word = match.group().lower().removesuffix("fold").rstrip("-")
    yield Quantity(Kind.NUMBER, Decimal(_CARDINALS[word]), match.span(), soft=True)


def _and_half(match: re.Match[str]) -> Iterator[Quantity]:
    unit = re.split(r"[\s-]", match.group().lower())[1]
    yield Quantity(Kind.MEASURE, Decimal("1.5"), match.span(), unit, soft=True)


def _tens(match: re.Match[str]) -> Iterator[Quantity]:
    """In her twenties, a teenager: 20대, 10대."""
    yield Quantity(Kind.NUMBER, Decimal(_AGES[match.group().lower()]), match.span(), soft=True)


def _age(match: re.Match[str]) -> Iterator[Quantity]:
    """A decade, a century; a fortnight is two weeks."""
    name = re.split(r"\s", match.group().lower())[1]
    number, unit = (2, "week") if name == "fortnight" else (1, name)
    yield Quantity(Kind.MEASURE, Decimal(number), match.span(), unit, soft=True)


_READERS: Final[dict[str, Callable[[re.Match[str]], Iterator[Quantity]]]] = {
    "no_number": _no_number,
    "iso": _iso,
    "short_year": _short_year,
    "memorial": _memorial,
    "slash": _slash,
    "zoned": _zoned,
    "clock": _clock,
    "month": _month,
    "weekday": _weekday,
    "decade": _decade,
    "ordinal": _ordinal,
    "figure": _figure,
    "roman": _roman,
    "vague": _vague,
    "half": _half,
    "part": _part,
    "word_ordinal": _word_ordinal,
    "words": _words,
    "times": _times,
    "age": _age,
    "fold": _fold,
    "and_half": _and_half,
    "tens": _tens,
}
