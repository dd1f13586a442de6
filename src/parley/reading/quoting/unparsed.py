"""Quotations of an article in a language without a parse: by quotation marks and words of speech alone.

Measured on German Wikinews (german-quotes); another language is read by its marks, colons and lengths.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice

from parley.reading.prose import Prose
from parley.reading.quoting.found import Found, Range
from parley.reading.quoting.marks import Marked, find_marked
from parley.record import QuoteKind
from parley.text.languages import FunctionWords
from parley.text.runs import runs

__all__ = ["find", "language_of"]

FUNCTION_WORDS = FunctionWords({
    "en": "the of and to in that is for on with as was by it at from",
    "de": "der die und das den von mit ist nicht auf sich dem ein eine zu des im",
    "fr": "le la les des et que une dans est pour qui sur du",
    "es": "el la los que las una por con para del se su",
    "it": "il di che la per una con sono del della non",
})  # fmt: skip
# forms of verbs, nouns and prepositions that introduce what somebody said or wrote
SPEECH = {
    "de": """sagte sagten sagt sagen gesagt erklärte erklärten erklärt erklären äußerte äußerten geäußert äußert betonte betont
    betonten schrieb schrieben schreibt geschrieben meinte meint meinten bezeichnete bezeichneten bezeichnet nannte nannten nennt
    kritisierte kritisierten kritisiert warnte warnten warnt teilte teilten mitgeteilt sprach sprachen spricht begründete
    begründeten begründet würdigte würdigt forderte forderten fordert lautete lautet hieß heißt zitiert zitierte zitieren laut
    zufolge worten wörtlich nach wie so rief riefen fügte ergänzte antwortete antworten kommentierte kommentiert berichtete
    berichtet berichten beschrieb beschreibt behauptete behauptet versicherte versprach kündigte angekündigt verkündete lobte
    lobt sieht sah hält hielt glaubt glaubte hofft hoffte warf wirft vorgeworfen sei seien habe hätten hätte werde würde könne
    müsse wolle solle skandierten skandierte fragte gefragt meldete urteilte bekräftigte bestätigte bedauerte resümierte stellte
    führte stehe gebe dürfe bleibe beklagte verurteilte verurteilten wertete zeigte""",
}
PRECEDING_TITLES = {
    "de": """titel namen name motto firma film buch zeitung magazin nachrichtenmagazin zeitschrift yacht schiff gruppe organisation
    band album lied sendung partei bündnis projekt serie roman stiftung verein initiative aktion begriff wort wörter
    bezeichnung kategorie rubrik preis ordens satellit operation programm software hotel studie bericht verlag des der""",
}
# small words of a whole clause: "Wir erwarten euch"
CLAUSE = {
    "de": frozenset(
        "ich wir ihr du er es man ist sind war waren hat haben wird werden nicht kein keine kann muss will soll".split()
    )
}
SO_CALLED = frozenset("genannte genannten genannter genanntes sogenannte sogenannten sogenannter called".split())
# small words that say nothing of whether a stretch is a name: "Große Koalition der Mitte"
NAMING = frozenset(
    "der die das des dem den und für zur zum von vom in im am an auf mit gegen ohne zwischen the of and for with without "
    "against de la le les et du y".split()
)
# "unter dem Motto: „Hafen für alle“", "(kurz: „Hafenrat“)": what a colon introduces as a name
CALLED_SO = frozenset("kurz etwa übersetzt deutsch englisch lied single cd".split())
JUDGING = re.compile(
    r"\b(?:bezeichne\w*|n[ae]nnt?\w*|kritisiert\w*|verurteilt\w*|sprach\w*|beschr\w+b\w*)\b[^.]{0,120}\b(?:als|eine?[nmrs]?|von|dies)$"
)
# "wies den Vorwurf als „haltlos“ zurück", "charakterisierte es als ein „Beispiel“": a word before or behind that judges
AS = re.compile(r"\bals (?:\w{3,5} )?$")
JUDGES = re.compile(
    r"\b(?:bezeichne\w*|n[ae]nnt?\w*|genannt\w*|kritisier\w*|verurteil\w*|beschr\w+b\w*|zurück\w*|charakterisier\w*|gewertet|"
    r"wertet\w*|titulier\w*|würdigt\w*|gewürdigt|feiert\w*|gefeiert|lobt\w*|eingestuft|stuft\w*|sieht|sah|sahen)\b"
)
JUDGED_WITHIN = 160, 80  # characters before and behind
WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
MOST_WORDS = 600  # that tell the language
LONG, FAIR = 6, 2  # words: from LONG a stretch is speech unless it is a name; shorter than FAIR it must be a judgement
BACK = 260  # characters looked at on either side of a stretch


def language_of(prose: Prose) -> str:
    """The language whose function words the prose uses most."""
    found = runs(prose.article.text, [(b.span.start, b.span.end) for b in prose.paragraphs])
    _, counts = FUNCTION_WORDS.count(islice(chain.from_iterable(told for told, _ in found), MOST_WORDS))
    return max(counts, key=lambda k: (counts[k], k == "en"))


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(SPEECH.get(language, "").split()), frozenset(PRECEDING_TITLES.get(language, "").split())


def find(prose: Prose, language: str) -> list[Found]:
    """Quoted stretches that are speech, in text order; stretches that only a space parts are one quotation."""
    marked = find_marked(prose)
    return [f for m in marked if (f := _found(prose, m, language)) is not None]


def _found(prose: Prose, m: Marked, language: str) -> Found | None:
    text, q = prose.article.text, m.quoted
    words = WORD.findall(text[q.inner : q.inner_end])
    if not words or not q.closed:
        return None
    before, after = _around(prose, m)
    score = _score(_see(text, m, words, before, after, language))
    if score < 0.5:
        return None
    cue, source = _cue(text, before, after, language)
    small = [w for w in words if w[0].islower()]
    kind = QuoteKind.DIRECT if len(words) >= LONG and small else QuoteKind.MIXED
    return Found(((q.inner, q.inner_end),), kind, cue, source, score)


def _around(prose: Prose, m: Marked) -> tuple[Range, Range]:
    """The reporter's sentence on either side of the stretch, within its paragraph."""
    text = prose.article.text
    block = prose.paragraphs[m.paragraph].span
    start, end = max(block.start, m.quoted.start - BACK), min(block.end, m.quoted.end + BACK)
    breaks = [b.end() for b in re.finditer(r"[.!?](?=[\s“”»\"])(?<!\d\.)", text[start : m.quoted.start])]
    begin = start + breaks[-1] if breaks else start
    ending = re.search(r"[.!?](?=\s|$)(?<!\d\.)", text[m.quoted.end : end])
    return (begin, m.quoted.start), (m.quoted.end, m.quoted.end + ending.start() if ending else end)


@dataclass(frozen=True, slots=True)
class Seen:
    """A quoted stretch and what stands around it. `cue`: a word of speech is in its sentence; `ends`: it ends as a sentence
    does; `named`: a noun or title stands right before it; `judged`: it stands where a judgement does."""

    words: list[str]
    colon: bool
    cue: bool
    ends: bool
    named: bool
    judged: bool
    called: bool
    clause: bool

    @property
    def small(self) -> bool:
        """Whether it has small words, which names mostly lack."""
        return any(w[0].islower() and w not in NAMING and len(w) > 1 for w in self.words)


def _see(text: str, m: Marked, words: list[str], before: Range, after: Range, language: str) -> Seen:
    speech, titles = _words(language)
    q = m.quoted
    lead = text[before[0] : before[1]].rstrip()
    last = (WORD.findall(lead)[-1:] or [""])[0]
    around = {w.lower() for w in WORD.findall(text[before[0] : before[1]] + " " + text[after[0] : after[1]])}
    cue = bool(around & speech)
    # "die Yacht „Morgenstern“": German nouns are capital
    beside = bool(last) and lead.endswith(last) and last[0].isupper() and language == "de"
    inner = text[q.inner : q.inner_end]
    site = " " not in inner and re.search(r"\w\.\w", inner) is not None
    colon = lead.endswith(":")
    so_called = colon and (last.lower() in titles or last.lower() in CALLED_SO)
    return Seen(
        words=words,
        colon=colon and not so_called,
        cue=cue,
        ends=text[q.inner_end - 1] in ".!?" or (text[q.end : q.end + 1] == "," and not lead[-1:].isalnum()),
        named=so_called or last.lower() in titles or beside or text[q.end : q.end + 2] == " (",
        judged=_judged(text, before, after, cue and words[0][0].islower()),
        called=site or last.lower() in SO_CALLED,
        clause=bool({w.lower() for w in words} & CLAUSE.get(language, frozenset())),
    )


def _judged(text: str, before: Range, after: Range, told: bool) -> bool:
    """Whether somebody calls something so. `told`: a word of speech is near, and the stretch begins small."""
    lead = text[before[0] : before[1]]
    if JUDGING.search(lead.rstrip()[-200:]) is not None:
        return True
    if AS.search(lead[-16:]) is None:
        return False
    far, near = JUDGED_WITHIN
    around = lead[-far:] + " " + text[after[0] : after[1]][:near]
    return told or JUDGES.search(around) is not None


def _score(seen: Seen) -> float:
    """How likely the stretch is speech (shares of German Wikinews' training part)."""
    size = len(seen.words)
    if seen.called:
        return 0.1
    if seen.colon:
        return 0.9 if size >= LONG else 0.6 if seen.cue or seen.ends else 0.3
    if seen.words[0][0].islower():  # a name seldom begins small: "einen „hilflosen Eindruck“"
        return _fragment(seen, size)
    if not seen.small:
        return 0.6 if (seen.cue and seen.ends) or seen.judged else 0.2
    if seen.clause and size > FAIR and not seen.named:
        return 0.7
    if size >= LONG:
        return 0.9 if seen.cue else 0.7 if seen.ends else 0.4
    return 0.6 if seen.cue and not seen.named and (size >= FAIR or seen.judged) else 0.3


def _fragment(seen: Seen, size: int) -> float:
    if size >= LONG:
        return 0.9
    if size > FAIR or (size == FAIR and (seen.cue or seen.judged)):
        return 0.7
    return 0.55 if (seen.cue or seen.judged) and size < FAIR else 0.3


def _cue(text: str, before: Range, after: Range, language: str) -> tuple[Range | None, Range | None]:
    """The nearest word of speech, and the name beside it."""
    speech = _words(language)[0]
    near = [*_matches(text, after)][:12]
    far = [*_matches(text, before)][::-1][:24]
    for match in [*near, *far]:
        word = match.group().lower()
        if word in speech and word not in MOODS and len(word) > 3:
            cue = match.start(), match.end()
            return cue, _name(text, cue, before if match in far else after)
    first = NAME.search(text, *before) if text[: before[1]].rstrip().endswith(":") else None
    return None, (first.start(), first.end()) if first else None  # "[Der Minister] blieb bei seinem Nein: „…“"


def _matches(text: str, part: Range) -> Iterator[re.Match[str]]:
    return WORD.finditer(text, part[0], part[1])


# they tell that somebody is reported, and not who: "der Hafen [werde] „bald“ öffnen"
MOODS = frozenset("nach seien habe hätten hätte werde würde könne müsse wolle solle gebe dürfe bleibe stehe".split())
# "äußerte [sich] der Sprecher", "sagte [dazu] Vance"
BETWEEN = re.compile(r"\s?(?:(?:sich|auch|dazu|weiter|jedoch|hingegen|dagegen|gestern|heute) ){0,3}")
NAME = re.compile(
    r"(?:(?:[Dd]er|[Dd]ie|[Dd]as|[Ee]in|[Ee]ine) (?:[a-zäöüß-]{4,20} )?)?[A-ZÄÖÜ][\w-]+(?: (?:[A-ZÄÖÜ][\w-]+|von|des|der)){0,6}|\b(?:[Ee]r|[Ss]ie)\b"
)


def _name(text: str, cue: Range, part: Range) -> Range | None:
    """ "sagte [der Sprecher Jan Okafor]" or "[Der Sprecher Jan Okafor] sagte"."""
    skipped = BETWEEN.match(text, cue[1], part[1])
    behind = NAME.match(text, skipped.end() if skipped else cue[1], part[1])
    if behind is not None:
        return behind.start(), behind.end()
    ahead = list(NAME.finditer(text, part[0], cue[0]))
    return (ahead[-1].start(), ahead[-1].end()) if ahead and cue[0] - ahead[-1].end() < 40 else None
