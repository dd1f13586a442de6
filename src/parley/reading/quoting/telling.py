"""Verbs of speech in the reporter's own words, each with the words that name who speaks."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from parley.reading.quoting.cues import BESIDE_MARKS, SAYING, lemmas
from parley.reading.quoting.page import OUTSIDE, Page
from parley.reading.quoting.phrases import PRONOUNS, Tokens, phrase_after, phrase_around, phrase_before

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
NEVER_SPEAK = frozenset("this that these those which what there it".split())


@dataclass(frozen=True, slots=True)
class Telling:
    """A cue verb (token `verb`) and its speaker's tokens; `left` is the first token of the attribution, `right` the last:
    "[Okafor told] reporters". `inverted`: "said Okafor"."""

    verb: int
    lemma: str
    source: Tokens | None
    left: int
    right: int
    inverted: bool = False


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
    if token.tag_.startswith("VB") or token.pos_ == "VERB":
        return not (token.dep_ == "amod" or (token.dep_ == "compound"))
    # the tagger takes a rare verb behind a mark for a noun: "“…,” quips Brandt"
    return token.i > 0 and page.inside[token.i - 1] != OUTSIDE and token.tag_ in ("NNS", "NN")


def _telling(page: Page, token: Token, lemma: str, last: Telling | None) -> Telling:
    inverted = _inverted(page, token)
    if inverted is not None:
        return Telling(token.i, lemma, inverted, token.i, inverted[1], True)
    source = _own_subject(page, token) or _shared_subject(page, token, last)
    left = min(source[0], _first_auxiliary(token)) if source and source[0] < token.i else _first_auxiliary(token)
    return Telling(token.i, lemma, source, left, token.i)


def _first_auxiliary(token: Token) -> int:
    return min([token.i, *(t.i for t in token.lefts if t.dep_ in ("aux", "aux:pass", "advmod"))])


def _inverted(page: Page, token: Token) -> Tokens | None:
    """ "“…,” said Okafor" and "…, said Okafor": the speaker follows a verb that follows a comma or a mark."""
    if token.i == 0 or token.tag_ in ("VBG", "VB"):
        return None
    before = page.doc[token.i - 1]
    if page.inside[token.i - 1] == OUTSIDE and before.text not in (",", "—", "–", "-", "--"):
        return None
    if any(
        t.dep_ in SUBJECTS and t.i < token.i and page.inside[t.i] == OUTSIDE and t.i > token.i - 4 for t in token.lefts
    ):
        return None
    found = phrase_after(page.doc, token.i + 1)
    return found if found and page.inside[found[0]] == OUTSIDE else None


def _own_subject(page: Page, token: Token) -> Tokens | None:
    for child in token.children:
        if child.dep_ in SUBJECTS and page.inside[child.i] == OUTSIDE and child.i < token.i:
            if child.tag_ in ("WP", "WDT") or child.lower_ == "that":
                return _antecedent(page, token)
            return phrase_around(page.doc, child.i) if child.tag_[0] in "NPCDJ" else None
    first = _first_auxiliary(token)
    if token.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VB"):
        found = phrase_before(page.doc, first)
        if found and page.inside[found[0]] == OUTSIDE and not _governed(page, found):
            return found
    return None


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
    begins, _ = page.sentence(token.i)
    if last is not None and last.verb >= begins and last.source and (token.tag_ == "VBG" or token.dep_ == "conj"):
        return last.source
    verb, steps = token, 0
    while (
        steps < 6
        and verb.dep_ in ("conj", "advcl", "xcomp", "acl", "parataxis", "ccomp", "obl", "dep")
        and verb.head.i != verb.i
    ):
        verb, steps = verb.head, steps + 1
        if verb.tag_.startswith("N") and token.dep_ in ("acl", "acl:relcl"):
            return phrase_around(page.doc, verb.i) if page.inside[verb.i] == OUTSIDE else None
        for child in verb.children:
            if child.dep_ in SUBJECTS and page.inside[child.i] == OUTSIDE and child.tag_[0] in "NP":
                return phrase_around(page.doc, child.i)
    return _participle_subject(page, token) if token.tag_ == "VBG" else None


def _participle_subject(page: Page, token: Token) -> Tokens | None:
    """ "While [noting] that “…,” Okafor also …": the subject follows behind the comma."""
    return None


def speaks(page: Page, telling: Telling) -> bool:
    """Whether the source can be a speaker at all: not "it", "which"."""
    if telling.source is None:
        return True
    first, last = telling.source
    return not (first == last and page.doc[first].lower_ in NEVER_SPEAK and page.doc[first].lower_ != "it")


def can_govern(telling: Telling) -> bool:
    return telling.lemma in SAYING


def beside_marks(telling: Telling) -> bool:
    return telling.lemma in SAYING or telling.lemma in BESIDE_MARKS


__all__ = ["PRONOUNS", "Telling", "beside_marks", "can_govern", "speaks", "tellings"]
