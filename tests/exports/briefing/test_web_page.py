"""The paper as a web page: it needs nothing else, and words stay words."""

import re

from analysis.selection import Selection
from exports.briefing import FORMATS, briefing


def test_the_web_page_needs_nothing_else(paper, written):
    text = written["html"].decode()
    assert '<html lang="en-GB">' in text
    assert not re.search(r"<(script|img|link|iframe)|url\(|@import|src=", text)
    assert [re.sub("&#x27;", "'", title) for title in re.findall(r"<h2 id=[^>]+>([^<]+)</h2>", text)] == [
        s.title for s in paper.sections
    ]
    assert text.count("<table>") == text.count("<caption>") == text.count("<thead>")
    assert not re.search(r"<th(?! scope=)[ >]", text)


def test_words_that_look_like_code_stay_words(ds):
    paper = briefing(ds, Selection(("york",)), ("standing",), address='http://x/?q="><script>alert(1)</script>')
    page = FORMATS["html"][2](paper).decode()
    assert "<script>" not in page.partition("</style>")[2]
    assert page.count("</style>") == 1
