// Pictures of figures, links and citations: made in the browser, where the figure and the address are.
if (!window.takeAway) {
  window.takeAway = true;

  // The address of this view with every parameter: what the address holds, and what it leaves out because it is the default.
  // A button of one chart leads to the place of that chart.
  const viewAddress = (button) => {
    const given = new URLSearchParams(document.querySelector(".this-view")?.dataset.query ?? "");
    const asked = new URLSearchParams(location.search);
    for (const key of [...given.keys(), "page"]) asked.delete(key);
    const place = button?.dataset.place ? `#${button.dataset.place}` : "";
    return `${location.origin}${location.pathname}?${new URLSearchParams([...given, ...asked])}${place}`;
  };

  const say = (button, words) => {
    const place = button.parentElement.querySelector("[role=status]");
    if (place) place.textContent = words;
  };

  const copy = async (text) => {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const field = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (!done) throw new Error("not allowed");
  };

  // Plotly lays a picture out from gd.layout: lend it one with room for the texts, press its own button, take it back.
  const draw = (button) => {
    let place = button;
    while (place && !place.querySelector(".js-plotly-plot")) place = place.parentElement;
    const gd = place?.querySelector(".js-plotly-plot");
    const press = gd?.querySelector('.modebar-btn[data-attr="toImage"], .modebar-btn[data-title^="Download"]');
    if (!press) return say(button, "The chart is not drawn yet. Try again in a moment.");
    const about = JSON.parse(button.dataset.picture);
    const { width, height, _size: size } = gd._fullLayout;
    const left = { xref: "paper", x: 0, xshift: about.edge - size.l, xanchor: "left", align: "left", showarrow: false, yref: "paper" };
    const note = (block, more) => ({ ...left, ...more, text: block.text, font: { size: block.size, color: block.colour, family: about.font } });
    const small = about.below[about.below.length - 1];
    const below = [...about.below, { ...small, text: short(viewAddress()), offset: small.offset + small.size * 1.3 }];
    // A legend that hangs from the top of the figure goes down with it, under the texts.
    const { legend } = gd.layout, under = about.top / (height + about.top + about.bottom);
    const layout = {
      ...gd.layout,
      ...(legend?.yref === "container" && { legend: { ...legend, y: legend.y - under } }),
      font: { ...gd.layout.font, family: about.font },
      margin: { ...gd.layout.margin, l: size.l, r: size.r, t: size.t + about.top, b: size.b + about.bottom },
      paper_bgcolor: about.paper,
      annotations: [
        ...(gd.layout.annotations ?? []),
        ...about.above.map((block) => note(block, { y: 1, yshift: size.t + about.top - about.edge - block.offset, yanchor: "top" })),
        ...below.map((block) => note(block, { y: 0, yshift: about.edge / 2 - size.b - about.edge - block.offset, yanchor: "top" })),
      ],
    };
    const kept = [gd.layout, gd._context.toImageButtonOptions];
    gd.layout = layout;
    gd._context.toImageButtonOptions = {
      format: button.dataset.format, filename: about.name, width: about.width, scale: button.dataset.format === "png" ? 3 : 1,
      height: height + about.top + about.bottom,
    };
    press.click();
    [gd.layout, gd._context.toImageButtonOptions] = kept;
    say(button, `${about.name}.${button.dataset.format} is being saved.`);
  };

  // An address that would not fit on its line ends in an ellipsis; it is whole in the citation.
  const short = (text) => (text.length > 150 ? `${text.slice(0, 149)}…` : text).replaceAll("&", "&amp;");

  const texts = { link: viewAddress, citation: (button) => `${button.dataset.text} ${viewAddress(button)}`, text: (button) => button.dataset.text };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-take]");
    if (!button) return;
    if (button.dataset.take === "picture") return draw(button);
    if (button.dataset.take === "print") return window.printPage();
    const text = texts[button.dataset.take](button);
    copy(text).then(() => say(button, "Copied."), () => say(button, `Copying is not allowed here. This is the text: ${text}`));
  });

  // On paper each sheet names its view. A margin box breaks no word, so the address gets places to break that are not seen.
  window.addEventListener("beforeprint", () => {
    const quoted = JSON.stringify(viewAddress().replaceAll("&", "\u200b&").replaceAll("+", "+\u200b"));
    let style = document.getElementById("paper-footer");
    if (!style) style = document.head.appendChild(Object.assign(document.createElement("style"), { id: "paper-footer" }));
    style.textContent = `@page { @bottom-left { content: ${quoted}; } }`;
  });
}
