// The list of abbreviations holds them all. When it is opened, and when the page is printed, it shows those that stand on the page.
if (!window.abbreviations) {
  window.abbreviations = true;
  const list = () => document.querySelector(".words-used");

  // The words with two capitals or more that stand on the page, but for those inside the elements left out.
  const wordsOutside = (left) => {
    const words = new Set();
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT, {
      acceptNode: (node) => node.parentElement.closest(left) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    });
    while (walker.nextNode()) for (const word of walker.currentNode.data.match(/[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*/g) || []) words.add(word);
    return words;
  };
  const entriesOn = (words) => [...list().querySelectorAll("[data-words]")].filter((entry) =>
    entry.dataset.words.split(" ").some((word) => words.has(word) || words.has(word + "s")));

  const fit = () => {
    const here = new Set(entriesOn(wordsOutside(".words-used, style, script")));
    for (const entry of list().querySelectorAll("[data-words]")) entry.hidden = !here.has(entry);
  };

  // While it is open it follows the page, which may still be being drawn. It is closed as a rule, and then nobody counts.
  let due = 0;
  const watching = new MutationObserver(() => {
    if (!list()?.open) return watching.disconnect();
    due ||= requestAnimationFrame(() => { due = 0; if (list()?.open) fit(); });
  });
  document.addEventListener("toggle", (event) => {
    if (event.target !== list() || !event.target.open) return;
    fit();
    watching.observe(document.body, { childList: true, subtree: true, characterData: true });
  }, true);

  // On paper it stands at the end, spelt out, so that the first sheet begins with what the page says.
  addEventListener("beforeprint", () => {
    if (!list()) return;
    const entries = entriesOn(wordsOutside(".words-used, style, script, button")).map((entry) => entry.cloneNode(true));
    if (!entries.length) return;
    for (const entry of entries) entry.hidden = false;
    const paper = Object.assign(document.createElement("section"), { className: "words-on-paper" });
    const title = Object.assign(document.createElement("p"), { textContent: "Abbreviations" });
    const terms = document.createElement("dl");
    terms.append(...entries);
    paper.append(title, terms);
    list().closest('main').querySelector('[data-testid="stVerticalBlock"]').append(paper);  // beside what it must not be parted from
  });
  addEventListener("afterprint", () => document.querySelectorAll(".words-on-paper").forEach((paper) => paper.remove()));
}
