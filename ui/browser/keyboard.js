// In a meeting the keys of a keyboard and of a presenter's remote press the buttons of the bar, and Escape leaves.
// A full stop and F5, which some remotes send too, stay with the browser.
if (!window.keysOfMeeting) {
  window.keysOfMeeting = true;
  const MOVES = { ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Home: "first", End: "last" };
  document.addEventListener("keydown", (event) => {
    if (!document.querySelector(".screen") || event.altKey || event.ctrlKey || event.metaKey) return;
    const typing = /^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable;
    const open = document.querySelector('[data-testid="stPopoverBody"], [role="listbox"]');
    if (event.key === "Escape" && !typing && !open) return document.querySelector(".switch a")?.click();
    if (!(event.key in MOVES) || open) return;
    // A switch is an input that takes the space bar alone; a button takes it too.
    const own = typing && event.target.type !== "checkbox";
    if (own || (event.key === " " && /^(input|button|a)$/i.test(event.target.tagName))) return;
    // What scrolls on a small screen, and a table that has the focus, scroll up and down; remotes send other keys.
    if (/^Arrow(Up|Down)$/.test(event.key) && document.documentElement.clientWidth <= 700) return;
    event.preventDefault();
    const goal = event.key === " " && event.shiftKey ? "back" : MOVES[event.key];
    document.querySelector(`.st-key-go-${goal} button`)?.click();
  }, true);
}
