"""`pressgen check`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressgen.commands.check_pairs import check_pairs
from pressgen.commands.options import person_of, person_option
from pressgen.commands.run import Run, events_argument, run_options
from pressgen.commands.telling import problems_as_data, tell_findings, tell_problems
from pressgen.errors import ExitStatus, PressgenError, Problem, short_path
from pressgen.sheets.origin import with_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressgen.checks import Finding
    from pressgen.event import Event
    from pressgen.pipeline import Pipeline
    from pressgen.release import Release

_NOT_TRANSLATED = "아직 번역하지 않았습니다. 번역은 pressgen build가 합니다."


@dataclass(frozen=True, slots=True)
class _Checked:
    release: Release
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class _Dismissing:
    """What --dismiss, --undismiss and the options that go with them say."""

    code: str
    undo: bool
    about: str
    reason: str
    person: str


@click.command(
    epilog="""\b
예:
  pressgen check                  events/ 아래 모두
  pressgen check events/a.yaml    하나만
  pressgen check --json           다른 프로그램이 읽을 수 있게
  pressgen check --pairs a.tsv    가지고 있는 한국어와 영문을 견주어
  pressgen check --proof          사실과 문장을 견주어 볼 교정지를 만들어
  pressgen check events/a.yaml --dismiss name-splits --reason '본인에게 물음'"""
)
@events_argument
@click.option(
    "--pairs",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="자료 파일 대신, 한 줄에 한국어와 영문이 탭으로 나뉘어 있는 파일을 봅니다.",
)
@click.option("--json", "as_json", is_flag=True, help="JSON으로 적습니다.")
@click.option("--proof", is_flag=True, help="교정지(HTML)를 .pressgen/proof/에 만듭니다.")
@click.option("--dismiss", metavar="CODE", help="그 코드의 것을 살펴보았으니 넘어갑니다.")
@click.option("--undismiss", metavar="CODE", help="넘어간 것을 되돌립니다.")
@click.option("--about", metavar="TEXT", default="", help="그 말이 든 것만 넘어가거나 되돌립니다.")
@click.option("--reason", metavar="TEXT", default="", help="넘어가는 까닭.")
@person_option
@run_options(writes=False)
def command(
    run: Run,
    events: tuple[Path, ...],
    *,
    pairs: Path | None,
    as_json: bool,
    proof: bool,
    dismiss: str | None,
    undismiss: str | None,
    about: str,
    reason: str,
    person: str | None,
) -> None:
    """보도자료를 쓰지 않고, 사람이 보아야 할 것을 알려 줍니다. 네트워크를 쓰지 않습니다.

    살펴보니 괜찮은 것은 --dismiss와 --reason으로 넘어갑니다. 그 한국어나 영문이 바뀌면 다시 나옵니다.

    종료 코드: 0 볼 것이 없음, 1 잘못된 자료가 있음, 2 명령이 잘못됨, 3 사람이 볼 것이 있음.
    """
    from pressgen.pipeline import require_layout

    if pairs is not None:
        if events or proof or dismiss or undismiss or about or reason or person:
            raise click.UsageError("--pairs와는 --json과 --quiet만 함께 적을 수 있습니다.")
        sys.exit(check_pairs(pairs, as_json=as_json, quiet=run.quiet))
    if (reason or person) and not dismiss:
        raise click.UsageError("--reason과 --by는 --dismiss와 함께 씁니다.")
    if about and not (dismiss or undismiss):
        raise click.UsageError("--about은 --dismiss나 --undismiss와 함께 씁니다.")
    require_layout(run.workspace)
    pipeline = run.pipeline()
    problems: list[Problem] = []
    checked = _check(pipeline, run, events, problems)
    if (dismiss or undismiss) and not problems:
        if (dismiss and undismiss) or not events:
            raise click.UsageError("EVENT와, --dismiss나 --undismiss 가운데 하나를 적으세요.")
        told = _Dismissing(
            code=dismiss or undismiss or "",
            undo=not dismiss,
            about=about,
            reason=" ".join(reason.split()),
            person=person_of(person) if dismiss else "",
        )
        checked = _dismiss(pipeline, run, checked, told)
    if as_json:
        click.echo(_as_json(checked, problems))
    else:
        _tell(checked, quiet=run.quiet)
        tell_problems(problems)
    if proof:
        _write_proofs(pipeline, checked, quiet=as_json)
    look = any(one.severity.wants_a_person for each in checked for one in each.findings)
    sys.exit(ExitStatus.FAILED if problems else ExitStatus.LOOK if look else ExitStatus.OK)


def why_untranslated(event: Event, at: datetime) -> str:
    """Why a command that only looks has no English for something."""
    return held_back(event, at) or _NOT_TRANSLATED


def held_back(event: Event, at: datetime) -> str:
    """Why nothing of this event may leave the house now, "" where it may; that `at` looks ahead lets
    nothing out, in a build neither."""
    from pressgen.pipeline import hold_back

    return hold_back(event.timing, min(at, datetime.now(at.tzinfo)))


def _check(
    pipeline: Pipeline, run: Run, events: tuple[Path, ...], problems: list[Problem]
) -> list[_Checked]:
    from pressgen.archive.drafting import write_drafts

    checked = []
    for draft in write_drafts(pipeline, run.event_files(events, problems), problems):
        reason = why_untranslated(draft.event, run.at)
        try:
            release = pipeline.release(draft, lambda _, reason=reason: reason)  # type: ignore[misc]
        except PressgenError as error:
            problems += error.problems
        else:
            checked.append(_Checked(release, pipeline.findings(release, run.at)))
    return checked


def _dismiss(
    pipeline: Pipeline, run: Run, checked: Sequence[_Checked], told: _Dismissing
) -> list[_Checked]:
    """Dismisses, or takes back, what was told; returns the releases with what is found now."""
    from pressgen.checks.dismissals import NOT_DISMISSED

    if told.code in NOT_DISMISSED:
        message = f"[{told.code}]은(는) 넘어갈 수 없습니다. 영문을 적으세요."
        raise click.UsageError(str(Problem(message)))
    if not told.undo and not told.reason:
        raise click.UsageError("넘어가는 까닭을 --reason으로 적으세요.")
    meant = [(each, [one for one in each.findings if _is_meant(one, told)]) for each in checked]
    if not any(findings for _, findings in meant):
        codes = sorted({one.code for each in checked for one in each.findings})
        message = f"[{told.code}]이(가) 없습니다. 있는 것: {', '.join(codes) or '없음'}"
        raise click.UsageError(str(Problem(message)))
    for each, findings in meant:
        event = run.workspace.path_in(each.release.event.file)
        if told.undo:
            pipeline.dismissals.take_back(findings, event)
        else:
            now = datetime.now(UTC)
            pipeline.dismissals.add(findings, event, told.reason, told.person, now)
    return [_Checked(each.release, pipeline.findings(each.release, run.at)) for each in checked]


def _is_meant(finding: Finding, told: _Dismissing) -> bool:
    text = f"{finding.message}\n{finding.korean}\n{finding.english}"
    is_dismissed = finding.dismissal is not None
    return finding.code == told.code and is_dismissed == told.undo and told.about in text


def _tell(checked: Sequence[_Checked], *, quiet: bool) -> None:
    for each in checked:
        if each.findings or not quiet:
            name = short_path(each.release.event.file)
            click.echo(f"{name}{'' if each.findings else '  볼 것 없음'}")
            tell_findings(with_rows(each.findings, each.release.event.file), quiet=quiet)


def _write_proofs(pipeline: Pipeline, checked: Sequence[_Checked], *, quiet: bool) -> None:
    from pressgen.archive.files import write_file
    from pressgen.review.proof import proof_names, proof_sheet

    folder = pipeline.workspace.working_data / "proof"
    names = proof_names(each.release.event for each in checked)
    for name, each in zip(names, checked, strict=True):
        write_file(folder / name, proof_sheet(each.release, each.findings, pipeline.environment))
        if not quiet:
            click.echo(f"교정지: {short_path(folder / name)}")


def _as_json(checked: Sequence[_Checked], problems: Sequence[Problem]) -> str:
    data = {
        "events": [
            {
                "file": short_path(each.release.event.file),
                "findings": [
                    asdict(one) for one in with_rows(each.findings, each.release.event.file)
                ],
            }
            for each in checked
        ],
        "problems": problems_as_data(problems),
    }
    return json.dumps(data, ensure_ascii=False, indent=1)
