// What a page needs to go onto paper. Lengths are pixels at the scale of print.css, where a sheet is 860 wide and 1230 high.
if (!window.onPaper) {
  window.onPaper = true;
  const SHEET = 860, TALL = 1030, A_LITTLE = 1.15, PART = 330;
  const charts = () => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
  const drawn = (chart) => chart.querySelector(".js-plotly-plot")?._fullLayout;

  // A chart is as wide as its sheet. One that is a little too tall is made smaller; one that is much too tall is cut where it may be.
  const fit = (chart) => {
    const full = drawn(chart);
    if (!full) return;
    const scale = Math.min(1, SHEET / full.width), over = (full.height * scale) / TALL, places = over > A_LITTLE ? cuts(full) : [];
    chart.style.setProperty("--fit", over > 1 && !places.length ? scale / over : scale);
    if (places.length) cut(chart, full, places, PART / scale);
  };

  // The places where a chart may be cut, in pixels from its top: those that its figure names, else between its rows.
  const cuts = ({ meta, yaxis: { _offset: top, d2p, tickvals } }) => {
    const rows = [...(tickvals ?? [])].sort((a, b) => a - b);
    const places = meta?.cuts ?? rows.slice(1).map((row, i) => (row + rows[i]) / 2);
    return places.map((y) => top + d2p(y) - 1).sort((a, b) => a - b);
  };

  // Each part is a window onto a copy of the drawing, with the scale below it.
  const cut = (chart, full, places, least) => {
    const { yaxis: { _offset: top, _length: length }, width, height } = full;
    const starts = [0];
    places.forEach((place, i) => { if ((places[i + 1] ?? height) - starts.at(-1) > least) starts.push(place); });
    chart.classList.add("cut");
    starts.forEach((from, i) => {
      const last = i === starts.length - 1;
      chart.append(part(chart, width, from, (last ? height : starts[i + 1]) - from));
      if (!last) chart.append(part(chart, width, top + length, height - top - length, "years"));
    });
  };
  const part = (chart, width, from, high, name = "") => {
    const shown = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [key, value] of Object.entries({ width, height: high, viewBox: `0 ${from} ${width} ${high}`, class: name, "aria-hidden": true })) shown.setAttribute(key, value);
    shown.append(...[...chart.querySelectorAll(".js-plotly-plot .main-svg")].map((svg) => svg.cloneNode(true)));
    for (const svg of shown.children) svg.style.background = "none";
    // They refer to clips in the drawing itself, which plotly makes anew for the size of the sheet.
    for (const clipped of shown.querySelectorAll("[clip-path]")) clipped.removeAttribute("clip-path");
    return shown;
  };
  addEventListener("beforeprint", () => charts().forEach(fit));
  addEventListener("afterprint", () => document.querySelectorAll(".cut").forEach((chart) => {
    chart.classList.remove("cut");
    chart.querySelectorAll(":scope > svg").forEach((shown) => shown.remove());
  }));

  // A table wider than a sheet lies across sheets of its own, after all else: in its place it would leave half a sheet empty before it.
  const COLUMNS = 10, ROWS = 24, ASIDE = "elsewhere";
  const tooWide = (table) => {
    const folded = table.closest("details:not([open])"), behind = folded?.closest('[class*="st-key-panel-"]');
    const shown = !folded || (!behind && table.querySelectorAll("tbody tr").length <= ROWS);
    return shown && !table.matches(".stood") && table.querySelectorAll("thead tr > *").length > COLUMNS;
  };
  addEventListener("beforeprint", () => {
    const tables = [...document.querySelectorAll("main .table-region")].filter(tooWide);
    if (!tables.length) return;
    const last = Object.assign(document.createElement("section"), { className: "across" });
    last.append(...tables.map((table) => table.cloneNode(true)));
    for (const table of tables) table.classList.add(ASIDE);
    document.body.append(last);  // within the page an empty sheet would follow
  });
  addEventListener("afterprint", () => {
    document.querySelectorAll(".across").forEach((last) => last.remove());
    document.querySelectorAll(`.${ASIDE}`).forEach((table) => table.classList.remove(ASIDE));
  });

  // A chart that is drawn wider than a sheet is drawn anew before the page is printed, where the browser lets us know in time.
  const ready = async () => {
    document.documentElement.classList.add("for-paper");
    for (let i = 0; i < 20 && charts().some((chart) => drawn(chart)?.width > SHEET + 1); i++) await new Promise((go) => setTimeout(go, 100));
  };
  window.printPage = () => ready().then(() => window.print());
  addEventListener("afterprint", () => document.documentElement.classList.remove("for-paper"));
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "p") return;
    event.preventDefault();
    window.printPage();
  });
}
