// The key / leads to the search box from anywhere on a page, unless the reader has turned it off.

const KEPT = "letters.shortcut"; // in local storage: "off" where it was turned off

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
  if (event.key !== "/" || !isPlain || isTyping(event.target) || !isOn()) return;
  event.preventDefault();
  input.focus();
  input.select();
}

function offer() {
  const box = choice.querySelector("input");
  box.checked = isOn();
  box.addEventListener("change", () => localStorage.setItem(KEPT, box.checked ? "on" : "off"));
  choice.hidden = false;
}

document.addEventListener("keydown", onKey);
if (choice) offer();
