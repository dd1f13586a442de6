"""What the words of a line tell without their order: counts and signs that cost little, asked before slower questions.

Each stretch without blanks is looked at once, however many lines it stands in."""

import re
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from parley.text.once import Kept

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
STOP_WORDS = frozenset(
    "the a an of to in and that is was for on with as by at from it its his her he she they them their this these those be been are were has have had "
    "not but or which who whom will would could should may might can than then there when where while after before over into about against between "
    "said says also more most some such no so if all one two out up down because during since until under through both other what i we our my me us".split()
)
# signs that single words in small letters are
OF_WORD = {
    "stop": STOP_WORDS,
    "said": "said says told added according announced reported warned insisted stressed noted asked called wrote".split(),
    "reader": "you your yours our us we my sign subscribe click here share follow free newsletter join account log login menu search".split(),
    "me": "i my me i'm i’m i've i’ve mine myself".split(),
    # one of these stands in all that lines.CONTRIBUTORS, lines.REPUBLISHED, lines.PROMPT and OPENING_PROMPT match
    "helped": "contributed reporting editing writing file files input inputs report reports material information contribution contributions agency agencies".split(),
    "given": "originally first republished re reprinted reproduced syndicated published original version".split(),
    "prompts": "sign subscribe join newsletter inbox subscriber member reading anytime any email required logged rating vote votes useful first follow donate support "
    "become journalism advertisement continues scroll read reply like share report upvote downvote permalink listen min mins minute minutes tweet pin print".split(),
}  # fmt: skip
# signs that single marks are
OF_MARK = {"commas": ",", "quoted": '“”"', "asks": "?", "cries": "!"}
# signs that some letters and marks together are
OF_RUN = {name: re.compile(sign) for name, sign in (
    ("address", r"[@#]|://|www\.|\.com|\.org|\.net|\.co\.uk"),
    # of a mark that separates: some do so only where blanks stand around them
    ("separators", "^[>/–—-]$|[|•·»›→]"),
    ("months", "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"),
    # one of these stands in all that lines.POSED matches
    ("poses", r"FILE|File|left|right|center|centre|second|\([LRC]\)"),
    # one of these stands in all that roles.SCRIPT matches, or a quotation mark behind a colon and a blank
    ("script", r"window\.|document\.|function|\|\||\.push\(|=|:'"),
)}  # fmt: skip
NAMES = ("words", "capitals", "upper", "long", "digits", *OF_RUN, *OF_WORD, *OF_MARK)
BITS = 32  # of a count
MASK = {name: (1 << BITS) - 1 << BITS * n for n, name in enumerate(NAMES)}
ONE = {name: 1 << BITS * n for n, name in enumerate(NAMES)}
LONG = 6  # letters that a long word has more than
REMEMBERED = 50_000  # stretches whose counts are kept


def _counted(signs: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Of each word or mark the counts that it adds to."""
    found: dict[str, int] = {}
    for name, those in signs.items():
        for one in set(those):
            found[one] = found.get(one, 0) + ONE[name]
    return found


WORDS, MARKS = _counted(OF_WORD), _counted(OF_MARK)


def _signs(run: str) -> int:
    """The counts of a stretch without blanks."""
    told = sum(ONE[name] for name, sign in OF_RUN.items() if sign.search(run))
    words = [run]
    if not run.isalpha():
        words = WORD.findall(run)
        for mark in run:
            told += ONE["digits"] if mark.isdecimal() else MARKS.get(mark, 0)
    for word in words:
        told += _signs_of_word(word)
    return told


def _signs_of_word(word: str) -> int:
    low = word.lower()
    told = ONE["words"] + WORDS.get(low, 0)
    if len(low) > LONG:
        told += ONE["long"]
    if word[0].isupper():
        told += ONE["capitals"] + (ONE["upper"] if len(word) > 1 and word.isupper() else 0)
    return told


_KEPT = Kept(_signs, REMEMBERED)


def signs(runs: Iterable[str]) -> int:
    """The counts of a line, side by side in one number, where MASK finds them; `runs`: its stretches without blanks."""
    return sum(map(_KEPT.__getitem__, runs))


def table(counts: Sequence[int], names: Sequence[str]) -> NDArray[np.float64]:
    """The counts of several lines: of each sign a row, of each line a column."""
    told = b"".join([count.to_bytes(BITS // 8 * len(NAMES), "little") for count in counts])
    columns = np.frombuffer(told, "<u4").reshape(-1, len(NAMES)).T
    return columns.take([NAMES.index(name) for name in names], 0).astype(np.float64)
