"""`pressgen search`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressgen.commands.options import workspace_of, workspace_option
from pressgen.commands.telling import write_utf8
from pressgen.errors import short_path

if TYPE_CHECKING:
    from pressgen.archive.search.query import Hit, Query

_INDENT = " " * len("2026-11-23  ")


@click.command(
    epilog="""\b
예:
  pressgen search 재단             한빛문화재단은, 재단이 모두 나옵니다
  pressgen search 도서관 인증      둘 다 든 것
  pressgen search --json library   다른 프로그램이 읽을 수 있게"""
)
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="JSON으로 적습니다.")
@click.option(
    "--output",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="보도자료를 둔 폴더. 없으면 작업 폴더의 releases/.",
)
@workspace_option
def command(
    workspace_folder: Path | None, output: Path | None, words: tuple[str, ...], *, as_json: bool
) -> None:
    """나간 보도자료에서 낱말을 찾습니다. 찾기 페이지와 같은 것을 같은 차례로 보여 줍니다.

    한글은 낱말의 어디에 있어도, 로마자와 숫자는 낱말의 첫머리부터 찾습니다. 여럿을 적으면 모두 든
    것을 찾습니다. 제목에 모두 든 것이 먼저, 그 안에서는 새것이 먼저입니다.

    종료 코드: 0 찾음(하나도 없어도), 1 읽지 못한 것이 있음, 2 명령이 잘못됨.
    """
    from pressgen.archive.search.query import read_query

    query = read_query(" ".join(words))
    if not query.terms:
        raise click.BadParameter("한글이나 로마자, 숫자로 적으세요.", param_hint="WORDS")
    archive = output if output is not None else workspace_of(workspace_folder).releases
    if not archive.is_dir():
        message = (
            f"{short_path(archive)} 폴더가 없습니다. 아직 나간 보도자료가 없거나,"
            " 여기가 작업 폴더가 아닙니다(--workspace로 알려 주세요)."
        )
        raise click.ClickException(message)
    hits = _find(archive, query)
    if as_json:
        write_utf8(_as_json(query, hits))
        return
    for hit in hits:
        _tell(hit, query, archive)
    click.echo(f"보도자료 {len(hits):,}건" if hits else "찾은 보도자료가 없습니다.")


def _find(archive: Path, query: Query) -> list[Hit]:
    """Asks the index where the archive has one, else reads every release: the answer is the same."""
    from pressgen.archive.search.reader import ask_index, has_index

    if has_index(archive):
        return ask_index(archive, query)
    from pressgen.archive.published import read_published
    from pressgen.archive.search.query import scan

    return scan(read_published(archive), query)


def _tell(hit: Hit, query: Query, archive: Path) -> None:
    click.echo(f"{hit.released}  {_marked(hit.headline.korean, query)}")
    if hit.headline.english is not None:
        click.echo(_INDENT + _marked(hit.headline.english, query))
    click.echo(_INDENT + short_path(archive / hit.place))


def _marked(text: str, query: Query) -> str:
    """The text, in a terminal with what was asked for set off."""
    return "".join(
        click.style(part, bold=True, fg="green") if is_found else part
        for part, is_found in query.parts(text)
    )


def _as_json(query: Query, hits: list[Hit]) -> str:
    data = {
        "terms": query.terms,
        "releases": [
            {
                "place": hit.place,
                "released": hit.released.isoformat(),
                "headline": {"ko": hit.headline.korean, "en": hit.headline.english},
                "in_headline": hit.in_headline,
            }
            for hit in hits
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
