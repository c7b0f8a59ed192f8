"""The proof sheet: Korean beside English, fact by fact and sentence by sentence, to sign off on paper."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen.errors import short_path
from pressgen.kinds import STRUCTURE_TYPES, walk_fields
from pressgen.review.words import ORIGINS, ROLES, form_origin, sentence_origin, told
from pressgen.story import Origin, Role
from pressgen.templating import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import jinja2

    from pressgen.checks import Finding
    from pressgen.event import Event
    from pressgen.release import Release
    from pressgen.story import Translation

_TEMPLATE = "proof/sheet.html.jinja"
_OF_THE_FILE = ("released", "slug")
"""Fields that say something of the file; the day of release stands at the head of the sheet."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the sheet: a fact or a sentence, with what was found about it."""

    label: str
    korean: str
    english: str | None
    language: str
    origin: str
    findings: list[str]
    value: str = ""


def proof_sheet(
    release: Release, findings: Sequence[Finding], environment: jinja2.Environment
) -> str:
    """The sheet as a page of its own; nothing is loaded from elsewhere.

    Raises PressgenError, with the template's file and line, where its template can't be rendered.
    """
    event = release.event
    facts = _fact_rows(release, findings)
    sentences = [
        _sentence_row(ROLES[paragraph.role], one, findings)
        for paragraph in release.english.paragraphs
        for one in paragraph.translations
    ]
    sentences += _captions(event)
    shown = {row.korean for row in [*facts, *sentences]}
    context = {
        "title": " ".join(paragraph.korean for paragraph in release.korean.of(Role.HEADLINE)),
        "file": Path(short_path(event.file)).name,
        "released": event.released.isoformat(),
        "kind": event.kind.korean_label,
        "facts": facts,
        "sentences": sentences,
        "others": [told(one) for one in findings if one.korean not in shown],
    }
    # Unlike the templates of a release, this one escapes: what an event says is text.
    page = environment.overlay(autoescape=True, finalize=None).get_template(_TEMPLATE)
    runs = render(lambda: page.render(context), _TEMPLATE)
    return "".join(str(run) for run in runs).rstrip() + "\n"


def proof_names(events: Iterable[Event]) -> list[str]:
    """The file names of these events' sheets: the slug, behind the day where two have the same."""
    given = list(events)
    slugs = Counter(event.slug.casefold() for event in given)
    return [
        f"{event.slug}.html"
        if slugs[event.slug.casefold()] == 1
        else f"{event.released}-{event.slug}.html"
        for event in given
    ]


def _fact_rows(release: Release, findings: Sequence[Finding]) -> list[_Row]:
    """Every fact that is no running text, each once; one without English only where it is printed."""
    labels = {field.name: field.korean_label for field in release.event.kind.fields}
    printed = {fact.korean for fact in release.printed_facts}
    fields = walk_fields(release.event.kind.fields)
    no_facts = {*_OF_THE_FILE, *(name for name, field in fields if field.type in STRUCTURE_TYPES)}
    rows: dict[tuple[str, str | None], _Row] = {}
    for fact in [*release.event.facts, *release.layout_facts]:
        form = release.form(fact)
        if (
            fact.name in no_facts
            or fact.type.is_free_text
            or (form is None and fact.korean not in printed)
        ):
            continue
        row = _Row(
            labels.get(fact.name.partition(".")[0], ""),
            fact.korean,
            form.text if form else None,
            "en-x-mtfrom-ko" if form and form.engine else "en",
            form_origin(form),
            _about(fact.korean, findings),
            (fact.value or "") if fact.type.is_computed else "",
        )
        rows.setdefault((row.korean, row.english), row)
    return list(rows.values())


def _captions(event: Event) -> list[_Row]:
    """The captions; the English release has those that the event gives in English."""
    return [
        _Row(
            "사진 설명",
            one.korean,
            one.english or "",
            "en",
            "영문에 나오지 않음" if one.english is None else ORIGINS[Origin.EVENT],
            [],
        )
        for one in (photo.caption for photo in event.photos)
    ]


def _sentence_row(label: str, one: Translation, findings: Iterable[Finding]) -> _Row:
    return _Row(
        label,
        one.source.korean,
        one.english,
        "en-x-mtfrom-ko" if one.is_machine_made else "en",
        sentence_origin(one),
        _about(one.source.korean, findings),
    )


def _about(korean: str, findings: Iterable[Finding]) -> list[str]:
    return [told(one) for one in findings if one.korean == korean]
