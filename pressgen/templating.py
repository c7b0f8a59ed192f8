"""Sandboxed Jinja whose output remembers which words were facts.

Whatever a template prints passes `finalize`, which leaves a mark in the text and keeps the value
beside it. The marks are Unicode noncharacters, which event data can't contain (datafile.py).
"""

from __future__ import annotations

import re
import traceback
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
import jinja2.meta
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pressgen.datafile import read_text
from pressgen.errors import PressgenError, Problem, did_you_mean
from pressgen.facts import Fact, Group, Value, listed
from pressgen.readable import Readable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_printed: ContextVar[list[object]] = ContextVar("_printed")


class FactError(TypeError):
    """A template treats a fact as a string, or prints one that the event does not have."""


class FactView:
    """A fact as a template sees it: prints as itself, compares by its Korean, is no string."""

    __slots__ = ("_fact",)

    def __init__(self, fact: Fact) -> None:
        self._fact = fact

    def __getitem__(self, key: object) -> FactView | AbsentView:
        if style := self._fact.styles.get(str(key)):
            return FactView(style)
        if key != "short":
            raise FactError(f"‘{self._fact.name}’은(는) 낱낱이 나눌 수 없습니다.")
        short = self._fact.short
        return FactView(short) if short else AbsentView(f"{self._fact.name}.short")

    def __eq__(self, other: object) -> bool:
        return self._fact.korean == (other._fact.korean if isinstance(other, FactView) else other)

    def __hash__(self) -> int:
        return hash(self._fact.korean)

    def __str__(self) -> str:
        raise FactError(
            f"‘{self._fact.name}’은(는) 글에 이어 붙일 수 없습니다. {{{{ }}}}로 따로 적으세요."
        )

    __repr__ = __str__


class AbsentView:
    """An optional field that the event does not have: false, empty, and an error when printed."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __getitem__(self, key: str) -> AbsentView:
        return AbsentView(f"{self._name}.{key}")

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        raise FactError(
            f"자료에 없는 필드 ‘{self._name}’을(를) 적습니다. {{% if {self._name} %}}로 감싸세요."
        )

    __repr__ = __str__


class GroupView:
    """The fields of a group as a template sees them."""

    __slots__ = ("_fields", "_name")

    def __init__(self, name: str, fields: Mapping[str, Value]) -> None:
        self._name = name
        self._fields = fields

    def __getitem__(self, key: str) -> object:
        return view(self._fields[key], f"{self._name}.{key}")

    def __str__(self) -> str:
        first = next(iter(self._fields))
        message = f"‘{self._name}’은(는) {self._name}.{first}처럼 안쪽 필드를 적어야 합니다."
        raise FactError(message)

    __repr__ = __str__


def view(value: Value, name: str) -> object:
    """The value as a template sees it; `name` is its path, for messages."""
    if value is None:
        return AbsentView(name)
    if isinstance(value, Fact):
        return FactView(value)
    if isinstance(value, Group):
        return GroupView(value.name, value.fields)
    return tuple(view(item, name) for item in value)


class Printable:
    """A value, other than a fact, that a template may print and that is to be found in the output."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Marker(Printable):
    """Printed by a template to say what follows."""

    name: str


# A line that holds nothing but tags or comments leaves no line behind, least of all a blank one, which
# would part paragraphs. Its line break goes into a comment, so that errors keep their line.
_TAG_LINE = re.compile(
    r"^[ \t]*((?:(?:\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\})[ \t]*)+)\n",
    re.MULTILINE | re.DOTALL,
)


class _TemplateLoader(jinja2.BaseLoader):
    """Loads templates with their lines of tags taken out of the text."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        parts = jinja2.loaders.split_template_path(template)  # refuses ../
        for folder in self._folders:
            file = folder.joinpath(*parts)
            if file.is_file():
                return _TAG_LINE.sub(r"\1{#\n#}", read_text(file)), str(file), lambda: True
        raise jinja2.TemplateNotFound(template)


class _Unknown(jinja2.StrictUndefined):
    """A name that the event does not have; whatever is done with it is an error that says so."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, holder = self._undefined_name, self._undefined_obj
        if isinstance(holder, GroupView):
            hint = did_you_mean(str(name), holder._fields)
            return f"‘{holder._name}’에 ‘{name}’이라는(라는) 필드가 없습니다. {hint}"
        return f"‘{name}’이라는(라는) 필드가 없습니다."


_METHODS_OF_DICT = frozenset(dir(dict))
_MISSING = object()


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, which is asked for each name behind a dot, with a short answer for mere data.

    Nothing of ours, of a loop or in a dictionary is out of bounds but what begins with an underscore.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, GroupView) and attribute in obj._fields:
            return obj[attribute]
        if type(obj) is dict and attribute in obj and attribute not in _METHODS_OF_DICT:
            return obj[attribute]
        if isinstance(obj, (Readable, LoopContext)) and not attribute.startswith("_"):
            found = getattr(obj, attribute, _MISSING)
            if found is not _MISSING:
                return found
        return super().getattr(obj, attribute)


def make_environment(template_folders: Sequence[Path]) -> jinja2.Environment:
    """The sandbox in which kinds' templates and layouts run; the first folder that has a file wins."""
    environment = _Sandbox(
        loader=_TemplateLoader(template_folders),
        undefined=_Unknown,
        finalize=_finalize,
        auto_reload=False,
        autoescape=False,
    )
    environment.globals = {"namespace": environment.globals["namespace"]}
    environment.filters["listed"] = _listed
    return environment


def templates_behind(roots: Iterable[str], template_folders: Sequence[Path]) -> list[str]:
    """The names of these templates and of all that they include, import or extend, sorted.

    Where a template names another by an expression, that may be any. One that can't be read counts as
    if it named none: rendering it tells what is wrong.
    """
    environment, loader = make_environment(template_folders), _TemplateLoader(template_folders)
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        try:
            source, _, _ = loader.get_source(environment, name)
            behind = list(jinja2.meta.find_referenced_templates(environment.parse(source)))
        except (jinja2.TemplateError, PressgenError):
            continue
        if None in behind:
            behind = [
                file.relative_to(top).as_posix()
                for top in template_folders
                for file in top.rglob("*.jinja")
            ]
        waiting += [name for name in behind if name is not None]
    return sorted(found)


def _finalize(value: object) -> str:
    if isinstance(value, (str, int)):
        return str(value)
    if isinstance(value, FactView):
        value = value._fact
    elif isinstance(value, tuple):
        raise FactError("목록은 그대로 적을 수 없습니다. |listed를 붙이거나 하나씩 적으세요.")
    elif not isinstance(value, (Printable, Fact)):
        str(value)  # an absent field, a group or an undefined name says what is wrong with it
        raise FactError(f"글로 적을 수 없는 값입니다: {type(value).__name__}")
    printed = _printed.get()
    printed.append(value)
    return f"{_OPEN}{len(printed) - 1}{_CLOSE}"


def _listed(items: Iterable[object]) -> FactView:
    given = [item for item in items if not isinstance(item, AbsentView)]
    facts = tuple(item._fact for item in given if isinstance(item, FactView))
    if not facts or len(facts) < len(given):
        raise FactError("listed 앞에는 자료의 필드로 된 목록이 있어야 합니다.")
    return FactView(listed(facts))


def render(make: Callable[[], str], templates: str) -> list[str | Any]:
    """What `make` renders, as runs of plain text and the values printed between them.

    `templates` names what is being rendered, for an error that has no line. Raises PressgenError with
    the template's file and line for whatever goes wrong in it.
    """
    token = _printed.set([])
    try:
        with telling_template_errors(templates):
            return _runs(make(), _printed.get())
    finally:
        _printed.reset(token)


def _runs(text: str, printed: list[object]) -> list[str | Any]:
    pieces = _MARK.split(text)
    if any(_OPEN in plain or _CLOSE in plain for plain in pieces[::2]):
        raise FactError("필터가 필드를 자르거나 바꿨습니다. 필드에는 listed만 쓸 수 있습니다.")
    return [printed[int(piece)] if i % 2 else piece for i, piece in enumerate(pieces) if piece]


@contextmanager
def telling_template_errors(templates: str) -> Iterator[None]:
    """Turns whatever goes wrong with a template into a PressgenError with its file and line."""
    try:
        yield
    except PressgenError:
        raise
    except jinja2.TemplateSyntaxError as error:
        file = Path(error.filename or templates)
        message = f"서식을 읽을 수 없습니다({error.message})."
        raise PressgenError(Problem(message, file, error.lineno)) from None
    except Exception as error:  # a template can raise anything that Python can
        raise PressgenError(_problem_in_template(error, templates)) from None


def _problem_in_template(error: Exception, templates: str) -> Problem:
    """The innermost line of a template on the way to the error; Jinja puts them in the traceback."""
    file, line = Path(templates), None
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename.endswith(".jinja"):
            file, line = Path(frame.filename), frame.lineno
    if isinstance(error, (FactError, jinja2.UndefinedError)):
        message = str(error)
    elif isinstance(error, jinja2.TemplateNotFound):
        message = f"서식 ‘{error.name}’이(가) 없습니다."
    elif isinstance(error, RecursionError):
        message = "서식이 자기를 끝없이 부릅니다."
    elif isinstance(error, SecurityError):
        message = f"서식에서 쓸 수 없는 것을 씁니다({error})."
    else:
        message = f"서식을 펼칠 수 없습니다({error})."
    return Problem(message, file, line)
