/* The list of offers. Names and texts are data: set as text, never as HTML; links are real links. */
const SVG = "http://www.w3.org/2000/svg";
const COLOR = { circle: "#A65200", square: "#0F3B82", triangle: "#00806A" };

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined && value !== "") element.setAttribute(name, value);
  element.append(...children.filter(child => child !== null && child !== undefined && child !== ""));
  return element;
};
const draw = (tag, attributes, parent) => {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.appendChild(element);
  return element;
};

let reader = { language: "", direction: "", view: "" };
/* A text in which the words that were searched for are marked. */
const marked = (text, hits = []) => [...hits.flatMap(([start, end], i) => [text.slice(i ? hits[i - 1][1] : 0, start), make("mark", {}, text.slice(start, end))]), text.slice(hits.length ? hits.at(-1)[1] : 0)];
/* Text with its own language; German inside another page is isolated, and direction follows the text. */
const words = ({ text, lang, mark, href }, hits = []) => {
  const inner = href ? make("a", { href, target: "_blank", rel: "noopener noreferrer" }, text) : hits.length ? make("span", {}, ...marked(text, hits)) : text;
  const own = lang !== reader.language;
  const isolated = own ? make("bdi", { lang, dir: lang === "ar" ? "rtl" : "ltr" }, inner) : inner;
  return mark ? make("span", {}, isolated, " ", make("span", { class: "f-mark" }, mark)) : isolated;
};
const joined = (parts, separator) => parts.flatMap((part, i) => (i ? [separator, words(part)] : [words(part)]));

const path = shape => ({
  circle: ["circle", { cx: 15, cy: 15, r: 11 }],
  square: ["rect", { x: 5.1, y: 5.1, width: 19.8, height: 19.8, rx: 1.5 }],
  triangle: ["path", { d: "M15 1.8 28 25H2Z", "stroke-linejoin": "round" }],
}[shape]);

const numberMark = (number, shape, stated) => {
  const svg = draw("svg", { viewBox: "-3 -3 36 36", width: 36, height: 36, class: "f-number", "aria-hidden": "true" }, document.createDocumentFragment());
  const [tag, geometry] = path(shape), color = COLOR[shape];
  if (stated) {
    draw(tag, { ...geometry, fill: "#1B2430", stroke: "#1B2430", "stroke-width": 6 }, svg);
    draw(tag, { ...geometry, fill: color, stroke: "#fff", "stroke-width": 4, "paint-order": "stroke" }, svg);
  } else {
    draw(tag, { ...geometry, fill: "#fff", stroke: "#fff", "stroke-width": 4.6 }, svg);
    draw(tag, { ...geometry, fill: "#fff", stroke: color, "stroke-width": 2 }, svg);
  }
  const y = shape === "triangle" ? 20.5 : 19;
  draw("text", { x: 15, y, "text-anchor": "middle", "font-size": 12.3, "font-weight": 700, fill: stated ? "#fff" : "#1B2430" }, svg).textContent = number;
  return svg;
};

const sign = kind => {
  const svg = draw("svg", { viewBox: "0 0 20 20", class: "f-sign", "aria-hidden": "true" }, document.createDocumentFragment());
  const line = { fill: "none", stroke: "currentColor", "stroke-width": 1.8, "stroke-linecap": "round", "stroke-linejoin": "round" };
  if (kind === "yes") {
    draw("circle", { cx: 10, cy: 10, r: 8.5, fill: "currentColor" }, svg);
    draw("path", { ...line, d: "m5.8 10.3 3 3 5.4-6", class: "f-tick", "stroke-width": 2.2 }, svg);
  } else if (kind === "unknown") {
    draw("circle", { ...line, cx: 10, cy: 10, r: 8, "stroke-width": 2, "stroke-dasharray": ".1 3.49" }, svg);
    draw("path", { ...line, d: "M7.8 8a2.3 2.3 0 1 1 3.5 2c-.9.6-1.3 1-1.3 1.9" }, svg);
    draw("circle", { cx: 10, cy: 14.3, r: 1.1, fill: "currentColor" }, svg);
  } else if (kind === "walk") {
    draw("circle", { cx: 11, cy: 3.5, r: 1.8, fill: "currentColor" }, svg);
    draw("path", { ...line, d: "M10 7l-1 5 3 2.500 1 4M9 12l-2 6M10 7l-3 2v3M10 7l2 3 2.500 1" }, svg);
  } else if (kind === "no") {
    draw("circle", { ...line, cx: 10, cy: 10, r: 8 }, svg);
    draw("path", { ...line, d: "M6 10h8" }, svg);
  } else if (kind === "clock") {
    draw("circle", { ...line, cx: 10, cy: 10, r: 8 }, svg);
    draw("path", { ...line, d: "M10 5.500V10l3 2" }, svg);
  } else if (kind === "care") {
    draw("circle", { ...line, cx: 10, cy: 10, r: 7.5 }, svg);
    draw("path", { ...line, d: "M10 9v5M10 6h.01" }, svg);
  } else {
    draw("path", { ...line, d: "M6.5 3 4 4.5C4 11 9 16 15.500 16L17 13.500l-3.500-2-1.800 1.500C9.500 12 8 10.500 7 8.300L8.500 6.500Z" }, svg);
  }
  return svg;
};

const line = (kind, text, name) => make("p", { class: `f-line f-${kind}` }, sign(name || kind), make("span", {}, text));

/* On a phone the map stands above the selected card: neither scroll it away nor unfold the card. */
const mapInSight = () => reader.view === "map" && window.matchMedia("(max-width: 639.9px)").matches;

const facts = (card, names, turn) => make("details", { class: "f-detail" },
  make("summary", {}, names.more),
  make("p", { class: "f-heading" }, card.heading),
  make("p", { class: "f-summary" }, words(card.summary, card.hits.summary)),
  ...card.facts.map(group => factGroup(group, group.way ? way(card, names, turn) : [])),
  away(card, names));

const chip = ({ kind, text }) => {
  const element = make("span", { class: `f-chip f-chip-${kind}` });
  if (kind !== "tag") element.append(sign({ yes: "yes", no: "no" }[kind] || "unknown"));
  element.append(text);
  return element;
};

/* Saves the offer in the list that stands in the address, or takes it off again. */
const saveButton = (card, names, save) => {
  const button = make("button", { type: "button", class: "f-button f-save", "aria-pressed": String(card.saved), "aria-label": `${card.saved ? names.unsave : names.save}: ${card.name}` }, card.saved ? names.unsave : names.save);
  button.addEventListener("click", () => save(card.service));
  return button;
};

/* The number large and in one piece; on the selected card with the word before it. */
const call = ({ phone: { href, label, name }, selected }) => {
  const [before, after] = selected ? name.split(label) : ["", ""];
  return make("a", { class: "f-button f-call", href, "aria-label": name }, sign("phone"), make("span", {}, before, make("bdi", { dir: "ltr" }, label), after));
};

const article = (card, data, { choose, save, turn }) => {
  const link = make("a", { href: card.href }, make("bdi", { lang: "de", dir: "ltr" }, ...marked(card.name, card.hits.name)));
  link.addEventListener("click", event => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    tapped = card.service;
    const details = element.querySelector(".f-detail");
    if (card.selected && mapInSight()) turn("list", card);
    else if (card.selected && !details.open) details.open = true; // another offer of the place was open
    else choose(card.facility);
  });
  const number = make("span", { class: "f-hidden" }, `${card.number}. `);
  const acts = make("p", { class: "f-acts" },
    card.phone && call(card),
    card.email && make("a", { class: "f-button", href: card.email.href, "aria-label": `${card.email.label}: ${card.name}` }, card.email.label),
    card.website && make("a", { class: "f-button", href: card.website.href, target: "_blank", rel: "noopener noreferrer", "aria-label": `${card.website.label}: ${card.name}` }, card.website.label),
    saveButton(card, data.names, save),
    card.selected ? turnButton(data.names.back, "f-to-list", () => turn("list", card)) : null);
  const body = make("div", { class: "f-body" },
    make("h3", {}, number, link),
    make("p", { class: "f-what" }, words(card.what, card.hits.what)),
    make("p", { class: "f-where" }, ...joined(card.where, reader.direction === "rtl" ? "، " : ", ")),
    card.walk ? make("p", { class: "f-walk" }, sign("walk"), card.walk) : null,
    card.chips.length ? make("p", { class: "f-chips" }, ...card.chips.map(chip)) : null,
    card.open ? openLine(card.open) : null,
    card.house ? make("p", { class: "f-where" }, card.house) : null,
    card.missing ? line("unknown", card.missing) : null,
    ...card.care.map(text => line("care", text)),
    card.leave && leave(card.leave),
    acts.childElementCount ? acts : null,
    facts(card, data.names, turn));
  const element = make("article", { class: card.selected ? "f-card f-selected" : "f-card", "data-facility": card.facility, "data-service": card.service });
  element.append(numberMark(card.number, card.shape, card.stated), body);
  return element;
};

const group = (part, data, acts) => {
  const section = make("section", { "aria-label": part.title || data.names.list });
  section.append(part.title
    ? make("h2", { class: "f-group" }, sign(part.kind), make("span", {}, part.title), make("span", { class: "f-count" }, part.count))
    : make("h2", { class: "f-hidden" }, data.names.list));
  section.append(make("ul", { class: "f-cards", role: "list" }, ...part.cards.map(card => make("li", {}, article(card, data, acts)))));
  return section;
};

/* What the reader has unfolded and where the focus is, so that the next list, drawn anew, has both again. */
const FOCUSABLE = "a[href], button, summary";
const kept = list => {
  const focus = document.activeElement?.closest?.(".f-list") === list ? document.activeElement : null;
  const card = focus?.closest(".f-card");
  const open = [...(list?.querySelectorAll(".f-detail[open]") || [])].map(each => each.closest(".f-card")).map(({ dataset, classList }) => [dataset.service, classList.contains("f-selected")]);
  return { open, service: card?.dataset.service, at: card ? [...card.querySelectorAll(FOCUSABLE)].indexOf(focus) : -1 };
};
const restore = (list, { open, service, at }) => {
  const found = id => list.querySelector(`.f-card[data-service="${CSS.escape(id)}"]`);
  for (const [id, wasSelected] of open) {
    const card = found(id);
    if (card && (!wasSelected || card.classList.contains("f-selected"))) card.querySelector(".f-detail").open = true;
  }
  const card = service && found(service);
  if (card) (card.querySelectorAll(FOCUSABLE)[at] || card.querySelector("h3 a")).focus({ preventScroll: true });
};

/* As long as the list that came with the page covers all others nothing of them can take the focus. */
const FIRST = "first-list";
const whenSeen = work => {
  if (!document.getElementById(FIRST)) { work(); return; }
  new MutationObserver((_, observer) => {
    if (document.getElementById(FIRST)) return;
    observer.disconnect();
    work();
  }).observe(document.body, { childList: true });
};

/* A newly selected card, or the other pane of a phone: bring its name into view, and the focus to it, unless the reader
   has it elsewhere by now. On a phone's map it stands below: the map stays in sight. */
let tapped = "", revealed = "";
const toName = (card, first) => {
  const link = card.querySelector("h3 a"), focus = document.activeElement;
  if (!focus || focus === document.body || focus.closest(".f-list")) link.focus({ preventScroll: true });
  if (mapInSight()) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  else card.scrollIntoView({ block: first ? "start" : "nearest" });
};
const reveal = (list, data, first) => {
  const cards = [...list.querySelectorAll(".f-selected")];
  const card = cards.find(each => each.dataset.service === tapped) || cards[0];
  if (!card) { revealed = ""; return; }
  const now = `${data.view} ${card.dataset.facility}`;
  if (now === revealed) return;
  revealed = now;
  card.querySelector(".f-detail").open = !mapInSight();
  whenSeen(() => toName(card, first));
};

let shown = "";
export default function ({ data, parentElement, setTriggerValue }) {
  const now = JSON.stringify(data);
  const before = parentElement.querySelector(".f-list");
  if (now === shown && before) return;
  shown = now;
  reader = data;
  const acts = { choose: facility => setTriggerValue("facility", facility), save: service => setTriggerValue("saved", service), turn: (view, card) => { tapped = card.service; setTriggerValue("pane", `${view} ${card.facility}`); } };
  const list = make("div", { class: "f-list", lang: data.language, dir: data.direction }, data.notice && line("unknown", data.notice), ...data.groups.map(part => group(part, data, acts)));
  const memory = kept(before);
  before?.remove();
  parentElement.append(list);
  restore(list, memory);
  reveal(list, data, !before);
}
