"""Patterns: sentences with their facts taken out, and their English filled in or learnt."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pressgen import english
from pressgen.translation.titles import after_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pressgen.translation.form import Form

_SLOT = re.compile(r"\{([^{}:]+)(?::(bare|a|after))?\}")
_BRACES = re.compile(r"\{[^{}]*\}")
# What a pattern has behind a slot: a stop, closing quotation marks (not the apostrophe of {host}'s).
_BEHIND = re.compile(r"([.,]?)((?:[”’\"']+(?!\w))?)([.,]?)")
_ENDED = re.compile(r"[.?!…][”’\"')\]]*$")
_CLOSING_QUOTES = re.compile(r"[”’\"']*$")
_OWN_FULL_STOP = re.compile(r"(?<![?!…”’\"'])\.?([”’\"']*)$")
_FULL_STOP = re.compile(r"\.(?=$|[\s”’\"')\]])")
_PRONOUN = re.compile(r"\b(?:he|she|his|her|hers|him|himself|herself)\b", re.IGNORECASE)
# Behind these a name has no article of its own: its new chairman, Seoul’s Ministry.
_BEFORE = r"(?:(\b(?:the|an?|its|their|our|this|that|former|new)|[’']s) )?"


def slot_names(pattern: str) -> list[str]:
    """The names of the facts that a pattern has, each once."""
    return list(dict.fromkeys(match[1] for match in _SLOT.finditer(pattern)))


def stray_braces(pattern: str) -> list[str]:
    """What stands in braces and is no slot, such as {host:the}."""
    return [found for found in _BRACES.findall(pattern) if not _SLOT.fullmatch(found)]


def fill(pattern: str, forms: Mapping[str, Form], *, full_stop: bool) -> str:
    """The English pattern with the forms of its facts set in.

    `{host}` brings its article, `{host:bare}` comes without, `{award:a}` with a or an by its sound,
    `{title:after}` is a title behind a name, in lower case.
    The sentence begins with a capital; with `full_stop` it ends with one, inside a closing quotation
    mark.
    """
    result = put_in(pattern, forms)
    return english.capitalized(with_full_stop(result) if full_stop else result)


def put_in(pattern: str, forms: Mapping[str, Form]) -> str:
    """The forms in the place of their slots. Only names in `forms` are slots; other braces stay."""
    result, position = "", 0
    for slot in _slots(pattern):
        form = forms.get(slot.name)
        if form is None:
            continue
        text = _written(form, slot.style)
        end = slot.end
        if form.is_free_text and slot.behind:
            text, end = _punctuated(text, slot.behind), slot.behind.end()
        elif slot.has_full_stop and text.endswith("."):
            end += 1  # 3:30 p.m. and Co., Ltd. end the sentence with their own
        result += pattern[position : slot.start] + text
        position = end
    return result + pattern[position:]


class _Slot(NamedTuple):
    """A slot of a pattern, where it stands, and what the pattern has behind it."""

    name: str
    style: str | None
    start: int
    end: int
    behind: re.Match[str] | None
    has_full_stop: bool


@lru_cache(maxsize=1024)
def _slots(pattern: str) -> tuple[_Slot, ...]:
    """The slots of a pattern, which is filled in for one release after the other."""
    return tuple(
        _Slot(
            match[1],
            match[2],
            match.start(),
            match.end(),
            _BEHIND.match(pattern, match.end()),
            _FULL_STOP.match(pattern, match.end()) is not None,
        )
        for match in _SLOT.finditer(pattern)
    )


def _written(form: Form, style: str | None) -> str:
    if style == "bare":
        return form.bare
    if style == "a":
        return english.indefinite(form.bare)
    return after_name(form.bare) if style == "after" else form.text


def _punctuated(text: str, behind: re.Match[str]) -> str:
    """Translated text with what the pattern has behind it: “{quote}.” makes “… ‘residents.’”.

    The pattern's stop takes the place of the text's own full stop, inside the text's closing quotation
    marks. Where the pattern has none, the text keeps its own in a quotation only.
    """
    stop = behind[1] or behind[3]
    if stop == ".":
        text = with_full_stop(text)
    elif stop or not behind[2]:
        text = _OWN_FULL_STOP.sub(rf"{stop}\1", text, count=1)
    return text + behind[2]


def has_ended(sentence: str) -> bool:
    """Whether the sentence closes with a full stop or the like, closing marks not counted."""
    return bool(_ENDED.search(sentence))


def with_full_stop(sentence: str) -> str:
    """The sentence with a full stop at its end, inside closing quotation marks (AP Stylebook)."""
    if has_ended(sentence):
        return sentence
    return _CLOSING_QUOTES.sub(r".\g<0>", sentence, count=1)


def learn(answer: str, tokens: Mapping[str, str], source: str) -> str | None:
    """The English pattern that an engine's answer makes, None if it may not become one.

    `tokens` maps each token that stood for a fact to the fact's name. Every token has to come back as
    often as it stood in `source` (the Korean with its tokens); a pronoun may hide a person's sex,
    which another person's sentence would then get wrong; a number that the Korean lacks is made up.
    """
    if not came_through(answer, tokens, source) or has_pronoun(answer):
        return None
    if numbers_in(answer) - numbers_in(source):
        return None
    return with_slots(answer.replace("{", "(").replace("}", ")"), tokens)


def has_pronoun(text: str) -> bool:
    """Whether the English says he or she of somebody."""
    return bool(_PRONOUN.search(text))


def numbers_in(text: str) -> set[str]:
    """The numbers in figures."""
    return {*re.findall(r"\d+", text)}


def with_slots(answer: str, tokens: Mapping[str, str]) -> str:
    """The answer with slots for its tokens; "a" or "an" before one is the slot's, "the" the fact's own."""
    for token, name in tokens.items():

        def slot(match: re.Match[str], name: str = name) -> str:
            before = (match[1] or "").lower()
            if before in ("a", "an"):
                return f"{{{name}:a}}"
            return f"{{{name}}}" if before in ("", "the") else f"{match[1]} {{{name}:bare}}"

        answer = re.sub(f"{_BEFORE}{alone(token)}", slot, answer, flags=re.IGNORECASE)
    return answer


def freed(answer: str, tokens: Iterable[str]) -> str:
    """The answer with a blank between a token and a word stuck to it, such as its particle carried over.

    A single letter stays: QXAs is no longer the name that QXA stood for.
    """
    for token in tokens:
        stuck = f"(?<=[a-z])(?={token})|(?<={token})(?=[a-z]{{2}})"
        answer = re.sub(stuck, " ", answer)
    return answer


def came_through(answer: str, tokens: Iterable[str], source: str) -> bool:
    """Whether the answer has every token exactly as often as the source."""
    return all(count_token(answer, token) == count_token(source, token) for token in tokens)


def count_token(text: str, token: str) -> int:
    """How often a token stands in the text."""
    return len(re.findall(alone(token), text))


def alone(token: str) -> str:
    """The regular expression of a token that is no part of a longer word; Hangul may touch it."""
    return f"(?<![A-Za-z0-9_]){token}(?![A-Za-z0-9_])"
