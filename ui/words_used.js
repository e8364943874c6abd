// Once per visit: whenever the page changes, show those abbreviations that stand on it, and name them in the summary.
if (!window.wordsUsed) {
  // The words with two capitals or more that stand on the page, but for those inside the elements left out.
  const wordsOutside = (left) => {
    const words = new Set();
    const walker = document.createTreeWalker(document.querySelector('[data-testid="stMain"]'), NodeFilter.SHOW_TEXT, {
      acceptNode: (node) => node.parentElement.closest(left) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    });
    while (walker.nextNode()) for (const word of walker.currentNode.data.match(/[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*/g) || []) words.add(word);
    return words;
  };
  const among = (words, entry) => entry.dataset.words.split(" ").filter((word) => words.has(word) || words.has(word + "s"));

  const fit = () => {
    const list = document.querySelector(".words-used");
    if (!list) return;
    const words = wordsOutside(".words-used, style, script");
    const shown = [];
    for (const entry of list.querySelectorAll("[data-words]")) {
      const here = among(words, entry);
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
    waiting ||= setTimeout(() => ((waiting = 0), fit(), go()), 250);
  });
  window.wordsUsed.observe(document.body, { childList: true, subtree: true, characterData: true });
  fit();

  // On paper the list stands at the end, spelt out, so that the first sheet begins with what the page says.
  addEventListener("beforeprint", () => {
    fit();
    const words = wordsOutside(".words-used, style, script, button");
    const entries = [...document.querySelectorAll(".words-used [data-words]:not([hidden])")]
      .filter((entry) => among(words, entry).length)
      .map((entry) => entry.cloneNode(true));
    if (!entries.length) return;
    const paper = Object.assign(document.createElement("section"), { className: "words-on-paper" });
    const title = Object.assign(document.createElement("p"), { textContent: "Abbreviations" });
    const list = document.createElement("dl");
    list.append(...entries);
    paper.append(title, list);
    document.querySelector('[data-testid="stMainBlockContainer"]').append(paper);
  });
  addEventListener("afterprint", () => document.querySelectorAll(".words-on-paper").forEach((paper) => paper.remove()));
}
