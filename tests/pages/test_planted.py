"""Texts planted in records, in the vocabulary and in addresses: no page makes a link, a picture or anything else of them."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from pages.england import PARTS
from tests.pages.driver import PAGES, open_page
from tests.pages.test_left_out import boxes, together
from tests.planted import PLANT, planted_records, planted_vocabulary
from ui.plain import plain

PLACES = [
    *((page, {}) for page in PAGES),
    *(("england", {"england": view}) for view in list(PARTS)[1:]),
    ("grades", {"view": "As published"}),
    ("findings", {"of": "All of England", "q": "evil"}),
    ("actions", {"show": "All that was asked", "of": "All of England", "q": "evil"}),
    ("actions", {"show": "All that was asked"}),
    *(("overview", {"meeting": "true", "screen": str(number)}) for number in (1, 2, 3)),
]
AS_MARKDOWN = {"body", "label", "help"}
"""Fields of Streamlit's elements that its page reads as markdown; radio buttons have their options, too."""
MARKS = re.compile(r"(?<!\\)[\[<$]|https:/|www\.|\w@\w|:(?:smile|material|red)")
"""What the planted text looks like where it was not made plain. Bold alone does no harm: the signs of a figure stand in it."""
REPORTS = r"https://(?:files|reports)\.ofsted\.gov\.uk/"
"""Where the addresses of reports, and of Ofsted's pages of authorities, lead on purpose."""
TAG = re.compile(r"<(?!br>|/?b>)")
"""A tag in the text of a figure."""
HARMLESS = {
    "id", "class", "scope", "role", "tabindex", "aria-label", "aria-labelledby", "aria-hidden", "title", "style", "hidden", "type", "target", "href",
    "colspan", "open",
}  # fmt: skip
DANGEROUS = {"img", "script", "iframe", "object", "embed", "form", "svg", "base", "meta", "link", "video", "audio"}


class Tags(HTMLParser):
    """The tags of a piece of HTML that could do harm."""

    def __init__(self, text: str):
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        strange = [name for name, _ in attrs if name not in HARMLESS and not name.startswith("data-")]
        away = [
            value
            for name, value in attrs
            if name == "href" and re.match(rf"(?!{REPORTS})\s*(?:[a-z]+:|//)", value or "")
        ]
        if tag in DANGEROUS or strange or away:
            self.found.append(f"<{tag} {attrs}>")


def elements(block) -> Iterator:
    """Every element and block of a page, from its tree."""
    for child in getattr(block, "children", {}).values():
        yield child
        yield from elements(child)


def strings(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of an element, with the name of its field."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from strings(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part, key)


def harm(at: AppTest) -> list[str]:
    """Texts of a page of which Streamlit's page, or plotly, would make something."""
    found = []
    for element in elements(at._tree):
        proto = getattr(element, "proto", None)
        if proto is None:
            continue
        texts = list(strings(MessageToDict(proto)))
        if element.type == "html":
            found += [
                tag
                for key, text in texts
                if key == "body" and not text.startswith("<script>")
                for tag in Tags(text).found
            ]
        elif element.type == "plotly_chart":
            found += [text for _, text in strings(json.loads(proto.spec)) if TAG.search(text)]
        else:
            marked = AS_MARKDOWN | ({"options"} if element.type == "radio" else set())
            found += [text for key, text in texts if key in marked and "evil" in text and MARKS.search(text)]
    return found


def test_what_is_looked_for_would_be_found():
    assert MARKS.search(PLANT)
    assert not MARKS.search(plain(PLANT))
    assert Tags(PLANT).found
    assert TAG.search(PLANT)


@pytest.fixture(scope="module", params=[planted_records, planted_vocabulary], ids=["records", "vocabulary"])
def data(request, tmp_path_factory):
    return request.param(tmp_path_factory.mktemp(request.param.__name__) / "data")


@pytest.mark.parametrize(("page", "more"), PLACES)
def test_no_page_makes_anything_of_a_planted_record_or_word(data, page, more, monkeypatch):
    monkeypatch.setenv("INSPECTIONS_DATA", str(data))
    at = open_page(page, authority=["york", "north-yorkshire"], **more)
    assert not at.exception
    assert harm(at) == []
    if page in ("timeline", "themes", "actions", "findings", "briefing", "about"):
        shown = [MessageToDict(element.proto) for element in elements(at._tree) if getattr(element, "proto", None)]
        assert "evil.example" in str(shown), "the planted text stands on the page"


@pytest.mark.parametrize(("page", "more"), PLACES)
def test_no_page_makes_anything_of_an_address(page, more):
    usual = open_page(page, authority="York", **more)
    texts = {box.proto.query_param_key for box in usual.text_input}
    keys = {"authority", "as_at", "data", "meeting", "screen", "q", "find", "unknown", *texts, *boxes(usual)}
    for group in together(keys, {"authority", *more, *texts}):
        at = open_page(page, **({"authority": "York"} | more | dict.fromkeys(group, PLANT)))
        assert not at.exception, group
        assert harm(at) == [], group
