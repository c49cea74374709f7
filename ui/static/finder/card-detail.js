/* What an opened card shows and does. Joined to cards.js: one module, as a component takes no other file. */
const openLine = ({ kind, text, comment, note }) => {
  const element = make("p", { class: `f-open f-open-${kind}` }, sign(kind === "soon" ? "clock" : { open: "yes", closed: "no", unknown: "unknown" }[kind]), make("span", {}, text));
  if (comment) element.append(make("bdi", { lang: "de", dir: "ltr" }, comment));
  if (note) element.append(make("span", { class: "f-open-note" }, note));
  return element;
};

const weekTable = week => {
  const row = ({ day, hours, comment, note, today }) => make("tr", { class: today ? "f-today" : "", "aria-current": today ? "date" : "" },
    make("th", { scope: "row" }, day),
    make("td", {}, hours, comment ? make("bdi", { class: "f-part", lang: "de", dir: "ltr" }, comment) : "", note ? make("span", { class: "f-part f-open-note" }, note) : ""));
  return make("table", { class: "f-week" }, make("tbody", {}, ...week.map(row)));
};

/* Of many languages the first few; the rest unfolds. */
const chipRow = (chips, fold) => {
  const row = make("span", { class: "f-chips" }, ...chips.slice(0, fold?.after).map(chip));
  if (!fold) return [row];
  return [row, make("details", {}, make("summary", {}, fold.label), make("span", { class: "f-chips" }, ...chips.slice(fold.after).map(chip)))];
};

const fact = ({ label, value, chips = [], fold, week = [] }) => {
  const parts = value.map(part => make("span", { class: "f-part" }, part.unknown ? chip({ kind: "assumed", text: part.text }) : words(part)));
  const known = make("dd", {}, ...parts);
  if (chips.length) known.append(...chipRow(chips, fold));
  if (week.length) known.append(weekTable(week));
  return make("div", { class: week.length || chips.length > 1 ? "f-wide" : "" }, make("dt", {}, label), known);
};

const factGroup = ({ title, rows }, more = []) => make("div", { class: "f-fact-group" }, make("h4", {}, title), make("dl", { class: "f-facts" }, ...rows.map(fact)), ...more);

const outward = ({ label, href }, name = "") => make("a", { class: "f-button", href, target: "_blank", rel: "noopener noreferrer", "aria-label": name ? `${label}: ${name}` : "" }, label);

/* A button, and after it a line that is read aloud when it has done its work. */
const button = (label, work) => {
  const said = make("span", { class: "f-said", role: "status" });
  const element = make("button", { type: "button", class: "f-button" }, label);
  element.addEventListener("click", () => work(text => { said.textContent = text; }));
  return [element, said];
};

/* Without the clipboard's permission the text is shown, to be copied by hand. */
const copy = (text, done, say) => (navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject()).then(() => say(done), () => say(text));

/* The finder's link to the place, as anybody can open it: the language and the place, nothing of this reader. */
const linkTo = ({ share: { href } }) => new URL(href, location.origin + location.pathname).href;

const share = (card, { share: { label, done } }) => {
  const url = linkTo(card);
  return button(label, say => {
    if (!navigator.share) return copy(url, done, say);
    return navigator.share({ title: card.name, url }).catch(error => { if (error.name !== "AbortError") copy(url, done, say); });
  });
};

/* Links in letters stand on a line of their own, from left to right in any language. */
const report = (card, { report: { label, hint, page, wrong, copy: word, done, mail, to } }) => {
  const { subject, text } = card.report;
  const letter = [subject, "", text, `${page}:`, linkTo(card), "", wrong, ""].join("\n");
  const href = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(letter)}`;
  return make("details", { class: "f-report" },
    make("summary", {}, label),
    make("p", {}, hint),
    make("pre", { class: "f-letter" }, letter),
    make("p", { class: "f-acts" }, ...button(word, say => copy(letter, done, say)), make("a", { class: "f-button", href }, mail)));
};

/* Empties the page first: the other one may be slow. It takes this page's place among those the browser remembers. */
const leave = ({ label, href }) => {
  const [element] = button(label, () => {
    document.title = "";
    document.documentElement.style.display = "none";
    location.replace(href);
  });
  element.classList.add("f-leave");
  return element;
};

/* From the list to the phone's map, and back: the place stays selected. */
const turnButton = (label, kind, work) => {
  const element = make("button", { type: "button", class: `f-button ${kind}` }, label);
  element.addEventListener("click", work);
  return element;
};

const stillMap = ({ href, label, credits }) => make("figure", { class: "f-still" }, make("img", { src: href, alt: label, width: 332, height: 140 }), make("figcaption", {}, make("bdi", { dir: "ltr" }, credits)));

const way = (card, names, turn) => {
  if (!card.maps) return [];
  const show = () => {
    turn("map", card);
    document.querySelector(".st-key-map-pane")?.scrollIntoView({ block: "start" }); // between phone and desktop it stands above the list
  };
  const outside = make("details", {}, make("summary", {}, card.maps.title), make("p", { class: "f-acts" }, ...card.maps.links.map(link => (link.href.startsWith("geo:") ? make("a", { class: "f-button", href: link.href }, link.label) : outward(link, `${card.maps.title}: ${card.name}`)))));
  return [card.still && stillMap(card.still), make("p", { class: "f-acts f-way" }, turnButton(names.map, "f-to-map", show)), outside].filter(Boolean);
};

const away = (card, names) => {
  const files = (card.files || []).map(({ label, href, path }) => make("a", { class: "f-button", href, download: path }, label));
  const code = card.code ? make("img", { class: "f-code", src: card.code.href, alt: card.code.label, width: 148, height: 148 }) : null;
  return make("div", { class: "f-away" }, make("p", { class: "f-acts" }, ...share(card, names), ...files), report(card, names), code);
};
