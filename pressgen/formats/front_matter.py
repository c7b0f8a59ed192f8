"""What release.md says of its release before the page: a mapping of YAML, as PyYAML writes it.

PyYAML would take longer over it than all formats take over the page. So a line of mere words is written
here, and what many releases have in common once; a property test shows that PyYAML does the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pressgen.story import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressgen.facts import Fact
    from pressgen.release import Release
    from pressgen.story import Origin

_WIDTH = 10_000
# Texts that YAML takes for nothing else and PyYAML breaks nowhere: a letter or no ASCII first, no colon, no
# number sign, nothing that doesn't print, no blank last, and no word for a truth or for nothing.
_PLAIN = re.compile(
    r"(?!(?i:yes|no|true|false|on|off|null)\Z)"
    r"(?![\x00-@\[-`{-\xa0])[^\x00-\x1f\x7f-\x9f:#\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff\U0010ffff]"
    rf"{{1,{_WIDTH // 2}}}(?<! )"
)


def front_matter(release: Release) -> str:
    """The release's particulars as YAML."""
    event, outlet = release.event, release.outlet
    titles = {
        "title": _korean(release, Role.HEADLINE),
        "subtitle": _korean(release, Role.SUBHEADLINE),
        "title_en": _english(release, Role.HEADLINE),
        "subtitle_en": _english(release, Role.SUBHEADLINE),
    }
    particulars = {
        "embargo": event.embargo.isoformat() if event.embargo else None,
        "kind": event.kind.name,
        "outlet": _name(outlet.name),
        "desk": _name(outlet.desk),
        "reporter": _name(outlet.reporter),
    }
    translation = _translation(release.state, tuple(release.origins), tuple(release.engines))
    return f"{_lines(titles)}date: {event.released}\n{_lines(particulars)}{translation}"


def _lines(texts: Mapping[str, str | None]) -> str:
    """A line for each text, which may be None."""
    return "".join(
        [
            f"{key}: {text}\n" if _PLAIN.fullmatch(text) else _dump({key: text})
            for key, text in texts.items()
            if text is not None
        ]
    )


@lru_cache(maxsize=256)
def _translation(state: str, origins: tuple[Origin, ...], engines: tuple[str, ...]) -> str:
    origin = [str(origin) for origin in origins]
    return _dump({"translation": {"state": state, "origin": origin, "engines": list(engines)}})


def _dump(data: Mapping[str, object]) -> str:
    import yaml

    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=_WIDTH)


def _korean(release: Release, role: Role) -> str | None:
    return next((paragraph.korean for paragraph in release.korean.of(role)), None)


def _english(release: Release, role: Role) -> str | None:
    """The English of a headline, None while any of it is pending."""
    for paragraph in release.english.of(role):
        texts = [one.english for one in paragraph.translations]
        return None if None in texts else " ".join(text for text in texts if text)
    return None


def _name(fact: Fact | None) -> str | None:
    return fact.korean if fact else None
