// All that is done to Streamlit's own markup and behaviour, where no option does it; no other script does. Each patch says with
// which version it was last found to be needed, and why. After an upgrade: look at each, take out what is no longer needed.

// 1.67: the page says that it is in English, not in which.
document.documentElement.lang = "en-GB";

// 1.67: elements lack names and roles for those who use a keyboard or a screen reader, and no widget's option can give them.
if (!window.plainNames) {
  window.plainNames = true;

  const put = (element, name, value) => element.getAttribute(name) === value || element.setAttribute(name, value);
  const words = (part) => (part.querySelector("p") ?? part).textContent.trim();
  const all = (selector, mend) => document.querySelectorAll(selector).forEach(mend);

  const mend = () => {
    // 1.67: the list of pages mixes items with a titled group of items, which no list may: what is left are plain links in a navigation.
    all('ul[data-testid="stSidebarNavItems"], ul[data-testid="stSidebarNavItems"] li', (part) => put(part, "role", "none"));
    // 1.67: a name is only allowed on what has a role.
    all("[data-tag][aria-label]:not([role])", (tag) => put(tag, "role", "group"));
    all('[data-testid="stFileUploaderDropzone"]', (zone) => put(zone, "role", "group"));
    // 1.67: a button or a part that unfolds can be given no name beside its label. Those that give files say of what: a page has
    // several of each kind.
    all(".holds", (holds) => {
      for (const part of holds.closest('[class*="st-key-take-"]')?.querySelectorAll("button, summary") ?? [])
        put(part, "aria-label", `${words(part)}: ${holds.dataset.holds}`);
    });
    all('[class*="st-key-foot-"] [data-testid="stExpander"] summary', (summary) => {
      const title = summary.closest('[class*="st-key-panel-"]')?.querySelector("h2");
      if (title && !summary.closest('[class*="st-key-take-"]')) put(summary, "aria-label", `${words(summary)}: ${title.textContent.trim()}`);
    });
    // 1.67: a figure says in words what it shows: its letters and numbers one by one, and the sheet it measures them on, only add noise.
    all(".js-plotly-plot svg, #js-plotly-tester", (drawing) => put(drawing, "aria-hidden", "true"));
    // 1.67: what scrolls sideways cannot be scrolled by keys.
    all('[data-testid="stElementContainer"]:has([data-testid="stPlotlyChart"])', (box) => {
      if (box.scrollWidth <= box.clientWidth + 1) return box.removeAttribute("tabindex");
      put(box, "tabindex", "0");
      put(box, "role", "region");
      put(box, "aria-label", "Chart, scrolls sideways");
    });
  };

  // Once for all that changes within a moment; a page that keeps changing does not put it off.
  let due = 0;
  const soon = () => { due ||= setTimeout(() => { due = 0; mend(); }, 60); };
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true, characterData: true });
  addEventListener("resize", soon);
  soon();

  // 1.67: the skip link leads to the top of the page, where the selection is, the same on each page. It leads past it.
  document.addEventListener("click", (event) => {
    const heading = event.target.closest?.('[data-testid="stSkipToContent"]') && document.querySelector("main h1");
    if (heading) {
      event.preventDefault();
      event.stopPropagation();
      put(heading, "tabindex", "-1");
      heading.focus();
    }
    // 1.67: the pages' list on a narrow screen stands before its button: go there when it opens.
    if (event.target.closest?.('[data-testid="stExpandSidebarButton"]'))
      setTimeout(() => document.querySelector('[data-testid="stSidebarNavLink"]')?.focus(), 350);
  }, true);
}

// 1.67: single letters run the page again or clear what is kept, which people who dictate set off by a word (WCAG 2.1.4).
if (!window.quietKeys) {
  window.quietKeys = true;
  document.addEventListener("keydown", (event) => {
    const typing = /^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable;
    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && ["r", "c"].includes(event.key.toLowerCase())) event.stopPropagation();
  }, true);
}

// 1.67: one action of the visitor is to be one step of the browser's history, but each correction of the address adds a step
// too: when a page's filters leave the address, and when they return to it. Back then led to a page without them, or nowhere.
if (!window.oneStepEach) {
  window.oneStepEach = true;
  let acted = false;
  for (const kind of ["pointerdown", "click", "keydown", "input"]) addEventListener(kind, () => { acted = true; }, true);
  const { pushState, replaceState } = history;
  history.pushState = (...entry) => {
    (acted ? pushState : replaceState).apply(history, entry);
    acted = false;
  };
  history.replaceState = (...entry) => {
    replaceState.apply(history, entry);
    acted = false;
  };
}

// 1.67: the part of an address after the # is dropped before the page is drawn: go there once it is, and stay there while what stands
// above it is still coming, until the visitor does something.
if (!window.wentToPlace) {
  window.wentToPlace = true;
  const goal = (location.hash || new URL(performance.getEntriesByType("navigation")[0].name).hash).slice(1);
  const go = (_changes, watching) => {
    const place = document.getElementById(goal) ?? (/^[\w-]+$/.test(goal) && document.querySelector(`.st-key-${goal}, .st-key-${goal.replace(/^panel-/, "panel-drawn-")}`));
    if (!place) return;
    watching.disconnect();
    const growing = new ResizeObserver(() => place.scrollIntoView());
    growing.observe(place.closest('[data-testid="stMainBlockContainer"]') ?? document.body);
    for (const kind of ["pointerdown", "wheel", "touchstart", "keydown"]) addEventListener(kind, () => growing.disconnect(), { capture: true, once: true });
  };
  if (goal) new MutationObserver(go).observe(document.body, { childList: true, subtree: true });
}

// 1.67: Back and Forward are forgotten while there is no connection, as when a computer wakes up: the address then names another page
// than the one that is shown. The page is loaded anew as soon as the server answers.
if (!window.wokeUp) {
  window.wokeUp = true;
  let missed = false;
  const app = () => document.querySelector('[data-testid="stApp"]');
  const connected = () => app()?.dataset.testConnectionState === "CONNECTED";
  addEventListener("popstate", () => { missed ||= !connected(); });
  new MutationObserver(() => { if (missed && connected()) location.reload(); })
    .observe(document.body, { attributes: true, attributeFilter: ["data-test-connection-state"], subtree: true });
}
