"""What the READMEs show is what happens."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from pressgen.cli import COMMANDS
from pressgen.translation.engines import ENGINES
from pressgen.workspace import open_workspace

if TYPE_CHECKING:
    from tests.conftest import Program

PROJECT = Path(__file__).parent.parent
READMES = ["README.md", "README.ko.md"]


def blocks(readme: str, language: str) -> list[str]:
    text = (PROJECT / readme).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def run_console(block: str, pressgen: Program, monkeypatch: pytest.MonkeyPatch) -> str:
    """Runs the commands of a console block, and returns it with what they really print."""
    lines = []
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        lines.append(line)
        program, *arguments = line.removeprefix("$ ").split()
        if program == "cd":
            monkeypatch.chdir(arguments[0])
        else:
            lines.append(pressgen(*arguments).output.rstrip("\n"))
    return "\n".join(lines) + "\n"


def review(file: Path, korean: str, english: str) -> None:
    """Types the English into its cell, as a reviewer does."""
    book = openpyxl.load_workbook(file)
    for row in book.worksheets[0].iter_rows():
        if row[1].value == korean:
            row[2].value = english
    book.save(file)


@pytest.mark.parametrize("readme", READMES)
def test_a_reader_sees_what_the_readme_shows(
    readme: str, tmp_path: Path, pressgen: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    consoles = blocks(readme, "console")
    draft, check, mistakes, show, build, again, listed, sent, returned, search = consoles
    assert run_console(draft, pressgen, monkeypatch) == draft
    museum, wrong = blocks(readme, "yaml")
    Path("events/museum.yaml").write_text(museum, encoding="utf-8")
    assert run_console(check, pressgen, monkeypatch) == check
    rows, sheet = blocks(readme, "csv")
    Path("glossary.csv").write_text(rows, encoding="utf-8")
    bad = Path("events/mistakes.yaml")
    bad.write_text(wrong, encoding="utf-8")
    assert run_console(mistakes, pressgen, monkeypatch) == mistakes
    bad.unlink()
    assert run_console(show, pressgen, monkeypatch) == show
    assert run_console(build, pressgen, monkeypatch) == build
    assert run_console(again, pressgen, monkeypatch) == again
    Path("list.csv").write_text(sheet, encoding="utf-8")
    assert run_console(listed, pressgen, monkeypatch) == listed
    assert run_console(sent, pressgen, monkeypatch) == sent
    [korean, english] = re.findall(r"^(.*)\n  \+ (.*)$", returned, re.MULTILINE)[0]
    review(Path("museum.xlsx"), korean, english)
    assert run_console(returned, pressgen, monkeypatch) == returned
    assert run_console(search, pressgen, monkeypatch) == search
    entry, _ = blocks(readme, "po")
    Path("translations/en.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n' + entry,
        encoding="utf-8",
    )
    assert pressgen("build", "--offline").exit_code == 0


@pytest.mark.parametrize("readme", READMES)
def test_the_settings_that_the_readme_shows_are_settings(readme: str, tmp_path: Path) -> None:
    (block,) = (one for one in blocks(readme, "toml") if "[site]" in one)
    (tmp_path / "pressgen.toml").write_text(block, encoding="utf-8")
    assert open_workspace(tmp_path).settings.site.address("feed.xml").endswith(".kr/feed.xml")


def test_both_readmes_show_the_same() -> None:
    for language in ("console", "yaml", "csv", "po", "sh", "powershell", "toml"):
        assert blocks("README.md", language) == blocks("README.ko.md", language)


@pytest.mark.parametrize("readme", READMES)
def test_every_command_is_in_the_readme(readme: str) -> None:
    text = (PROJECT / readme).read_text("utf-8")
    assert all(f"`pressgen {name}" in text for name in COMMANDS)


@pytest.mark.parametrize("readme", READMES)
def test_every_engine_is_in_the_readme(readme: str) -> None:
    text = (PROJECT / readme).read_text("utf-8")
    assert all(f"| `{engine_id}` |" in text for engine_id in ENGINES)


@pytest.mark.parametrize("document", [*READMES, "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_link_leads_somewhere(document: str) -> None:
    text = (PROJECT / document).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert not [link for link in links if not (PROJECT / link).exists()]


def test_the_architecture_names_every_module() -> None:
    text = (PROJECT / "ARCHITECTURE.md").read_text("utf-8")
    modules = {
        path.relative_to(PROJECT / "pressgen").parts[0]
        for path in (PROJECT / "pressgen").rglob("*.py")
        if not path.name.startswith("__")
    }
    assert not {name for name in modules if name not in text}
