// One action of the visitor is one step of the browser's history. Streamlit 1.67 adds a step for each correction of the address
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
