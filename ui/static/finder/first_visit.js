/* Three sentences for the first visit, until they are put away; remembered in this browser only, and nowhere else. */
const PUT_AWAY = "finder.hint.put-away";
let putAway = false;  // where the browser keeps nothing: as long as the page is open
try { putAway = localStorage.getItem(PUT_AWAY) !== null; } catch { /* storage is forbidden */ }

const close = hint => {
  putAway = true;
  try { localStorage.setItem(PUT_AWAY, "1"); } catch { /* storage is forbidden */ }
  hint.remove();
  const title = document.querySelector(".st-key-question h1");  // the button had the focus, and what follows it is the title
  title?.setAttribute("tabindex", "-1");
  title?.focus();
};

const build = ({ language, direction, sentences, names }) => {
  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const button = make("button", { type: "button", class: "f-button" }, names.close);
  const hint = make("section", { class: "f-hint", "aria-label": names.hint, lang: language, dir: direction },
    make("div", { role: "status" }, ...sentences.flatMap(sentence => [make("p", {}, sentence), " "])),
    make("div", { class: "f-acts" }, button));
  button.addEventListener("click", () => close(hint));
  return hint;
};

export default function ({ data, parentElement }) {
  const hint = parentElement.querySelector(".f-hint");
  if (!putAway && hint?.lang !== data.language) {
    hint?.remove();
    parentElement.append(build(data));
  }
  speak(data);
}
