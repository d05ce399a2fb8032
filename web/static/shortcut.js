// Single keys that act anywhere on a page, unless the reader has turned them off: / leads to the
// search box; a page hears of all others by the event "shortcut", which has the key as its detail.

const KEPT = "letters.shortcut"; // in local storage: "off" where they were turned off

const input = document.querySelector("form[role=search] input[type=search]");
const choice = document.querySelector("[data-shortcut]");

function isOn() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true; // nothing may be kept here
  }
}

function isTyping(target) {
  return target.isContentEditable || target.closest("input, textarea, select") !== null;
}

function onKey(event) {
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing);
  if (event.key.length !== 1 || !isPlain || isTyping(event.target) || !isOn()) return;
  if (event.key !== "/") {
    document.dispatchEvent(new CustomEvent("shortcut", { detail: event.key }));
    return;
  }
  event.preventDefault();
  input.focus();
  input.select();
}

function hint() {
  for (const words of document.querySelectorAll("[data-keys]")) words.classList.toggle("on", isOn());
}

function offer() {
  const box = choice.querySelector("input");
  box.checked = isOn();
  box.addEventListener("change", () => localStorage.setItem(KEPT, box.checked ? "on" : "off"));
  choice.hidden = false;
}

document.addEventListener("keydown", onKey);
addEventListener("pageshow", hint); // also on the way back
if (choice) offer();
