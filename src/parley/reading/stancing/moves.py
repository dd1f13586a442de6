"""Moves in talks: plans given up, concessions put on a condition, proposals called names, help offered."""

from collections.abc import Iterator

from parley.reading.stancing import lexicon as words
from parley.reading.stancing.claim import Claim
from parley.reading.stancing.line import QUOTES, Group, Line
from parley.reading.stancing.reach import condition_of, issue_end
from parley.reading.stancing.shapes import nominal_after
from parley.reading.stancing.verbs import Verbs
from parley.record import StanceKind

A, R, S, T, Y = (
    StanceKind.ACCEPTS, StanceKind.REJECTS, StanceKind.SUPPORTS, StanceKind.THREATENS, StanceKind.OFFERS,
)  # fmt: skip
ON_TABLE = frozenset(
    "deal offer plan proposal agreement contract settlement accord compromise terms draft cut cuts freeze package".split()
)
GIVEN = frozenset("withdraw shelve drop scrap abandon ditch waive suspend postpone forgo".split())
OBJECTS = frozenset("plan plans proposal proposals intention scheme idea".split())
UNDEMANDED = 0.45  # a plan given up is a stance where another party demanded that; `combine` knows (rail-record)
CONCESSIONS = (
    (
        words.CONCEDED
        | frozenset(
            """shelve scrap increase guarantee grant freeze fund hire pay improve restore reinstate contribute provide transfer
            open share deliver release shorten simplify double widen buy lend finance remove phase""".split()
        )
    )
    - words.RETALIATION
    - frozenset(
        "take move step come stop halt end return join attend back participate accept agree vote work fight close slam cut meet talk discuss negotiate consider".split()
    )
)
NAMING = frozenset("call brand label describe denounce condemn decry".split())
INSULTS = frozenset(
    """attack insult betrayal blackmail disgrace joke sham slap stunt fantasy outrage provocation mistake disaster farce trick distraction sellout sell-out nonsense
    surrender extortion affront ploy trap unfair unrealistic inadequate insufficient reckless illegal absurd ridiculous
    outrageous insulting unreasonable derisory ransom robbery recipe backwards""".split()
)
PRAISE = frozenset("fair generous reasonable sensible breakthrough welcome balanced best only".split())
CRITICISM = frozenset(
    """criticised criticized criticise criticize criticises criticizes slammed blasted denounced lambasted condemned decried
    attacked""".split()
)
VOTES = {
    "strike": T, "turn": R, "authorize": T, "authorise": T, "reject": R, "oppose": R, "accept": A, "approve": A, "ratify": A, "endorse": S,
}  # fmt: skip
IN_RETURN = frozenset({"in return", "in exchange", "in turn"})
HELPING = frozenset("mediate arbitrate host broker help facilitate".split())


class Moves:
    def __init__(self, verbs: Verbs) -> None:
        self.verbs = verbs

    def claims(self, line: Line) -> Iterator[Claim]:
        for n in line.verbs:
            verb = words.base(line.lower[n])
            if verb in GIVEN:
                yield from self._given_up(line, line.group(n))
            if verb in CONCESSIONS:
                yield from self._conditional(line, line.group(n))
            if verb in NAMING:
                yield from self._named(line, line.group(n))
            if verb in CRITICISM:
                yield from self._criticised(line, line.group(n))
            if line.lower[n] in ("voted", "vote"):
                yield from self._voted(line, line.group(n))
            if verb in HELPING:
                yield from self._help(line, n)

    def _given_up(self, line: Line, group: Group) -> Iterator[Claim]:
        """ "The port withdrew its plan for night shifts": what it comes to depends on who had demanded that."""
        if group.negated or group.modal or group.passive or not group.finite:
            return
        first = group.verb + 1
        noun = next((k for k in range(first, min(first + 5, len(line))) if line.lower[k] in OBJECTS), None)
        if noun is None or any(line.tokens[k].pos_ in ("VERB", "ADP", "PUNCT") for k in range(first, noun)):
            return
        holders, end = self.verbs.subjects(line, group), issue_end(line, first)
        if holders and end > noun + 1:
            yield Claim(A, holders, (group.verb, first), (first, end), UNDEMANDED)

    def _conditional(self, line: Line, group: Group) -> Iterator[Claim]:
        """ "would drop the plan if the union met it on pay": an offer with a condition."""
        if group.modal not in ("would", "will", "could", "'d", "’d", "'ll", "’ll") or group.negated or group.passive:
            return
        condition = condition_of(line, group.verb)
        exchanged = " ".join(line.lower[:2]) in IN_RETURN  # "In return Kestrel would raise the quota"
        if (condition is None and not exchanged) or (condition and line.lower[condition[0]] == "unless"):
            return
        end = issue_end(line, group.verb)
        holders = self.verbs.subjects(line, group)
        if holders and end > group.verb + 1:
            yield Claim(Y, holders, (group.verb, group.verb + 1), (group.verb, end), 0.75)

    def _named(self, line: Line, group: Group) -> Iterator[Claim]:
        """ "The guild called the ban “an attack on our rights”", "the firm called the offer fair"."""
        first = group.verb + 1
        if group.passive:
            yield from self._called_so(line, group)
        if group.negated or group.modal or group.passive or first >= len(line):
            return
        end = next((k for k in range(first, min(first + 12, len(line))) if self._name_begins(line, first, k)), None)
        if end is None:
            return
        told = set(line.lower[end : end + 7])
        kind = R if told & INSULTS else S if told & PRAISE and "not" not in told else None
        holders = self.verbs.subjects(line, group)
        if kind and holders and line.tokens[end - 1].pos_ in ("NOUN", "PROPN", "PRON"):
            yield Claim(kind, holders, (group.verb, first), (first, end), 0.7)

    def _called_so(self, line: Line, group: Group) -> Iterator[Claim]:
        """ "The offer was called an insult by the guild"."""
        by = next((k for k in range(group.verb + 1, min(group.verb + 9, len(line))) if line.lower[k] == "by"), None)
        subject, agent = line.subject(group), nominal_after(line, by) if by is not None else None
        told = set(line.lower[group.verb + 1 : by])
        if subject is None or agent is None or group.negated or not told & (INSULTS | PRAISE):
            return
        holders, (first, end) = self.verbs.meant(line, agent), line.noun_phrase(subject, group.left)
        if holders:
            yield Claim(
                R if told & INSULTS else S, holders, (group.verb, group.verb + 1), (first, max(end, first + 1)), 0.7
            )

    def _name_begins(self, line: Line, first: int, n: int) -> bool:
        """Where the object ends and what it is called begins: at a mark, an article, "as", or a word of praise or insult."""
        if n == first or line.tokens[n - 1].pos_ not in ("NOUN", "PROPN", "PRON", "VERB"):
            return False
        return line.lower[n] in QUOTES | {"a", "an", "as", "the"} | INSULTS | PRAISE

    def _criticised(self, line: Line, group: Group) -> Iterator[Claim]:
        """ "The chamber criticised the deal"; to condemn a deed rejects nothing that is on the table."""
        first = group.verb + 1
        if group.negated or group.modal or group.passive or not group.finite or first >= len(line):
            return
        end = issue_end(line, first)
        end = next((k for k in range(first + 1, end) if line.lower[k] in ("as", "for")), end)
        holders = self.verbs.subjects(line, group)
        if holders and end > first and ON_TABLE & set(line.lower[first:end]):
            yield Claim(R, holders, (group.verb, first), (first, end), 0.7)

    def _voted(self, line: Line, group: Group) -> Iterator[Claim]:
        """ "voted 5 to 2 to reject the plan", "voted to authorise a strike"."""
        verb = next((k for k in range(group.verb + 2, min(group.verb + 8, len(line))) if line.lower[k] in VOTES), None)
        if group.negated or group.modal or verb is None or line.lower[verb - 1] != "to":
            return
        kind, holders = VOTES[line.lower[verb]], self.verbs.subjects(line, group)
        first = verb if line.lower[verb] == "strike" else verb + 1 + (line.lower[verb] == "turn")
        end = issue_end(line, first) if first < len(line) else first
        strike = kind is not T or "strike" in line.lower[first:end]
        if holders and end > first and strike:
            yield Claim(kind, holders, (group.verb, verb + 1), (first, end), 0.75)

    def _help(self, line: Line, n: int) -> Iterator[Claim]:
        """ "said her office was ready to mediate": help that a third party offers."""
        if n < 2 or line.lower[n - 1] != "to" or line.lower[n - 2] not in ("ready", "willing", "prepared", "happy"):
            return
        adjective = line.tokens[n - 2]
        group = line.group(n - 2)
        copula = next((line.place[c.i] for c in adjective.children if c.dep_ == "cop" and c.i in line.place), None)
        if copula is None or line.group(copula).negated:
            return
        head = next((line.place[c.i] for c in adjective.children if c.dep_ == "nsubj" and c.i in line.place), None)
        holders = self.verbs.meant(line, head, group.left) if head is not None else ()
        if holders:
            yield Claim(Y, holders, (n - 2, n - 1), (n - 1, max(issue_end(line, n - 1), n + 1)), 0.8)
