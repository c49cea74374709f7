/* Choosing a file, in the reader's words. The file goes to our own server and nowhere else; what is too large stays here. */
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const base64 = file => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.addEventListener("load", () => resolve(reader.result.slice(reader.result.indexOf(",") + 1)));
  reader.addEventListener("error", () => reject(reader.error));
  reader.readAsDataURL(file);
});

const instances = new WeakMap();
export default function ({ data, parentElement, setTriggerValue }) {
  let state = instances.get(parentElement);
  if (!state || state.language !== data.language) {
    parentElement.querySelector(".f-file")?.remove();
    const field = make("input", { type: "file", id: data.key ?? "own-table-file", accept: data.accept, class: "f-hidden-field" });
    const said = make("span", { role: "status", class: "f-line" });
    state = { language: data.language, said };
    instances.set(parentElement, state);
    field.addEventListener("change", async () => {
      const [file] = field.files;
      field.value = "";
      if (!file) return;
      state.said.textContent = file.size > state.data.limit ? state.data.names.too_large : state.data.names.reading;
      if (file.size <= state.data.limit) state.send("file", { name: file.name, content: await base64(file) });
    });
    const label = make("label", { for: data.key ?? "own-table-file", class: "f-button" }, data.names.choose);
    parentElement.append(make("div", { class: "f-file", lang: data.language, dir: data.direction }, field, label, said));
  }
  Object.assign(state, { data, send: setTriggerValue });
  if (data.read && state.said.textContent !== data.names.too_large) state.said.textContent = data.read;
}
