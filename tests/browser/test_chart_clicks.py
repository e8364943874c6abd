"""What a click in a chart does: it opens the findings under the chart, or makes an authority the subject."""

import re

from playwright.sync_api import Page, expect

FIND = """([trace, data]) => {
  const plot = document.querySelector('.js-plotly-plot'), marks = plot.data[trace], whole = (part) => [...(part._inputArray ?? part)];
  plot.scrollIntoView();
  const i = marks.customdata.findIndex((one) => [...one].join() === data);
  const {xaxis, yaxis} = plot._fullLayout, box = plot.getBoundingClientRect();
  const x = whole(marks.x)[i] - 0.1 + (marks.base ? whole(marks.base)[i] : 0.1);
  return [box.left + xaxis._offset + xaxis.l2p(x), box.top + yaxis._offset + yaxis.l2p(whole(marks.y)[i])];
}"""


def click_mark(page: Page, trace: int, data: str) -> None:
    """Click the mark of a trace that hands over these data, in the first chart of the page."""
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=30_000)
    page.wait_for_timeout(1500)
    page.evaluate(FIND, [trace, data])
    page.wait_for_timeout(500)
    page.mouse.move(*page.evaluate(FIND, [trace, data]))
    page.wait_for_timeout(200)
    page.mouse.down()
    page.mouse.up()


def test_a_click_on_a_theme_opens_its_findings_below_and_the_focus_goes_there(server, page):
    page.set_viewport_size({"width": 1280, "height": 1400})
    page.goto(f"{server}/themes?authority=York")
    click_mark(page, 0, "york/2022-ilacs,supervision")
    evidence = page.locator("#evidence").filter(has_text="The findings: Supervision")
    expect(evidence).to_be_visible(timeout=20_000)
    expect(evidence).to_be_focused(timeout=5_000)
    expect(evidence).to_be_in_viewport()
    expect(page).to_have_url(re.compile("theme=Supervision"))


def test_a_click_on_a_row_of_compare_makes_its_authority_the_subject(server, page):
    page.set_viewport_size({"width": 1280, "height": 1400})
    page.goto(f"{server}/compare?authority=York&authority=Leeds")
    expect(page.locator("h1").last).to_have_text("Compare York", timeout=30_000)
    click_mark(page, 1, "leeds")
    expect(page.locator("h1").last).to_have_text("Compare Leeds", timeout=20_000)
    expect(page).to_have_url(re.compile("authority=Leeds&authority=York"))
