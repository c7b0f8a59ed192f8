"""What a request that brought nothing says of itself.

Apart from the line, so that an engine which sends nothing loads nothing that could.
"""


class LineError(Exception):
    """A request that brought nothing.

    reason: why, one line in Korean. over: another request would fail as well, so none is worth
    sending. status: the page's, 0 where there was none. passing: the same request may succeed if it is sent again. retry_after: seconds for which
    the other side wants to be left alone. is_rest: nothing was sent, for the reason of an earlier error.
    """

    def __init__(
        self,
        reason: str,
        *,
        over: bool,
        status: int = 0,
        passing: bool = False,
        retry_after: float = 0.0,
        is_rest: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.over = over
        self.status = status
        self.passing = passing
        self.retry_after = retry_after
        self.is_rest = is_rest
