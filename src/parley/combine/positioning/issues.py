"""Issues: phrases of many articles that name one thing, and the clearest short words among them as its name."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from parley.combine.positioning.thesaurus import EMPTY, known, stem, topics
from parley.record import Issue, short_id

WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*\.?")
NAME_WORDS = 4  # an issue's name is at most so many words
LEADING = frozenset(
    "to for that of on against over with about not a an the any its their his her our some all new key further future no".split()
)
INNER = frozenset("of on for in to with and the a’s 's s".split())


@dataclass(frozen=True)
class Phrase:
    """The words of a text that name an issue; `origin` tells texts apart that count."""

    words: str
    origin: str


class Topics:
    """Which topic each phrase is about, seen over all phrases and the names of the parties."""

    def __init__(self, phrases: Sequence[Phrase], names: Iterable[str]) -> None:
        self.names = frozenset(stem(w) for name in names for w in _words(name))
        self.counts: Counter[str] = Counter()
        for words in sorted({p.words for p in phrases}):
            self.counts.update(set(self._content(words)))

    def of(self, words: str) -> str | None:
        """The topic's key: a topic of the thesaurus, else the content word that most phrases share; None if nothing is named."""
        content = self._content(words)
        stems = frozenset(stem(w) for w in _words(words))
        found = [(at, key) for key, wanted in topics() if (at := _first(wanted, stems, words)) is not None]
        specific = [f for f in found if f[1] != "talks"] or found
        if specific:
            return min(specific)[1]
        if not content:
            return None
        return max(content, key=lambda s: (self.counts[s], -content.index(s)))

    def _content(self, words: str) -> list[str]:
        found = [stem(w) for w in _words(words)]
        kept = [s for s in found if s not in EMPTY and s not in self.names and len(s) > 2 and not s[0].isdigit()]
        return list(dict.fromkeys(kept))


def _first(wanted: tuple[frozenset[str], ...], stems: frozenset[str], words: str) -> int | None:
    """Where in the phrase the topic is first named."""
    hits = []
    for group in wanted:
        found = [known(w, stems) for w in sorted(group)]
        if all(found):
            hits.append(min(words.lower().find(f) for f in found if f))
    return min(hits, default=None)


def _words(text: str) -> list[str]:
    return WORD.findall(text)


def issue_id(topic: str) -> str:
    return short_id("issue", topic)


def name_issue(topic: str, phrases: Sequence[Phrase]) -> str:
    """The words that most texts use for the topic; of equals the shortest."""
    votes: Counter[str] = Counter()
    for phrase in sorted(set(phrases), key=lambda p: (p.words, p.origin)):
        votes.update(_names(topic, phrase.words))
    if not votes:
        return min((tidy(p.words) for p in phrases), key=lambda w: (len(w), w))
    return min(votes, key=lambda w: (-votes[w], abs(len(w.split()) - 2), len(w), w))


def _names(topic: str, words: str) -> set[str]:
    """Runs of the phrase around the words that name the topic."""
    wanted = next((w for key, w in topics() if key == topic), (frozenset({topic}),))
    found = set()
    tokens = _words(words)
    for first in range(len(tokens)):
        for size in range(1, NAME_WORDS + 1):
            run = tokens[first : first + size]
            if len(run) == size and _is_name(run) and _covers(wanted, run) and " ".join(run) in words:
                found.add(" ".join(run))
    return found


def _covers(wanted: tuple[frozenset[str], ...], run: Sequence[str]) -> bool:
    stems = frozenset(stem(w) for w in run)
    return any(all(known(w, stems) for w in group) for group in wanted)


def _is_name(run: Sequence[str]) -> bool:
    """A run of content words; verbs and determiners at its edges make no name."""
    return not (
        run[0].lower() in LEADING | INNER or run[-1].lower() in LEADING | INNER or any(stem(w) in _FILLERS for w in run)
    )


_FILLERS = frozenset(
    "be is are was were been have has had will would can could should must may might not who which what its their it he she they we i you our to that a the an".split()
)


def tidy(words: str) -> str:
    """A phrase without the preposition or article that opens it."""
    while True:
        first, _, rest = words.strip(" ,.“”\"'").partition(" ")
        if first.lower() not in LEADING or not rest:
            return words.strip(" ,.“”\"'")
        words = rest


def make_issues(phrases: Mapping[str, Sequence[Phrase]]) -> tuple[Issue, ...]:
    """One issue a topic, in order of its id's name."""
    return tuple(Issue(issue_id(topic), name_issue(topic, phrases[topic])) for topic in sorted(phrases))
