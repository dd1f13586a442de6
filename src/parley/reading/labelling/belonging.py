"""Which lines belong to the article."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from parley.learn.lines import in_row, load, slots
from parley.learn.surroundings import load_surroundings
from parley.reading.labelling.bags import bags_of
from parley.reading.labelling.page_context import page_context
from parley.reading.labelling.page_features import bags, page_features
from parley.reading.labelling.sequels import without_sequels
from parley.reading.labelling.text_context import text_context
from parley.reading.labelling.text_features import headings, text_features
from parley.reading.labelling.threads import without_talk, without_threads
from parley.reading.lines import Line, openings
from parley.record import BlockKind
from parley.text.markup import ShownLine

# letters of all paragraphs; log-odds: training/lines.py, held-out domains, where it costs nothing
SHORT, TRUST = 4000, 0.8
# paragraphs, and their share of the letters, of a text as long as no page of the training: its end looks strange to the model
ENDLESS, CLEAN, LONG_TRUST = 100, 0.95, 3.0
# letters and their share, from which a text is given clean: of lines.train's pages 3 are so, two with nothing to leave out
LONG, PURE = 16_000, 0.98
TWICE = 0.25  # share of the letters kept that is told again where an article stands twice: pages.dev, scrapinghub
# log-odds: a line is kept where it is likelier of the article than half the F1 to be expected; lines.train, held-out domains
TEXT_LEANING = 0.1
LONG_LINE = 60  # letters: shorter lines of plain text stand twice by chance
RUN = 5  # words
LEANINGS = tuple(n / 4 for n in range(-10, 11))  # log-odds
MOST_LEANING = 1.0  # log-odds: pages.train, held-out domains
SURE = 0.9  # expected F1 of a page on which nothing is leant: pages.train, held-out domains
# log-odds that a change between article and residue costs, on a page and in plain text: held-out domains of the training
CHANGE, TEXT_CHANGE = 0.5, 0.25


def belongs(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> list[bool]:
    """One answer a line; `kinds` is what the rules say of them."""
    model, around = load("lines"), load_surroundings()
    of_lines = in_row(slots(openings(lines)))
    words = bags_of(lines)
    rows = text_features(lines, kinds, model.wording(of_lines), around.wording(of_lines, headings(lines)), words)
    margins = model.trees.margin(rows)
    if model.again is not None:
        margins = (margins + model.again.margin(text_context(lines, margins, words))) * np.float32(0.5)
    likely = _trusting(lines, kinds, (margins + np.float32(TEXT_LEANING)).tolist())
    kept = first_telling(lines, smoothed(likely, TEXT_CHANGE))
    return without_sequels(lines, without_talk(lines, without_threads(lines, kept)))


def _trusting(lines: Sequence[Line], kinds: Sequence[BlockKind], margins: list[float]) -> list[float]:
    """The margins, where the paragraphs of an article need less proof: of a short one, for the pages of the training are
    long, and of one that is longer than any of them and hardly holds anything else (a history, a transcript)."""
    paragraphs = [line.paragraph for line in lines]
    letters = sum(len(line.text) for line, p in zip(lines, paragraphs, strict=True) if p)
    share = letters / max(1, sum(len(line.text) for line in lines))
    endless = (share >= CLEAN and sum(paragraphs) > ENDLESS) or (share >= PURE and letters > LONG)
    trust = TRUST if letters <= SHORT else LONG_TRUST if endless else 0.0
    body = [p and kind is BlockKind.BODY for p, kind in zip(paragraphs, kinds, strict=True)]
    return [m + trust * b for m, b in zip(margins, body, strict=True)]


def belongs_on_page(
    lines: Sequence[Line], places: Sequence[ShownLine], kinds: Sequence[BlockKind], taken: Sequence[bool]
) -> list[bool]:
    """The same for a page's lines with their places in the markup; `taken` are those of the extractor's text."""
    model = load("pages")
    rows = page_features(lines, places, kinds, model.wording(in_row(bags(lines, places))), [taken])
    margins = model.trees.margin(rows)
    if model.again is not None:
        margins = model.again.margin(page_context(lines, places, margins.tolist(), taken))
    return told_once(lines, smoothed((margins + leaning(lines, margins)).tolist()))


def leaning(lines: Sequence[Line], margins: NDArray[np.float32]) -> float:
    """What to add to all log-odds so that the F1 to be expected is highest: on a page of which little is sure, a line that
    is probably not the article's is still worth keeping."""
    words = np.array([len(line.words) for line in lines], np.float64)
    chance = 1 / (1 + np.exp(-margins.astype(np.float64)))
    hit, total = chance * words, float((chance * words).sum())

    def expected(lean: float) -> float:
        kept = margins + lean > 0
        return 2 * float(hit[kept].sum()) / (float(words[kept].sum()) + total)

    if expected(0.0) > SURE:
        return 0.0
    best = max(((expected(lean), lean) for lean in LEANINGS), key=lambda told: told[0] + 1e-9 * -abs(told[1]))
    return 0.0 if best[0] > SURE else min(MOST_LEANING, max(-MOST_LEANING, best[1]))


def told_once(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """Where the page holds the article twice (for small screens, for print), only the first telling belongs."""
    seen: set[tuple[str, ...]] = set()
    again = [keep and _told_before(line.words, seen) for line, keep in zip(lines, kept, strict=True)]
    letters = sum(len(line.text) for line, keep in zip(lines, kept, strict=True) if keep)
    if sum(len(line.text) for line, told in zip(lines, again, strict=True) if told) < TWICE * letters:
        return list(kept)
    return [keep and not told for keep, told in zip(kept, again, strict=True)]


def first_telling(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """The same of plain text, where only whole lines count: lists say the same short things again."""
    seen: set[str] = set()
    again, twice, letters = [], 0, 0
    for line, keep in zip(lines, kept, strict=True):
        told = keep and line.text in seen
        again.append(told)
        if keep:
            seen.add(line.text)
            letters += len(line.text)
            twice += len(line.text) if told and len(line.text) >= LONG_LINE else 0
    if twice < TWICE * letters:
        return list(kept)
    return [keep and not told for keep, told in zip(kept, again, strict=True)]


def _told_before(words: Sequence[str], seen: set[tuple[str, ...]]) -> bool:
    """Whether nearly all runs of words stood in earlier lines; remembers them."""
    runs = {tuple(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1))}
    before = len(runs & seen) >= 0.8 * len(runs)
    seen |= runs
    return before


def smoothed(margins: Sequence[float], change: float = CHANGE) -> list[bool]:
    """The most probable run of answers (Viterbi) for the log-odds of each line."""
    out, inside = 0.0, 0.0
    back: list[tuple[bool, bool]] = []
    for margin in margins:
        # whether the best way to (outside, inside) comes from the other side
        back.append((inside - change > out, out - change > inside))
        out, inside = max(out, inside - change), max(inside, out - change) + margin
    state = inside > out
    found = []
    for crossed in reversed(back):
        found.append(state)
        state ^= crossed[state]
    return found[::-1]
