"""HTML as the services that take it translate it: text by text, but what says translate="no"."""

from collections.abc import Callable

from bs4 import BeautifulSoup


def translated_html(html: str, translate: Callable[[str], str]) -> str:
    soup = BeautifulSoup(html, "html.parser")
    for text in list(soup.find_all(string=True)):
        if not text.find_parent(attrs={"translate": "no"}):
            text.replace_with(translate(str(text)))
    return str(soup)
