/* The search field. What is typed goes to our own server, when Enter or the button is pressed or after a pause, and
   nowhere else: the field has no name, so that no form could carry it into an address. */
const PAUSE_MS = 700, FEWEST = 3;

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const glass = () => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), path = document.createElementNS(svg.namespaceURI, "path");
  for (const [name, value] of [["viewBox", "0 0 20 20"], ["class", "f-icon"], ["aria-hidden", "true"]]) svg.setAttribute(name, value);
  path.setAttribute("d", "M8.5 3a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11M12.6 12.6 17 17");
  svg.append(path);
  return svg;
};

const build = state => {
  const { names, most, language, direction } = state.data;
  const field = make("input", { id: "search-text", type: "search", autocomplete: "off", spellcheck: "false", enterkeyhint: "search", maxlength: most, placeholder: names.placeholder });
  const form = make("form", { role: "search", class: "f-search", lang: language, dir: direction },
    make("label", { for: "search-text", class: "f-hidden" }, names.search), field,
    make("button", { type: "submit", "aria-label": names.search }, glass()));
  const said = make("p", { role: "status", class: "f-hidden", lang: language });
  let timer, sent = "";
  const lean = () => { field.dir = field.value ? "auto" : direction; };
  const send = () => { clearTimeout(timer); sent = field.value.trim(); state.setTriggerValue("text", sent); };
  state.say = text => { if (said.textContent !== text) said.textContent = text; };
  state.write = text => { clearTimeout(timer); sent = field.value = text; lean(); };
  field.addEventListener("input", event => {
    clearTimeout(timer);
    lean();
    const text = field.value.trim();
    if (!event.isComposing && text !== sent && (!text || text.length >= FEWEST)) timer = setTimeout(send, PAUSE_MS);
  });
  form.addEventListener("submit", event => { event.preventDefault(); send(); });
  return [form, said];
};

const instances = new WeakMap();
export default function ({ data, parentElement, setTriggerValue }) {
  let state = instances.get(parentElement);
  const first = !state || state.data.language !== data.language;
  const written = first || state.data.writes !== data.writes;
  if (first) {
    parentElement.querySelectorAll(".f-search, [role=status]").forEach(part => part.remove());
    instances.set(parentElement, state = {});
  }
  Object.assign(state, { data, setTriggerValue });
  if (first) parentElement.append(...build(state));
  if (written) state.write(data.text);
  state.say(data.said);
}
