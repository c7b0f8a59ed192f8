"""`pressgen memory`."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressgen.commands.options import workspace_of, workspace_option
from pressgen.commands.telling import write_utf8
from pressgen.errors import short_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from pressgen.translation.exchange.base import Format
    from pressgen.translation.memory import Memory, Remembered
    from pressgen.workspace import Workspace

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group(
    epilog="""\b
예:
  pressgen memory stats
  pressgen memory search 업무협약
  pressgen memory export 기억.tmx
  pressgen memory import 업체.tmx --reviewed --by 김하늘"""
)
def command() -> None:
    """번역 기억: 한 번 옮긴 문장과 낱말, 사람이 확인한 영문."""


@command.command("stats")
@workspace_option
def stats(workspace_folder: Path | None) -> None:
    """무엇이 얼마나 있는지 셉니다."""
    entries = _memory(workspace_of(workspace_folder)).entries()
    reviewed = [entry for entry in entries if entry.reviewed]
    click.echo(f"모두 {len(entries)}개")
    _tell_counts(f"사람이 확인한 것 {len(reviewed)}개", [entry.approver for entry in reviewed])
    machine = [entry.engine for entry in entries if not entry.reviewed]
    _tell_counts(f"기계가 옮긴 것 {len(machine)}개", machine)


def _tell_counts(heading: str, names: Sequence[str]) -> None:
    click.echo(heading)
    for name, count in sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])):
        click.echo(f"  {name or '이름 없음'}  {count}개")


@command.command("search", epilog="예: pressgen memory search 업무협약")
@click.argument("words", nargs=-1, required=True)
@workspace_option
def search(workspace_folder: Path | None, words: tuple[str, ...]) -> None:
    """한국어나 영문에 그 말이 든 것을 찾고, 비슷한 것을 덧붙입니다."""
    from pressgen.translation.catalogs import normalized
    from pressgen.translation.similar import find_similar

    wanted = normalized(" ".join(words))
    entries = _memory(workspace_of(workspace_folder)).entries()
    found = [entry for entry in entries if _has(entry, wanted)]
    for entry in sorted(found, key=lambda one: one.korean != wanted):
        _tell(entry)
    others = [entry for entry in entries if not _has(entry, wanted)]
    near = find_similar(wanted, others, limit=5)
    if near:
        click.echo("비슷한 것:")
    for score, entry in near:
        _tell(entry, f"{score}% ")
    if not found and not near:
        click.echo("없습니다.")


def _has(entry: Remembered, wanted: str) -> bool:
    return wanted.casefold() in f"{entry.korean}\n{entry.english}".casefold()


def _tell(entry: Remembered, before: str = "") -> None:
    click.echo(f"{before}{entry.korean}\n  {entry.english}\n  {_origin(entry)}")


def _origin(entry: Remembered) -> str:
    """Who made it, when, for which release."""
    who = f"확인 {entry.approver}".rstrip() if entry.reviewed else f"기계 {entry.engine}"
    when = f"{entry.written.astimezone():%Y-%m-%d}" if entry.written else ""
    return ", ".join(part for part in (who, when, entry.release) if part)


@command.command(
    "export",
    epilog="""\b
예:
  pressgen memory export 기억.tmx
  pressgen memory export --format csv > 기억.csv""",
)
@click.argument("file", required=False, type=_FILE)
@click.option("--format", "format_name", type=click.Choice(["po", "tmx", "csv"]), help="형식.")
@click.option("--reviewed", is_flag=True, help="사람이 확인한 것만 적습니다.")
@workspace_option
def export(
    workspace_folder: Path | None, file: Path | None, format_name: str | None, *, reviewed: bool
) -> None:
    """모두 파일에 적습니다. 형식은 이름의 끝(.po, .tmx, .csv)을 따르고, FILE이 없으면 화면에 적습니다."""
    from pressgen.archive.files import write_file

    memory = _memory(workspace_of(workspace_folder))
    entries = [entry for entry in memory.entries() if entry.reviewed or not reviewed]
    text = _format(format_name, file).write(entries)
    if file is None:
        write_utf8(text)
        return
    write_file(file, text)
    click.echo(f"{len(entries)}개를 적었습니다: {short_path(file)}")


def _format(name: str | None, file: Path | None) -> Format:
    from pressgen.translation.exchange import FORMATS, load_format

    chosen = name or (file.suffix.lower().removeprefix(".") if file else "")
    if chosen not in FORMATS:
        what = f"{short_path(file)}: " if file else ""
        raise click.UsageError(f"{what}이름이 .po, .tmx, .csv로 끝나거나 --format이 있어야 합니다.")
    return load_format(chosen)


@command.command("import", epilog="예: pressgen memory import 업체.tmx --reviewed --by 김하늘")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--format", "format_name", type=click.Choice(["po", "tmx", "csv"]), help="형식.")
@click.option("--reviewed", is_flag=True, help="상태가 없는 것은 사람이 확인한 것입니다.")
@click.option("--by", "person", metavar="NAME", default="", help="확인한 사람.")
@click.option(
    "--machine", metavar="ENGINE", default="", help="상태가 없는 것은 그 번역기의 것입니다."
)
@workspace_option
def import_(
    workspace_folder: Path | None,
    file: Path,
    format_name: str | None,
    *,
    reviewed: bool,
    person: str,
    machine: str,
) -> None:
    """PO, TMX, CSV에서 들입니다. 확인한 것이 기계의 것보다, 새것이 헌것보다 앞섭니다.

    pressgen이 적은 파일은 그대로 들입니다. 다른 프로그램의 파일이면 --reviewed나 --machine으로 누구의 것인지
    알려 주세요. 쓸 수 없는 것이 하나라도 있으면 아무것도 들이지 않습니다.
    """
    from pressgen.translation.exchange.taking import Vouching, take, unused

    if reviewed and machine:
        raise click.UsageError("--reviewed와 --machine 가운데 하나만 붙이세요.")
    if person and not reviewed:
        raise click.UsageError("--by는 --reviewed와 함께 씁니다.")
    if not re.fullmatch(r"[\w-]*", machine):
        raise click.UsageError(f"‘{machine}’ 대신 google처럼 글자와 숫자로 된 이름을 적으세요.")
    contents = _format(format_name, file).read(file)
    entries = take(contents, file, Vouching(reviewed, " ".join(person.split()), machine))
    workspace = workspace_of(workspace_folder)
    taken = _memory(workspace).merge(entries)
    for problem in [*contents.skipped, *unused(contents, file, _fact_names(workspace))]:
        click.echo(str(problem), err=True)
    click.echo(
        f"{len(taken)}개를 들였습니다. 이미 있거나 더 나은 것이 있는 것 {len(entries) - len(taken)}개."
    )


def _fact_names(workspace: Workspace) -> set[str]:
    """The facts that the kinds of this workspace have."""
    from pressgen.kinds import fact_names, find_kinds, load_kind

    folders = workspace.template_folders
    return {
        name for kind in find_kinds(folders) for name in fact_names(load_kind(kind, folders).fields)
    }


@command.command(
    "forget",
    epilog="""\b
예:
  pressgen memory forget '고맙다.'
  pressgen memory forget --engine google --before 2026-01-01""",
)
@click.argument("korean", nargs=-1)
@click.option("--engine", metavar="NAME", help="그 번역기가 옮긴 것.")
@click.option("--before", metavar="DAY", help="그날 0시 전의 것. 예: 2026-01-01")
@click.option("--yes", is_flag=True, help="묻지 않습니다.")
@workspace_option
def forget(
    workspace_folder: Path | None,
    korean: tuple[str, ...],
    engine: str | None,
    before: str | None,
    *,
    yes: bool,
) -> None:
    """지웁니다. KOREAN은 글자 그대로인 문장이나 낱말입니다.

    --engine과 --before는 기계가 옮긴 것만 지우고, 둘 다 있으면 둘 다 맞는 것을 지웁니다. 사람이 확인한 것은
    KOREAN으로만 지웁니다.
    """
    from pressgen.translation.catalogs import normalized

    if not (korean or engine or before):
        raise click.UsageError("지울 것을 적으세요: KOREAN, --engine, --before")
    workspace = workspace_of(workspace_folder)
    memory = _memory(workspace)
    limit = _day(before, workspace) if before else None
    named = {*korean, *map(normalized, korean)}
    gone = [
        entry
        for entry in memory.entries()
        if entry.korean in named or ((engine or limit) and _is_old_work(entry, engine, limit))
    ]
    for entry in gone:
        _tell(entry)
    if not gone:
        click.echo("그런 것이 없습니다.")
        return
    if not yes and not click.confirm(f"{len(gone)}개를 지울까요?"):
        click.echo("지우지 않았습니다.")
        return
    memory.forget(entry.korean for entry in gone)
    click.echo(f"{len(gone)}개를 지웠습니다.")


def _is_old_work(entry: Remembered, engine: str | None, limit: datetime | None) -> bool:
    if entry.reviewed or (engine and entry.engine != engine):
        return False
    return limit is None or (entry.written is not None and entry.written < limit)


def _day(text: str, workspace: Workspace) -> datetime:
    from pressgen.fields import moment_of

    moment = moment_of(text, workspace.zone)
    if moment is None:
        raise click.BadParameter(f"‘{text}’ 대신 2026-01-01처럼 적으세요.", param_hint="--before")
    return moment


def _memory(workspace: Workspace) -> Memory:
    from pressgen.translation.sqlite_memory import SqliteMemory

    return SqliteMemory(workspace.database)
