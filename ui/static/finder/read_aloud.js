/* Reads the hint and opened cards aloud. Only voices of this device: others would send the text away. Without one for
   the reader's language there is no button. Joined to first_visit.js: one module, as a component takes no other file. */
const READ = "h3 a, .f-what, .f-where, .f-walk, .f-body > .f-chips, .f-open, .f-line, .f-summary, .f-fact-group h4, dt, dd, .f-hint p";
const HOSTS = ".f-detail[open], .f-hint";
const LETTERS = /[\p{L}\p{N}]/u;
const speech = window.speechSynthesis;
let voices = [], readAloud = { language: "", names: {} }, reading = null;

const voiceOf = language => {
  const fitting = voices.filter(voice => voice.lang.toLowerCase().split(/[-_]/)[0] === language);
  return fitting.find(voice => voice.default) ?? fitting[0];
};

/* Texts of an element, cut where the language changes. Parts that only the layout sets apart get a comma: a short pause. */
const runs = element => {
  const found = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const part = node.parentElement.closest(":not(mark)"), last = found.at(-1), { lang } = part.closest("[lang]");
    if (last?.part === part) last.text += node.data;
    else if (!LETTERS.test(node.data)) continue;
    else if (last?.lang === lang) Object.assign(last, { part, text: `${last.text}, ${node.data}` });
    else found.push({ lang, part, text: node.data });
  }
  return found;
};
const texts = host => [...host.querySelectorAll(READ)].filter(element => !element.parentElement.closest(READ)).flatMap(runs);

const label = (button, isReading) => {
  const { read, stop } = readAloud.names, word = isReading ? stop : read;
  button.textContent = word;
  if (button.dataset.of) button.setAttribute("aria-label", `${word}: ${button.dataset.of}`);
};
const fallSilent = () => {
  if (!reading) return;
  label(reading.button, false);
  reading = null;
  speech.cancel();
};
const readFrom = (button, host) => {
  fallSilent();
  const utterances = texts(host).map(({ lang, text }) => {
    const voice = voiceOf(lang) ?? voiceOf(readAloud.language);
    return Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang });
  });
  const mine = reading = { button, utterances };  // kept, or a browser may forget them before they end
  const ended = () => { if (reading === mine) fallSilent(); };
  Object.assign(utterances.at(-1), { onend: ended, onerror: ended });
  label(button, true);
  utterances.forEach(each => speech.speak(each));
};

const readButton = host => {
  const button = document.createElement("button"), card = host.closest(".f-card");
  Object.assign(button, { type: "button", className: "f-button f-read" });
  if (card) button.dataset.of = card.querySelector("h3 a").textContent;
  label(button, false);
  button.addEventListener("click", () => (reading?.button === button ? fallSilent() : readFrom(button, card ?? host)));
  return button;
};
const offerReading = () => {
  if (reading && !reading.button.closest(HOSTS)) fallSilent();
  if (!voiceOf(readAloud.language)) return;
  for (const host of document.querySelectorAll(HOSTS))
    if (!host.querySelector(".f-read")) host.querySelector(".f-summary, .f-acts > *").before(readButton(host));
};
const offerAgain = () => {
  fallSilent();
  document.querySelectorAll(".f-read").forEach(button => button.remove());
  voices = speech ? speech.getVoices().filter(voice => voice.localService) : [];
  offerReading();
};

const speak = data => {
  const isNew = data.language !== readAloud.language;
  readAloud = data;
  if (isNew) offerAgain();
};
speech?.addEventListener("voiceschanged", offerAgain);  // most browsers find their voices late
window.addEventListener("pagehide", fallSilent);  // who leaves in a hurry wants silence, too
new MutationObserver(offerReading).observe(document.body, { subtree: true, childList: true, attributeFilter: ["open"] });
