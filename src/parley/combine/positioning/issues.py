"""Issues: phrases of many articles that name one thing, and the clearest short words among them as its name."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from parley.combine.positioning.thesaurus import EMPTY, FORMS_OF_DEAL, GENERIC, NUMBERS, known, stem, topics
from parley.record import Issue, short_id
from parley.text.things import thing
from parley.text.words import STOP_WORDS

WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*")
ITEMS = re.compile(r",\s+(?:and\s+)?|\s+and\s+|\s+as well as\s+|;\s+")
PART = "\x1f"  # between a topic and a part of it
PHRASE_WORDS = 6  # of a name
INNER = frozenset("to of on for".split())  # "plan to automate", "freedom of movement"
LEADING = frozenset(
    "accept discuss consider key to for that of on against over with about not a an the any its his her their our all some no".split()
)
EDGES = STOP_WORDS | frozenset(
    "like including percent per cent whether among behind across along around upon within without toward towards further key new several such".split()
)
TALKING = frozenset("discuss negotiate talk discussing negotiating talking".split())
UNITS = frozenset("percent %".split())


@dataclass(frozen=True)
class Phrase:
    """The words of a text that name an issue, the article and sentence that they stand in, and the nouns among them."""

    words: str
    article: str
    nouns: tuple[str, ...] = ()
    sentence: str = ""


class Topics:
    """Which topics each phrase is about, seen over all phrases and the names of the parties."""

    def __init__(self, phrases: Sequence[Phrase], names: Iterable[str]) -> None:
        self.names = frozenset(stem(w) for name in names for w in _words(name))
        self.counts: Counter[str] = Counter()
        self.measured: Counter[str] = Counter()
        for words in sorted({p.words for p in phrases}):
            self.counts.update(set(self._content(words)))
            if _measured(words):
                self.measured.update([t for t in _listed(words) if t not in FORMS_OF_DEAL][:1])

    def of(self, words: str) -> tuple[str, ...]:
        """The topics' keys: one, or one for each item of a list of known topics; () if nothing is named.

        A topic of the thesaurus counts before the content word that most phrases share; a bare "6 percent" is about what
        others give in percent; "the proposals" that point to nothing known are a topic of their own.
        """
        listed = _listed(words)
        if listed and not (listed == ["talks"] and _talking_of(words) and self._content(words)):
            return tuple(listed)
        if _measured(words) and self.measured:
            return (min(self.measured, key=lambda t: (-self.measured[t], t)),)
        content = self._content(words)
        if content:
            return (max(content, key=lambda s: (self.counts[s], -content.index(s))),)
        generic = [w.lower() for w in _words(words) if w.lower() in GENERIC]
        return tuple(generic[:1])

    def _content(self, words: str) -> list[str]:
        found = [stem(w) for w in _words(words) if w.lower() not in NUMBERS | EMPTY]
        found = [s for s in found if s not in ("discus", "discuss", "talk", "negoti")]
        kept = [s for s in found if s not in EMPTY and s not in self.names and len(s) > 2 and not s[0].isdigit()]
        return list(dict.fromkeys(kept))


def _talking_of(words: str) -> bool:
    """ "to discuss the northern isle" is about the isle."""
    return bool(TALKING & set(words.lower().split()[:3]))


def _measured(words: str) -> bool:
    return bool(UNITS & set(words.lower().split())) or "%" in words


def _listed(words: str) -> list[str]:
    """The known topics of a phrase: of "quotas, tariffs and a shared fund" all, of other phrases the first that is one."""
    items = ITEMS.split(words)
    each = [t for item in items if (t := _known_topic(item))]
    if len(items) > 1 and len(set(each)) > 1 and "including" not in words:
        return list(dict.fromkeys(each))
    found = _known_topic(words)
    return [found] if found else []


@lru_cache(maxsize=2**14)
def _known_topic(words: str) -> str | None:
    """The thesaurus topic that the phrase names first; what a guarantee or a round of talks is about counts before those."""
    lowered = tuple(w.lower() for w in _words(words))
    found = [(at, key) for key, wanted in topics() if (at := _first(wanted, lowered)) is not None]
    specific = [f for f in found if f[1] not in FORMS_OF_DEAL]
    return min(specific or found)[1] if found else None


def _first(wanted: tuple[frozenset[str], ...], words: tuple[str, ...]) -> int | None:
    """The place of the word that names the topic."""
    hits = []
    for group in wanted:
        places = [known(w, words) for w in sorted(group)]
        if None not in places:
            hits.append(min(p for p in places if p is not None))
    return min(hits, default=None)


def _words(text: str) -> list[str]:
    return WORD.findall(text)


def issue_id(topic: str) -> str:
    return short_id("issue", topic)


def part_of(topic: str, phrase: Phrase) -> str:
    """The topic's part that the phrase names, once a person has split the topic."""
    return f"{topic}{PART}{' '.join(sorted(thing(name_issue(topic, [phrase]))))}"


def opening_names(names: Iterable[str]) -> re.Pattern[str] | None:
    """A party at the start of a phrase, with the "to" or "should" after it."""
    either = "|".join(re.escape(n) for n in sorted(set(names), key=lambda n: (-len(n), n)) if n)
    if not either:
        return None
    return re.compile(rf"(?:(?:on|that|for) )?(?:[Tt]he )?(?:{either}) (?:(?:to|should|must) )?(?=\w)(?!and\b)")


def without_names(phrases: Sequence[Phrase], opening: re.Pattern[str] | None) -> list[Phrase]:
    """The phrases without the party that a demand addresses: "Kestrel to lift its ban" is about lifting the ban."""
    if opening is None:
        return list(phrases)
    return [
        Phrase(p.words[m.end() :] if (m := opening.match(p.words)) else p.words, p.article, p.nouns, p.sentence)
        for p in phrases
    ]


def name_issue(topic: str, phrases: Sequence[Phrase], parties: frozenset[str] = frozenset()) -> str:
    """The noun phrase that most articles use for the topic; of equals two words before one.

    Where none of them holds the topic's word, the topic's own word if it stands in such a sentence, else the first noun phrase that is no party's name ("to block the port" is about
    the port); where nothing is a noun, the words themselves.
    """
    topic = topic.partition(PART)[0]
    votes: Counter[str] = Counter()
    for nouns in {p.nouns for p in phrases}:
        votes.update({n for n in nouns if _fits(topic, n)} | {r for n in nouns for r in _runs(topic, n)})
    for article in sorted({p.article for p in phrases}):
        told = {n for p in phrases if p.article == article for n in p.nouns}
        votes.update({n for n in told if _fits(topic, n)} | {r for n in told for r in _runs(topic, n)})
    votes = Counter({n: k for n, k in votes.items() if n not in parties})
    if votes:
        return min(votes, key=lambda w: (-votes[w], abs(len(w.split()) - 2), len(w), w))
    spoken = any(key == topic for key, _ in topics())
    if spoken and any(re.search(rf"\b{re.escape(topic)}\b", p.sentence) for p in phrases):
        return topic  # "the judge who mediates the talks said both had agreed to meet again in Linden"
    telling = [n for p in phrases for n in p.nouns if _telling(n)]
    named = [n for n in telling if n not in parties] or telling
    if named:
        return min(named, key=lambda n: (named.index(n) > 1, -named.count(n), named.index(n), n))
    return min((short(p.words) for p in phrases), key=lambda w: (len(w), w))


def _telling(phrase: str) -> bool:
    """Whether it says more than that something is asked: "right to strike", not "new plans"."""
    return any(stem(w) not in EMPTY and w.lower() not in GENERIC | EDGES for w in _words(phrase))


def _fits(topic: str, phrase: str) -> bool:
    """Whether a short phrase holds the word that names the topic."""
    wanted = next((w for key, w in topics() if key == topic), (frozenset({topic}),))
    words = _words(phrase)
    return len(words) <= PHRASE_WORDS and _first(wanted, tuple(w.lower() for w in words)) is not None


def _runs(topic: str, phrase: str) -> list[str]:
    """The ends of a noun phrase that name the topic too: "night shifts" and "shifts" of "long night shifts"."""
    starts = [m.start() for m in re.finditer(r"\S+", phrase)][1:]
    return [run for start in starts if _is_name(_words(run := phrase[start:])) and _fits(topic, run)]


def _is_name(run: Sequence[str]) -> bool:
    """A run of content words: "night shifts", not "shifts would", "to night shifts"."""
    content = [w for n, w in enumerate(run) if not (0 < n < len(run) - 1 and w.lower() in INNER)]
    return not any(w.lower() in EDGES or w[0].isdigit() for w in content)


def short(words: str) -> str:
    """A phrase without the preposition or article that opens it, cut after a few words."""
    marked = re.search(r"[“\"](\S+ [^“”\"]+)[”\"]", words)
    if "“" in words and "”" not in words:
        words = words.partition("“")[2] or words
    kept = (marked[1] if marked else words).strip(" ,.“”\"'")
    while (first := kept.partition(" "))[2] and first[0].lower() in LEADING:
        kept = first[2].strip(" “”\"'")
    ends = [m.end() for m in re.finditer(r"\S+", kept)][:PHRASE_WORDS]
    while len(ends) > 1 and kept[: ends[-1]].split()[-1].lower().strip(",") in EDGES:
        ends.pop()
    return kept[: ends[-1]].strip(" ,.;:“”\"'") if ends else kept


def make_issues(phrases: Mapping[str, Sequence[Phrase]], names: Sequence[str] = ()) -> tuple[Issue, ...]:
    """One issue a topic, in order of the topics' keys."""
    opening, parties = opening_names(names), frozenset(names)
    return tuple(
        Issue(issue_id(t), name_issue(t, without_names(phrases[t], opening), parties)) for t in sorted(phrases)
    )
