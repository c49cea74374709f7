/* The top of every page: name, pages, languages. On a phone pages and languages fold behind a button each. */
const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  language: ["M2.500 10h15M10 2.500c5 5 5 10 0 15M10 2.500c-5 5-5 10 0 15", true],
  menu: ["M3 5h14M3 10h14M3 15h14", false],
};

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const icon = name => {
  const svg = document.createElementNS(SVG, "svg"), [lines, circle] = ICONS[name];
  for (const [key, value] of Object.entries({ viewBox: "0 0 20 20", class: "f-icon", "aria-hidden": "true" })) svg.setAttribute(key, value);
  const path = svg.appendChild(document.createElementNS(SVG, "path"));
  path.setAttribute("d", lines);
  if (circle) {
    const ring = svg.appendChild(document.createElementNS(SVG, "circle"));
    for (const [key, value] of Object.entries({ cx: 10, cy: 10, r: 7.5 })) ring.setAttribute(key, value);
  }
  return svg;
};

const fold = (name, label, content, shown) => {
  const button = make("button", { type: "button", class: "f-fold", "aria-expanded": "false", "aria-label": shown ? null : label }, icon(name), shown || "");
  const toggle = open => button.setAttribute("aria-expanded", String(open));
  button.addEventListener("click", () => toggle(button.getAttribute("aria-expanded") !== "true"));
  const box = make("div", { class: `f-folded f-${name}` }, button, content);
  box.addEventListener("keydown", event => {
    if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") { toggle(false); button.focus(); }
  });
  box.addEventListener("focusout", event => { if (!box.contains(event.relatedTarget)) toggle(false); });
  return box;
};

const pages = (data, setTriggerValue) => {
  const links = data.pages.map(page => {
    const link = make("a", { href: page.href, "aria-current": page.current ? "page" : null }, page.title);
    link.addEventListener("click", event => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
      event.preventDefault();
      if (!page.current) setTriggerValue("page", page.path);
    });
    return link;
  });
  return make("nav", { "aria-label": data.names.menu }, ...links);
};

const languages = (data, setTriggerValue) => {
  const buttons = data.languages.map(({ code, name }) => {
    const button = make("button", { type: "button", lang: code, "aria-pressed": String(code === data.language) }, name);
    button.addEventListener("click", () => { if (code !== data.language) setTriggerValue("language", code); });
    return button;
  });
  return make("div", { role: "group", class: "f-languages", "aria-label": data.names.language }, ...buttons);
};

export default function ({ data, parentElement, setTriggerValue }) {
  const now = JSON.stringify(data), old = parentElement.querySelector(".f-header");
  if (old?.dataset.shown === now) return;
  const own = data.languages.find(({ code }) => code === data.language).name;
  const header = make("div", { class: "f-header" },
    make("span", { class: "f-brand" }, make("img", { src: "app/static/brand.svg", alt: "", width: 40, height: 16 }), make("strong", {}, data.title)),
    fold("menu", data.names.menu, pages(data, setTriggerValue), ""),
    fold("language", data.names.language, languages(data, setTriggerValue), own));
  header.dataset.shown = now;
  old?.remove();
  parentElement.append(header);
}
