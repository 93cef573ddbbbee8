"""The pages of a report: the same facts in HTML and Markdown, whatever texts of a user stand in them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from prove import library
from schemagen.prove.pages import html_page, markdown_page
from schemagen.prove.refusals import file_names
from schemagen.prove.report import AccessCount, Difference, LoadFigures, ProofReport, ProofStep, TableLock

HOSTILE = "<script>alert('x')</script> | `code` &amp; **bold** \"q\" [a](b)\nsecond\x00line"
TAGS = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "ul", "li", "br", "pre", "code", "div"}
TAGS |= {"table", "tr", "th", "td", "details", "summary"}
FORWARD, BACK = file_names(library.PROJECT, library.PROJECT.phases[0])


def report(*differences: Difference) -> ProofReport:
    """A short report with everything in it."""
    locks = (TableLock("public.a", "ACCESS EXCLUSIVE", 0.0123), TableLock("public.b", "ACCESS EXCLUSIVE", 0.0124))
    counts = (AccessCount("public.genres", "reader", 40, 0), AccessCount("public.genres", HOSTILE, 41, 2))
    steps = [
        ProofStep(baseline="plain", round=1, title="applied", file=FORWARD, seconds=0.25, locks=locks),
        ProofStep(baseline="plain", round=1, title="undid", file=BACK, seconds=0.5, differences=differences),
        ProofStep(baseline="plain", round=1, title="tried the access matrix", access=counts),
        ProofStep(baseline="load", round=1, title="applied", file=FORWARD, load=LoadFigures(7, 0.321, 0.1, 2)),
    ]
    return ProofReport(
        engine="PostgreSQL 15.18",
        engine_major=15,
        target_major=15,
        require_target=False,
        notes=("a note", HOSTILE),
        steps=tuple(steps),
        seconds=1.5,
        versions=(("schemagen", "0.1.0"), (HOSTILE, "2")),
    )


class Reader(HTMLParser):
    """The tags, the attributes that lead elsewhere, and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [name for name, _ in attrs if name in ("src", "href", "style") or name.startswith("on")]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_shows_texts_as_texts() -> None:
    page = html_page(report(Difference(HOSTILE, HOSTILE, "b")), library.PROJECT)
    read = Reader(page)
    assert read.open == []
    assert read.tags <= TAGS
    assert read.links == []
    assert not re.search(r"https?:|@import|url\(", page)
    shown = HOSTILE.replace("\x00", "\ufffd")
    # The note, the version, what differs and what was expected, the role.
    assert read.text.count(shown) == 5
    assert "Not proven: 1 differences." in read.text


def test_markdown_shows_texts_as_texts() -> None:
    page = markdown_page(report(Difference(HOSTILE, HOSTILE, "b")), library.PROJECT)
    assert "<script>" not in re.sub(r"(`+).*?\1", "", page)
    assert "\x00" not in page
    # In a table every line has as many borders as its head.
    width = 0
    for line in page.split("\n"):
        borders = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        assert not borders or width in (0, borders), line
        width = borders


@pytest.mark.parametrize("page", [html_page, markdown_page])
def test_facts(page: type) -> None:
    text = page(report(), library.PROJECT)
    for fact in (
        "Proven: 3 runs of the files",
        "ACCESS EXCLUSIVE for 12 ms on public.a, public.b",
        "250 to 250",
        "321; gave up 2 times",
        "2 of 41 differ",
        "PostgreSQL 15.18",
        FORWARD,
        BACK,
    ):
        assert fact in text, fact
    assert page(report(), library.PROJECT) == text


def test_what_was_not_tried_is_not_shown() -> None:
    plain = ProofReport(
        engine="PostgreSQL 15.18",
        engine_major=15,
        target_major=16,
        require_target=True,
        notes=(),
        steps=(ProofStep(baseline="plain", round=1, title="applied", file=FORWARD, seconds=0.25),),
        seconds=0.3,
    )
    for text in (html_page(plain, library.PROJECT), markdown_page(plain, library.PROJECT)):
        assert "Not proven: PostgreSQL 16 was asked for, this is PostgreSQL 15.18." in text
        assert "cell by cell" not in text
        assert "gave up" not in text
        assert "--load" in text


def test_json_has_the_same_facts() -> None:
    document = report().as_dict()
    assert document["access"] == [
        {"table": "public.genres", "role": "reader", "cells": 40, "differing": 0},
        {"table": "public.genres", "role": HOSTILE, "cells": 41, "differing": 2},
    ]
    assert document["versions"] == {"schemagen": "0.1.0", HOSTILE: "2"}
    assert document["files"] == [
        {
            "file": FORWARD,
            "runs": 1,
            "fastest": 0.25,
            "slowest": 0.25,
            "locks": [
                {"table": "public.b", "mode": "ACCESS EXCLUSIVE", "seconds": 0.0124},
                {"table": "public.a", "mode": "ACCESS EXCLUSIVE", "seconds": 0.0123},
            ],
            "load": {"statements": 7, "waited": 0.321, "locked": 0.1, "gave_up": 2},
        },
        {"file": BACK, "runs": 1, "fastest": 0.5, "slowest": 0.5, "locks": None, "load": None},
    ]
