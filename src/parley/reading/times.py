"""Time expressions of one article with their TIMEX3 values."""

import re

from parley.reading.prose import Prose
from parley.reading.timing.grammar import matches
from parley.reading.timing.scene import Scene
from parley.reading.timing.tokens import Tokens, split
from parley.record import BlockKind, TimeExpression, TimeKind
from parley.text.calendar import day_of

__all__ = ["find_times"]

READ = (BlockKind.TITLE, BlockKind.DATELINE, BlockKind.BODY, BlockKind.HEADING, BlockKind.CAPTION)
YEAR = re.compile(r"\d{4}(?![^\W_])")
EARNINGS = re.compile("o-?U")  # "third-quarter"
FEW_YEARS = 8  # written years from which a text can be a narrative (WikiWars 01-11 against TimeBank)


def find_times(prose: Prose) -> tuple[TimeExpression, ...]:
    """In text order; `prose.article.published` anchors "Wednesday", None leaves it unresolved."""
    blocks = sorted((b.span for b in prose.blocks if b.kind in READ), key=lambda s: s.start)
    tokens = split(prose.article.text, [(s.start, s.end) for s in blocks])
    published = day_of(prose.article.published)
    scene = Scene(tokens, published, is_narrative(tokens, published.year if published else None))
    scene.on_earnings = EARNINGS.search(tokens.codes) is not None and "quarter" in prose.article.text
    found: list[TimeExpression] = []
    for each in matches(tokens, scene):
        kind, value, basis = each.meaning
        span = prose.span(tokens.span(each.first)[0], tokens.span(each.last - 1)[1])
        found.append(TimeExpression(span, kind, value, basis))
        if value and kind in (TimeKind.DATE, TimeKind.TIME) and YEAR.match(value):
            scene.tell(value)
    return tuple(found)


def is_narrative(tokens: Tokens, year: int | None) -> bool:
    """Whether a text tells history, far from its publication, so that its dates count from each other."""
    years = [int(tokens.word(m.start())) for m in re.finditer("Y", tokens.codes)]
    far = [y for y in years if year is None or abs(y - year) > 1]
    near = tokens.codes.count("W") + tokens.codes.count("T")
    return len(far) >= FEW_YEARS and len(far) > 3 * near
