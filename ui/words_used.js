// Once per visit: whenever the page changes, show those abbreviations that stand on it, and name them in the summary.
if (!window.wordsUsed) {
  const fit = () => {
    const list = document.querySelector(".words-used");
    if (!list) return;
    const main = document.querySelector('[data-testid="stMain"]');
    const words = new Set();
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, {
      acceptNode: (node) => node.parentElement.closest(".words-used, style, script") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    });
    while (walker.nextNode()) for (const word of walker.currentNode.data.match(/[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*/g) || []) words.add(word);
    const shown = [];
    for (const entry of list.querySelectorAll("[data-words]")) {
      const here = entry.dataset.words.split(" ").filter((word) => words.has(word) || words.has(word + "s"));
      if (entry.hidden !== !here.length) entry.hidden = !here.length;
      if (here.length) shown.push(here[0]);
    }
    const line = shown.length ? `Abbreviations on this page: ${shown.slice(0, 10).join(", ")}${shown.length > 10 ? ` and ${shown.length - 10} more` : ""}` : "Abbreviations: none on this page";
    const summary = list.querySelector("summary");
    if (summary.textContent !== line) summary.textContent = line;
  };
  // Streamlit drops the part of an address after the # before the page is drawn: take it from where the visit began.
  let goal = location.hash || new URL(performance.getEntriesByType("navigation")[0].name).hash;
  const go = () => {
    const place = goal && document.getElementById(goal.slice(1));
    if (!place) return;
    place.scrollIntoView();
    goal = "";
  };
  let waiting = 0;
  window.wordsUsed = new MutationObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (fit(), go()), 250);
  });
  window.wordsUsed.observe(document.body, { childList: true, subtree: true, characterData: true });
  fit();
}
