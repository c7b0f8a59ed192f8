"""The least that makes pages of YAML: YAML to Jinja to Python-Markdown, and nothing else.

Run by benchmarks.archive: python benchmarks/archive_loop.py SOURCE OUTPUT PROCESSES
"""

from __future__ import annotations

import multiprocessing
import sys
from functools import cache
from pathlib import Path

import jinja2
import markdown
import yaml

ARTICLE = """\
# {{ title }}
{% for paragraph in paragraphs %}

{{ paragraph }}
{% endfor %}
"""
PAGE = """\
<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<title>{{ title }}</title>
{{ content }}
"""


@cache
def environment() -> tuple[jinja2.Template, jinja2.Template, markdown.Markdown]:
    """What is made once in each process."""
    return jinja2.Template(ARTICLE), jinja2.Template(PAGE), markdown.Markdown()


def make_page(paths: tuple[Path, Path]) -> None:
    """One page of one file."""
    source, target = paths
    article, page, converter = environment()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(source.read_text(encoding="utf-8"), loader)
    content = converter.reset().convert(article.render(data))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page.render(title=data["title"], content=content), encoding="utf-8")


def main(source: Path, output: Path, processes: int) -> None:
    paths = [
        (file, output / file.relative_to(source).with_suffix("") / "index.html")
        for file in sorted(source.rglob("*.yaml"))
    ]
    if processes == 1:
        for pair in paths:
            make_page(pair)
        return
    with multiprocessing.Pool(processes) as pool:
        pool.map(make_page, paths, chunksize=64)
        pool.close()
        pool.join()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
