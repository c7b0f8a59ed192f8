"""`pressgen particles`."""

from __future__ import annotations

import click


@click.command(epilog="예: pressgen particles '업무협약(MOU)을(를) 맺었다.'")
@click.argument("text")
def command(text: str) -> None:
    """글에 든 은(는), 이(가), 을(를), 과(와), (으)로 같은 조사를 앞말에 맞게 고릅니다."""
    from pressgen.korean import resolve_particles

    click.echo(resolve_particles(text))
