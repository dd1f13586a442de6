"""What a verb of speech governs in the reporter's own words: "said that the talks would go on", "…, she said"."""

from parley.reading.quoting.cues import ACCUSING, JUDGING, SAYING, WITH_INFINITIVE
from parley.reading.quoting.page import OUTSIDE, Page
from parley.reading.quoting.phrases import DAYS, NOMINAL, Tokens
from parley.reading.quoting.telling import Telling

FINITE = frozenset("VBD VBZ VBP MD".split())
KEPT_PARTICIPLES = frozenset(
    "including following depending regarding concerning considering starting beginning".split()
)
NEGATIONS = frozenset("not n't n’t never longer nor neither without".split())
ADDRESSED = frozenset("tell remind assure inform advise warn ask notify brief text email show".split())
LEADING = frozenset("in on at to during after before that by through via as with from for this last late early".split())
CLAUSE_ONLY = frozenset("say add note claim argue insist contend maintain think".split())
NO_CLAUSE = frozenset("continue read".split())  # "continue a dialogue, a sign that"
LONGEST = 250  # tokens
FAR = 25  # tokens from a verb to the first finite verb of what it governs


def governed(page: Page, telling: Telling, others: dict[int, Telling]) -> list[Tokens]:
    """The content as token ranges (first and last, both included): behind the verb, or else before the attribution."""
    after = _behind(page, telling)
    if after is not None and after >= len(page.doc):
        return []
    if after is not None:
        last = _cut(page, telling, after, others)
        return (
            [(after, last)]
            if last >= after and (_clausal(page, after, last) or telling.lemma in WITH_INFINITIVE)
            else []
        )
    tag = page.doc[telling.verb].tag_
    if telling.lemma not in SAYING or telling.source is None or telling.shared or tag in ("VBG", "VB"):
        return []
    return _before(page, telling)


def _behind(page: Page, telling: Telling) -> int | None:
    """The first token of a content behind the verb."""
    verb = page.doc[telling.verb]
    if telling.lemma in SAYING and telling.lemma not in NO_CLAUSE:
        for child in verb.rights:
            if child.dep_ == "ccomp" and child.i > telling.right and not _beside(page, telling, child.i):
                return _opening(page, child.left_edge.i, telling)
        that = _that(page, telling)
        if that is not None:
            return that
        mixed = _unparsed(page, telling)
        if mixed is not None:
            return mixed
    if telling.lemma in WITH_INFINITIVE:
        return _infinitive(page, telling)
    return None


def _beside(page: Page, telling: Telling, i: int) -> bool:
    """Whether the clause is no content: "demanded a raise [and the company offered half]", or the speaker's own name."""
    if telling.source is not None and telling.source[0] <= i <= telling.source[1]:
        return True
    between = page.doc[telling.right + 1 : i]
    return telling.lemma not in CLAUSE_ONLY and any(t.dep_ == "cc" and t.head.i == i for t in between)


def _opening(page: Page, first: int, telling: Telling) -> int:
    """Without the complementiser and the comma before it."""
    first = max(first, telling.right + 1)
    if telling.lemma not in ADDRESSED and _nominal_between(page, telling.right + 1, first):
        first = telling.right + 1
    while (
        first < len(page.doc)
        and (page.doc[first].is_punct or page.doc[first].is_space)
        and page.inside[first] == OUTSIDE
    ):
        first += 1
    opens = first < len(page.doc) and page.doc[first].lower_ == "that" and page.doc[first].tag_ == "IN"
    return first + 1 if opens else first


def _nominal_between(page: Page, start: int, end: int) -> bool:
    """ "says [two dozen supporters of the plan] are …": a subject that the parse took for the verb's object."""
    between = [t for t in page.doc[start:end] if page.inside[t.i] == OUTSIDE]
    tags = {t.tag_ for t in between if t.lower_ not in DAYS}
    return bool(tags & NOMINAL) and not any(
        t.text in (",", ":") or t.lower_ in LEADING for t in between[:1] + between[-1:]
    )


def _that(page: Page, telling: Telling) -> int | None:
    """ "told reporters on Monday that": within a few words of the verb."""
    for i in range(telling.right + 1, min(telling.right + 10, len(page.doc))):
        token = page.doc[i]
        if token.text in (".", ";", ":") or token.is_space or page.inside[i] != OUTSIDE:
            return None
        if token.lower_ == "that" and token.tag_ == "IN":
            return i + 1
        if token.tag_ in FINITE or token.tag_ == "VB":
            return None
    return None


def _unparsed(page: Page, telling: Telling) -> int | None:
    """ "Okafor, who led the talks, said the offer’s “time is up”": the parse, led astray, hangs no clause on the verb."""
    first = telling.right + 1
    if telling.inverted or telling.lemma == "tell" or first >= len(page.doc) or _never_opens(page, first):
        return None
    ends = min(page.sentence(telling.verb)[1], first + FAR)
    for i in range(first, ends):
        if page.doc[i].text in (",", ";", ".") and page.inside[i] == OUTSIDE:
            return None
        if (
            page.doc[i].lower_ in ("and", "but", "while") and telling.lemma not in CLAUSE_ONLY
        ):  # "demanded a raise and …"
            return None
        token = page.doc[i]
        if page.inside[i] != OUTSIDE or (
            token.tag_ in FINITE and token.dep_ not in ("obj", "nsubj", "obl", "compound")
        ):
            return first
    return None


def _clausal(page: Page, first: int, last: int) -> bool:
    return any(page.doc[i].tag_ in FINITE for i in range(first, last + 1)) or page.inside[last] != OUTSIDE


def _never_opens(page: Page, i: int) -> bool:
    tags = ("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "EX")
    return page.inside[i] == OUTSIDE and page.doc[i].tag_ not in tags


def _infinitive(page: Page, telling: Telling) -> int | None:
    """ "urged [the union to end the strike]"."""
    verb = page.doc[telling.verb]
    clause = next((c for c in verb.rights if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
    if clause is None or not any(c.lower_ == "to" for c in clause.lefts):
        return None
    if telling.lemma == "call" and verb.nbor(1).lower_ not in ("on", "for"):  # "called to mind"
        return None
    whom = next((c for c in verb.rights if c.dep_ in ("obj", "iobj", "obl") and c.i < clause.i), None)
    first = (
        whom.left_edge.i if whom is not None and telling.lemma not in ("promise", "vow", "tell") else clause.left_edge.i
    )
    first = max(first, telling.right + 1)
    return first + 1 if page.doc[first].lower_ in ("on", "upon", "for") else first  # "called on [the union to stay]"


def _cut(page: Page, telling: Telling, first: int, others: dict[int, Telling]) -> int:
    """The last token of a content that runs on to the end of the sentence unless the reporter takes over before."""
    _, end = page.sentence(telling.verb)
    end = _main_clause(page, telling, first, end)
    i = first
    while i < end and i - first < LONGEST:
        if page.inside[i] == OUTSIDE and i > first and _reporter_again(page, telling, first, i, others):
            break
        i += 1
    return _without_tail(page, first, i - 1)


def _main_clause(page: Page, telling: Telling, first: int, end: int) -> int:
    """ "While Okafor said that talks go on, [the union doubts it]": where the clause begins that the verb only prepares."""
    root = page.doc[telling.verb]
    for _ in range(FAR):
        if root.head.i == root.i:
            break
        root = root.head
    if root.i <= first:
        return end
    subject = next((c for c in root.lefts if c.dep_ in ("nsubj", "nsubj:pass", "expl") and c.i > first), None)
    if subject is None or page.doc[subject.left_edge.i - 1].text != ",":
        return end
    return min(end, subject.left_edge.i - 1)


def _reporter_again(page: Page, telling: Telling, first: int, i: int, others: dict[int, Telling]) -> bool:
    token, before = page.doc[i], page.doc[i - 1]
    if token.text == ";":
        return True
    if before.lower_ in ("and", "but", "or") and _goes_back(page, telling, first, i):
        return True
    other = others.get(i)
    if other is not None and other.verb > telling.verb and before.text in (",", "but", "and", "while"):
        shared = other.source == telling.source and page.doc[other.verb].tag_ in ("VBD", "VBZ", "VBP", "VBG")
        if shared or (other.source is not None and other.source[0] >= first):
            return True
    if token.lower_ == "according" and before.text == ",":
        return True
    if before.text == "," and token.tag_ == "VBG" and token.lower_ not in KEPT_PARTICIPLES:
        return token.head.i == telling.verb
    return False


def _goes_back(page: Page, telling: Telling, first: int, i: int) -> bool:
    """ "Okafor says it has no plans [and rejects the demand]": the verb behind "and" goes with the verb of speech."""
    while i + 1 < len(page.doc) and page.doc[i].tag_ == "RB":
        i += 1
    token = page.doc[i]
    verb = token.head if token.tag_ == "MD" or token.dep_.startswith("aux") else token
    finite = token.tag_ in FINITE or (verb.tag_ in FINITE and verb.i == i)
    if not finite or verb.dep_ != "conj":
        return False
    return verb.head.i < first or (verb.head.tag_ == "VB" and verb.tag_ == page.doc[telling.verb].tag_)


def _without_tail(page: Page, first: int, last: int) -> int:
    """Leaves out the sentence's point, and "but" before what the reporter adds."""
    while last > first and page.inside[last] == OUTSIDE:
        token = page.doc[last]
        if (
            (token.is_punct and token.text not in (")", "%", "]"))
            or token.is_space
            or token.lower_ in ("but", "and", "while")
        ):
            last -= 1
        else:
            break
    return last


def _before(page: Page, telling: Telling) -> list[Tokens]:
    """ "The strike will end, the minister said" and "The strike, he said, will end"."""
    begins, ends = page.sentence(telling.verb)
    comma = telling.left - 1
    if comma <= begins or not _comma(page, comma) or _goes_on(page, telling, ends):
        return []
    last = _without_tail(page, begins, comma)
    if last < begins:
        return []
    finite = any(page.doc[i].tag_ in FINITE and page.inside[i] == OUTSIDE for i in range(begins, last + 1))
    after = telling.right + 1
    goes_on = after < ends - 1 and page.doc[after].text == "," and page.inside[after] == OUTSIDE
    if goes_on and (not finite or (not telling.inverted and page.doc[after + 1].tag_ in ("IN", "CC", "TO", "VBG"))):
        tail = _without_tail(page, after + 1, ends - 1)
        if tail > after:
            return [(begins, last), (after + 1, tail)]
    return [(begins, last)] if finite or any(page.inside[i] != OUTSIDE for i in range(begins, last)) else []


def _comma(page: Page, i: int) -> bool:
    """A comma, or a mark that closes behind one: "It was “a good start,” [Okafor said]"."""
    if page.inside[i] == OUTSIDE:
        return page.doc[i].text == ","
    q = page.marked[page.inside[i]].quoted
    return q.closed and page.text[q.inner_end - 1] in ",?!"


def _goes_on(page: Page, telling: Telling, ends: int) -> bool:
    """ "…, the only thing that both had agreed on was the date": more than an attribution."""
    for i in range(telling.right + 1, ends):
        if page.doc[i].text == ",":
            return False
        if page.doc[i].tag_ in ("VBD", "VBZ", "MD") and page.inside[i] == OUTSIDE:
            return page.doc[i].dep_ != "acl:relcl" and page.doc[i].head.dep_ not in ("advcl", "acl:relcl")
    return False


def negated(page: Page, telling: Telling) -> bool:
    """ "did not say whether", "no longer demands that": nobody said what follows."""
    for i in range(telling.verb - 1, max(telling.verb - 5, -1), -1):
        token = page.doc[i]
        if token.text in (",", ".", ";") or page.inside[i] != OUTSIDE or token.tag_ in ("PRP", "NNP"):
            return False
        if token.lower_ in NEGATIONS:
            return True
    return False


def judged(page: Page, telling: Telling) -> Tokens | None:
    """ "described [the offer as “generous”]", "accused [the owners of stalling]"."""
    verb = page.doc[telling.verb]
    if telling.lemma == "call":
        return _called(page, telling)
    words = ACCUSING.get(telling.lemma, ()) + (("as",) if telling.lemma in JUDGING else ())
    whom = next((c for c in verb.rights if c.dep_ in ("obj", "iobj")), None)
    if not words or whom is None:
        return None
    for i in range(whom.i + 1, min(whom.i + 20, len(page.doc))):
        token = page.doc[i]
        if token.text in (".", ";") or page.inside[i] != OUTSIDE:
            return None
        if token.lower_ in words and token.head.head.i in (verb.i, whom.i, token.head.i):
            return whom.left_edge.i, _phrase_end(page, i)
    return None


def _called(page: Page, telling: Telling) -> Tokens | None:
    """ "called [the offer “a joke”]"."""
    ends = page.sentence(telling.verb)[1]
    marks = (i for i in range(telling.verb + 1, min(ends, telling.verb + 20)) if page.inside[i] != OUTSIDE)
    first = next(marks, None)
    if first is None or any(page.doc[i].text in (",", ";", "for") for i in range(telling.verb, first)):
        return None
    last = first
    while last + 1 < ends and page.inside[last + 1] == page.inside[first]:
        last += 1
    return telling.right + 1, last


def _phrase_end(page: Page, i: int) -> int:
    head = page.doc[i].head
    last = max(head.right_edge.i, i)
    ends = page.sentence(i)[1]
    last = min(last, ends - 1)
    n = page.inside[min(i + 1, len(page.doc) - 1)]
    while last + 1 < ends and n != OUTSIDE and page.inside[last + 1] == n:
        last += 1
    return _without_tail(page, i, last)
