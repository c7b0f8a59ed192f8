"""Is what an engine gave back a translation at all? Whether it is a good one, people judge."""

import re

_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc]")
_ERROR = re.compile(r"(Error \d{3}) \([^)]*\)!!1")
_HTML = re.compile(r"<!doctype|</?(?:html|head|body)\b", re.IGNORECASE)
# Control characters, halves of surrogate pairs, the replacement character, and the noncharacters with
# which pressgen marks facts in running text: JSON can bring any of them.
_BROKEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]")
_BLOCKED = re.compile(
    r"unusual traffic"
    r"|solve the above captcha|enter the characters you see|g-recaptcha",
    re.IGNORECASE,
)
# MyMemory's, sent as if they were translations; in capitals, which tells them from a sentence.
_WARNING = re.compile(
    r"MYMEMORY WARNING|YOU USED ALL AVAILABLE FREE TRANSLATIONS"
    r"|QUERY LENGTH LIMIT EXCE|NO QUERY SPECIFIED|INVALID LANGUAGE PAIR"
    r"|IS AN INVALID (?:SOURCE|TARGET) LANGUAGE|PLEASE SELECT TWO DISTINCT LANGUAGES"
    r"|INVALID EMAIL PROVIDED"
)
_LOOP = 4
"""A phrase this often in a row is no sentence: models that are caught in a loop go on for ever."""
# Of one letter or of several signs: the zeros of 10,000,000 are no loop.
_KOREAN_LOOP = re.compile(rf"([^\W\d])\1{{{_LOOP - 1}}}|(\w{{2,}}?)\2{{{_LOOP - 1}}}")


def judge(source: str, english: str) -> str | None:
    """Return why `english` cannot be a translation of `source`, in Korean, or None if it can.

    Both are single texts; a source without Hangul may come back as it is.
    """
    return (
        no_answer(source, english)
        or _unreadable(english)
        or _untranslated(source, english)
        or _misshapen(source, english)
        or _looping(source, english)
    )


def no_answer(source: str, english: str) -> str | None:
    """Return why the reply to a request, of one text or many, is no answer at all, or None.

    A source that has the words of an error page in it, say on web pages, excuses them.
    """
    if not english.strip() or (_letters(source) and not any(map(str.isalnum, english))):
        return "빈 답이 돌아왔습니다"
    if blocked(english) and not blocked(source):
        return "번역 대신 자동 요청 차단 안내가 돌아왔습니다"
    if warning(english) and not warning(source):
        return "번역 대신 오류나 한도 초과 안내가 돌아왔습니다"
    code = error_code(english)
    if code and not error_code(source):
        return f"번역 대신 오류 페이지가 돌아왔습니다({code})"
    if _HTML.search(english) and not _HTML.search(source):
        return "번역 대신 웹페이지가 돌아왔습니다"
    return None


def blocked(page: str) -> bool:
    """Return whether a page or text asks for a proof of being human."""
    return _BLOCKED.search(page) is not None


def warning(text: str) -> bool:
    """Return whether a text is a warning, of a quota used up or a mistake in a request."""
    return _WARNING.search(text) is not None


def error_code(page: str) -> str | None:
    """Return what one of Google's error pages calls itself ("Error 500"), or None."""
    found = _ERROR.search(page)
    return found[1] if found else None


def _unreadable(english: str) -> str | None:
    if len(english.splitlines()) > 1:
        return "한 문장이 여러 줄로 돌아왔습니다"
    if _BROKEN.search(english):
        return "글자가 깨져 돌아왔습니다"
    return None


def _untranslated(source: str, english: str) -> str | None:
    hangul = len(_HANGUL.findall(english))
    if hangul and english.split() == source.split():
        return "한국어가 번역되지 않은 채 돌아왔습니다"
    if 3 * hangul > _letters(english):
        return "한국어가 거의 그대로 돌아왔습니다"
    return None


def _misshapen(source: str, english: str) -> str | None:
    """Look for a length that no translation has: English takes two or three letters a syllable.

    The bounds are wide, because an abbreviation may come back in full (산자부: Ministry of Trade,
    Industry and Energy).
    """
    if len(english) > 80 + 8 * len(source):
        return "원문에 비해 너무 긴 답이 돌아왔습니다"
    syllables = len(_HANGUL.findall(source))
    if syllables >= 12 and 2 * len(english) < syllables:
        return "원문에 비해 너무 짧은 답이 돌아왔습니다"
    return None


def _looping(source: str, english: str) -> str | None:
    """Look for words that come again and again in a row, where nothing in the source does.

    Figures don't count: a row of them is a telephone number or a score.
    """
    words = re.findall(r"\w+", english.casefold())
    for length in range(1, len(words) // _LOOP + 1):
        run = 0  # how many words in a row are the same as the one `length` before
        for place in range(length, len(words)):
            run = run + 1 if words[place] == words[place - length] else 0
            phrase = "".join(words[place - length : place])
            if run >= (_LOOP - 1) * length and _letters(phrase):
                signs = "".join(filter(str.isalnum, source))
                return None if _KOREAN_LOOP.search(signs) else "같은 말이 되풀이되어 돌아왔습니다"
    return None


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
