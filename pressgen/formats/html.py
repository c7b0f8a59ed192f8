"""release.html: a complete page, made from the same Markdown, sanitised, each sentence in its language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from pressgen.formats.markdown import escape_part, escape_start, heading
from pressgen.formats.metadata import describe
from pressgen.formats.plain_block import plain_html
from pressgen.korean import numeric_day
from pressgen.readable import Readable
from pressgen.templating import render as render_template

if TYPE_CHECKING:
    import jinja2
    import markdown

    from pressgen.formats.base import Folder
    from pressgen.layout import Block, Document, Span
    from pressgen.release import Release

_PAGE = "layouts/page.html.jinja"
_TAGS = {"h1", "h2", "h3", "p", "span"}
_ATTRIBUTES = {"span": {"lang", "class"}}


@dataclass(frozen=True, slots=True)
class _Piece(Readable):
    """One block of the page as HTML that is safe to set in, and its photo, if it has one, with its text."""

    role: str
    html: str
    photo: str | None
    alt: str


@dataclass(frozen=True, slots=True)
class _Section(Readable):
    """Neighbouring blocks of one language, or the disclaimer.

    `anchor` is the language, for links, where this is the article's first section in it.
    """

    name: str
    language: str
    pieces: list[_Piece]
    anchor: str


def render(
    release: Release, document: Document, folder: Folder, environment: jinja2.Environment
) -> str:
    """The page as HTML."""
    metadata = describe(release, folder)
    released = release.event.released
    context = {
        "site": {"ko": release.site.korean_title, "en": release.site.english_title},
        "released": {"iso": released.isoformat(), "day": numeric_day(released)},
        "title": metadata.title,
        "summary": metadata.summary,
        "sections": _sections(document, folder),
        "canonical": metadata.canonical,
        "open_graph": metadata.open_graph,
        "json_ld": Markup(metadata.json_ld),  # noqa: S704  escaped for its script
    }
    runs = render_template(lambda: _page(environment).render(context), _PAGE)
    return "".join(str(run) for run in runs).rstrip() + "\n"


@lru_cache(maxsize=1)
def _page(environment: jinja2.Environment) -> jinja2.Template:
    """The template of the page, compiled once a build; unlike the other templates it escapes."""
    return environment.overlay(autoescape=True, finalize=None).get_template(_PAGE)


@lru_cache(maxsize=1)
def _markdown() -> markdown.Markdown:
    """One converter for all blocks: making it takes longer than a paragraph does."""
    import markdown

    return markdown.Markdown(output_format="html")


def _sections(document: Document, folder: Folder) -> list[_Section]:
    sections: list[_Section] = []
    for (name, language), blocks in groupby(document.blocks, _section_of):
        taken = name == "disclaimer" or any(one.anchor == language for one in sections)
        pieces = [_piece(block, language, folder) for block in blocks]
        sections.append(_Section(name, language, pieces, "" if taken else language))
    return sections


def _section_of(block: Block) -> tuple[str, str]:
    if block.role == "disclaimer":
        return "disclaimer", "ko"
    return "article", "ko" if block.role == "caption" else block.language


def _piece(block: Block, language: str, folder: Folder) -> _Piece:
    text = heading(block) + escape_start("".join([_span(span, language) for span in block.spans]))
    clean = plain_html(text) or parsed_html(text)
    safe = Markup(clean)  # noqa: S704  sanitised just now
    photo = (
        folder.photos[block.photo] if block.role == "photo" and block.photo is not None else None
    )
    return _Piece(block.role, safe, photo, block.text if photo else "")


def parsed_html(block: str) -> str:
    """The sanitised HTML of a block of Markdown."""
    import nh3

    html = _markdown().reset().convert(block)
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None)


def _span(span: Span, language: str) -> str:
    """The span as Markdown, in an element that names its language: each English sentence's own."""
    text = escape_part(span.marked)
    if span.pending:
        return f'<span lang="ko" class="pending">{text}</span>'
    inherited = span.language == language and not (language == "en" and span.sentence)
    if inherited or not span.text.strip():
        return text
    return f'<span lang="{span.language}">{text}</span>'
