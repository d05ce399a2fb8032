// What a script adds to the page of a letter: copying, links to selected words, and keys that step
// through the marks. Everything else of the page works without it.
// Needs fragment.js, and shortcut.js for its keys.
const letter = document.querySelector("article.letter");
const said = document.querySelector(".said");
const SVG = "http://www.w3.org/2000/svg";
let silence = 0;

function say(words) {
  said.textContent = words;
  clearTimeout(silence);
  silence = setTimeout(() => { said.textContent = ""; }, 2500);
}

function copyTheOldWay(text) {
  const box = document.createElement("textarea");
  box.value = text;
  box.className = "hidden";
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  return done;
}

async function copy(text) {
  let done;
  try {
    await navigator.clipboard.writeText(text);
    done = true;
  } catch {
    done = copyTheOldWay(text); // where the page is not served over HTTPS there is no other
  }
  say(done ? letter.dataset.copied : letter.dataset.copyFailed);
}

function icon() {
  const image = document.createElementNS(SVG, "svg");
  image.setAttribute("viewBox", "0 0 16 16");
  image.setAttribute("width", "14");
  image.setAttribute("height", "14");
  image.setAttribute("aria-hidden", "true");
  const sheets = document.createElementNS(SVG, "path");
  sheets.setAttribute("d", "M5.5 5.5h8v8h-8zM10.5 3v-.5h-8v8H3");
  image.append(sheets);
  return image;
}

function addButtonsToInitiatives() {
  const image = icon();
  for (const link of letter.querySelectorAll(".permalink")) {
    const button = document.createElement("button");
    const number = link.id.replace("initiative-", "").replaceAll("-", ".");
    button.type = "button";
    button.className = "copy-link";
    button.setAttribute("aria-label", letter.dataset.copyInitiative.replace("{number}", number));
    button.append(image.cloneNode(true));
    link.after(button);
  }
}

function wakeButtons() {
  for (const button of letter.querySelectorAll("button.copy")) button.hidden = false;
  letter.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.copy) copy(document.getElementById(button.dataset.copy).textContent);
    if (button.classList.contains("copy-link")) {
      copy(`${letter.dataset.address}#${button.previousElementSibling.id}`);
    }
  });
}

// The words of the page in blocks, as a browser looks for a text fragment in them.
const BLOCKS = "h1, h2, dt, dd, li, summary, pre, p";

function readPage(range) {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  let text = "", block = null, start = -1, end = -1;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = node.parentElement.closest(BLOCKS);
    if (!own || node.parentElement.closest("button")) continue;
    if (own !== block) text += "\n";
    block = own;
    if (node === range.startContainer) start = text.length + range.startOffset;
    if (node === range.endContainer) end = text.length + range.endOffset;
    text += node.data.replace(/[\n\r]/g, " ");
  }
  return { text, start, end };
}

// A range that begins and ends in text: dragging may end it at an element instead.
function inText(range) {
  const within = range.cloneRange();
  const walker = document.createTreeWalker(letter, NodeFilter.SHOW_TEXT);
  let first = null, last = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !range.intersectsNode(node)) continue;
    first ??= node;
    last = node;
  }
  if (!first) return null;
  if (range.startContainer !== first) within.setStart(first, 0);
  if (range.endContainer !== last) within.setEnd(last, last.data.length);
  return within;
}

function selectedWords() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const text = letter.querySelector(".text");
  const range = selection.getRangeAt(0);
  return text.contains(range.commonAncestorContainer) ? inText(range) : null;
}

function offerLinkToSelection() {
  const button = document.createElement("button");
  let range = null, waiting = 0;
  button.type = "button";
  button.className = "selected";
  button.textContent = letter.dataset.copySelection;
  button.hidden = true;
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
  button.addEventListener("click", () => {
    const { text, start, end } = readPage(range);
    copy(`${letter.dataset.address}#:~:text=${textFragment(text, start, end)}`);
  });
  letter.append(button);
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (document.activeElement === button) return;
      range = selectedWords();
      button.hidden = !range;
    }, 150);
  });
}

function stepThroughMarks(event) {
  if (event.detail !== "n" && event.detail !== "p") return;
  const count = letter.querySelectorAll("mark[id]").length;
  if (!count) return;
  const now = Number(/^#mark-(\d+)$/.exec(location.hash)?.[1] ?? 0);
  const step = event.detail === "n" ? 1 : -1;
  const next = now ? (now - 1 + step + count) % count + 1 : (step > 0 ? 1 : count);
  location.replace(`#mark-${next}`);
}

addButtonsToInitiatives();
wakeButtons();
offerLinkToSelection();
document.addEventListener("shortcut", stepThroughMarks);
