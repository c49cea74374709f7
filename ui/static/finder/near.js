/* "Near a place": a field that suggests while typing, and the browser's own position, on a click only.
   What is typed goes to our own server and nowhere else; what is chosen is a cell of 100 metres. */
const PAUSE_MS = 150;

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

/* A combobox as the ARIA practices describe it: the field keeps the focus, arrows walk the list. */
const combobox = (state, root, said) => {
  const { names } = state.data;
  const field = make("input", {
    id: "near-field", type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", dir: "auto",
    "aria-expanded": "false", "aria-controls": "near-options", "aria-autocomplete": "list", placeholder: names.placeholder,
  });
  const list = make("ul", { id: "near-options", role: "listbox", "aria-label": names.suggestions, hidden: "" });
  let timer, chosen = false, answered = "", waiting = false; // waiting: Enter was pressed before the answer came
  field.addEventListener("input", () => {
    clearTimeout(timer);
    chosen = waiting = false;
    close();
    timer = setTimeout(() => state.setTriggerValue("text", field.value), PAUSE_MS);
  });
  field.addEventListener("keydown", event => {
    const options = [...list.children], at = options.findIndex(option => option.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!options.length) return;
      event.preventDefault();
      open();
      mark(options[(at + (event.key === "ArrowDown" ? 1 : options.length - (at < 0 ? 0 : 1))) % options.length]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!list.hidden) (options[at] || options[0]).click();
      else waiting = !chosen && answered !== field.value.trim();
    } else if (event.key === "Escape") { waiting = false; close(); }
  });
  field.addEventListener("blur", () => setTimeout(() => { if (!root.contains(document.activeElement)) close(); }, 200));
  const mark = chosen => {
    for (const option of list.children) option.setAttribute("aria-selected", String(option === chosen));
    field.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  };
  const open = () => { list.hidden = false; field.setAttribute("aria-expanded", "true"); };
  const close = () => { list.hidden = true; field.setAttribute("aria-expanded", "false"); field.removeAttribute("aria-activedescendant"); };
  /* Only suggestions for what stands in the field now: those for an earlier text come too late. */
  state.suggest = ({ suggestions, typed }) => {
    if (typed !== field.value.trim() || chosen) return;
    answered = typed;
    list.replaceChildren(...suggestions.map(({ label, kind, cell }, i) => {
      const option = make("li", { role: "option", id: `near-option-${i}`, "aria-selected": "false" }, make("bdi", { lang: "de" }, label), " ", make("span", { class: "f-kind" }, kind));
      option.addEventListener("mousedown", event => event.preventDefault());
      option.addEventListener("click", () => { close(); chosen = true; field.value = label; state.setTriggerValue("place", { cell, label }); });
      return option;
    }));
    said.textContent = typed && !suggestions.length ? names.nothing : "";
    if (suggestions.length && document.activeElement === field) open(); else close();
    if (waiting && suggestions.length) list.children[0].click();
    waiting = false;
  };
  // Streamlit looks for something to focus before this stands
  requestAnimationFrame(() => field.focus({ preventScroll: true }));
  return make("div", { class: "f-near-box" }, make("label", { for: "near-field" }, names.label), field, list);
};

/* The cell is found here, from the list of cells: the position itself never leaves the browser. */
const nearestCell = async (url, { latitude, longitude }) => {
  const cells = await (await fetch(url)).json(), narrow = Math.cos((latitude * Math.PI) / 180);
  let best = -1, least = Infinity;
  for (let i = 0; i < cells.code.length; i++) {
    const distance = (cells.lat[i] - latitude) ** 2 + ((cells.lon[i] - longitude) * narrow) ** 2;
    if (distance < least) { least = distance; best = i; }
  }
  return Math.sqrt(least) * 111_195 <= cells.limit_m ? cells.code[best] : null;
};

const position = (state, said) => {
  const { names, cells } = state.data, button = make("button", { type: "button", class: "f-button" }, names.position);
  button.addEventListener("click", () => {
    if (!navigator.geolocation) { said.textContent = names.no_position; return; }
    said.textContent = names.waiting;
    navigator.geolocation.getCurrentPosition(
      async found => {
        const cell = await nearestCell(cells, found.coords);
        said.textContent = cell ? "" : names.outside;
        if (cell) state.setTriggerValue("place", { cell, label: "" });
      },
      () => { said.textContent = names.no_position; },
      { maximumAge: 60_000, timeout: 15_000 });
  });
  return button;
};

const instances = new WeakMap();
export default function ({ data, parentElement, setTriggerValue }) {
  let state = instances.get(parentElement);
  if (!state || state.language !== data.language) {
    parentElement.querySelector(".f-near")?.remove();
    state = { language: data.language };
    instances.set(parentElement, state);
    Object.assign(state, { data, setTriggerValue });
    const root = make("div", { class: "f-near", lang: data.language, dir: data.direction });
    const said = make("p", { role: "status", class: "f-line" });
    root.append(combobox(state, root, said), position(state, said), said);
    parentElement.append(root);
  }
  Object.assign(state, { data, setTriggerValue });
  state.suggest(data);
}
