"""Patterns: sentences with their facts taken out, and their English filled in or learnt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressgen import english
from pressgen.facts import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pressgen.translation.forms import Form

_SLOT = re.compile(r"\{([^{}:]+)(?::(bare|a))?\}")
_CLOSING = re.compile(r"([.?!…]?)([”’\"')\]]*)$")
_PRONOUN = re.compile(r"\b(?:he|she|his|her|hers|him|himself|herself)\b", re.IGNORECASE)


def slot_names(pattern: str) -> list[str]:
    """The names of the facts that a pattern has, each once."""
    return list(dict.fromkeys(match[1] for match in _SLOT.finditer(pattern)))


def fill(pattern: str, forms: Mapping[str, Form], *, full_stop: bool) -> str:
    """The English pattern with the forms of its facts set in.

    `{host}` brings its article, `{host:bare}` comes without, `{award:a}` with a or an by its sound.
    The sentence begins with a capital; with `full_stop` it ends with one, inside a closing quotation
    mark. Only names in `forms` are slots; other braces stay as they are.
    """
    result, position = "", 0
    for match in _SLOT.finditer(pattern):
        form = forms.get(match[1])
        if form is None or match.start() < position:
            continue
        result += pattern[position : match.start()]
        position = match.end()
        text = {"bare": form.bare, "a": english.indefinite(form.bare)}.get(
            match[2] or "", form.text
        )
        if form.is_free_text:
            following = re.match(r"([.,]?)([”’]*)([.,]?)", pattern[position:])
            text, used = _punctuated(text, following)
            position += used
        result += text
    result += pattern[position:]
    if full_stop:
        result = with_full_stop(result)
    return english.capitalized(result)


def _punctuated(text: str, following: re.Match[str] | None) -> tuple[str, int]:
    """Translated text with what the pattern puts behind it: “{quote}.” makes “… ‘residents.’”.

    Returns the text with the full stop or comma inside its own closing quotation marks, and how many
    characters of the pattern that used up.
    """
    core = _CLOSING.sub("", text)
    ending = _CLOSING.search(text)
    own, closers = (ending[1], ending[2]) if ending else ("", "")
    if following is None or not (following[1] or following[3]):
        return (text, 0) if following and following[2] else (core + own * (own != ".") + closers, 0)
    stop = following[1] or following[3]
    if own in ("?", "!", "…"):
        stop = own
    return core + stop + closers + following[2], following.end()


def with_full_stop(sentence: str) -> str:
    """The sentence with a full stop at its end, inside closing quotation marks (AP Stylebook)."""
    ending = _CLOSING.search(sentence)
    if ending is None or ending[1]:
        return sentence
    closers = ending[2]
    if closers.startswith((")", "]")):
        return f"{sentence}."
    return f"{sentence[: len(sentence) - len(closers)]}.{closers}"


def learn(
    answer: str, tokens: Mapping[str, str], slots: Mapping[str, Fact], source: str
) -> str | None:
    """The English pattern that an engine's answer makes, None if it may not become one.

    `tokens` maps each token that stood for a fact to the fact's name. Every token has to come back as
    often as it stood in `source` (the Korean with its tokens); a pronoun may hide a person's sex,
    which another person's sentence would then get wrong; a number that the Korean lacks is made up.
    """
    if not came_through(answer, tokens, source) or _PRONOUN.search(answer):
        return None
    if {*re.findall(r"\d+", answer)} - {*re.findall(r"\d+", source)}:
        return None
    pattern = answer.replace("{", "(").replace("}", ")")
    for token, name in tokens.items():
        pattern = re.sub(rf"\b[Aa]n? {token}(?![A-Za-z])", f"{{{name}:a}}", pattern)
        pattern = re.sub(rf"(?:\b[Tt]he )?(?<![A-Za-z]){token}(?![A-Za-z])", f"{{{name}}}", pattern)
    return pattern if set(slot_names(pattern)) == set(slots) else None


def came_through(answer: str, tokens: Iterable[str], source: str) -> bool:
    """Whether the answer has every token exactly as often as the source."""
    return all(count_token(answer, token) == count_token(source, token) for token in tokens)


def count_token(text: str, token: str) -> int:
    """How often a token stands in the text, not as part of a longer word of Latin letters."""
    return len(re.findall(rf"(?<![A-Za-z]){token}(?![A-Za-z])", text))
