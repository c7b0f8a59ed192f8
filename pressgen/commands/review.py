"""`pressgen review`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressgen.commands.check import held_back, why_untranslated
from pressgen.commands.options import person_of, person_option
from pressgen.commands.run import Run, event_argument, run_options
from pressgen.commands.telling import tell_findings
from pressgen.errors import ExitStatus, PressgenError, Problem, short_path
from pressgen.sheets.origin import with_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressgen.pipeline import Draft, Pipeline
    from pressgen.review.approval import Approved
    from pressgen.review.sheet import Format, Sent
    from pressgen.review.units import Unit

_FILE = click.Path(dir_okay=False, path_type=Path)
_REBUILD = "pressgen build로 다시 만드세요."


@dataclass(frozen=True, slots=True)
class _Review:
    """One release under review, and by whom."""

    run: Run
    pipeline: Pipeline
    draft: Draft
    person: str

    def units(self) -> list[Unit]:
        """What there is to review, as it reads now."""
        from pressgen.review.units import units_of

        reason = why_untranslated(self.draft.event, self.run.at)
        release = self.pipeline.release(self.draft, lambda _: reason)
        return units_of(release, self.pipeline.findings(release, self.run.at))

    def tell(self, approved: Sequence[Approved]) -> bool:
        """Tells what a person must look at in what was approved, as it reads now; whether there is any."""
        korean = {one.unit.korean for one in approved}
        findings = [
            finding
            for unit in self.units()
            for finding in unit.findings
            if unit.korean in korean and finding.severity.wants_a_person
        ]
        tell_findings(with_rows(findings, self.draft.event.file))
        return bool(findings)

    def sent(self, units: Sequence[Unit]) -> list[Sent]:
        """The units with suggestions for those that are open."""
        from pressgen.review.sheet import Sent
        from pressgen.translation.similar import find_similar

        entries = self.pipeline.memory.entries()
        return [
            Sent(unit, find_similar(unit.korean, entries) if unit.is_open else []) for unit in units
        ]

    def approve(self, approved: Sequence[Approved]) -> None:
        """Remembers them, at once, and tells what that means elsewhere."""
        from pressgen.review.approval import approve

        now = datetime.now(UTC)
        outcome = approve(self.pipeline, self.draft, approved, self.person, now)
        for pattern in outcome.patterns:
            click.echo(f"다른 보도자료에도 쓸 틀: {pattern.korean}\n  {pattern.english}")
        for one in outcome.otherwise:
            message = f"확인했지만 다른 곳에 정해진 영문이 앞섭니다(용어집, 자료 파일): ‘{one.unit.korean}’"
            click.echo(message, err=True)


@click.command(
    epilog="""\b
예:
  pressgen review events/a.yaml                    터미널에서 하나씩
  pressgen review events/a.yaml --export a.xlsx    번역 업체에 보낼 파일로
  pressgen review events/a.yaml --import a.xlsx --by 김하늘"""
)
@event_argument
@click.option("--export", "export_file", type=_FILE, help="문장과 영문을 .po나 .xlsx에 적습니다.")
@click.option(
    "--import",
    "import_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="돌아온 .po나 .xlsx를 확인된 영문으로 들입니다.",
)
@click.option("--skip-changed", is_flag=True, help="들일 수 없는 것은 빼고 나머지를 들입니다.")
@person_option
@run_options(writes=False)
def command(
    run: Run,
    event: Path,
    *,
    export_file: Path | None,
    import_file: Path | None,
    skip_changed: bool,
    person: str | None,
) -> None:
    """보도자료의 영문을 사람이 확인합니다. 확인한 것은 번역 기억에 남고, 다시 만들면 쓰입니다.

    아직 아무도 확인하지 않은 것(영문이 없는 것, 기계가 옮긴 것, 볼 것이 있는 것)을 하나씩 보여 줍니다. 파일로
    내보냈다가 들일 때는 영문이 적힌 것을 모두 확인된 것으로 보고, 영문을 지운 것은 그대로 열어 둡니다.

    종료 코드: 0 됨, 1 들이지 못함, 2 명령이 잘못됨, 3 들였으나 사람이 볼 것이 있음.
    """
    if export_file and import_file:
        raise click.UsageError("--export와 --import 가운데 하나만 붙이세요.")
    if skip_changed and not import_file:
        raise click.UsageError("--skip-changed는 --import와 함께 씁니다.")
    if person and export_file:
        raise click.UsageError("--by는 영문을 들이거나 확인할 때 씁니다.")
    pipeline = run.pipeline()
    approver = "" if export_file else person_of(person)
    review = _Review(run, pipeline, pipeline.draft(run.event_file(event)), approver)
    if export_file:
        _export(review, export_file)
    elif import_file:
        _import(review, import_file, skip_changed=skip_changed)
    else:
        _walk(review)


def _format(file: Path) -> Format:
    from pressgen.review.sheet import FORMATS, load_format

    name = file.suffix.lower().removeprefix(".")
    if name not in FORMATS:
        raise click.UsageError(f"{short_path(file)}: 이름이 .po나 .xlsx로 끝나야 합니다.")
    return load_format(name)


def _export(review: _Review, file: Path) -> None:
    from pressgen.archive.files import write_bytes

    if file.exists():
        raise click.UsageError(f"{short_path(file)}: 이미 있습니다. 다른 이름을 적거나 지우세요.")
    units = review.units()
    event = review.run.workspace.path_in(review.draft.event.file)
    write_bytes(file, _format(file).write(review.sent(units), event))
    count = sum(unit.is_open for unit in units)
    click.echo(f"{len(units)}개를 적었습니다. 그 가운데 확인할 것 {count}개: {short_path(file)}")
    if held_back(review.draft.event, review.run.at):
        click.echo("아직 나갈 수 없는 자료입니다. 이 파일을 누구에게 보내도 되는지 살펴보세요.")


def _import(review: _Review, file: Path, *, skip_changed: bool) -> None:
    from pressgen.review.sheet import take_back

    result = take_back(_format(file).read(file), review.units(), file)
    if result.refused and not skip_changed:
        hint = "아무것도 들이지 않았습니다. 나머지만 들이려면 --skip-changed를 붙이세요."
        raise PressgenError(*result.refused, Problem(hint))
    review.approve(result.approved)
    for refused in result.refused:
        click.echo(f"건너뜀  {refused}", err=True)
    changed = [one for one in result.approved if one.is_changed]
    for one in changed:
        click.echo(one.unit.korean)
        if one.unit.english is not None:
            click.echo(f"  - {one.unit.english}")
        click.echo(f"  + {one.english}")
    click.echo(
        f"{len(result.approved)}개를 확인된 것으로 들였습니다. 그 가운데 고친 것 {len(changed)}개."
    )
    if result.absent:
        click.echo(f"파일에 없어 열려 있는 것 {len(result.absent)}개.")
    has_findings = review.tell(result.approved)
    click.echo(_REBUILD)
    if has_findings:
        sys.exit(ExitStatus.LOOK)


def _walk(review: _Review) -> None:
    seen: set[str] = set()
    approved = 0
    of = sum(unit.is_open for unit in review.units())
    try:
        while unit := next(
            (one for one in review.units() if one.is_open and one.korean not in seen), None
        ):
            seen.add(unit.korean)
            click.echo(f"\n({len(seen)}/{max(of, len(seen))}) {unit.label}")
            _show(review, unit)
            if decision := _ask(unit):
                review.approve([decision])
                approved += 1
                if decision.is_changed:  # of what stood there, the findings have been shown
                    review.tell([decision])
    except click.Abort:  # or Ctrl-C, or no more input: what was approved is remembered already
        click.echo()
    left = [one for one in review.units() if one.is_open]
    click.echo(f"\n{approved}개를 확인했습니다. 남은 것 {len(left)}개.")
    if any(one.english is not None and not one.engine for one in left):
        click.echo("영문은 맞는데 볼 것이 남은 것은 pressgen check --dismiss로 넘어갑니다.")
    if approved:
        click.echo(_REBUILD)


def _show(review: _Review, unit: Unit) -> None:
    from pressgen.review.words import told

    click.echo(f"  {unit.korean}\n  {unit.english or '[번역 대기]'}\n  {unit.origin}")
    for finding in unit.findings:
        click.echo(f"  {told(finding)}")
    [sent] = review.sent([unit])
    for score, near in sent.similar:
        click.echo(f"  비슷한 것 {score}%: {near.korean} → {near.english}")


def _ask(unit: Unit) -> Approved | None:
    """The English that the person vouches for, None to skip. Raises Abort to quit."""
    from pressgen.review.approval import Approved

    while True:
        answer = click.prompt("[a] 맞음  [e] 고쳐 쓰기  [s] 건너뛰기  [q] 그만").strip().lower()
        if answer == "q":
            raise click.Abort
        if answer == "s":
            return None
        if answer == "a" and unit.english is not None:
            return Approved(unit, unit.english)
        if answer == "a":
            click.echo("영문이 없습니다. e로 적거나 s로 건너뛰세요.")
        if answer == "e" and (typed := _typed()):
            return Approved(unit, typed)


def _typed() -> str:
    """English that the person types, "" where they thought better of it or it can't be used."""
    from pressgen.datafile import find_forbidden, forbidden
    from pressgen.translation.catalogs import normalized

    typed = normalized(click.prompt("영문(비우면 되돌아갑니다)", default="", show_default=False))
    if found := find_forbidden(typed):
        click.echo(str(Problem(f"{forbidden(found)} 다시 적으세요.")))
        return ""
    return typed
