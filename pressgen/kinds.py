"""A kind of release: its fields, its Korean template, its catalog, its example, all in one folder.

A kind is data in `templates/kinds/<kind>/`: `kind.yaml` (the fields), `ko.jinja` (the Korean), `*.po`
(the English of its sentences) and `example.yaml`. A workspace's folder of the same name comes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.datafile import Entry, Mapping, Node, Scalar, read_mapping
from pressgen.errors import PressgenError, Problem, did_you_mean
from pressgen.facts import FactType

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

STRUCTURE_TYPES = ("group", "flag", "moment", "image", "file")
"""What a field can be besides a fact: fields of its own, yes or no, a point in time, a file."""
FIELD_TYPES = (*FactType, *STRUCTURE_TYPES)


@dataclass(frozen=True, slots=True)
class Unit:
    """The noun that a count brings: 명, person, people."""

    korean: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an event file.

    `many`: a list of at least `least`; a single value stands for a list of one. `short`: the inner
    field that a bare value of a group fills. `alias`: a second name under which the file may give it.
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
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of release, as its folder describes it; `fields` are its own, then the common ones."""

    name: str
    folder: Path
    korean_label: str
    english_label: str
    korean_about: str
    english_about: str
    fields: tuple[Field, ...]

    @property
    def example(self) -> Path:
        return self.folder / "example.yaml"


def find_kinds(template_folders: Sequence[Path]) -> list[str]:
    """The names of the kinds that the template folders hold, sorted."""
    return sorted(
        {file.parent.name for top in template_folders for file in top.glob("kinds/*/kind.yaml")}
    )


def load_kind(name: str, template_folders: Sequence[Path]) -> Kind:
    """The kind of that name from the first template folder that has it.

    Raises LookupError where none has; PressgenError where its kind.yaml is not right.
    """
    if name not in find_kinds(template_folders):
        raise LookupError(name)
    folder = next(
        top / "kinds" / name
        for top in template_folders
        if (top / "kinds" / name / "kind.yaml").is_file()
    )
    common_file = next(
        top / "common.yaml" for top in template_folders if (top / "common.yaml").is_file()
    )
    common = _fields(read_mapping(common_file), common_file)
    file = folder / "kind.yaml"
    root = read_mapping(file)
    own = _fields(root, file)
    for field in own:
        if field.name in {"kind", "part", *(known.name for known in common)}:
            message = "이미 쓰이는 이름입니다. 다른 이름을 쓰세요."
            raise PressgenError(Problem(message, file, field=field.name))
    label, about = _pair(root, "label", file), _pair(root, "about", file)
    return Kind(name, folder, *label, *about, fields=(*own, *common))


def _fields(root: Mapping, file: Path) -> tuple[Field, ...]:
    fields = root.get("fields")
    if not isinstance(fields, Mapping):
        raise PressgenError(Problem("‘fields:’에 필드를 적어야 합니다.", file, root.line))
    return tuple(_field(entry, file) for entry in fields.entries)


def _field(entry: Entry, file: Path) -> Field:
    where = entry.value
    if not isinstance(where, Mapping):
        raise PressgenError(
            Problem("필드에 type과 label이 있어야 합니다.", file, entry.line, entry.key)
        )
    known = "type", "label", "help", "required", "many", "least", "short", "alias", "unit", "fields"
    for inner in where.entries:
        if inner.key not in known:
            message = f"모르는 항목입니다. {did_you_mean(inner.key, known)}"
            raise PressgenError(Problem(message, file, inner.line, f"{entry.key}.{inner.key}"))
    field_type = _text(where, "type")
    if field_type not in FIELD_TYPES:
        message = f"모르는 type입니다: ‘{field_type}’. {did_you_mean(field_type, FIELD_TYPES)}"
        raise PressgenError(Problem(message, file, entry.line, entry.key))
    korean_label, english_label = _pair(where, "label", file)
    return Field(
        name=entry.key,
        type=field_type,
        korean_label=korean_label,
        english_label=english_label,
        help=_text(where, "help"),
        required=_text(where, "required") == "true",
        many=_text(where, "many") == "true",
        least=int(_text(where, "least") or 1),
        short=_text(where, "short"),
        alias=_text(where, "alias"),
        unit=_unit(where, entry, file) if field_type == FactType.COUNT else None,
        fields=_fields(where, file) if field_type == "group" else (),
    )


def _unit(where: Mapping, entry: Entry, file: Path) -> Unit:
    unit = where.get("unit")
    if not isinstance(unit, Mapping) or not all(_text(unit, key) for key in ("ko", "one", "other")):
        message = "count에는 unit: {ko: 명, one: person, other: people} 꼴의 단위가 있어야 합니다."
        raise PressgenError(Problem(message, file, entry.line, entry.key))
    return Unit(_text(unit, "ko"), _text(unit, "one"), _text(unit, "other"))


def _pair(where: Mapping, key: str, file: Path) -> tuple[str, str]:
    node = where.get(key)
    if not isinstance(node, Mapping) or not _text(node, "ko") or not _text(node, "en"):
        message = f"‘{key}: {{ko: …, en: …}}’가 있어야 합니다."
        raise PressgenError(Problem(message, file, where.line, key))
    return _text(node, "ko"), _text(node, "en")


def _text(where: Mapping, key: str) -> str:
    node: Node | None = where.get(key)
    return node.text if isinstance(node, Scalar) else ""
