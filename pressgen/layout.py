"""Release to Document: the order and the wording of a page, whatever format it is written in.

A layout is a template in `templates/layouts/`. It prints markers that begin a block, and values whose
language and origin stay known; the formats (formats/) turn the blocks into files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal
from unicodedata import normalize

from pressgen import english, korean
from pressgen.fact_types import FactType
from pressgen.facts import Fact
from pressgen.readable import Readable
from pressgen.story import Role
from pressgen.templating import Printable, render, view
from pressgen.translation.engines import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import jinja2

    from pressgen.event import Photo
    from pressgen.release import Release
    from pressgen.story import Translation

Language = Literal["ko", "en", "en-x-mtfrom-ko"]
"""BCP 47; the last is English that a machine made from Korean (private use, after the extension T
draft's "mtfrom")."""
BlockRole = Literal[
    "headline", "subheadline", "photo", "caption", "paragraph", "disclaimer", "byline"
]
PENDING_MARK = "[번역 대기]"
_BRACKET = re.compile(r"[(\uff08]")
"""Every pair of particles has one of these, narrow or wide."""


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one language. `sentence`: it is one of the story's, not the layout's own words.

    A pending one is Korean where English should stand.
    """

    text: str
    language: Language
    sentence: bool = False
    pending: bool = False

    @property
    def marked(self) -> str:
        """The text as a reader sees it without colours: pending Korean behind its mark."""
        return f"{PENDING_MARK} {self.text}" if self.pending else self.text


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the page. `photo` counts from 0 and is set where the block is a photo's."""

    role: BlockRole
    language: Literal["ko", "en"]
    spans: tuple[Span, ...]
    photo: int | None = None

    @property
    def text(self) -> str:
        return "".join([span.marked for span in self.spans])


@dataclass(frozen=True, slots=True)
class Document:
    """The page as its layout has it: blocks from top to bottom."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Begin(Printable):
    role: BlockRole
    language: Literal["ko", "en"]
    photo: int | None


@dataclass(frozen=True, slots=True)
class _Switch(Printable):
    language: Literal["ko", "en"]


@dataclass(frozen=True, slots=True)
class _Words(Printable):
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _PhotoView(Readable):
    """A photo as a layout sees it."""

    number: int
    caption: object
    credit: object
    english_caption: _Words | None
    english_credit: _Words | None


def lay_out(release: Release, environment: jinja2.Environment) -> Document:
    """The page of a release, in the release's layout.

    Raises PressgenError, with the template's file and line, where the layout can't be rendered.
    """
    template = f"layouts/{release.layout}.jinja"
    context = _context(release, environment)
    runs = render(lambda: environment.get_template(template).render(context), template)
    return Document(tuple(_blocks(runs)))


def _context(release: Release, environment: jinja2.Environment) -> dict[str, object]:
    outlet = release.outlet
    parts = {
        "outlet": outlet.name,
        "desk": outlet.desk,
        "region": outlet.region,
        "reporter": outlet.reporter,
    }
    in_korean: dict[str, object] = {name: view(fact, name) for name, fact in parts.items()}
    in_english: dict[str, object] = {
        name: fact and _english_fact(release, fact) for name, fact in parts.items()
    }
    for role in (Role.HEADLINE, Role.SUBHEADLINE):
        in_korean[role] = _one(_korean_words(p.korean) for p in release.korean.of(role))
        in_english[role] = _one(_english_words(p.translations) for p in release.english.of(role))
    body = (Role.LEAD, Role.BODY, Role.QUOTE)
    in_korean["paragraphs"] = [_korean_words(p.korean) for p in release.korean.of(*body)]
    in_english["paragraphs"] = [_english_words(p.translations) for p in release.english.of(*body)]
    return {
        "block": _begin,
        "ko": in_korean,
        "en": in_english,
        "photos": [_photo_view(release, *item) for item in enumerate(release.event.photos)],
        "disclaimer": _disclaimer(release.disclaimer, tuple(release.engines), environment),
    }


@lru_cache(maxsize=256)
def _begin(
    role: BlockRole, language: Literal["ko", "en"] = "ko", photo: int | None = None
) -> _Begin:
    return _Begin(role, language, photo)


def _one(words: Iterable[_Words]) -> _Words | None:
    return next(iter(words), None)


def _korean_words(text: str) -> _Words:
    return _Words((Span(text, "ko", sentence=True),))


def _english_words(translations: Iterable[Translation]) -> _Words:
    spans: list[Span] = []
    for one in translations:
        if spans:
            spans.append(Span(" ", "en"))
        if one.english is None:
            spans.append(Span(one.source.korean, "ko", sentence=True, pending=True))
        else:
            language: Language = "en-x-mtfrom-ko" if one.is_machine_made else "en"
            spans.append(Span(one.english, language, sentence=True))
    return _Words(tuple(spans))


def _english_fact(release: Release, fact: Fact) -> _Words:
    form = release.form(fact)
    if form is None:
        return _Words((Span(fact.korean, "ko", pending=True),))
    return _Words((Span(form.bare, "en-x-mtfrom-ko" if form.engine else "en"),))


def _photo_view(release: Release, number: int, photo: Photo) -> _PhotoView:
    caption = photo.caption.english
    return _PhotoView(
        number=number,
        caption=_korean_words(photo.caption.korean),
        credit=view(photo.credit, "credit"),
        english_caption=_Words((Span(caption, "en"),)) if caption else None,
        english_credit=_english_fact(release, photo.credit) if photo.credit else None,
    )


@lru_cache(maxsize=64)
def _disclaimer(
    name: str, engines: tuple[str, ...], environment: jinja2.Environment
) -> _Words | None:
    """The disclaimer, the same for all releases by these engines; None where no machine worked."""
    if not engines:
        return None
    known = [names(engine) for engine in engines]
    in_korean = Fact(
        name="engines",
        type=FactType.TERM,
        korean=", ".join(name.korean for name in known),
        reading=known[-1].reading or None,
    )
    in_english = _Words((Span(english.listed([name.english for name in known]), "en"),))
    context = {
        "language": _Switch,
        "engines": {"ko": view(in_korean, "engines"), "en": in_english},
        "only_google": engines == ("google",),
    }
    template = f"disclaimers/{name}.jinja"
    runs = render(lambda: environment.get_template(template).render(context), template)
    return _one(_Words(block.spans) for block in _blocks([_begin("disclaimer"), *runs]))


def _blocks(runs: Iterable[object]) -> Iterator[Block]:
    """The blocks that the runs make; what stands before the first marker is the template's white space."""
    begin: _Begin | None = None
    current = _SpanWriter("ko")
    for run in runs:
        if isinstance(run, _Begin):
            if begin and current.spans:
                yield from _block(begin, current.spans)
            begin, current = run, _SpanWriter(run.language)
        else:
            current.write(run)
    if begin:
        yield from _block(begin, current.spans)


def _block(begin: _Begin, spans: list[Span]) -> Iterator[Block]:
    if trimmed := _trimmed(spans):
        yield Block(begin.role, begin.language, trimmed, begin.photo)


@dataclass(slots=True)
class _SpanWriter:
    """Collects the spans of one block, and what they sound like, for the particles."""

    language: Literal["ko", "en"]
    spans: list[Span] = field(default_factory=list)
    aloud: list[str] = field(default_factory=list)

    def write(self, run: object) -> None:
        if isinstance(run, _Words):
            self.spans += run.spans
            self.aloud += [span.text for span in run.spans]
        elif isinstance(run, Fact):
            self.spans.append(Span(run.korean, "ko"))
            self.aloud.append(run.reading or run.korean)
        elif isinstance(run, _Switch):
            self.language = run.language
        else:
            self._write_own_words(str(run))

    def _write_own_words(self, text: str) -> None:
        span = _own_words(text, self.language)
        if self.language == "ko" and _BRACKET.search(text):
            resolved = korean.resolve_particles(span.text, before="".join(self.aloud))
            span = Span(resolved, "ko")
        self.spans.append(span)
        self.aloud.append(span.text)


@lru_cache(maxsize=1024)
def _own_words(text: str, language: Literal["ko", "en"]) -> Span:
    """The layout's own words, which all pages have in common."""
    folded = re.sub(r"\s+", " ", text)
    return Span(normalize("NFC", folded) if language == "ko" else folded, language)


def _trimmed(spans: list[Span]) -> tuple[Span, ...]:
    """The spans without white space at the block's ends."""
    kept = [span for span in spans if span.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if not kept:
        return ()
    if (start := kept[0].text.lstrip()) != kept[0].text:
        kept[0] = replace(kept[0], text=start)
    if (end := kept[-1].text.rstrip()) != kept[-1].text:
        kept[-1] = replace(kept[-1], text=end)
    return tuple(kept)
