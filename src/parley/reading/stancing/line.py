"""One sentence as a line of tokens: verb groups, subjects, and where what a cue governs ends."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Sentence, Token

from parley.reading.prose import Prose
from parley.reading.stancing.lexicon import BASES, COPULAS, FRAMES, SAYING, base
from parley.text.once import Once

LONGEST_CUT = 500  # code points of a sentence that is joined to the next
GROUP = frozenset({"AUX", "PART", "ADV"})
GROUP_WORDS = frozenset("both all each also".split())
VERBS_ONLY = frozenset("denies rejects refuses accepts insists opposes".split())  # whatever the tagger says
MODALS = frozenset("will would can could shall should may might must wo ca 'll ’ll 'd ’d".split())
NEGATORS = frozenset("not n't n’t never neither nor cannot".split())
NOT = frozenset("not n't n’t".split())
NO_ONE = ("not a single", "no one", "nobody", "neither", "no", "none of")
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow".split())
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
CLAUSAL = frozenset("as that because while where when whereas than although , :".split())
QUOTES = frozenset("\"“”'‘’«»")


@dataclass(frozen=True)
class Group:
    """A verb with its auxiliaries and adverbs: tokens [left, verb]."""

    left: int
    verb: int
    negated: bool
    modal: str | None
    finite: bool
    passive: bool


class Line:
    """The tokens of a sentence without blanks; positions are places in `tokens`."""

    def __init__(self, tokens: Iterable[Token], text: str, start: int = 0) -> None:
        """`text`: the sentence's, which begins at code point `start`."""
        self.tokens = [t for t in tokens if not t.is_space]
        self.text, self.start = text, start
        self.place = {t.i: n for n, t in enumerate(self.tokens)}
        self.lower = [t.lower_ for t in self.tokens]
        self._grouped: dict[int, Group] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def offsets(self, first: int, end: int) -> tuple[int, int]:
        """The code points of tokens [first, end)."""
        last = self.tokens[end - 1]
        return self.tokens[first].idx, last.idx + len(last.text)

    def words(self, first: int, end: int) -> str:
        start, stop = self.offsets(first, end)
        return self.text[start - self.start : stop - self.start]

    def is_verb(self, n: int) -> bool:
        """Whether the token may be a verb; the tagger's "demands/NOUN" stays a noun."""
        return self._verbs[n]

    @Once
    def verbs(self) -> list[int]:
        """The tokens that may be verbs, in order."""
        return [n for n, told in enumerate(self._verbs) if told]

    @Once
    def _verbs(self) -> list[bool]:
        return [
            word in VERBS_ONLY or token.pos_ in ("VERB", "AUX") or token.tag_ in ("VBD", "VBZ")
            for word, token in zip(self.lower, self.tokens, strict=True)
        ]

    def group(self, verb: int) -> Group:
        """The verb's group: "would not", "has also", "on Wednesday" stand between subject and verb."""
        if verb not in self._grouped:
            self._grouped[verb] = self._group(verb)
        return self._grouped[verb]

    def _group(self, verb: int) -> Group:
        left = verb
        while left > 0:
            if self._in_group(left - 1):
                left -= 1
            elif left > 1 and self.lower[left - 1] in DAYS and self.lower[left - 2] == "on":
                left -= 2
            else:
                break
        words = self.lower[left:verb]
        token = self.tokens[verb]
        auxiliary = any(t.pos_ == "AUX" for t in self.tokens[left:verb])
        infinitive = "to" in words and "not" not in self.lower[max(0, left - 1) : left]
        return Group(
            left,
            verb,
            any(w in NEGATORS for w in words)
            or ("no" in words and "longer" in words)
            or "without" in self.lower[left - 1 : left],
            next((w for w in words if w in MODALS), None),
            not infinitive
            and (auxiliary or token.tag_ in ("VBD", "VBZ", "VBP") or self._past(verb) or token.lower_ in VERBS_ONLY),
            token.tag_ in ("VBN", "VBD") and any(base(w) == "be" for w in words),
        )

    def _past(self, verb: int) -> bool:
        """A past tense that the tagger took for a participle: "and proposed forwarding the text"."""
        token = self.tokens[verb]
        following = self.lower[verb + 1 : verb + 2]
        if token.tag_ != "VBN" or following == ["by"]:
            return False
        # "The union called for a cap": the tagger sees a noun with a participle and no verb of the sentence
        verbless = token.dep_ == "acl" and token.head.dep_ == "ROOT" and token.head.pos_ in NOMINAL
        # "Meridian rejected accusations": the tagger sees a participle before its noun, after a name
        named = token.dep_ == "amod" and verb > 0 and self.tokens[verb - 1].dep_ in ("nsubj", "compound")
        if named and self.tokens[verb - 1].pos_ == "PROPN":
            return True
        return verbless or token.dep_ in ("ROOT", "conj", "ccomp", "parataxis")

    def _in_group(self, n: int) -> bool:
        token = self.tokens[n]
        return (
            token.pos_ in GROUP
            or self.lower[n] in GROUP_WORDS
            or (self.lower[n] == "no" and n + 1 < len(self) and self.lower[n + 1] == "longer")
        )

    def groups(self) -> Iterator[Group]:
        """All verbs that the lexicon knows."""
        for n in self.verbs:
            if self.lower[n] in BASES or not NOT.isdisjoint(self.lower[max(0, n - 4) : n]):
                yield self.group(n)

    def noun_phrase(self, head: int, stop: int | None = None) -> tuple[int, int]:
        """Tokens of a noun's phrase without its relative clauses and appositions, cut at `stop`."""
        token = self.tokens[head]
        kept = {head}
        todo = [c for c in token.children if _belongs(c)]
        while todo:
            child = todo.pop()
            if child.i in self.place:
                kept.add(self.place[child.i])
                todo += [c for c in child.children if _belongs(c)]
        first = head
        while first - 1 in kept:
            first -= 1
        while first < head and self.tokens[first].is_punct:
            first += 1
        end = head + 1
        while end in kept or (end + 1 in kept and self.tokens[end].is_punct and self.lower[end] != ","):
            end += 1
        return first, min(end, stop) if stop is not None else end

    def subject(self, group: Group) -> int | None:
        """The head of the phrase that the parse or the word order names as subject; None where the clause has none."""
        verb = self.tokens[group.verb]
        if verb.dep_ == "cop":
            verb = verb.head
        for child in verb.children:
            place = self.place.get(child.i)
            if child.dep_.startswith("nsubj") and place is not None and place < group.left and not self._source(place):
                return self._antecedent(verb, place)
        last = self.nominal_before(group.left)
        return None if last is None else self._first_of_two(last)

    def _first_of_two(self, last: int) -> int:
        """ "after the guild and | the authority agreed": the first of two names that open a clause, where the parser lost it."""
        start, _ = self.noun_phrase(last)
        if start < 2 or self.lower[start - 1] != "and" or not self._nominal(start - 2):
            return last
        first, _ = self.noun_phrase(start - 2)
        opens = (
            first == 0
            or self.lower[first - 1] in CLAUSAL
            or self.lower[first - 1] in ("after", "before", "since", "if")
        )
        return start - 2 if opens else last

    def _source(self, n: int) -> bool:
        """ "According to Vance, both sides": whom one follows is no subject."""
        first, _ = self.noun_phrase(n)
        return "according" in self.lower[max(0, first - 3) : n]

    def _antecedent(self, verb: Token, subject: int) -> int | None:
        """The noun that "who" stands for."""
        if self.lower[subject] not in ("who", "which", "that"):
            return subject
        if verb.dep_.startswith("acl"):
            return self.place.get(verb.head.i)
        return self.nominal_before(subject)

    def nobody(self, head: int) -> bool:
        """ "not a single member", "no one", "neither side": the clause says no although its verb does not."""
        first, _ = self.noun_phrase(head)
        opening = " ".join(self.lower[max(0, first - 1) : head + 1])
        return any(f" {w} " in f" {opening} " for w in NO_ONE)

    def nominal_before(self, left: int) -> int | None:
        """The head of the noun phrase that ends just before `left`."""
        n = left - 1
        if n > 0 and self.lower[n] in QUOTES:
            n -= 1
        if n >= 0 and self.lower[n] in ("who", "which", "that"):
            n -= 2 if n > 1 and self.lower[n - 1] == "," else 1
        if n < 0 or not self._nominal(n):
            return None
        for _ in range(len(self)):
            head = self.place.get(self.tokens[n].head.i)
            if head is None or head >= left or head == n or not self._nominal(head):
                break
            if head < n and any(w in CLAUSAL for w in self.lower[head + 1 : n]):
                break
            if self.tokens[n].dep_ in ("obl", "obj", "nsubj", "ccomp", "parataxis"):
                break
            n = head
        return n

    def _nominal(self, n: int) -> bool:
        """Nouns, names and pronouns; also a name that the tagger took for an adjective ("Kyiv and ...")."""
        token = self.tokens[n]
        return token.pos_ in NOMINAL or (token.pos_ == "ADJ" and token.text[:1].isupper() and token.dep_ != "amod")

    def coordinated(self, group: Group) -> bool:
        """Whether the verb follows "and", "but", "or" or a comma, so that it shares a subject with an earlier verb."""
        return group.left > 0 and self.lower[group.left - 1] in ("and", "but", "or", "yet", ",", "nor", "then")

    def saying(self, n: int) -> bool:
        word = self.lower[n]
        if word in ("made", "make", "makes", "making"):
            return "clear" in self.lower[n + 1 : n + 3]  # "made it clear that"
        return base(word) in SAYING and self.is_verb(n)

    def cue_verb(self, n: int) -> bool:
        word = base(self.lower[n])
        return self.is_verb(n) and (word in FRAMES or word in SAYING or word in COPULAS)


def lines(prose: Prose) -> Iterator[Line]:
    """Sentences, joined where the parser cut one: the next begins with a comma or small letter, or this one ends in ",”"."""
    held: tuple[Sentence, Sentence] | None = None  # the first and the last of those that are joined
    for sentence in prose.sentences():
        if held is not None and _cut(_text(prose, *held).rstrip(" "), _text(prose, sentence, sentence).lstrip(" ")):
            held = held[0], sentence
            continue
        if held is not None:
            yield _line(prose, *held)
        held = sentence, sentence
    if held is not None:
        yield _line(prose, *held)


def _line(prose: Prose, first: Sentence, last: Sentence) -> Line:
    return Line(prose.tokens[first.start : last.end], _text(prose, first, last), first.start_char)


def _text(prose: Prose, first: Sentence, last: Sentence) -> str:
    return prose.text[first.start_char : last.end_char]


def balanced(line: Line, first: int, end: int) -> tuple[int, int]:
    """The words without an opening mark at the front, or a closing bracket at the end, that has no partner in them."""
    if (
        end - first > 1
        and line.lower[first] in ("“", '"', "[")
        and not {"”", '"', "]"} & set(line.lower[first + 1 : end])
    ):
        first += 1
    if end - first > 1 and line.lower[end - 1] in ("]", ")") and not {"[", "("} & set(line.lower[first:end]):
        end -= 1
    return first, end


def _cut(before: str, after: str) -> bool:
    if not before or "\n" in before[-2:] or len(before) > LONGEST_CUT:
        return False
    return after[:1] in ",;" or after[:1].islower() or before.endswith((",”", ',"'))


def _belongs(token: Token) -> bool:
    """Parts of a noun phrase that say whom it means."""
    return token.dep_ in (
        "compound",
        "flat",
        "fixed",
        "amod",
        "det",
        "nmod",
        "nmod:poss",
        "nmod:desc",
        "case",
        "nummod",
        "punct",
        "advmod",
        "cc:preconj",
    )
