"""Pages built to fill the memory or the stack: each ends in an article or a problem, and the batch goes on."""

from pathlib import Path

import pytest

from parley.record import Article
from parley.sources import Problem, articles
from parley.text.markup import parse, shown_lines

PAGES = {
    "nested": b"<div>" * 100_000 + b"Talks open." + b"</div>" * 100_000,
    "nested inline": b"<b>" * 100_000 + b"Talks open.",
    "nested lists": b"<ul><li>" * 50_000,
    "scripts": b"<script>" + b"talk();" * 100_000 + b"</script>",
    "no markup": b"\x00" * 4000,
    "nothing": b"<html></html>",
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_hostile_page_stops_nothing(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGES[kind])
    (tmp_path / "b.txt").write_text("Talks open in Linden.")
    first, last = articles([tmp_path])
    assert isinstance(first, Problem)
    assert "no text" in first.what
    assert isinstance(last, Article)


def test_what_stands_deep_in_a_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(
        b"<div>" * 400 + b"<p>Talks open.</p>" + b"</div>" * 400 + b"<p>The port closes.</p>"
    )
    (found,) = articles([tmp_path])
    assert isinstance(found, Article)
    assert found.text == "Talks open.\nThe port closes."


def test_a_page_of_which_the_parser_reads_a_part_only_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<p>Talks open.</p>" + b"<div>" * 5000 + b"The port closes.")
    (found,) = articles([tmp_path])
    assert isinstance(found, Problem)
    assert "nested thousands deep" in found.what


def test_a_tag_of_a_million_attributes_costs_its_attributes_only(tmp_path: Path) -> None:
    names = b" ".join(b"a%d=1" % n for n in range(1_000_000))
    (tmp_path / "a.html").write_bytes(b"<p>Talks open.</p><p " + names + b">The port closes.</p>")
    (found,) = articles([tmp_path])
    assert isinstance(found, Article)
    assert found.text == "Talks open.\nThe port closes."


def test_deep_lines_with_long_names_fill_no_memory() -> None:
    tree = parse(f'<div class="{"quay " * 40}">' * 200 + "<p>Talks open.</p>" * 3)
    assert tree is not None
    for line in shown_lines(tree):
        assert len(line.tags) <= 100
        assert len(line.names) <= 4000


def test_a_flat_page_of_many_megabytes_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<p>The union met the company again.</p>\n" * 280_000)
    (found,) = articles([tmp_path])
    assert isinstance(found, Article)
    assert found.text.count("\n") == 279_999


def test_text_around_scripts_and_icons_is_one_line() -> None:
    tree = parse("<p>Talks <svg><path/></svg>open<script>x()</script> in <b>Linden</b>.</p><p>Next<br>line</p>")
    assert tree is not None
    assert [line.text for line in shown_lines(tree)] == ["Talks open in Linden.", "Next", "line"]


def test_a_button_that_is_never_closed_hides_no_paragraph() -> None:
    tree = parse("<div><button>Menu<div><p>Talks open.</p></div></div><iframe><p>The port closes.</p></iframe>")
    assert tree is not None
    assert "Talks open." in [line.text for line in shown_lines(tree)]


def test_what_stands_behind_an_early_end_is_read() -> None:
    tree = parse("<html><body><p>Menu</p></body></html><div><p>Talks open.</p></div></body></html>")
    assert tree is not None
    assert [line.text for line in shown_lines(tree)] == ["Menu", "Talks open."]


CHARSETS = {
    "told by the head": ("koi8-r", "Переговоры начались."),
    "Western by another name": ("iso-8859-1", "Café “Linden”"),
    "a wrong one": ("utf-8", "Café in Linden"),
    "none that there is": ("x-nonsense", "Café in Linden"),
    "one that takes for ever": ("punycode", "Talks open in Linden"),
}


@pytest.mark.parametrize("kind", CHARSETS)
def test_wrong_and_strange_charsets(kind: str, tmp_path: Path) -> None:
    name, text = CHARSETS[kind]
    stored = "cp1252" if name != "koi8-r" else name
    (tmp_path / "a.html").write_bytes(f'<meta charset="{name}"><p>{text}</p>'.encode(stored))
    (found,) = articles([tmp_path])
    assert isinstance(found, Article)
    assert found.text == text


def test_controls_that_show_nothing_are_kept_and_counted(tmp_path: Path) -> None:
    """Direction marks and zero-width letters hide words from a reader, not from the offsets."""
    (tmp_path / "a.html").write_text("<p>Talks \u202eopen\u202c in Lin\u200bden.\x00</p>", "utf-8")
    (found,) = articles([tmp_path])
    assert isinstance(found, Article)
    assert found.text == "Talks \u202eopen\u202c in Lin\u200bden.\ufffd"


def test_a_text_of_fifty_megabytes_is_refused_and_one_of_ten_is_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<p>" + b"quay " * 10_000_000)
    (tmp_path / "b.html").write_bytes(b"<p>" + b"quay " * 2_000_000)
    first, last = articles([tmp_path])
    assert isinstance(first, Problem)
    assert "too large" in first.what
    assert isinstance(last, Article)
    assert len(last.text) == 9_999_999


WALL = "<h1>Dockers vote</h1><p>{}</p><form><input name=user></form><p>Sign in to read on, or subscribe for one crown a week</p>"


def test_a_login_wall_is_no_article_but_a_story_that_asks_for_a_login_is(tmp_path: Path) -> None:
    story = "The union met the port company in Linden on Monday for a third round of talks on pay and on night shifts, and left late."
    (tmp_path / "a.html").write_text(WALL.format("Night talks"))
    (tmp_path / "b.html").write_text(WALL.format(story))
    first, last = articles([tmp_path])
    assert isinstance(first, Problem)
    assert "asks to sign in" in first.what
    assert isinstance(last, Article)
    assert story in last.text
