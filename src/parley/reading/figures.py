"""Quantities of one article."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Sentence, Token

from parley.reading.cast import Cast
from parley.reading.counting.ballots import is_ballot
from parley.reading.counting.lengths import is_across, is_distance, is_spread, matters
from parley.reading.prose import Prose
from parley.record import Comparator, Figure, TimeExpression, TimeKind
from parley.text.numbers import Number, find_numbers

__all__ = ["find_figures"]

BEFORE = (
    (Comparator.AT_LEAST, r"at least|no (?:fewer|less) than|not less than|a minimum of|minimum of"),
    (Comparator.AT_MOST, r"at most|no more than|not more than|up to|as many as|as much as|a maximum of|maximum of"),
    (Comparator.OVER, r"more than|over|above|upwards of|greater than|in excess of|well over|exceeding|upward of"),
    (Comparator.UNDER, r"less than|fewer than|under|below|short of"),
    (Comparator.NEARLY, r"nearly|almost|close to|just under|approaching|not quite"),
    (Comparator.ABOUT, r"about|around|roughly|approximately|some|an estimated|estimated|circa|an average of|in the region of|or so"),
)  # fmt: skip
COMPARING = re.compile(
    r"\b(?:" + "|".join(f"(?P<{c.value}>{words})" for c, words in BEFORE) + r")(?:\s+(?:a|an|another))?\s*$",
    re.IGNORECASE,
)
AFTER = ((Comparator.AT_LEAST, r"\s+or more\b|\s+and (?:more|counting)\b"), (Comparator.AT_MOST, r"\s+or (?:less|fewer)\b"),
         (Comparator.ABOUT, r"\s+or so\b|-odd\b"))  # fmt: skip
PERCENT = re.compile(r"[\s-]?(?:%|per\s?cent\b|percentage[\s-]points?\b|pc\b)", re.IGNORECASE)
MONEY = re.compile(
    r"\s(?:U\.?S\.? |Canadian |Australian )?(dollars?|euros?|pounds?|crowns?|roubles?|rubles?|yen|yuan|rupees?|francs?|pesos?|hryvnias?|lira|cents)\b",
    re.IGNORECASE,
)
RATE = re.compile(
    r"\s(?:a|an|per|each|every)\s(?:day|week|month|year|hour|person|head|barrel|ton|tonne|share|kilo)\b", re.IGNORECASE
)
LENGTHS = dict.fromkeys("year month week day hour minute second".split(), 1) | {"decade": 10, "century": 100}
FEW = 4  # "two sides", "three ways": so small a number counts something of substance only beside a thing or person
VAGUE = frozenset(
    """side party way issue thing reason time round meeting step part point hand day question stage front word state leader
    country nation group people other example case area occasion year week month hour minute talk session topic phase
    camp end team government capital power article paragraph man woman member kind type half winter summer spring autumn season weekend night chance mind term""".split()
)
NUMBERED = frozenset(
    "no. no number article section chapter resolution page flight room phase clause paragraph annex version chapter grade level group type route highway day act schedule class".split()
)
LASTING = frozenset("last take run go continue stretch".split())
STEPS = re.compile(r"\bin\s+$", re.IGNORECASE)  # "in three yearly steps"
STEP = frozenset("step stage phase instalment installment tranche".split())
NOUNS = ("NOUN", "PROPN")
WITHIN = ("ADJ", "NOUN", "PROPN", "VERB")
RANGE = re.compile(r"\s*(?:to|and|-|–|or)\s*\Z")
LONGEST = 8  # words of a description
LONGEST_SENTENCE = 3_000  # characters; longer ones are lists or no prose


def find_figures(prose: Prose, cast: Cast, times: Sequence[TimeExpression]) -> tuple[Figure, ...]:
    """In text order; dates, scores of rank and numbers of clauses are no figures."""
    taken = Taken(times)
    return tuple(
        f
        for s in prose.sentences()
        if s.end_char - s.start_char <= LONGEST_SENTENCE
        for f in _of_sentence(prose, s, taken)
    )


class Taken:
    """The dates of an article, in which numbers count nothing; "seven years ago" does, a duration too."""

    def __init__(self, times: Sequence[TimeExpression]) -> None:
        self._dates = sorted((t.span.start, t.span.end) for t in times if t.kind is not TimeKind.DURATION)

    def holds(self, start: int, end: int) -> bool:
        at = bisect_left(self._dates, (end, 0))
        return any(s < end and start < e for s, e in self._dates[max(0, at - 3) : at])


def _of_sentence(prose: Prose, sentence: Sentence, taken: Taken) -> Iterator[Figure]:
    text, base = prose.text[sentence.start_char : sentence.end_char], sentence.start_char
    numbers = list(find_numbers(text))
    n = 0
    while n < len(numbers):
        first = numbers[n]
        if n + 1 < len(numbers) and is_ballot(text, first, numbers[n + 1]):
            yield from _ballot(prose, base, first, numbers[n + 1])
            n += 2
            continue
        joined = n + 1 < len(numbers) and _is_range(text, first, numbers[n + 1])
        last = numbers[n + 1] if joined else first
        n += 2 if joined else 1
        counted = Counted(prose, sentence, first, last, taken)
        if counted.is_figure():
            start, end = counted.place
            yield Figure(*counted.values, counted.unit, counted.of, (prose.span(base + start, base + end),))


def _ballot(prose: Prose, base: int, a: Number, b: Number) -> Iterator[Figure]:
    for number in (a, b):
        evidence = (prose.span(base + a.start, base + b.end),)
        yield Figure(number.value, number.value, Comparator.EXACT, "votes", None, evidence)


def _is_range(text: str, a: Number, b: Number) -> bool:
    """ "between 20 and 25 million", "20 to 25", "20-25 percent"."""
    between = text[a.end : b.start]
    if not RANGE.match(re.sub(r"\s?(?:percent|%|per cent|crowns|dollars|euros)", "", between)) or b.share or a.share:
        return False
    if between.strip() in ("and", "or"):
        opened = re.search(r"\bbetween\s*$", text[: a.start], re.IGNORECASE) is not None
        return opened if between.strip() == "and" else 0 < b.value - a.value <= a.value
    return b.value > a.value or b.value >= 1000 * a.value


class Counted:
    """A number (or two, of a range) of a sentence, with the words about it; places count within the sentence."""

    def __init__(self, prose: Prose, sentence: Sentence, first: Number, last: Number, taken: Taken) -> None:
        self.text, self.base = prose.text[sentence.start_char : sentence.end_char], sentence.start_char
        self.prose, self.sentence, self.first, self.last, self.taken = prose, sentence, first, last, taken
        self.comparator, self.begin = self._compare()
        self.percent = PERCENT.match(self.text, last.end)
        self.money = MONEY.match(self.text, last.end)
        self.tail = max([last.end, *(m.end() for m in (self.percent, self.money) if m)])
        rate = RATE.match(self.text, self.tail)
        self.rate = rate[0] if rate and self._is_measure else ""
        self.tail = rate.end() if rate and self._is_measure else self.tail
        self.noun, self.words = self._noun_after(self.tail)

    @property
    def _is_measure(self) -> bool:
        return bool(self.percent or self.money or self.last.currency or self.first.currency)

    def _compare(self) -> tuple[Comparator, int]:
        """The comparator, and where its words begin."""
        before = self.text[: self.first.start]
        if self.first is not self.last:
            opened = re.search(r"\b(?:between|from)\s*$", before, re.IGNORECASE)
            return Comparator.BETWEEN, opened.start() if opened else self.first.start
        match = COMPARING.search(before[-40:])
        if match and not re.search(r"(?:%|per\s?cent|\d)\s+over\s*$", before):  # "9 percent over two years"
            told = Comparator(match.lastgroup or "about")
            if told is Comparator.OVER and is_spread(before[-60:], self.text[self.last.end :]):
                return Comparator.EXACT, self.first.start
            if told in (Comparator.OVER, Comparator.UNDER) and match[0].split()[-1] in (
                "a",
                "an",
            ):  # "over a 75-day truce"
                return Comparator.EXACT, self.first.start
            return told, match.start() + len(before) - len(before[-40:])
        for told, words in AFTER:
            if re.match(words, self.text[self.first.end :]):
                return told, self.first.start
        return (Comparator.AT_LEAST if self.first.open else Comparator.EXACT), self.first.start

    @property
    def values(self) -> tuple[float | None, float | None, Comparator]:
        low, high = self.first.value, self.last.value
        if self.first is not self.last:
            scale = high / low if low else 1
            if low < 1000 <= high and scale >= 1000:  # "20 to 25 million"
                low *= 10 ** (3 * int((len(str(int(high))) - 1) / 3))
            return low, high, Comparator.BETWEEN
        factor = LENGTHS.get(self.noun.lemma_.lower(), 1) if self.noun else 1
        comparator = self.comparator
        if self._ago and comparator is Comparator.EXACT:
            comparator = Comparator.ABOUT
        low *= factor
        match comparator:
            case Comparator.AT_MOST | Comparator.UNDER | Comparator.NEARLY:
                return None, low, comparator
            case Comparator.OVER | Comparator.AT_LEAST:
                return low, None, comparator
            case _:
                return low, low, comparator

    def _token_at(self, place: int) -> int:
        """The number in the article of the sentence's first token that begins at or after the place."""
        return bisect_left(self.prose.token_starts, self.base + place, self.sentence.start, self.sentence.end)

    def _noun_after(self, place: int) -> tuple[Token | None, list[Token]]:
        """The noun counted, and the words of its phrase: "eight Russian diplomats", "30-nation alliance"."""
        words: list[Token] = []
        noun: Token | None = None
        if self.last.open or self.last.share:
            match = re.compile(r"\s+of\b(?:\s+(?:the|its|their|our))?").match(self.text, place)
            place = match.end() if match else place
        for token in self.prose.tokens[self._token_at(place) : self.sentence.end][:LONGEST]:
            if token.text == "-" and len(words) < 3:
                continue
            if token.pos_ not in WITHIN and not (token.pos_ == "ADV" and not noun):
                break
            if (
                token.pos_ == "VERB"
                and (noun or token.tag_ not in ("VBN", "VBG", "JJ"))
                and not self._named_as_noun(token, place)
            ):
                break
            if words and self.taken.holds(token.idx, token.idx + 1):  # "six inches Wednesday"
                break
            if noun is not None and token.tag_ == "VBG":  # "ten Dockers voting no"
                break
            if noun is not None and token.pos_ == "ADJ" and not _hyphen_before(token):
                break
            words.append(token)
            if token.pos_ in NOUNS or self._named_as_noun(token, place):
                noun = token
                if self._hyphened(place) and len(words) == 1:
                    break
        while words and words[-1] is not noun:
            words.pop()
        return noun, words

    def _named_as_noun(self, token: Token, place: int) -> bool:
        """ "a 9 percent raise": a verb by its form, a noun by its article."""
        determined = re.search(r"\b(?:a|an|the|its|their|his|her)\s*$", self.text[: self.begin], re.IGNORECASE)
        return token.pos_ == "VERB" and determined is not None and token.idx - self.base <= place + 1

    def _hyphened(self, place: int) -> bool:
        return self.text[place : place + 1] == "-"

    @property
    def _length(self) -> bool:
        return self.noun is not None and self.noun.lemma_.lower() in LENGTHS and not self._is_measure

    @property
    def _ago(self) -> bool:
        return self._length and re.match(r"\s*ago\b", self.text[self._noun_end :]) is not None

    @property
    def _noun_end(self) -> int:
        return self.noun.idx + len(self.noun.text) - self.base if self.noun else self.tail

    @property
    def place(self) -> tuple[int, int]:
        return self.begin, max(self._noun_end, self.tail)

    @property
    def unit(self) -> str | None:
        if self.percent:
            return "percent"
        money = self.money[1].lower() if self.money else self.first.currency or self.last.currency
        if money:
            return (money if money.endswith(("s", "yen", "yuan", "lira")) else money + "s") + self.rate
        if self.noun is None:
            return None
        word = self.noun.text if self.noun.pos_ == "PROPN" else self.noun.text.lower()
        if self.noun.lemma_.lower() in ("decade", "century"):
            return "years"
        return word if word.endswith("s") or not self._hyphened(self.last.end) else word + "s"

    @property
    def of(self) -> str | None:
        """What is counted or measured, in words of the sentence."""
        after = self._after_of()
        if self._length:
            return after or self._term() or self._lasting()
        if self._is_measure:
            return after or self._own() or self._before()
        return self._own() or after

    def _own(self) -> str | None:
        if not self.words:
            return None
        first, last = self.words[0], self.words[-1]
        return self.text[first.idx - self.base : last.idx + len(last.text) - self.base]

    def _after_of(self) -> str | None:
        """The thing of "70 percent of the voters", "four hours of talks", "$3 billion in aid"."""
        match = re.compile(r"\s+(?:of|in)\s+").match(self.text, max(self._noun_end if self._length else 0, self.tail))
        if match is None:
            return None
        return self._phrase_at(match.end())

    def _phrase_at(self, place: int) -> str | None:
        kept: list[Token] = []
        for token in self.prose.tokens[self._token_at(place) : self.sentence.end][:LONGEST]:
            if token.pos_ not in (*WITHIN, "DET", "PRON", "PART") or (kept and token.pos_ in ("DET", "PRON", "VERB")):
                break
            kept.append(token)
        while kept and kept[-1].pos_ not in NOUNS:
            kept.pop()
        while kept and kept[0].pos_ in ("DET", "PRON"):
            kept.pop(0)
        return self.text[kept[0].idx - self.base : kept[-1].idx + len(kept[-1].text) - self.base] if kept else None

    def _lasting(self) -> str | None:
        """The thing of "the first round lasted nearly six hours", "the council was set up two decades ago"."""
        verb = self.noun
        for _ in range(3):
            if verb is None or verb.pos_ == "VERB":
                break
            verb = verb.head
        if (
            verb is None
            or is_across(self.text[: self.first.start])
            or not (self._ago or verb.lemma_.lower() in LASTING)
        ):
            return None
        subject = next((t for t in verb.lefts if t.dep_.startswith("nsubj") and t.pos_ in NOUNS), None)
        if subject is None:
            return None
        words = [t for t in subject.lefts if t.dep_ in ("amod", "compound")] + [subject]
        start = words[0].idx - self.base
        return self.text[start : subject.idx + len(subject.text) - self.base] if start >= 0 else None

    def _before(self) -> str | None:
        """The thing of "an increase of 4 percent", "raised its pay offer to 6 percent"."""
        match = re.search(r"\s(?:of|to|at|by|from)\s+$", self.text[: self.begin])
        if match is None:
            return None
        kept: list[Token] = []
        for token in reversed(self.prose.tokens[self.sentence.start : self._token_at(match.start())]):
            if token.pos_ not in ("ADJ", *NOUNS) or len(kept) >= LONGEST:
                break
            kept.insert(0, token)
        if not kept or kept[-1].pos_ not in NOUNS:
            return None
        return self.text[kept[0].idx - self.base : kept[-1].idx + len(kept[-1].text) - self.base]

    def is_figure(self) -> bool:
        start, end = self.base + self.first.start, self.base + self.last.end
        if self._ago:
            return self.noun is not None and self.noun.lemma_.lower() in ("year", "decade", "century")
        if self.taken.holds(start, end) or self._is_name() or self._is_age():
            return False
        if self.first.share:
            return self.of is not None
        if self._is_measure:
            return True
        if self.noun is not None and self.noun.lemma_.lower() == "time":  # "five times"
            return False
        if self.noun is None:
            return not self.first.open and self.comparator is not Comparator.EXACT and self.first.value >= 10
        if self._length:
            return self.comparator is not Comparator.EXACT or bool(self._after_of()) or self._is_lasting()
        return not self._is_small()

    def _is_lasting(self) -> bool:
        """ "a three-year deal", "over three years", "the first in 19 years", "Three years is long": a length that matters."""
        if self._hyphened(self.last.end):
            return self._term() is not None
        before, after = self.text[: self.first.start], self.text[self._noun_end :]
        return (self.last.value > 1 and matters(before, after)) or (
            self.noun is not None and self.noun.dep_ in ("nsubj", "nsubjpass") and not is_distance(after)
        )

    def _term(self) -> str | None:
        """The thing of "a three-year pay deal"."""
        return self._phrase_at(self._noun_end + 1) if self._hyphened(self.last.end) else None

    def _is_small(self) -> bool:
        """ "the two sides", "three ways": no figures; "three ships", "at least two soldiers" are."""
        if self.last.value > FEW or self.comparator is not Comparator.EXACT:
            return False
        lemma = self.noun.lemma_.lower() if self.noun else ""
        if lemma in STEP and self.last.value > 1 and STEPS.search(self.text[: self.first.start]):
            return False
        definite = re.search(
            r"\b(?:the|these|those|both|all|its|their|his|her|other|last|past|next|first|any|no)\s*$",
            self.text[: self.first.start],
            re.IGNORECASE,
        )
        return self.last.value <= 1 or definite is not None or lemma in VAGUE or self._hyphened(self.last.end)

    def _is_name(self) -> bool:
        """ "Nord Stream 2", "Article 5", "Flight 800", "Resolution 242"; a list's "1."."""
        if self.first.in_words:  # "the Group of Seven"
            capital = self.text[self.first.start].isupper()
            return capital and re.search(r"\w\s$", self.text[: self.first.start]) is not None
        if self.first.currency:
            return False
        at = self._token_at(self.first.start)
        before = self.prose.tokens[at - 1] if at > self.sentence.start else None
        if before is None:
            return re.match(r"[.)]\s", self.text[self.last.end :]) is not None
        close = before.idx + len(before.text) - self.base + 1 >= self.first.start
        if not close or self._is_measure:
            return False
        return before.text.lower() in NUMBERED or (
            before.pos_ == "PROPN" and before.text[:1].isupper() and before.i > self.sentence.start
        )

    def _is_age(self) -> bool:
        """ "Sorley, 58, said", "a 58-year-old docker"."""
        after, before = self.text[self.last.end :], self.text[: self.first.start]
        return re.match(r"[\s-](?:year|month|week|day)s?[\s-]old\b", after) is not None or (
            re.search(r"[\w.],\s$", before) is not None and re.match(r",|\.$|\s?\)", after) is not None
        )


def _hyphen_before(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text == "-"
