"""Finds the lines of a page in another rendering of its text."""

import re
from collections.abc import Sequence

LETTERS = re.compile(r"\w+")
LONG = 5  # words: a shorter line may stand in the text by chance, and is looked for between its neighbours
SHINGLE = 3
HELD = 0.6  # share of a long line's shingles that the text has to hold


def held(lines: Sequence[str], text: str) -> list[bool]:
    """Which lines the text holds: long ones by their runs of words, short ones in their place between long ones."""
    told = [w.lower() for w in LETTERS.findall(text)]
    places: dict[tuple[str, ...], int] = {}
    for n in range(len(told) - SHINGLE + 1):
        places.setdefault(tuple(told[n : n + SHINGLE]), n)
    words = [[w.lower() for w in LETTERS.findall(line)] for line in lines]
    found = [_spot(of_line, places) for of_line in words]
    return _with_short(words, found, told)


def _spot(words: Sequence[str], places: dict[tuple[str, ...], int]) -> tuple[int, int] | None:
    """Where the text holds a long line: [start, end) in words."""
    if len(words) < LONG:
        return None
    spots = [places.get(tuple(words[n : n + SHINGLE])) for n in range(len(words) - SHINGLE + 1)]
    there = [s for s in spots if s is not None]
    if len(there) < HELD * len(spots):
        return None
    return min(there), max(there) + SHINGLE


def _with_short(
    words: Sequence[Sequence[str]], found: Sequence[tuple[int, int] | None], told: Sequence[str]
) -> list[bool]:
    """Short lines count where the text has their words between what it holds of the long lines around them."""
    answers = [spot is not None for spot in found]
    after = [len(told)] * (len(words) + 1)
    for n in range(len(words) - 1, -1, -1):
        spot = found[n]
        after[n] = spot[0] if spot else after[n + 1]
    at = 0
    for n, of_line in enumerate(words):
        spot = found[n]
        if spot:
            at = max(at, spot[1]) if spot[1] - spot[0] < 3 * len(of_line) + 8 else at
        elif of_line and len(of_line) < LONG:
            place = _between(of_line, told, at, min(after[n + 1], at + 60))
            if place is not None:
                answers[n], at = True, place + len(of_line)
    return answers


def _between(words: Sequence[str], told: Sequence[str], start: int, end: int) -> int | None:
    for n in range(start, end - len(words) + 1):
        if told[n] == words[0] and list(told[n : n + len(words)]) == list(words):
            return n
    return None
