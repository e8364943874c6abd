"""Recommendations: what is asked now, what became of the rest, and the boxes that narrow it."""

from tests.pages.driver import html_of, open_page


def test_a_thread_runs_from_ofsted_to_the_council_to_the_next_inspection():
    shown = html_of(open_page("actions", authority="York", answers="York, ILACS 2018, March 2022"))
    assert "Responses to children aged 16 and 17 who present as homeless." in shown
    assert (
        "3 of 4 actions reported complete on 13 July 2022 (version 3.0 of the plan); one has no status word." in shown
    )
    assert "to address this area of weakness identified at the last inspection" in shown
    assert "fixed" not in shown.lower()


def test_recommendations_open_on_what_is_asked_now_and_lead_to_what_became_of_the_rest():
    at = open_page("actions", authority="York")
    assert at.selectbox(key="answers").value == "york/2025-ilacs"
    assert "York: two recommendations of the inspection of February and March 2025. No later inspection" in html_of(at)
    assert "answers=York%2C+ILACS+2018%2C+March+2022" in html_of(at)
    earlier = html_of(open_page("actions", authority="York", answers="York, ILACS 2018, March 2022"))
    assert (
        "York: seven recommendations of the inspection of March 2022. Later inspections found: one asked again in part"
        in earlier
    )
    assert "answers=York%2C+ILACS+2018%2C+March+2022" in html_of(open_page("overview", authority="York"))


def test_boxes_for_the_words_of_a_plan_stand_only_where_a_plan_is_held():
    def boxes(**asked):
        return {box.key for box in open_page("actions", authority="York", **asked).multiselect} & {"status", "lead"}

    assert boxes() == set()
    assert boxes(answers="York, ILACS 2018, March 2022") == {"status", "lead"}
    assert boxes(status="reported complete") == {"status", "lead"}


def test_where_no_report_was_read_the_page_says_so_and_leads_to_the_timeline():
    at = open_page("actions", authority="Bournemouth")
    assert at.info[0].value.startswith("No recommendation to Bournemouth is held here")
    assert "timeline?authority=Bournemouth" in html_of(at)


def test_threads_narrow_by_the_status_of_their_actions():
    at = open_page("actions", authority="York", answers="York, ILACS 2018, March 2022")
    assert len(at.expander) >= 7
    at.multiselect(key="status").set_value(["reported under way"]).run()
    headings = [block.label for block in at.expander if "Reading now" in block.label]
    assert [label[2:4] for label in headings] == ["R1", "R2", "R3", "R4"]


def test_a_link_reopens_the_recommendations_it_was_copied_from():
    at = open_page(
        "actions",
        authority="York",
        answers="York, Single inspection, November and December 2016",
        thread_theme="Supervision",
    )
    assert at.selectbox(key="answers").value == "york/2016-sif"
    assert any("One recommendation shown" in info.value for info in at.info)
