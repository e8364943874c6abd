// What Streamlit's own elements leave out for those who use a keyboard or a screen reader, and no widget's option can say.
if (!window.plainNames) {
  window.plainNames = true;

  const put = (element, name, value) => element.getAttribute(name) === value || element.setAttribute(name, value);
  const all = (selector, mend) => document.querySelectorAll(selector).forEach(mend);

  const mend = () => {
    // The list of pages mixes items with a titled group of items, which no list may: what is left are plain links in a navigation.
    all('ul[data-testid="stSidebarNavItems"], ul[data-testid="stSidebarNavItems"] li', (part) => put(part, "role", "none"));
    // A name is only allowed on what has a role.
    all("[data-tag][aria-label]:not([role])", (tag) => put(tag, "role", "group"));
    all('[data-testid="stFileUploaderDropzone"]', (zone) => put(zone, "role", "group"));
    // Buttons that give files say of what: there are several of each kind on a page.
    all(".holds", (holds) => {
      for (const button of holds.closest('[class*="st-key-take-"]')?.querySelectorAll("button") ?? [])
        put(button, "aria-label", `${button.textContent.trim()}: ${holds.dataset.holds}`);
    });
    // A figure says in words what it shows: its letters and numbers one by one, and the sheet it measures them on, only add noise.
    all(".js-plotly-plot svg, #js-plotly-tester", (drawing) => put(drawing, "aria-hidden", "true"));
    // What scrolls sideways can be scrolled by keys.
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

  // The skip link leads past the selection too, which is the same on each page.
  document.addEventListener("click", (event) => {
    const heading = event.target.closest?.('[data-testid="stSkipToContent"]') && document.querySelector("main h1");
    if (heading) {
      event.preventDefault();
      event.stopPropagation();
      put(heading, "tabindex", "-1");
      heading.focus();
    }
    // The pages' list on a narrow screen stands before its button: go there when it opens.
    if (event.target.closest?.('[data-testid="stExpandSidebarButton"]'))
      setTimeout(() => document.querySelector('[data-testid="stSidebarNavLink"]')?.focus(), 350);
  }, true);
}
