"""Words that introduce what somebody said, by what they can govern. Chosen by their precision on PolNeAR's training part."""

from functools import cache

# verbs of speech that can stand beside words in quotation marks, and govern a clause ("said that", "warned it would")
SAYING = frozenset(
    """say tell add note warn insist write tweet state announce declare report reply respond answer explain argue claim contend
    assert maintain stress emphasize emphasise reiterate repeat acknowledge admit concede confirm deny suggest predict promise
    vow pledge urge recall remark observe comment continue conclude quip joke testify allege complain shout yell exclaim post
    reveal disclose indicate signal hint imply caution remind assure inform advise counter retort charge boast brag lament
    muse opine recount recommend demand propose agree ask read underline underscore affirm reaffirm swear guarantee protest
    proclaim mention retweet relate elaborate interject chant muse whisper scream fume bemoan marvel reason theorize attest
    stipulate rule estimate forecast decree certify notify brief""".split()
)
# verbs that stand beside quotation marks only: "“Nonsense,” he laughed"; with a clause they mean something else
BESIDE_MARKS = frozenset(
    """continue go laugh begin ask read text email think wonder call cry sigh snap thunder cheer recite sing tease warn
    interrupt implore plead chime greet""".split()
)
# govern an infinitive that says what was asked or promised: "urged the union to end", "vowed to stay"
WITH_INFINITIVE = frozenset(
    """urge ask tell demand call promise vow pledge propose offer threaten agree claim warn advise request order
    instruct beg implore remind encourage swear recommend refuse""".split()
)
# "described the offer as", "dismissed it as": the object and the judgement are what was said
JUDGING = frozenset(
    "describe dismiss denounce characterize characterise portray label brand praise condemn depict".split()
)
# "accused the owners of stalling", "blamed it for"
ACCUSING = {"accuse": ("of",), "blame": ("for",), "criticize": ("for",), "criticise": ("for",), "praise": ("for",)}
# adverbs and particles between a verb of speech and its words; "said on Monday in an interview that …"
DOUBT = frozenset("think believe feel hope fear know expect".split())

_IRREGULAR = {
    "say": "said saying says",
    "tell": "told telling tells",
    "write": "wrote written writing writes",
    "read": "read reading reads",
    "swear": "swore sworn swearing swears",
    "go": "went going goes gone",
    "begin": "began begun beginning begins",
    "think": "thought thinking thinks",
    "sing": "sang sung singing sings",
    "retweet": "retweeted retweeting retweets",
    "tweet": "tweeted tweeting tweets",
    "recall": "recalled recalling recalls",
    "yell": "yelled yelling yells",
    "beg": "begged begging begs",
    "brag": "bragged bragging brags",
    "quip": "quipped quipping quips",
    "admit": "admitted admitting admits",
    "know": "knew known knowing knows",
    "feel": "felt feeling feels",
    "refer": "referred referring refers",
    "snap": "snapped snapping snaps",
    "label": "labelled labeled labelling labeling labels",
    "signal": "signalled signaled signalling signaling signals",
    "put": "put putting puts",
}
_VOWELS = "aeiou"


def forms(lemma: str) -> list[str]:
    """The inflected forms of an English verb."""
    if lemma in _IRREGULAR:
        return [lemma, *_IRREGULAR[lemma].split()]
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    hissing = lemma.endswith(("s", "sh", "ch", "x", "z"))
    return [lemma, lemma + ("es" if hissing else "s"), lemma + "ed", lemma + "ing"]


@cache
def lemmas() -> dict[str, str]:
    """Inflected form -> lemma of every cue verb; the parser's own lemma of a rare verb is not to be trusted."""
    known = (
        SAYING
        | BESIDE_MARKS
        | WITH_INFINITIVE
        | JUDGING
        | DOUBT
        | frozenset(ACCUSING)
        | {"refer", "put", "quote", "cite"}
    )
    return {form: lemma for lemma in sorted(known) for form in forms(lemma)}
