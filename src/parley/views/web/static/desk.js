// What a page cannot do by itself: keys, copying, words that are split, filters that stay closed on a phone.
// Every page reads without this file.
"use strict";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);

// Words of a fact that are split over several elements light up together.
function lightUp() {
  all(".on").forEach((element) => element.classList.remove("on"));
  const name = decodeURIComponent(location.hash.slice(1));
  if (!name) return;
  all("[data-of]").filter((piece) => piece.dataset.of === name).forEach((piece) => piece.classList.add("on"));
  const target = document.getElementById(name);
  const folded = target && target.closest("details");
  if (folded && !folded.open) {
    folded.open = true;
    target.scrollIntoView({ block: "center" });
  }
}

// From the words to the fact: a click on marked words goes to the note whose number stands behind them.
function wordsToFact(event) {
  if (event.target.closest("a, summary, button") || String(getSelection())) return;
  const words = event.target.closest(".text span[id], .text span[data-of]");
  if (!words) return;
  const name = words.id || words.dataset.of;
  const note = all(".fact > .n").find((link) => link.getAttribute("href") === "#" + name);
  if (note) location.hash = note.closest(".fact").id;
}

// n and p walk through facts, or through the rows of a list.
function walk(step) {
  const stops = all("[data-reader] .fact").length ? all("[data-reader] .fact") : all("[data-stop]");
  if (!stops.length) return;
  const here = stops.findIndex((stop) => stop.contains(document.activeElement) || stop.classList.contains("here"));
  const next = stops[here < 0 ? (step > 0 ? 0 : stops.length - 1) : Math.min(Math.max(here + step, 0), stops.length - 1)];
  stops.forEach((stop) => stop.classList.toggle("here", stop === next));
  const link = next.querySelector(".n") || next;
  link.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog[open]")) return;
  const acts = {
    n: () => walk(1),
    p: () => walk(-1),
    c: copyHere,
    "/": () => one(".find input").focus(),
    "?": () => one("#help").showModal(),
  };
  if (!acts[event.key]) return;
  event.preventDefault();
  acts[event.key]();
}

// A citation can be taken with one press.
function offerCopy(paragraph) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(paragraph.textContent.trim());
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(paragraph);
      button.textContent = "Selected: press Ctrl-C";
    }
  });
  paragraph.after(button);
}

// c copies the citation of the quotation that n and p stand on, or of the first.
function copyHere() {
  const here = one("[data-stop].here") || document;
  const cite = here.querySelector(".cite");
  if (!cite) return;
  cite.open = true;
  cite.querySelector("button").click();
}

// The arrow keys walk along the days of a track.
function alongTrack(event) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const links = all("a", event.currentTarget);
  const next = step && links[links.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  sessionStorage.setItem("track", String(links.indexOf(next)));
  next.click();
}
function restoreTrack(track) {
  const place = sessionStorage.getItem("track");
  sessionStorage.removeItem("track");
  if (place) all("a", track)[Number(place)]?.focus();
}

// A layer is switched without losing the place in the text.
function keepPlace(event) {
  const link = event.target.closest(".layer");
  if (link) sessionStorage.setItem("place", String(scrollY));
}
function restorePlace() {
  const place = sessionStorage.getItem("place");
  sessionStorage.removeItem("place");
  if (place && one("[data-reader]") && !location.hash) scrollTo({ top: Number(place), behavior: "instant" });
}

// Files can be dropped onto the page.
function offerDrop(box) {
  const input = box.querySelector("input[type=file]");
  all("[data-script]", box).forEach((element) => { element.hidden = false; });
  for (const name of ["dragenter", "dragover"]) {
    box.addEventListener(name, (event) => { event.preventDefault(); box.classList.add("over"); });
  }
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    box.classList.remove("over");
    input.files = event.dataTransfer.files;
    if (input.files.length) box.closest("form").requestSubmit();
  });
}

// The hour of a build in the reader's own zone.
function tellLocally(time) {
  const at = new Date(time.dateTime);
  if (!isNaN(at)) time.textContent = at.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
}

// How far a build is, asked again every second until it is done.
function follow() {
  if (!one("[data-poll]")) return;
  setTimeout(async () => {
    try {
      const answer = await fetch(location.pathname);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      one("main").replaceWith(page.querySelector("main"));
      all("[data-drop]").forEach(offerDrop);
    } catch {
      // the desk was stopped, or is busy: asked again
    }
    follow();
  }, 1000);
}

addEventListener("hashchange", lightUp);
document.addEventListener("keydown", onKey);
document.addEventListener("click", wordsToFact);
document.addEventListener("click", keepPlace);
all("[data-copy]").forEach(offerCopy);
all("[data-track]").forEach((track) => { track.addEventListener("keydown", alongTrack); restoreTrack(track); });
all("[data-drop]").forEach(offerDrop);
all("[data-local]").forEach(tellLocally);
follow();
all("[data-help]").forEach((button) => button.addEventListener("click", () => one("#help").showModal()));
all(".keys").forEach((element) => { element.hidden = false; });
if (matchMedia("(max-width: 52rem)").matches) {
  all(".facet").filter((facet) => !facet.querySelector("[aria-current]")).forEach((facet) => { facet.open = false; });
}
const current = one(".top nav [aria-current]");
if (current) current.closest("nav").scrollLeft = current.offsetLeft - 40;
restorePlace();
lightUp();
