"""WCAG 2.2 AA, measured in a real browser: axe on every page at two widths, headings, names, focus, zoom, colours, motion."""

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import paper
from tests.browser.conftest import visiting
from tests.browser.test_dashboard import TITLES, visit
from ui.navigation import FRONT, MORE

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
ASSERTED = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {
    "runOnly": [*ASSERTED, "best-practice"],
    "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": False}},
    "resultTypes": ["violations"],
}
EXCEPTIONS = yaml.safe_load(Path(__file__).with_name("accessibility_exceptions.yaml").read_text(encoding="utf-8"))
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
LOOKS = """() => {
  const looks = new Map(), writes = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const plain = { backgroundColor: "rgba(0, 0, 0, 0)", backgroundImage: "none", opacity: "1", position: "static" };
  for (const element of [...document.querySelectorAll("body *")].filter((one) => writes(one) && one.checkVisibility())) {
    const { color, fill, fontSize, fontWeight, textShadow } = getComputedStyle(element), look = [color, fill, fontSize, fontWeight, textShadow];
    for (let one = element; one; one = one.parentElement) {
      const style = getComputedStyle(one), own = Object.keys(plain).filter((name) => style[name] !== plain[name]);
      if (own.length) look.push(own.map((name) => `${name} ${style[name]}`).join());
    }
    const key = look.join("; ");
    looks.set(key, [...(looks.get(key) ?? []), element]);
  }
  return [...looks.values()].flatMap((alike) => [...new Set([alike[0], alike[alike.length >> 1], alike.at(-1)])]);
}"""
"""Elements with words in them: of those that look alike (colour, size, all that lies under them) the first, the middle and the last."""
VIEWS = [
    "What+reports+say",
    "Themes+over+time",
    "How+grades+moved",
    "How+long+it+takes",
    "Every+authority",
    "Check+against+Ofsted",
]
MEETING = [
    "?meeting=true",
    *(f"?meeting=true&screen={number}" for number in (2, 3, 5, 6, 8)),
    "?meeting=true&screen=12&notes=true",
]
PLACES = [
    *(entry.path for entry in (*FRONT, *MORE)),
    *(f"england?england={view}" for view in VIEWS),
    "grades?view=As+published",
    "findings?of=All+of+England",
    *MEETING,
]

HEADINGS = """() => [...document.querySelectorAll("main h1, main h2, main h3, main h4, main h5, main h6")]
  .filter((heading) => heading.checkVisibility()).map((heading) => [Number(heading.tagName[1]), heading.innerText])"""
TAKEN = '() => [...document.querySelectorAll(\'main [class*="st-key-take-"] button\')].map((button) => button.getAttribute("aria-label") ?? button.innerText)'
NAMED = """() => [...document.querySelectorAll('main [class*="st-key-take-"] button')]
  .every((button) => !/^(Table|Picture) /.test(button.innerText) || button.ariaLabel)"""
SIDEWAYS = (
    "() => { const main = document.querySelector('[data-testid=stMain]'); return main.scrollWidth - main.clientWidth; }"
)
WIDTHS = [1920, 1440, 1024, 768, 640, 390, 320]
"""Screens, and 1280 pixels at a zoom of 200% and 400%."""
NAMELESS = re.compile(
    r"- (button|link|textbox|combobox|radio|radiogroup|checkbox|tab|figure|img|table|navigation|region|dialog)(:| \[|$)"
)
"""Roles that are of no use without a name, as they stand in a snapshot of the accessibility tree when they have none."""
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  window.walked ??= new Map();
  if (!window.walked.has(element)) window.walked.set(element, window.walked.size);
  return {
    number: window.walked.get(element), html: element.outerHTML.slice(0, 160), tag: element.tagName,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.right > 0 && box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true }),
  };
}"""
UNREADABLE = """() => [...document.querySelectorAll(".tile")].filter((tile) => {
  const style = getComputedStyle(tile);
  return parseFloat(style.borderTopWidth) < 1 || style.borderTopColor === style.backgroundColor || style.color === style.backgroundColor || !tile.innerText.trim();
}).length"""
MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element), lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  return (style.animationName !== "none" && lasts(style.animationDuration)) || (style.transitionProperty !== "none" && lasts(style.transitionDuration));
}).map((element) => element.outerHTML.slice(0, 120))"""


def unfold(page: Page) -> None:
    page.evaluate(
        "() => document.querySelectorAll('main details:not([open]) > summary').forEach((summary) => summary.click())"
    )
    page.wait_for_timeout(300)


def grow(page: Page, width: int) -> None:
    """Make the window as tall as its content: axe leaves out what is below the fold."""
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_timeout(300)
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(height + 100, 16_000)})
    page.wait_for_timeout(400)


def violations(page: Page) -> list[tuple[str, str, str, bool]]:
    """Rule, selector, element, and whether the rule is of WCAG (not only good practice).

    All rules look at everything, but for the contrast of colours: it takes most of the time, and looks at three of each look.
    """
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE)
    found = page.evaluate("(options) => axe.run(document, options)", OPTIONS)["violations"]
    found += page.evaluate(f"(options) => axe.run({{ include: ({LOOKS})() }}, options)", COLOURS)["violations"]
    return [
        (rule["id"], " ".join(map(str, node["target"])), node["html"][:160], bool(set(ASSERTED) & set(rule["tags"])))
        for rule in found
        for node in rule["nodes"]
    ]


def sideways(page: Page) -> dict[int, int]:
    """Pixels by which the page scrolls sideways, for each width at which it does. A chart may take a moment to follow."""
    scrolls = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for _ in range(20):
            page.wait_for_timeout(200)
            if (over := page.evaluate(SIDEWAYS)) <= 1:
                break
        else:
            scrolls[width] = over
    return scrolls


def excepted(place: str, rule: str, selector: str) -> list[dict]:
    return [
        e for e in EXCEPTIONS if e["rule"] == rule and e["place"] in ("every page", place) and e["selector"] in selector
    ]


def walk(page: Page) -> list[dict]:
    """Every element that the Tab key reaches, from the top of the page until it leaves it."""
    steps = []
    for _ in range(700):
        page.keyboard.press("Tab")
        step = page.evaluate(FOCUSED)
        if step is None or (steps and step["number"] == 0):
            return steps
        steps.append(step)
    raise AssertionError("the Tab key does not come to the end of the page")


@pytest.fixture(scope="module")
def look(server, shared: BrowserContext):
    """Look at a place once, at both widths, and keep what was found for all tests."""

    @cache
    def looked(place: str) -> dict:
        seen = {"errors": []}
        with visiting(shared) as page:
            page.on("pageerror", lambda error: seen["errors"].append(str(error)))
            join = "&" if "?" in place else "?"
            visit(page, f"{server}/{place}{join}authority=York")
            if place == "briefing":
                expect(page.locator(".paper h2").first).to_be_visible(timeout=30_000)
            unfold(page)
            page.wait_for_function(NAMED)
            seen["title"], seen["headings"], seen["taken"], seen["walk"] = (
                page.title(),
                page.evaluate(HEADINGS),
                page.evaluate(TAKEN),
                walk(page),
            )
            seen["nameless"] = [
                line for line in page.locator("body").aria_snapshot().splitlines() if NAMELESS.search(line)
            ]
            grow(page, 1280)
            seen["found"] = violations(page)
            seen["sideways"] = sideways(page)
            grow(page, 320)
            seen["found"] += violations(page)
            page.emulate_media(reduced_motion="reduce", forced_colors="active")
            seen["moving"], seen["unreadable"] = page.evaluate(MOVING), page.evaluate(UNREADABLE)
        return seen

    return looked


def test_what_cannot_be_read_would_be_found_among_many_that_can(page):
    rows = "".join(f'<p style="color: {"#bbb" if number == 30 else "#333"}">row {number}</p>' for number in range(50))
    tiles = "".join(f'<div style="background: {fill}"><b>word</b></div>' for fill in ("#fff", "#fff", "#444", "#fff"))
    page.set_content(f"<html lang=en><title>Colours</title><main><h1>Colours</h1>{rows}{tiles}</main>")
    found = [element for rule, _, element, _ in violations(page) if rule == "color-contrast"]
    assert page.evaluate(f"({LOOKS})().length") < 15
    assert found == ['<p style="color: #bbb">row 30</p>', "<b>word</b>"]


@pytest.mark.parametrize("place", PLACES)
def test_axe_finds_nothing_on_any_page_at_any_width(look, place, record_property):
    found = look(place)["found"]
    record_property("best practice", [item for item in found if not item[3]])
    assert [item for item in found if item[3] and not excepted(place, *item[:2])] == []


def test_each_exception_still_occurs(look):
    occurs = [
        e for place in PLACES for rule, selector, *_ in look(place)["found"] for e in excepted(place, rule, selector)
    ]
    assert [e for e in EXCEPTIONS if e not in occurs] == []
    assert all(e["reason"] for e in EXCEPTIONS)


@pytest.mark.parametrize("place", PLACES)
def test_every_control_figure_table_and_landmark_has_a_name(look, place):
    assert look(place)["nameless"] == []


@pytest.mark.parametrize("place", PLACES)
def test_no_page_scrolls_sideways_on_any_screen_or_zoomed(look, place):
    assert look(place)["sideways"] == {}


@pytest.mark.parametrize("place", PLACES)
def test_every_page_opens_with_its_title_and_without_an_error(look, place):
    assert look(place)["title"] == f"{TITLES[place.partition('?')[0]]} – Inspections over time"
    assert look(place)["errors"] == []


@pytest.mark.parametrize("place", PLACES)
def test_each_page_has_one_title_and_no_level_of_heading_is_left_out(look, place):
    levels = [level for level, _ in look(place)["headings"]]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), look(place)["headings"]


@pytest.mark.parametrize("place", PLACES)
def test_the_tab_key_goes_through_the_page_with_a_ring_that_is_seen(look, place):
    steps = look(place)["walk"]
    assert "stSkipToContent" in steps[0]["html"]
    assert [step for step in steps if not (step["ring"] and step["seen"])] == []
    assert len({step["number"] for step in steps}) == len(steps), "an element is reached twice"


@pytest.mark.parametrize("place", PLACES)
def test_buttons_that_give_files_say_what_they_hold(look, place):
    names = look(place)["taken"]
    assert len(set(names)) == len(names)
    assert [name for name in names if name.startswith(("Table (", "Picture (")) and ": " not in name] == []


def test_what_opens_on_demand_is_as_good(server, browser: Browser):
    """The list of a select box, the menu of pages, the list of pages on a narrow screen, popovers, an unknown page, a draft."""
    page = browser.new_page(viewport={"width": 1280, "height": 1600})
    visit(page, f"{server}/add-report?authority=York")
    page.get_by_role("button", name="Share").press("Enter")
    expect(page.get_by_role("button", name="Print this page")).to_be_visible()
    found = {"share": violations(page)}
    page.keyboard.press("Escape")
    page.get_by_role("button", name="As known on").press("Enter")
    page.get_by_role("combobox", name="As known on").press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()
    found["select box"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="More").press("Enter")
    expect(page.get_by_role("menuitem", name="About")).to_be_visible()
    page.wait_for_timeout(1_500)  # the text of a chosen page fades in: its colour is looked at when it stands
    found["menu of pages"] = violations(page)
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 320, "height": 1600})
    page.get_by_role("button", name="Expand sidebar").press("Enter")
    expect(page.get_by_test_id("stSidebarNavLink").first).to_be_focused(timeout=10_000)
    found["list of pages"] = violations(page)
    page.set_viewport_size({"width": 1280, "height": 1600})
    visit(page, f"{server}/?authority=York&meeting=true")
    page.get_by_role("button", name="Authority and day").press("Enter")
    expect(page.get_by_text("As known on")).to_be_visible()
    found["popover"] = violations(page)
    page.goto(f"{server}/no-such-page?authority=York")
    expect(page.get_by_text("There is no page called “no-such-page”.")).to_be_visible(timeout=30_000)
    found["an unknown page"] = violations(page)
    visit(page, f"{server}/add-report?authority=York")
    page.locator('input[type="file"]').set_input_files(
        {"name": "2020-07-01.pdf", "mimeType": "application/pdf", "buffer": paper.ilacs().pdf()}
    )
    expect(page.get_by_text("The check finds nothing wrong with this record.")).to_be_visible(timeout=30_000)
    for width in (1280, 320):
        grow(page, width)
        found[f"a draft at {width}"] = violations(page)
        assert page.evaluate(SIDEWAYS) <= 1
    page.close()
    assert [(name, *item) for name, items in found.items() for item in items if item[3]] == []


@pytest.mark.parametrize("place", PLACES)
def test_nothing_moves_and_tiles_keep_letter_and_border_where_asked(look, place):
    assert look(place)["moving"] == []
    assert look(place)["unreadable"] == 0


def test_in_forced_colours_the_choice_made_differs_from_the_others(server, browser: Browser):
    page = browser.new_page(forced_colors="active")
    visit(page, f"{server}/grades?authority=York")
    looks = [
        option.evaluate("option => getComputedStyle(option.querySelector('p')).textDecorationLine")
        for option in (
            page.locator("[data-testid=stRadioOption]", has_text=words) for words in ("Common strands", "As published")
        )
    ]
    page.close()
    assert looks == ["underline", "none"]
