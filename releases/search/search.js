// Asks the index beside this page. What it is made of is said in pressgen/archive/search/: text.py,
// numbers.py, segment.py, catalog.py; this answers as query.py does, and a test holds both together.
"use strict";
(() => {
  const CHUNK = 32; // releases that one file tells of
  const AHEAD = 24; // segments asked at once
  const KEPT = 1000; // files kept in memory from one search to the next
  const PAGE = 20; // results shown at once

  // --- text.py

  const SYLLABIC =
    "\\u1100-\\u11ff\\u3131-\\u318c\\u318e\\ua960-\\ua97f\\uac00-\\ud7ff" +
    "\\u3005-\\u3007\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff" +
    "\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const LETTER = `(?:(?![${SYLLABIC}])[\\p{L}\\p{N}])`;
  const RUN = new RegExp(`[${SYLLABIC}]+|${LETTER}+`, "gu");
  const SYLLABLE = new RegExp(`^[${SYLLABIC}]`, "u");

  const foldLetter = (letter) =>
    letter === "ㆍ"
      ? "·"
      : letter.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toUpperCase().toLowerCase();

  const fold = (text) => Array.from(text.normalize("NFC"), foldLetter).join("");

  const isSyllabic = (term) => SYLLABLE.test(term);

  const termsOf = (words) => [...new Set(fold(words).match(RUN) ?? [])];

  // --- numbers.py

  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = new Map(Array.from(LETTERS, (letter, value) => [letter, value]));

  function decode(letters) {
    const numbers = [];
    let number = 0;
    let unit = 1;
    for (const letter of letters) {
      const value = VALUES.get(letter);
      number += (value % 32) * unit;
      unit *= 32;
      if (value < 32) {
        numbers.push(number);
        unit = 1;
      }
    }
    return numbers;
  }

  // --- the files of the index

  const files = new Map(); // address: what is being read from there

  function read(address, options) {
    if (!files.has(address)) {
      const reading = fetch(address, options).then((answer) => {
        if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
        return answer.json();
      });
      files.set(address, reading);
    }
    return files.get(address);
  }

  function shardOf(key, shards) {
    const [first, second] = Array.from(key, (letter) => letter.codePointAt(0));
    return ((first * 65599 + (second ?? 0)) % 65521) % shards;
  }

  async function postings({ folder, shards }, key) {
    return new Map(Object.entries(await read(`${folder}/keys-${shardOf(key, shards)}.json`)));
  }

  // --- segment.py: the entries in which a term is found

  // One pair after the other: where one is missing, the rest need not be loaded.
  async function sideBySide(segment, syllables) {
    const offsets = [];
    for (let offset = 0; offset < syllables.length - 2; offset += 2) offsets.push(offset);
    offsets.push(syllables.length - 2);
    let starts = null;
    for (const offset of offsets) {
      const pair = syllables.slice(offset, offset + 2).join("");
      const places = decode((await postings(segment, pair)).get(pair) ?? "").map((place) => place - offset);
      starts = new Set(starts ? places.filter((start) => starts.has(start)) : places);
      if (starts.size === 0) break;
    }
    return new Set([...starts].map((start) => Math.floor(start / segment.stride)));
  }

  async function entriesOf(segment, term) {
    const letters = Array.from(term);
    if (letters.length > 1 && isSyllabic(term)) return sideBySide(segment, letters);
    const entries = new Set();
    for (const [key, list] of await postings(segment, term)) {
      if (letters.length === 1 ? key === term : key.startsWith(term)) decode(list).forEach((one) => entries.add(one));
    }
    return entries;
  }

  // The releases of a segment in which all terms are found, the newest first, in two lists.
  async function hitsOf(segment, terms) {
    const hits = { inHeadline: [], elsewhere: [] };
    const found = [];
    for (const term of terms) {
      const entries = await entriesOf(segment, term);
      if (entries.size === 0) return hits;
      found.push(entries);
    }
    for (let release = segment.releases - 1; release >= 0; release--) {
      const hit = { segment, release };
      if (found.every((one) => one.has(2 * release))) hits.inHeadline.push(hit);
      else if (found.every((one) => one.has(2 * release) || one.has(2 * release + 1))) hits.elsewhere.push(hit);
    }
    return hits;
  }

  async function readSegments() {
    const { segments } = await read("index.json", { cache: "no-cache" });
    return segments.map(([folder, releases, shards, stride]) => ({ folder, releases, shards, stride })).reverse();
  }

  // Gives the hits of one segment after the other, the newest first; some are read ahead, not all at once:
  // a browser refuses thousands.
  async function* ask(terms) {
    const segments = await readSegments();
    const asked = [];
    for (let next = 0; next < segments.length; next++) {
      while (asked.length < Math.min(segments.length, next + AHEAD)) {
        const hits = hitsOf(segments[asked.length], terms);
        hits.catch(() => {}); // told where it is awaited
        asked.push(hits);
      }
      yield asked[next];
    }
  }

  async function tell({ segment, release }) {
    const chunk = await read(`${segment.folder}/releases-${Math.floor(release / CHUNK)}.json`);
    return chunk[release % CHUNK];
  }

  // --- the page

  const byId = (id) => document.getElementById(id);
  const form = document.querySelector("form");
  const input = byId("words");
  const status = byId("status");
  const results = byId("results");
  const more = byId("more");
  let asked = 0; // counts the searches: an answer that comes after a later question is not shown
  let found = { hits: [], terms: [] };

  function element(name, text = "", language = "") {
    const made = document.createElement(name);
    made.textContent = text;
    if (language) made.lang = language;
    return made;
  }

  function say(korean, english) {
    status.replaceChildren(element("span", korean), element("span", english, "en"));
  }

  function patternOf(term) {
    return new RegExp((isSyllabic(term) ? "" : `(?<!${LETTER})`) + term, "gu");
  }

  // Puts the text into an element, with what was asked for marked.
  function putMarked(parent, text, terms) {
    const letters = Array.from(text.normalize("NFC"));
    const pieces = letters.map(foldLetter);
    const folded = pieces.join("");
    const owners = pieces.flatMap((piece, place) => Array(piece.length).fill(place));
    const marked = new Set();
    for (const term of terms) {
      for (const match of folded.matchAll(patternOf(term))) {
        for (const place of owners.slice(match.index, match.index + match[0].length)) marked.add(place);
      }
    }
    for (let start = 0, end = 0; start < letters.length; start = end) {
      while (end < letters.length && marked.has(end) === marked.has(start)) end++;
      const part = letters.slice(start, end).join("");
      parent.append(marked.has(start) ? element("mark", part) : part);
    }
  }

  function itemOf([place, released, korean, english], terms) {
    const item = element("li");
    const link = element("a");
    link.href = `../${place.split("/").map(encodeURIComponent).join("/")}/release.html`;
    putMarked(link, korean, terms);
    const time = element("time", `${released.split("-").map(Number).join(". ")}.`); // as on the other pages
    time.dateTime = released;
    item.append(time, element("br"), link);
    if (english !== null) {
      const line = element("p", "", "en");
      putMarked(line, english, terms);
      item.append(line);
    }
    return item;
  }

  // Shows the results up to a number; those that are shown already stay as they are.
  async function show(question, hits, terms, count) {
    const items = await Promise.all(
      hits.slice(0, count).map(async (hit) => (hit.item ??= itemOf(await tell(hit), terms))),
    );
    if (question !== asked) return;
    items.forEach((item, place) => {
      if (results.children[place] !== item) results.insertBefore(item, results.children[place] ?? null);
    });
    while (results.children.length > items.length) results.lastChild.remove();
  }

  // All hits in their order; the first are shown as they come.
  async function gather(question, terms) {
    const inHeadline = [];
    const elsewhere = [];
    for await (const hits of ask(terms)) {
      if (question !== asked) break;
      inHeadline.push(...hits.inHeadline);
      elsewhere.push(...hits.elsewhere);
      await show(question, [...inHeadline.slice(0, PAGE), ...elsewhere.slice(0, PAGE)], terms, PAGE);
    }
    return [...inHeadline, ...elsewhere];
  }

  // A build may have put other files in the place of those that the catalog named a moment ago.
  async function gatherAgainOnce(question, terms) {
    try {
      return await gather(question, terms);
    } catch {
      files.clear();
      return gather(question, terms);
    }
  }

  const isMore = () => results.children.length < found.hits.length;

  function begin(words) {
    asked += 1;
    if (files.size > KEPT) files.clear();
    results.replaceChildren();
    more.hidden = true;
    byId("trouble-read").hidden = true;
    status.replaceChildren();
    document.title = words ? `${words} · 보도자료 찾기` : "보도자료 찾기 · Search releases";
    return asked;
  }

  function fail(question) {
    if (question !== asked) return;
    files.clear();
    byId("trouble-read").hidden = false;
    say("찾지 못했습니다.", "The search failed.");
  }

  async function search(words) {
    const question = begin(words);
    const terms = termsOf(words);
    if (terms.length === 0) {
      if (words) say("한글이나 로마자, 숫자로 적어 주세요.", "Please type letters or digits.");
      return;
    }
    say("찾고 있습니다…", "Searching…");
    try {
      const hits = await gatherAgainOnce(question, terms);
      if (question !== asked) return;
      found = { hits, terms };
      more.hidden = !isMore();
      if (hits.length === 0) say("찾은 보도자료가 없습니다.", "No releases found.");
      else {
        const count = hits.length.toLocaleString("en"); // 1,263 in both languages
        say(`보도자료 ${count}건을 찾았습니다.`, `Releases found: ${count}`);
      }
    } catch {
      if (question === asked) results.replaceChildren(); // some, but who would know which
      fail(question);
    }
  }

  function searchAsAddressed() {
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    search(input.value.trim());
  }

  function submit(event) {
    event.preventDefault();
    const words = input.value.trim();
    history.pushState(null, "", `?${new URLSearchParams({ q: words })}`);
    search(words);
  }

  async function showMoreAndGoThere() {
    const question = asked;
    const before = results.children.length;
    try {
      await show(question, found.hits, found.terms, before + PAGE);
      if (question !== asked) return;
      more.hidden = !isMore();
      results.children[before]?.querySelector("a").focus();
    } catch {
      fail(question);
    }
  }

  if (location.protocol === "file:") {
    byId("trouble-file").hidden = false;
    return;
  }
  form.addEventListener("submit", submit);
  more.addEventListener("click", showMoreAndGoThere);
  addEventListener("popstate", searchAsAddressed);
  searchAsAddressed();
})();
