// The search of a site of files. RECORD is in passages.js; nothing is fetched.
"use strict";

const MOST = 100;
const query = (new URLSearchParams(location.search).get("q") || "").trim().slice(0, 300);
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

// Each word or "phrase" as a pattern that starts where a word starts.
function patterns(asked) {
  const parts = [...plain(asked).replace(/[“”]/g, '"').matchAll(/"([^"]+)"|([^\s"]+)/g)].map((m) => (m[1] || m[2]).trim());
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).slice(0, 32)
    .map((part) => new RegExp("(?<![\\p{L}\\p{N}])" + escaped(part).replace(/\s+/g, "\\s+"), "gu"));
}

// The words of a passage with what was searched for marked. Letters are folded one by one, so that places agree.
function marked(words, wanted) {
  const folded = [...words].map((letter) => plain(letter)[0] || " ").join("");
  const letters = [...words];
  const hit = new Array(letters.length).fill(false);
  for (const pattern of wanted) {
    for (const found of folded.matchAll(pattern)) hit.fill(true, found.index, found.index + found[0].length);
  }
  const pieces = [];
  letters.forEach((letter, at) => {
    if (at && hit[at] === hit[at - 1]) pieces[pieces.length - 1].append(letter);
    else {
      const piece = document.createElement("span");
      if (hit[at]) piece.className = "hit";
      piece.append(letter);
      pieces.push(piece);
    }
  });
  return pieces;
}

// One passage and every article that has it letter for letter.
function row(same, wanted) {
  const line = document.createElement("li");
  line.dataset.stop = "";
  line.tabIndex = -1;
  const from = document.createElement("span");
  from.className = "from";
  same.forEach(([article, place], turn) => {
    const [file, outlet, headline, day] = RECORD.articles[article];
    const link = document.createElement("a");
    link.href = file + (place ? "#" + place : "");
    if (!turn) {
      const said = link.cloneNode();
      said.className = "said";
      said.dir = "auto";
      said.append(...marked(same[0][2], wanted));
      line.append(said, " ");
    }
    link.textContent = [outlet, day].filter(Boolean).join(", ");
    link.title = headline;
    from.append(turn ? " · " : "", link);
  });
  line.append(from);
  return line;
}

function find() {
  const wanted = patterns(query);
  if (!wanted.length) return;
  const found = RECORD.passages.filter(([, , words]) => {
    const text = plain(words);
    return wanted.every((pattern) => text.search(pattern) >= 0);
  });
  document.querySelector("[data-query]").textContent = "“" + query + "”";
  document.title = query + " · " + document.title;
  document.querySelector(".find input").value = query;
  const same = new Map();
  found.forEach((passage) => same.set(passage[2], [...(same.get(passage[2]) || []), passage]));
  const told = document.querySelector("[data-told]");
  told.textContent = found.length
    ? same.size.toLocaleString("en") + (same.size === 1 ? " passage" : " passages") + " of " + new Set(found.map((passage) => passage[0])).size
      + " articles" + (same.size > MOST ? ", the first " + MOST + " below" : "")
    : "No passage holds all these words. Try fewer of them, or one name at a time.";
  document.querySelector("[data-hits]").append(...[...same.values()].slice(0, MOST).map((passages) => row(passages, wanted)));
}

find();
