"""How far a cue's words reach: the issue ends where a condition, another verb of the same subject or a speaker begins."""

from parley.reading.stancing.lexicon import CONDITIONS, NO_CONDITION_BEFORE
from parley.reading.stancing.line import DAYS, NEGATORS, QUOTES, Line

LONGEST = 45  # tokens
STOPS = frozenset(";—–:")
AFTER_COMMA = frozenset(
    "while although though despite which who whereas according as where when after because since up down compared".split()
)
TRAILING = frozenset("instead too again also either anyway already".split())
LONGEST_MARKER = max(len(c.split()) for c in CONDITIONS)
MARKER_FIRST = frozenset(c.split()[0] for c in CONDITIONS) | {"without"}


def issue_end(line: Line, first: int) -> int:
    """The place after the last token of what stands from `first` on."""
    end = min(len(line), first + LONGEST)
    for n in range(first + 1, end):
        if _stops(line, n, first):
            end = n
            break
    while (
        end > first
        and (line.tokens[end - 1].is_punct or line.lower[end - 1] in ("and", "but", "or"))
        and not _closes(line, first, end)
    ):
        end -= 1
    return _without_day(line, first, end)


def _closes(line: Line, first: int, end: int) -> bool:
    """A closing bracket belongs to the words in brackets."""
    return line.lower[end - 1] == ")" and "(" in line.lower[first:end]


def _without_day(line: Line, first: int, end: int) -> int:
    """Without a last "on Wednesday", "Thursday"."""
    if end - first > 2 and line.lower[end - 1] in DAYS:
        end -= 2 if line.lower[end - 2] == "on" else 1
    while end - first > 1 and line.lower[end - 1] in TRAILING:
        end -= 1
    return end


def _stops(line: Line, n: int, first: int) -> bool:
    word = line.lower[n]
    if word in STOPS or condition_at(line, n) or _closes_quote(line, n, first):
        return True
    before = line.lower[n - 1]
    if word == "," and n + 1 < len(line):
        return _stops_after_comma(line, n + 1)
    if word in ("and", "but", "or", "yet"):
        return _new_clause(line, n + 1)
    if word in ("although", "though", "despite", "saying", "when", "because"):
        return True
    return before in '”"' and n - 1 > first and (line.saying(n) or _speaker_tail(line, n))


def _closes_quote(line: Line, n: int, first: int) -> bool:
    """The mark that ends a quotation which began before the issue."""
    word, between = line.lower[n], line.lower[first:n]
    if word == "”":
        return "“" not in between
    return word == '"' and between.count('"') % 2 == 0 and line.lower[:first].count('"') % 2 == 1


def _stops_after_comma(line: Line, n: int) -> bool:
    while n < len(line) and line.lower[n] in QUOTES:
        n += 1
    if n >= len(line):
        return True
    word, tag = line.lower[n], line.tokens[n].tag_
    if word in AFTER_COMMA or (
        tag == "VBG" and (line.cue_verb(n) or line.tokens[n].dep_ == "advcl") and word != "including"
    ):
        return True
    if _apposed_clause(line, n) or (tag in ("VBD", "VBZ", "VBP") and line.tokens[n].pos_ == "VERB"):
        return True
    if word in ("but", "yet") or (line.tokens[n].pos_ == "AUX" and tag in ("VBD", "VBZ", "VBP")):
        return True
    return _speaker_tail(line, n) or (word in ("and", "or") and _new_clause(line, n + 1))


def _apposed_clause(line: Line, n: int) -> bool:
    """ "offered to mediate, | an offer that Kestrel declined": what is said of the issue is none of it."""
    return (
        line.lower[n] in ("a", "an", "the")
        and line.lower[n + 2 : n + 3] in (["that"], ["which"])
        and line.tokens[n + 1].pos_ == "NOUN"
    )


def _speaker_tail(line: Line, n: int) -> bool:
    """ ", Brandt told reporters" and ", said Brandt": no comma between, soon a verb of saying."""
    for k in range(n, min(n + 8, len(line))):
        if line.saying(k) and line.tokens[k].tag_ in ("VBD", "VBZ", "VBP"):
            return all(
                t.pos_ in ("PROPN", "NOUN", "PRON", "DET", "ADJ", "ADP", "ADV", "AUX", "PART") for t in line.tokens[n:k]
            )
        if line.lower[k] == "," and k > n:
            return False
    return False


def _new_clause(line: Line, n: int) -> bool:
    """ "... and demanded", "... but would not sign", "... and the company offered": a finite verb with or without subject."""
    for k in range(n, min(n + 9, len(line))):
        token = line.tokens[k]
        if token.pos_ in ("ADV", "PART"):
            continue
        if token.tag_ == "VBG" and k > n and line.cue_verb(k):
            return True  # "with Orsova demanding a cut and Kestrel refusing"
        if (
            token.pos_ == "AUX"
            or token.tag_ in ("VBD", "VBZ", "VBP", "MD")
            or (k == n and line.group(k).finite and not _premodifier(line, k))
        ):
            return (
                (k == n and token.tag_ != "VB")
                or (line.cue_verb(k) and token.pos_ != "AUX")
                or _starts_clause(line, n, k)
            )
        if token.pos_ not in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"):
            return False
    return False


def _premodifier(line: Line, n: int) -> bool:
    """ "common but differentiated duties": a participle before its noun."""
    return line.tokens[n].tag_ == "VBN" and n + 1 < len(line) and line.tokens[n + 1].pos_ == "NOUN"


def _starts_clause(line: Line, first: int, verb: int) -> bool:
    """Whether the words from `first` up to the verb are its subject."""
    head = line.tokens[verb]
    head = head.head if head.pos_ == "AUX" else head
    return any(c.dep_.startswith("nsubj") and first <= line.place.get(c.i, -1) < verb for c in head.children)


def condition_at(line: Line, n: int) -> int | None:
    """How many tokens long the condition's marker at `n` is; None where there is none."""
    if line.lower[n] not in MARKER_FIRST:
        return None
    if (n > 0 and line.lower[n - 1] in NO_CONDITION_BEFORE) or line.lower[n + 3 : n + 5] in (
        ["it", "takes"],
        ["is", "necessary"],
    ):
        return None
    if line.lower[n] == "without" and NEGATORS & set(line.lower[max(0, n - 9) : n]):
        return 1  # "would not sign a contract without a cap on overtime"
    for length in range(LONGEST_MARKER, 0, -1):
        if " ".join(line.lower[n : n + length]) in CONDITIONS:
            return length
    return None


def condition_of(line: Line, cue: int) -> tuple[int, int] | None:
    """The condition under which the cue at `cue` holds: one after it in its clause, or one that opens the sentence."""
    for n in range(cue + 1, len(line)):
        if line.lower[n] == ";" or (n > cue + 1 and line.lower[n - 1] in ("and", "but") and _new_clause(line, n)):
            break
        if condition_at(line, n):
            return n, condition_end(line, n)
    for n in range(min(2, len(line))):
        if line.lower[n] not in QUOTES and condition_at(line, n):
            end = condition_end(line, n)
            return (n, end) if end <= cue else None
    return None


def in_condition(line: Line, n: int) -> bool:
    """Whether the token stands in a condition: "if the company refuses talks" refuses nothing."""
    for k in range(n - 1, max(-1, n - 15), -1):
        if line.lower[k] == "until" and "," not in line.lower[k:n]:
            return True  # "will not return until the district agrees to a cap"
        if length := condition_at(line, k):
            return (
                condition_end(line, k) > n
                and k + length <= n
                and line.lower[k] in ("if", "unless", "provided", "should", "as", "so")
            )
    return False


def condition_end(line: Line, first: int) -> int:
    for n in range(first + 1, len(line)):
        if line.lower[n] in STOPS or line.lower[n] == ".":
            return n
        if line.lower[n] == "," and (_speaker_tail(line, n + 1) or not _listed(line, first, n)):
            return n
        if line.lower[n] in '”"':
            return n
    return len(line)


def _listed(line: Line, first: int, comma: int) -> bool:
    """A comma before the condition's verb: "if the U.S., France and Italy agree"."""
    return not any(t.pos_ in ("VERB", "AUX") for t in line.tokens[first:comma])
