"""Why something was not fetched."""


class FetchError(Exception):
    """What is wrong and what to do next; `later`: another try may succeed."""

    def __init__(self, what: str, hint: str, later: bool = False) -> None:
        super().__init__(what)
        self.what, self.hint, self.later = what, hint, later
