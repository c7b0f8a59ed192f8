"""A kind of release: its fields, its Korean template, its catalog, its example, all in one folder.

A kind is data in `templates/kinds/<kind>/`: `kind.yaml` (the fields), `ko.jinja` (the Korean), `*.po`
(the English of its sentences) and `example.yaml`. A workspace's folder of the same name comes first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NoReturn

from pressgen.datafile import Entry, Mapping, Scalar, fold_space, read_mapping
from pressgen.errors import PressgenError, Problem, did_you_mean
from pressgen.fact_types import FactType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

STRUCTURE_TYPES = ("group", "flag", "moment", "image", "file")
"""What a field can be besides a fact: fields of its own, yes or no, a point in time, a file."""
FIELD_TYPES = (*FactType, *STRUCTURE_TYPES)
_FIELD_KEYS = ("type", "label", "help", "required", "many", "least", "short", "alias", "unit", "past", "fields")  # fmt: skip

_RESERVED = (
    *("kind", "part", "loop", "self", "super", "none", "true", "false"),
    *("not", "and", "or", "in", "is", "if", "else"),
)
"""Names that mean something else in an event or in a template."""


@dataclass(frozen=True)
class Unit:
    """The noun that a count brings: 명, person, people."""

    korean: str
    one: str
    other: str


@dataclass(frozen=True)
class Field:
    """One field of an event file.

    `many`: a list of at least `least`; a single value stands for a list of one. `short`: the inner
    field that a bare value of a group fills. `alias`: a second name under which the file may give it.
    `past`: a day of which the release tells as past.
    """

    name: str
    type: str
    korean_label: str
    english_label: str
    help: str = ""
    required: bool = False
    many: bool = False
    least: int = 1
    short: str = ""
    alias: str = ""
    unit: Unit | None = None
    past: bool = False
    fields: tuple[Field, ...] = ()

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The inner fields under each name that the file may give them."""
        return _by_name(self.fields)


def walk_fields(fields: Iterable[Field], prefix: str = "") -> Iterator[tuple[str, Field]]:
    """Every field with the name that its facts have, a group before the fields in it."""
    for known in fields:
        yield prefix + known.name, known
        yield from walk_fields(known.fields, f"{prefix}{known.name}.")


def fact_names(fields: Iterable[Field]) -> Iterator[str]:
    """Every name that a fact of these fields may have in a pattern."""
    for name, known in walk_fields(fields):
        yield name
        yield f"{name}.short"
        if known.type == FactType.DAY:
            yield from (f"{name}.announced", f"{name}.official")


@dataclass(frozen=True)
class KindLabels:
    """What a kind is called and what it is for."""

    name: str
    folder: Path
    korean_label: str
    english_label: str
    korean_about: str
    english_about: str


@dataclass(frozen=True)
class Kind(KindLabels):
    """A kind of release, as its folder describes it; `fields` are its own, then the common ones."""

    fields: tuple[Field, ...]

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The fields under each name that the file may give them."""
        return _by_name(self.fields)

    @cached_property
    def past_days(self) -> dict[str, str]:
        """The Korean labels of the days of which the release tells as past, by the names of their facts."""
        fields = walk_fields(self.fields)
        return {name: known.korean_label for name, known in fields if known.past}

    @property
    def example(self) -> Path:
        return self.folder / "example.yaml"


def find_kinds(template_folders: Sequence[Path]) -> list[str]:
    """The names of the kinds that the template folders hold, sorted."""
    return sorted(
        {file.parent.name for top in template_folders for file in top.glob("kinds/*/kind.yaml")}
    )


def load_labels(name: str, template_folders: Sequence[Path]) -> KindLabels:
    """What the kind of that name is called. Raises as load_kind does, of its labels only."""
    folder = _folder(name, template_folders)
    return KindLabels(name, folder, *_labels(_KindReader(folder / "kind.yaml")))


def load_kind(name: str, template_folders: Sequence[Path]) -> Kind:
    """The kind of that name from the first template folder that has it.

    Raises LookupError where none has; PressgenError where its kind.yaml is not right.
    """
    folder = _folder(name, template_folders)
    common_file = template_folders[-1] / "common.yaml"
    return _read_kind(folder, _stamp(folder / "kind.yaml"), common_file, _stamp(common_file))


class Kinds:
    """The kinds in these template folders as they are when each is first asked for.

    A build of thousands of events looks for no kind twice.
    """

    def __init__(self, template_folders: Sequence[Path]) -> None:
        self.template_folders = template_folders
        self._loaded: dict[str, Kind] = {}

    def find(self, name: str) -> Kind:
        """The kind of that name. Raises as load_kind does."""
        if name not in self._loaded:
            self._loaded[name] = load_kind(name, self.template_folders)
        return self._loaded[name]

    def names(self) -> list[str]:
        return find_kinds(self.template_folders)


def _folder(name: str, template_folders: Sequence[Path]) -> Path:
    if name not in find_kinds(template_folders):
        raise LookupError(name)
    return next(
        top / "kinds" / name
        for top in template_folders
        if (top / "kinds" / name / "kind.yaml").is_file()
    )


def _labels(reader: _KindReader) -> tuple[str, str, str, str]:
    return *reader.pair(reader.root, "label"), *reader.pair(reader.root, "about")


def _stamp(file: Path) -> tuple[int, int]:
    """Changes when the file does."""
    status = file.stat()
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=64)
def _read_kind(
    folder: Path, stamp: tuple[int, int], common_file: Path, common_stamp: tuple[int, int]
) -> Kind:
    """The kind, read once while its files stay as they are; thousands of events share a few."""
    common = _common_fields(common_file, common_stamp)
    reader = _KindReader(folder / "kind.yaml")
    labels = _labels(reader)
    own = reader.fields(reader.root, taken=(*_RESERVED, *_names(common)))
    return Kind(folder.name, folder, *labels, fields=(*own, *common))


@lru_cache(maxsize=1)
def _common_fields(file: Path, stamp: tuple[int, int]) -> tuple[Field, ...]:
    reader = _KindReader(file)
    return reader.fields(reader.root)


def _by_name(fields: Iterable[Field]) -> dict[str, Field]:
    return {name: known for known in fields for name in (known.name, known.alias) if name}


def _names(fields: Iterable[Field]) -> list[str]:
    return [name for known in fields for name in (known.name, known.alias) if name]


class _KindReader:
    """Reads what a kind.yaml says of its fields, and refuses what it can't mean."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.root = read_mapping(file)

    def fields(
        self, where: Mapping, path: str = "", taken: tuple[str, ...] = ()
    ) -> tuple[Field, ...]:
        """The fields under `fields:`, none of which may have a name that is taken."""
        node = where.get("fields")
        if not isinstance(node, Mapping):
            self._refuse("‘fields:’ 아래에 필드를 적어야 합니다.", where.line, f"{path}fields")
        fields: list[Field] = []
        for entry in node.entries:
            field = self._field(entry, path + entry.key)
            for name in _names([field]):
                if name in (*taken, *_names(fields)):
                    message = f"‘{name}’은(는) 이미 쓰이는 이름입니다. 다른 이름을 쓰세요."
                    self._refuse(message, entry.line, path + entry.key)
                if not name.isidentifier() or name.startswith("_"):
                    message = "필드 이름은 글자로 시작하고, 글자와 숫자와 밑줄(_)로만 지으세요."
                    self._refuse(message, entry.line, path + name)
            fields.append(field)
        return tuple(fields)

    def _field(self, entry: Entry, path: str) -> Field:
        where = entry.value
        if not isinstance(where, Mapping):
            self._refuse("필드에 type과 label이 있어야 합니다.", entry.line, path)
        for inner in where.entries:
            if inner.key not in _FIELD_KEYS:
                message = f"모르는 항목입니다. {did_you_mean(inner.key, _FIELD_KEYS)}"
                self._refuse(message, inner.line, f"{path}.{inner.key}")
        field_type = self._type(where, path)
        fields = self.fields(where, f"{path}.") if field_type == "group" else ()
        short = _text(where, "short")
        if short and short not in _names(fields):
            message = f"안쪽 필드의 이름이어야 합니다: ‘{short}’"
            self._refuse(message, where.line, f"{path}.short")
        korean_label, english_label = self.pair(where, "label", f"{path}.")
        return Field(
            name=entry.key,
            type=field_type,
            korean_label=korean_label,
            english_label=english_label,
            help=_text(where, "help"),
            required=self._flag(where, "required", path),
            many=self._flag(where, "many", path),
            least=self._least(where, path),
            short=short,
            alias=_text(where, "alias"),
            unit=self._unit(where, path) if field_type == FactType.COUNT else None,
            past=self._past(where, field_type, path),
            fields=fields,
        )

    def _type(self, where: Mapping, path: str) -> str:
        field_type = _text(where, "type")
        if field_type not in FIELD_TYPES:
            message = f"모르는 type입니다: ‘{field_type}’. {did_you_mean(field_type, FIELD_TYPES)}"
            self._refuse(message, where.line, f"{path}.type")
        return field_type

    def _flag(self, where: Mapping, key: str, path: str) -> bool:
        text = _text(where, key) or "false"
        if text not in ("true", "false"):
            self._refuse(f"‘{text}’ 대신 true나 false를 적으세요.", where.line, f"{path}.{key}")
        return text == "true"

    def _past(self, where: Mapping, field_type: str, path: str) -> bool:
        past = self._flag(where, "past", path)
        if past and field_type != FactType.DAY:
            self._refuse("past는 type이 day인 필드에만 적습니다.", where.line, f"{path}.past")
        return past

    def _least(self, where: Mapping, path: str) -> int:
        text = _text(where, "least") or "1"
        if not re.fullmatch("[1-9][0-9]?", text):
            self._refuse(
                f"‘{text}’ 대신 1부터 99까지의 수를 적으세요.", where.line, f"{path}.least"
            )
        return int(text)

    def _unit(self, where: Mapping, path: str) -> Unit:
        unit = where.get("unit")
        parts = (
            [_text(unit, key) for key in ("ko", "one", "other")]
            if isinstance(unit, Mapping)
            else []
        )
        if not parts or not all(parts):
            message = (
                "count에는 unit: {ko: 명, one: person, other: people} 꼴의 단위가 있어야 합니다."
            )
            self._refuse(message, where.line, f"{path}.unit")
        return Unit(*parts)

    def pair(self, where: Mapping, key: str, path: str = "") -> tuple[str, str]:
        """The Korean and the English under `key`."""
        node = where.get(key)
        if not isinstance(node, Mapping) or not _text(node, "ko") or not _text(node, "en"):
            message = f"‘{key}: {{ko: …, en: …}}’이(가) 있어야 합니다."
            self._refuse(message, where.line, path + key)
        return _text(node, "ko"), _text(node, "en")

    def _refuse(self, message: str, line: int, path: str) -> NoReturn:
        raise PressgenError(Problem(message, self.file, line, path))


def _text(where: Mapping, key: str) -> str:
    node = where.get(key)
    return fold_space(node.text) if isinstance(node, Scalar) else ""
