"""Grades: judgements as they were published."""

from tests.pages.driver import html_of, open_page


def test_grades_as_published_list_all_22_of_2012_with_their_numbers():
    at = open_page("grades", authority="York", view="As published")
    assert not at.exception
    shown = html_of(at)
    table = shown[shown.index("York, Safeguarding and looked after, March 2012: 22 judgements</caption>") :].split(
        "</table>"
    )[0]
    assert table.count("<tr>") == 23
    assert table.count("Services for looked after children</th>") == 12
    assert table.count("<td>none</td>") == 2
    assert "A service that only meets minimum requirements" in shown
