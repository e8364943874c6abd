// In a meeting the space bar leads to the next screen, as it does on a clicker.
if (!window.spaceIsNext) {
  window.spaceIsNext = true;
  document.addEventListener("keydown", (event) => {
    const typing = /^(input|textarea|select|button)$/i.test(event.target.tagName) || event.target.isContentEditable;
    if (event.key !== " " || typing || !document.querySelector(".screen")) return;
    event.preventDefault();
    [...document.querySelectorAll("button")].find((button) => button.innerText.trim().startsWith("Next"))?.click();
  }, true);
}
