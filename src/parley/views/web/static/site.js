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

function row([article, place, words], wanted) {
  const [file, outlet, headline, day] = RECORD.articles[article];
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.className = "said";
  link.dir = "auto";
  link.href = file + (place ? "#" + place : "");
  link.append(...marked(words, wanted));
  const from = document.createElement("span");
  from.className = "from";
  from.textContent = [outlet, day, headline].filter(Boolean).join(" · ");
  line.dataset.stop = "";
  line.tabIndex = -1;
  line.append(link, " ", from);
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
  const told = document.querySelector("[data-told]");
  told.textContent = found.length
    ? found.length.toLocaleString("en") + (found.length === 1 ? " passage" : " passages") + (found.length > MOST ? ", the first " + MOST + " below" : "")
    : "No passage holds all these words. Try fewer of them, or one name at a time.";
  document.querySelector("[data-hits]").append(...found.slice(0, MOST).map((passage) => row(passage, wanted)));
}

find();
