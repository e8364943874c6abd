"""Overview, and its meeting: where an authority stands, what got better and what got worse."""

from tests.pages.driver import html_of, open_page, words


def test_the_overview_says_where_york_stands():
    at = open_page("overview", authority="York")
    said = html_of(at)
    assert (
        "York rose: it was judged Outstanding in all five judgements after the inspection of February and March 2025."
        in said
    )
    assert (
        "In March 2022 it was Requires improvement to be good in all four; care leavers were not judged apart then."
        in said
    )
    shown = html_of(at)
    assert "What got better" in shown
    assert "What keeps coming back" in shown
    assert "do not feel listened to by their corporate parents" in shown


def test_as_known_in_2022_nothing_later_is_shown():
    at = open_page("overview", authority="York", as_at="4 May 2022")
    said = words(at) + html_of(at)
    assert (
        "After the inspection of March 2022 it was judged Requires improvement to be good in all four judgements."
        in said
    )
    assert "2025" not in said.replace("2025 </option>", "")


def test_meeting_mode_opens_at_the_screen_of_the_link():
    at = open_page("overview", authority="York", meeting="true", screen="2")
    assert "Screen 2 of" in html_of(at)
    at.button[0].click().run()
    assert "York rose: it was judged Outstanding" in html_of(at)


def test_what_got_worse_is_told_first_and_raises_a_question():
    at = open_page("overview", authority="Havering")
    shown = html_of(at)
    assert "Havering fell overall and for leaders, from Good to Inadequate" in shown
    assert 0 < shown.index("What got worse") < shown.index("What got better")
    assert "The grade fell since the inspection of June 2018: overall and for leaders, from Good to Inadequate" in shown
    assert shown.index("What got better") > 0
    assert "Ofsted’s judgement fell from Good to Inadequate overall" in html_of(
        open_page("briefing", authority="Havering")
    )
