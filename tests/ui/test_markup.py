"""HTML made by hand: escaped, with headers and captions."""

import pandas as pd
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.findings.search import MARK
from loaders.reports import Found
from ui import markup


def test_a_table_has_a_caption_and_headers_with_scope():
    made = markup.table(pd.DataFrame({"Strand": ["Leaders"], "Grade": ["Good"]}), "Grades")
    assert "<caption>Grades</caption>" in made
    assert '<th scope="col">Grade</th>' in made
    assert '<th scope="row">Leaders</th>' in made
    assert 'tabindex="0"' in made


@given(st.text())
@example("<script>alert(1)</script>")
@example('"><img src=x onerror=alert(1)>')
def test_no_text_becomes_markup(text):
    read = Found(text, 1, text, text, text)
    pieces = (markup.read_from(read), markup.numbered([(text, text, text)]), markup.page_of_text([text], text))
    for made in (
        markup.table(pd.DataFrame({"a": [text]}), text),
        markup.voice(text, text),
        markup.evidence(text, text, text, note=text),
        *pieces,
    ):
        assert "<script" not in made
        assert "<img" not in made


def test_what_was_found_is_marked_and_the_rest_escaped():
    assert markup.marked(f"a <b> {MARK[0]}home{MARK[1]}less") == "a &lt;b&gt; <mark>home</mark>less"
