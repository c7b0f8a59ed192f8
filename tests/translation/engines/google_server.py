"""A stand-in for Google Translate: the page that deep-translator reads.

The text is in the query's `q`, the English in `<div class="result-container">`.
"""

from html import escape

from tests.translation.engines.loopback import (
    ERROR_TEXT,
    Fault,
    LoopbackServer,
    Reply,
    Request,
    translated_lines,
)

_CAPTCHA = "Our systems have detected unusual traffic from your computer network."


class GoogleServer(LoopbackServer):
    """The server; `requests`: the texts it was sent, as they came."""

    path = "/m"

    @property
    def requests(self) -> list[str]:
        return [request.query.get("q", "") for request in self.received]

    def reply(self, request: Request, fault: Fault | None) -> Reply:
        query = request.query
        if (query.get("sl"), query.get("tl")) != ("ko", "en"):
            return Reply("Korean to English only", 400)
        if fault in _PAGES:
            return Reply(_PAGES[fault])
        return Reply(_page(translated_lines(query["q"], self.translate, fault)))


def _page(english: str) -> str:
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><title>Google Translate</title>'
        '</head><body><div class="root-container"><div class="header">Google Translate</div>'
        f'<div class="result-container">{escape(english)}</div>'
        '<div class="links-container"><a href="#">About</a></div></div></body></html>'
    )


_PAGES = {
    Fault.CUT_PAGE: _page("A sentence that ends in the").partition("ends in")[0],
    Fault.NO_RESULT: "<html><body>Hello</body></html>",
    Fault.ERROR_PAGE: f"<html><title>Error 500 (Server Error)!!1</title>{ERROR_TEXT}</html>",
    Fault.STRANGE_PAGE: f"<html><!--{_page('hidden')}--></html>",
    Fault.CAPTCHA_PAGE: f"<html><body>{_CAPTCHA}</body></html>",
}
