"""`pressgen romanize`."""

from __future__ import annotations

import click


@click.command(
    epilog="""\b
예:
  pressgen romanize 집현전
  pressgen romanize --place 중랑구
  pressgen romanize --person 이동열"""
)
@click.argument("text")
@click.option(
    "--place", "kind", flag_value="place", help="땅 이름: 행정 구역 단위에 붙임표를 넣습니다."
)
@click.option("--person", "kind", flag_value="person", help="사람 이름: 성을 먼저, 관용 표기로.")
def command(text: str, kind: str | None) -> None:
    """글을 로마자로 적습니다(국어의 로마자 표기법)."""
    from pressgen.korean import romanize

    if kind == "place":
        click.echo(romanize(text, "place"))
    elif kind == "person":
        click.echo(romanize(text, "person"))
    else:
        click.echo(romanize(text))
