"""Words that name what a person or a body is: offices, honorifics, kinds of organisation."""

OFFICES = frozenset(
    """president premier minister secretary chancellor ambassador envoy spokesman spokeswoman spokesperson spokesmen negotiator
    chairman chairwoman chair chairperson director commissioner senator representative congressman congresswoman governor mayor
    judge justice professor analyst economist leader head chief executive officer mediator delegate diplomat adviser advisor
    official aide king queen prince princess sultan emir pope archbishop bishop general admiral colonel commander marshal
    counsel attorney treasurer organiser organizer steward coordinator co-ordinator arbitrator lawmaker legislator deputy
    undersecretary under-secretary councillor councilor expert scholar researcher historian strategist lawyer captain
    manager owner boss member veteran activist farmer worker docker miner teacher nurse driver veteran candidate
    undersecretary speaker sheriff prosecutor superintendent dean provost founder co-founder pastor priest rabbi imam coach editor reporter
    correspondent columnist commentator pollster businessman businesswoman whip trustee ombudsman comptroller regulator
    facilitator conciliator rapporteur co-chair vice-president lieutenant sergeant inspector
    sen rep gov gen col lt capt sgt adm""".split()
)
BEFORE_OFFICE = frozenset(
    """deputy vice prime foreign defence defense finance trade transport labour labor interior energy environment climate economy
    economic justice health education home state press chief senior top former acting national security special first assistant
    associate executive managing general permanent interim lead union opposition party agriculture industry commerce housing
    culture treasury budget military army political human-rights human rights trade-union senior retired veteran world
    international federal regional state-run European Pacific presidential government district city county outgoing incoming
    then longtime long-time climate-change minority majority policy
    operating financial technical legal medical scientific marketing strategy commercial regional sustainability""".split()
)
HONORIFICS = {"mr": "he", "mr.": "he", "sir": "he", "lord": "he", "mrs": "she", "mrs.": "she", "ms": "she", "ms.": "she", "miss": "she",
              "lady": "she", "dame": "she", "baroness": "she", "madame": "she", "frau": "she", "sheikha": "she", "sheikh": "he", "ayatollah": "he", "mullah": "he", "herr": "he", "monsieur": "he", "dr": "", "dr.": "", "prof": "", "prof.": "", "rev": "", "rev.": "", "judge": "", "sen.": "", "rep.": "", "gov.": "", "gen.": "", "col.": "", "lt.": ""}  # fmt: skip
# words that make a run of capitals the name of a body, and the common noun under which it is spoken of later
BODIES = {
    "union": "union federation brotherhood guild association teamsters workers congress",
    "company": "company corporation corp inc ltd plc limited ag kg co group airlines airways railways motors energy holdings industries llc gmbh rail lines",
    "federation": "federation", "association": "association", "council": "council", "committee": "committee", "commission": "commission",
    "organisation": "organisation organization", "organization": "organisation organization", "ministry": "ministry", "department": "department",
    "agency": "agency", "party": "party", "parliament": "parliament assembly", "assembly": "assembly", "court": "court", "bank": "bank",
    "university": "university", "institute": "institute", "centre": "centre center", "center": "centre center", "board": "board",
    "authority": "authority", "conference": "conference", "senate": "senate", "congress": "congress", "alliance": "alliance", "league": "league",
    "bloc": "bloc", "firm": "company corporation corp inc ltd plc limited ag llc gmbh holdings industries", "group": "group", "forum": "forum", "foundation": "foundation", "front": "front", "movement": "movement", "army": "army",
    "network": "network", "service": "service", "office": "office", "mission": "mission", "bureau": "bureau", "fund": "fund", "trust": "trust",
    "school": "school district", "district": "district", "city": "city", "hospital": "hospital hospitals", "coalition": "coalition",
    "brotherhood": "brotherhood", "guild": "guild", "chamber": "chamber", "operator": "rail company operator", "airline": "airlines airways airline",
    "carrier": "airlines airways", "employer": "company council corporation", "government": "government", "house": "house", "delegation": "delegation",
}  # fmt: skip
# nouns by which any company may be spoken of
COMPANY = frozenset(
    """company firm employer operator carmaker automaker airline carrier retailer manufacturer utility railway lender group
    producer shipbuilder steelmaker chipmaker miner maker supplier corporation conglomerate""".split()
)
# last words of companies' names that are surnames as well
WEAK_BODIES = frozenset(
    """coal healthcare fuels resources solutions systems technologies technology partners capital ventures media pharmaceuticals
    air coaches buses ferries trams pharma labs laboratories foods brands stores insurance oil gas petroleum steel mining minerals metals shipping logistics
    telecom communications electric power utilities entertainment studios pictures publishing financial chemicals motor
    strategies consulting associates analytics securities advisers advisors engineering construction shipyards aerospace airways express freight ports terminals""".split()
)
BODY_WORDS = (
    WEAK_BODIES
    | frozenset(w for words in BODIES.values() for w in words.split())
    | {
        "navy",
        "police",
        "church",
        "college",
        "magazine",
        "institution",
        "initiative",
        "syndicate",
        "confederation",
        "cooperative",
        "consortium",
        "secretariat",
        "command",
        "force",
        "forces",
        "society",
        "club",
        "times",
        "post",
        "herald",
        "news",
        "radio",
    }
)
PLACE_WORDS = frozenset(
    "street avenue road square hall hotel palace river sea strait bay lake island islands mountains valley airport port peninsula county province region house villa".split()
)
NEVER_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december i the a an this that these those he she it they we you his her its their our in on at by for from with as but and
    or if when while after before since until because although however meanwhile yes no not there here what who how why where which
    both all some many most more few several one two three four five six seven eight nine ten first second third last next asked
    according among despite during under over earlier later now then still also only even just instead such another other each every
    neither either english god internet christmas easter ramadan""".split()
)
# words that a capital at the beginning of a sentence makes no names of
OPENERS = frozenset(
    """like unlike given without once though whether perhaps today yesterday tomorrow tonight speaking calling citing noting
    adding saying asked responding following including regarding concerning amid throughout beyond within between against
    among across behind near toward towards upon via except besides regardless otherwise therefore thus hence indeed overall
    finally initially recently previously currently eventually ultimately apparently clearly certainly probably possibly
    maybe nevertheless nonetheless additionally furthermore moreover similarly likewise separately elsewhere nearby unless
    till let please thanks dear never always often sometimes usually again are is was were be being do does did have has had
    can could should would might must say says said think asking told tell reports reported so yet nor nobody everybody
    everyone everything nothing something someone anyone much little less too very quite rather really actually simply
    officials negotiators talks""".split()
)
