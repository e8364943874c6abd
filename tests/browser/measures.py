"""What a page is measured by in a real browser: axe, the Tab key, sideways scrolling."""

from importlib.resources import files

from playwright.sync_api import Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
ASSERTED = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {
    "runOnly": [*ASSERTED, "best-practice"],
    "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": False}},
    "resultTypes": ["violations"],
}
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
SIDEWAYS = (
    "() => { const main = document.querySelector('[data-testid=stMain]'); return main.scrollWidth - main.clientWidth; }"
)
WIDTHS = [1440, 1024, 768, 640, 320]
"""Screens, and 1280 pixels at a zoom of 200% and 400%. Charts are laid out anew at each, which takes time."""
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
