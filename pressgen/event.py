"""One announcement: the facts of an event file, validated against its kind."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from pressgen.computed_facts import read_moment
from pressgen.datafile import Mapping, Scalar, read_mapping
from pressgen.errors import PressgenError, Problem, did_you_mean
from pressgen.fact_types import FactType
from pressgen.facts import Fact, Group, Value, walk
from pressgen.fields import FieldReader
from pressgen.kinds import Kinds
from pressgen.timing import Timing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from pressgen.kinds import Kind

MAX_SLUG = 80
# What Windows forbids in a name, what a URL would have to escape on top, and dots at the ends.
_BAD_SLUG = re.compile(r'[\\/:*?"<>|#%&\s\x00-\x1f]|^\.|\.$')
_WINDOWS_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo's facts; `file` is the name that the event gives, relative to the event's folder."""

    caption: Fact
    credit: Fact | None
    file: str | None
    line: int


@dataclass(frozen=True)
class Event:
    """One announcement. `values` holds every field of the kind, None (or ()) where absent.

    `withdrawn`: why its release was taken down, None while it stands.
    """

    file: Path
    kind: Kind
    slug: str
    released: date
    embargo: datetime | None
    confidential: bool
    withdrawn: Fact | None
    values: dict[str, Value]
    photos: tuple[Photo, ...]

    @cached_property
    def place(self) -> str:
        """Where its release lies below the archive's folder, with forward slashes."""
        return f"{self.released:%Y/%m/%d}-{self.slug}"

    @property
    def facts(self) -> list[Fact]:
        """Every fact of the announcement, in the order of the kind's fields."""
        return [fact for value in self.values.values() for fact in walk(value)]

    @cached_property
    def people(self) -> list[Fact]:
        """The people that it names, in the order of its fields."""
        return [fact for fact in self.facts if fact.type == FactType.PERSON]

    @property
    def timing(self) -> Timing:
        """When its release may be seen."""
        return Timing(self.released, self.embargo, self.confidential)


def load_event(file: Path, template_folders: Sequence[Path], zone: ZoneInfo) -> Event:
    """Reads and validates one event file by itself, as `read_event` does."""
    return read_event(file, Kinds(template_folders), zone)


def read_event(file: Path, kinds: Kinds, zone: ZoneInfo) -> Event:
    """Reads and validates one event file of those that share these kinds.

    Raises PressgenError with every problem of the file at once.
    """
    told: list[Problem] = []
    root = read_mapping(file, told)
    kind = _kind(root, file, kinds)
    labels = {known.name: known.korean_label for known in kind.fields}
    reader = FieldReader(file, zone)
    reader.problems += [
        replace(problem, label=labels.get(problem.field.partition(".")[0], "")) for problem in told
    ]
    released = root.get("released")
    if isinstance(released, Scalar) and not released.absent:
        reader.released = _release_day(released, file, reader.problems)
    entries = tuple(entry for entry in root.entries if entry.key != "kind")
    values = reader.read_fields(kind, Mapping(entries, root.line))
    slug = _slug(values.get("slug"), file, reader.problems)
    if reader.problems:
        raise PressgenError(*sorted(reader.problems, key=lambda problem: problem.line or 0))
    embargo = _machine_value(values["embargo"])
    day = _machine_value(values["released"])
    return Event(
        file=file,
        kind=kind,
        slug=slug,
        released=date.fromisoformat(str(day)),
        embargo=datetime.fromisoformat(embargo) if embargo else None,
        confidential=_machine_value(values["confidential"]) is not None,
        withdrawn=withdrawn if isinstance(withdrawn := values["withdrawn"], Fact) else None,
        values=values,
        photos=_photos(values["photos"]),
    )


def _release_day(node: Scalar, file: Path, problems: list[Problem]) -> date | None:
    """The day that the other dates are told from; of one that is none, read_fields tells."""
    try:
        day, at = read_moment(node.text)
    except ValueError:
        return None
    if at is not None:
        message = "배포일은 날짜만 적습니다. 그 시각까지 내보내지 않으려면 embargo에 적으세요."
        problems.append(Problem(message, file, node.line, "released", "배포일"))
    return day


def _kind(root: Mapping, file: Path, kinds: Kinds) -> Kind:
    node = root.get("kind")
    if not isinstance(node, Scalar) or not node.text.strip():
        message = f"보도자료의 종류를 적어야 합니다. 쓸 수 있는 것: {', '.join(kinds.names())}"
        raise PressgenError(Problem(message, file, root.line, "kind", "종류"))
    name = node.text.strip()
    try:
        return kinds.find(name)
    except LookupError:
        hint = did_you_mean(name, kinds.names())
        message = f"‘{name}’ 종류는 없습니다. {hint}"
        raise PressgenError(Problem(message, file, node.line, "kind", "종류")) from None


def _slug(value: Value, file: Path, problems: list[Problem]) -> str:
    """The name of the release's folder: one path component that every file system and URL takes."""
    if isinstance(value, Fact):
        slug, line, remedy = value.korean, value.line, ""
    else:
        stem = unicodedata.normalize("NFC", file.stem)
        slug, line, remedy = "-".join(stem.split()), None, " slug:를 적거나 파일 이름을 바꾸세요."
    if message := wrong_slug(slug):
        problems.append(Problem(message + remedy, file, line, "slug", "주소 이름"))
    return slug


def wrong_slug(slug: str) -> str:
    """Why a slug can't be the name of a folder, "" where it can."""
    wrong = _BAD_SLUG.search(slug) or _WINDOWS_DEVICE.match(slug)
    if not wrong and slug and len(slug) <= MAX_SLUG:
        return ""
    return f"‘{slug}’은(는) 폴더 이름으로 쓸 수 없습니다. 글자, 숫자, 붙임표(-)만으로 {MAX_SLUG}자 안에서 지으세요."


def _photos(value: Value) -> tuple[Photo, ...]:
    photos = []
    for group in value if isinstance(value, tuple) else ():
        if isinstance(group, Group):
            caption, credit = group.fields["caption"], group.fields["credit"]
            if isinstance(caption, Fact):
                photos.append(
                    Photo(
                        caption,
                        credit if isinstance(credit, Fact) else None,
                        _machine_value(group.fields["file"]),
                        caption.line,
                    )
                )
    return tuple(photos)


def _machine_value(value: Value) -> str | None:
    return value.value if isinstance(value, Fact) else None
