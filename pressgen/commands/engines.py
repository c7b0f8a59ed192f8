"""`pressgen engines`."""

from __future__ import annotations

import json
import sys
import time
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressgen.commands.options import engine_id, workspace_of, workspace_option
from pressgen.errors import ExitStatus, PressgenError, Problem, short_path

if TYPE_CHECKING:
    from pressgen.workspace import Workspace

SENTENCE = "도서관은 매일 아침 아홉 시에 문을 엽니다."
"""What `--test` sends: nobody's news."""
_HEADINGS = ("엔진", "이름", "상태", "글이 나가는 곳", "공개 서비스")


@dataclass(frozen=True, slots=True)
class _Row:
    """One engine: `missing` is what keeps it from being used, "" if nothing does."""

    id: str
    name: str
    missing: str
    goes_to: str
    public: bool

    def cells(self) -> tuple[str, ...]:
        state = "준비 안 됨" if self.missing else "준비됨"
        return (self.id, self.name, state, self.goes_to, "예" if self.public else "아니요")


@click.group(
    invoke_without_command=True,
    epilog="""\b
예:
  pressgen engines                              쓸 수 있는 엔진과 모자란 것
  pressgen engines --test google                한 문장을 번역해 보기
  pressgen engines install ko_en.argosmodel     오프라인 번역 모델 설치""",
)
@click.option("--test", "tested", metavar="NAME", help="이 엔진으로 한 문장을 번역해 봅니다.")
@click.option("--json", "as_json", is_flag=True, help="목록을 JSON으로 적습니다.")
@workspace_option
@click.pass_context
def command(
    ctx: click.Context, workspace_folder: Path | None, tested: str | None, as_json: bool
) -> None:
    """번역 엔진마다 쓸 수 있는지, 무엇이 모자란지, 글이 어디로 나가는지 보여 줍니다.

    목록을 보여 줄 때는 아무 데도 연결하지 않습니다. 종료 코드: 0 됨, 1 번역하거나 설치하지 못함, 2 명령이 잘못됨.
    """
    if ctx.invoked_subcommand is not None:
        if tested is not None or as_json:
            raise click.UsageError("--test와 --json은 install과 함께 쓸 수 없습니다.")
        return
    if tested is not None and as_json:
        raise click.UsageError("--test와 --json 가운데 하나만 붙이세요.")
    workspace = workspace_of(workspace_folder)
    if tested is not None:
        _test(workspace, engine_id(tested, "--test"))
        return
    rows = _rows(workspace)
    if as_json:
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
    else:
        _tell(rows)


@command.command(epilog="예: pressgen engines install translate-ko_en-1_1.argosmodel")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--sha256", metavar="HEX", help="파일의 SHA-256이 이것일 때에만 설치합니다.")
def install(file: Path, sha256: str | None) -> None:
    """오프라인 번역 모델(.argosmodel, .zip)을 작업 폴더 밖의 사용자 폴더에 설치합니다."""
    from pressgen.translation.engines.model_folder import models_folder
    from pressgen.translation.engines.model_package import checksum
    from pressgen.translation.engines.model_package import install as install_model

    found = checksum(file)
    click.echo(f"SHA-256  {found}")
    if sha256 is not None and sha256.strip().lower() != found:
        message = "SHA-256이 다릅니다. 파일이 깨졌거나 바뀌었습니다. 설치하지 않았습니다."
        raise PressgenError(Problem(message, file))
    installed = install_model(file, models_folder())
    model = installed.model
    click.echo(f"이름     {installed.folder.name}")
    click.echo(f"판       {model.version or '적혀 있지 않음'}")
    click.echo(f"언어     {model.languages or '적혀 있지 않음'}")
    click.echo(f"설치했습니다: {short_path(installed.folder)}")
    click.echo("다음: pressgen engines --test offline")


def _rows(workspace: Workspace) -> list[_Row]:
    from pressgen.translation.engines import ENGINES, NotReadyError, open_engine
    from pressgen.translators import engine_settings

    rows = []
    for name in ENGINES.values():
        try:
            engine = open_engine(name.id, engine_settings(workspace, name.id, {}))
        except NotReadyError as error:
            goes_to = "이 컴퓨터" if name.local else "바깥" if name.public else "주소에 따름"
            missing = Problem(f"{error}.").text
        else:
            goes_to, missing = _place(engine.host, leaves_house=engine.leaves_house), ""
            engine.close()
        rows.append(_Row(name.id, name.korean, missing, goes_to, name.public))
    return rows


def _place(host: str, *, leaves_house: bool) -> str:
    from pressgen.translation.engines.house import is_this_machine

    if leaves_house:
        return f"바깥({host})"
    if not host:
        return "이 컴퓨터"
    return f"이 컴퓨터({host})" if is_this_machine(host) else f"내부망({host})"


def _tell(rows: list[_Row]) -> None:
    lines = [_HEADINGS, *(row.cells() for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    for line, row in zip(lines, [None, *rows], strict=True):
        padded = [
            cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)
        ]
        click.echo("  ".join(padded).rstrip())
        if row is not None and row.missing:
            click.echo(f"  → {row.missing}")


def _width(text: str) -> int:
    """How many columns of a terminal the text takes: two for a Hangul syllable."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _test(workspace: Workspace, tested: str) -> None:
    from pressgen.translators import open_one

    engine = open_one(workspace, tested, {})
    start = time.monotonic()
    try:
        [answer] = engine.translate([SENTENCE])
    finally:
        engine.close()
    took = f"{time.monotonic() - start:.1f}초"
    click.echo(SENTENCE)
    if answer.text is None:
        click.echo(f"→ 번역하지 못했습니다. {answer.reason}. ({took})")
        sys.exit(ExitStatus.FAILED)
    click.echo(f"→ {answer.text} ({took})")
