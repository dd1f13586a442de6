"""Exports of news databases become one article each; an ordinary text stays one."""

from parley.sources.exports import exported

NEXIS = """
                               1 of 2 DOCUMENTS

                              Harbour Gazette

                               March 5, 2024

HEADLINE: Dockers vote on the offer

LENGTH: 21 words

The union met the port company on Monday and put the offer to a vote of all its members.

                               2 of 2 DOCUMENTS

                              Tide Radio

                               March 6, 2024

HEADLINE: Port opens

LENGTH: 12 words

The port opened on Wednesday after nine days, the company said in Linden.
"""
FACTIVA = """HD Dockers vote on the offer
WC 21 words
PD 5 March 2024
SN Harbour Gazette
LP
The union met the port company on Monday and put the offer to a vote.
Document HARBGZ0020240305EK3500001

HD Port opens
WC 12 words
PD 6 March 2024
SN Tide Radio
The port opened on Wednesday after nine days, the company said.
Document TIDERD0020240306EK3600001
"""


def test_nexis() -> None:
    first, second = exported("a.txt", NEXIS)
    assert (first.id, first.title, first.published) == ("a.txt#1", "Dockers vote on the offer", "2024-03-05")
    assert (second.id, second.title, second.published) == ("a.txt#2", "Port opens", "2024-03-06")
    assert first.text in NEXIS


def test_factiva() -> None:
    first, second = exported("a.txt", FACTIVA)
    assert (first.outlet, first.published) == ("Harbour Gazette", "2024-03-05")
    assert (second.title, second.outlet) == ("Port opens", "Tide Radio")


def test_an_article_that_counts_documents_is_no_export() -> None:
    assert exported("a.txt", "The union read\n3 of 5 documents\nand left. End of Document\n") == []
