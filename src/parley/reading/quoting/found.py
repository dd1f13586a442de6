"""What finds quotations says, before anybody asks who the speaker is."""

from dataclasses import dataclass

from parley.record import Quote, QuoteKind, Span, Speaker

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One quotation, in code points of the article. `contents` leave the outer marks out; `cue` is the main verb or fixed
    phrase, `source` the words that name the speaker; `score` the probability that the three are right. `whole`: its
    place says that its words in marks are all that was said ("“We stay,” Vance said.")."""

    contents: tuple[Range, ...]
    kind: QuoteKind
    cue: Range | None
    source: Range | None
    score: float
    whole: bool = False

    @property
    def start(self) -> int:
        return self.contents[0][0]

    @property
    def end(self) -> int:
        return self.contents[-1][1]

    def quote(self, article: str, speaker: Speaker | None, right: float) -> Quote:
        """The quotation with its speaker; `right` is the probability that it is this one."""
        return Quote(
            spans=tuple(Span(article, *content) for content in self.contents),
            kind=self.kind,
            cue=Span(article, *self.cue) if self.cue else None,
            speaker=speaker,
            score=round(self.score * right, 3),
        )
