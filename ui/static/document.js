/* Language, direction and title of the page; the list that came with it; the pane a phone shows; names for parts that Streamlit leaves unnamed. */
const KEEP = { subtree: true, childList: true, attributeFilter: ["href"] };
let observer;

const mend = names => {
  const name = (selector, attributes) => document.querySelectorAll(selector).forEach(element => {
    for (const [key, value] of Object.entries(attributes)) if (element.getAttribute(key) !== value) element.setAttribute(key, value);
  });
  name('[data-testid="stMain"]', { role: "main", "aria-label": names.main });
  name('[data-testid="stBottom"]', { role: "region", "aria-label": names.view });
  const skip = document.querySelector('[data-testid="stSkipToContent"]');
  if (skip && skip.textContent !== names.skip) skip.textContent = names.skip;
  name('iframe[data-testid="stCustomComponentV1"]', { title: names.map });
  name('[data-testid="stPagination"] [role=navigation]', { "aria-label": names.pages });
  name('[data-testid="stPaginationPrev"]', { "aria-label": names.previous });
  name('[data-testid="stPaginationNext"]', { "aria-label": names.next });
  mendSelects(names, name);
  mendLinks();
  document.querySelectorAll('[data-testid="stPaginationPage"], [data-testid="stPaginationPageActive"]').forEach(button => {
    const label = names.page.replace("%n", button.textContent.trim());
    if (button.getAttribute("aria-label") !== label) button.setAttribute("aria-label", label);
  });
};

/* Select boxes: found by their structure, as their English words are gone once they are mended. */
const mendSelects = (names, name) => {
  name('[aria-haspopup="listbox"]', { "aria-label": names.options });
  document.querySelectorAll('[data-testid$="Dropdown"] *').forEach(element => {
    if (element.textContent === "No results" && !element.children.length) element.textContent = names.nothing;
  });
};

/* Popovers lie outside of Streamlit's app, which alone has the colour scheme that it shows: the page takes that one. */
const takeScheme = () => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (app) document.documentElement.style.colorScheme = getComputedStyle(app).colorScheme;
};
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => requestAnimationFrame(takeScheme));

/* Streamlit opens a popover at the end of the page and leaves the focus behind: bring it in, and back again. */
const OPTIONS = "button, input, a[href], [tabindex='0']";
let popover, opener = "";
const trigger = () => (opener ? document.querySelector(`${opener} [data-testid="stPopoverButton"]`) : null);
const RETURN_MS = 2000;  // the run that the last choice has started may replace the button once more
let returning = 0;
const followPopover = () => {
  const body = document.querySelector('[data-testid="stPopoverBody"]');
  if (!body && popover) returning = performance.now() + RETURN_MS;
  if (!body && performance.now() < returning && (document.activeElement === document.body || !document.activeElement)) trigger()?.focus();
  if (body === popover || (body && !body.querySelector(OPTIONS))) return;  // its content may come a little later
  popover = body;
  if (!body) return;
  takeScheme();
  // by its key, as the button itself is replaced when its label changes
  const keyed = document.activeElement?.closest('[data-testid="stPopoverButton"]')?.closest('[class*="st-key-"]');
  if (!keyed) return;
  opener = "." + [...keyed.classList].find(name => name.startsWith("st-key-"));
  body.querySelector(OPTIONS)?.focus();
  body.addEventListener("keydown", event => {
    if (event.key !== "Tab") return;
    const options = [...body.querySelectorAll(OPTIONS)].filter(option => option.offsetParent);
    if (document.activeElement !== options.at(event.shiftKey ? 0 : -1)) return;
    event.preventDefault();
    trigger()?.focus();
  });
};

/* Links to other pages in a new tab: Streamlit would open them here, whichever keys are held. The finder, whose path is
   empty, it links by its parameters alone, which from any other page is that page. */
const PAGE_LINK = '[data-testid="stPageLink-NavLink"]';
window.addEventListener("click", event => {
  if ((event.ctrlKey || event.metaKey || event.shiftKey) && event.target.closest?.(PAGE_LINK)) event.stopPropagation();
}, true);
const mendLinks = () => document.querySelectorAll(`${PAGE_LINK}[href^="?"]`).forEach(link => link.setAttribute("href", `./${link.getAttribute("href")}`));

/* Without a connection what is open stays readable; say so as long as it lasts. */
let offline = "";
const sayConnection = () => {
  document.querySelector(".f-offline")?.remove();
  if (navigator.onLine) return;
  const bar = document.createElement("p");
  bar.className = "f-offline";
  bar.setAttribute("role", "status");
  bar.textContent = offline;
  document.querySelector('[data-testid="stMain"]')?.prepend(bar);
};
for (const event of ["online", "offline"]) window.addEventListener(event, sayConnection);

/* A phone shows one pane at a time: the map begins at the top, wherever the list was read. */
const showView = (root, view) => {
  const before = root.dataset.view;
  root.dataset.view = view;
  if (before && before !== view && view === "map" && matchMedia("(max-width: 639.9px)").matches) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
};

/* The list that came with the page goes as soon as the finder has its own. Who has read on stays at the same offer; the
   focus goes to the content where it was in there. */
const OWN_LIST = "article.f-card, .st-key-empty";
const readTo = first => {
  if (!first.scrollTop) return null;
  return [...first.querySelectorAll("[data-service]")].find(entry => entry.getBoundingClientRect().bottom > 44)?.dataset.service;
};
const dropFirstList = () => {
  const first = document.getElementById("first-list");
  const main = document.querySelector('[data-testid="stMain"]');
  if (!first || !main?.querySelector(OWN_LIST)) return;
  const service = readTo(first), focused = first.contains(document.activeElement);
  first.remove();
  if (service) main.querySelector(`[data-service="${CSS.escape(service)}"]`)?.scrollIntoView();
  if (!focused) return;
  if (!main.hasAttribute("tabindex")) main.tabIndex = -1;
  main.focus({ preventScroll: true });
};

/* What is said of the page where its link is pasted: a selected place, or the finder. */
const describe = (title, description) => {
  document.title = title;
  for (const [name, words] of [["property='og:title'", title], ["name='description'", description], ["property='og:description'", description]]) {
    document.querySelector(`meta[${name}]`)?.setAttribute("content", words);
  }
};

export default function ({ data }) {
  const root = document.documentElement;
  root.lang = data.language;
  root.dir = data.direction;
  takeScheme();
  showView(root, data.view);
  describe(data.title, data.description);
  document.querySelector('link[rel="shortcut icon"], link[rel="icon"]')?.setAttribute("href", "app/static/icon.png");
  offline = data.names.offline;
  observer?.disconnect();
  mend(data.names);
  dropFirstList();
  observer = new MutationObserver(() => { mend(data.names); followPopover(); dropFirstList(); });
  observer.observe(document.body, KEEP);
}
