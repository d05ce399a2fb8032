// Suggestions under the search box: a combobox with a list of options in groups (WAI-ARIA 1.2).
// Without this file the box is a plain search box. All words come from the page, all texts of
// letters are put in as text.

const PAUSE = 50; // milliseconds without typing before suggestions are asked for
const KINDS = ["title", "initiative", "issuer", "phrase"];

const form = document.querySelector("form[data-suggest]");
const input = form.querySelector("input[type=search]");
const list = create("div", { id: "suggestions", role: "listbox", hidden: "" });
const status = create("p", { class: "hidden", role: "status" });

let options = []; // elements, in the order in which they are shown
let addresses = []; // where each of them leads
let active = -1; // the option that Enter follows, or -1
let shown = ""; // what was typed when the list was filled
let timer = 0;
let asked = new AbortController();

function create(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function later() {
  clearTimeout(timer);
  asked.abort();
  if (input.value.trim()) timer = setTimeout(ask, PAUSE);
  else close();
}

async function ask() {
  const typed = input.value;
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  const address = `${form.dataset.suggest}?${new URLSearchParams({ q: typed })}`;
  try {
    const response = await fetch(address, { signal });
    if (!response.ok) return close();
    const { suggestions } = await response.json();
    if (!signal.aborted && document.activeElement === input) show(typed, suggestions);
  } catch (error) {
    // The server is away, or the answer is no longer wanted: there are no suggestions.
    if (!signal.aborted) close();
  }
}

function show(typed, suggestions) {
  const kinds = KINDS.filter((kind) => suggestions.some((one) => one.kind === kind));
  kinds.sort((a, b) => first(suggestions, a) - first(suggestions, b));
  options = [];
  addresses = [];
  list.replaceChildren(...kinds.map((kind) => group(kind, suggestions)));
  shown = typed;
  activate(-1);
  open(options.length > 0);
  const { one, many } = form.dataset;
  status.textContent = options.length === 1 ? one : many.replace("{number}", options.length);
}

function first(suggestions, kind) {
  return suggestions.findIndex((one) => one.kind === kind);
}

function group(kind, suggestions) {
  const name = create("p", { id: `suggestions-${kind}`, role: "presentation" }, form.dataset[kind]);
  const group = create("div", { role: "group", "aria-labelledby": name.id }, name);
  group.append(...suggestions.filter((one) => one.kind === kind).map(option));
  return group;
}

function option(suggestion) {
  const text = create("bdi", { lang: suggestion.lang }, ...marked(suggestion));
  const id = `suggestion-${options.length}`;
  const element = create("div", { id, role: "option", "aria-selected": "false" }, text);
  options.push(element);
  addresses.push(suggestion.url);
  return element;
}

// The text in pieces, with what was typed marked. Marks count code points, not UTF-16 units.
function marked({ text, marks }) {
  const characters = Array.from(text);
  const pieces = [];
  let done = 0;
  for (const { start, end } of marks) {
    pieces.push(characters.slice(done, start).join(""));
    pieces.push(create("mark", {}, characters.slice(start, end).join("")));
    done = end;
  }
  return [...pieces, characters.slice(done).join("")];
}

function isOpen() {
  return !list.hidden;
}

function open(isToOpen) {
  list.hidden = !isToOpen;
  input.setAttribute("aria-expanded", String(isToOpen));
  if (!isToOpen) activate(-1);
}

function close() {
  clearTimeout(timer);
  asked.abort();
  open(false);
  status.textContent = "";
}

function activate(place) {
  options[active]?.setAttribute("aria-selected", "false");
  active = place;
  const element = options[active];
  if (!element) return input.removeAttribute("aria-activedescendant");
  element.setAttribute("aria-selected", "true");
  input.setAttribute("aria-activedescendant", element.id);
  element.scrollIntoView({ block: "nearest" });
}

// One step through the options; before the first and after the last comes the box itself.
function step(by) {
  if (!isOpen()) {
    if (!options.length || shown !== input.value) return ask();
    open(true);
  }
  const places = options.length + 1;
  activate(((active + 1 + by + places) % places) - 1);
}

function follow(place) {
  const address = new URL(addresses[place], location.href);
  const language = form.elements.ui?.value;
  if (language) address.searchParams.set("ui", language);
  close();
  location.assign(address);
}

const KEYS = {
  ArrowDown: (event) => (event.altKey ? ask() : step(1)),
  ArrowUp: (event) => (event.altKey ? close() : step(-1)),
  Enter: () => (isOpen() && active >= 0 ? follow(active) : false),
  Escape: () => (isOpen() ? close() : false),
  Tab: () => (close(), false),
};

// Keys that an input method takes are its own, and its Enter sends no form. Their code is 229; in
// Safari nothing else tells of the Enter that ends a composition.
function onKey(event) {
  if (event.isComposing || event.keyCode === 229) {
    if (event.key === "Enter") event.preventDefault();
    return;
  }
  const act = event.ctrlKey || event.metaKey ? undefined : KEYS[event.key];
  if (act && act(event) !== false) event.preventDefault();
  else if (event.key === "Home" || event.key === "End") activate(-1);
}

function onType(event) {
  if (!event.isComposing) later();
}

function placeOf(event) {
  return options.indexOf(event.target.closest("[role=option]"));
}

input.setAttribute("role", "combobox");
input.setAttribute("aria-autocomplete", "list");
input.setAttribute("aria-controls", list.id);
input.setAttribute("aria-expanded", "false");
list.setAttribute("aria-label", form.dataset.label);
form.append(list, status);

input.addEventListener("input", onType);
input.addEventListener("compositionend", later);
input.addEventListener("keydown", onKey);
input.addEventListener("blur", close);
form.addEventListener("submit", close);
list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
list.addEventListener("click", (event) => placeOf(event) >= 0 && follow(placeOf(event)));
addEventListener("pageshow", close);
