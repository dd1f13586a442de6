"""What one line of a scraped text looks like, by itself."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from parley.reading.signs import MASK, STOP_WORDS, WORD, signs
from parley.text.agencies import AGENCY
from parley.text.calendar import MONTH, FullDate, full_dates
from parley.text.marks import pair
from parley.text.once import Kept, Once

NAME = r"[A-Z][\w.’'-]*(?: (?:van|von|de|del|der|la|al|bin|el|da|dos)| [A-Z][\w.’'-]*){1,4}"
ONLY_NAME = re.compile(NAME + "$")
# "By Reuters": one word, where other bylines have two
WIRES = r"(?:Reuters|REUTERS|AFP|AP|Bloomberg|Interfax|TASS|Tass|Xinhua|Kyodo|ANSA|DPA|dpa|EFE|UPI|IANS|PTI)"
BYLINE = re.compile(
    rf"^\s*(?:(?:by|BY|By|Author:?|Written by|Words by|Reporting by|Story by)\s*(?:\||:)?\s*(?:{NAME}|\||$|{WIRES}\b)|(?:Published|Updated|Posted|Last updated)\b)"
)
# "Oskar Lindqvist | 6 March 2024", "Oskar Lindqvist, Harbour Gazette | 6 March 2024"
NAME_AND_DATE = re.compile(
    rf"^{NAME}(?:, (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,4}})?\s*(?:[|,•·–-]\s*)?(?=(?:\d{{1,2}}\s)?{MONTH}\b)"
)
# "JONAS PELL The Associated Press", "Jonas Pell | AFP"
NAME_AND_WIRE = re.compile(rf"^{NAME}\s*(?:[|,•·/–—-]\s*)?(?:The )?{AGENCY}\W*$")
# "Reuters", "— AFP", "(AFP, dpa)", "Source: Xinhua", "jp/ra (AFP, dpa)": a line that signs and says nothing else
WIRE_LINE = re.compile(
    rf"^(?:[a-z]{{2,4}}(?:[/,-][a-z]{{2,4}}){{0,3}}\s)?\W{{0,4}}(?:(?:Sources?|Agency|Via|From|By|with)\b:?\s)?"
    rf"\(?(?P<list>(?:the\s|The\s)?{AGENCY}(?:(?:\s?[/,+]\s?|,?\sand\s|\s&\s)(?:the\s|The\s)?{AGENCY}){{0,4}})\)?\W{{0,3}}$"
)
# "… the ministry said. (AFP)": no picture's credit, and the end of a sentence
WIRE_END = re.compile(rf"[.!?][”\"’]?\s\({AGENCY}(?:[/,]\s?{AGENCY}){{0,4}}\)$")
TELLS = re.compile(r"\b(?:said|says|told|according|added|estimates?|reported|announced)\b")
AGENCY_MARK = r"(?:AP|AFP|EPA|EFE|DPA|ANSA|TASS|Tass|PA|UPI|Reuters|REUTERS|Getty(?: Images)?|Sputnik|Xinhua|Bloomberg|Shutterstock|Pool|NATO|File|Handout|Flickr|Wikimedia|Press Office)"
# "Nora Vance arrives at the hall, Tuesday. (Ines Holm/Coastal Wire)": a sentence, then a credit in brackets
BRACKET_CREDIT = re.compile(r"(?:[.!?][”\"]?|\S)\s*\((?P<credit>[A-Z][^()]{1,90})\)\s*$")
# "Image source, Getty Images", "Image caption, The port is shut"
LABELLED_CAPTION = re.compile(
    r"^(?:Image|Photo|Picture|Video) (?:caption|source|credit|copyright)\b[,:]? ?(?P<credit>.{0,80})", re.IGNORECASE
)
# "Delegates at the hall.Ines Holm / Pool via AP": the credit is glued on
GLUED_CREDIT = re.compile(
    rf"[a-z\d]\.\s?(?P<credit>[A-Z][^.]{{2,70}}(?:\bvia |/\s?)[^.]{{0,30}}{AGENCY_MARK}[^.]{{0,20}})$"
)
LABELLED_CREDIT = re.compile(
    r"\b(?:Photo(?:graph)?(?: by| credit)?|Image(?: credit)?|Picture|Credit|Illustration|Foto)\s?[:|]\s?(?P<credit>.{2,80})$",
    re.IGNORECASE,
)
# one of these stands in all that it matches, in small letters
CREDITING = ("photo", "mage", "cture", "cred", "llu", "foto")
LONGEST_CREDIT = 101  # letters of such a credit: 18 before the colon, 81 behind it
POSED = re.compile(
    r"^(?:FILE|File)\b|\((?:L|R|C|left|right|center|centre)\)|,\s(?:left|right|center|centre|second from)\b|\bFILE PHOTO\b"
)
CAPTION_VERB = re.compile(
    r"\b(?:attend|arrive|speak|walk|shake|pose|stand|sit|meet|chair|gesture|look|hold|address|listen|deliver|leave|talk)(?:s|es)?\b"
)
END = re.compile(
    r"^(?:read (?:more|also|next)|related|more (?:on|from|stories)|recommended|recent|latest|trending|most (?:read|popular)|you (?:may|might) also|"
    r"view all|see also|our books|podcasts?|recent articles|leave a (?:comment|reply)|comments?\b|post a comment|add a comment|previous article|next article|"
    r"how useful was|click on a star|share this|share on|share:|follow us|sign up|subscribe|support |donate|newsletter|tags?:|topics?:|categories|filed under|"
    r"about the author|author:|copyright|©|all rights reserved|advertisement|independent journalism|join (?:us|the)|get the|contact us|terms of|privacy|"
    r"pin it|print this|email this|back to top|editor.s (?:picks|note)|don.t miss|what to read|top stories|popular)\b|^©",
    re.IGNORECASE,
)
INTERRUPTS = re.compile(
    r"^(?:read (?:more|also|next)|related|see also|advertisement|story continues|article continues|more on|sign up|subscribe|watch|listen|recommended|don.t miss|share this)\b",
    re.IGNORECASE,
)
BIO = re.compile(
    r"\b(?:is|was|are) (?:a|an|the|our)\b.{0,60}\b(?:reporter|correspondent|editor|journalist|columnist|writer|contributor|fellow|author|freelancer|producer)\b"
    r"|\bcovers? [\w\s]{2,50} for (?:the )?[A-Z]|\b[Ff]ollow (?:him|her|them|us) on\b|\b(?:has|have) previously (?:worked|written|covered|reported)\b"
)
BIO_START = re.compile(r"(?:[A-Z][\w.’'-]* ){1,4}(?:is|was|covers|has|writes)\b")
COPYRIGHT = re.compile(r"©|\(c\)\s|copyright\b", re.IGNORECASE)
CONTRIBUTORS = re.compile(
    r"\bcontributed(?! by\b)(?: to (?:this|the) (?:report|story|article|piece))?\b.{0,80}$"
    r"|^\W*(?:[Aa]dditional )?(?:[Rr]eporting|[Ee]diting|[Ww]riting) (?:and \w+ )?by\b.{0,200}$"
    r"|^\W*[Ww]ith (?:(?:\w+ )?(?:files?|inputs?|reports?|reporting|material|information|contributions) (?:from|by)|agenc(?:y|ies))\b.{0,120}$"
)
# "This article was first published by the Gazette", "Republished with permission"; not "a study first published in the Review"
REPUBLISHED = re.compile(
    r"\b(?:this|the) (?:\w+ ){0,2}(?:article|story|piece|report|post|column|interview|essay|version|analysis|commentary|content|op-ed)\b.{0,30}\b"
    r"(?:originally|first) (?:featured|published|appeared|posted|ran|printed)\b"
    r"|\bthis (?:\w+ ){0,2}(?:article|story|piece|report|post|column|interview|essay|version|analysis|commentary|content)\b.{0,30}\b(?:republished|reprinted|reproduced|syndicated|"
    r"published in (?:partnership|collaboration))\b"
    r"|^\W*(?:originally|first) (?:featured|published|appeared|posted|ran|printed)\b|^\W*(?:re-?published|reprinted|reproduced|syndicated) (?:here )?(?:with|from|by|under|courtesy)\b"
    r"|\bis republished under\b|\bread the original (?:article|story|post)\b|\b(?:originally|first) published this (?:article|story|report)\b"
    r"|\bversion of this (?:article|story|report|piece|post) (?:\w+ )?appear(?:ed|s) (?:in|at|on)\b",
    re.IGNORECASE,
)
# what asks the reader for something, or stands between paragraphs: of 2,000 such lines in lines.{full,resid}.train, 1 in 100 is article
PROMPT = re.compile(
    r"\b(?:sign up|subscribe|join)\b.{0,60}\b(?:newsletter|inbox|mailing list|email updates)\b|\bnewsletter\b.{0,40}\b(?:sign up|subscribe)\b"
    r"|\b(?:delivered|straight|directly) to your inbox\b|\bin your inbox\b|\balready a (?:subscriber|member)\b|\bto continue reading\b"
    r"|\bsubscribe (?:now|today|to (?:read|continue|unlock))\b|\bcancel any ?time\b|\byour email address will not be published\b"
    r"|\brequired fields are marked\b|\byou must be logged in\b|\b(?:vote count|no votes so far|how useful was this)\b"
    r"|\bbe the first to (?:rate|comment)\b|\bfollow (?:us|me|him|her|them) on\b",
    re.IGNORECASE,
)
# the same at the beginning of a line, or as all of it
OPENING_PROMPT = re.compile(
    r"(?:please )?(?:donate|support our (?:work|journalism)|become a (?:member|supporter|patron))\b"
    r"|(?:independent|quality|local) journalism\b.{0,160}\b(?:donate|support|subscribe)\b"
    r"|(?:advertisement|story continues|article continues|continue reading below|scroll to continue)\b|read (?:more|also|next)\s?(?:[:|–—]|on\b|$)"
    r"|(?:reply|like|share|report|upvote|downvote|permalink|listen to this (?:article|story))$|\d+\s?(?:min|minute)s?(?: read)?$"
    r"|(?:share|tweet|pin|email|print)(?: (?:this|on|via|to|it).{0,30})?$",
    re.IGNORECASE,
)
# one of these stands in all that REPUBLISHED matches, in small letters
GIVING = (
    "originally", "first featured", "first published", "first appeared", "first posted", "first ran", "first printed", "republished", "re-published",
    "reprinted", "reproduced", "syndicated", "published in ", "read the original", "version of this",
)  # fmt: skip
# the same of PROMPT, in small letters
ASKING = (
    "newsletter", "inbox", "mailing list", "email updates", "already a ", "to continue reading", "subscribe", "cancel any", "your email address",
    "required fields", "you must be logged in", "vote", "how useful was this", "be the first to", "follow ",
)  # fmt: skip
LONGEST_PROMPT = 40  # words
MENU = re.compile(r"(?:\s[|•·>»/]\s.*){2,}")
FILE_NAME = re.compile(
    r"^\S*\d+x\d+\S*(?:\s\(\d+\))?$|\.(?:jpe?g|png|gif|webp)\b|@\d(?:\.\d)?x\b|\b(?:thumbnail|logo(?:sq)?|banner|icon)\b",
    re.IGNORECASE,
)
SPEAKING = frozenset('“"”„«»')  # marks that a quote standing alone begins with
OPENING = "“\"‘'„«»‚"
CLAUSE = 4  # words in marks at a line's beginning that are more than a name: german-quotes
LONGEST_DATE, BESIDE = 16, 14  # words of a full date with BESIDE letters around it; such letters
LONGEST_WIRE = 9  # words of a line that only signs
ENDS = (".", "!", "?", ".”", "!”", "?”", '."', '?"', '!"', "”", '"', ".’", ":", ";", "…", ".)", "»", "“", "«", "‘")
SHORT = 3  # letters of words that say little
OPENING_LETTERS = 4000
REMEMBERED = 50_000  # runs of letters and marks whose words are kept
LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
# blanks, and what shows nothing: byte order mark, zero-width joiners, direction marks, soft hyphen
BLANKS = " \t\x1c\x1d\x1e\x1f\xa0\xad\u1680\u205f\ufeff\u180e\u2060" + "".join(
    map(chr, [*range(0x2000, 0x2010), *range(0x202A, 0x2030), *range(0x2066, 0x206A), 0x3000])
)
CLOCK = re.compile(r"\d{1,2}[:.]\d\d")


@dataclass(frozen=True)
class Line:
    """One line that is not blank, without the blanks around it; offsets count in the article."""

    start: int
    end: int
    text: str

    @Once
    def words(self) -> list[str]:
        return self.text.split()

    @Once
    def lower(self) -> list[str]:
        """The words without marks and numbers, in small letters."""
        return list(chain.from_iterable(map(_LOWER.__getitem__, self.words)))

    @Once
    def content(self) -> set[str]:
        """The long ones of these that are no stop words."""
        return set(chain.from_iterable(map(_CONTENT.__getitem__, self.words)))

    @Once
    def counts(self) -> int:
        """How many words and marks of each sign, side by side in one number: see signs.MASK."""
        return signs(self.words)

    @Once
    def capital(self) -> bool:
        return self.text[:1].isupper() or self.text[:1] in OPENING or self.text[:1].isdigit()

    @Once
    def ends_sentence(self) -> bool:
        return self.text.endswith(ENDS) or (self.text.endswith(")") and WIRE_END.search(self.text) is not None)

    @Once
    def paragraph(self) -> bool:
        """At least one sentence of some length."""
        return (len(self.words) >= 9 and self.ends_sentence and not self.menu and not self.bio) or len(self.words) >= 32

    @Once
    def spoken(self) -> bool:
        """A short quote standing alone."""
        return self.text[:1] in SPEAKING and self.ends_sentence and len(self.words) >= 3

    @Once
    def quotation(self) -> bool:
        """Opens with a clause in quotation marks, or a verb and a colon before one, as no heading does: "„Der Hafen bleibt
        morgen geschlossen“, so Vance", "Vance erklärte: „Wir gehen nicht zurück“"."""
        if SPEAKING.isdisjoint(self.text):  # ‘I was told to sign’, in single marks, heads parts of interviews
            return False
        first = next((q for q in pair(self.text, 0, len(self.text)) if not q.single), None)
        if first is None or not first.closed or len(self.text[first.inner : first.inner_end].split()) < CLAUSE:
            return False
        before = self.text[: first.start].split()
        return not before or (before[-1].endswith(":") and before[-1].islower())

    @Once
    def sentence(self) -> bool:
        """A short sentence: "Talks resume on Monday."."""
        return len(self.words) >= 3 and self.capital and self.ends_sentence and not self.menu

    @Once
    def headline(self) -> bool:
        """A line that could be a title: a few words without a full stop, not a menu, date, byline or picture."""
        return (
            2 <= len(self.words) <= 30 and not self.text.endswith((".", ":", ";", ",", "...")) and self.capital
            and not (self.menu or self.byline or self.date_only or self.caption or self.ends_story or self.file_name)
        )  # fmt: skip

    @Once
    def byline(self) -> bool:
        if len(self.words) > 16 or "“" in self.text:
            return False
        dated = self.dated
        return bool(
            BYLINE.match(self.text)
            or (dated and NAME_AND_DATE.match(self.text))
            or (len(self.words) <= LONGEST_WIRE and NAME_AND_WIRE.match(self.text))
        )

    @Once
    def dated(self) -> FullDate | None:
        """The first full date; every one holds a year of this century or the last."""
        return next(full_dates(self.text), None) if "20" in self.text or "19" in self.text else None

    @Once
    def date_only(self) -> bool:
        """A date, maybe with a clock time, and hardly a word beside it."""
        dated = self.dated if len(self.words) <= LONGEST_DATE else None
        return dated is not None and len(self.text) - (dated.end - dated.start) <= BESIDE

    @Once
    def name_only(self) -> bool:
        return len(self.words) <= 4 and ONLY_NAME.match(self.text) is not None

    @Once
    def menu(self) -> bool:
        if self.text.endswith(".") or not self.counts & MASK["separators"]:
            return False
        return MENU.search(self.text) is not None

    @Once
    def photo_credit(self) -> re.Match[str] | None:
        """The credit of a picture, as group `credit`."""
        bracket = BRACKET_CREDIT.search(self.text) if self.text.rstrip().endswith(")") else None
        if bracket and not self.wire and _is_credit(bracket["credit"], self.text):
            return bracket
        if source := LABELLED_CAPTION.match(self.text):
            return source if "caption" not in source.group()[:16].lower() and source["credit"] else None
        tail = self.text[-LONGEST_CREDIT:].lower()
        told = (":" in tail or "|" in tail) and any(map(tail.__contains__, CREDITING)) and len(self.words) < 60
        labelled = LABELLED_CREDIT.search(self.text, max(0, len(self.text) - LONGEST_CREDIT)) if told else None
        glued = "/" in self.text or "via " in self.text
        return labelled or (GLUED_CREDIT.search(self.text) if glued else None)

    @Once
    def caption(self) -> bool:
        """Words under a picture: they end in its credit, or say who stands where."""
        if (
            self.photo_credit
            or LABELLED_CAPTION.match(self.text)
            or self.text.startswith(("FILE –", "FILE -", "FILE —", "File photo"))
        ):
            return True
        if "“" in self.text or len(self.words) >= 60:
            return False
        posed = self.counts & MASK["poses"] > 0 and POSED.search(self.text) is not None
        return posed and CAPTION_VERB.search(self.text) is not None

    @Once
    def alt_text(self) -> bool:
        """The few small words of a picture's description: "cranes at dusk"."""
        return (
            1 <= len(self.words) <= 6
            and self.text == self.text.lower()
            and not self.ends_sentence
            and not self.text[0].isdigit()
            and not self.file_name
        )

    @Once
    def file_name(self) -> bool:
        return len(self.words) <= 6 and FILE_NAME.search(self.text) is not None

    @Once
    def bio(self) -> bool:
        """About the author: "Dana is a reporter at the Signal. She has previously covered ports."."""
        return "“" not in self.text and BIO_START.match(self.text) is not None and BIO.search(self.text) is not None

    @Once
    def contributors(self) -> bool:
        return (
            len(self.words) <= 40
            and self.counts & MASK["helped"] > 0
            and "“" not in self.text
            and CONTRIBUTORS.search(self.text) is not None
        )

    @Once
    def republished(self) -> bool:
        if len(self.words) > 60 or not self.counts & MASK["given"] or "“" in self.text:
            return False
        return any(map(self.text.lower().__contains__, GIVING)) and REPUBLISHED.search(self.text) is not None

    @Once
    def copyright(self) -> bool:
        return len(self.words) <= 30 and COPYRIGHT.match(self.text) is not None

    @Once
    def wire(self) -> bool:
        """Signed by an agency: "— Reuters", "(AFP, dpa)"."""
        return len(self.words) <= LONGEST_WIRE and WIRE_LINE.match(self.text) is not None

    @Once
    def prompt(self) -> bool:
        """Asks the reader for something: "Sign up for our newsletter", "Read more: Storm closes the bridge", "Reply"."""
        if len(self.words) > LONGEST_PROMPT or not self.counts & MASK["prompts"]:
            return False
        if OPENING_PROMPT.match(self.text):
            return True
        return any(map(self.text.lower().__contains__, ASKING)) and PROMPT.search(self.text) is not None

    @Once
    def interrupts(self) -> bool:
        return len(self.words) <= 16 and INTERRUPTS.match(self.text) is not None

    @Once
    def ends_story(self) -> bool:
        """The first line of what comes after a story."""
        short = len(self.words) <= 16 and END.match(self.text) is not None and not self.text.endswith((".”", "”"))
        return short or self.copyright or self.bio or self.republished or self.contributors or self.file_name


_LOWER = Kept[str, tuple[str, ...]](lambda run: tuple([word.lower() for word in WORD.findall(run)]), REMEMBERED)
_CONTENT = Kept[str, tuple[str, ...]](
    lambda run: tuple([word for word in _LOWER[run] if len(word) > SHORT and word not in STOP_WORDS]), REMEMBERED
)


def openings(lines: Iterable[Line]) -> Iterator[Sequence[str]]:
    """The stretches without blanks of each line; of a very long one, those of its first letters."""
    return (x.words if len(x.text) <= OPENING_LETTERS else x.text[:OPENING_LETTERS].split() for x in lines)


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank; marks that show nothing count as blanks at a line's ends."""
    found = []
    for match in LINE.finditer(text):
        whole = match.group()
        stripped = whole.strip(BLANKS)
        if stripped:
            start = match.start() + whole.index(stripped)
            found.append(Line(start, start + len(stripped), stripped))
    return found


def _is_credit(words: str, line: str) -> bool:
    """Whether the brackets at a line's end hold a picture's credit, not an aside of a sentence nor the wire of the text."""
    if re.fullmatch(AGENCY, words) and TELLS.search(line):
        return False
    if re.search(rf"\b{AGENCY_MARK}\b|/|[Pp]hoto|[Ii]mages?\b|[Pp]ress [Oo]ffice", words):
        return True
    sentence = re.search(r"[.!?][”\"]?\s*\([^()]+\)\s*$", line)
    return (
        sentence is not None
        and 2 <= len(words.split()) <= 5
        and all(w[:1].isupper() or w in ("of", "the", "via") for w in words.split())
    )
