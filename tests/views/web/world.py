"""A hand-made record of the fictional port talks that has something for every screen, hostile articles included."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from parley.record import (
    Actor,
    ActorKind,
    Attribution,
    Block,
    BlockKind,
    Comparator,
    Copy,
    CopyKind,
    Credit,
    CreditKind,
    Direction,
    Figure,
    Finding,
    FindingKind,
    Flag,
    Issue,
    Measure,
    MeasureStatus,
    Meeting,
    MeetingStatus,
    Origin,
    Position,
    QuoteKind,
    Reading,
    Record,
    Span,
    StanceKind,
    Story,
    TimeExpression,
    TimeKind,
    Utterance,
    short_id,
)
from parley.store import open_store
from tests.factories import article, quote, reading, span

WIRE = article(
    "Home | News | Weather\n"
    "Dockers open talks in Callow\n"
    "By Lena Marsh\n"
    "The dockers’ union demanded a nine percent raise when talks opened in Callow on Tuesday. More than 300 jobs are at risk.\n"
    "“Nobody will close the door on these talks,” Nora Vance said on Tuesday.\n"
    "The company rejected any limit on night shifts.\n"
    "Share this page\n",
    id="wire/2024 #1",
    outlet="Coastal Wire",
    title="Dockers open talks in Callow",
    published="2024-03-05",
    url="https://wire.example/callow",
)
COURIER = article(
    "Dockers open talks in Callow\n"
    "The dockers’ union demanded a nine percent raise when talks opened in Callow on Tuesday. More than 300 jobs are at risk.\n"
    "“Nobody should close the door on the talks,” Nora Vance said on Tuesday.\n",
    id="courier.txt",
    outlet="Callow Courier",
    title="Talks open in Callow",
    published="2024-03-06",
)
GAZETTE = article(
    "The company is now open to a limit on night shifts if the union drops its strike plan.\n"
    "About 250 jobs would go, a person close to the company said.\n"
    "“We are ready to meet as long as it takes,” somebody in the room said.\n"
    "The first meetings date back to January 2024.\n",
    id="gazette.txt",
    outlet="Harbour Gazette",
    title="Company softens on night shifts",
    published="2024-03-08",
)
HOSTILE = article(
    '<script>alert("x")</script> was the banner’s text, he said.\n'
    '"onmouseover=alert(1) x=" is what the sign read.\n'
    "Talks & more talks </p><img src=x onerror=alert(2)>\n",
    id='"><script>alert(3)</script>',
    outlet="<b>Odd</b> Outlet",
    title="</title><script>alert(4)</script>",
    published=None,
    url="javascript:alert(5)",
)
ARABIC = article(
    "قال رئيس الوفد إن المحادثات ستستمر\nلن نغلق الباب\n",
    id="ar/نص",
    outlet="صحيفة الميناء",
    title="المحادثات",
    published="2024-03-07",
)
LONG = article(
    "\n".join(f"Paragraph {n} of a very long transcript of the talks in the harbour hall." for n in range(2800)),
    id="long.txt",
    outlet="Tide Radio",
    title="Transcript",
    published="2024-03-09",
)
ARTICLES = (WIRE, COURIER, GAZETTE, HOSTILE, ARABIC, LONG)  # fmt: skip

UNION = Actor(
    short_id("union"),
    "United Dockers’ Federation",
    ActorKind.ORGANISATION,
    ("the union",),
    mentions=(span(WIRE, "dockers’ union"),),
)
COMPANY = Actor(
    short_id("company"), "Meridian Harbour Company", ActorKind.ORGANISATION, mentions=(span(WIRE, "The company"),)
)
VANCE = Actor(
    short_id("vance"),
    "Nora Vance",
    ActorKind.PERSON,
    (),
    ("president",),
    UNION.id,
    (span(WIRE, "Nora Vance"), span(COURIER, "Nora Vance")),
)

DOOR = quote(WIRE, "Nobody will close the door on these talks,", "Nora Vance")
DOOR_COURIER = quote(COURIER, "Nobody should close the door on the talks,", "Nora Vance")
READY = quote(GAZETTE, "We are ready to meet as long as it takes,", None, score=0.3)
BANNER = replace(
    quote(HOSTILE, '<script>alert("x")</script>', "<i>he</i>", QuoteKind.MIXED, 0.4), cue=span(HOSTILE, "said")
)

OVER_300 = Figure(
    300,
    None,
    Comparator.OVER,
    "job",
    "jobs at risk",
    (span(WIRE, "More than 300 jobs"), span(COURIER, "More than 300 jobs")),
)
ABOUT_250 = Figure(250, 250, Comparator.ABOUT, "job", "jobs at risk", (span(GAZETTE, "About 250 jobs"),))

OPENING = Meeting(
    "2024-03-05",
    "Callow",
    "first round",
    (UNION.id, COMPANY.id),
    MeetingStatus.HELD,
    (span(WIRE, "talks opened in Callow on Tuesday"), span(COURIER, "talks opened in Callow on Tuesday")),
    "m1",
)
EARLIER = Meeting(
    "2024-01",
    None,
    None,
    (),
    MeetingStatus.HELD,
    (span(GAZETTE, "The first meetings date back to January 2024"),),
    "m2",
)
UNDATED = Meeting(None, "Linden", None, (COMPANY.id,), MeetingStatus.PLANNED, (span(GAZETTE, "ready to meet"),), "m3")

RAISE, NIGHTS = Issue("i1", "a nine percent raise"), Issue("i2", "limit on night shifts")


def held(
    id: str, party: Actor, issue: Issue, stance: StanceKind, evidence: tuple[Span, ...], **fields: object
) -> Position:
    told: dict[str, Any] = {
        "conditional": False,
        "condition": None,
        "when": "2024-03-05",
        "meeting": None,
        "speaker": None,
    }
    told |= {"attribution": Attribution.NARRATOR, "origins": 1, **fields}
    return Position(id, party.id, issue.id, stance, evidence=evidence, **told)


DEMAND = held(
    "p1",
    UNION,
    RAISE,
    StanceKind.DEMANDS,
    (span(WIRE, "demanded a nine percent raise"), span(COURIER, "demanded a nine percent raise")),
    meeting="m1",
)
REJECTS = held(
    "p2",
    COMPANY,
    NIGHTS,
    StanceKind.REJECTS,
    (span(WIRE, "The company rejected any limit on night shifts"),),
    meeting="m1",
    words=span(WIRE, "any limit on night shifts"),
)
OPEN_TO = held(
    "p3", COMPANY, NIGHTS, StanceKind.OPEN_TO, (span(GAZETTE, "The company is now open to a limit on night shifts"),),
    conditional=True, condition="the union drops its strike plan", when="2024-03-08", score=0.4,
)  # fmt: skip

SHARED = (
    ("Dockers open talks in Callow", "Dockers open talks in Callow"),
    ("The dockers’ union demanded a nine percent raise when", "The dockers’ union demanded a nine percent raise when"),
    (
        "talks opened in Callow on Tuesday. More than 300 jobs are",
        "talks opened in Callow on Tuesday. More than 300 jobs are",
    ),
    ("“Nobody will close the door on these talks,” Nora", "“Nobody should close the door on the talks,” Nora"),
)
COPIED = Copy(
    WIRE.id,
    COURIER.id,
    CopyKind.PARTIAL,
    Direction.B_FROM_A,
    (0.62, 0.9),
    tuple((span(WIRE, a), span(COURIER, b)) for a, b in SHARED),
    ("Callow Courier repeats 31 words in a row", "the Wire is older"),
    0.97,
)

UTTERANCES = (
    Utterance("u1", VANCE.id, (DOOR, DOOR_COURIER), True, (Flag.WORDING,), ("u3",)),
    Utterance("u2", None, (READY,), False),
    Utterance("u3", COMPANY.id, (BANNER,), False, (), ("u1",)),
)
FINDINGS = (
    Finding(
        "f1", FindingKind.FIGURE, "jobs at risk: more than 300; about 250", (*OVER_300.evidence, *ABOUT_250.evidence), 2
    ),
    Finding("f2", FindingKind.AGREEMENT, "talks opened in Callow: 2024-03-05", OPENING.evidence, 1),
)


def readings() -> tuple[Reading, ...]:
    wire = reading(
        WIRE, quotes=(DOOR,), byline=("Lena Marsh",), figures=(replace(OVER_300, evidence=OVER_300.evidence[:1]),),
        actors=(replace(VANCE, mentions=VANCE.mentions[:1]),),
        times=(TimeExpression(span(WIRE, "on Tuesday"), TimeKind.DATE, "2024-03-05"),),
        credits=(Credit(CreditKind.CONTRIBUTOR, "Lena Marsh", span(WIRE, "Lena Marsh")),),
    )  # fmt: skip
    kinds = [
        BlockKind.FURNITURE,
        BlockKind.TITLE,
        BlockKind.BYLINE,
        BlockKind.BODY,
        BlockKind.BODY,
        BlockKind.BODY,
        BlockKind.FURNITURE,
    ]
    wire = replace(wire, blocks=tuple(Block(k, b.span) for k, b in zip(kinds, wire.blocks, strict=True)))
    return (
        wire,
        reading(COURIER, quotes=(DOOR_COURIER,), figures=(replace(OVER_300, evidence=OVER_300.evidence[1:]),)),
        reading(GAZETTE, quotes=(READY,), figures=(ABOUT_250,)),
        reading(HOSTILE, quotes=(BANNER,), published_basis=""),
        reading(ARABIC, language="ar"),
        reading(LONG),
    )


def record() -> Record:
    return Record(
        articles=ARTICLES,
        readings=readings(),
        copies=(COPIED,),
        origins=(
            Origin("o1", "Coastal Wire", (WIRE.id, COURIER.id), ("courier.txt carries text of the Wire",)),
            *(Origin(f"o{n}", a.outlet or a.id, (a.id,)) for n, a in enumerate(ARTICLES[2:], 2)),
        ),
        stories=(Story("s1", "Talks open in Callow", (WIRE.id, COURIER.id), "n1"),),
        actors=(UNION, COMPANY, VANCE),
        utterances=UTTERANCES,
        meetings=(EARLIER, OPENING, UNDATED),
        issues=(RAISE, NIGHTS),
        positions=(DEMAND, REJECTS, OPEN_TO),
        measures=(
            Measure(UNION.id, "strike", COMPANY.id, MeasureStatus.THREATENED, None, (span(GAZETTE, "strike plan"),)),
        ),
        figures=(OVER_300, ABOUT_250),
        findings=FINDINGS,
    )


def saved(at: Path) -> Path:
    """A .parley file that holds the record; its articles are those of the record, so that it can be built again."""
    with open_store(at, create=True) as store:
        store.add(ARTICLES)
        store.save(record())
    return at
