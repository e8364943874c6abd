"""The escaping of markdown, as Streamlit's page itself reads it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serving
from tests.planted import TEXTS
from ui.plain import JOINER

MADE = "a, img, code, pre, em, del, sup, table, li, blockquote, hr, .katex, [style*=color], [class*=Colored], [class*=Badge], [class*=Shimmer], [role=img]:not([data-testid^=stIcon])"
"""What the page makes of markdown, but for bold, which the texts' surroundings have."""


@pytest.fixture(scope="module")
def rows(browser):
    """A page with all the texts in all the elements, and the addresses that it asked for."""
    context = browser.new_context()
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    with serving(Path(__file__).with_name("plain_app.py")) as address:
        page.goto(address)
        expect(page.locator(f".st-key-row-{len(TEXTS) - 1} button")).to_be_visible(timeout=60_000)
        page.wait_for_timeout(1_000)
        yield page, asked
    context.close()


@pytest.mark.parametrize("number", range(len(TEXTS)), ids=[text[:20] for text in TEXTS])
def test_a_text_is_shown_letter_for_letter_and_makes_nothing(rows, number):
    row = rows[0].locator(f".st-key-row-{number}")
    assert row.locator(MADE).evaluate_all("(made) => made.map((element) => element.outerHTML)") == []
    text = " ".join(re.sub(r"\s+", " ", TEXTS[number]).split())
    shown = row.locator(
        "h1, h2, [data-testid=stMarkdownContainer], [data-testid=stCaptionContainer]"
    ).all_text_contents()
    assert len(shown) >= 12
    assert {" ".join(words.replace(JOINER, "").split()) for words in shown} == {text, f"{text} {text}"}


def test_no_text_makes_the_page_ask_another_host(rows):
    assert [url for url in rows[1] if "evil" in url] == []
