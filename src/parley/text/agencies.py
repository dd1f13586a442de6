"""News agencies by name, and the words by which a newsroom's name is told from a person's or a town's."""

import re

# names that mean nothing but an agency wherever they sign
SIGNING = (
    "The Associated Press", "Associated Press", "AP", "Reuters", "REUTERS", "Thomson Reuters", "Agence France-Presse", "Agence France Presse", "AFP",
    "Bloomberg", "Bloomberg News", "Tass", "TASS", "ITAR-TASS", "Interfax", "Interfax-Ukraine", "RIA Novosti", "Sputnik", "Xinhua", "Xinhua News Agency",
    "Kyodo", "Kyodo News", "Jiji Press", "ANSA", "DPA", "dpa", "Deutsche Presse-Agentur", "EFE", "PA Media", "Press Association", "UPI",
    "United Press International", "CNN Wire", "CNN Newsource", "IANS", "PTI", "Press Trust of India", "Anadolu Agency", "Anadolu", "Ukrinform", "Yonhap",
    "Yonhap News Agency", "The Canadian Press", "Canadian Press", "AAP", "Australian Associated Press", "Keystone-ATS", "Belga", "Agerpres", "Europa Press",
    "Adnkronos", "IRNA", "Bernama", "KCNA", "BelTA", "Belta", "Kazinform", "Armenpress", "Tanjug", "Prensa Latina", "Télam", "Agência Brasil",
    "States Newsroom", "Tribune News Service", "Religion News Service", "Inter Press Service", "dpa-AFX", "Dow Jones Newswires", "BBC Monitoring",
    "PRNewswire", "PR Newswire", "GlobeNewswire", "GLOBE NEWSWIRE",
)  # fmt: skip
# short names that mean other things too: an agency only where a dateline holds them
SHORT = (
    "PA", "CP", "AA", "ANI", "RIA", "APA", "ATS", "ANP", "NTB", "TT", "STT", "PAP", "CTK", "ČTK", "MTI", "BTA", "Lusa", "AKI", "WAM", "SPA", "QNA", "KUNA",
    "ISNA", "Tasnim", "Fars", "MENA", "NAN", "APP", "BSS", "UNB", "Antara", "VNA", "CNA", "Trend", "Azertac", "Hina", "HINA", "FENA", "Andina", "TNS", "RNS",
    "IPS", "Business Wire", "BUSINESS WIRE", "Dow Jones", "CNN", "RFE/RL", "VOA", "Voice of America", "ANSA.it", "Efe", "Ansa", "Jiji", "SDA", "APTN",
)  # fmt: skip
NEWSROOM = re.compile(
    r"\b(?:News|Times|Post|Herald|Tribune|Gazette|Courier|Independent|Journal|Chronicle|Ledger|Signal|Report|Radio|Wire|Press|Daily|Standard|Guardian|"
    r"Observer|Mail|Telegraph|Star|Sun|Globe|Mirror|Review|Monitor|Dispatch|Register|Institute|Today|Voice|Echo|Examiner|Argus|Bulletin|Television|TV|"
    r"Agency|Newswire|Service)\b"
)
_KNOWN = frozenset((*SIGNING, *SHORT))
# the longest name first, so that "The Associated Press" is not read as "AP"
AGENCY = r"(?:\b(?:" + "|".join(re.escape(name) for name in sorted(SIGNING, key=len, reverse=True)) + r")(?![\w-]))"


def is_agency(name: str) -> bool:
    """Whether every part of "AP", "AFP/dpa" or "Reuters, AP" is an agency, as in a dateline's brackets."""
    return name in _KNOWN or all(part.strip() in _KNOWN for part in re.split(r"/|,\s|\sand\s|\s&\s", name))


def is_newsroom(name: str) -> bool:
    return NEWSROOM.search(name) is not None
