// Text fragments (https://wicg.github.io/scroll-to-text-fragment/): what comes after #:~:text= to
// lead to words of a page. The same as web/letter/fragments.py, step by step; a test compares them.
globalThis.textFragment = (() => {
  const EXACT = 100; // code points that are named word for word; of more, the two ends are named
  const END = 20; // code points of each end, and of what is named around words that come twice
  const REACH = 80; // code points that are looked at for a place where words may be cut
  const UNSPACED = /[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u;
  const WORD = /[\p{L}\p{M}\p{N}_'’]/u;
  const BLANK = /[ \t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;
  const LONE = /[\ud800-\udfff]/gu;

  const kind = (sign) => (UNSPACED.test(sign) ? 2 : WORD.test(sign) ? 1 : 0);
  const isBlank = (sign) => sign.search(BLANK) === 0;

  // Browsers match whole words, and cut Chinese into words by dictionaries: only the edge of a
  // run of characters is sure to be an edge of words.
  const isEdge = (text, at) =>
    at <= 0 || at >= text.length || !kind(text[at]) || kind(text[at]) !== kind(text[at - 1]);

  function edgeBefore(text, at) {
    const last = Math.max(at - REACH, 0);
    for (let place = at; place >= last; place--) if (isEdge(text, place)) return place;
    return at;
  }

  function edgeAfter(text, at) {
    const last = Math.min(at + REACH, text.length);
    for (let place = at; place <= last; place++) if (isEdge(text, place)) return place;
    return Math.min(at, text.length);
  }

  function trimmed(text, start, end) {
    while (start < end && isBlank(text[start])) start++;
    while (end > start && isBlank(text[end - 1])) end--;
    return [start, end];
  }

  const lineStart = (text, at) => (at ? text.lastIndexOf("\n", at - 1) + 1 : 0);

  function lineEnd(text, at) {
    const found = text.indexOf("\n", at);
    return found < 0 ? text.length : found;
  }

  function encoded(text, start, end) {
    const words = text.slice(start, end).join("").replace(BLANK, " ").replace(LONE, "\ufffd");
    return encodeURIComponent(words.trim()).replaceAll("-", "%2D");
  }

  function folded(sign) {
    const low = sign.toLowerCase();
    return low.length === sign.length ? low : sign;
  }

  function comesFirst(text, start, end) {
    const low = text.map(folded);
    const found = low.join("").indexOf(low.slice(start, end).join(""));
    return found === low.slice(0, start).join("").length;
  }

  function headEnd(text, start, end) {
    return Math.min(edgeAfter(text, start + END), lineEnd(text, start), end);
  }

  function tailStart(text, start, end) {
    return Math.max(edgeBefore(text, Math.max(end - END, 0)), lineStart(text, end), start);
  }

  // The words before and after: of the same line or, where it has none, of its neighbour.
  function context(text, start, end) {
    const [, last] = trimmed(text, 0, start);
    const [first] = trimmed(text, end, text.length);
    const prefix = encoded(text, tailStart(text, 0, last), last);
    const suffix = encoded(text, first, headEnd(text, first, text.length));
    return [prefix && `${prefix}-,`, suffix && `,-${suffix}`];
  }

  return (whole, from, to) => {
    const text = Array.from(whole);
    const place = (units) => Array.from(whole.slice(0, units)).length;
    let [start, end] = trimmed(text, place(from), place(to));
    if (start >= end) return "";
    [start, end] = trimmed(text, edgeBefore(text, start), edgeAfter(text, end));
    const head = headEnd(text, start, end);
    const tail = tailStart(text, start, end);
    const isWhole = end <= Math.min(start + EXACT, lineEnd(text, start)) || tail <= head;
    const words = isWhole
      ? encoded(text, start, end)
      : `${encoded(text, start, head)},${encoded(text, tail, end)}`;
    if (comesFirst(text, start, isWhole ? end : head)) return words;
    const [prefix, suffix] = context(text, start, end);
    return prefix + words + suffix;
  };
})();
