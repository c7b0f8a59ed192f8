"""From a node of an event file to the value that its field asks for, with every mistake collected."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from pressgen import korean
from pressgen.computed_facts import amount_fact, count_fact, day_fact
from pressgen.datafile import Entry, Mapping, Node, Scalar, Sequence, fold_space
from pressgen.errors import Problem, did_you_mean, nearest
from pressgen.fact_types import FactType
from pressgen.facts import Article, Fact, Group, Value

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from pressgen.kinds import Field, Kind

MAX_LENGTH = 20_000
"""Characters of one value: ten times what a long release has, and still quick to build."""
FACT_KEYS = ("ko", "en", "article", "short", "reading")
FLAGS = {"true": True, "yes": True, "예": True, "false": False, "no": False, "아니요": False}
IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".webp")
_FACT_TYPES = {str(fact_type): fact_type for fact_type in FactType}
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
"""What parts paragraphs, in a text as in a template."""


@dataclass(slots=True)
class FieldReader:
    """Reads the values of one event file; what is wrong goes into `problems`, all of it.

    `released` is the day that dates are told from.
    """

    file: Path
    zone: ZoneInfo
    released: date | None = None
    problems: list[Problem] = field(default_factory=list)

    def read_fields(
        self, owner: Kind | Field, where: Mapping, prefix: str = "", label: str = ""
    ) -> dict[str, Value]:
        """The values of all the fields of a kind or a group, None for each that is absent."""
        names = owner.by_name
        given: dict[str, Entry] = {}
        meant: set[str | None] = set()
        for entry in where.entries:
            known = names.get(entry.key)
            if known is None:
                hint = did_you_mean(entry.key, names)
                meant.add(nearest(entry.key, names))
                self._problem(f"모르는 필드입니다. {hint}", entry.line, prefix + entry.key, label)
            elif known.name in given:
                message = f"같은 필드가 {given[known.name].line}행에도 있습니다."
                self._problem(message, entry.line, prefix + entry.key, known.korean_label)
            else:
                given[known.name] = entry
        values: dict[str, Value] = {}
        for known in owner.fields:
            if found := given.get(known.name):
                own_label = f"{label} {known.korean_label}".strip()
                values[known.name] = self._given_value(known, found, prefix + known.name, own_label)
                continue
            values[known.name] = () if known.many else None
            if known.name in meant:  # its misspelling was told; "missing" would be a second tale
                values[known.name] = None
            elif known.required:
                own_label = f"{label} {known.korean_label}".strip()
                message = f"꼭 적어야 하는 필드가 없습니다. {known.help}".strip()
                self._problem(message, where.line, prefix + known.name, own_label)
        return values

    def _given_value(self, known: Field, entry: Entry, path: str, label: str) -> Value:
        if _is_absent(entry.value):
            if known.required:
                message = f"비어 있습니다. {known.help}".strip()
                self._problem(message, entry.line, path, label)
            return () if known.many else None
        if not known.many:
            return self._value(known, entry.value, path, label)
        items = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
        if len(items) < known.least:
            message = f"{known.least}개 이상 적어야 합니다."
            self._problem(message, entry.line, path, label)
        return tuple(self._value(known, item, path, label) for item in items)

    def _value(self, known: Field, node: Node, path: str, label: str) -> Value:
        if isinstance(node, Sequence):
            self._problem("값 하나여야 하는데 목록입니다.", node.line, path, label)
            return None
        if known.type == "group":
            return self._group(known, node, path, label)
        if known.type in _FACT_TYPES:
            return self._fact(known, node, path, label)
        if not isinstance(node, Scalar):
            self._problem("값 하나여야 합니다.", node.line, path, label)
            return None
        checked = self._checked_plain(known, node, path, label)
        return Fact(path, FactType.PLAIN, node.text, value=checked, line=node.line)

    def _group(self, known: Field, node: Node, path: str, label: str) -> Value:
        if isinstance(node, Scalar):
            if not known.short:
                keys = ", ".join(f"{inner.name}: …" for inner in known.fields)
                message = f"‘{node.text}’만으로는 모자랍니다. {{{keys}}} 꼴로 적으세요."
                self._problem(message, node.line, path, label)
                return None
            node = Mapping((Entry(known.short, node, node.line),), node.line)
        if not isinstance(node, Mapping):
            return None
        return Group(path, self.read_fields(known, node, f"{path}.", label))

    def _fact(self, known: Field, node: Node, path: str, label: str) -> Value:
        if isinstance(node, Scalar):
            if not _is_absent(node) and len(node.text) <= MAX_LENGTH:
                return self._bare_fact(known, node, path, label)
            node = Mapping((Entry("ko", node, node.line),), node.line)
        if not isinstance(node, Mapping):
            return None
        parts = self._fact_parts(node, path, label)
        if parts is None:
            return None
        short: Value = None
        if (short_node := node.get("short")) is not None and not _is_absent(short_node):
            short = self._value(known, short_node, f"{path}.short", label)
        article = self._article(parts.get("article"), path, label)
        fact = self._bare_fact(known, parts["ko"], path, label)
        if fact is None:
            return None
        fold = fold_paragraphs if fact.type == FactType.TEXT else fold_space
        return Fact(
            fact.name,
            fact.type,
            fact.korean,
            fold(parts["en"].text) if "en" in parts else fact.english,
            article,
            fold_space(parts["reading"].text) if "reading" in parts else None,
            fact.value,
            short if isinstance(short, Fact) else None,
            node.line,
            styles=fact.styles,
        )

    def _bare_fact(self, known: Field, node: Scalar, path: str, label: str) -> Fact | None:
        """The fact as its Korean alone makes it."""
        fact_type = _FACT_TYPES[known.type]
        try:
            if fact_type == FactType.DAY:
                return day_fact(path, node.text, self.released, line=node.line)
            if fact_type == FactType.AMOUNT:
                return amount_fact(path, node.text, line=node.line)
            if known.unit is not None:
                return count_fact(path, node.text, known.unit, line=node.line)
        except ValueError as error:
            self._problem(str(error), node.line, path, label)
            return None
        fold = fold_paragraphs if fact_type == FactType.TEXT else fold_space
        return Fact(path, fact_type, fold(node.text), line=node.line)

    def _fact_parts(self, node: Mapping, path: str, label: str) -> dict[str, Scalar] | None:
        parts: dict[str, Scalar] = {}
        for entry in node.entries:
            if entry.key not in FACT_KEYS:
                hint = did_you_mean(entry.key, FACT_KEYS)
                self._problem(
                    f"모르는 항목입니다. {hint}", entry.line, f"{path}.{entry.key}", label
                )
            elif entry.key == "short" or _is_absent(entry.value):
                continue
            elif isinstance(entry.value, Scalar):
                parts[entry.key] = entry.value
                if len(entry.value.text) > MAX_LENGTH:
                    message = f"너무 깁니다({MAX_LENGTH:,}자까지)."
                    self._problem(message, entry.line, f"{path}.{entry.key}", label)
            else:
                message = "값 하나여야 합니다."
                self._problem(message, entry.line, f"{path}.{entry.key}", label)
        if (ko := node.get("ko")) is None or _is_absent(ko):
            self._problem("한국어(ko)가 없습니다.", node.line, path, label)
        return parts if "ko" in parts else None

    def _article(self, node: Scalar | None, path: str, label: str) -> Article:
        if node is None or node.text == "none":
            return ""
        if node.text == "the":
            return "the"
        message = f"‘{node.text}’은(는) 쓸 수 없습니다. the를 적거나 지우세요."
        self._problem(message, node.line, f"{path}.article", label)
        return ""

    def _checked_plain(self, known: Field, node: Scalar, path: str, label: str) -> str | None:
        """The machine's form of a flag, a moment or a file's name."""
        if known.type == "flag":
            flag = FLAGS.get(node.text.lower())
            if flag is None:
                message = f"‘{node.text}’ 대신 true나 false를 적으세요."
                self._problem(message, node.line, path, label)
            return "true" if flag else None
        if known.type == "moment":
            moment = moment_of(node.text, self.zone)
            if moment is None:
                message = f"‘{node.text}’은(는) 시각이 아닙니다. 2026-11-23 09:00처럼 적으세요."
                self._problem(message, node.line, path, label)
            return moment.isoformat() if moment else None
        self._check_file_name(node, path, label, image=known.type == "image")
        return node.text

    def _check_file_name(self, node: Scalar, path: str, label: str, *, image: bool) -> None:
        suffix = "." + node.text.rpartition(".")[2].lower()
        if image and suffix not in IMAGE_SUFFIXES:
            message = f"사진은 {', '.join(s[1:] for s in IMAGE_SUFFIXES)} 가운데 하나여야 합니다: ‘{node.text}’"
            self._problem(message, node.line, path, label)
        if re.match(r"[/\\]|[A-Za-z]:|.*(^|[/\\])\.\.([/\\]|$)", node.text):
            message = f"작업 폴더 밖의 파일은 쓸 수 없습니다: ‘{node.text}’"
            self._problem(message, node.line, path, label)

    def _problem(self, message: str, line: int, path: str, label: str) -> None:
        self.problems.append(Problem(message, self.file, line, path, label))


def moment_of(text: str, zone: ZoneInfo) -> datetime | None:
    """A point in time as ISO 8601 writes it (a blank may stand for the T) or as Korean does
    (2026. 11. 24. 09:00); a day alone is its start.

    In the time of `zone`, also where the text names another offset; None where it is no point in time.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
        return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)
    except (ValueError, OverflowError):
        pass
    try:
        day, at = korean.parse_moment(text)
        return datetime.combine(day, at or time(), zone)
    except ValueError:
        return None


def fold_paragraphs(text: str) -> str:
    """The text with each paragraph on one line; a blank line between paragraphs stays."""
    paragraphs = (fold_space(part) for part in BLANK_LINE.split(text))
    return "\n\n".join(part for part in paragraphs if part)


def _is_absent(node: Node) -> bool:
    return isinstance(node, Scalar) and (node.absent or not node.text.strip())
