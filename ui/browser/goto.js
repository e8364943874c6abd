// A click in a chart opens findings in a place of its own: go there, and let the keyboard and a screen reader go on from there.
// The server numbers the clicks (data-click); a number that was seen already, as after a page switch, leads nowhere.
if (!window.wentToEvidence) {
  window.wentToEvidence = true;
  let seen = "";
  const go = () => {
    const place = document.querySelector("[data-click]");
    const click = place?.dataset.click ?? seen;
    if (click === seen) return;
    seen = click;
    if (!click) return;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "start" });
  };
  new MutationObserver(go).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-click"] });
}
