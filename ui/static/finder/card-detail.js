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

const fact = ({ label, value, chips = [], week = [] }) => {
  const parts = value.map(part => make("span", { class: "f-part" }, part.unknown ? chip({ kind: "assumed", text: part.text }) : words(part)));
  const known = make("dd", {}, ...parts);
  if (chips.length) known.append(make("span", { class: "f-chips" }, ...chips.map(chip)));
  if (week.length) known.append(weekTable(week));
  return make("div", { class: week.length || chips.length > 1 ? "f-wide" : "" }, make("dt", {}, label), known);
};

const factGroup = ({ title, rows }) => make("div", { class: "f-fact-group" }, make("h4", {}, title), make("dl", { class: "f-facts" }, ...rows.map(fact)));

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

const share = ({ share: { href, label, done }, name }) => {
  const url = new URL(href, location.origin + location.pathname).href;
  return button(label, say => {
    if (!navigator.share) return copy(url, done, say);
    return navigator.share({ title: name, url }).catch(error => { if (error.name !== "AbortError") copy(url, done, say); });
  });
};

const report = ({ report: { label, hint, text, copy: word, done, mail, href } }) => make("details", { class: "f-report" },
  make("summary", {}, label),
  make("p", {}, hint),
  make("pre", { class: "f-letter", dir: "auto" }, text),
  make("p", { class: "f-acts" }, ...button(word, say => copy(text, done, say)), make("a", { class: "f-button", href }, mail)));

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

const away = card => {
  const maps = card.maps && make("details", {}, make("summary", {}, card.maps.title), make("p", { class: "f-acts" }, ...card.maps.links.map(link => (link.href.startsWith("geo:") ? make("a", { class: "f-button", href: link.href }, link.label) : outward(link, `${card.maps.title}: ${card.name}`)))));
  const files = (card.files || []).map(({ label, href, path }) => make("a", { class: "f-button", href, download: path }, label));
  const code = card.code ? make("img", { class: "f-code", src: card.code.href, alt: card.code.label, width: 148, height: 148 }) : null;
  return make("div", { class: "f-away" }, maps, make("p", { class: "f-acts" }, ...share(card), ...files), report(card), code);
};
