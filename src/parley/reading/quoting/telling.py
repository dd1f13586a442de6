"""Verbs of speech in the reporter's own words, each with the words that name who speaks."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from parley.reading.quoting.cues import BESIDE_MARKS, SAYING, lemmas
from parley.reading.quoting.page import OUTSIDE, Page
from parley.reading.quoting.phrases import DAYS, Tokens, phrase_after, phrase_around, phrase_before

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
NEVER_SPEAK = frozenset("this that these those which what there".split())
DOCUMENTS = frozenset(
    "statement letter email tweet message post memo note release speech interview".split()
)  # "a statement saying"
SHARING = ("conj", "advcl", "xcomp", "acl", "parataxis", "ccomp", "obl", "obj", "dep")
FINITE = ("VBD", "VBZ", "VBP", "VBN", "VB", "NNS", "VBG")
STEPS = 6  # verbs between one and the verb whose subject it shares
APPOSED = 30  # tokens of an apposition between a speaker and the verb


@dataclass(frozen=True, slots=True)
class Telling:
    """A cue verb (token `verb`) and its speaker's tokens; `left` is the first token of the attribution, `right` the last:
    "[Okafor told] reporters". `inverted`: "said Okafor"; `shared`: the speaker stands with another verb."""

    verb: int
    lemma: str
    source: Tokens | None
    left: int
    right: int
    inverted: bool = False
    shared: bool = False


def tellings(page: Page) -> Iterator[Telling]:
    """The cue verbs of the article outside of quotation marks, in text order."""
    known = lemmas()
    last: Telling | None = None
    for token in page.doc:
        lemma = known.get(token.lower_)
        if lemma is None or page.inside[token.i] != OUTSIDE or not _is_verb(page, token):
            continue
        last = _telling(page, token, lemma, last)
        yield last


def _is_verb(page: Page, token: Token) -> bool:
    if token.tag_.startswith("VB"):
        return token.dep_ not in ("amod", "compound")
    # the tagger takes a rare verb near a mark for a noun: "“…,” quips Brandt", "“…,” Brandt notes.", "The sign reads: “…”"
    if token.tag_ not in ("NNS", "NN") or not token.lower_.endswith(("s", "ed")):
        return False
    after = page.doc[token.i + 1] if token.i + 1 < len(page.doc) else token
    return after.text == ":" or any(page.inside[i] != OUTSIDE for i in range(max(0, token.i - 4), token.i))


def _telling(page: Page, token: Token, lemma: str, last: Telling | None) -> Telling:
    inverted = _inverted(page, token)
    if inverted is not None:
        return Telling(token.i, lemma, inverted, token.i, inverted[1], True)
    verb = _first_auxiliary(token)
    if _passive(token):
        agent = _agent(page, token)
        return Telling(token.i, lemma, agent, verb, token.i, shared=agent is None)
    own = _apposed(page, token) or _own_subject(page, token)
    if own is not None:
        return Telling(token.i, lemma, own, min(own[0], verb), token.i)
    shared = _shared_subject(page, token, last)
    return Telling(token.i, lemma, shared, verb, token.i, shared=True)


def _passive(token: Token) -> bool:
    """ "was asked whether", "Asked about the strike, …": the subject is not who speaks."""
    if token.tag_ != "VBN":
        return False
    if any(t.dep_ == "aux:pass" for t in token.lefts):
        return True
    before = token.nbor(-1) if token.i else None
    opens = token.text[0].isupper() or (before is not None and before.lower_ in ("when", "if", "as", "once", "being"))
    return opens and not any(t.dep_.startswith(("aux", "nsubj")) for t in token.lefts)


def _agent(page: Page, token: Token) -> Tokens | None:
    """ "was told by the minister"."""
    agent = next((c for c in token.rights if c.dep_ == "obl:agent"), None)
    return phrase_around(page.doc, agent.i) if agent is not None and page.inside[agent.i] == OUTSIDE else None


def _first_auxiliary(token: Token) -> int:
    return min([token.i, *(t.i for t in token.lefts if t.dep_ in ("aux", "aux:pass", "advmod") and t.i >= token.i - 5)])


def _inverted(page: Page, token: Token) -> Tokens | None:
    """ "“…,” said Okafor" and "…, said Okafor": the speaker follows a verb that follows a comma or a mark."""
    if token.i == 0 or token.tag_ in ("VBG", "VB") or lemmas()[token.lower_] == "tell":
        return None
    before = page.doc[token.i - 1]
    if (
        page.inside[token.i - 1] == OUTSIDE
        and before.text not in (",", "—", "–", "-", "--")
        and not _opens(page, token)
    ):
        return None
    near = token.i - (4 if page.inside[token.i - 1] != OUTSIDE else APPOSED)
    if any(t.dep_ in SUBJECTS and page.inside[t.i] == OUTSIDE and t.i > near for t in token.lefts):
        return None
    found = phrase_after(page.doc, token.i + 1)
    if not found or page.inside[found[0]] != OUTSIDE:
        return None
    after = page.doc[found[1] + 1] if found[1] + 1 < len(page.doc) else None  # ", said they were": a clause, no speaker
    return None if after is not None and after.tag_ in ("VBD", "VBZ", "VBP", "MD") else found


def _opens(page: Page, token: Token) -> bool:
    """ "Said Okafor: “…”"."""
    return token.text[0].isupper() and token.tag_ in ("VBD", "VBN", "VBZ")


def _apposed(page: Page, token: Token) -> Tokens | None:
    """ "“…,” Brandt, 49, told the Harbour Post" and "On Monday, Brandt, who leads the union, said …": commas fence off what is
    said of the speaker."""
    before = token.i - 1
    if before < 2 or page.doc[before].text not in (",", ")") or token.tag_ in ("VBG", "VB"):
        return None
    first = before
    while first > 0 and before - first < APPOSED and page.inside[first - 1] == OUTSIDE and not page.begins(first):
        first -= 1
    for i in range(first, before):
        if i == first or page.doc[i - 1].text == ",":
            found = _named(page, i, before)
            if found is not None:
                return found
    return None


def _named(page: Page, i: int, before: int) -> Tokens | None:
    """The name that begins at the token, where a comma or bracket follows it."""
    while i < before and (page.doc[i].is_space or page.doc[i].text in (",", "But", "And", "Still")):
        i += 1
    found = phrase_after(page.doc, i)
    if found is None or found[1] >= before - 1 or page.doc[found[1] + 1].text not in (",", "("):
        return None
    return found if any(t.tag_ == "NNP" for t in page.doc[found[0] : found[1] + 1]) else None


def _own_subject(page: Page, token: Token) -> Tokens | None:
    for child in token.children:
        if child.dep_ in SUBJECTS and page.inside[child.i] == OUTSIDE and child.i < token.i:
            if child.tag_ in ("WP", "WDT") or (child.lower_ == "that" and token.dep_.startswith("acl")):
                return _antecedent(page, token)
            if child.lower_ in DAYS:
                continue
            return phrase_around(page.doc, child.i) if child.tag_[0] in "NPCDJ" else None
    if token.tag_ not in FINITE:
        return None
    found = phrase_before(page.doc, _first_auxiliary(token))
    return found if found and page.inside[found[0]] == OUTSIDE and not _governed(page, found) else None


def _governed(page: Page, found: Tokens) -> bool:
    """Whether a preposition or verb stands before the phrase, so that it is no subject: "in a letter sent"."""
    before = page.doc[found[0] - 1] if found[0] else None
    return before is not None and (before.tag_ in ("IN", "TO") or before.tag_.startswith("VB"))


def _antecedent(page: Page, token: Token) -> Tokens | None:
    """ "the minister, who said …"."""
    head = token.head
    return phrase_around(page.doc, head.i) if head.tag_.startswith("N") and page.inside[head.i] == OUTSIDE else None


def _shared_subject(page: Page, token: Token, last: Telling | None) -> Tokens | None:
    """Of a verb without its own subject: "said no and [added]", "…, [adding] that", "went on [to say]"."""
    goes_on = token.tag_ == "VBG" or token.dep_ == "conj"
    if last is not None and last.source and goes_on and last.verb >= page.sentence(token.i)[0]:
        return last.source
    verb = token
    for _ in range(STEPS):
        if verb.dep_ not in SHARING or verb.head.i == verb.i:
            break
        verb = verb.head
        if verb.tag_.startswith("N") and token.dep_ in ("acl", "acl:relcl") and verb.lower_ not in DOCUMENTS:
            return phrase_around(page.doc, verb.i) if page.inside[verb.i] == OUTSIDE else None
        for child in verb.children:
            if child.dep_ in SUBJECTS and page.inside[child.i] == OUTSIDE and child.tag_[0] in "NP":
                return phrase_around(page.doc, child.i)
    return None


def speaks(page: Page, telling: Telling) -> bool:
    """Whether the source can be a speaker at all: not "this", "which"."""
    if telling.source is None:
        return True
    first, last = telling.source
    return not (first == last and page.doc[first].lower_ in NEVER_SPEAK)


def beside_marks(telling: Telling) -> bool:
    return telling.lemma in SAYING or telling.lemma in BESIDE_MARKS
