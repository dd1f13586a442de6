"""Noun phrases as they name a speaker: with titles, without apposition."""

from collections.abc import Sequence

from spacy.tokens import Token

NOMINAL = frozenset("NN NNS NNP NNPS CD".split())
BEFORE_NOUN = NOMINAL | frozenset("DT PRP$ JJ JJR JJS POS HYPH VBN $ AFX".split())
PRONOUNS = frozenset("he she they it i we you who his her their".split())
LINKS = frozenset("of for at from in to with on".split())
DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december today yesterday tomorrow later earlier afterward afterwards recently""".split()
)
BRACKETS = 8  # tokens in brackets behind a name
LONGEST = 24  # tokens of a speaker's mention

Tokens = tuple[int, int]  # first and last, both included


def phrase_around(doc: Sequence[Token], head: int) -> Tokens:
    """The phrase whose head is the token: "Russia's envoy", "a spokesman for the union", "Washington and NATO"."""
    if doc[head].tag_ in ("PRP", "WP", "EX"):
        return head, _coordinated(doc, head, head)
    first = head
    while first > 0 and head - first < LONGEST and _joins_left(doc, first - 1):
        first -= 1
        if (
            first > 1 and doc[first - 1].lower_ == "of" and doc[first - 2].tag_ in NOMINAL
        ):  # "Secretary of State Lena Okafor"
            first -= 2
    first = _trim(doc, first, head)
    return first, _right_edge(doc, head)


def phrase_after(doc: Sequence[Token], start: int) -> Tokens | None:
    """The phrase that begins at the token: "said [Harbour Minister Lena Okafor], who …"."""
    if start >= len(doc):
        return None
    if doc[start].tag_ == "PRP":
        return (start, start) if doc[start].lower_ in PRONOUNS else None
    last, noun = start, None
    while last < len(doc) and last - start < LONGEST and _nominal(doc[last]):
        if doc[last].tag_ in NOMINAL:
            noun = last
        last += 1
    if noun is None or doc[noun].lower_ in DAYS:
        return None
    return start, _right_edge(doc, noun)


def phrase_before(doc: Sequence[Token], end: int) -> Tokens | None:
    """The phrase that ends before the token: "[the minister] said", "[Sen. Lena Okafor] (North Callow) said"."""
    last = _without_brackets(doc, end - 1)
    if last < 0:
        return None
    if doc[last].tag_ in ("PRP", "WP"):
        return (last, last) if doc[last].lower_ in PRONOUNS else None
    if doc[last].tag_ not in NOMINAL or doc[last].lower_ in DAYS:
        return None
    return phrase_around(doc, last)


def _without_brackets(doc: Sequence[Token], last: int) -> int:
    """The last token that is no space and stands in no brackets."""
    while last > 0 and doc[last].is_space:
        last -= 1
    if last > 0 and doc[last].text == ")":
        for i in range(last, max(0, last - BRACKETS), -1):
            if doc[i].text == "(":
                return i - 1
    return last


def _nominal(token: Token) -> bool:
    return token.tag_ in BEFORE_NOUN and token.lower_ not in DAYS


def _joins_left(doc: Sequence[Token], i: int) -> bool:
    token = doc[i]
    if i and token.tag_ in ("VBG", "VBN") and doc[i - 1].text == "-":  # "the conservative-leaning Post"
        return True
    if not _nominal(token) or token.dep_ in ("obl:unmarked", "nmod:unmarked"):
        return False
    return not (token.tag_ == "VBN" and doc[i - 1].tag_ not in ("DT", "PRP$", "JJ")) if i else True


def _trim(doc: Sequence[Token], first: int, head: int) -> int:
    """Leaves out what cannot open a phrase: "'s envoy", "and Russia"."""
    while first < head and (doc[first].tag_ in ("POS", "HYPH", "VBN") or doc[first].is_space):
        first += 1
    return first


def _right_edge(doc: Sequence[Token], last: int) -> int:
    """The end of the phrase with "of …", "for …" and what "and" joins to it."""
    start = last
    while last + 1 < len(doc) and last - start < LONGEST:
        following = doc[last + 1]
        if following.tag_ in NOMINAL | {"POS"} and following.lower_ not in DAYS:
            last += 1
        elif following.lower_ in LINKS and _attached(doc, last + 1, start):
            noun = _noun_after(doc, last + 2)
            if noun is None:
                break
            last = noun
        else:
            break
    return _coordinated(doc, start, last)


def _attached(doc: Sequence[Token], i: int, head: int) -> bool:
    """ "of" belongs to the noun before it; another preposition where the parse hangs its phrase on the noun."""
    if doc[i].lower_ == "of":
        return True
    noun = doc[i].head
    return noun.dep_ == "nmod" and noun.head.i <= i


def _noun_after(doc: Sequence[Token], start: int) -> int | None:
    last, noun = start, None
    while last < len(doc) and last - start < LONGEST and _nominal(doc[last]):
        if doc[last].tag_ in NOMINAL:
            noun = last
        last += 1
    return noun


def _coordinated(doc: Sequence[Token], head: int, last: int) -> int:
    """ "Washington and NATO", "the U.S. and its allies": the second name belongs to the speaker too."""
    if last + 2 < len(doc) and doc[last + 1].lower_ == "and" and doc[last + 2].tag_ != "IN":
        noun = _noun_after(doc, last + 2)
        if noun is not None and any(t.dep_ == "conj" and last < t.i <= noun for t in doc[head].children):
            return noun
    return last
