/* Shared by the plots of the districts page, put in front of each: elements, the link between rows and map, and the
   table that sorts. Names and words are data: they are set as text, never as HTML. */
const SVG = "http://www.w3.org/2000/svg";
const SIGNS = { chosen: "▲", compared: "△" };
const DESKTOP = "(min-width: 1024px)";

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined && value !== "") element.setAttribute(name, value);
  element.append(...children.filter(child => child !== null && child !== undefined && child !== ""));
  return element;
};
const draw = (parent, tag, attributes = {}, text = "") => {
  const element = parent.appendChild(document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) element.setAttribute(name, value);
  if (text) element.textContent = text;
  return element;
};

/* What is under the pointer or has the focus is said to everybody on the page; "" is nothing. */
const point = key => window.dispatchEvent(new CustomEvent("finder:hover", { detail: { key } }));
const pointing = (element, key) => {
  for (const [event, said] of [["mouseenter", key], ["mouseleave", ""], ["focusin", key], ["focusout", ""]]) element.addEventListener(event, () => point(said));
  return element;
};
const light = (root, key) => root.querySelectorAll("[data-key]").forEach(element => element.classList.toggle("d-lit", key !== "" && element.dataset.key === key));
/* A part that Streamlit has taken away stops listening by itself. */
const listen = root => {
  const follow = event => {
    if (!root.isConnected) return window.removeEventListener("finder:hover", follow);
    light(root, event.detail.key);
  };
  window.addEventListener("finder:hover", follow);
};

/* Cells in order: what has none stands last, whichever way the rest is turned. */
const compare = (language, descending) => {
  const words = new Intl.Collator(language, { numeric: true });
  return (a, b) => {
    if (a === null || b === null) return (a === null) - (b === null);
    const order = typeof a === "number" ? a - b : words.compare(a, b);
    return descending ? -order : order;
  };
};

const chosenOrder = new Map();  // the reader's own order outlives the runs: plot → { column, descending }

/* {caption, columns, rows, column, descending, more} → a real table. `plot` has key, language, choose(key), names;
   `bar` adds one column: {head, cell(row), at}, behind the names or behind the first `at` cells. */
const sortable = (table, plot, bar) => {
  const kept = chosenOrder.get(plot.key), order = kept && kept.column < table.columns.length ? kept : { column: table.column, descending: table.descending };
  const status = make("p", { role: "status", class: "f-hidden" }), body = make("tbody", { role: "rowgroup" });
  const cellsOf = row => [{ text: row.name, order: row.name }, ...row.cells];
  const items = table.rows.map(row => ({ row, element: rowOf(row, table, { plot, bar }), cells: cellsOf(row) }));
  const heads = table.columns.map((column, i) => {
    const button = make("button", { type: "button", "data-focus": `sort-${i}` }, make("span", {}, column.title), make("span", { class: "d-arrow", "aria-hidden": "true" }));
    button.addEventListener("click", () => {
      order.descending = order.column === i ? !order.descending : column.number;
      order.column = i;
      chosenOrder.set(plot.key, order);
      arrange();
      status.textContent = order.descending ? column.largest_first : column.smallest_first;
    });
    return make("th", { scope: "col", role: "columnheader", class: column.number ? "d-number" : "" }, button);
  });
  const arrange = () => {
    const by = compare(plot.language, order.descending), at = item => item.cells[order.column]?.order ?? null;
    body.append(...[...items].sort((a, b) => by(at(a), at(b))).map(item => item.element));
    heads.forEach((head, i) => head.setAttribute("aria-sort", i !== order.column ? "none" : order.descending ? "descending" : "ascending"));
  };
  arrange();
  const before = 1 + (bar?.at ?? 0), top = [...heads.slice(0, before), bar ? bar.head : "", ...heads.slice(before)];
  const foot = table.foot ? make("tfoot", { role: "rowgroup" }, rowOf(table.foot, table, { plot: { ...plot, choose: null }, bar })) : "";
  const element = make("table", { class: bar ? "d-table d-bars" : "d-table", role: "table" },
    make("caption", {}, make("span", { class: "d-caption" }, table.caption), table.note ? make("span", { class: "d-note" }, table.note) : ""),
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...top)), body, foot);
  return make("div", {}, element, table.more ? make("p", { class: "d-more" }, table.more) : "", status);
};

const rowOf = (row, table, { plot, bar }) => {
  const name = make("bdi", { lang: "de" }, row.name), sign = row.mark ? make("span", { class: "d-sign", "aria-hidden": "true" }, SIGNS[row.mark]) : "";
  const line = make("tr", { role: "row", "data-key": row.key, class: row.mark ? "d-marked" : "" });
  const head = make("th", { scope: "row", role: "rowheader" });
  if (plot.choose) {
    const button = make("button", { type: "button", "aria-pressed": String(row.mark !== ""), "data-focus": `row-${row.key}` }, sign, name);
    button.addEventListener("click", () => plot.choose(row.key));
    head.append(button);
  } else head.append(sign, name);
  if (row.note) head.append(make("span", { class: "d-note d-row-note" }, row.note));
  line.append(head);
  if (row.reason) {
    const swatch = make("span", { class: row.fill === "w" ? "f-swatch f-withheld" : "f-swatch d-no-data", "aria-hidden": "true" });
    line.append(make("td", { role: "cell", class: "d-reason", colspan: table.columns.length - 1 + (bar ? 1 : 0) }, swatch, " ", row.reason));
  } else {
    row.cells.forEach((cell, i) => {
      const column = table.columns[i + 1], sign = cell.sign ? make("span", { class: `f-state f-state-${cell.sign}`, "aria-hidden": "true" }) : "";
      if (bar && i === (bar.at ?? 0)) line.append(bar.cell(row));
      line.append(make("td", { role: "cell", class: [column.number ? "d-number" : "", i ? "d-rest" : "d-first"].join(" "), "data-label": column.title }, sign, make("bdi", {}, cell.text)));
    });
  }
  return pointing(line, row.key);
};

/* A figure of its own width: drawn again when that changes, so that its words keep their size. */
const figure = (label, paint) => {
  const box = make("div", { class: "d-figure", dir: "ltr" });
  let width = 0;
  new ResizeObserver(([{ contentRect }]) => {
    if (!contentRect.width || Math.abs(contentRect.width - width) < 1) return;
    width = contentRect.width;
    const svg = draw(box, "svg", { width, role: "img", "aria-label": label, class: "d-svg" });
    paint(svg, width);
    box.replaceChildren(svg);
  }).observe(box);
  return box;
};

/* Lines of words that fit into a width, in a fount of about 13 px. */
const wrap = (words, width) => words.split(" ").reduce((lines, word) => {
  const last = lines.at(-1);
  if (last && (last.length + word.length + 1) * 6.8 <= width) lines[lines.length - 1] = `${last} ${word}`;
  else lines.push(word);
  return lines;
}, []);

/* The two axes of a figure inside a frame {left, top, right, bottom, width}; gives back where a value lies. */
const axes = (svg, { x, y }, frame) => {
  const at = (axis, from, to) => value => from + ((value - axis.lower) / (axis.upper - axis.lower || 1)) * (to - from);
  const placeX = at(x, frame.left, frame.right), placeY = at(y, frame.bottom, frame.top);
  for (const { value, text } of y.ticks) {
    draw(svg, "line", { x1: frame.left, x2: frame.right, y1: placeY(value), y2: placeY(value), class: "d-grid" });
    draw(svg, "text", { x: frame.left - 6, y: placeY(value) + 4, "text-anchor": "end" }, text);
  }
  let free = -Infinity;
  for (const { value, text } of x.ticks) {
    draw(svg, "line", { x1: placeX(value), x2: placeX(value), y1: frame.top, y2: frame.bottom, class: "d-grid" });
    const half = text.length * 3.6, middle = Math.max(half, Math.min(placeX(value), frame.width - half));  // inside of the picture
    if (middle - half < free) continue;
    free = middle + half + 6;
    draw(svg, "text", { x: middle, y: frame.bottom + 18, "text-anchor": "middle" }, text);
  }
  draw(svg, "path", { d: `M${frame.left} ${frame.top}V${frame.bottom}H${frame.right}`, class: "d-axis" });
  wrap(y.title, frame.right).forEach((line, i) => draw(svg, "text", { x: 0, y: 13 + 16 * i, class: "d-title" }, line));
  wrap(x.title, frame.right - frame.left).forEach((line, i) => draw(svg, "text", { x: frame.right, y: frame.bottom + 38 + 16 * i, "text-anchor": "end", class: "d-title" }, line));
  return { x: placeX, y: placeY };
};
/* Room for ticks and titles, and the height that this needs. */
const framed = (svg, { x, y }, { width, height }) => {
  const left = Math.max(...y.ticks.map(({ text }) => text.length)) * 7 + 10, frame = { left, width, right: width - 22, top: 12 + 16 * wrap(y.title, width - 12).length, bottom: 0 };
  frame.bottom = frame.top + height;
  svg.setAttribute("height", frame.bottom + 28 + 16 * wrap(x.title, width - 12 - left).length);
  return frame;
};
const MARKS = {
  chosen: (x, y, r) => ["path", { d: `M${x} ${y - 1.2 * r}L${x + 1.15 * r} ${y + .8 * r}H${x - 1.15 * r}Z` }],
  compared: (x, y, r) => MARKS.chosen(x, y, r),
  "": (x, y, r) => ["circle", { cx: x, cy: y, r }],
};
const mark = (parent, { x, y, kind, r = 5, hollow = false }) => {
  const [tag, geometry] = MARKS[kind](x, y, r);
  return draw(parent, tag, { ...geometry, class: `d-mark d-mark-${kind || "plain"}${hollow ? " d-hollow" : ""}` });
};

/* Shows a plot, once for the same data; sorting, focus and order outlive the change. One of the plots `reveals` the row of
   an area that was chosen elsewhere, where the map stands beside it. */
const present = ({ data, parentElement, setTriggerValue }, build, { reveals = false } = {}) => {
  const now = JSON.stringify(data), old = parentElement.querySelector(".d-plot");
  if (old?.dataset.shown === now) return;
  const focus = old?.contains(document.activeElement) ? document.activeElement.dataset.focus : "";
  const before = new Set(old ? [...old.querySelectorAll("tr.d-marked")].map(row => row.dataset.key) : data.table.rows.map(row => row.key));
  const plot = { key: data.key, language: data.language, choose: data.selectable ? key => setTriggerValue("area", key) : null };
  const root = make("div", { class: "d-plot", lang: data.language, dir: data.direction }, ...build(data, plot));
  root.dataset.shown = now;
  if (old) old.replaceWith(root); else parentElement.append(root);
  listen(root);
  if (focus) root.querySelector(`[data-focus="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
  else if (reveals && window.matchMedia(DESKTOP).matches) [...root.querySelectorAll("tr.d-marked")].find(row => !before.has(row.dataset.key))?.scrollIntoView({ block: "nearest" });
};
